"""Columns of tables whose cells came out of a loop, and column widths that come with the words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docgen.render import widths, wordml
from docgen.render.marks import Pending
from docgen.render.rewriting import GRID_FLAG, LOOP_FLAG
from docgen.render.widths import CellWidth
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
        total = sum(grid_widths(table))
        if is_to_widen(total, before, after):
            _scale(table, list(table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")), after - before + total)


def is_to_widen(total: int, before: int, after: int) -> bool:
    """Whether a table ``total`` wide follows the text from the width ``before`` to ``after`` (twips)."""
    return 0.9 * before <= total < after


def grid_widths(table: Element) -> list[int]:
    """The widths of the columns the table declares, in twips."""
    grid = table.find(w("tblGrid"))
    return [] if grid is None else [twips(column, "w") or 0 for column in grid.iterchildren(w("gridCol"))]


def whole_width(table: Element) -> int:
    """How wide the table is, by its columns or else by its own width, in twips."""
    return sum(grid_widths(table)) or twips(table.find(f"{w('tblPr')}/{w('tblW')}"), "w") or 0


def set_width(cell: Element, width: int) -> None:
    """Give a cell its width in twips."""
    element = wordml.child(wordml.properties(cell, w("tcPr")), "tcW")
    element.set(w("w"), str(width))
    element.set(w("type"), "dxa")


def columns_before(row: Element) -> int:
    """How many columns a row leaves out before its first cell."""
    return twips(row.find(f"{w('trPr')}/{w('gridBefore')}"), "val") or 0


def cell_width(cell: Element, start: int, permille: int = 0) -> CellWidth:
    """What the template says of a cell that begins at column ``start``."""
    span = twips(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), "val") or 1
    width = twips(cell.find(f"{w('tcPr')}/{w('tcW')}"), "w") or 0
    return CellWidth(start, span, width, LOOP_FLAG in cell.attrib, permille)


def _scale(table: Element, columns: Sequence[Element], total: int) -> None:
    new = widths.scaled(grid_widths(table), total)
    for column, width in zip(columns, new, strict=True):
        column.set(w("w"), str(width))
    whole = table.find(f"{w('tblPr')}/{w('tblW')}")
    if whole is not None and whole.get(w("type")) == "dxa":
        whole.set(w("w"), str(total))
    for row in table.iterchildren(wordml.TR):
        for cell, shape in _cells(row, {}):
            set_width(cell, sum(new[shape.start : shape.start + shape.span]))


def _fit(table: Element, shares: dict[Element, int]) -> None:
    grid = table.find(w("tblGrid"))
    rows = [list(_cells(row, shares)) for row in table.iterchildren(wordml.TR)]
    new = widths.fitted(whole_width(table), [[shape for _, shape in row] for row in rows])
    if grid is None or not new:
        return
    for column in list(grid.iterchildren(w("gridCol"))):
        grid.remove(column)
    for index, width in enumerate(new):
        column = grid.makeelement(w("gridCol"))
        column.set(w("w"), str(width))
        grid.insert(index, column)
    for row in rows:
        for cell, shape in row:
            set_width(cell, sum(new[shape.start : shape.start + shape.span]))


def _cells(row: Element, shares: dict[Element, int]) -> Iterable[tuple[Element, CellWidth]]:
    """Each cell of a row with what is known of its width."""
    start = columns_before(row)
    for cell in row.iterchildren(wordml.TC):
        shape = cell_width(cell, start, shares.get(cell, 0))
        yield cell, shape
        start += shape.span
