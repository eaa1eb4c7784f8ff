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
_SAVE_AS: Final = "Hãy mở bằng Excel rồi lưu lại với kiểu Excel Workbook (*.xlsx)."
_ERRORS: Final = frozenset({"#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"})


def read(data: bytes, ten: str, sheet: str = "") -> tuple[str, list[list[Cell]]]:
    """Read a worksheet: its name and its rows. sheet: which one; the first that is visible when left out.

    Raises Unusable for what is no safe .xlsx, InputFaults for cells that hold an error, or a formula without a value.
    """
    parts = package.read(data, ten)
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise Unusable(Fault(ten, "Tệp có chứa macro (chương trình), nên không được mở.", _SAVE_AS))
    values, formulas = _opened(data, ten, values=True), _opened(data, ten, values=False)
    try:
        name = sheet or next((one.title for one in values.worksheets if one.sheet_state == "visible"), "")
        if name not in values.sheetnames:
            had = ", ".join(f"“{one}”" for one in values.sheetnames)
            raise Unusable(Fault(ten, f"Tệp không có trang tính “{sheet}”.", f"Các trang tính đang có: {had}."))
        return name, _rows(name, values[name], formulas[name])
    finally:
        values.close()
        formulas.close()


def _opened(data: bytes, ten: str, *, values: bool) -> Any:
    try:
        return load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, TypeError, AttributeError) as error:
        raise Unusable(Fault(ten, "Tệp không phải là bảng tính Excel (.xlsx), hoặc đã hỏng.", _SAVE_AS)) from error


def _rows(name: str, values: Any, formulas: Any) -> list[list[Cell]]:
    # What the file says of its own size is often wrong, and a hostile one may say a million rows.
    for sheet in (values, formulas):
        sheet.reset_dimensions()
    rows: list[list[Cell]] = []
    faults: list[Fault] = []
    count = 0
    for dong, (row, sources) in enumerate(zip(values.iter_rows(), formulas.iter_rows(), strict=True), start=1):
        count += len(row)
        if dong > MAX_ROWS or count > MAX_CELLS:
            raise Unusable(Fault(name, f"Trang tính dài quá {MAX_ROWS} hàng.", "Hãy chia thành nhiều tệp."))
        rows.append([_cell(name, cell, source, dong, cot, faults)
                     for cot, (cell, source) in enumerate(zip(row, sources, strict=True), start=1)])  # fmt: skip
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
