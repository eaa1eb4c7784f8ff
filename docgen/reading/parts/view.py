"""A paper as the finder looks at it: its words folded once, its cells climbed, its lines cut into pieces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from docgen.reading.facts import Cell, CellId, Paper, Para, Part
from docgen.reading.parts.folding import fold, is_caps, is_empty, is_row
from docgen.reading.parts.named import part_named

Chac = Literal["chac", "doan"]
_HALF = 0.5
_SPACED = 0.4


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together: a line of a paragraph, or what stands in one column of such a line.

    doan: index of the paragraph. text: its words from ``tu``, as typed, trimmed. fold: folded. cot: its number among
    the pieces of the line; so_cot: how many there are.
    """

    doan: int
    text: str
    tu: int
    fold: str
    cot: int = 0
    so_cot: int = 1


class View:
    """Answers about the paragraphs of one paper, each worked out once."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self.paras: Sequence[Para] = paper.paras
        self.looks = paper.co_dinh_dang
        self._typed_bold = paper.nguon == "text"
        blanks = sum(is_blank(para.text) for para in paper.paras)
        self._spaced = not self.looks and blanks > _SPACED * len(paper.paras)
        self._folds: dict[int, str] = {}
        self._styles: dict[str, str] = {}
        self._parents = {table.so: table.trong for table in paper.bang}
        self._cells: dict[CellId, Cell] = {cell.id: cell for table in paper.bang for cell in table.o}
        self._bordered = {table.so: table.vien for table in paper.bang}

    def fold(self, i: int) -> str:
        """Label and words of paragraph ``i``, folded."""
        found = self._folds.get(i)
        if found is None:
            found = self._folds[i] = fold(self.paras[i].full)
        return found

    def style(self, i: int) -> str:
        """The name of the style of paragraph ``i``, folded."""
        look = self.paras[i].format
        if look is None or not look.ten_kieu:
            return ""
        found = self._styles.get(look.ten_kieu)
        if found is None:
            found = self._styles[look.ten_kieu] = fold(look.ten_kieu)
        return found

    def named(self, i: int) -> str:
        """The part that the style of paragraph ``i`` is named for, "" when it does not say."""
        return part_named(self.style(i))

    def blank(self, i: int) -> bool:
        """Whether paragraph ``i`` has no words; a label that Word makes is none."""
        return is_blank(self.paras[i].text)

    def boxed(self, i: int) -> bool:
        """Whether paragraph ``i`` stands in a text box."""
        return self.paras[i].place.phan != "thân"

    def parted(self, above: int, below: int) -> bool:
        """Whether an empty line stands between two paragraphs; in a text with one after every line, two do."""
        return sum(self.blank(i) for i in range(above + 1, below)) > self._spaced

    def skipped(self, i: int) -> bool:
        """Whether paragraph ``i`` says nothing to the flow of the text."""
        return self.boxed(i) or self.blank(i)

    def cells(self, i: int) -> Iterator[CellId]:
        """The cells paragraph ``i`` stands in, innermost first."""
        cell = self.paras[i].o
        while cell is not None:
            yield cell
            cell = self._parents.get(cell[0])

    def tables(self, i: int) -> tuple[int, ...]:
        """The tables paragraph ``i`` stands in, innermost first."""
        return tuple(cell[0] for cell in self.cells(i))

    def cell_in(self, i: int, table: int) -> CellId | None:
        """The cell of ``table`` that holds paragraph ``i``."""
        return next((cell for cell in self.cells(i) if cell[0] == table), None)

    def column(self, cell: CellId) -> int:
        """The column of the grid where ``cell`` begins, from 0."""
        known = self._cells.get(cell)
        return known.cot_luoi if known else cell[2] - 1

    def bordered(self, table: int) -> bool:
        """Whether lines are drawn in ``table``."""
        return self._bordered.get(table, False)

    def span(self, table: int, near: int) -> range:
        """The paragraphs of ``table``, of which ``near`` is one."""
        first = last = near
        while first > 0 and self._within(first - 1, table):
            first -= 1
        while last + 1 < len(self.paras) and self._within(last + 1, table):
            last += 1
        return range(first, last + 1)

    def _within(self, i: int, table: int) -> bool:
        return table in self.tables(i) or self.boxed(i)

    def shown(self, piece: Piece) -> str:
        """The words of a piece with the letters that Word shows as capitals turned into capitals."""
        para = self.paras[piece.doan]
        seen = para.hien
        return seen[piece.tu : piece.tu + len(piece.text)] if len(seen) == len(para.text) else piece.text

    def caps(self, piece: Piece) -> bool:
        """Whether a piece is seen in capitals."""
        return is_caps(self.shown(piece))

    def bold(self, piece: Piece) -> bool | None:
        """Whether most letters of a piece are bold; None when looks are unknown."""
        return self._share(piece.doan, piece.tu, piece.tu + len(piece.text)) > _HALF if self.looks else None

    def bold_from(self, i: int, tu: int) -> bool | None:
        """Whether most letters of paragraph ``i`` from character ``tu`` on are bold; None when unknown."""
        return self.bold_share(i, tu) > _HALF if self.looks else None

    def bold_share(self, i: int, tu: int) -> float:
        """Which share of the letters of paragraph ``i`` from character ``tu`` on is bold, 0 to 1."""
        return self._share(i, tu, len(self.paras[i].text))

    def _share(self, i: int, tu: int, den: int) -> float:
        bold = plain = at = 0
        for run in self.paras[i].runs:
            if run.format.an:
                continue
            part = run.text[max(tu - at, 0) : max(den - at, 0)]
            at += len(run.text)
            count = sum(not char.isspace() for char in part)
            bold, plain = (bold + count, plain) if run.format.dam else (bold, plain + count)
        return bold / (bold + plain) if bold else 0.0

    def centred(self, i: int) -> bool:
        """Whether paragraph ``i`` is centred."""
        look = self.paras[i].format
        return self.looks and look is not None and look.canh == "giua"

    def new_page(self, i: int) -> bool:
        """Whether a page is forced to begin before paragraph ``i``."""
        para = self.paras[i]
        return para.sang_trang or (para.format is not None and para.format.ngat_trang_truoc)

    def line(self, i: int) -> Piece:
        """Paragraph ``i`` as one piece."""
        found = self.piece(i, self.paras[i].text, 0)
        return replace(found, fold=self.fold(i)) if self.paras[i].nhan else found

    def piece(self, i: int, text: str, at: int, cot: int = 0, so_cot: int = 1) -> Piece:
        """Make a piece of ``text`` from character ``at`` of paragraph ``i``; bold typed as ``**`` is no word."""
        if self._typed_bold and "**" in text and not is_row(text):
            lead = len(text) - len(text.lstrip(" \t*"))
            text, at = text[lead:].rstrip(" \t*"), at + lead
        return piece(i, text, at, cot, so_cot)

    def lines(self, i: int) -> Iterator[Piece]:
        """The lines of paragraph ``i`` that say something."""
        at = 0
        for line in self.paras[i].text.split("\n"):
            if not is_blank(line):
                yield self.piece(i, line, at)
            at += len(line) + 1


def piece(i: int, text: str, at: int, cot: int = 0, so_cot: int = 1) -> Piece:
    """Make a piece of ``text`` that begins at character ``at`` of paragraph ``i``."""
    lead = len(text) - len(text.lstrip())
    return Piece(i, text.strip(), at + lead, fold(text), cot, so_cot)


def is_blank(text: str) -> bool:
    """Whether ``text`` holds no visible sign."""
    return not text.strip() or (is_empty(text) and not any(char in ".…" for char in text))


class Found:
    """The parts found so far."""

    def __init__(self) -> None:
        self.parts: dict[str, list[Part]] = {}

    def add(self, ten: str, pieces: Iterable[Piece], chac: Chac = "chac") -> None:
        """Add a part made of ``pieces``, one line each."""
        held = tuple(pieces)
        if held:
            doan = tuple(dict.fromkeys(p.doan for p in held))
            self.parts.setdefault(ten, []).append(Part(ten, doan, "\n".join(p.text for p in held), chac))

    def has(self, ten: str) -> bool:
        """Whether a part of this name was found."""
        return ten in self.parts

    def done(self) -> dict[str, tuple[Part, ...]]:
        """The parts by name, in reading order within each name as they were added."""
        return {ten: tuple(parts) for ten, parts in self.parts.items()}
