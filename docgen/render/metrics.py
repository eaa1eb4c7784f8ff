"""Advance widths of Times New Roman, to know how long a line of text is without a font at hand.

``times_new_roman.tsv`` holds, per character, the widths of regular, bold, italic and bold italic in 1/2048 em. They
were read from Liberation Serif 2, whose advances equal those of Times New Roman by design; the test of this module
compares them with the installed font and can write the file anew.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from docgen.render.styles import Letters

UNITS_PER_EM: Final = 2048
# Half an em for a letter not in the file, one em for an ideograph: the face that stands in for it is unknown.
_UNKNOWN: Final = 1024
_WIDE: Final = 2048


@lru_cache(maxsize=4096)
def width_pt(text: str, letters: Letters) -> float:
    """The width of ``text`` on one line in points, without kerning: Word uses none by default."""
    if letters.hoa:
        text = text.upper()
    face = 2 * letters.nghieng + letters.dam
    units = sum(_advance(char, face) for char in text)
    scale = letters.co_chu_pt / UNITS_PER_EM * letters.rong_phan_tram / 100
    return units * scale + letters.gian_pt * len(text)


@cache
def table() -> dict[str, tuple[int, int, int, int]]:
    """Character → advances of regular, bold, italic, bold italic in 1/2048 em."""
    text = files("docgen.render").joinpath("times_new_roman.tsv").read_text(encoding="utf-8")
    found = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            code, *widths = line.split("\t")[:5]
            regular, bold, italic, both = (int(width) for width in widths)
            found[chr(int(code, 16))] = (regular, bold, italic, both)
    return found


@cache
def _advance(char: str, face: int) -> int:
    known = table().get(char)
    if known is not None:
        return known[face]
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    base = unicodedata.normalize("NFD", char)[0]
    if base != char:
        return _advance(base, face)
    return _WIDE if unicodedata.east_asian_width(char) in ("W", "F") else _UNKNOWN
