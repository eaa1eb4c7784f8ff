"""Liberation Serif 2 (Debian: fonts-liberation2): the independent measure of text, and the origin of the metrics file.

Run as a module to write ``docgen/render/times_new_roman.tsv`` anew.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTFont

FOLDER = Path("/usr/share/fonts/truetype/liberation2")
FACES = ("Regular", "Bold", "Italic", "BoldItalic")
INSTALLED = all((FOLDER / f"LiberationSerif-{face}.ttf").exists() for face in FACES)

# Basic Latin, Latin-1, Vietnamese letters and their loose marks, the punctuation and signs of office papers.
RANGES = (
    (0x20, 0x7E),
    (0xA0, 0x17F),
    (0x1A0, 0x1A1),
    (0x1AF, 0x1B0),
    (0x300, 0x303),
    (0x306, 0x306),
    (0x309, 0x309),
    (0x31B, 0x31B),
    (0x323, 0x323),
    (0x391, 0x3C9),
    (0x1EA0, 0x1EF9),
    (0x2010, 0x2015),
    (0x2018, 0x201E),
    (0x2020, 0x2022),
    (0x2026, 0x2026),
    (0x2030, 0x2030),
    (0x2032, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x20AB, 0x20AC),
    (0x2116, 0x2116),
    (0x2122, 0x2122),
    (0x2190, 0x2194),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2260),
    (0x2264, 0x2265),
    (0x25A0, 0x25A1),
    (0x25CB, 0x25CB),
    (0x25CF, 0x25CF),
)


@cache
def face(name: str) -> tuple[dict[int, str], Any, int]:
    """Character map, advances by glyph name, units per em."""
    font = TTFont(FOLDER / f"LiberationSerif-{name}.ttf")
    return font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm


def advances(char: str) -> tuple[int, ...] | None:
    """Advances in the four faces, None when a face lacks the character."""
    found = []
    for name in FACES:
        cmap, hmtx, _ = face(name)
        if ord(char) not in cmap:
            return None
        found.append(hmtx[cmap[ord(char)]][0])
    return tuple(found)


def width_pt(text: str, size_pt: float, name: str = "Regular") -> float:
    """The width of a line as the font itself gives it, without kerning."""
    cmap, hmtx, em = face(name)
    return sum(hmtx[cmap[ord(c)]][0] for c in text) * size_pt / em


def chars() -> list[str]:
    """The characters of the metrics file."""
    wanted = [chr(c) for low, high in RANGES for c in range(low, high + 1)]
    return [c for c in wanted if unicodedata.category(c) != "Cn"]


def tsv() -> str:
    """The text of the metrics file."""
    lines = ["# code\tregular\tbold\titalic\tbold italic\tcharacter\t(advances in 1/2048 em, Liberation Serif 2)"]
    for char in chars():
        widths = advances(char)
        if widths is not None:
            shown = "" if unicodedata.category(char)[0] in "ZCM" else char
            lines.append("\t".join([f"{ord(char):04X}", *map(str, widths), shown]).rstrip())
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    Path("docgen/render/times_new_roman.tsv").write_text(tsv(), encoding="utf-8")
