"""Tables typed with pipes: lines ⇄ :class:`Table`.

``| a | b |`` is a row; ``|---|:--:|`` makes the rows above it header rows, its colons align the columns, and the
numbers of its dashes (two at least, or one with a colon) are their relative widths. ``<br>`` breaks the line in a cell.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from math import gcd

from docgen.errors import Fault
from docgen.outline import doubts
from docgen.outline.escape import spell
from docgen.outline.inline import Read, read
from docgen.outline.lines import trim
from docgen.outline.tree import Cell, Row, Table

_PIECE = re.compile(r"\\[\W_]|\||\\|[^\\|]+")
_BREAK = re.compile(r"(\\[\W_])| ?<br ?/?> ?", re.IGNORECASE)
# A lone dash is what offices type for "none"; with a colon it can only be meant as a separator.
_RULE = re.compile(r"(:?)(-{2,}|(?<=:)-|-(?=:))(:?)")
_ALIGNS = {("", ""): "", (":", ""): "left", (":", ":"): "center", ("", ":"): "right"}
_COLONS = {align: colons for colons, align in _ALIGNS.items()}
_LEAST_DASHES = 3


@dataclass(frozen=True)
class ReadTable:
    """A table and what was read in its cells, each with its line; no table when there was no row."""

    table: Table | None
    cells: tuple[tuple[int, Read], ...]
    faults: tuple[Fault, ...]


def read_table(rows: Sequence[tuple[int, str]]) -> ReadTable:
    """Read consecutive lines that begin with ``|``: (line number, line with blanks folded)."""
    faults: list[Fault] = []
    found: list[tuple[int, Read]] = []
    header: tuple[Row, ...] = ()
    body: list[Row] = []
    rule: list[str] | None = None
    columns: int | None = None
    for dong, line in rows:
        raw_cells = _cells(line)
        columns = columns or len(raw_cells)
        if len(raw_cells) != columns:
            faults.append(doubts.row_ragged(dong, len(raw_cells), columns))
        if all(_RULE.fullmatch(raw) for raw in raw_cells):
            if rule is None:
                rule, header, body = raw_cells, tuple(body), []
            else:
                faults.append(doubts.separator_ignored(dong))
            continue
        contents = [read(_BREAK.sub(lambda m: m[1] or "\n", raw)) for raw in raw_cells]
        found.extend((dong, content) for content in contents)
        body.append(tuple(Cell(content.whole) for content in contents))
    if not header and not body:
        return ReadTable(None, (), (*faults, doubts.table_empty(rows[0][0])))
    widths, aligns = _columns(rule) if rule is not None and len(rule) == columns else ((), ())
    return ReadTable(Table(header, tuple(body), widths, aligns), tuple(found), tuple(faults))


def _cells(line: str) -> list[str]:
    cells: list[list[str]] = [[]]
    for piece in _PIECE.findall(line.removeprefix("|")):
        if piece == "|":
            cells.append([])
        else:
            cells[-1].append(piece)
    texts = [trim("".join(pieces)) for pieces in cells]
    return texts[:-1] if len(texts) > 1 and not texts[-1] else texts


def _columns(rule: list[str]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    parts = [m.groups() for raw in rule if (m := _RULE.fullmatch(raw))]
    widths = tuple(len(dashes) for _, dashes, _ in parts)
    divisor = reduce(gcd, widths)
    aligns = tuple(_ALIGNS[left, right] for left, _, right in parts)
    return (
        () if len(set(widths)) == 1 else tuple(width // divisor for width in widths),
        aligns if any(aligns) else (),
    )


def write_table(table: Table) -> list[str]:
    """The lines of ``table`` in the notation."""
    out = [_row(row) for row in table.header]
    if table.header or table.widths or table.aligns:
        out.append(_rule(table))
    return out + [_row(row) for row in table.rows]


def _rule(table: Table) -> str:
    columns = len((table.header + table.rows)[0])
    widths = table.widths or (_LEAST_DASHES,) * columns
    aligns = table.aligns or ("",) * columns
    times = -(-_LEAST_DASHES // min(widths))
    colons = [_COLONS[align] for align in aligns]
    cells = [left + "-" * (width * times) + right for width, (left, right) in zip(widths, colons, strict=False)]
    return "|" + "".join(f"{cell}|" for cell in cells)


def _row(row: Row) -> str:
    cells = [spell(cell.text, cell=True) for cell in row]
    cells = ["\\" + raw if _RULE.fullmatch(raw) else raw for raw in cells]
    return "|" + "".join(f" {raw} |" if raw else " |" for raw in cells)
