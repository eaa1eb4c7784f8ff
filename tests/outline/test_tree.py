from __future__ import annotations

import pytest

from docgen.outline.tree import Item, Level, NoteRef, Outline, Paragraph, Span, Table, normal, plain

WORDS = (Span("chữ"),)


def test_levels_stand_in_the_order_of_their_strength() -> None:
    assert " ".join(Level) == "phan chuong muc tieu_muc dieu la_ma so so2 so3 so4 chu gach cong"
    assert [level.rank for level in Level] == list(range(13))


def test_normal_joins_spans_of_one_look_and_drops_empty_ones() -> None:
    parts: list[Span | NoteRef] = [
        Span("a"),
        Span(""),
        Span("b"),
        Span("c", bold=True),
        NoteRef("1"),
        Span("d", bold=True),
    ]

    assert normal(parts) == (Span("ab"), Span("c", bold=True), NoteRef("1"), Span("d", bold=True))


def test_normal_composes_letters_with_their_marks() -> None:
    assert normal([Span("e"), Span("\u0302")]) == (Span("ê"),)


def test_plain_leaves_out_looks_and_footnotes() -> None:
    assert plain((Span("a", bold=True), NoteRef("1"), Span("b"))) == "ab"


@pytest.mark.parametrize("level", ["phan", "chuong", "muc", "tieu_muc", "la_ma"])
def test_levels_that_are_titles_have_no_text(level: str) -> None:
    with pytest.raises(ValueError, match="title only"):
        Item(Level(level), text=WORDS)


def test_a_title_is_not_marked_bold() -> None:
    with pytest.raises(ValueError, match="bold"):
        Item(Level.SO, title=(Span("Mục đích", bold=True),))


@pytest.mark.parametrize(("parent", "child"), [("so", "so"), ("so", "la_ma"), ("gach", "chu"), ("cong", "gach")])
def test_a_child_is_of_a_deeper_level(parent: str, child: str) -> None:
    with pytest.raises(ValueError, match="cannot stand under"):
        Item(Level(parent), children=(Item(Level(child)),))


def test_an_item_deeper_than_its_elder_brother_is_refused() -> None:
    with pytest.raises(ValueError, match="belong to the item before"):
        Outline((Item(Level.SO), Item(Level.GACH)))


def test_a_weaker_elder_brother_is_allowed() -> None:
    assert Outline((Item(Level.GACH), Item(Level.SO)))
    assert Outline((Item(Level.GACH), Paragraph(WORDS), Item(Level.CONG)))


@pytest.mark.parametrize("parent", ["gach", "cong"])
def test_a_bullet_has_no_paragraph_of_its_own(parent: str) -> None:
    with pytest.raises(ValueError, match="no bullet"):
        Item(Level(parent), children=(Paragraph(WORDS),))


def test_a_paragraph_after_a_numbered_brother_is_refused() -> None:
    with pytest.raises(ValueError, match="numbered item above"):
        Outline((Item(Level.LA_MA), Paragraph(WORDS)))


def test_a_note_begins_with_its_words() -> None:
    with pytest.raises(ValueError, match="Lưu ý"):
        Paragraph(WORDS, note=True)
    assert Paragraph((Span("Lưu ý", bold=True), Span(": x")), note=True)


def test_a_table_without_rows_or_with_an_impossible_column_is_refused() -> None:
    with pytest.raises(ValueError, match="row"):
        Table((), ())
    with pytest.raises(ValueError, match="row"):
        Table((), ((),))
