"""Lists and headings of the body and of the appendices: which items are brothers, and which lines lead others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.checking.judged import Judged
from docgen.checking.language.memory import once
from docgen.outline.tree import Level
from docgen.reading import parts as read_parts
from docgen.reading.parts import BodyLine

BULLETS: Final = ("gach", "cong")
_RANK: Final = {str(level): level.rank for level in Level}
_PLAIN: Final = frozenset({"doan", "luu_y", "bang"})


@dataclass(slots=True)
class Item:
    """A line with a label. con: the first line below it that belongs to it, None without one."""

    line: BodyLine
    con: BodyLine | None = None

    @property
    def chu(self) -> str:
        """Its words without the label and blanks at the ends."""
        return self.line.chu.strip()


@dataclass(slots=True)
class Siblings:
    """Items of one level under one parent, in order."""

    cap: str
    items: list[Item] = field(default_factory=list)


@once
def lists(p: Judged) -> tuple[Siblings, ...]:
    """Find the lists of the body and of each appendix; tables are left out."""
    found: list[Siblings] = []
    for lines in _stretches(p):
        found += _grouped(lines)
    return tuple(found)


def _stretches(p: Judged) -> Iterator[Sequence[BodyLine]]:
    yield p.levels
    for one in p.appendices:
        yield read_parts.levels(p.paper, one.noi_dung)


def _grouped(lines: Iterable[BodyLine]) -> list[Siblings]:
    done: list[Siblings] = []
    stack: list[Siblings] = []
    above: Item | None = None
    for line in lines:
        if line.cap == "bang":
            continue
        numbered = above is not None and above.line.cap not in BULLETS
        if above is not None and numbered and above.con is None and line.cap in _PLAIN and not line.tieu_de:
            above.con = line
        if line.cap in _PLAIN or line.tiep:
            # Words between bullets end no list; under a numbered line they are its text.
            above = None
            continue
        rank = _RANK[line.cap]
        while stack and _RANK[stack[-1].cap] > rank:
            stack.pop()
        item = Item(line)
        if above is not None and above.con is None and _RANK[above.line.cap] < rank:
            above.con = line
        if not stack or stack[-1].cap != line.cap:
            stack.append(Siblings(line.cap))
            done.append(stack[-1])
        stack[-1].items.append(item)
        above = item
    return done
