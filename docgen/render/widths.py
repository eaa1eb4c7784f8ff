"""Widths of a table's columns, as numbers: how the whole is shared out among the cells that are there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class CellWidth:
    """One cell of a row.

    start, span: its first column and how many it spans. width_twip: what the template gives it, 0 when nothing.
    is_loop: it stands in a ``{%tc for %}``. permille: the share the words ask for, 0 when none.
    """

    start: int
    span: int
    width_twip: int
    is_loop: bool
    permille: int = 0


def fitted(total_twip: int, rows: Sequence[Sequence[CellWidth]]) -> list[int]:
    """A width in twips for each column of a table that is ``total_twip`` wide; [] when it has no cells.

    Columns get the shares that the first row asks for; without any, columns outside loops keep their widths and those
    a loop made share the rest equally.
    """
    count = max((cell.start + cell.span for row in rows for cell in row), default=0)
    if not count:
        return []
    wished = {cell.start: cell.permille for row in rows[:1] for cell in row if cell.permille > 0}
    if wished:
        return _shared(total_twip, count, wished)
    return _spread(total_twip, next(row for row in rows if row and row[-1].start + row[-1].span == count))


def scaled(old_twip: Sequence[int], total_twip: int) -> list[int]:
    """The same columns in the same proportion, ``total_twip`` wide together."""
    return _rounded([total_twip * width / sum(old_twip) for width in old_twip], total_twip)


def _shared(total: int, count: int, wished: dict[int, int]) -> list[int]:
    """Columns by their permille; those without one get an equal part of what is left (at least 1/20 of the whole)."""
    asked = sum(wished.values())
    others = [i for i in range(count) if i not in wished]
    rest = max(1000 - asked, 50 * len(others)) if others else 0
    parts = [wished[i] if i in wished else rest / len(others) for i in range(count)]
    return _rounded([total * part / sum(parts) for part in parts], total)


def _spread(total: int, row: Sequence[CellWidth]) -> list[int]:
    """Columns by the widths of a row's cells in the template: a loop's cells share equally what the others leave."""
    parts: list[float] = []
    loops: list[bool] = []
    for cell in row:
        parts += [0.0] * (cell.start - len(parts))
        loops += [False] * (cell.start - len(loops))
        parts += [cell.width_twip / cell.span] * cell.span
        loops += [cell.is_loop] * cell.span
    left = total - sum(part for part, loop in zip(parts, loops, strict=True) if not loop)
    if any(loops) and left > 0:
        parts = [left / sum(loops) if loop else part for part, loop in zip(parts, loops, strict=True)]
    if min(parts) <= 0:
        parts = [1.0] * len(parts)
    return _rounded([total * part / sum(parts) for part in parts], total)


def _rounded(widths: Sequence[float], total: int) -> list[int]:
    """Whole twips whose sum is exactly ``total``."""
    ends, reached = [0], 0.0
    for width in widths:
        reached += width
        ends.append(round(reached))
    ends[-1] = total
    return [right - left for left, right in pairwise(ends)]
