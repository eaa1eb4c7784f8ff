"""A part taken to pieces: what is always the same, what a tag prints, and what tags let in or repeat."""

from __future__ import annotations

from dataclasses import dataclass

from jinja2 import nodes

from docgen.render.fast.shapes import CellShape, ParagraphShape, RunShape, SectionShape, TableShape


@dataclass(frozen=True)
class Static:
    """Markup that is always the same."""

    text: str


@dataclass(frozen=True)
class Plain:
    """The text of a property of the file: letters of the template and what tags print, in order."""

    pieces: tuple[str | nodes.Node, ...]


@dataclass(frozen=True)
class Run:
    """A run with tags in its letters; ``prints``: their expressions, by the numbers the shape uses."""

    shape: RunShape
    prints: tuple[nodes.Node, ...]


@dataclass(frozen=True)
class Paragraph:
    """A paragraph with tags: Static, Run, If and For in order."""

    shape: ParagraphShape
    inside: tuple[Step, ...]


@dataclass(frozen=True)
class Cell:
    """A cell; ``may_lack``: it may be left without the paragraph it must end with."""

    shape: CellShape
    inside: tuple[Step, ...]
    may_lack: bool


@dataclass(frozen=True)
class Holder:
    """What holds blocks: the body, a header, a note, a content control. may_lack: as for a cell."""

    opening: str
    inside: tuple[Step, ...]
    closing: str
    may_lack: bool


@dataclass(frozen=True)
class Row:
    """A row; ``may_lack``: it may be left without cells and is dropped then."""

    opening: str
    inside: tuple[Step, ...]
    before: int
    may_lack: bool


@dataclass(frozen=True)
class Table:
    """A table; ``may_lack``: it may be left without rows and is dropped then. is_top: it stands in no other table."""

    shape: TableShape
    inside: tuple[Step, ...]
    may_lack: bool
    is_top: bool


@dataclass(frozen=True)
class Section:
    """The end of a section: a paragraph that carries it, or the body's last."""

    shape: SectionShape


@dataclass(frozen=True)
class For:
    """``{% for name in source if test %} … {% else %} … {% endfor %}``."""

    name: str
    source: nodes.Node
    test: nodes.Node | None
    inside: tuple[Step, ...]
    other: tuple[Step, ...]


@dataclass(frozen=True)
class If:
    """``{% if %} … {% elif %} … {% else %} … {% endif %}``: test and steps; the test of the last may be None."""

    branches: tuple[tuple[nodes.Node | None, tuple[Step, ...]], ...]


Step = Static | Plain | Run | Paragraph | Cell | Holder | Row | Table | Section | For | If
