"""What is known of a run, a paragraph, a table or a section before any words: its markup in every look it can take."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from lxml import etree

from docgen.render import marks, rules, runs, sections, tables, wordml
from docgen.render.fast import markup
from docgen.render.fast.written import TEXT
from docgen.render.styles import Indents, Styles
from docgen.render.widths import CellWidth
from docgen.render.wordml import Element, w

# Stand where numbers will stand in markup that is made once.
_FIRST: Final = 987650001
_SECOND: Final = 987650002


@dataclass(frozen=True)
class Letters:
    """A ``w:t`` with tags: its opening tag; its text as strings (not escaped) and numbers of printed values."""

    opening: str
    pieces: tuple[str | int, ...]

    @cached_property
    def is_never_empty(self) -> bool:
        """Whether the template itself has letters in it."""
        return any(isinstance(piece, str) for piece in self.pieces)


class RunShape:
    """A run with tags. opening: its tag. items: markup of what is the same, and letters."""

    def __init__(self, run: Element, items: tuple[str | Letters, ...]) -> None:
        self.opening = f"{markup.opening(run)}>"
        self.items = items
        # How many values it prints.
        self.prints = sum(isinstance(p, int) for item in items if isinstance(item, Letters) for p in item.pieces)
        # Cut by a line break, it is the same run still.
        self.is_simple = self.opening == "<w:r>" and [getattr(item, "opening", "") for item in items] == [TEXT]
        self._run = _placed(runs.empty_like(run), run)
        self._looks: dict[frozenset[str], str] = {}

    def look(self, flags: frozenset[str]) -> str:
        """The markup of its formatting under flags of marks (docgen.render.rich)."""
        found = self._looks.get(flags)
        if found is None:
            run = _placed(self._run, self._run)
            for flag in sorted(flags):
                marks.switch_on(run, flag)
            found = self._looks[flags] = "".join(map(markup.whole, run))
        return found


class ParagraphShape:
    """A paragraph with tags. column: the width it has before its indents in twips; None outside tables."""

    def __init__(self, paragraph: Element, styles: Styles, column: int | None) -> None:
        self._empty = _with_only(paragraph, wordml.PPR)
        self._opening = f"{markup.opening(paragraph)}>"
        self.column = column
        self.is_rule = styles.has_rule(paragraph)
        self.own: Indents = styles.indents(paragraph)
        self.head = self._head(keep=False)

    @cached_property
    def kept(self) -> str:
        """Its opening and properties, on one page with the next paragraph."""
        return self._head(keep=True)

    @cached_property
    def ruled(self) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
        """Its opening and properties around the two indents of a rule; first not kept, then kept with the next."""
        return _split(self._head(keep=False, is_ruled=True)), _split(self._head(keep=True, is_ruled=True))

    def _head(self, *, keep: bool, is_ruled: bool = False) -> str:
        paragraph = _placed(self._empty, self._empty)
        if keep:
            wordml.child(wordml.properties(paragraph, wordml.PPR), "keepNext").attrib.clear()
        if is_ruled:
            rules.indent(paragraph, _FIRST, _SECOND)
        return self._opening + "".join(map(markup.whole, paragraph))


class CellShape:
    """A cell. head: its opening and properties; around: the same on both sides of its width in twips."""

    def __init__(self, cell: Element, width: CellWidth) -> None:
        self.width = width
        opening = f"{markup.opening(cell)}>"
        copy = _with_only(cell, w("tcPr"))
        self.head = opening + "".join(map(markup.whole, copy))
        tables.set_width(copy, _FIRST)
        head, _, tail = "".join(map(markup.whole, copy)).partition(str(_FIRST))
        self.around = (opening + head, tail)


class TableShape:
    """A table. is_fitted: its columns are counted anew in every paper.

    head: its opening, properties and columns; before: without the columns; wider: that on both sides of the table's
    own width, None when it has none in twips. total_twip: how wide it is; grid_twip: its columns together.
    """

    def __init__(self, table: Element, *, is_fitted: bool) -> None:
        self.is_fitted = is_fitted
        self.total_twip = tables.whole_width(table)
        self.grid_twip = sum(tables.grid_widths(table))
        opening = f"{markup.opening(table)}>"
        properties = _with_only(table, w("tblPr"))
        grid = _with_only(table, w("tblGrid"))
        self.before = opening + "".join(map(markup.whole, properties))
        self.head = self.before + "".join(map(markup.whole, grid))
        self.wider: tuple[str, str] | None = None
        whole = properties.find(f"{w('tblPr')}/{w('tblW')}")
        if whole is not None and whole.get(w("type")) == "dxa":
            whole.set(w("w"), str(_FIRST))
            head, _, tail = "".join(map(markup.whole, properties)).partition(str(_FIRST))
            self.wider = (opening + head, tail)


class SectionShape:
    """The end of a section upright and on its side, with the widths of its text in twips."""

    def __init__(self, section: Element, before: str, after: str) -> None:
        copy = _placed(section, section)
        self.width_twip = sections.text_width(copy)
        self.upright = before + markup.whole(copy) + after
        sections.lay_sideways(copy)
        self.sideways_twip = sections.text_width(copy)
        self.sideways = before + markup.whole(copy) + after


def _with_only(element: Element, tag: str) -> Element:
    """A copy of an element without attributes, with only the children called ``tag``."""
    copy = _placed(element.makeelement(element.tag), element)
    copy.extend([deepcopy(child) for child in element if child.tag == tag])
    return copy


def _placed(element: Element, like: Element) -> Element:
    """A copy of an element that stands where the namespaces of ``like`` are in force, so that it is written alike."""
    holder = etree.Element("holder", nsmap=like.nsmap)  # type: ignore[arg-type]
    holder.append(deepcopy(element))
    return holder[0]


def _split(text: str) -> tuple[str, str, str]:
    head, _, rest = text.partition(str(_FIRST))
    between, _, tail = rest.partition(str(_SECOND))
    return head, between, tail
