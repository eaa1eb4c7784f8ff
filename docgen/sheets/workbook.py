"""An .xlsx file as a table: opened with suspicion, each cell as it is shown."""

from __future__ import annotations

import contextlib
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from docgen import package
from docgen.errors import Fault, Unusable
from docgen.sheets import layout
from docgen.sheets.shown import shown
from docgen.sheets.table import Held, Row, column_letters, packed

MAX_ROWS: Final = 200_000
MAX_CELLS: Final = 3_000_000
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS: Final = "Hãy mở bằng Excel rồi lưu lại với kiểu Excel Workbook (*.xlsx)."
_NO_WORKBOOK: Final = "Tệp không phải là bảng tính Excel (.xlsx), hoặc đã hỏng."
_ERRORS: Final = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})


def read(data: bytes, ten: str, faults: list[Fault], sheet: str = "") -> tuple[str, Sequence[Row]]:
    """Read a worksheet: its name, and its rows that say something.

    sheet: which one; the first that is visible when left out. faults: takes what is wrong with or doubted of its
    cells; one that holds an error, or a formula without a value, is told and says nothing. Raises Unusable for what
    is no safe .xlsx.
    """
    parts = _parts(data, ten)
    has_formulas = any(b"<f>" in part or b"<f " in part for name, part in parts.items() if "worksheets/" in name)
    with _opened(data, ten, values=True) as values:
        seen = _visible(values)
        name = sheet or next(iter(seen), "")
        if name not in values.sheetnames:
            had = ", ".join(f"“{one}”" for one in values.sheetnames)
            raise Unusable(Fault(ten, f"Tệp không có trang tính “{sheet}”.", f"Các trang tính đang có: {had}."))
        xml = parts.get(layout.part_of(parts, name), b"")
        del parts
        if has_formulas:
            # Only the formulas themselves tell one that was never calculated from an empty cell.
            with _opened(data, ten, values=False) as formulas:
                rows = packed(_rows(name, values[name], formulas[name], faults))
        else:
            rows = packed(_rows(name, values[name], None, faults))
    if not sheet and len(seen) > 1:
        others = ", ".join(f"“{one}”" for one in seen if one != name)
        loi = f"Bảng có nhiều trang tính; đang dùng trang “{name}”, không dùng {others}."
        faults.append(Fault(ten, loi, nang="nhac"))
    faults += layout.faults(name, xml, rows)
    return name, rows


def names(data: bytes, ten: str) -> tuple[str, ...]:
    """Name the worksheets that are visible, in their order. Raises Unusable for what is no safe .xlsx."""
    _parts(data, ten)
    with _opened(data, ten, values=True) as book:
        return _visible(book)


def _visible(book: Any) -> tuple[str, ...]:
    return tuple(one.title for one in book.worksheets if one.sheet_state == "visible")


def _parts(data: bytes, ten: str) -> dict[str, bytes]:
    """Unpack a workbook that may be given to openpyxl. Raises Unusable for any other."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        raise Unusable(Fault(ten, _NO_WORKBOOK, _SAVE_AS))
    try:
        parts = package.read(data, ten, parsed=False)
    except Unusable as error:
        # What makes a table large is most often formatted rows without a word.
        sua = "Hãy chép riêng phần có chữ sang một tệp mới rồi dùng tệp ấy."
        raise Unusable(replace(fault, sua=(fault.sua and _SAVE_AS) or sua) for fault in error.faults) from error
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise Unusable(Fault(ten, "Tệp có chứa macro (chương trình), nên không được mở.", _SAVE_AS))
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and not _is_plain(part):
            raise Unusable(Fault(ten, f"Phần “{name}” của tệp không như Excel ghi ra, nên không được mở.", _SAVE_AS))
    return parts


def _is_plain(xml: bytes) -> bool:
    """Whether a part is what the parser of openpyxl may be given: UTF-8, no DOCTYPE, of a sensible size."""
    return not (xml.startswith(_UTF16) or b"<!DOCTYPE" in xml or package.is_overgrown(xml))


@contextlib.contextmanager
def _opened(data: bytes, ten: str, *, values: bool) -> Iterator[Any]:
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError) as error:
        raise Unusable(Fault(ten, _NO_WORKBOOK, _SAVE_AS)) from error
    try:
        yield book
    finally:
        book.close()


def _rows(name: str, values: Any, formulas: Any, faults: list[Fault]) -> Iterator[Row]:
    sheets = [values] if formulas is None else [values, formulas]
    # What the file says of its own size is often wrong, and a hostile one may say a million rows.
    for sheet in sheets:
        sheet.reset_dimensions()
    known = count = 0
    for dong, both in enumerate(zip(*(sheet.iter_rows() for sheet in sheets), strict=True), start=1):
        row, sources = both[0], both[-1]
        # Rows that are formatted to the end of the sheet say nothing.
        if all(source.value is None for source in sources) and all(cell.value is None for cell in row):
            continue
        count += len(row)
        if known >= MAX_ROWS or count > MAX_CELLS:
            raise Unusable(Fault(name, f"Trang tính có quá {MAX_ROWS} hàng.", "Hãy chia thành nhiều tệp."))
        cells = enumerate(zip(row, sources, strict=True), start=1)
        known += 1
        shown_cells = [_shown(name, cell, source, dong, cot, faults) for cot, (cell, source) in cells]
        texts, held = zip(*shown_cells, strict=True)
        yield Row(dong, texts, held)


def _shown(name: str, cell: Any, source: Any, dong: int, cot: int, faults: list[Fault]) -> tuple[str, Held]:
    value = cell.value
    place = f"{name}!{column_letters(cot)}{dong}"
    # A formula whose value is the empty text was calculated: Excel says so by the type of the cell.
    if value is None and source.data_type == "f" and cell.data_type != "str":
        loi = "Ô này là công thức chưa có kết quả."
        faults.append(Fault(place, loi, "Hãy mở bằng Excel rồi lưu lại, hoặc dán thành giá trị."))
    elif cell.data_type == "e" or (isinstance(value, str) and value in _ERRORS):
        faults.append(Fault(place, f"Ô này đang báo lỗi {value}.", "Hãy sửa công thức hoặc gõ giá trị vào ô."))
        value = None
    return shown(value, cell.number_format if value is not None else "")
