"""The tags of one part: each with the paragraph it stands in and its place, in the order they will be run."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate
from typing import Final

from docgen.render import wordml
from docgen.render.places import Map, Place
from docgen.render.tags import OBJECT_CHAR, Problem, Tag, scan
from docgen.render.wordml import Element, w

_BLANK_RUN_CHILDREN: Final = (wordml.TAB, wordml.BR, w("cr"))
_SILENT_RUN_CHILDREN: Final = (wordml.RPR, w("lastRenderedPageBreak"), w("annotationRef"))


@dataclass(frozen=True)
class Unit:
    """A stretch of a block's text and the element it comes from (``w:t``, a tab, a picture, a property)."""

    element: Element
    text: str


@dataclass(frozen=True)
class Block:
    """A paragraph, or a property of the file: what a tag must lie within.

    holder: the ``w:p`` or the property's element. units: its text, piece by piece. tags, problems: found in it.
    """

    holder: Element
    units: tuple[Unit, ...]
    tags: tuple[Tag, ...]
    problems: tuple[Problem, ...]
    place: Place

    @cached_property
    def text(self) -> str:
        """The block's text; pictures, fields and page breaks as U+FFFC."""
        return "".join(unit.text for unit in self.units)

    @property
    def is_paragraph(self) -> bool:
        """False for a property of the file."""
        return self.holder.tag == wordml.P

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(len(unit.text) for unit in self.units))

    def unit_at(self, position: int) -> Unit:
        """The unit that holds the character at ``position``."""
        return self.units[bisect_right(self._ends, position)]


@dataclass(frozen=True)
class Placed:
    """A tag in its block."""

    tag: Tag
    block: Block

    @property
    def place(self) -> Place:
        """Where it stands, for messages that name the tag."""
        return self.block.place

    @property
    def own_place(self) -> Place:
        """Where it stands, for messages that do not: the place names it."""
        return replace(self.block.place, the=str(self.tag))

    @property
    def container(self) -> Element | None:
        """The element both ends of a pair must share: what holds the run, paragraph, cell or row the tag stands for."""
        if not self.block.is_paragraph:
            return self.block.holder
        if self.tag.scope in ("", "r"):
            run = self.block.unit_at(self.tag.start).element.getparent()
            return None if run is None else run.getparent()
        held = self.held
        return None if held is None else held.getparent()

    @property
    def held(self) -> Element | None:
        """The paragraph, cell or row that the tag stands for; None for a tag inside the line."""
        paragraph = self.block.holder
        if self.tag.scope == "p":
            return paragraph
        if self.tag.scope in ("tc", "tr"):
            return wordml.ancestor(paragraph, w(self.tag.scope))
        return None


def blocks(root: Element, places: Map) -> list[Block]:
    """Every paragraph of a part with its tags; of the core properties, every property."""
    if root.tag.startswith(f"{{{wordml.NS_W}}}"):
        return [_block(p, _units(p), places) for p in root.iter(wordml.P)]
    leaves = [e for e in root.iter() if len(e) == 0 and e.text]
    return [_block(e, (Unit(e, e.text or ""),), places) for e in leaves]


def in_order(root: Element, found: list[Block]) -> list[Placed]:
    """All tags as the engine will meet them; the text of a text box comes between that of its paragraph."""
    order = {element: i for i, element in enumerate(root.iter())}
    placed = [Placed(tag, block) for block in found for tag in block.tags]
    return sorted(placed, key=lambda p: (order[p.block.unit_at(p.tag.start).element], p.tag.start))


def _block(holder: Element, units: tuple[Unit, ...], places: Map) -> Block:
    tags, problems = scan("".join(unit.text for unit in units))
    return Block(holder, units, tuple(tags), tuple(problems), places.of(holder))


def _units(paragraph: Element) -> tuple[Unit, ...]:
    found: list[Unit] = []
    for run in wordml.own(paragraph):
        if run.tag != wordml.R:
            continue
        for element in run:
            if element.tag == wordml.T:
                found.append(Unit(element, (element.text or "").replace("\n", " ")))
            elif element.tag in _BLANK_RUN_CHILDREN and element.get(w("type"), "textWrapping") == "textWrapping":
                found.append(Unit(element, " "))
            elif element.tag not in _SILENT_RUN_CHILDREN:
                found.append(Unit(element, OBJECT_CHAR))
    return tuple(found)
