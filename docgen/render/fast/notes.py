"""Footnotes that come with the words, written as text behind those of the template."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from docgen.render import wordml
from docgen.render.fast import markup
from docgen.render.fast.unproved import Unproved
from docgen.render.fast.values import marked
from docgen.render.fast.written import TEXT, pieces
from docgen.render.marks import switch_on


@dataclass(frozen=True)
class NotesShape:
    """The footnotes part without words. head, tail: its markup around the new notes. first: their first number.

    text_style, reference_style: ids of the styles of a note and of the number that refers to it.
    """

    head: str
    tail: str
    first: int
    text_style: str
    reference_style: str


class Notes:
    """The footnotes of one rendering; ``shape`` None: there can be none."""

    def __init__(self, shape: NotesShape | None) -> None:
        self._shape = shape
        self.written: list[str] = []

    def add(self, value: object) -> str:
        """Write a note; the run that refers to it."""
        shape = self._shape
        if shape is None:
            raise Unproved("a footnote in a template without any")
        number = shape.first + len(self.written)
        objects: list[tuple[str, object]] = []
        letters = marked(value if value.__class__ in (list, tuple) else (value,), objects)
        if objects:
            raise Unproved("a mark in a footnote")
        run = pieces("<w:r>", _look, [(TEXT, " "), (TEXT, letters)], _nothing) if letters else _EMPTY
        style = f'<w:rPr><w:rStyle w:val="{shape.reference_style}"/></w:rPr>'
        self.written.append(
            f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{shape.text_style}"/></w:pPr>'
            f"<w:r>{style}<w:footnoteRef/></w:r>{run}</w:p></w:footnote>"
        )
        return f'<w:r>{style}<w:footnoteReference w:id="{number}"/></w:r>'

    def part(self) -> str | None:
        """The whole part; None when the words brought no note."""
        if self._shape is None or not self.written:
            return None
        return f"{self._shape.head}{''.join(self.written)}{self._shape.tail}"


_EMPTY = f"<w:r>{TEXT} </w:t>{TEXT}</w:t></w:r>"


def _look(flags: frozenset[str]) -> str:
    run = etree.Element(wordml.R, nsmap={"w": wordml.NS_W})
    for flag in sorted(flags):
        switch_on(run, flag)
    return "".join(map(markup.whole, run))


def _nothing(_: int) -> None:
    return None
