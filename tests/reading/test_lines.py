"""The lines one sees: their kind, their length, whether they stand above or below the words."""

from __future__ import annotations

import pytest

from docgen.reading.facts import Rule
from tests.reading.build import cell, drawn_line, paper, para, row, run, table

# The text of the test page is 9355 twips wide: 165.0 mm.
COLUMN_MM = 165.0
BOTTOM = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1"/></w:pBdr>'


def rules(*blocks: str) -> list[tuple[Rule, ...]]:
    return [one.ke for one in paper(*blocks).paras]


def test_a_paragraph_border_is_as_long_as_its_column_less_the_indents() -> None:
    found = rules(para("a", ppr=BOTTOM), "x", para("b", ppr=f'{BOTTOM}<w:ind w:left="2835" w:right="2835"/>'))
    assert found[0] == (Rule("vien", COLUMN_MM, "lien", "duoi", 0.75, 0.0),)
    assert found[2] == (Rule("vien", 65.0, "lien", "duoi", 0.75, 50.0),)


def test_a_border_reaches_out_with_a_hanging_first_line() -> None:
    assert rules(para("a", ppr=f'{BOTTOM}<w:ind w:left="567" w:hanging="567"/>'))[0][0].dai_mm == COLUMN_MM


def test_a_border_in_a_cell_is_as_long_as_the_cell_less_its_margins() -> None:
    width = '<w:tcW w:w="3402" w:type="dxa"/>'
    margins = '<w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>'
    found = rules(table(row(cell(para("a", ppr=BOTTOM), tcpr=width), "b"), tblpr=margins))
    assert found[0][0].dai_mm == 56.2


def test_neighbours_with_the_same_borders_share_one_box() -> None:
    box = '<w:pBdr><w:top w:val="single"/><w:bottom w:val="single"/></w:pBdr>'
    found = rules(para("a", ppr=box), para("b", ppr=box), para("c", ppr=box), "d", para("e", ppr=box))
    assert [[rule.vi_tri for rule in one] for one in found] == [["tren"], [], ["duoi"], [], ["tren", "duoi"]]


def test_the_sides_of_a_frame_are_told_from_a_line() -> None:
    sides = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    found = rules(para("KHẨN", ppr=f"<w:pBdr>{sides}</w:pBdr>"), para("a", ppr=BOTTOM))
    assert [[rule.khung for rule in one] for one in found] == [[True, True], [False]]


@pytest.mark.parametrize(
    ("val", "net"), [("single", "lien"), ("double", "doi"), ("dashed", "dut"), ("dotted", "cham"), ("wave", "wave")]
)
def test_styles_of_lines_are_told(val: str, net: str) -> None:
    assert rules(para("a", ppr=f'<w:pBdr><w:bottom w:val="{val}"/></w:pBdr>'))[0][0].net == net


@pytest.mark.parametrize("line", ['w:val="nil"', 'w:val="none"', 'w:val="dotted" w:color="FFFFFF"'])
def test_borders_that_are_off_or_white_are_no_lines(line: str) -> None:
    assert rules(para("a", ppr=f"<w:pBdr><w:bottom {line}/></w:pBdr>")) == [()]


def test_a_drawn_line_tells_its_length_and_where_it_stands() -> None:
    words = para("TỈNH BÌNH DƯƠNG", drawn_line(20, x_mm=15, y_mm=6))
    under_the_one_above = para("Số: 05", drawn_line(20, x_mm=15, y_mm=0.5))
    alone = para(drawn_line(60, x_mm=10, y_mm=1))
    assert [one[0] for one in rules(words, under_the_one_above, alone)] == [
        Rule("hinh", 20.0, "lien", "duoi", 0.75, 15.0),
        Rule("hinh", 20.0, "lien", "tren", 0.75, 15.0),
        Rule("hinh", 60.0, "lien", "trong", 0.75, 10.0),
    ]


def test_a_dashed_drawn_line_and_one_without_ink() -> None:
    dashed = drawn_line(20, more='<a:prstDash val="dash"/>')
    assert [rule.net for rule in rules(para("a", dashed))[0]] == ["dut"]
    assert rules(para("a", drawn_line(20, more="<a:noFill/>"))) == [()]
    white = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill>'
    assert rules(para("a", drawn_line(20, more=white))) == [()]


def test_a_line_placed_on_the_page_stands_below_the_words() -> None:
    (rule,) = rules(para("a", drawn_line(20, relative="page")))[0]
    assert rule.vi_tri == "duoi"


@pytest.mark.parametrize(
    ("shape", "length_mm"),
    [
        ('<v:line from="60pt,3pt" to="160pt,3pt"/>', 35.3),
        ('<v:line from="60pt,3pt" to="60pt,103pt"/>', None),
        ('<v:line from="0,0" to="100pt,0" stroked="f"/>', None),
        ('<v:line from="0,0" to="100pt,0" strokecolor="white"/>', None),
        ('<v:shape type="#_x0000_t32" style="width:100pt;height:0"/>', 35.3),
        ('<v:rect style="width:0;height:1.5pt" o:hr="t"/>', None),
        ('<v:rect style="width:100pt;height:1pt"/>', 35.3),
        ('<v:rect style="width:100pt;height:50pt"/>', None),
        (
            '<v:group style="width:100pt;height:10pt" coordsize="2000,200"><v:line from="0,0" to="1000,0"/></v:group>',
            17.6,
        ),
    ],
)
def test_old_drawings_are_lines_too(shape: str, length_mm: float | None) -> None:
    found = [rule.dai_mm for rule in rules(para("a", f"<w:r><w:pict>{shape}</w:pict></w:r>"))[0]]
    assert found == ([] if length_mm is None else [length_mm])


def test_a_line_in_a_group_has_the_scale_of_the_group() -> None:
    group = (
        "<w:r><w:drawing><wp:inline><a:graphic><a:graphicData><wpg:wgp><wpg:grpSpPr><a:xfrm>"
        '<a:ext cx="3600000" cy="360000"/><a:chExt cx="1000" cy="100"/></a:xfrm></wpg:grpSpPr>'
        '<wps:wsp><wps:spPr><a:xfrm><a:ext cx="500" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp>'
        "</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
    assert [rule.dai_mm for rule in rules(para("a", group))[0]] == [50.0]


@pytest.mark.parametrize(
    ("text", "signs", "length_mm"),
    [
        ("-------", "-", 11.5),
        ("_____", "_", 12.3),
        ("BCH ĐOÀN\n———", "—", 14.8),
        ("  ----\t", "-", 6.6),
    ],
)
def test_rows_of_signs_are_lines(text: str, signs: str, length_mm: float) -> None:
    parts = text.split("\n")
    inside = "<w:r><w:br/></w:r>".join(run(part) for part in parts)
    (rule,) = rules(para(inside))[0]
    assert (rule.kieu, rule.net, rule.vi_tri, rule.dai_mm) == ("ky-tu", signs, "trong", length_mm)


@pytest.mark.parametrize("text", ["--", "Số ____/KH", "a---b", "***", "2019-2020", "......", "- - -"])
def test_other_rows_are_no_lines(text: str) -> None:
    assert rules(text) == [()]


def test_underlined_words_are_told_when_they_are_most_of_the_paragraph() -> None:
    line = '<w:u w:val="single"/>'
    found = rules(
        para(run("Độc lập - Tự do - Hạnh phúc", line)),
        para(run("Nơi nhận", line), run(": các cơ quan, đơn vị")),
        para(run("\u00a0" * 12, line)),
        para(run("ẩn", f"{line}<w:vanish/>"), "hiện"),
    )
    assert [[rule.kieu for rule in one] for one in found] == [["gach-chan"], [], ["gach-chan"], []]
