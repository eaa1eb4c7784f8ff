"""Inline text as segments, and the signs put to it."""

from __future__ import annotations

from functools import partial

from docgen.context.rich import closed, field, plain, segments
from docgen.outline.tree import NoteRef, Span
from docgen.standards import ND30
from docgen.standards.endings import ket_bai, ket_dong


def test_a_field_is_read_as_the_body_is() -> None:
    assert field("Công văn *số 1* m^2^ 5*3") == [
        {"chu": "Công văn "},
        {"chu": "số 1", "nghieng": True},
        {"chu": " m"},
        {"chu": "2", "mu": True},
        {"chu": " 5*3"},
    ]


def test_a_footnote_within_a_footnote_is_written_out() -> None:
    inline = (Span("a"), NoteRef("1"))
    notes = {"1": (Span("b"), NoteRef("2")), "2": (Span("c"),)}
    assert segments(inline, notes) == [{"chu": "a"}, {"chu_thich": [{"chu": "b[^2]"}]}]


def test_the_words_of_a_rich_value() -> None:
    assert plain([{"chu": "a"}, {"chu_thich": [{"chu": "b"}]}, {"giu": True}, {"chu": "c", "dam": True}]) == "abc"


def test_the_sign_put_is_upright_and_plain() -> None:
    got = closed([{"chu": "Luật ", "dam": True}, {"chu": "A;", "nghieng": True}], lambda p: ket_dong(p, "."), "- ")
    assert got == [
        {"chu": "- "},
        {"chu": "Luật ", "dam": True},
        {"chu": "A", "nghieng": True},
        {"chu": "."},
    ]


def test_a_typed_sign_of_its_own_look_leaves_no_empty_segment() -> None:
    assert closed([{"chu": "A", "dam": True}, {"chu": ";"}], lambda p: ket_dong(p, ".")) == [
        {"chu": "A", "dam": True},
        {"chu": "."},
    ]


def test_raised_text_and_footnotes_are_left_alone() -> None:
    ending = partial(ket_bai, ND30)
    raised = [{"chu": "m"}, {"chu": "2", "mu": True}]
    assert closed(raised, ending) == [*raised, {"chu": "./."}]
    note = {"chu_thich": [{"chu": "b."}]}
    assert closed([{"chu": "tỉnh."}, note], ending) == [{"chu": "tỉnh"}, note, {"chu": "./."}]
