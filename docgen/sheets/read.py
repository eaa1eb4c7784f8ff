"""A .csv or .xlsx file → a table: the one door for reading."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Final

from docgen.errors import Fault, Unusable
from docgen.sheets import csv_text
from docgen.sheets.table import Cell, Row, Sheet
from docgen.vietnamese.text import forbidden, nfc

MAX_BYTES: Final = 20 * 2**20
SAMPLE: Final = "Ví dụ:"
"""How the first cell of a sample row begins; such a row is no data."""
_KINDS: Final = (".csv", ".tsv", ".txt", ".xlsx")


def read(source: Path | bytes, ten: str = "", sheet: str = "") -> Sheet:
    """Read a table. ten: what the file is called when bytes are given. sheet: which worksheet.

    Blank rows and the sample row are left out, addresses stay those of the file. Cells that cannot be used (error
    values, control signs) are told in ``Sheet.faults``. Raises Unusable for a file that is no table.
    """
    ten = ten or (source.name if isinstance(source, Path) else "bảng")
    suffix = Path(ten).suffix.lower()
    if suffix not in _KINDS:
        sua = "Cần tệp .xlsx hoặc .csv."
        if suffix == ".xls":
            sua = "Hãy mở bằng Excel rồi lưu lại với kiểu Excel Workbook (*.xlsx)."
        raise Unusable(Fault(ten, f"Không đọc được bảng từ loại tệp “{suffix or ten}”.", sua))
    data = source if isinstance(source, bytes) else _file(source, ten)
    if data.startswith(b"PK\x03\x04"):
        # openpyxl takes its time to load, and a .csv does without.
        from docgen.sheets import workbook

        name, rows, faults = workbook.read(data, ten, sheet)
    elif suffix == ".xlsx":
        raise Unusable(Fault(ten, "Tệp không phải là bảng tính Excel (.xlsx), hoặc đã hỏng."))
    else:
        name = ten
        rows, faults = csv_text.read(data, ten)
    return _table(name, rows, faults, ten)


def names(source: Path | bytes, ten: str = "") -> tuple[str, ...]:
    """Name the worksheets to choose from, those that are visible; none for a .csv. Raises Unusable as :func:`read`."""
    ten = ten or (source.name if isinstance(source, Path) else "bảng")
    data = source if isinstance(source, bytes) else _file(source, ten)
    if not data.startswith(b"PK\x03\x04"):
        return ()
    from docgen.sheets import workbook

    return workbook.names(data, ten)


def _table(name: str, rows: list[list[Cell]], faults: list[Fault], ten: str) -> Sheet:
    held = [Row(cells[0].dong, tuple(_clean(name, cell, faults) for cell in cells)) for cells in rows if cells]
    said = [row for row in held if any(cell.text for cell in row.cells)]
    if not said:
        raise Unusable(Fault(ten, "Bảng không có chữ nào.", "Hàng đầu tiên cần có tên các cột."))
    header, *rest = said
    wide = len(header.cells)
    return Sheet(
        name,
        header.cells,
        tuple(_padded(row, wide) for row in rest if not row.cells[0].text.startswith(SAMPLE)),
        tuple(faults),
    )


def _padded(row: Row, wide: int) -> Row:
    """Give a row as many cells as the header has; a file may leave out the empty ones at its end."""
    missing = (Cell("", row.dong, cot) for cot in range(len(row.cells) + 1, wide + 1))
    return Row(row.dong, (*row.cells, *missing))


def _clean(name: str, cell: Cell, faults: list[Fault]) -> Cell:
    text = nfc(cell.text.replace("\r\n", "\n").replace("\r", "\n")).strip(" \t\n\u00a0")
    bad = forbidden(text)
    if bad:
        faults.append(Fault(f"{name}!{cell.address}", f"Ô này có {bad[0][2]}.", "Hãy xóa ký tự ấy rồi gõ lại."))
        text = ""
    return cell if text == cell.text else replace(cell, text=text)


def _file(path: Path, ten: str) -> bytes:
    try:
        if path.is_dir():
            raise Unusable(Fault(ten, "Đây là một thư mục.", "Hãy chỉ ra một tệp .xlsx hoặc .csv."))
        if path.stat().st_size > MAX_BYTES:
            raise Unusable(Fault(ten, f"Tệp lớn quá {MAX_BYTES // 2**20} MB."))
        return path.read_bytes()
    except FileNotFoundError:
        raise Unusable(Fault(ten, "Không có tệp này.", "Hãy xem lại tên tệp và thư mục.")) from None
    except PermissionError:
        raise Unusable(Fault(ten, "Không có quyền đọc tệp này.")) from None
    except (OSError, ValueError):
        raise Unusable(Fault(ten, "Không đọc được tệp này.")) from None
