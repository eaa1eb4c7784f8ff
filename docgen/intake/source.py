"""A file as text: what kind it is, how it is encoded, how large it may be, and which characters it may hold.

Everything here happens before any parser sees the text, so a file that is far too large, or no text at all,
is refused at once.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from docgen.errors import Fault, InputFaults, Unusable
from docgen.vietnamese.text import forbidden

Kind = Literal["yaml", "json"]

# A plan of 100 pages is about 0.3 MB of text: 5 MB leaves room for any real paper and keeps parsing short.
MAX_BYTES = 5 * 1024 * 1024
MAX_SHOWN = 20
_STEP = 4096

_KINDS: dict[str, Kind] = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_MAGIC = (
    (b"PK\x03\x04", "tệp Word, Excel hoặc tệp nén (.docx, .xlsx, .zip)"),
    (b"\xd0\xcf\x11\xe0", "tệp Word hoặc Excel đời cũ (.doc, .xls)"),
    (b"%PDF", "tệp PDF"),
    (b"{\\rtf", "tệp RTF"),
    (b"\x89PNG", "tệp ảnh"),
    (b"\xff\xd8\xff", "tệp ảnh"),
)
_SAVE_AS = "Hãy mở tệp bằng Notepad, chọn Save As, ở ô Encoding chọn UTF-8 rồi lưu lại."


def kind_of(path: Path) -> Kind:
    """Tell the notation of a data file by its ending. Raises Unusable for any other ending."""
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise Unusable(
            Fault(
                str(path),
                f"Không đọc được loại tệp “{path.suffix or path.name}”.",
                "Dữ liệu cần ở tệp .yaml, .yml hoặc .json.",
            )
        )
    return kind


def read_bytes(path: Path) -> bytes:
    """Read the whole file. Raises Unusable when it is missing, no ordinary file, too large or not readable."""
    noi = str(path)
    try:
        state = path.stat()
        if stat.S_ISDIR(state.st_mode):
            raise Unusable(Fault(noi, "Đây là một thư mục.", "Hãy chỉ ra một tệp .yaml hoặc .json trong thư mục."))
        if not stat.S_ISREG(state.st_mode):
            raise Unusable(Fault(noi, "Đây không phải là một tệp thường nên không đọc."))
        if state.st_size > MAX_BYTES:
            raise Unusable(_too_large(noi, state.st_size))
        with path.open("rb") as file:
            # The file may have grown since it was measured.
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise Unusable(Fault(noi, "Không có tệp này.", "Hãy xem lại tên tệp và thư mục.")) from None
    except PermissionError:
        raise Unusable(Fault(noi, "Không có quyền đọc tệp này.")) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "tên tệp không hợp lệ"
        raise Unusable(Fault(noi, f"Không đọc được tệp ({reason}).")) from None
    if len(data) > MAX_BYTES:
        raise Unusable(_too_large(noi, len(data)))
    return data


def decode(data: bytes, noi: str) -> str:
    r"""Bytes → text with ``\n`` line ends and no byte order mark.

    UTF-8 with or without a byte order mark and UTF-16 with one are read; anything else, and what is no text,
    raises Unusable with the place of the first byte that is wrong.
    """
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise Unusable(Fault(noi, f"Đây là {name}, không phải tệp dữ liệu.", "Cần tệp chữ .yaml hoặc .json."))
    if data.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        raise Unusable(Fault(noi, "Tệp ghi bằng mã UTF-32.", _SAVE_AS))
    utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    if not utf16 and b"\0" in data:
        raise Unusable(Fault(noi, "Tệp không phải tệp chữ, hoặc ghi bằng mã UTF-16 thiếu dấu mở đầu.", _SAVE_AS))
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        if utf16:
            raise Unusable(Fault(noi, "Tệp UTF-16 bị hỏng hoặc bị cắt mất một phần.", _SAVE_AS)) from None
        raise Unusable(_not_utf8(data, error.start, noi)) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _too_large(noi: str, size: int) -> Fault:
    shown = f"{size / 1024 / 1024:.1f}".replace(".", ",")
    return Fault(noi, f"Tệp nặng {shown} MB; dữ liệu của một văn bản không quá {MAX_BYTES // 1024 // 1024} MB.")


def _not_utf8(data: bytes, at: int, noi: str) -> Fault:
    before = data[:at]
    dong = before.count(b"\n") + 1
    start = before.rfind(b"\n") + 1
    cot = len(before[start:].decode("utf-8", "replace")) + 1
    loi = f"Tệp không ghi bằng mã UTF-8 (cột {cot}: byte {data[at]:02X}); có thể là mã cũ như TCVN3, VNI, Windows-1258."
    return Fault(noi, loi, _SAVE_AS, dong)


def check_characters(text: str, also: str = "") -> None:
    r"""Refuse characters no paper can hold, and those in ``also``, each with line and column.

    Raises InputFaults with the first of them. ``text`` has ``\n`` line ends.
    """
    found: list[Fault] = []
    for start in range(0, len(text), _STEP):
        piece = text[start : start + _STEP]
        wrong = [(at, reason) for at, _char, reason in forbidden(piece)]
        wrong += [(m.start(), f"ký tự ngắt dòng U+{ord(m[0]):04X} mà mắt không thấy") for m in _among(also, piece)]
        found += [_at(text, start + at, reason) for at, reason in sorted(wrong)]
        if len(found) > MAX_SHOWN:
            # A file that was converted wrongly may hold millions of them.
            found[MAX_SHOWN:] = [Fault("", "Còn những ký tự khác như vậy.")]
            break
    if found:
        raise InputFaults(found)


def _among(chars: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(f"[{re.escape(chars)}]", text) if chars else iter(())


def _at(text: str, at: int, reason: str) -> Fault:
    dong, cot = position(text, at)
    return Fault("", f"Cột {cot}: có {reason}.", "Xin xóa ký tự này.", dong)


def position(text: str, at: int) -> tuple[int, int]:
    """1-based line and column of the character at index ``at``."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)
