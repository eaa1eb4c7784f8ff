"""Walks through two papers side by side: blocks, tables, rows, cells, and whatever stands in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from docgen.comparing import values
from docgen.comparing.align import Aligned, aligned
from docgen.comparing.blocks import Block, Blocks
from docgen.comparing.difference import Look, Seat, TableChange
from docgen.comparing.gathered import Gathered
from docgen.comparing.likeness import Effort, Item
from docgen.comparing.texts import text_of
from docgen.reading.facts import Cell, Paper, Para, TableFact

T = TypeVar("T")

_CUNG_COT = "bảng {}, cột {}"


def merged(old: Sequence[T], new: Sequence[T], found: Aligned) -> Iterator[tuple[T | None, T | None, bool]]:
    """List what is in either row in the order of the new one: (old, new, whether it moved)."""
    moved = {there: here for here, there in found.moved}
    gone_elsewhere = set(moved.values())
    here = there = 0
    for pair in (*found.pairs, (len(old), len(new))):
        yield from ((old[at], None, False) for at in range(here, pair[0]) if at not in gone_elsewhere)
        for at in range(there, pair[1]):
            yield (old[moved[at]], new[at], True) if at in moved else (None, new[at], False)
        if pair[0] < len(old):
            yield old[pair[0]], new[pair[1]], False
        here, there = pair[0] + 1, pair[1] + 1


@dataclass
class Walk:
    """Two papers whose paragraphs and tables are compared. paired: the paragraphs that are one another."""

    old: Paper
    new: Paper
    gathered: Gathered
    bang: list[TableChange] = field(default_factory=list)
    paired: list[tuple[int, int]] = field(default_factory=list)
    effort: Effort = field(default_factory=Effort)

    def __post_init__(self) -> None:
        self._one, self._other = Blocks(self.old), Blocks(self.new)

    def run(self) -> None:
        """Compare the body, then what stands in text boxes."""
        self._blocks(self._one.top("thân"), self._other.top("thân"))
        self._blocks(self._one.top("hộp chữ"), self._other.top("hộp chữ"))

    def flat(self) -> None:
        """Compare paragraphs only, wherever they stand; empty ones say nothing between a Word file and a text."""
        alike = self.old.nguon == self.new.nguon
        rows = [
            [Block(at) for at, para in enumerate(paper.paras) if alike or para.full.strip()]
            for paper in (self.old, self.new)
        ]
        self._blocks(rows[0], rows[1])

    def paragraphs(
        self, old: Sequence[Para], new: Sequence[Para], cu: Callable[[int], Seat], moi: Callable[[int], Seat]
    ) -> None:
        """Compare the paragraphs of a header or a note; ``cu`` and ``moi`` say where each stands."""
        items = [[Item(text_of(para)) for para in paras] for paras in (old, new)]
        found = aligned(items[0], items[1], self.effort, narrow=True)
        for here, there, _ in merged(range(len(old)), range(len(new)), found):
            if here is None and there is not None:
                self.gathered.came(new[there], moi(there))
            elif there is None and here is not None:
                self.gathered.gone(old[here], cu(here))
            elif here is not None and there is not None:
                self.gathered.pair(old[here], new[there], cu(here), moi(there))

    def _blocks(self, old: Sequence[Block], new: Sequence[Block], narrow: bool = False) -> None:
        found = aligned(self._one.items(old), self._other.items(new), self.effort, narrow, moves=True)
        for one, other, moved in merged(old, new, found):
            self._both(one, other, moved)

    def _both(self, one: Block | None, other: Block | None, moved: bool) -> None:
        if one is None or other is None:
            for block, gone in ((one, True), (other, False)):
                if block is not None:
                    cung = "" if block.table is None else f"bảng {block.table.so}"
                    self._alone(_paras(block), gone, cung)
        elif one.table is not None and other.table is not None:
            if moved:
                self._moved(one.table.doan, other.table.doan, f"bảng {other.table.so}")
            else:
                self._tables(one.table, other.table)
        else:
            self._pair(one.para, other.para, "" if moved else None)

    def _alone(self, indexes: Iterable[int], gone: bool, cung: str) -> None:
        for index in indexes:
            if gone:
                self.gathered.gone(self.old.paras[index], self._seat(self.old, index), cung)
            else:
                self.gathered.came(self.new.paras[index], self._seat(self.new, index), cung)

    def _moved(self, old: Sequence[int], new: Sequence[int], cung: str) -> None:
        """Note a table or row that moved; its paragraphs are the same, or nearly."""
        items = [
            [Item(text_of(paper.paras[index])) for index in indexes]
            for paper, indexes in ((self.old, old), (self.new, new))
        ]
        for here, there, _ in merged(old, new, aligned(items[0], items[1], self.effort, narrow=True)):
            if here is None and there is not None:
                self._alone([there], False, cung)
            elif there is None and here is not None:
                self._alone([here], True, cung)
            elif here is not None and there is not None:
                self._pair(here, there, cung)

    def _pair(self, here: int, there: int, moved: str | None = None) -> None:
        self.paired.append((here, there))
        self.gathered.pair(
            self.old.paras[here],
            self.new.paras[there],
            self._seat(self.old, here),
            self._seat(self.new, there),
            moved,
        )

    @staticmethod
    def _seat(paper: Paper, index: int) -> Seat:
        return Seat(index, paper.paras[index].place)

    def _tables(self, old: TableFact, new: TableFact) -> None:
        looks = tuple(_table_looks(old, new)) if self.gathered.looks else ()
        if looks:
            place = self.new.paras[new.doan[0]].place if new.doan else None
            self.bang.append(TableChange(old.so, new.so, place, looks))
        rows, others = self._one.rows(old), self._other.rows(new)
        found = aligned(self._one.row_items(rows), self._other.row_items(others), self.effort, moves=True)
        if len(rows) == len(others) == 1:
            found = Aligned(((0, 0),), ())
        columns = self._columns(rows, others, found, old.so_cot, new.so_cot)
        for one, other, moved in merged(rows, others, found):
            if one is None or other is None:
                for row, gone, so in ((one, True, old.so), (other, False, new.so)):
                    if row is not None:
                        self._alone((at for cell in row for at in cell.doan), gone, f"bảng {so}, hàng {row[0].id[1]}")
            elif moved:
                cung = f"bảng {new.so}, hàng {other[0].id[1]}"
                self._moved([at for cell in one for at in cell.doan], [at for cell in other for at in cell.doan], cung)
            else:
                self._cells(one, other, columns)

    def _columns(
        self, rows: Sequence[Sequence[Cell]], others: Sequence[Sequence[Cell]], found: Aligned, old: int, new: int
    ) -> Aligned | None:
        """Tell which column of a table is which, by what stands in it; None when they are as many as before."""
        if old == new:
            return None
        full = [(rows[i], others[j]) for i, j in found.pairs if len(rows[i]) == old and len(others[j]) == new]
        sides = [
            [Item("\n".join(blocks.words(row[at].doan) for row in side), "cột") for at in range(count)]
            for blocks, count, side in (
                (self._one, old, [one for one, _ in full]),
                (self._other, new, [other for _, other in full]),
            )
        ]
        return aligned(sides[0], sides[1], self.effort, narrow=True)

    def _cells(self, old: Sequence[Cell], new: Sequence[Cell], columns: Aligned | None) -> None:
        if len(old) == len(new):
            found = Aligned(tuple((at, at) for at in range(len(old))), ())
        elif columns is not None and all(i < len(old) and j < len(new) for i, j in columns.pairs):
            found = columns
        else:
            items = [
                [Item(blocks.words(cell.doan), "ô") for cell in cells]
                for blocks, cells in ((self._one, old), (self._other, new))
            ]
            found = aligned(items[0], items[1], self.effort, narrow=True)
        for one, other, _ in merged(old, new, found):
            if one is not None and other is not None:
                self._blocks(self._one.inside(one), self._other.inside(other), narrow=True)
            elif one is not None:
                self._alone(one.doan, True, _CUNG_COT.format(one.id[0], one.id[2]))
            elif other is not None:
                self._alone(other.doan, False, _CUNG_COT.format(other.id[0], other.id[2]))


def _paras(block: Block) -> Sequence[int]:
    return (block.para,) if block.table is None else block.table.doan


def _table_looks(old: TableFact, new: TableFact) -> Iterator[Look]:
    merged_cells = [
        ", ".join(
            f"hàng {c.id[1]} cột {c.id[2]} ({c.so_hang} × {c.so_cot})" for c in table.o if c.so_hang * c.so_cot > 1
        )
        for table in (old, new)
    ]
    widths = [tuple(round(width) for width in table.cot_mm) for table in (old, new)]
    near = len(widths[0]) == len(widths[1]) and all(abs(a - b) <= 1 for a, b in zip(*widths, strict=True))
    shown = ["; ".join(map(str, row)) or "không rõ" for row in widths]
    for look in (
        values.said("so_hang", str(old.so_hang), str(new.so_hang)),
        values.said("so_cot", str(old.so_cot), str(new.so_cot)),
        None if near else values.said("cot_mm", f"{shown[0]} mm", f"{shown[1]} mm"),
        values.switched("vien", old.vien, new.vien),
        values.said("hang_dau", str(old.hang_dau), str(new.hang_dau)),
        None
        if (old.so_hang, old.so_cot) != (new.so_hang, new.so_cot)
        else values.said("o_gop", merged_cells[0] or "không", merged_cells[1] or "không"),
    ):
        if look is not None:
            yield look
