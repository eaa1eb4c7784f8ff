"""A paper as the tree one sees: paragraphs and tables, rows, cells with paragraphs and tables inside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.comparing.likeness import Item
from docgen.comparing.texts import text_of
from docgen.reading.facts import Cell, CellId, Paper, Phan, TableFact

_CELL_END: Final = "\x1f"


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (its index) or a table."""

    para: int = -1
    table: TableFact | None = None


class Blocks:
    """Takes a paper apart."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._tables = {table.so: table for table in paper.bang}

    def top(self, phan: Phan) -> list[Block]:
        """List what stands outside tables, and whole tables, in one part of the file."""
        indexes = [index for index, para in enumerate(self.paper.paras) if para.place.phan == phan]
        return list(self._level(indexes, None))

    def inside(self, cell: Cell) -> list[Block]:
        """List what stands in a cell."""
        return list(self._level(cell.doan, cell.id))

    def rows(self, table: TableFact) -> list[list[Cell]]:
        """List the cells of each row; a cell that goes over several rows stands in its first."""
        found: dict[int, list[Cell]] = {}
        for cell in table.o:
            found.setdefault(cell.id[1], []).append(cell)
        return [found[number] for number in sorted(found)]

    def words(self, indexes: Iterable[int]) -> str:
        """Join the texts of paragraphs."""
        return _CELL_END.join(text_of(self.paper.paras[index]) for index in indexes)

    def items(self, blocks: Sequence[Block]) -> list[Item]:
        """Make the blocks comparable."""
        return [self._item(block) for block in blocks]

    def row_items(self, rows: Sequence[Sequence[Cell]]) -> list[Item]:
        """Make rows comparable."""
        return [Item(_CELL_END.join(self.words(cell.doan) for cell in row), "hàng") for row in rows]

    def _item(self, block: Block) -> Item:
        if block.table is not None:
            return Item(self.words(block.table.doan), "bảng")
        return Item(text_of(self.paper.paras[block.para]))

    def _level(self, indexes: Iterable[int], within: CellId | None) -> Iterator[Block]:
        """Find the blocks right inside a cell, or outside all tables."""
        told: set[int] = set()
        for index in indexes:
            cell = self.paper.paras[index].o
            table = None if cell is None or cell == within else self._outermost(cell, within)
            if table is None:
                yield Block(index)
            elif table.so not in told:
                told.add(table.so)
                yield Block(table=table)

    def _outermost(self, cell: CellId, within: CellId | None) -> TableFact | None:
        """Find the table that holds ``cell`` and stands right inside ``within``."""
        table = self._tables.get(cell[0])
        for _ in range(len(self._tables)):
            if table is None or table.trong == within or table.trong is None:
                break
            table = self._tables.get(table.trong[0])
        return table
