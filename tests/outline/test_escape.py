from __future__ import annotations

import pytest

from docgen.outline.escape import spell
from docgen.outline.tree import NoteRef, Span


@pytest.mark.parametrize(
    ("spans", "raw"),
    [
        ((Span("đậm", bold=True), Span(" rồi thường")), "**đậm** rồi thường"),
        ((Span("a", bold=True), Span("b", italic=True)), "**a**{*b*}"),
        ((Span("a", bold=True), Span("“b”", italic=True)), "**a***“b”*"),
        ((Span("a b", superscript=True),), "{^a b^}"),
        ((Span("m"), Span("2", superscript=True)), "m^2^"),
        ((Span("a", bold=True), NoteRef("1"), Span("b", bold=True)), "**a[^1]b**"),
        ((Span("a  b "),), r"a \ b\ "),
        ((Span("a\u00a0b"),), "a\\\u00a0b"),
        ((Span("(a)", italic=True),), "*(a)*"),
        ((Span("a("), Span("b", bold=True), Span(")")), "a(**b**)"),
        ((Span(", a", bold=True),), r"**\, a**"),
        ((Span("5*3 và 2^3"),), r"5\*3 và 2\^3"),
        ((Span("a | b"),), "a | b"),
        ((Span("xuống\ndòng"),), "xuống dòng"),
    ],
)
def test_spans_are_written_with_as_few_signs_as_are_safe(spans: tuple[Span | NoteRef, ...], raw: str) -> None:
    assert spell(spans) == raw


def test_a_cell_has_line_breaks_and_escaped_pipes() -> None:
    assert spell((Span("a | b\nc<br>"),), cell=True) == r"a \| b<br>c\<br>"


def test_bold_at_the_beginning_of_an_items_text_is_not_written_as_a_title() -> None:
    assert spell((Span("Sở", bold=True), Span(" A")), is_item_text=True) == "{**Sở**} A"
