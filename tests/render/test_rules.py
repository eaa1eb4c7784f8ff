"""Drawn lines as long as the standard wants, measured with the font itself."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from docgen.errors import TemplateFaults
from docgen.render import Template
from docgen.render.rules import length_pt
from tests.render import fonts
from tests.render.build import RULE_BORDER, STYLES, assert_valid_docx, docx, p, q, raw, run, style, table, xml

pytestmark = pytest.mark.skipif(not fonts.INSTALLED, reason="Liberation Serif 2 (fonts-liberation2) is not installed")

# NĐ 30, PL I, P.I, M.II, k.1 đ.b; k.2 đ.b; k.5 đ.a.
WHOLE, PART = [1.0, 1.0], [1 / 3, 1 / 2]
LOOK = (
    STYLES
    + style("TenCoQuan", "Tên cơ quan", '<w:jc w:val="center"/>', '<w:b/><w:caps/><w:sz w:val="26"/>', "Normal")
    + style("TrichYeu", "Trích yếu", '<w:ind w:left="567" w:right="567"/><w:jc w:val="center"/>', "<w:b/>", "Normal")
)
MARGINS = '<w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'


def rule_of(data: bytes) -> tuple[int, int]:
    """The left and right indent of the rule paragraph."""
    (rule,) = [par for par in xml(data).iter(q("p")) if named(par) == "Rule"]
    ind = next(rule.iter(q("ind")))
    return int(ind.get(q("left"), "0")), int(ind.get(q("right"), "0"))


def named(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{q('pPr')}/{q('pStyle')}")
    return "" if found is None else found.get(q("val"), "")


def in_cell(width: int, lines: list[str], share: list[float]) -> tuple[int, int]:
    """A header cell with issuer lines and their rule; the indents of the rule."""
    content = (
        p("{%p for d in ten %}") + p("{{ d }}", style="TenCoQuan") + p("{%p endfor %}") + p("{{ ke }}", style="Rule")
    )
    data = docx(table([[content, "phải"]], [width, 5000], MARGINS), p("a"), styles=LOOK)
    made = Template(data).render({"ten": lines, "ke": {"ke": share}})
    assert_valid_docx(made)
    return rule_of(made)


@pytest.mark.parametrize("name", ["SỞ Y TẾ", "ỦY BAN NHÂN DÂN TỈNH BÌNH DƯƠNG", "Tỉnh đoàn Thừa Thiên Huế"])
def test_a_rule_under_one_line_is_between_a_third_and_a_half_of_it(name: str) -> None:
    left, right = in_cell(6000, [name], PART)

    drawn_pt = (6000 - 160 - left - right) / 20
    text_pt = fonts.width_pt(name.upper(), 13, "Bold")
    assert drawn_pt == pytest.approx(text_pt * 5 / 12, abs=0.06)
    assert abs(left - right) <= 1


def test_a_rule_as_long_as_the_text() -> None:
    left, right = in_cell(6000, ["Độc lập - Tự do - Hạnh phúc"], WHOLE)

    assert (6000 - 160 - left - right) / 20 == pytest.approx(
        fonts.width_pt("ĐỘC LẬP - TỰ DO - HẠNH PHÚC", 13, "Bold"), abs=0.06
    )


def test_the_widest_of_several_lines_counts_and_the_last_is_suited_where_it_can() -> None:
    lines = ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH DƯƠNG"]
    left, right = in_cell(6000, lines, PART)

    drawn_pt = (6000 - 160 - left - right) / 20
    widths = [fonts.width_pt(line, 13, "Bold") for line in lines]
    assert all(width / 3 <= drawn_pt <= width / 2 for width in widths)


def test_a_name_that_wraps_is_measured_by_its_printed_lines() -> None:
    name = "BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN TỈNH"
    room_pt = (3600 - 160) / 20
    words, printed, line = name.split(), [], ""
    for word in words:
        if line and fonts.width_pt(f"{line} {word}", 13, "Bold") > room_pt:
            printed.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    widest = max(fonts.width_pt(one, 13, "Bold") for one in [*printed, line])

    left, right = in_cell(3600, [name], PART)

    assert len(printed) == 2
    assert widest / 3 - 0.06 <= (3600 - 160 - left - right) / 20 <= widest / 2 + 0.06


def test_outside_tables_the_column_is_the_sections_text() -> None:
    text = "Tuyên truyền, quảng bá ASEAN giai đoạn 2019-2020"
    data = docx(p("KẾ HOẠCH"), p("{{ x }}", style="TrichYeu"), p("{{ ke }}", style="Rule"), styles=LOOK)
    left, right = rule_of(Template(data).render({"x": text, "ke": {"ke": PART}}))

    drawn_pt = (11906 - 1701 - 1134 - left - right) / 20
    assert drawn_pt == pytest.approx(fonts.width_pt(text, 14, "Bold") * 5 / 12, abs=0.06)


def test_a_landscape_section_gives_its_own_width() -> None:
    data = docx(p("{{ n }}{{ x }}", style="TrichYeu"), p("{{ ke }}", style="Rule"), styles=LOOK)
    left, right = rule_of(Template(data).render({"x": "Phụ lục", "ke": {"ke": PART}, "n": {"ngang": True}}))

    assert (16838 - 1701 - 1134 - left - right) / 20 == pytest.approx(
        fonts.width_pt("Phụ lục", 14, "Bold") * 5 / 12, abs=0.06
    )


def test_the_rules_own_indents_move_its_middle() -> None:
    shifted = LOOK.replace(RULE_BORDER, RULE_BORDER + '<w:ind w:left="400" w:right="200" w:firstLine="567"/>')
    data = docx(p("Phụ lục"), p("{{ ke }}", style="Rule"), styles=shifted)
    made = Template(data).render({"ke": {"ke": WHOLE}})

    left, right = rule_of(made)
    assert abs((left - 400) - (right - 200)) <= 1
    assert next(par for par in xml(made).iter(q("ind"))).get(q("firstLine")) == "0"


def test_a_rule_never_leaves_its_column() -> None:
    left, right = in_cell(1200, ["MỘTTỪDÀIKHÔNGCHỖXUỐNGDÒNG"], WHOLE)

    assert (left, right) == (0, 0)


def test_line_breaks_and_formatting_inside_the_text_count() -> None:
    data = docx(p("{{ x }}", style="TrichYeu"), p("{{ ke }}", style="Rule"), styles=LOOK)
    value = [{"chu": "ngắn\nDòng dài hơn nhiều "}, {"chu": "nghiêng", "nghieng": True}]
    left, right = rule_of(Template(data).render({"x": value, "ke": {"ke": WHOLE}}))

    wide = fonts.width_pt("Dòng dài hơn nhiều ", 14, "Bold") + fonts.width_pt("nghiêng", 14, "BoldItalic")
    assert (11906 - 1701 - 1134 - left - right) / 20 == pytest.approx(wide, abs=0.06)


def test_only_paragraphs_of_the_style_next_above_count() -> None:
    body = [
        p("Một dòng rất dài thuộc kiểu khác hẳn, không được tính"),
        p("NGẮN", style="TenCoQuan"),
        p("{{ ke }}", style="Rule"),
    ]
    left, right = rule_of(Template(docx(*body, styles=LOOK)).render({"ke": {"ke": WHOLE}}))

    assert (11906 - 1701 - 1134 - left - right) / 20 == pytest.approx(fonts.width_pt("NGẮN", 13, "Bold"), abs=0.06)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ([p("chữ"), p("{{ ke }} thừa", style="Rule")], "một mình"),
        ([p("chữ"), p("{{ ke }}")], "đường viền"),
        ([p("{{ ke }}", style="Rule")], "không có đoạn chữ nào"),
        ([table([["a"]]), p("{{ ke }}", style="Rule")], "không có đoạn chữ nào"),
    ],
)
def test_a_rule_in_a_place_where_it_cannot_be_is_told(body: list[str], said: str) -> None:
    with pytest.raises(TemplateFaults, match=said):
        Template(docx(*body), "mau.docx").render({"ke": {"ke": PART}})


def test_the_same_template_draws_every_name_anew() -> None:
    data = docx(p("{{ x }}", style="TrichYeu"), p("{{ ke }}", style="Rule"), styles=LOOK)
    template = Template(data)
    found = [rule_of(template.render({"x": name, "ke": {"ke": PART}})) for name in ("Ngắn", "Một tên dài hơn", "Ngắn")]

    assert found[0] == found[2] != found[1]


@given(st.lists(st.floats(1, 500), min_size=1, max_size=4))
def test_the_length_suits_the_widest_line_always_and_the_last_where_both_can(widths: list[float]) -> None:
    length = length_pt(widths, 1 / 3, 1 / 2)

    assert max(widths) / 3 - 1e-9 <= length <= max(widths) / 2 + 1e-9
    if widths[-1] / 2 >= max(widths) / 3:
        assert widths[-1] / 3 - 1e-9 <= length <= widths[-1] / 2 + 1e-9


def test_a_bookmark_between_text_and_rule_does_no_harm() -> None:
    body = [
        raw(run("Chữ")),
        '<w:bookmarkStart w:id="1" w:name="a"/><w:bookmarkEnd w:id="1"/>',
        p("{{ ke }}", style="Rule"),
    ]

    assert rule_of(Template(docx(*body)).render({"ke": {"ke": PART}}))
