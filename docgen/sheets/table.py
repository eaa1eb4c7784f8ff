"""A table as text: what each cell says and what people call it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from docgen.errors import Fault
from docgen.sheets.packed import Packed

_PLACE: Final = re.compile(r"!(?P<column>[A-Z]{0,3})(?P<row>[1-9][0-9]{0,8})")

Held = Literal["text", "number", "date", "bool"]
"""How the spreadsheet held a cell; a .csv holds everything as text."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. text: NFC, "" when empty. dong, cot: row and column, from one. held: what kind of value it was."""

    text: str
    dong: int
    cot: int
    held: Held = "text"

    @property
    def address(self) -> str:
        """The cell as spreadsheets call it: ``D7``."""
        return f"{column_letters(self.cot)}{self.dong}"


@dataclass(frozen=True, slots=True)
class Row:
    """One row that says something.

    dong: its number in the sheet. texts: what its cells say, as many as the header has, or more. held: how the
    spreadsheet held each of them; () when all are text.
    """

    dong: int
    texts: tuple[str, ...]
    held: tuple[Held, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Its cells one by one."""
        return tuple(map(self.cell, range(len(self.texts))))

    def cell(self, at: int) -> Cell:
        """Give one cell. at: from zero."""
        return Cell(self.texts[at], self.dong, at + 1, self.held[at] if self.held else "text")


def packed(rows: Iterable[Row]) -> Packed[Row]:
    """Hold rows in little room, however many they are."""
    return Packed(rows, _plain, _row)


def _plain(row: Row) -> list[Any]:
    return [row.dong, row.texts, row.held]


def _row(said: list[Any]) -> Row:
    dong, texts, held = said
    return Row(dong, tuple(texts), tuple(held))


@dataclass(frozen=True)
class Sheet:
    """A table. name: the worksheet, or the file of a .csv. header: the first row that says something.

    faults: what is wrong with cells as the file holds them, whatever they mean (error values, control signs), and
    what is doubted of the table as a whole (``nhac``). A cell that cannot be used says nothing.
    """

    name: str
    header: tuple[Cell, ...]
    rows: Sequence[Row]
    faults: tuple[Fault, ...] = ()

    def place(self, cell: Cell) -> str:
        """Where a cell is, for messages: ``Units!D7``."""
        return f"{self.name}!{cell.address}"

    def row_place(self, row: Row) -> str:
        """Where a row is, for messages: ``Units!7``."""
        return f"{self.name}!{row.dong}"

    def order(self, noi: str) -> tuple[int, int]:
        """Give the order of a place that a message names: row and column; (0, 0) for what is no place in the table."""
        found = _PLACE.match(noi, len(self.name)) if noi.startswith(self.name) else None
        return (int(found["row"]), column_number(found["column"])) if found else (0, 0)

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)


@dataclass(frozen=True)
class Column:
    """A column to be filled in.

    ten: the name of the vocabulary, which stands in the header. nhan, giup: what it is called and how it is filled
    in, in the note of the header. lua_chon: the answers that may be chosen. vi_du: what the sample row says.
    """

    ten: str
    nhan: str = ""
    giup: str = ""
    lua_chon: tuple[str, ...] = ()
    vi_du: str = ""
    bat_buoc: bool = False


def column_number(letters: str) -> int:
    """``A`` → 1, ``AA`` → 27; "" → 0."""
    cot = 0
    for letter in letters:
        cot = cot * 26 + ord(letter) - ord("A") + 1
    return cot


def column_letters(cot: int) -> str:
    """1 → ``A``, 27 → ``AA``."""
    letters = ""
    while cot > 0:
        cot, rest = divmod(cot - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
