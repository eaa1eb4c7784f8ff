from __future__ import annotations

import pytest

from docgen.outline.parse import parse
from docgen.outline.tree import Cell, Item, Level, Outline, Paragraph, Span, Table
from docgen.outline.write import write

from .trees import read_as, told


def cells(*words: str) -> tuple[Cell, ...]:
    return tuple(Cell((Span(word),)) if word else Cell(()) for word in words)


def test_a_separator_makes_header_rows_widths_and_sides() -> None:
    text = "| Stt | Nội dung | Kinh phí |\n|---|:------:|---:|\n| 1 | Tập huấn | 12.000 |"

    assert parse(text).outline.children == (
        Table(
            header=(cells("Stt", "Nội dung", "Kinh phí"),),
            rows=(cells("1", "Tập huấn", "12.000"),),
            widths=(1, 2, 1),
            aligns=("", "center", "right"),
        ),
    )
    assert parse(text).faults == ()


def test_equal_dashes_say_nothing_of_widths() -> None:
    assert parse("|a|b|\n|---|---|\n|c|d|").outline.children == (Table((cells("a", "b"),), (cells("c", "d"),)),)


def test_a_table_without_separator_has_no_header() -> None:
    assert parse("| a |\n| b |").outline.children == (Table((), (cells("a"), cells("b"))),)


def test_several_header_rows_stand_above_the_separator() -> None:
    table = parse("| a |\n| b |\n|---|\n| c |").outline.children[0]

    assert table == Table((cells("a"), cells("b")), (cells("c"),))


def test_cells_hold_breaks_escaped_pipes_and_empty_text() -> None:
    assert parse(r"| a<br>b <BR/> c | d \| e | |").outline.children == (Table((), (cells("a\nb\nc", "d | e", ""),)),)


def test_the_pipe_at_the_end_may_be_missing() -> None:
    assert parse("| a | b").outline.children == (Table((), (cells("a", "b"),)),)


def test_a_row_of_another_length_has_to_be_mended() -> None:
    text = "Bảng:\n\n| a | b |\n|---|---|\n| c |\n| d | e | f |"

    assert told(text) == [
        (5, "loi", "Hàng này có 1 ô, hàng đầu của bảng có 2 ô."),
        (6, "loi", "Hàng này có 3 ô, hàng đầu của bảng có 2 ô."),
    ]
    table = parse(text).outline.children[1]
    assert isinstance(table, Table)
    assert table.rows == (cells("c"), cells("d", "e", "f"))


def test_a_separator_of_another_length_has_to_be_mended_and_says_nothing() -> None:
    assert told("| a | b |\n|---|") == [(2, "loi", "Hàng này có 1 ô, hàng đầu của bảng có 2 ô.")]
    assert parse("| a | b |\n|---|").outline.children == (Table((cells("a", "b"),), ()),)


def test_a_second_separator_is_told() -> None:
    assert [fault[:2] for fault in told("| a |\n|---|\n| b |\n|---|\n| c |")] == [(4, "nhac")]


def test_dashes_alone_are_no_table() -> None:
    assert told("|---|") == [(1, "loi", "Bảng này không có hàng nào.")]
    assert parse("|---|").outline == Outline()


def test_a_cell_of_dashes_is_written_as_words() -> None:
    outline = Outline((Table((), (cells("---"), cells("-"))),))

    assert write(outline) == "| \\--- |\n| - |"
    assert parse(write(outline)).outline == outline


def test_a_table_belongs_to_the_item_above_its_bullets() -> None:
    assert read_as("1. Kinh phí\n- Như sau:\n| a | b |\n- Khác") == "1. [Kinh phí]\n  - Như sau:\n  ▦ 1x2\n  - Khác"


def test_text_right_under_a_table_is_a_paragraph() -> None:
    assert read_as("| a |\nNguồn: B.\n| c |") == "▦ 1x1\n¶ Nguồn: B.\n▦ 1x1"


def test_tables_are_written_with_a_blank_line_around() -> None:
    table = Table((), (cells("a"),))
    outline = Outline((table, table, Paragraph((Span("b"),)), table, Item(Level.GACH, text=(Span("c"),))))

    assert write(outline) == "| a |\n\n| a |\n\nb\n\n| a |\n\n- c"


@pytest.mark.parametrize("separator", ["|---|---|", "|:--:|--|", "| :-: | -: |", "|--|:-|"])
def test_two_dashes_or_one_with_a_colon_make_a_separator(separator: str) -> None:
    (table,) = parse(f"| Stt | Việc |\n{separator}\n| 1 | Họp |").outline.children

    assert isinstance(table, Table)
    assert table.header == (cells("Stt", "Việc"),)
    assert table.rows == (cells("1", "Họp"),)


def test_lone_dashes_are_words_of_a_row() -> None:
    assert parse("| Stt | Việc |\n| - | - |").outline.children == (Table((), (cells("Stt", "Việc"), cells("-", "-"))),)
