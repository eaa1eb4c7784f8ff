"""A .csv or .xlsx file → a table: the one door for reading."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final

from docgen.errors import Fault, Unusable
from docgen.sheets import csv_text
from docgen.sheets.table import Held, Row, Sheet, column_letters, packed
from docgen.vietnamese.text import forbidden, nfc

MAX_BYTES: Final = 20 * 2**20
SAMPLE: Final = "Ví dụ:"
"""How the first cell of a sample row begins; such a row is no data."""
_TEXT: Final[Held] = "text"
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
    faults: list[Fault] = []
    with _opened(source, ten) as file:
        if _is_zip(file):
            # openpyxl takes its time to load, and a .csv does without.
            from docgen.sheets import workbook

            name, rows = workbook.read(file.read(), ten, faults, sheet)
            return _table(name, rows, faults, ten)
        if suffix == ".xlsx":
            raise Unusable(Fault(ten, "Tệp không phải là bảng tính Excel (.xlsx), hoặc đã hỏng."))
        return _table(ten, csv_text.read(file, ten, faults), faults, ten)


def names(source: Path | bytes, ten: str = "") -> tuple[str, ...]:
    """Name the worksheets to choose from, those that are visible; none for a .csv. Raises Unusable as :func:`read`."""
    ten = ten or (source.name if isinstance(source, Path) else "bảng")
    with _opened(source, ten) as file:
        if not _is_zip(file):
            return ()
        from docgen.sheets import workbook

        return workbook.names(file.read(), ten)


def _is_zip(file: IO[bytes]) -> bool:
    begins = file.read(4) == b"PK\x03\x04"
    file.seek(0)
    return begins


def _table(name: str, rows: Iterable[Row], faults: list[Fault], ten: str) -> Sheet:
    """Put a table together. faults: what is told of it up to the end of its rows."""
    unclean: list[Fault] = []
    clean = (_clean(name, row, unclean) for row in rows)
    said = (row for row in clean if any(row.texts))
    header = next(said, None)
    if header is None:
        raise Unusable(Fault(ten, "Bảng không có chữ nào.", "Hàng đầu tiên cần có tên các cột."))
    wide = len(header.texts)
    held = packed(_padded(row, wide) for row in said if not row.texts[0].startswith(SAMPLE))
    return Sheet(name, header.cells, held, (*faults, *unclean))


def _padded(row: Row, wide: int) -> Row:
    """Give a row as many cells as the header has; a file may leave out the empty ones at its end."""
    missing = wide - len(row.texts)
    if missing <= 0:
        return row
    held = (*row.held, *(_TEXT,) * missing) if row.held else ()
    return Row(row.dong, (*row.texts, *("",) * missing), held)


def _clean(name: str, row: Row, faults: list[Fault]) -> Row:
    texts = tuple(_clean_text(text) for text in row.texts)
    if any(map(forbidden, texts)):
        for cot, text in enumerate(texts, start=1):
            for bad in forbidden(text)[:1]:
                place = f"{name}!{column_letters(cot)}{row.dong}"
                faults.append(Fault(place, f"Ô này có {bad[2]}.", "Hãy xóa ký tự ấy rồi gõ lại."))
        texts = tuple("" if forbidden(text) else text for text in texts)
    return Row(row.dong, texts, row.held)


def _clean_text(text: str) -> str:
    return nfc(text.replace("\r\n", "\n").replace("\r", "\n")).strip(" \t\n\u00a0")


@contextlib.contextmanager
def _opened(source: Path | bytes, ten: str) -> Iterator[IO[bytes]]:
    """Open a table that is not too large. Raises Unusable."""
    if isinstance(source, bytes):
        yield io.BytesIO(source)
        return
    try:
        if source.is_dir():
            raise Unusable(Fault(ten, "Đây là một thư mục.", "Hãy chỉ ra một tệp .xlsx hoặc .csv."))
        if source.stat().st_size > MAX_BYTES:
            raise Unusable(Fault(ten, f"Tệp lớn quá {MAX_BYTES // 2**20} MB."))
        file = source.open("rb")
    except FileNotFoundError:
        raise Unusable(Fault(ten, "Không có tệp này.", "Hãy xem lại tên tệp và thư mục.")) from None
    except PermissionError:
        raise Unusable(Fault(ten, "Không có quyền đọc tệp này.")) from None
    except (OSError, ValueError):
        raise Unusable(Fault(ten, "Không đọc được tệp này.")) from None
    with file:
        yield file
