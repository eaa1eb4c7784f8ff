"""Word's automatic labels, computed as Word does."""

from __future__ import annotations

import pytest

from docgen.reading.numerals import numeral
from tests.reading.build import STYLES, Docx, cell, level, numbered, para, row, style, table, text_box


def abstract(number: int, *levels: str, more: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{number}">{more}{"".join(levels)}</w:abstractNum>'


def num(number: int, of: int, overrides: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def restart(ilvl: int, start: int) -> str:
    return f'<w:lvlOverride w:ilvl="{ilvl}"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def labels(numbering: str, *paragraphs: tuple[int, int] | str, styles: str = "") -> list[str]:
    """Labels of paragraphs given as (list, level), or as XML."""
    body = "".join(p if isinstance(p, str) else para("x", ppr=numbered(*p)) for p in paragraphs)
    return [one.nhan for one in Docx(body, styles=STYLES + styles, numbering=numbering).paper().paras]


PLAN = abstract(
    0, level(0, "%1.", "upperRoman"), level(1, "%2."), level(2, "%3)", "lowerLetter"), level(3, "-", "bullet")
)


def test_levels_count_and_deeper_ones_start_again() -> None:
    found = labels(PLAN + num(1, 0), (1, 0), (1, 1), (1, 1), (1, 2), (1, 2), (1, 1), (1, 2), (1, 0), (1, 1), (1, 3))
    assert found == ["I.", "1.", "2.", "a)", "b)", "3.", "a)", "II.", "1.", "-"]


def test_a_label_may_hold_the_numbers_above_it() -> None:
    many = abstract(0, level(0, "%1."), level(1, "%1.%2."), level(2, "%1.%2.%3."))
    assert labels(many + num(1, 0), (1, 0), (1, 1), (1, 2), (1, 2), (1, 1), (1, 0), (1, 1)) == [
        *("1.", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "2.", "2.1."),
    ]


def test_a_level_above_that_was_never_used_counts_as_its_start() -> None:
    many = abstract(0, level(0, "%1.", start=3), level(1, "%1.%2"))
    assert labels(many + num(1, 0), (1, 1), (1, 1)) == ["3.1", "3.2"]


def test_legal_numbering_writes_arabic_digits_only() -> None:
    many = abstract(0, level(0, "Chương %1", "upperRoman"), level(1, "Điều %1.%2", more="<w:isLgl/>"))
    assert labels(many + num(1, 0), (1, 0), (1, 0), (1, 1)) == ["Chương I", "Chương II", "Điều 2.1"]


def test_lists_of_one_definition_count_on_together_unless_told_to_start_again() -> None:
    numbering = PLAN + num(1, 0) + num(2, 0) + num(3, 0, restart(1, 1)) + num(4, 0, restart(1, 7))
    assert labels(numbering, (1, 1), (1, 1), (2, 1), (3, 1), (3, 1), (4, 1), (1, 1)) == [
        *("1.", "2.", "3.", "1.", "2.", "7.", "8."),
    ]


def test_a_level_may_be_told_when_to_start_again() -> None:
    never = abstract(0, level(0, "%1."), level(1, "Điều %2.", more='<w:lvlRestart w:val="0"/>'))
    assert labels(never + num(1, 0), (1, 0), (1, 1), (1, 0), (1, 1)) == ["1.", "Điều 1.", "2.", "Điều 2."]
    after_first = abstract(0, level(0, "%1."), level(1, "%2."), level(2, "%3)", more='<w:lvlRestart w:val="1"/>'))
    assert labels(after_first + num(1, 0), (1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)) == [
        *("1.", "1.", "1)", "2.", "2)", "2.", "1)"),
    ]


def test_a_list_may_replace_a_level_of_its_definition() -> None:
    own = f'<w:lvlOverride w:ilvl="1">{level(1, "(%2)", start=4)}</w:lvlOverride>'
    assert labels(PLAN + num(1, 0, own), (1, 1), (1, 1)) == ["(4)", "(5)"]


def test_number_zero_and_unknown_lists_give_no_label() -> None:
    assert labels(PLAN + num(1, 0), (0, 0), (9, 0), (1, 0)) == ["", "", "I."]


def test_a_style_brings_its_list_and_its_level() -> None:
    numbering = abstract(
        0,
        level(0, "%1.", "upperRoman", '<w:pStyle w:val="H1"/>'),
        level(1, "%2.", more='<w:pStyle w:val="H2"/>'),
    ) + num(1, 0)
    list_one = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    second = '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>'
    styles = style("H1", list_one) + style("H2", list_one) + style("H3", second, based_on="H1")

    def of(name: str, ppr: str = "") -> str:
        return para("x", ppr=f'<w:pStyle w:val="{name}"/>{ppr}')

    off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    assert labels(numbering, of("H1"), of("H2"), of("H3"), of("H1"), of("H1", off), of("H2"), styles=styles) == [
        *("I.", "1.", "2.", "II.", "", "1."),
    ]


def test_a_list_kept_in_a_style_is_found_through_it() -> None:
    numbering = (
        abstract(0, more='<w:numStyleLink w:val="Danh sach"/>')
        + abstract(1, level(0, "Mục %1"), more='<w:styleLink w:val="Danh sach"/>')
        + num(1, 0)
        + num(2, 1)
    )
    styles = style("Danh sach", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', "numbering")
    assert labels(numbering, (1, 0), (2, 0), styles=styles) == ["Mục 1", "Mục 2"]


def test_bullets_show_the_sign_one_sees() -> None:
    def bullet(char: str, font: str) -> str:
        return level(0, char, "bullet", f'<w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr>')

    numbering = (
        abstract(0, bullet("\uf0b7", "Symbol"))
        + abstract(1, bullet("\uf0fc", "Wingdings"))
        + abstract(2, bullet("-", "Times New Roman"))
        + abstract(3, bullet("o", "Courier New"))
        + "".join(num(n + 1, n) for n in range(4))
    )
    assert labels(numbering, (1, 0), (2, 0), (3, 0), (4, 0)) == ["•", "✓", "-", "o"]


def test_empty_paragraphs_and_cells_count_in_document_order() -> None:
    item = numbered(1, 1)
    body = para(ppr=item) + table(row(cell(para("a", ppr=item)), cell(para("b", ppr=item)))) + para("c", ppr=item)
    found = Docx(body, numbering=PLAN + num(1, 0)).paper()
    assert [one.nhan for one in found.paras] == ["1.", "2.", "3.", "4."]
    assert found.paras[1].danh_sach == (1, 1)
    assert found.paras[1].full == "2. a"


def test_lists_in_text_boxes_count_by_themselves() -> None:
    item = numbered(1, 1)
    body = para("a", text_box(para("trong", ppr=item)), ppr=item) + para("b", ppr=item)
    assert [one.nhan for one in Docx(body, numbering=PLAN + num(1, 0)).paper().paras] == ["1.", "1.", "2."]


@pytest.mark.parametrize(
    ("number", "kind", "written"),
    [
        (4, "upperRoman", "IV"),
        (9, "lowerRoman", "ix"),
        (1, "lowerLetter", "a"),
        (27, "lowerLetter", "aa"),
        (53, "upperLetter", "AAA"),
        (781, "lowerLetter", "a"),
        (5, "decimalZero", "05"),
        (12, "decimalZero", "12"),
        (21, "ordinal", "21st"),
        (12, "ordinal", "12th"),
        (3, "decimalEnclosedCircle", "③"),
        (3, "decimalEnclosedParen", "(3)"),
        (15, "vietnameseCounting", "mười lăm"),
        (7, "custom:001, 002, 003, ...", "007"),
        (7, "none", ""),
        (7, "chicago", "7"),
        (0, "upperRoman", "0"),
        (5000, "upperRoman", "5000"),
    ],
)
def test_numerals_are_written_as_word_writes_them(number: int, kind: str, written: str) -> None:
    assert numeral(number, kind) == written


def test_a_newer_format_is_read_from_the_branch_for_newer_programs() -> None:
    newer = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14">'
        '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        '</mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>'
    )
    assert labels(abstract(0, newer) + num(1, 0), (1, 0)) == ["001."]
