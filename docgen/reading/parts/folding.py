"""Words as the finder compares them: without marks and capitals, letter by letter so that places stay."""

from __future__ import annotations

import re
from typing import Final

from docgen.vietnamese.fold import khong_dau

_LETTERS: Final = {
    code: folded for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if len(folded := khong_dau(chr(code))) == 1
}
_UNSEEN: Final = re.compile("[\u00ad\u200b\ufeff]")
_ROW: Final = re.compile(r"[-–—―─━_=~*¯ˍ\u00ad\s]*")
_DOTS: Final = re.compile(r"[.…\s]*")
_LEAST_ROW: Final = 3
_CAPITALS: Final = 0.8


def flat(text: str) -> str:
    """``text`` in small letters without marks, each character in its place: ``"Số:  Đ"`` → ``"so:  d"``."""
    folded = text.translate(_LETTERS)
    small = folded.lower()
    return small if len(small) == len(text) else folded


def fold(text: str) -> str:
    """``text`` in small letters without marks, blanks of any kind folded to one and none at the ends."""
    return " ".join(_UNSEEN.sub("", flat(text)).split())


def tidy(text: str) -> str:
    """``text`` with blanks of any kind folded to one and none at the ends."""
    return " ".join(text.split())


def letters(folded: str) -> str:
    """The words of folded text, signs left out."""
    return " ".join(re.findall(r"[a-z0-9]+", folded))


def is_caps(shown: str) -> bool:
    """Whether nearly all letters of ``shown`` are capitals; at least two are."""
    capitals = sum(char.isupper() for char in shown)
    return capitals >= 2 and capitals >= _CAPITALS * sum(char.isalpha() for char in shown)


def is_row(text: str) -> bool:
    """Whether ``text`` is a row of signs that stands for a line: ``***``, ``*``, ``-----``, ``_____``."""
    words = "".join(text.split())
    return bool(words) and (len(words) >= _LEAST_ROW or words == "*") and _ROW.fullmatch(text) is not None


def is_empty(text: str) -> bool:
    """Whether nothing is said: blanks, or dots to be filled in."""
    return _DOTS.fullmatch(_UNSEEN.sub("", text)) is not None
