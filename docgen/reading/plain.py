"""Text files and pasted text → a Paper without looks."""

from __future__ import annotations

import codecs
from typing import Final

from docgen.errors import Fault
from docgen.reading.facts import Paper, Para, Place, Rule, Run
from docgen.reading.headings import is_heading, shown
from docgen.reading.legacy import suspicion
from docgen.reading.lines import rows_of_signs
from docgen.reading.opening import refused
from docgen.vietnamese.text import clean, forbidden

MAX_LINES: Final = 100_000
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decoded(data: bytes, ten: str) -> tuple[str, list[Fault]]:
    """Turn the bytes of a text file into text; the faults tell what was doubted.

    UTF-8, or UTF-16 with or without a byte order mark. Anything else is an old code page: it is read letter by
    letter as Windows would show it, and said so. Raises Unusable for bytes that are no text at all.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strictly(data, encoding, ten), []
    if b"\0" in data:
        text = _strictly(data, "utf-16-le" if data[1::2].count(0) >= data[::2].count(0) else "utf-16-be", ten)
        if sum(char > _LAST_LATIN for char in text) * 2 > len(text):
            raise refused(ten, _NO_TEXT, _CONVERT)
        return text, []
    try:
        return _sensible(data.decode("utf-8"), ten), []
    except UnicodeDecodeError:
        text = _sensible(data.decode("cp1252", errors="replace").replace("\ufffd", "?"), ten)
        old = suspicion(text)
        loi = "Tệp không phải văn bản Unicode" + (f", có lẽ gõ bằng bảng mã {old}" if old else "")
        return text, [_note(ten, f"{loi}: chữ đọc ra có thể không đúng.", _CONVERT)]


_CONVERT: Final = "Hãy chuyển tệp sang Unicode (UTF-8) rồi thử lại."


_NO_TEXT: Final = "Tệp không phải văn bản Word, cũng không phải văn bản thô."
# The end of what Vietnamese and its punctuation use; pairs of any other bytes read as UTF-16 mostly lie beyond it.
_LAST_LATIN: Final = "\u2fff"


def read_lines(text: str, ten: str = "", notes: tuple[Fault, ...] = ()) -> Paper:
    """Read text: one paragraph a line, empty lines too; ``parts`` of the Paper are not yet found.

    Raises Unusable for text longer than 100,000 lines, or without any letter.
    """
    cleaned, changes = clean(text)
    if cleaned.count("\n") >= MAX_LINES:
        raise refused(ten, f"Văn bản có quá {MAX_LINES} dòng.")
    if not cleaned.strip():
        raise refused(ten, "Văn bản không có chữ nào.")
    found = [*notes, *(_note(ten, change) for change in changes)]
    if not notes and (old := suspicion(cleaned)):
        found.append(_note(ten, f"Chữ có vẻ gõ bằng bảng mã {old}: đọc ra có thể không đúng.", _CONVERT))
    return Paper(nguon="text", co_dinh_dang=False, paras=tuple(_paragraphs(cleaned, ten, found)), notes=tuple(found))


def _paragraphs(text: str, ten: str, notes: list[Fault]) -> list[Para]:
    paras: list[Para] = []
    heading, page_break = "", False
    for number, line in enumerate(text.removesuffix("\n").split("\n"), 1):
        page_break = page_break or "\f" in line
        line = line.replace("\f", "").replace("\v", " ")
        line = _without_controls(line, number, ten, notes)
        stripped = line.strip()
        paras.append(
            Para(
                text=line,
                place=Place("thân", number, de_muc=heading, dong=number),
                runs=(Run(line),) if line else (),
                ke=tuple(Rule("ky-tu", None, char, "trong") for char in rows_of_signs(line)),
                sang_trang=page_break and bool(stripped),
            )
        )
        page_break = page_break and not stripped
        if len(stripped) > 1 and is_heading(stripped, None, lambda: None):
            heading = shown(stripped)
    return paras


def _without_controls(line: str, number: int, ten: str, notes: list[Fault]) -> str:
    """Take out what no Word file can hold, and say where."""
    bad = forbidden(line)
    if not bad:
        return line
    notes.append(
        Fault(ten or "văn bản", f"Đã bỏ {len(bad)} ký tự không đọc được: {bad[0][2]}.", dong=number, nang="nhac")
    )
    for index, _, _ in reversed(bad):
        line = line[:index] + line[index + 1 :]
    return line


def _strictly(data: bytes, encoding: str, ten: str) -> str:
    try:
        return _sensible(data.decode(encoding), ten)
    except UnicodeDecodeError as error:
        raise refused(ten, _NO_TEXT, _CONVERT) from error


def _sensible(text: str, ten: str) -> str:
    """Pass on text; a file with many control characters is none."""
    if "\0" in text or len(forbidden(text.replace("\r", "\n").replace("\f", "\n"))) * 20 > len(text):
        raise refused(ten, _NO_TEXT, _CONVERT)
    return text


def _note(ten: str, loi: str, sua: str = "") -> Fault:
    return Fault(ten or "văn bản", loi, sua, nang="nhac")
