"""The laws of the notation, on random trees and random texts."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from docgen.outline.escape import spell
from docgen.outline.inline import read
from docgen.outline.labels import number
from docgen.outline.parse import parse
from docgen.outline.sections import join, split
from docgen.outline.tree import Cell, Inline, Item, Level, Node, Outline, Paragraph, Span, Table, plain
from docgen.outline.write import escape, write

from .strategies import inlines, office_texts, outlines, plain_texts, untyped


@given(outlines())
def test_a_written_tree_reads_back_as_the_same_tree(outline: Outline) -> None:
    parsed = parse(write(outline))

    assert untyped(parsed.outline) == untyped(outline)


@given(outlines())
def test_reading_a_written_tree_finds_nothing_to_mend_but_footnotes(outline: Outline) -> None:
    faults = parse(write(outline)).faults

    assert [fault.loi for fault in faults if fault.nang == "loi" and "hú thích" not in fault.loi] == []


@given(outlines())
def test_labels_of_a_tree_survive_writing(outline: Outline) -> None:
    labels = [numbered.label for numbered in number(outline)]

    assert [numbered.label for numbered in number(parse(write(outline)).outline)] == labels


@given(inlines())
def test_written_spans_read_back_as_the_same_spans(inline: Inline) -> None:
    assert read(spell(inline)).whole == inline
    assert read(spell(inline)).unpaired == ()


@given(st.text(st.characters() | st.sampled_from("\ud800\udfff\x00\x1c\uffff")))
def test_any_string_is_read_without_an_exception(text: str) -> None:
    outline = parse(text).outline

    assert untyped(parse(write(outline)).outline) == untyped(outline)


@given(office_texts)
def test_writing_what_was_read_is_a_fixed_point(text: str) -> None:
    outline = parse(text).outline
    canonical = write(outline)
    again = parse(canonical).outline

    assert untyped(again) == untyped(outline)
    assert write(again) == canonical


@given(office_texts)
def test_every_letter_and_digit_survives_reading(text: str) -> None:
    """All of them: in typed labels, titles, texts, cells, footnote keys and texts; in order, but for footnote texts."""
    outline = parse(text).outline
    body, notes = _told(outline)

    if outline.notes:
        assert sorted(body + notes) == sorted(_alphanumeric(text))
    else:
        assert body == _alphanumeric(text)


@given(office_texts)
def test_faults_name_lines_of_the_text(text: str) -> None:
    parsed = parse(text, "phu_luc[1].noi_dung")

    assert all(fault.noi == "phu_luc[1].noi_dung" for fault in parsed.faults)
    assert all(fault.dong is not None and 1 <= fault.dong <= len(text.splitlines()) for fault in parsed.faults)
    assert [fault.dong for fault in parsed.faults] == sorted(fault.dong or 0 for fault in parsed.faults)


@given(office_texts)
def test_canonical_text_is_told_without_changed_labels(text: str) -> None:
    faults = parse(write(parse(text).outline)).faults

    assert [fault.loi for fault in faults if "được đánh số lại" in fault.loi or "được hiểu là nhãn" in fault.loi] == []


@given(plain_texts)
def test_an_escaped_text_is_literal_in_a_paragraph(text: str) -> None:
    assert parse(escape(text)).outline == Outline((Paragraph((Span(text),)),))


@given(plain_texts)
def test_an_escaped_text_is_literal_in_a_bullet(text: str) -> None:
    assert parse("- " + escape(text)).outline == Outline((Item(Level.GACH, "-", text=(Span(text),)),))


@given(plain_texts)
def test_an_escaped_text_is_literal_in_a_heading(text: str) -> None:
    assert parse("I. " + escape(text)).outline == Outline((Item(Level.LA_MA, "I.", title=(Span(text),)),))


@given(plain_texts)
def test_an_escaped_text_is_literal_after_a_number(text: str) -> None:
    item = parse("1. " + escape(text)).outline.children[0]

    assert isinstance(item, Item)
    assert " ".join(filter(None, [plain(item.title), plain(item.text)])) == text


@given(plain_texts)
def test_an_escaped_text_is_literal_in_a_table_cell(text: str) -> None:
    outline = parse(f"| {escape(text)} | x |").outline

    assert outline == Outline((Table((), ((Cell((Span(text),)), Cell((Span("x"),))),)),))


@given(outlines())
def test_sections_of_canonical_text_join_to_the_same_text(outline: Outline) -> None:
    canonical = write(outline)

    assert join(*split(canonical)) == canonical


@given(office_texts)
def test_sections_of_any_text_join_to_the_same_meaning(text: str) -> None:
    assert untyped(parse(join(*split(text))).outline) == untyped(parse(text).outline)


def _alphanumeric(text: str) -> list[str]:
    return [c for c in unicodedata.normalize("NFD", text) if c.isalnum()]


def _told(outline: Outline) -> tuple[list[str], list[str]]:
    """The letters and digits of the body in reading order, and those of the footnote texts; ``<br>`` as typed."""
    body = [word for node in outline.children for word in _words(node)]
    notes = [key + _typed(text) for key, text in outline.notes]
    return _alphanumeric("\n".join(body)), _alphanumeric("\n".join(notes))


def _words(node: Node) -> list[str]:
    if isinstance(node, Paragraph):
        return [_typed(node.text)]
    if isinstance(node, Table):
        return [_typed(cell.text) for row in node.header + node.rows for cell in row]
    return [
        node.typed,
        _typed(node.title),
        _typed(node.text),
        *(word for child in node.children for word in _words(child)),
    ]


def _typed(inline: Inline) -> str:
    return "".join(part.text if isinstance(part, Span) else part.key for part in inline).replace("\n", "<br>")
