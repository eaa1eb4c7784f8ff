"""Formatting as Word shows it, whatever layer it comes from."""

from __future__ import annotations

import pytest

from docgen.reading.facts import Format, Para, ParaFormat
from tests.reading.build import STYLES, Docx, cell, level, numbered, paper, para, row, run, style, table

THEME = (
    '<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4f81bd"/></a:accent1></a:clrScheme><a:fontScheme name="x">'
    '<a:majorFont><a:latin typeface="Cambria"/><a:font script="Viet" typeface="Times New Roman"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:font script="Viet" typeface="Arial"/></a:minorFont>'
    "</a:fontScheme></a:themeElements>"
)


def look(one: Para) -> Format:
    return one.runs[0].format


def shape(one: Para) -> ParaFormat:
    assert one.format is not None
    return one.format


def styled(name: str, *inside: str, ppr: str = "") -> str:
    return para(*inside, ppr=f'<w:pStyle w:val="{name}"/>{ppr}')


def test_defaults_hold_where_nothing_else_speaks() -> None:
    one = paper("a").paras[0]
    assert look(one) == Format(phong="Times New Roman", co_chu_pt=14.0)
    assert shape(one) == ParaFormat(canh="trai", gian_dong=1.0, quy_tac="boi", ten_kieu="Normal")


def test_a_file_without_any_styles_has_words_own_defaults() -> None:
    one = paper("a", styles="").paras[0]
    assert look(one) == Format(phong=None, co_chu_pt=10.0)


def test_each_layer_wins_over_those_below_it() -> None:
    def size(half_points: int) -> str:
        return f'<w:sz w:val="{half_points}"/>'

    styles = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{size(20)}</w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
        + style("T", f"<w:rPr>{size(22)}</w:rPr>", "table")
        + style("P0", f"<w:rPr>{size(24)}</w:rPr>")
        + style("P1", f"<w:rPr>{size(26)}</w:rPr>", based_on="P0")
        + style("C", f"<w:rPr>{size(28)}</w:rPr>", "character")
    )
    in_table = '<w:tblStyle w:val="T"/>'
    found = paper(
        "a",
        table(row(cell("b", styled("P0", "c"), styled("P1", "d"))), tblpr=in_table),
        styled("P1", run("e", '<w:rStyle w:val="C"/>')),
        styled("P1", run("f", f'<w:rStyle w:val="C"/>{size(30)}')),
        styles=styles,
    )
    assert [look(one).co_chu_pt for one in found.paras] == [10.0, 11.0, 12.0, 13.0, 14.0, 15.0]


def test_a_missing_style_stands_for_the_default_one() -> None:
    one = paper(styled("Không có", "a")).paras[0]
    assert look(one).co_chu_pt == 14.0
    assert shape(one).ten_kieu == "Normal"


def test_styles_based_on_one_another_in_a_ring_end() -> None:
    ring = style("A", "<w:rPr><w:b/></w:rPr>", based_on="B") + style("B", "<w:rPr><w:i/></w:rPr>", based_on="A")
    one = look(paper(styled("A", "x"), styles=STYLES + ring).paras[0])
    assert (one.dam, one.nghieng) == (True, True)


@pytest.mark.parametrize(
    ("table_bold", "style_bold", "character_bold", "direct", "expected"),
    [
        (None, True, None, None, True),
        (None, True, True, None, False),
        (True, True, None, None, False),
        (True, True, True, None, True),
        (None, False, True, None, True),
        (None, True, True, True, True),
        (None, True, None, False, False),
    ],
)
def test_toggles_of_different_kinds_of_style_switch_each_other_over(
    table_bold: bool | None, style_bold: bool | None, character_bold: bool | None, direct: bool | None, expected: bool
) -> None:
    def bold(on: bool | None) -> str:
        return "" if on is None else f'<w:b w:val="{int(on)}"/>'

    styles = STYLES + (
        style("T", f"<w:rPr>{bold(table_bold)}</w:rPr>", "table")
        + style("P", f"<w:rPr>{bold(style_bold)}</w:rPr>")
        + style("C", f"<w:rPr>{bold(character_bold)}</w:rPr>", "character")
    )
    words = styled("P", run("x", f'<w:rStyle w:val="C"/>{bold(direct)}'))
    found = paper(table(row(cell(words)), tblpr='<w:tblStyle w:val="T"/>'), styles=styles)
    assert look(found.paras[0]).dam is expected


def test_within_one_chain_the_nearer_style_decides() -> None:
    chain = style("A", "<w:rPr><w:b/></w:rPr>") + style("B", '<w:rPr><w:b w:val="0"/></w:rPr>', based_on="A")
    assert look(paper(styled("B", "x"), styles=STYLES + chain).paras[0]).dam is False
    chain = style("A", "<w:rPr><w:b/></w:rPr>") + style("B", "<w:rPr><w:b/></w:rPr>", based_on="A")
    assert look(paper(styled("B", "x"), styles=STYLES + chain).paras[0]).dam is True


@pytest.mark.parametrize(("value", "on"), [("1", True), ("true", True), ("on", True), ("0", False), ("false", False)])
def test_switches_are_read_in_every_spelling(value: str, on: bool) -> None:
    assert look(paper(para(run("x", f'<w:i w:val="{value}"/>'))).paras[0]).nghieng is on


def test_theme_fonts_are_the_latin_ones_whatever_the_list_by_script_says() -> None:
    theme = '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:ascii="Arial" w:hAnsi="Arial"/>'
    major = '<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/>'
    found = paper(para(run("tiếng Việt", theme)), para(run("b", major)), theme=THEME)
    assert [look(one).phong for one in found.paras] == ["Calibri", "Cambria"]


def test_a_named_font_below_wins_over_a_theme_font_above() -> None:
    styles = STYLES.replace(
        '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>',
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>',
    )
    named = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    found = paper(para(run("a", named)), "b", styles=styles, theme=THEME)
    assert [look(one).phong for one in found.paras] == ["Times New Roman", "Calibri"]


def test_letters_beyond_ascii_take_the_other_font() -> None:
    mixed = '<w:rFonts w:ascii="Arial" w:hAnsi="Times New Roman"/>'
    found = paper(para(run("abc", mixed)), para(run("tiếng", mixed)))
    assert [look(one).phong for one in found.paras] == ["Arial", "Times New Roman"]


@pytest.mark.parametrize(
    ("rpr", "colour"),
    [
        ("", None),
        ('<w:color w:val="auto"/>', None),
        ('<w:color w:val="ff0000"/>', "FF0000"),
        ('<w:color w:val="4F81BD" w:themeColor="accent1"/>', "4F81BD"),
        ('<w:color w:themeColor="accent1"/>', "4F81BD"),
        ('<w:color w:themeColor="text1"/>', "000000"),
    ],
)
def test_colours_are_those_one_sees(rpr: str, colour: str | None) -> None:
    assert look(paper(para(run("a", rpr)), theme=THEME).paras[0]).mau == colour


def test_underline_case_and_position() -> None:
    found = paper(
        para(run("a", '<w:u w:val="single"/>')),
        para(run("a", '<w:u w:val="none"/>')),
        para(run("kế hoạch", "<w:caps/>")),
        para(run("2", '<w:vertAlign w:val="superscript"/>')),
        para(run("2", '<w:vertAlign w:val="subscript"/>')),
    )
    assert [look(one).gach_chan for one in found.paras] == [True, False, False, False, False]
    assert found.paras[2].text == "kế hoạch"
    assert found.paras[2].hien == "KẾ HOẠCH"
    assert [look(one).vi_tri for one in found.paras[3:]] == ["tren", "duoi"]


@pytest.mark.parametrize(
    ("ppr", "expected"),
    [
        ('<w:jc w:val="both"/>', {"canh": "deu"}),
        ('<w:jc w:val="end"/>', {"canh": "phai"}),
        ('<w:bidi/><w:jc w:val="left"/>', {"canh": "phai"}),
        (
            '<w:ind w:left="567" w:right="284" w:firstLine="567"/>',
            {"trai_mm": 10.0, "phai_mm": 5.01, "dong_dau_mm": 10.0},
        ),
        (
            '<w:ind w:start="567" w:end="284" w:hanging="567"/>',
            {"trai_mm": 10.0, "phai_mm": 5.01, "dong_dau_mm": -10.0},
        ),
        ('<w:ind w:left="10mm" w:firstLine="1.27cm"/>', {"trai_mm": 10.0, "dong_dau_mm": 12.7}),
        ('<w:spacing w:before="120" w:after="60"/>', {"truoc_pt": 6.0, "sau_pt": 3.0}),
        ('<w:spacing w:before="6pt"/>', {"truoc_pt": 6.0}),
        ('<w:spacing w:beforeLines="50" w:before="10"/>', {"truoc_pt": 6.0}),
        ('<w:spacing w:before="100" w:beforeAutospacing="1"/>', {"truoc_pt": 14.0}),
        ('<w:spacing w:line="276"/>', {"gian_dong": 1.15, "quy_tac": "boi"}),
        ('<w:spacing w:line="360" w:lineRule="exact"/>', {"gian_dong": None, "gian_dong_pt": 18.0, "quy_tac": "dung"}),
        (
            '<w:spacing w:line="340" w:lineRule="atLeast"/>',
            {"gian_dong": None, "gian_dong_pt": 17.0, "quy_tac": "it-nhat"},
        ),
        ("<w:keepNext/><w:contextualSpacing/>", {"giu_voi_sau": True, "bo_cach_cung_kieu": True}),
    ],
)
def test_paragraph_settings_come_in_people_s_units(ppr: str, expected: dict[str, object]) -> None:
    one = shape(paper(para("a", ppr=ppr)).paras[0])
    assert {name: getattr(one, name) for name in expected} == expected


def test_a_first_line_below_replaces_a_hanging_one_above() -> None:
    styles = STYLES + style("H", '<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr>')
    one = shape(paper(styled("H", "a", ppr='<w:ind w:firstLine="567"/>'), styles=styles).paras[0])
    assert (one.trai_mm, one.dong_dau_mm) == (12.7, 10.0)


def test_a_table_style_speaks_to_paragraphs_below_their_own_style() -> None:
    styles = (
        '<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="200" w:line="276"/></w:pPr></w:pPrDefault>'
        "</w:docDefaults>"
        + style("Normal", "")
        + style("Own", '<w:pPr><w:spacing w:after="120"/></w:pPr>')
        + style("Grid", '<w:pPr><w:spacing w:after="0" w:line="240"/></w:pPr>', "table")
    )
    found = paper("a", table(row(cell("b", styled("Own", "c"))), tblpr='<w:tblStyle w:val="Grid"/>'), styles=styles)
    assert [(shape(one).sau_pt, shape(one).gian_dong) for one in found.paras] == [(10.0, 1.15), (0.0, 1.0), (6.0, 1.0)]


NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    + level(0, "%1.", more='<w:pPr><w:ind w:left="720" w:hanging="360"/></w:pPr><w:rPr><w:b/></w:rPr>')
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def test_indents_of_a_list_stand_between_style_and_direct_settings() -> None:
    styles = STYLES + (
        style("LP", '<w:pPr><w:ind w:left="1440"/></w:pPr>')
        + style("Numbered", f'<w:pPr>{numbered(1)}<w:ind w:left="1000"/></w:pPr>')
    )
    found = Docx(
        styled("LP", "a", ppr=numbered(1))
        + para("b", ppr=f'{numbered(1)}<w:ind w:left="567"/>')
        + styled("Numbered", "c")
        + styled("Numbered", "d", ppr='<w:numPr><w:numId w:val="0"/></w:numPr>'),
        styles=styles,
        numbering=NUMBERING,
    ).paper()
    indents = [(shape(one).trai_mm, shape(one).dong_dau_mm) for one in found.paras]
    assert indents == [(12.7, -6.35), (10.0, -6.35), (17.64, -6.35), (17.64, 0.0)]


def test_the_label_has_the_look_of_the_mark_and_of_the_list() -> None:
    found = Docx(para("a", ppr=f'{numbered(1)}<w:rPr><w:i/><w:sz w:val="24"/></w:rPr>'), numbering=NUMBERING).paper()
    label = found.paras[0].nhan_format
    assert label == Format(phong="Times New Roman", co_chu_pt=12.0, dam=True, nghieng=True)
    assert not look(found.paras[0]).dam


def test_most_letters_decide_the_look_of_a_paragraph() -> None:
    found = paper(
        para(run("Điều 1. ", "<w:b/>"), run("Phê duyệt kế hoạch")),
        para(run("    ", "<w:b/>"), run("a")),
        para(run("ẩn ẩn ẩn", "<w:vanish/>"), run("hiện", "<w:b/>")),
        para(run("   ", "<w:b/>")),
        para(),
    )
    assert [one.majority().dam for one in found.paras] == [False, False, True, True, False]
