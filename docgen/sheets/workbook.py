"""An .xlsx file as a table: opened with suspicion, each cell as it is shown."""

from __future__ import annotations

import io
import zipfile
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from docgen import package
from docgen.errors import Fault, InputFaults, Unusable
from docgen.sheets.shown import shown
from docgen.sheets.table import Cell, column_letters

MAX_ROWS: Final = 200_000
MAX_CELLS: Final = 3_000_000
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_SAVE_AS: Final = "Hãy mở bằng Excel rồi lưu lại với kiểu Excel Workbook (*.xlsx)."
_ERRORS: Final = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})


def read(data: bytes, ten: str, sheet: str = "") -> tuple[str, list[list[Cell]]]:
    """Read a worksheet: its name and its rows. sheet: which one; the first that is visible when left out.

    Raises Unusable for what is no safe .xlsx, InputFaults for cells that hold an error, or a formula without a value.
    """
    parts = package.read(data, ten, parsed=False)
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise Unusable(Fault(ten, "Tệp có chứa macro (chương trình), nên không được mở.", _SAVE_AS))
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")) and not _is_plain(part):
            raise Unusable(Fault(ten, f"Phần “{name}” của tệp không như Excel ghi ra, nên không được mở.", _SAVE_AS))
    has_formulas = any(b"<f>" in part or b"<f " in part for name, part in parts.items() if "worksheets/" in name)
    del parts
    values = _opened(data, ten, values=True)
    # Only the formulas themselves tell one that was never calculated from an empty cell.
    formulas = _opened(data, ten, values=False) if has_formulas else None
    try:
        name = sheet or next((one.title for one in values.worksheets if one.sheet_state == "visible"), "")
        if name not in values.sheetnames:
            had = ", ".join(f"“{one}”" for one in values.sheetnames)
            raise Unusable(Fault(ten, f"Tệp không có trang tính “{sheet}”.", f"Các trang tính đang có: {had}."))
        return name, _rows(name, values[name], formulas[name] if formulas else None)
    finally:
        values.close()
        if formulas:
            formulas.close()


def _is_plain(xml: bytes) -> bool:
    """Whether a part is what the parser of openpyxl may be given: UTF-8, no DOCTYPE, of a sensible size."""
    return not (xml.startswith(_UTF16) or b"<!DOCTYPE" in xml or package.is_overgrown(xml))


def _opened(data: bytes, ten: str, *, values: bool) -> Any:
    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError) as error:
        raise Unusable(Fault(ten, "Tệp không phải là bảng tính Excel (.xlsx), hoặc đã hỏng.", _SAVE_AS)) from error


def _rows(name: str, values: Any, formulas: Any) -> list[list[Cell]]:
    sheets = [values] if formulas is None else [values, formulas]
    # What the file says of its own size is often wrong, and a hostile one may say a million rows.
    for sheet in sheets:
        sheet.reset_dimensions()
    rows: list[list[Cell]] = []
    faults: list[Fault] = []
    count = 0
    for dong, both in enumerate(zip(*(sheet.iter_rows() for sheet in sheets), strict=True), start=1):
        row, sources = both[0], both[-1]
        count += len(row)
        if dong > MAX_ROWS or count > MAX_CELLS:
            raise Unusable(Fault(name, f"Trang tính dài quá {MAX_ROWS} hàng.", "Hãy chia thành nhiều tệp."))
        cells = enumerate(zip(row, sources, strict=True), start=1)
        rows.append([_cell(name, cell, source, dong, cot, faults) for cot, (cell, source) in cells])
    if faults:
        raise InputFaults(faults)
    return rows


def _cell(name: str, cell: Any, source: Any, dong: int, cot: int, faults: list[Fault]) -> Cell:
    value = cell.value
    place = f"{name}!{column_letters(cot)}{dong}"
    if value is None and source.data_type == "f":
        loi = "Ô này là công thức chưa có kết quả."
        faults.append(Fault(place, loi, "Hãy mở bằng Excel rồi lưu lại, hoặc dán thành giá trị."))
    elif cell.data_type == "e" or (isinstance(value, str) and value in _ERRORS):
        faults.append(Fault(place, f"Ô này đang báo lỗi {value}.", "Hãy sửa công thức hoặc gõ giá trị vào ô."))
    text, held = shown(value, cell.number_format if value is not None else "")
    return Cell(text, dong, cot, held)
