"""Marked text in a rendered part, turned into Word's own elements: formatted runs, line breaks, tabs, footnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Protocol

from docgen.render import rich, runs, wordml
from docgen.render.rich import BOLD, CLOSE, ITALIC, LEFT_BRACE, NEWLINE, OPEN, RIGHT_BRACE, SUPER, TABULATOR
from docgen.render.trace import Mark, Trace
from docgen.render.wordml import Element

TOKEN: Final = re.compile(f"({OPEN}\\d+{CLOSE}|[{BOLD}{ITALIC}{SUPER}{NEWLINE}{TABULATOR}])")
MARK: Final = re.compile("[\ufdd0-\ufdef]")
# ECMA-376 Part 1: 17.3.2.1 b, 17.3.2.16 i, 17.3.2.42 vertAlign.
FLAGS: Final = {BOLD: ("b", None), ITALIC: ("i", None), SUPER: ("vertAlign", "superscript")}
_CALLED: Final = {
    "chan_sau": "Dấu chân trang",
    "chu_thich": "Chú thích cuối trang",
    "ke": "Dấu đường kẻ",
    "ngang": "Dấu trang ngang",
}
# Only in the body can a paragraph be told its section or its column.
_ANYWHERE: Final = ("giu", "rong")


class Notes(Protocol):
    """Where footnotes go."""

    def add(self, mark: Mark) -> Element:
        """Write the footnote; the run that refers to it."""


@dataclass(frozen=True)
class Pending:
    """A mark that is carried out once all letters stand: its mark and the paragraph it was printed in."""

    mark: Mark
    paragraph: Element


def expand(root: Element, trace: Trace, notes: Notes | None) -> list[Pending]:
    """Carry out every mark in a part.

    notes: where footnotes go; None in parts that cannot have any (headers, footers, notes): a footnote, a rule or a
    landscape mark there is noted as a fault. Returns the marks that need the finished tree.
    """
    pending: list[Pending] = []
    for element in root.iter():
        if element.text and (LEFT_BRACE in element.text or RIGHT_BRACE in element.text):
            element.text = rich.show_braces(element.text)
    for text in [t for t in root.iter(wordml.T) if t.text and MARK.search(t.text)]:
        pending += _Text(text, trace, notes).expand()
    return pending


def expand_plain(root: Element, trace: Trace) -> None:
    """The same for a part whose text is plain, the file's properties: emphasis is dropped, objects are faults."""
    for element in root.iter():
        if element.text and MARK.search(element.text):
            for token in re.findall(f"{OPEN}(\\d+){CLOSE}", element.text):
                _misplaced(trace, trace.marks[int(token)])
            element.text = rich.plain(element.text)


class _Text:
    """One ``w:t`` with marks in it."""

    def __init__(self, text: Element, trace: Trace, notes: Notes | None) -> None:
        run = text.getparent()
        assert run is not None, "lxml: text without a run"
        self._text, self._run, self._trace, self._notes = text, run, trace, notes
        self._paragraph = wordml.ancestor(text, wordml.P)
        self._pending: list[Pending] = []

    def expand(self) -> list[Pending]:
        """Put runs in the place of the marked text."""
        runs.split(self._run, self._text, list(self._pieces(self._text.text or "")))
        return self._pending

    def _pieces(self, marked: str) -> Iterator[Element]:
        """A run for each stretch of the text under the same flags, and one for each footnote."""
        flags: frozenset[str] = frozenset()
        content: list[Element] = []
        for token in TOKEN.split(marked):
            if token in FLAGS or token.startswith(OPEN):
                reference = None if token in FLAGS else self._object(self._trace.marks[int(token[1:-1])])
                if token in FLAGS or reference is not None:
                    yield self._stretch(flags, content)
                    content = []
                if reference is not None:
                    yield reference
                flags ^= {token} & FLAGS.keys()
            elif token == NEWLINE:
                content.append(self._text.makeelement(wordml.BR))
            elif token == TABULATOR:
                content.append(self._text.makeelement(wordml.TAB))
            elif token:
                content.append(runs.text_element(token))
        yield self._stretch(flags, content)

    def _stretch(self, flags: frozenset[str], content: list[Element]) -> Element:
        run = runs.empty_like(self._run)
        for flag in sorted(flags):
            switch_on(run, flag)
        run.extend(content)
        return run

    def _object(self, mark: Mark) -> Element | None:
        """Carry out a mark that is no letter; the run that stands for it, if any."""
        if self._paragraph is None or (self._notes is None and mark.kind not in _ANYWHERE):
            _misplaced(self._trace, mark)
        elif mark.kind == "giu":
            wordml.child(wordml.properties(self._paragraph, wordml.PPR), "keepNext").attrib.clear()
        elif mark.kind == "chu_thich" and self._notes is not None:
            return self._notes.add(mark)
        else:
            self._pending.append(Pending(mark, self._paragraph))
        return None


def switch_on(run: Element, flag: str) -> None:
    """Give a run the formatting of a flag; a value of the template's own is overridden."""
    name, value = FLAGS[flag]
    element = wordml.child(wordml.properties(run, wordml.RPR), name)
    element.attrib.clear()
    if value is not None:
        element.set(wordml.VAL, value)


def _misplaced(trace: Trace, mark: Mark) -> None:
    what = _CALLED.get(mark.kind, "Dấu này")
    trace.fault(f"{what} không đặt được ở đây.", "Hãy chuyển thẻ vào thân văn bản.", mark.place)
