"""What a paragraph looks like after styles."""

from __future__ import annotations

import pytest
from lxml import etree

from docgen.render.styles import Indents, Letters, Styles
from tests.render.build import RULE_BORDER, W, p, q, style, table

DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="26"/></w:rPr></w:rPrDefault>'
    '<w:pPrDefault><w:pPr><w:ind w:right="10"/></w:pPr></w:pPrDefault></w:docDefaults>'
)


def styles(*found: str) -> Styles:
    return Styles(f'<w:styles xmlns:w="{W}">{DEFAULTS}{"".join(found)}</w:styles>'.encode())


def tree(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>')[0]


def letters(found: Styles, xml: str) -> Letters:
    paragraph = tree(xml)
    return found.letters(paragraph, paragraph.findall(q("r"))[0])


def test_letters_come_from_the_nearest_layer() -> None:
    found = styles(
        style("Normal", "Normal", rpr='<w:sz w:val="28"/>'),
        style("A", "Tên", rpr="<w:b/><w:caps/>", based="Normal"),
        style("B", "Tên nhỏ", rpr='<w:sz w:val="24"/><w:spacing w:val="-4"/>', based="A"),
    )

    assert letters(found, p("x")) == Letters(14)
    assert letters(found, p("x", style="A")) == Letters(14, dam=True, hoa=True)
    assert letters(found, p("x", style="B")) == Letters(12, dam=True, hoa=True, gian_pt=-0.2)
    assert letters(
        found, p("x", style="B", rpr='<w:b w:val="0"/><w:i/><w:sz w:val="30"/><w:w w:val="90"/>')
    ) == Letters(15, nghieng=True, hoa=True, gian_pt=-0.2, rong_phan_tram=90)


def test_without_any_style_the_defaults_hold() -> None:
    assert letters(styles(), p("x")) == Letters(13)
    assert letters(Styles(None), p("x")) == Letters(10)


def test_a_character_style_switches_a_paragraph_styles_toggle() -> None:
    found = styles(style("A", "a", rpr="<w:b/>"), style("C", "c", rpr="<w:b/>", kind="character"))

    assert not letters(found, p("x", style="A", rpr='<w:rStyle w:val="C"/>')).dam
    assert letters(found, p("x", rpr='<w:rStyle w:val="C"/>')).dam


def test_styles_based_on_each_other_in_a_circle_end() -> None:
    found = styles(style("A", "a", based="B"), style("B", "b", based="A"))

    assert letters(found, p("x", style="A")) == Letters(13)


def test_each_indent_is_inherited_by_itself() -> None:
    found = styles(
        style("A", "a", '<w:ind w:left="100" w:firstLine="50"/>'), style("B", "b", '<w:ind w:hanging="30"/>', based="A")
    )

    assert found.indents(tree(p("x", style="A"))) == Indents(100, 10, 50)
    assert found.indents(tree(p("x", style="B", ppr='<w:ind w:end="7"/>'))) == Indents(100, 7, -30)


def test_a_border_is_seen_through_styles_and_can_be_taken_away() -> None:
    found = styles(style("A", "a", RULE_BORDER), style("B", "b", '<w:pBdr><w:top w:val="nil"/></w:pBdr>', based="A"))

    assert found.has_rule(tree(p("x", style="A")))
    assert not found.has_rule(tree(p("x", style="B")))
    assert not found.has_rule(tree(p("x")))
    assert found.has_rule(tree(p("x", ppr='<w:pBdr><w:bottom w:val="single"/></w:pBdr>')))


MARGINS = '<w:tblCellMar><w:left w:w="{}" w:type="dxa"/><w:right w:w="{}" w:type="dxa"/></w:tblCellMar>'


@pytest.mark.parametrize(
    ("in_cell", "in_table", "in_style", "expected"),
    [
        ("", "", "", (115, 115)),
        ("", "", MARGINS.format(108, 108), (108, 108)),
        ("", MARGINS.format(28, 0), MARGINS.format(108, 108), (28, 0)),
        (MARGINS.format(5, 6).replace("tblCellMar", "tcMar"), MARGINS.format(28, 0), "", (5, 6)),
    ],
)
def test_cell_margins(in_cell: str, in_table: str, in_style: str, expected: tuple[int, int]) -> None:
    named = '<w:style w:type="table" w:default="1" w:styleId="T"><w:name w:val="Normal Table"/>'
    found = styles(f"{named}<w:tblPr>{in_style}</w:tblPr></w:style>")
    built = tree(table([["a"]], margins=in_table).replace("</w:tcPr>", f"{in_cell}</w:tcPr>"))

    assert found.cell_margins(next(built.iter(q("tc")))) == expected


def test_ids_are_found_by_name_and_kind() -> None:
    found = styles(style("X1", "Footnote Text"), style("X2", "footnote text", kind="character"))

    assert found.id_of("footnote text", "paragraph") == "X1"
    assert found.id_of("footnote text", "character") == "X2"
    assert found.id_of("khác", "paragraph") is None
