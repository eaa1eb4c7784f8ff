"""Random trees, texts and spans, built mostly from the signs of the notation and the habits of offices."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from functools import reduce
from math import gcd

from hypothesis import strategies as st

from docgen.outline.tree import (
    Cell,
    Inline,
    Item,
    Level,
    Node,
    NoteRef,
    Outline,
    Paragraph,
    Span,
    Table,
    normal,
)

_LEVELS = list(Level)
_SIGNS = "aB1.I )*^[]{}\\|<>br/:-+“”Đ·,;é\t\u00a0\u0301\u0338"
_OFFICE_WORDS = [
    "Mục đích",
    "TỔ CHỨC THỰC HIỆN",
    "I. x",
    "1. y",
    "1.1. b",
    "a) z",
    "- t",
    "+ t",
    "· t",
    "Điều 1.",
    "Phần I",
    "Chương II. X",
    "Lưu ý: x",
    "[^1]: x",
    "| a |",
    "---",
    "Nội dung: Triển khai như sau:",
    "Giao Sở X.",
    "https://example.vn/*x*",
]

words = st.one_of(st.sampled_from(_OFFICE_WORDS), st.text(st.sampled_from(_SIGNS), min_size=1, max_size=5)).map(
    lambda s: unicodedata.normalize("NFC", s)
)
keys = st.sampled_from(["1", "a-b"])


def inlines(*, bold: bool = True, breaks: bool = False) -> st.SearchStrategy[Inline]:
    """Inline texts in normal form."""
    texts = words | st.sampled_from(["a\nb", "\n\u0338"]) if breaks else words
    spans = st.builds(Span, texts, st.booleans() if bold else st.just(False), st.booleans(), st.booleans())
    return st.lists(st.one_of(spans, spans, spans, st.builds(NoteRef, keys)), max_size=3).map(normal)


paragraphs = st.builds(Paragraph, inlines().filter(bool))
notes = st.builds(lambda rest: Paragraph(normal((Span("Lưu ý: abc"), *rest)), note=True), inlines()) | st.just(
    Paragraph((Span("Lưu ý", bold=True), Span(": x")), note=True)
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 3))
    row = st.tuples(*[st.builds(Cell, inlines(breaks=True))] * columns)
    header = draw(st.lists(row, max_size=2))
    rows = draw(st.lists(row, min_size=0 if header else 1, max_size=2))
    widths = draw(st.sampled_from([(), (1, 2, 3), (2, 3, 5), (7, 1, 1)]))[:columns]
    aligns = draw(st.tuples(*[st.sampled_from(["left", "center", "right", ""])] * columns))
    divisor = reduce(gcd, widths) if widths else 1
    return Table(
        tuple(header),
        tuple(rows),
        tuple(width // divisor for width in widths) if len(set(widths)) > 1 else (),
        aligns if any(aligns) else (),
    )


@st.composite
def _children(draw: st.DrawFn, parent: Level | None, depth: int) -> tuple[Node, ...]:
    out: list[Node] = []
    deepest, under_number = Level.CONG.rank, False
    for _ in range(draw(st.integers(0, 3 if depth < 4 else 1))):
        may_be_words = not under_number and not (parent and parent.is_bullet)
        if may_be_words and draw(st.booleans()):
            out.append(draw(st.one_of(paragraphs, paragraphs, notes, tables())))
            deepest = Level.CONG.rank
            continue
        strongest = parent.rank + 1 if parent else 0
        if strongest > deepest:
            continue
        level = _LEVELS[draw(st.integers(strongest, deepest))]
        deepest, under_number = level.rank, under_number or not level.is_bullet
        title = draw(inlines(bold=False))
        text = () if level.is_always_title else draw(inlines())
        typed = draw(st.sampled_from(["", "", "2.1.", "3.4.5", "0.7", "x"]))
        out.append(Item(level, typed, title, text, draw(_children(level, depth + 1))))
    return tuple(out)


@st.composite
def outlines(draw: st.DrawFn) -> Outline:
    """Trees of every shape the notation can say, in normal form."""
    return Outline(
        draw(_children(None, 0)),
        tuple(draw(st.lists(st.tuples(keys, inlines()), max_size=2))),
    )


_LABELS = [
    *("I.", "II.", "C.", "1.", "2.", "1/", "1)", "1-", "1.1.", "1.1", "2.3", "1.1.1.", "a)", "b.", "a/", "f)"),
    *("aa)", "- ", "-", "+ ", "+", "·", "– ", "* ", "Phần I", "PHẦN II", "Chương 1", "Mục 1", "Điều 1"),
    *("Điều 2. ", "Phần thứ nhất"),
]
_MARKS = [
    *("**", "*", "^", "[^1]", "[^1]: ", "\\", "{", "}", "(", ")", "<br>", "|", "| a | b |", "|---|:-:|"),
]
_WORDS = [
    *("Lưu ý: ", "nội dung", "Mục đích", "TỔ CHỨC", "Sở X", "như sau:", "2020 là năm", "1.500 người", "(1) "),
    *("A. ", "¹ "),
]
_SIGNS_AND_BLANKS = [
    *(".", ";", ":", "./.", "”", "“", "\u0301", "\u0338", "\ufeff", " ", " ", "  ", "\t", "\u00a0", "\n", "\n"),
    *("\n\n", "\r\n", "\u2028"),
]
_FRAGMENTS = [*_LABELS, *_MARKS, *_WORDS, *_SIGNS_AND_BLANKS]

office_texts = st.lists(st.sampled_from(_FRAGMENTS) | st.text(max_size=3), max_size=25).map("".join)
"""Texts as offices type them, and worse."""

plain_texts = (
    office_texts.map(lambda s: " ".join(unicodedata.normalize("NFC", s).splitlines()))
    .filter(bool)
    .filter(lambda s: len(s.splitlines()) == 1)
)
"""One paragraph of anything, NFC."""


def untyped(outline: Outline) -> Outline:
    """``outline`` without the typed labels."""

    def bare(node: Node) -> Node:
        if isinstance(node, Item):
            return replace(node, typed="", children=tuple(map(bare, node.children)))
        return node

    return replace(outline, children=tuple(map(bare, outline.children)))
