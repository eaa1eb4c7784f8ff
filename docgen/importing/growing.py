"""The tree of a body, grown line by line: each item under the nearest one of a stronger level above it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from docgen.importing.spans import joined
from docgen.outline.tree import Inline, Item, Level, Node, Outline, Paragraph, Span, Table, is_note_text, normal


@dataclass(slots=True)
class Branch:
    """An item that may still get words and children; the root has no level."""

    level: Level | None
    typed: str = ""
    title: Inline = ()
    text: Inline = ()
    children: list[Node] = field(default_factory=list)

    def item(self) -> Item:
        """Close it."""
        assert self.level is not None
        return Item(self.level, self.typed, self.title, self.text, tuple(self.children))


class Growth:
    """A body while it is read. The rules are those by which the notation itself is read, so that both agree."""

    def __init__(self) -> None:
        self._path: list[Branch] = [Branch(None)]

    def item(self, level: Level, typed: str, title: Inline, text: Inline) -> None:
        """Add an item. What can only be a title is one; the words of a title are never marked bold."""
        if level.is_always_title:
            title, text = joined((title, text)), ()
        self._close(level.rank)
        self._path.append(Branch(level, typed, _unbold(title), text))

    def more_title(self, words: Inline) -> bool:
        """Add words to the title of the item above; False when no item is open."""
        if self._path[-1].level is None:
            return False
        self._path[-1].title = joined((self._path[-1].title, _unbold(words)))
        return True

    def paragraph(self, text: Inline, note: bool = False) -> None:
        """Add a paragraph; note: one that begins with "Lưu ý:"."""
        if text:
            self._block(Paragraph(text, note and is_note_text(text)))

    def table(self, table: Table) -> None:
        """Add a table."""
        self._block(table)

    def end(self, bare: Callable[[Inline], Inline]) -> None:
        """Take the sign at the very end of the body away; ``bare`` is given the text it stands behind."""
        branch = self._path[-1]
        last = branch.children[-1] if branch.children else None
        if isinstance(last, Paragraph):
            text = bare(last.text)
            branch.children[-1] = replace(last, text=text, note=last.note and is_note_text(text))
        elif last is None and branch.text:
            branch.text = bare(branch.text)

    def outline(self, notes: tuple[tuple[str, Inline], ...]) -> Outline:
        """Close the body."""
        self._close(Level.PHAN.rank)
        return Outline(tuple(self._path[0].children), notes)

    def _block(self, node: Paragraph | Table) -> None:
        """A paragraph or table belongs to the numbered item above it: a bullet is one paragraph."""
        self._close(Level.GACH.rank)
        self._path[-1].children.append(node)

    def _close(self, rank: int) -> None:
        while (level := self._path[-1].level) is not None and level.rank >= rank:
            finished = self._path.pop()
            self._path[-1].children.append(finished.item())


def _unbold(inline: Inline) -> Inline:
    return normal(replace(part, bold=False) if isinstance(part, Span) else part for part in inline)
