"""How long a line of text is in Times New Roman, near enough to compare it with a line drawn under it."""

from __future__ import annotations

import unicodedata
from typing import Final

MM_PER_PT: Final = 25.4 / 72

# Advance widths in thousandths of the size, regular and bold, of the letters without their marks. Letters with a horn
# are a little wider; nothing here needs to know by how much.
_REGULAR: Final = {
    278: "ijlt:;/", 333: "frI-()“”", 250: " .,\u00a0", 389: "sJ", 444: "acez", 500: "bdghknopquvxy0123456789–",
    556: "FPS", 611: "ELTZ", 667: "BCR", 722: "ADGHKNOQUVXYĐw", 778: "m", 889: "M", 944: "W",
}  # fmt: skip
_BOLD: Final = {
    278: "il/", 333: "ft:;-()j", 250: " .,\u00a0", 389: "sI", 444: "cerz", 500: "agovxyJ0123456789–", 556: "bdhknpquđS",
    611: "FP", 667: "BELTZ", 722: "ACDNRUVXYwĐ", 778: "GHKOQ", 833: "m", 944: "M", 1000: "W",
}  # fmt: skip
_OTHER: Final = 500


def rong_mm(text: str, co_chu_pt: float, dam: bool) -> float:
    """Width in mm of ``text`` on one line."""
    widths = _WIDTHS[dam]
    units = sum(widths.get(_base(char), _OTHER) for char in text if not unicodedata.combining(char))
    return units / 1000 * co_chu_pt * MM_PER_PT


def _base(char: str) -> str:
    return char if char in "Đđ" else unicodedata.normalize("NFD", char)[0]


def _by_letter(groups: dict[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in groups.items() for letter in letters}


_WIDTHS: Final = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}
