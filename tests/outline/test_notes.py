from __future__ import annotations

from docgen.outline.parse import parse
from docgen.outline.tree import NoteRef, Paragraph, Span
from docgen.outline.write import write

from .trees import told


def test_a_footnote_has_its_place_and_its_text() -> None:
    parsed = parse("theo hướng dẫn của Hội[^1].\n\n[^1]: Gửi về *ten@example.vn* trước\nngày 29/02/2024.")

    assert parsed.outline.children == (Paragraph((Span("theo hướng dẫn của Hội"), NoteRef("1"), Span("."))),)
    assert parsed.outline.notes == (
        ("1", (Span("Gửi về "), Span("ten@example.vn", italic=True), Span(" trước ngày 29/02/2024."))),
    )
    assert parsed.faults == ()


def test_a_footnote_text_may_stand_anywhere_and_is_written_last() -> None:
    text = "- a[^x];\n[^x]: Lời.\n- b."

    assert write(parse(text).outline) == "- a[^x];\n- b.\n\n[^x]: Lời."


def test_a_place_without_text_has_to_be_mended() -> None:
    assert told("Một.\n\nHai[^1].") == [(3, "loi", "Chú thích [^1] không có lời.")]


def test_a_text_without_place_has_to_be_mended_and_is_kept() -> None:
    assert told("[^1]: Lời.") == [(1, "loi", "Lời chú thích [^1] không được dẫn ở đâu.")]
    assert parse("[^1]: Lời.").outline.notes == (("1", (Span("Lời."),)),)


def test_two_texts_of_one_key_have_to_be_mended_and_are_both_kept() -> None:
    text = "a[^1]\n\n[^1]: b\n[^1]: c"

    assert told(text) == [(4, "loi", "Chú thích [^1] có hai lời.")]
    assert [key for key, _ in parse(text).outline.notes] == ["1", "1"]


def test_a_footnote_in_a_footnote_has_to_be_mended() -> None:
    assert (3, "loi", "Chú thích [^2] nằm trong lời của một chú thích.") in told("a[^1][^2]\n\n[^1]: b[^2]\n[^2]: c")


def test_a_text_with_two_places_is_told() -> None:
    assert [fault[:2] for fault in told("Một[^1].\n\nHai[^1].\n\n[^1]: c")] == [(3, "nhac")]


def test_an_empty_text_has_to_be_mended() -> None:
    assert told("a[^1]\n\n[^1]:") == [(3, "loi", "Chú thích [^1] không có lời.")]


def test_footnotes_in_titles_and_cells_count() -> None:
    assert told("I. A[^1]\n| b[^2] |\n\n[^1]: c\n[^2]: d") == []
