"""A table of the paper → a table of the notation: header rows, alignment, relative widths; merged cells spread out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from itertools import takewhile
from math import gcd

from docgen.context.tables import rows as printed_rows
from docgen.importing.notes import Notes
from docgen.importing.report import Notebook
from docgen.importing.spans import Base, Refs, against, joined, plainly, raw_spans, tidy, whole_look
from docgen.outline.tree import Cell, Inline, Row, Span, Table
from docgen.reading.facts import Cell as CellFact
from docgen.reading.facts import Paper, TableFact
from docgen.reading.parts.folding import fold

_WHOLE = 1000
_FINEST = 150
_COARSE = 24
_MOST_HEADERS = 3
_ALIGNS = {"giua": "center", "phai": "right"}
_OURS = "bang ("


def read_table(paper: Paper, fact: TableFact, notes: Notes, book: Notebook) -> Table | None:
    """Read a table; None for one without any words."""
    grid = _grid(paper, fact, notes.ref)
    if not any(plainly(cell.text).strip() or cell.text for row in grid for cell in row):
        return None
    if any(cell.so_cot > 1 or cell.so_hang > 1 for cell in fact.o):
        loi = "Bảng có ô gộp; chữ của ô gộp được để ở ô đầu, các ô còn lại để trống"
        book.often("noi_dung", loi, fact.doan[0])
    count = _headers(paper, fact, grid)
    header = tuple(tuple(Cell(_unbold(cell.text)) for cell in row) for row in grid[:count])
    body = tuple(grid[count:])
    plain = Table(header, body, (), _aligns(paper, fact, count))
    return Table(header, body, _widths(plain, fact.cot_mm, dict(notes.definitions())), plain.aligns)


def _grid(paper: Paper, fact: TableFact, refs: Refs) -> list[Row]:
    rows = [[Cell(()) for _ in range(max(fact.so_cot, 1))] for _ in range(fact.so_hang)]
    for cell in fact.o:
        text = _cell_text(paper, cell, refs)
        row = rows[cell.id[1] - 1]
        at = min(cell.cot_luoi, len(row) - 1)
        row[at] = Cell(joined((row[at].text, text), "\n"))
    return [tuple(row) for row in rows]


def _cell_text(paper: Paper, cell: CellFact, refs: Refs) -> Inline:
    lines = []
    for index in cell.doan:
        para = paper.paras[index]
        label = [Span(f"{para.nhan} ")] if para.nhan else []
        lines.append(tidy([*label, *raw_spans(paper, para, refs=refs)], breaks=True))
    return joined((line for line in lines if line), "\n")


def _headers(paper: Paper, fact: TableFact, grid: Sequence[Row]) -> int:
    """How many rows are header rows: those repeated on each page, else bold ones above others that are not."""
    if fact.hang_dau or _is_ours(paper, fact):
        return min(fact.hang_dau, len(grid))
    bold = sum(1 for _ in takewhile(_is_bold, grid))
    if not bold or bold == len(grid):
        return 0
    return min(bold, _MOST_HEADERS)


def _is_bold(row: Row) -> bool:
    words = [cell.text for cell in row if plainly(cell.text).strip()]
    return len(words) > len(row) // 2 and all(whole_look(text).dam for text in words)


def _is_ours(paper: Paper, fact: TableFact) -> bool:
    looks = (paper.paras[index].format for index in fact.doan)
    return any(look is not None and fold(look.ten_kieu).startswith(_OURS) for look in looks)


def _unbold(text: Inline) -> Inline:
    """Header cells are bold by style: bold is taken off them whole, part by part or not at all."""
    return against(text, Base(dam=True))


def _aligns(paper: Paper, fact: TableFact, headers: int) -> tuple[str, ...]:
    aligns = []
    for column in range(fact.so_cot):
        cells = [c for c in fact.o if c.cot_luoi == column and c.so_cot == 1 and c.id[1] > headers]
        said = _one(_canh(paper, cells, lambda text: bool(text.strip()))) or _one(_canh(paper, cells, lambda _: True))
        aligns.append(_ALIGNS.get(said, ""))
    return tuple(aligns) if any(aligns) else ()


def _canh(paper: Paper, cells: Iterable[CellFact], wanted: Callable[[str], bool]) -> set[str]:
    paras = (paper.paras[index] for cell in cells for index in cell.doan)
    return {str(para.format.canh) for para in paras if para.format is not None and wanted(para.full)}


def _one(said: set[str]) -> str:
    return next(iter(said)) if len(said) == 1 else ""


def _widths(table: Table, columns_mm: Sequence[float], notes: Mapping[str, Inline]) -> tuple[int, ...]:
    """Find small whole numbers in the proportion of the columns; () when docgen would choose these widths itself."""
    total = sum(columns_mm)
    if len(columns_mm) < 2 or total <= 0 or min(columns_mm) <= 0:
        return ()
    measured = [round(_WHOLE * width / total) for width in columns_mm]
    if _alike(_shares(table, notes), measured, 1) or max(measured) - min(measured) <= 2:
        return ()
    for tolerance in (0, 1):
        for parts in range(len(columns_mm), _FINEST + 1):
            weights = tuple(max(1, round(share * parts / _WHOLE)) for share in measured)
            if _alike(_shares(_bare(weights), {}), measured, tolerance):
                return _least(weights)
    return _least(tuple(max(1, round(share * _COARSE / _WHOLE)) for share in measured))


def _bare(weights: tuple[int, ...]) -> Table:
    return Table((), (tuple(Cell(()) for _ in weights),), weights)


def _shares(table: Table, notes: Mapping[str, Inline]) -> list[int]:
    """The share of each column as docgen prints it, in permille."""
    header, body = printed_rows(table, notes)
    return [int(cell["chu"][0]["rong"]) for cell in (header or body)[0]]


def _alike(printed: Sequence[int], measured: Sequence[int], tolerance: int) -> bool:
    pairs = zip(printed, measured, strict=False)
    return len(printed) == len(measured) and all(abs(a - b) <= tolerance for a, b in pairs)


def _least(weights: tuple[int, ...]) -> tuple[int, ...]:
    divisor = reduce(gcd, weights)
    return () if len(set(weights)) == 1 else tuple(weight // divisor for weight in weights)
