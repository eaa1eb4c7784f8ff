"""A copy of a table with the cells to mend coloured, and what is wrong as a comment on each."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from docgen.errors import Fault
from docgen.sheets import csv_text
from docgen.sheets.writing import TEXT

_WRONG: Final = PatternFill("solid", fgColor="F4B6B6")
_DOUBTED: Final = PatternFill("solid", fgColor="F9E3A1")
# What LibreOffice and Excel still show without scrolling.
_MAX_COMMENT_CHARS: Final = 1000


def marked(source: Path, sheet: str, faults: Mapping[str, Sequence[Fault]]) -> bytes:
    """Mark a copy of ``source``; the file itself is not touched.

    sheet: the worksheet's name (``Sheet.name``; that of a .csv is free). faults: address (``D7``) → what is wrong
    there. A .csv becomes an .xlsx, since only that holds colours.
    """
    if source.suffix.lower() == ".xlsx":
        book = load_workbook(source)
        target = book[sheet]
    else:
        book, target = _from_csv(source)
    for address, told in faults.items():
        cell = target[address]
        text = "\n".join(str(fault).removeprefix(f"{fault.noi}: ") for fault in told)
        cell.fill = _WRONG if any(fault.nang == "loi" for fault in told) else _DOUBTED
        cell.comment = Comment(text[:_MAX_COMMENT_CHARS], "docgen", height=140, width=360)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _from_csv(source: Path) -> tuple[Any, Any]:
    book = Workbook()
    target: Any = book.active
    with source.open("rb") as file:
        for row in csv_text.read(file, source.name, []):
            for held in row.cells:
                cell = target.cell(held.dong, held.cot)
                cell.value, cell.data_type, cell.number_format = held.text, "s", TEXT
    return book, target
