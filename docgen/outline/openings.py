"""Which label a line begins with: the signs of the notation, and the habits of offices.

Only the line itself is looked at. A label that could as well be words (``C.``, ``1.1 tỷ``, ``p. Bến Nghé``) is
marked weak: whoever knows the numbers before it decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.outline.numerals import ORDINALS, letter_value, roman_value
from docgen.outline.tree import DECIMAL, Level


@dataclass(frozen=True, slots=True)
class Opening:
    r"""A label at the beginning of a line.

    typed: the label as it stands in the line. numbers: what it says, ``()`` for bullets and unknown letters.
    rest: the line after it. weak: could be words. sign: index in the line where a ``\`` makes it words.
    slack: how far from the expected number a weak label may be.
    """

    level: Level
    typed: str
    numbers: tuple[int, ...]
    rest: str
    weak: bool
    sign: int
    slack: int = 0


_WORDS = {
    "phần": Level.PHAN,
    "chương": Level.CHUONG,
    "tiểu mục": Level.TIEU_MUC,
    "mục": Level.MUC,
    "điều": Level.DIEU,
}
_NAMED = re.compile(
    r"(?P<word>Phần|PHẦN|Chương|CHƯƠNG|Tiểu mục|Tiểu Mục|TIỂU MỤC|Mục|MỤC|Điều|ĐIỀU)"
    r"(?P<blank> )(?P<number>(?:thứ|THỨ) \w{2,4}|[IVXLCDM]+|[0-9]{1,6})(?!\w)"
    r"(?P<sign> ?[.:)/](?![0-9])| ?[-–—](?= |$))?"
)
_ROMAN = re.compile(r"(?P<number>[IVXLCDM]+)(?P<sign>[./):]| ?[-–—])")
_DECIMAL = re.compile(r"(?P<number>[0-9]{1,6}(?:\.[0-9]{1,6}){1,3})(?P<sign>[./)]?)(?!\.?[0-9])")
_ARABIC = re.compile(r"(?P<number>[0-9]{1,6})(?P<sign>[./)]| ?-(?= ))")
_LETTER = re.compile(r"(?P<number>[a-zđ]{1,3})(?P<sign>[.)/])")
# Square, round and arrow bullets, and the private-use signs that Word's Symbol and Wingdings bullets become.
_GACH = re.compile(r"(?P<sign>[-–—](?![-–—>=])|\*(?= )|[·•∙‧▪▫■□●○◦‣⁃➢➤►✓\uf0b7\uf0a7\uf0d8\uf0fc\uf02d])")
_CONG = re.compile(r"(?P<sign>\+)(?!\+)")

_INITIAL = re.compile(r"[A-ZĐ]\.")
_SURE_ROMAN = 39
_BIG = 100
_QUOTES = "“\"‘'(["
_ENDS = ".;:,…?!"


def opening(line: str) -> Opening | None:
    """The label that ``line`` (blanks folded, no blank in front) begins with, if any."""
    first = line[:1]
    if first.isdigit():
        return _decimal(line) or _arabic(line)
    if first in "IVXLCDM" and (found := _roman(line)):
        return found
    if first in "PCTMĐ":
        return _named(line)
    return _letter(line) or _bullet(line)


def _named(line: str) -> Opening | None:
    m = _NAMED.match(line)
    if m is None:
        return None
    value = _named_value(m["number"])
    if value is None:
        return None
    tail, rest = line[m.end() :], line[m.end() :].removeprefix(" ")
    weak = m["number"] in {"C", "D", "L", "M"}
    if not m["sign"] and tail:
        # "Điều 5 của Luật …" is a sentence, "Phần I TÌNH HÌNH" a title; what lies between must at least fit.
        if not tail.startswith(" ") or not rest[:1].isupper():
            return None
        weak = weak or not rest.isupper()
        if weak and rest[-1] in _ENDS:
            return None
    return Opening(_WORDS[m["word"].lower()], m[0], (value,), rest, weak, m.start("blank"))


def _named_value(number: str) -> int | None:
    if number.isdigit():
        return int(number) or None
    if " " in number:
        return ORDINALS.get(number.lower().removeprefix("thứ "))
    return roman_value(number)


def _roman(line: str) -> Opening | None:
    m = _ROMAN.match(line)
    value = roman_value(m["number"]) if m else None
    if m is None or value is None:
        return None
    tail, rest = line[m.end() :], line[m.end() :].removeprefix(" ")
    weak = value > _SURE_ROMAN or m["number"] in {"C", "D", "L", "M"} or _INITIAL.match(rest) is not None
    if tail and not tail.startswith(" "):
        if not _is_opening_word(tail):
            return None
        weak = weak or m["sign"] not in {".", "/", ")"}
    return Opening(Level.LA_MA, m[0], (value,), rest, weak, m.start("sign"))


def _decimal(line: str) -> Opening | None:
    m = _DECIMAL.match(line)
    if m is None:
        return None
    numbers = tuple(int(n) for n in m["number"].split("."))
    tail, rest = line[m.end() :], line[m.end() :].removeprefix(" ")
    if 0 in numbers or (tail and not tail.startswith(" ") and not (m["sign"] and _is_opening_word(tail))):
        return None
    weak = not m["sign"] or max(numbers) >= _BIG
    if not m["sign"] and rest and not _is_opening_word(rest):
        return None
    return Opening(DECIMAL[len(numbers) - 1], m[0], numbers, rest, weak, line.index("."))


def _arabic(line: str) -> Opening | None:
    m = _ARABIC.match(line)
    if m is None:
        return None
    value = int(m["number"])
    tail, rest = line[m.end() :], line[m.end() :].removeprefix(" ")
    weak = not 0 < value < 10 * _BIG or "-" in m["sign"]
    if tail and not tail.startswith(" ") and not _is_opening_word(tail):
        if m["sign"] == "/" or not tail[0].isalpha():
            return None
        weak = True
    if "-" in m["sign"] and not _is_opening_word(rest):
        return None
    return Opening(Level.SO, m[0], (value,), rest, weak, m.start("sign"))


def _letter(line: str) -> Opening | None:
    m = _LETTER.match(line)
    if m is None:
        return None
    value = letter_value(m["number"])
    single = len(m["number"]) == 1
    if value is None and not single:
        return None
    tail, rest = line[m.end() :], line[m.end() :].removeprefix(" ")
    touches = tail != "" and not tail.startswith(" ")
    if touches and not _is_opening_word(tail) and not (m["sign"] == ")" and tail[0].isalpha()):
        return None
    # "p. Bến Nghé", "đ. Lê Lợi": one letter and a dot is a label only about where that letter is due.
    weak = not single or m["sign"] != ")"
    return Opening(Level.CHU, m[0], (value,) if value else (), rest, weak, m.start("sign"), slack=2 if single else 0)


def _bullet(line: str) -> Opening | None:
    m, level = _GACH.match(line), Level.GACH
    if m is None:
        m, level = _CONG.match(line), Level.CONG
    if m is None:
        return None
    return Opening(level, m[0], (), line[m.end() :].removeprefix(" "), False, 0)


def _is_opening_word(text: str) -> bool:
    """Whether ``text`` begins as words after a label do: a capital, a quotation, a bracket, or emphasis."""
    return text[0].isupper() or text[0] in _QUOTES or text.startswith("**")
