"""Tables of the body → rows of cells, with a share of the width for every column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.context.rich import Rich, plain, segments
from docgen.outline.tree import Inline, Row, Table

CellWords = dict[str, Any]

WHOLE_PERMILLE = 1000
# A column gets room for its longest line up to this many characters; longer text wraps. The padding stands for
# the margins of the cell.
_LONGEST_LINE = 40
_PADDING = 3


def rows(table: Table, notes: Mapping[str, Inline]) -> tuple[list[list[CellWords]], list[list[CellWords]]]:
    """Turn a table into ``(header rows, rows)`` of ``{"chu": rich, "canh": "" | "left" | "center" | "right"}``.

    Short rows are filled up with empty cells. The cells of the very first row begin with ``{"rong": permille}``:
    the widths that were said, else ones that follow the longest line of each column.
    """
    columns = max(len(row) for row in (*table.header, *table.rows))
    header = [_row(row, columns, table.aligns, notes) for row in table.header]
    body = [_row(row, columns, table.aligns, notes) for row in table.rows]
    said = table.widths if len(table.widths) == columns else _weights([*header, *body], columns)
    for cell, permille in zip((header or body)[0], _shares(said), strict=True):
        cell["chu"] = [{"rong": permille}, *cell["chu"]]
    return header, body


def _row(row: Row, columns: int, aligns: tuple[str, ...], notes: Mapping[str, Inline]) -> list[CellWords]:
    texts: list[Rich] = [segments(cell.text, notes) for cell in row]
    texts += [[] for _ in range(columns - len(texts))]
    return [{"chu": text, "canh": aligns[at] if at < len(aligns) else ""} for at, text in enumerate(texts)]


def _weights(all_rows: list[list[CellWords]], columns: int) -> tuple[int, ...]:
    longest = [0] * columns
    for row in all_rows:
        for at, cell in enumerate(row):
            lines = plain(cell["chu"]).split("\n")
            longest[at] = max(longest[at], *(len(line) for line in lines))
    return tuple(min(length, _LONGEST_LINE) + _PADDING for length in longest)


def _shares(weights: tuple[int, ...]) -> list[int]:
    """Split the whole in the proportion of ``weights``; the shares add up to it exactly."""
    total, shares, done, spent = sum(weights), [], 0, 0
    for weight in weights:
        done += weight
        share = WHOLE_PERMILLE * done // total - spent
        shares.append(share)
        spent += share
    return shares
