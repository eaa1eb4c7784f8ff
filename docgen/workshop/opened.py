"""A template taken apart as rendering takes it apart, kept with all its faults: what cannot be filled can be read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final

from docgen import package
from docgen.checking import anchors
from docgen.errors import DocgenError, Fault
from docgen.reading.facts import Paper
from docgen.reading.read import read
from docgen.render import grammar, parts, tagged, wordml
from docgen.render.environment import PaperEnvironment
from docgen.render.grammar import Reading
from docgen.render.parts import Roles
from docgen.render.places import Map
from docgen.render.source import MAX_PART_BYTES
from docgen.render.styles import Styles
from docgen.render.tagged import Block, Placed
from docgen.render.tags import MAX_TAGS, OBJECT_CHAR
from docgen.render.wordml import Element, w
from docgen.workshop import signs
from docgen.workshop.remarks import Spot
from docgen.workshop.signs import Mend

_MACRO_TYPE: Final = b"application/vnd.ms-word.document.macroEnabled.main+xml"
_PLAIN_TYPE: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TAGS: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")


@dataclass(frozen=True)
class View:
    """One part whose tags are filled in, the signs in its tags put right as ``mends`` tell, comments left out.

    order: its rank among them. whole: small enough to be read to the end.
    """

    order: int
    name: str
    phan: str
    root: Element
    places: Map
    blocks: list[Block]
    placed: list[Placed]
    reading: Reading
    mends: tuple[Mend, ...] = ()
    whole: bool = True

    @cached_property
    def by_holder(self) -> dict[Element, Block]:
        """The block of each paragraph."""
        return {block.holder: block for block in self.blocks}

    @cached_property
    def by_place(self) -> dict[str, tuple[Block, tuple[int, int] | None]]:
        """Place as rendering says it → its block, and the characters of the tag if it names one."""
        found: dict[str, tuple[Block, tuple[int, int] | None]] = {}
        for placed in self.placed:
            found.setdefault(str(placed.own_place), (placed.block, (placed.tag.start, placed.tag.end)))
        return {str(block.place): (block, None) for block in self.blocks} | found

    @cached_property
    def headings(self) -> Counter[str]:
        """How often each text stands in the part."""
        return Counter(block.place.chu for block in self.blocks)


class Opened:
    """A template that could be opened, with whatever faults.

    ten: how messages call it. data: its bytes. parts, roles, styles: as rendering knows them. refused: what rendering
    would not accept at all (macros, links to other files, embedded objects). views: the parts with tags.
    Raises Unusable when the file is no Word file, is damaged, or too large.
    """

    def __init__(self, source: Path | bytes, ten: str = "") -> None:
        self.ten = ten or (source.name if isinstance(source, Path) else "mẫu")
        self.parts = package.read(source, self.ten)
        self.data = source if isinstance(source, bytes) else package.write(self.parts)
        self.refused: tuple[Fault, ...] = ()
        try:
            parts.check(self.parts, self.ten)
        except DocgenError as error:
            self.refused = error.faults
        self.roles: Roles = parts.roles(_without_macros(self.parts), self.ten)
        self.styles = Styles(self.parts.get(self.roles.styles))
        self._mended: dict[str, bytes] = {}
        env = PaperEnvironment()
        self.views = [self._view(n, name, phan, env) for n, (name, phan) in enumerate(self.roles.rendered())]

    @property
    def document(self) -> View:
        """The body of the paper."""
        return self.views[0]

    @cached_property
    def paper(self) -> Paper | None:
        """The template read as if it were a paper; None when it cannot be read so."""
        try:
            return read(self.data, self.ten)
        except DocgenError:
            return None

    @cached_property
    def indexes(self) -> dict[Element, int]:
        """Paragraph of the body → its index in ``paper.paras``."""
        body = self.document.root.find(wordml.BODY)
        if self.paper is None or body is None:
            return {}
        found = anchors.find(self.paper, body)
        return {element: index for index, element in sorted(found.items(), reverse=True)}

    def spot(self, view: View, element: Element, khoang: tuple[int, int] | None = None) -> Spot:
        """Describe the place of a paragraph, or of the paragraph that holds ``element``."""
        place = view.places.of(element)
        paragraph = element if element.tag == wordml.P else wordml.ancestor(element, wordml.P)
        block = view.by_holder.get(element if paragraph is None else paragraph)
        heading = place.de_muc
        if heading and not any(map(str.isalpha, _TAGS.sub("", heading))) and view.headings[heading] > 1:
            heading = ""
        return Spot(
            view.phan, place.doan, place.bang, place.hang, place.cot, self._page(view, paragraph), heading,
            "" if block is None else block.text.replace(OBJECT_CHAR, " "), khoang, (view.order, place.doan), view.name,
        )  # fmt: skip

    @property
    def mended(self) -> dict[str, bytes]:
        """The parts with the signs in tags put right; other parts byte for byte as they were."""
        return {**self.parts, **self._mended}

    def _page(self, view: View, paragraph: Element | None) -> int | None:
        if paragraph is None or view.order or self.paper is None:
            return None
        index = self.indexes.get(paragraph)
        return None if index is None else self.paper.paras[index].place.trang

    def _view(self, order: int, name: str, phan: str, env: PaperEnvironment) -> View:
        root = wordml.parse(self.parts[name])
        places = Map(root, self.styles, "", phan)
        if len(self.parts[name]) > MAX_PART_BYTES:
            return View(order, name, phan, root, places, [], [], Reading(), whole=False)
        blocks = tagged.blocks(root, places)
        if sum(len(block.tags) for block in blocks) > MAX_TAGS:
            return View(order, name, phan, root, places, [], [], Reading(), whole=False)
        mends: list[Mend] = []
        # Brackets first, then what stands between them.
        while more := list(signs.mend(blocks)):
            mends += more
            places = Map(root, self.styles, "", phan)
            blocks = tagged.blocks(root, places)
            if len(mends) > MAX_TAGS:
                break
        if mends:
            self._mended[name] = wordml.serialise(root)
        if _without_comments(root):
            places = Map(root, self.styles, "", phan)
            blocks = tagged.blocks(root, places)
        placed = tagged.in_order(root, blocks)
        return View(order, name, phan, root, places, blocks, placed, grammar.read(env, placed), tuple(mends))

    def tagged_blocks(self) -> Iterator[tuple[View, Block]]:
        """Every paragraph or property that has tags or broken ones."""
        for view in self.views:
            for block in view.blocks:
                if block.tags or block.problems:
                    yield view, block


def _without_macros(found: dict[str, bytes]) -> dict[str, bytes]:
    """The same parts under the name of a plain document: macros are told of, and are no reason to stop reading."""
    types = found.get("[Content_Types].xml", b"")
    return {**found, "[Content_Types].xml": types.replace(_MACRO_TYPE, _PLAIN_TYPE)} if _MACRO_TYPE in types else found


def _without_comments(root: Element) -> bool:
    """Take out the marks of comments: they are told of by themselves, and stand in the way of tags."""
    marks = list(root.iter(w("commentRangeStart"), w("commentRangeEnd"), w("commentReference")))
    for mark in marks:
        parent = mark.getparent()
        if parent is None:
            continue
        parent.remove(mark)
        outer = parent.getparent()
        if parent.tag == wordml.R and outer is not None and all(child.tag == wordml.RPR for child in parent):
            outer.remove(parent)
    return bool(marks)
