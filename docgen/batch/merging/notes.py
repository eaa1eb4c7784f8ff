"""Footnotes, endnotes and comments of all copies in one part each, under new numbers."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from lxml import etree

from docgen.batch.merging.source import OFFICE, Copy, Link
from docgen.batch.merging.target import HEAD, TYPES, Links, Target
from docgen.reading.wordml import NS_R, NS_W, Element, w

_ID, _TYPE = w("id"), w("type")
_SEPARATORS: Final = ("separator", "continuationSeparator", "continuationNotice")


@dataclass(frozen=True)
class Kind:
    """A kind of note: the part, the element of one, and the elements of the text that refer to it."""

    part: str
    element: str
    references: tuple[str, ...]


FOOTNOTES: Final = Kind("footnotes", w("footnote"), (w("footnoteReference"),))
ENDNOTES: Final = Kind("endnotes", w("endnote"), (w("endnoteReference"),))
COMMENTS: Final = Kind("comments", w("comment"), (w("commentReference"), w("commentRangeStart"), w("commentRangeEnd")))
KINDS: Final = (FOOTNOTES, ENDNOTES, COMMENTS)


class Notes:
    """One of these parts as it grows. separators: type → number, of the notes that are the lines above the notes."""

    def __init__(self, kind: Kind, target: Target) -> None:
        self.kind, self._target = kind, target
        self.links = Links()
        self.separators: dict[str, str] = {}
        self._spool = target.spool(kind.part)
        self._ids: Iterator[int] = itertools.count(1)

    def take(self, source: Copy, body: Element, finished: Callable[[Element, str], None]) -> bool:
        """Take over the notes that the text of a copy refers to, and give them new numbers on both sides.

        finished: renames and numbers a note, given what the copy calls the part. Tells whether there were any.
        """
        references = list(body.iter(*self.kind.references))
        root = source.part(self.kind.part) if references or self.kind is FOOTNOTES else None
        owner = source.container.related(self.kind.part) or ""
        notes = {
            note.get(_ID, ""): note for note in (root if root is not None else ()) if note.tag == self.kind.element
        }
        self._take_separators(notes, owner, finished)
        made: dict[str, str] = {}
        for reference in references:
            old = reference.get(_ID, "")
            note = notes.get(old)
            if note is None or note.get(_TYPE) in _SEPARATORS:
                raise source.refused(
                    "Văn bản nhắc tới một chú thích không có trong tệp.", "Hãy mở tệp trong Word và lưu lại."
                )
            if old not in made:
                made[old] = str(next(self._ids))
                note.set(_ID, made[old])
                finished(note, owner)
                self._add(note)
            reference.set(_ID, made[old])
        return bool(made)

    def finish(self) -> str:
        """Write the part; gives its name, "" when there is nothing in it."""
        if not self._spool.size:
            return ""
        head = HEAD + f'<w:{self.kind.part} xmlns:w="{NS_W}" xmlns:r="{NS_R}">'.encode()
        tail = f"</w:{self.kind.part}>".encode()
        chunks = (chunk for some in ([head], self._spool.chunks(), [tail]) for chunk in some)
        name = self._target.add(f"word/{self.kind.part}.xml", f"{TYPES}.{self.kind.part}+xml", chunks, self.links)
        self._target.links.add(Link(f"{OFFICE}/{self.kind.part}", name, False))
        return name

    def _take_separators(self, notes: dict[str, Element], owner: str, finished: Callable[[Element, str], None]) -> None:
        """Take the lines above the notes from the first copy that has them."""
        if self.separators:
            return
        for note in notes.values():
            kind = note.get(_TYPE, "")
            if kind in _SEPARATORS and kind not in self.separators:
                # By custom the first of them has the number -1.
                self.separators[kind] = str(len(self.separators) - 1)
                note.set(_ID, self.separators[kind])
                finished(note, owner)
                self._add(note)
        if len(self.separators) > 2:
            self._ids = itertools.count(len(self.separators) - 1)

    def _add(self, note: Element) -> None:
        note.tail = None
        self._spool.add(etree.tostring(note))
