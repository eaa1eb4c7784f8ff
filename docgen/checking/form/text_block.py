"""The running text of a paper: its paragraphs, and departures gathered so that each is told once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final, TypeVar

from docgen.checking.form.looks import cot_mm
from docgen.checking.form.printed import whole
from docgen.checking.form.widths import rong_mm
from docgen.checking.judged import Judged
from docgen.checking.language.memory import once
from docgen.reading.facts import ParaFormat

K = TypeVar("K", bound=Hashable)

_CENTRED: Final = frozenset({"phan", "chuong", "muc", "tieu_muc"})
_TEXT_PARTS: Final = ("can_cu", "mo_dau", "ket_thuc")
OFTEN: Final = 0.2
"""A departure of that share of the paragraphs is the paper's way of doing things; of less, a slip of one place."""


@dataclass(slots=True)
class Held:
    """Paragraphs that depart in one way."""

    doan: list[int] = field(default_factory=list)


@once
def paragraphs(p: Judged) -> tuple[int, ...]:
    """List the paragraphs of running text: basis, opening, body, closing; no tables, no centred lines, no blanks."""
    centred = {line.doan for line in p.levels if line.cap in _CENTRED or line.cap == "bang"}
    found = {i for ten in _TEXT_PARTS for part in p.parts(ten) for i in part.doan} | set(p.paper.body)
    return tuple(i for i in sorted(found - centred) if _is_text(p, i))


def _is_text(p: Judged, i: int) -> bool:
    para = p.paper.paras[i]
    look = para.format
    placed = look is not None and look.canh in ("giua", "phai")
    return para.place.phan == "thân" and para.o is None and bool(para.text.strip()) and not placed


def neighbours(p: Judged) -> Iterator[tuple[int, int]]:
    """Give the pairs of paragraphs of running text that stand one right under the other."""
    return ((upper, lower) for upper, lower in pairwise(paragraphs(p)) if lower == upper + 1)


def look(p: Judged, i: int) -> ParaFormat:
    """Give the look of a paragraph; only papers with looks are asked."""
    return p.paper.paras[i].format or ParaFormat()


def wraps(p: Judged, i: int) -> bool:
    """Whether paragraph ``i`` is surely longer than one line."""
    line = whole(p, i)
    column, size = cot_mm(p, i), line.co_chu_pt
    return column is not None and size is not None and rong_mm(line.hien, size, False) > column


def gathered(places: Iterator[tuple[K, int]]) -> dict[K, Held]:
    """Gather the paragraphs by what is wrong with them, the most common first."""
    found: dict[K, Held] = {}
    for key, i in places:
        found.setdefault(key, Held()).doan.append(i)
    return dict(sorted(found.items(), key=lambda one: -len(one[1].doan)))


def often(p: Judged, held: Held, count: Callable[[Judged], int] = lambda p: len(paragraphs(p))) -> bool:
    """Whether so many paragraphs depart that it is no slip."""
    return len(held.doan) >= OFTEN * max(count(p), 1)


def places(held: Held) -> str:
    """Tell how many paragraphs there are: "12 đoạn, đoạn đầu tiên ở đây", "đoạn này"."""
    return "Đoạn này" if len(held.doan) == 1 else f"{len(held.doan)} đoạn (đây là đoạn đầu tiên)"
