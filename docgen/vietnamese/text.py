"""What a piece of text may hold: NFC, characters that cannot enter a paper, characters nobody sees.

Nothing is removed here without being said: :func:`clean` tells every change, :func:`forbidden` and
:func:`invisible` only point.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# XML 1.0 §2.2 excludes C0 except TAB, LF, CR, the surrogates and U+FFFE/U+FFFF. It allows DEL, C1 and the other
# noncharacters, but no keyboard types them and they are the trace of a broken conversion; the noncharacters
# U+FDD0… moreover mark formatting inside render. CR is not allowed either: XML parsers turn it into LF unasked.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)
_PERMITTED = re.compile("[\t\n -~\u00a0-\ud7ff]*")

_INVISIBLE_NAMES = {
    "\u00ad": "dấu gạch nối mềm",
    "\u034f": "dấu nối tổ hợp",
    "\u200b": "khoảng trắng rộng bằng không",
    "\u200c": "dấu ngăn nối chữ",
    "\u200d": "dấu nối chữ",
    "\u200e": "dấu hướng trái sang phải",
    "\u200f": "dấu hướng phải sang trái",
    "\u2028": "dấu ngắt dòng Unicode",
    "\u2029": "dấu ngắt đoạn Unicode",
    "\u2060": "dấu cấm xuống dòng",
    "\ufeff": "dấu thứ tự byte (BOM)",
}
# Bidirectional embeddings and isolates, invisible operators, fillers, variation selectors and tag characters:
# all default-ignorable, all able to make two different texts look the same.
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)


# Nearly every text is in this form already, and the check is quick; of a long one that is made to be slow it is not.
_SHORT = 2000
_LONGEST_KEPT = 100_000


def nfc(s: str) -> str:
    """``s`` in Unicode normal form C, so that equal Vietnamese words are equal strings; in linear time."""
    if s.isascii() or (len(s) <= _SHORT and unicodedata.is_normalized("NFC", s)):
        return s
    return _kept(s) if len(s) <= _LONGEST_KEPT else _normal(s)


@lru_cache(maxsize=32)
def _kept(s: str) -> str:
    """The bodies of the copies of one plan are the same text, met many times."""
    return _normal(s)


def _normal(s: str) -> str:
    return unicodedata.normalize("NFC", _many_marks().sub(_in_order, s))


@cache
def _many_marks() -> re.Pattern[str]:
    """More combining marks in a row than any language has; no plane beyond the second has such marks."""
    marks = "".join(map(re.escape, filter(unicodedata.combining, map(chr, range(0x300, 0x20000)))))
    return re.compile(f"[{marks}]{{30,}}")


def _in_order(marks: re.Match[str]) -> str:
    """Combining marks in canonical order: CPython's own ordering takes time with the square of their number."""
    return "".join(sorted(marks.group(), key=unicodedata.combining))


def forbidden(s: str) -> list[tuple[int, str, str]]:
    """Every character that may not enter a paper: ``(index, character, Vietnamese reason)``, in order.

    These are the C0 controls except TAB and LF, DEL, the C1 controls, lone surrogates and all 66
    noncharacters. Line ends CR LF and CR are put right by :func:`clean`; a CR left over is refused.
    """
    # Nearly every text is of such signs alone, and to find that out takes a tenth of the time.
    if _PERMITTED.fullmatch(s):
        return []
    return [(m.start(), m.group(), _why(m.group())) for m in _FORBIDDEN.finditer(s)]


def _why(char: str) -> str:
    code = ord(char)
    if code == 0x0D:
        return "ký tự về đầu dòng U+000D không phải dấu xuống dòng (chỉ dùng U+000A)"
    if code < 0xA0:
        return f"ký tự điều khiển U+{code:04X}, không phải chữ và không in được"
    if code <= 0xDFFF:
        return f"nửa ký tự U+{code:04X} (mã thay thế lẻ đôi), dấu vết của một lần chuyển mã hỏng"
    return f"mã U+{code:04X} không phải là ký tự Unicode"


def clean(s: str) -> tuple[str, list[str]]:
    """``(text, changes)``: NFC text whose line ends are LF and that does not begin with a byte order mark.

    ``changes`` holds one Vietnamese sentence for each kind of change that took place; it is empty when the
    text comes back as it went in. Nothing else is touched.
    """
    changes: list[str] = []
    if s.startswith("\ufeff"):
        s = s[1:]
        changes.append("Đã bỏ dấu thứ tự byte (BOM) ở đầu văn bản.")
    windows, lone = s.count("\r\n"), len(re.findall("\r(?!\n)", s))
    if windows:
        s = s.replace("\r\n", "\n")
        changes.append(f"Đã ghi {windows} dấu xuống dòng kiểu Windows (CR LF) thành LF.")
    if lone:
        s = s.replace("\r", "\n")
        changes.append(f"Đã ghi {lone} dấu xuống dòng kiểu Mac cũ (CR) thành LF.")
    composed = nfc(s)
    if composed != s:
        changes.append("Đã ghép dấu rời vào chữ (Unicode dựng sẵn, NFC); chữ nhìn vẫn như cũ.")
    return composed, changes


def invisible(s: str) -> list[tuple[int, str, str]]:
    """Every character that is kept but that nobody sees: ``(index, character, Vietnamese name)``, in order.

    Zero-width blanks and joiners, soft hyphens, byte order marks, marks of direction, Unicode line and
    paragraph separators, fillers, variation selectors, tag characters.
    """
    return [(m.start(), m.group(), _invisible_name(m.group())) for m in _INVISIBLE.finditer(s)]


def _invisible_name(char: str) -> str:
    return f"{_INVISIBLE_NAMES.get(char, 'ký tự không nhìn thấy')} U+{ord(char):04X}"
