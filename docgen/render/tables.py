"""Columns of tables whose cells came out of a loop, and column widths that come with the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from docgen.render import wordml
from docgen.render.marks import Pending
from docgen.render.rewriting import GRID_FLAG, LOOP_FLAG
from docgen.render.wordml import Element, twips, w


def fit(root: Element, pending: Iterable[Pending]) -> None:
    """Make grid and cell widths agree with the cells that are there.

    A table with ``{%tc %}`` tags keeps its whole width: columns outside loops keep theirs, those a loop made share
    the rest (docxtpl's fix_tables scales all of them). Where the words give widths ({"rong": permille} in cells of
    the first row), columns get their shares of the whole.
    """
    wanted: dict[Element, dict[Element, int]] = {}
    for found in pending:
        cell = wordml.ancestor(found.paragraph, wordml.TC)
        table = None if cell is None else wordml.ancestor(cell, wordml.TBL)
        if found.mark.kind == "rong" and cell is not None and table is not None:
            share = found.mark.value
            wanted.setdefault(table, {})[cell] = share if isinstance(share, int) else 0
    for table in list(root.iter(wordml.TBL)):
        flagged = table.attrib.pop(GRID_FLAG, "") != ""
        if flagged or table in wanted:
            _fit(table, wanted.get(table, {}))
    for cell in root.iter(wordml.TC):
        if LOOP_FLAG in cell.attrib:
            del cell.attrib[LOOP_FLAG]


def widen(found: Iterable[Element], before: int, after: int) -> None:
    """Let tables as wide as the text stay so when the text's width goes from ``before`` to ``after`` (twips).

    A table is as wide as the text from nine tenths of it on: the outer borders may stand in or out a little.
    """
    for table in found:
        grid = table.find(w("tblGrid"))
        columns = [] if grid is None else list(grid.iterchildren(w("gridCol")))
        total = sum(twips(column, "w") or 0 for column in columns)
        if 0.9 * before <= total < after:
            _scale(table, columns, after - before + total)


def _scale(table: Element, columns: Sequence[Element], total: int) -> None:
    old = [twips(column, "w") or 0 for column in columns]
    widths = _rounded([total * width / sum(old) for width in old], total)
    for column, width in zip(columns, widths, strict=True):
        column.set(w("w"), str(width))
    whole = table.find(f"{w('tblPr')}/{w('tblW')}")
    if whole is not None and whole.get(w("type")) == "dxa":
        whole.set(w("w"), str(total))
    for row in table.iterchildren(wordml.TR):
        for cell, start, span in _cells(row):
            _set_width(cell, sum(widths[start : start + span]))


def _fit(table: Element, shares: dict[Element, int]) -> None:
    grid = table.find(w("tblGrid"))
    rows = [list(_cells(row)) for row in table.iterchildren(wordml.TR)]
    count = max((start + span for row in rows for _, start, span in row), default=0)
    if grid is None or not count:
        return
    total = sum(twips(column, "w") or 0 for column in grid.iterchildren(w("gridCol")))
    total = total or twips(table.find(f"{w('tblPr')}/{w('tblW')}"), "w") or 0
    wished = {start: shares[cell] for row in rows[:1] for cell, start, _ in row if shares.get(cell, 0) > 0}
    if wished:
        widths = _shared(total, count, wished)
    else:
        widths = _spread(total, next(row for row in rows if row and row[-1][1] + row[-1][2] == count))
    for column in list(grid.iterchildren(w("gridCol"))):
        grid.remove(column)
    for index, width in enumerate(widths):
        column = grid.makeelement(w("gridCol"))
        column.set(w("w"), str(width))
        grid.insert(index, column)
    for row in rows:
        for cell, start, span in row:
            _set_width(cell, sum(widths[start : start + span]))


def _cells(row: Element) -> Iterable[tuple[Element, int, int]]:
    """Each cell of a row with its first column and how many columns it spans."""
    start = twips(row.find(f"{w('trPr')}/{w('gridBefore')}"), "val") or 0
    for cell in row.iterchildren(wordml.TC):
        span = twips(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), "val") or 1
        yield cell, start, span
        start += span


def _shared(total: int, count: int, wished: dict[int, int]) -> list[int]:
    """Columns by their permille; those without one get an equal part of what is left (at least 1/20 of the whole)."""
    asked = sum(wished.values())
    others = [i for i in range(count) if i not in wished]
    rest = max(1000 - asked, 50 * len(others)) if others else 0
    parts = [wished[i] if i in wished else rest / len(others) for i in range(count)]
    return _rounded([total * part / sum(parts) for part in parts], total)


def _spread(total: int, row: Sequence[tuple[Element, int, int]]) -> list[int]:
    """Columns by the widths of a row's cells in the template: a loop's cells share equally what the others leave."""
    parts: list[float] = []
    loops: list[bool] = []
    for cell, start, span in row:
        parts += [0.0] * (start - len(parts))
        loops += [False] * (start - len(loops))
        parts += [(twips(cell.find(f"{w('tcPr')}/{w('tcW')}"), "w") or 0) / span] * span
        loops += [LOOP_FLAG in cell.attrib] * span
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


def _set_width(cell: Element, width: int) -> None:
    element = wordml.child(wordml.properties(cell, w("tcPr")), "tcW")
    element.set(w("w"), str(width))
    element.set(w("type"), "dxa")
