"""What kind of file this is, and whether it can be read at all: a clear refusal before anything is unpacked."""

from __future__ import annotations

import codecs
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

from docgen import package as safe_zip
from docgen.errors import Fault, Unusable

MAX_TEXT_BYTES: Final = 5 * 2**20

_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE_AS: Final = "Hãy mở tệp bằng Word và lưu lại với kiểu Word Document (*.docx)."
# How other files begin, and what people call them.
_OTHERS: Final = (
    (b"%PDF", "tệp PDF", "Hãy dùng tệp Word gốc (.docx) của văn bản."),
    (b"{\\rtf", "tệp RTF", _SAVE_AS),
    (b"\x89PNG", "hình ảnh (PNG)", "Hãy dùng tệp Word (.docx) của văn bản."),
    (b"\xff\xd8\xff", "hình ảnh (JPEG)", "Hãy dùng tệp Word (.docx) của văn bản."),
    (b"GIF8", "hình ảnh (GIF)", "Hãy dùng tệp Word (.docx) của văn bản."),
    (b"Rar!", "tệp nén RAR", "Hãy giải nén rồi chọn tệp Word bên trong."),
    (b"7z\xbc\xaf", "tệp nén 7z", "Hãy giải nén rồi chọn tệp Word bên trong."),
    (b"\x1f\x8b", "tệp nén GZIP", "Hãy giải nén rồi chọn tệp Word bên trong."),
    (b"MZ\x90\x00", "chương trình Windows", "Hãy chọn tệp Word (.docx) của văn bản."),
)
_MARKUP: Final = (b"<?xml", b"<!doctype", b"<html", b"mime-version:")
# Names of the streams in an OLE file, as they are written there.
_STREAMS: Final = (
    ("EncryptedPackage", "Tệp có mật khẩu mở.", "Hãy mở bằng Word, bỏ mật khẩu rồi lưu lại."),
    ("Workbook", "Đây là bảng tính Excel (.xls), không phải văn bản Word.", ""),
    ("PowerPoint Document", "Đây là bản trình chiếu PowerPoint (.ppt), không phải văn bản Word.", ""),
    ("__substg1.0_", "Đây là thư Outlook (.msg), không phải văn bản Word.", "Hãy lưu tệp đính kèm trong thư ra riêng."),
)
_ZIPPED: Final = (
    ("xl/workbook.xml", "bảng tính Excel (.xlsx)"),
    ("ppt/presentation.xml", "bản trình chiếu PowerPoint (.pptx)"),
    ("content.xml", "văn bản OpenDocument (.odt)"),
)


@dataclass(frozen=True)
class Opened:
    """A file that may be read. parts: the parts of a .docx by name; data: the bytes of the others."""

    kind: Literal["docx", "doc", "text"]
    data: bytes
    parts: dict[str, bytes]


def open_source(source: Path | bytes, ten: str) -> Opened:
    """Look at a file by its content, whatever its name says.

    Raises Unusable for what is neither a Word file nor text: too large, broken, with a password, a picture, a PDF …
    """
    data = source if isinstance(source, bytes) else _file(source, ten)
    if not data:
        raise refused(ten, "Tệp rỗng, không có chữ nào.")
    if data.startswith(_ZIP):
        return Opened("docx", b"", _unzipped(data, ten))
    if data.startswith(_OLE):
        return Opened("doc", _old_word(data, ten), {})
    if data.startswith(_EMPTY_ZIP):
        raise refused(ten, "Tệp nén rỗng, không phải tệp Word.", _SAVE_AS)
    for start, name, sua in _OTHERS:
        if data.startswith(start):
            raise refused(ten, f"Đây là {name}, không phải văn bản Word.", sua)
    if data[:200].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower().startswith(_MARKUP):
        raise refused(ten, "Đây là trang web hoặc tệp XML, không phải văn bản Word.", _SAVE_AS)
    if len(data) > MAX_TEXT_BYTES:
        raise refused(ten, f"Tệp văn bản thô lớn quá {MAX_TEXT_BYTES // 2**20} MB.")
    return Opened("text", data, {})


def refused(ten: str, loi: str, sua: str = "") -> Unusable:
    """Make the refusal of a file called ``ten``."""
    return Unusable(Fault(ten or "tệp", loi, sua))


def _file(path: Path, ten: str) -> bytes:
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise refused(ten, "Đây là một thư mục.", "Hãy chỉ ra một tệp Word hoặc tệp văn bản trong thư mục.")
        if not stat.S_ISREG(state.st_mode):
            raise refused(ten, "Đây không phải là một tệp thường nên không đọc.")
        if state.st_size > safe_zip.MAX_FILE_BYTES:
            raise refused(ten, f"Tệp lớn quá {safe_zip.MAX_FILE_BYTES // 2**20} MB.")
        return path.read_bytes()
    except FileNotFoundError:
        raise refused(ten, "Không có tệp này.", "Hãy xem lại tên tệp và thư mục.") from None
    except PermissionError:
        raise refused(ten, "Không có quyền đọc tệp này.") from None
    except (OSError, ValueError) as error:
        raise refused(ten, f"Không đọc được tệp “{path}”.") from error


def _unzipped(data: bytes, ten: str) -> dict[str, bytes]:
    parts = safe_zip.read(data, ten or "tệp", parsed=False)
    for name, what in _ZIPPED:
        if name in parts:
            raise refused(ten, f"Đây là {what}, không phải văn bản Word.", _SAVE_AS)
    for name in parts:
        if name.lower().endswith(("vbaproject.bin", "vbadata.xml")):
            raise refused(ten, "Tệp có chứa macro (chương trình), nên không được mở.", _SAVE_AS)
    return parts


def _old_word(data: bytes, ten: str) -> bytes:
    if len(data) > safe_zip.MAX_FILE_BYTES:
        raise refused(ten, f"Tệp lớn quá {safe_zip.MAX_FILE_BYTES // 2**20} MB.")
    # A paper may hold a spreadsheet, so that only a file without text of its own is judged by the rest.
    text = "WordDocument".encode("utf-16-le") in data
    for name, loi, sua in _STREAMS[: 1 if text else None]:
        if name.encode("utf-16-le") in data:
            raise refused(ten, loi, sua)
    if not text:
        raise refused(ten, "Tệp kiểu cũ của Office nhưng không phải văn bản Word, hoặc đã hỏng.", _SAVE_AS)
    return data
