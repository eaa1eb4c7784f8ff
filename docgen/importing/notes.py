"""Footnotes of a body: their places get the keys 1, 2 … in reading order, their texts stand at its end.

Also notes typed as text under the signature (``¹ …``), whose raised mark stands in the body.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from docgen.importing.spans import joined, raw_spans, tidy
from docgen.outline.tree import Cell, Inline, Item, Node, NoteRef, Outline, Paragraph, Span, Table, normal
from docgen.reading.facts import Paper

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "0123456789()")
_MARK = re.compile(r"\s*(?P<dau>[⁰¹²³⁴-⁹]{1,3}|\[\d{1,3}\]|\(\d{1,3}\)|\*{1,3})\s?(?=\S)")


@dataclass
class Notes:
    """The footnotes of one body, in reading order."""

    paper: Paper
    texts: list[Inline] = field(default_factory=list)

    def ref(self, key: str) -> NoteRef | None:
        """Make the place of a footnote of the paper."""
        if key not in self.paper.chu_thich:
            return None
        self.texts.append(note_text(self.paper, key))
        return NoteRef(str(len(self.texts)))

    def definitions(self) -> tuple[tuple[str, Inline], ...]:
        """Key and text of every footnote; one without words is a blank that shows."""
        return tuple((str(at), text or (Span("…"),)) for at, text in enumerate(self.texts, start=1))


def note_text(paper: Paper, key: str) -> Inline:
    """The words of a footnote, its paragraphs on one line."""
    return joined(tidy(raw_spans(paper, para)) for para in paper.chu_thich.get(key, ()))


@dataclass(frozen=True)
class Typed:
    """A note typed as text: its mark as bare figures, and its words."""

    doan: int
    dau: str
    text: Inline


def typed_note(doan: int, words: Inline) -> Typed | None:
    """Read ``¹ Theo Kế hoạch …``; None without a mark."""
    first = words[0] if words else None
    found = _MARK.match(first.text) if isinstance(first, Span) else None
    if found is None or not isinstance(first, Span):
        return None
    rest = normal([replace(first, text=first.text[found.end() :]), *words[1:]])
    return Typed(doan, _bare(found["dau"]), tidy(rest))


def _bare(mark: str) -> str:
    return mark.translate(_RAISED).strip("()[]")


def place_typed(outline: Outline, typed: Iterable[Typed]) -> tuple[Outline, list[Typed]]:
    """Put typed notes at their raised marks; return the outline and the notes whose mark does not stand in it.

    Footnotes of Word must not be there already, for the keys are counted anew.
    """
    notes = list(typed)
    waiting = {note.dau: note for note in reversed(notes)}
    if not waiting or outline.notes:
        return outline, notes
    placer = _Placer(waiting)
    children = tuple(placer.node(node) for node in outline.children)
    done = tuple((str(at), note.text) for at, note in enumerate(placer.placed, start=1))
    return Outline(children, done), [note for note in notes if not any(note is one for one in placer.placed)]


@dataclass
class _Placer:
    waiting: dict[str, Typed]
    placed: list[Typed] = field(default_factory=list)

    def node(self, node: Node) -> Node:
        if isinstance(node, Paragraph):
            return replace(node, text=self.inline(node.text))
        if isinstance(node, Table):
            return replace(node, header=self._rows(node.header), rows=self._rows(node.rows))
        title, text = self.inline(node.title), self.inline(node.text)
        return Item(node.level, node.typed, title, text, tuple(self.node(child) for child in node.children))

    def _rows(self, rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
        return tuple(tuple(Cell(self.inline(cell.text)) for cell in row) for row in rows)

    def inline(self, inline: Inline) -> Inline:
        return normal(piece for part in inline for piece in self._part(part))

    def _part(self, part: Span | NoteRef) -> Iterable[Span | NoteRef]:
        if not isinstance(part, Span):
            return [part]
        if part.superscript and _bare(part.text.strip()) in self.waiting:
            return [self._ref(_bare(part.text.strip()))]
        out: list[Span | NoteRef] = []
        for piece in re.split(r"([⁰¹²³⁴-⁹]{1,3})", part.text):
            raised = _bare(piece) if piece and piece[0] in "⁰¹²³⁴⁵⁶⁷⁸⁹" else ""
            out.append(self._ref(raised) if raised in self.waiting else replace(part, text=piece))
        return out

    def _ref(self, dau: str) -> NoteRef:
        self.placed.append(self.waiting.pop(dau))
        return NoteRef(str(len(self.placed)))
