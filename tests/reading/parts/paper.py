"""Papers built from facts, for trying the finder without a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from docgen.reading import parts
from docgen.reading.facts import Cell, CellId, Format, Paper, Para, ParaFormat, Place, Rule, Run, TableFact

Cells = Sequence["str | Para | Sequence[str | Para]"]


def p(
    text: str = "",
    *,
    dam: bool = False,
    nghieng: bool = False,
    in_hoa: bool = False,
    canh: Any = None,
    kieu: str = "Normal",
    nhan: str = "",
    danh_sach: tuple[int, int] | None = None,
    sang_trang: bool = False,
    ke: tuple[Rule, ...] = (),
    runs: Sequence[tuple[str, bool]] = (),
) -> Para:
    """A paragraph of a Word file; ``runs``: pairs of text and bold instead of ``text``."""
    pieces = runs or ([(text, dam)] if text else [])
    made = tuple(Run(words, Format(dam=bold, nghieng=nghieng, in_hoa=in_hoa, co_chu_pt=14.0)) for words, bold in pieces)
    return Para(
        text="".join(words for words, _ in pieces),
        place=Place("thân", 1),
        nhan=nhan,
        runs=made,
        format=ParaFormat(canh=canh, ten_kieu=kieu),
        ke=ke,
        danh_sach=danh_sach,
        sang_trang=sang_trang,
    )


def b(text: str, **more: Any) -> Para:
    """A bold, centred paragraph."""
    return p(text, dam=True, canh=more.pop("canh", "giua"), **more)


def c(text: str, **more: Any) -> Para:
    """A centred paragraph."""
    return p(text, canh="giua", **more)


class Table:
    """Rows of cells; a cell is a paragraph, a text, or several of them."""

    def __init__(self, *rows: Cells, vien: bool = False) -> None:
        self.rows, self.vien = rows, vien


class Box:
    """Text boxes that hang on the paragraph before them."""

    def __init__(self, *paras: Para | str) -> None:
        self.paras = paras


def word(*blocks: str | Para | Table | Box, found: bool = True) -> Paper:
    """A Word file of these blocks, with its parts unless ``found`` is False."""
    paras: list[Para] = []
    tables: list[TableFact] = []
    numbers = count(1)
    for block in blocks:
        if isinstance(block, Table):
            tables.append(_table(block, next(numbers), paras))
        elif isinstance(block, Box):
            anchor = len(paras) - 1
            paras += [replace(_para(one), place=Place("hộp chữ", 1), hop_chu=anchor) for one in block.paras]
        else:
            paras.append(_para(block))
    paper = Paper(nguon="docx", co_dinh_dang=True, paras=tuple(paras), bang=tuple(tables))
    return replace(paper, parts=parts.find(paper)) if found else paper


def _para(block: str | Para) -> Para:
    return p(block, canh="deu") if isinstance(block, str) else block


def _table(table: Table, so: int, paras: list[Para]) -> TableFact:
    cells: list[Cell] = []
    first = len(paras)
    for hang, row in enumerate(table.rows, 1):
        for cot, cell in enumerate(row, 1):
            held = [cell] if isinstance(cell, str | Para) else list(cell)
            own: CellId = (so, hang, cot)
            doan = tuple(range(len(paras), len(paras) + max(len(held), 1)))
            paras += [replace(_para(one), o=own) for one in held or [""]]
            cells.append(Cell(own, cot - 1, 1, 1, None, doan))
    doan = tuple(range(first, len(paras)))
    return TableFact(so, len(table.rows), max(len(row) for row in table.rows), tuple(cells), doan, vien=table.vien)


QH = b("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
TN = b("Độc lập - Tự do - Hạnh phúc")
HEAD = Table(
    [[c("UBND TỈNH LÀO CAI"), b("SỞ CÔNG THƯƠNG")], [QH, TN]],
    [c("Số: 05/KH-SCT"), c("Lào Cai, ngày 05 tháng 3 năm 2026")],
)
END = Table(
    [
        [p("Nơi nhận:", dam=True), p("- UBND tỉnh;"), p("- Lưu: VT, KT.")],
        [b("GIÁM ĐỐC"), p(), p(), p(), b("Nguyễn Văn An")],
    ]
)


def texts(paper: Paper, ten: str) -> list[str]:
    """The words of the parts called ``ten``."""
    return [part.text for part in paper.parts.get(ten, ())]


def text(paper: Paper, ten: str) -> str:
    """The words of the only part called ``ten``, "" without one."""
    found = texts(paper, ten)
    assert len(found) <= 1, (ten, found)
    return found[0] if found else ""


def sure(paper: Paper, ten: str) -> bool:
    """Whether all parts called ``ten`` were seen surely."""
    return all(part.chac == "chac" for part in paper.parts[ten])
