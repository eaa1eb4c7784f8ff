"""The body notation → a tree, and everything that was changed or is doubted on the way.

Reads any text in time linear in its length and raises nothing: what is no sign of the notation is a paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from docgen.errors import Fault
from docgen.outline import doubts
from docgen.outline.blocks import Block, read_blocks
from docgen.outline.inline import Read, read
from docgen.outline.labels import DEFAULT, Scheme
from docgen.outline.lines import read_lines
from docgen.outline.notes import check_notes, note_places
from docgen.outline.scheme import scheme_of
from docgen.outline.tables import read_table
from docgen.outline.titles import Content, content
from docgen.outline.tree import Inline, Item, Level, Node, Outline, Paragraph, is_note_text, plain

_LONGEST_TITLE = 250
_LONGEST_TITLE_LIKE = 120


@dataclass(frozen=True)
class Parsed:
    """A body as read. faults: ``loi`` to be mended, ``nhac`` changed or doubted; by line."""

    outline: Outline
    faults: tuple[Fault, ...]


def parse(text: str, noi: str = "noi_dung", scheme: Scheme = DEFAULT) -> Parsed:
    """Read ``text``. Never raises on any string.

    noi: the place the faults name. scheme: how the labels will be printed; faults show them so, and a label that is
    typed so (``I-`` in a paper of the Party) is as good as that of the notation.
    """
    is_kept = len(text) <= _LONGEST_KEPT
    found = _kept(text, tuple(scheme.samples.items())) if is_kept else _parsed(text, scheme)
    return Parsed(found.outline, tuple(replace(fault, noi=noi) for fault in found.faults))


# A paper is read when it is judged and again when it is written, and thousands of copies have one body.
_LONGEST_KEPT = 100_000
_KEPT = 16


@lru_cache(maxsize=_KEPT)
def _kept(text: str, samples: tuple[tuple[str, str], ...]) -> Parsed:
    return _parsed(text, scheme_of(dict(samples)))


def _parsed(text: str, scheme: Scheme) -> Parsed:
    blocks, faults = read_blocks(read_lines(text), scheme)
    builder = _Builder(faults)
    for i, block in enumerate(blocks):
        builder.block(block, blocks[i + 1] if i + 1 < len(blocks) else None)
    outline = builder.outline()
    return Parsed(outline, tuple(sorted(builder.faults, key=lambda fault: fault.dong or 0)))


@dataclass(slots=True)
class _Open:
    """An item that may still get children; the first one stands for the whole text."""

    level: Level | None
    typed: str = ""
    content: Content = field(default_factory=lambda: Content((), ()))
    children: list[Node] = field(default_factory=list)

    def item(self) -> Item:
        assert self.level is not None
        return Item(self.level, self.typed, self.content.title, self.content.text, tuple(self.children))


@dataclass(slots=True)
class _Builder:
    faults: list[Fault]
    path: list[_Open] = field(default_factory=lambda: [_Open(None)])
    notes: list[tuple[int, str, Inline]] = field(default_factory=list)
    texts: list[tuple[int, Inline]] = field(default_factory=list)

    def block(self, block: Block, following: Block | None) -> None:
        if block.level is not None:
            self._item(block, block.level, following)
        elif block.kind == "table":
            self._table(block)
        elif block.kind == "definition":
            found = self._read(block.first, read(block.raw))
            self.notes.append((block.first, block.key, found))
            if not found:
                self.faults.append(doubts.note_undefined(block.first, block.key))
        else:
            found = self._read(block.first, read(block.raw))
            self.texts.append((block.first, found))
            self._add(Paragraph(found, note=block.kind == "note" and is_note_text(found)))

    def outline(self) -> Outline:
        self._close(Level.PHAN.rank)
        self.faults += check_notes(
            note_places(self.texts),
            note_places((dong, text) for dong, _, text in self.notes),
            ((dong, key) for dong, key, _ in self.notes),
        )
        return Outline(tuple(self.path[0].children), tuple((key, text) for _, key, text in self.notes))

    def _item(self, block: Block, level: Level, following: Block | None) -> None:
        assert block.opening is not None
        found = content(level, block.raw, is_text=block.is_forced_text)
        self._doubt_content(block, level, found, following)
        self.texts += [(block.first, found.title), (block.first, found.text)]
        self._close(level.rank)
        self.path.append(_Open(level, block.opening.typed, found))

    def _doubt_content(self, block: Block, level: Level, found: Content, following: Block | None) -> None:
        dong, title, text = block.first, plain(found.title), plain(found.text)
        self._doubt_marks(dong, found.unpaired)
        if found.guessed:
            self.faults.append(doubts.run_in_guessed(dong, title))
        elif not found.text and len(title) > _LONGEST_TITLE and not level.is_always_title:
            self.faults.append(doubts.title_long(dong))
        if found.weakened:
            self.faults.append(doubts.title_weakened(dong))
        if not found.title and not found.text and block.opening is not None:
            self.faults.append(doubts.empty(dong, block.opening.typed))
        # "2. Giao Sở Thông tin và Truyền thông." above its bullets is a title typed with a full stop.
        is_short = not found.title and len(text) <= _LONGEST_TITLE_LIKE and text.endswith(".") and text[-2:] != ".."
        is_above_list = following is not None and following.level is not None and following.level.rank > level.rank
        if is_short and is_above_list and not level.is_bullet and level is not Level.CHU and not block.lone:
            self.faults.append(doubts.title_like(dong, text))
        if level is Level.GACH and text.endswith(":") and following is not None and following.level is level:
            self.faults.append(doubts.group_flat(dong, text))

    def _table(self, block: Block) -> None:
        found = read_table(block.rows)
        self.faults += found.faults
        for dong, cell in found.cells:
            self.texts.append((dong, self._read(dong, cell)))
        if found.table is not None:
            self._add(found.table)

    def _read(self, dong: int, found: Read) -> Inline:
        self._doubt_marks(dong, found.unpaired)
        return found.whole

    def _doubt_marks(self, dong: int, marks: Sequence[str]) -> None:
        self.faults += [doubts.mark_unpaired(dong, mark) for mark in marks]

    def _add(self, node: Node) -> None:
        """Put a paragraph or table under the numbered item above it: a bullet is one paragraph."""
        self._close(Level.GACH.rank)
        self.path[-1].children.append(node)

    def _close(self, rank: int) -> None:
        """Finish the open items that are not above ``rank``."""
        while (level := self.path[-1].level) is not None and level.rank >= rank:
            finished = self.path.pop()
            self.path[-1].children.append(finished.item())
