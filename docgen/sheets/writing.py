"""Tables → .xlsx: the sheet to fill in."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from docgen import package
from docgen.sheets.read import SAMPLE
from docgen.sheets.table import Column, column_letters

# "@" is Excel's format for text: 01 stays 01 and 1/2 does not become a date.
TEXT: Final = "@"
_ROWS_TO_FILL: Final = 5000
_HEADER: Final = PatternFill("solid", fgColor="DCE6EE")
_NEEDED: Final = PatternFill("solid", fgColor="F7E7B5")
_SAMPLE_FONT: Final = Font(italic=True, color="6B6B6B")
_WIDTH_CHARS: Final = (12, 48)
# 18.3.1.32 of ECMA-376: a list of answers in a cell may have 255 characters.
_MAX_LIST_CHARS: Final = 255
# The hour of making must not show in the bytes.
_PROPERTIES: Final = "docProps/core.xml"
_TIME: Final = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_WHEN: Final = datetime.datetime(1980, 1, 1)


def write(columns: Sequence[Column], rows: Iterable[Sequence[str]] = (), ten: str = "Units") -> bytes:
    """Make the sheet to fill in: equal columns and rows give equal bytes.

    Every column is text, has its note in the header and, where answers are given, a list to choose from. Without
    rows there is one sample row, which reading leaves out.
    """
    book = Workbook()
    sheet = _sheet(book, ten)
    for cot, column in enumerate(columns, start=1):
        head = sheet.cell(1, cot, column.ten)
        head.font, head.fill = Font(bold=True), _NEEDED if column.bat_buoc else _HEADER
        head.alignment = Alignment(wrap_text=True, vertical="top")
        note = "\n".join(filter(None, (column.nhan, column.giup, "Bắt buộc." if column.bat_buoc else "")))
        if note:
            head.comment = Comment(note, "docgen", height=160, width=320)
        letters = column_letters(cot)
        low, high = _WIDTH_CHARS
        sheet.column_dimensions[letters].width = min(max(low, len(column.ten) + 4, len(column.vi_du) // 2), high)
        # The format of the column: a new row is text as well.
        sheet.column_dimensions[letters].number_format = TEXT
        _offer(sheet, letters, column)
    said = [list(row) for row in rows]
    sample = [] if said else [_sample(columns)]
    for dong, row in enumerate([*sample, *said], start=2):
        for cot, text in enumerate(row, start=1):
            _put(sheet, dong, cot, text).font = _SAMPLE_FONT if sample else Font()
    return _saved(book)


def _sheet(book: Any, ten: str) -> Any:
    sheet = book.active
    sheet.title = ten
    sheet.freeze_panes = "A2"
    return sheet


def _put(sheet: Any, dong: int, cot: int, text: str) -> Any:
    cell = sheet.cell(dong, cot)
    # A text that begins with "=" is a text, not a formula of whoever typed it.
    cell.value, cell.data_type, cell.number_format = text, "s", TEXT
    cell.alignment = Alignment(wrap_text="\n" in text, vertical="top")
    return cell


def _sample(columns: Sequence[Column]) -> list[str]:
    texts = [column.vi_du for column in columns]
    return [f"{SAMPLE} {texts[0]}".strip(), *texts[1:]] if texts else []


def _offer(sheet: Any, letters: str, column: Column) -> None:
    answers = ",".join(column.lua_chon)
    if not column.lua_chon or len(answers) > _MAX_LIST_CHARS or any("," in one for one in column.lua_chon):
        return
    offered = DataValidation(type="list", formula1=f'"{answers}"', allow_blank=True, showErrorMessage=False)
    offered.add(f"{letters}2:{letters}{_ROWS_TO_FILL}")
    sheet.add_data_validation(offered)


def _saved(book: Any) -> bytes:
    book.properties.creator, book.properties.created, book.properties.modified = "docgen", _WHEN, _WHEN
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    # openpyxl writes the time of saving whatever it was told.
    parts[_PROPERTIES] = _TIME.sub(f"{_WHEN:%Y-%m-%dT%H:%M:%SZ}".encode(), parts[_PROPERTIES])
    return package.write(parts)
