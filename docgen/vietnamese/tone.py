"""Two ways to place the tone mark: ``hòa, khỏe, thủy`` and ``hoà, khoẻ, thuỷ``.

Both are correct; the Constitution and most laws print the first (``Ủy ban``), which is called the old way, and
school books the second, the new way. They differ only in syllables that end in oa, oe or uy (``toàn``,
``hoạch``, ``ngoài``, ``khuỷu`` are written one way), and not behind q, where u belongs to the consonant
(``quý``). Folding serves comparison; a paper is never rewritten, for names are the owner's to spell.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from docgen.vietnamese.text import nfc

Kieu = Literal["cu", "moi"]

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_OLD_OF_NEW = {
    first + nfc(second + tone): nfc(first + tone) + second
    for pair in ("oa", "oe", "uy")
    for first in (pair[0], pair[0].upper())
    for second in (pair[1], pair[1].upper())
    for tone in _TONES
}
_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|th|tr|[bcdđghklmnprstvx])?"
_NO_LETTER_BEFORE = r"(?<![^\W\d_])"
_NO_LETTER_AFTER = r"(?![^\W\d_]|[\u0300-\u036f])"
_SYLLABLE = re.compile(
    f"{_NO_LETTER_BEFORE}(?P<dau>(?i:{_ONSET}))"
    f"(?P<van>{'|'.join([*_OLD_OF_NEW, *_OLD_OF_NEW.values()])}){_NO_LETTER_AFTER}"
)


@dataclass(frozen=True)
class DatDau:
    """A word whose tone could stand on either vowel.

    vi_tri: index in the NFC text; tu: the word as written; kieu: ``cu`` (hòa) or ``moi`` (hoà).
    """

    vi_tri: int
    tu: str
    kieu: Kieu


def gap_dau(s: str) -> str:
    """``s`` in NFC with every tone placed the old way: hoà→hòa, uỷ→ủy, thuý→thúy, KHOẺ→KHỎE. For comparison only."""
    return _SYLLABLE.sub(lambda m: m["dau"] + _OLD_OF_NEW.get(m["van"], m["van"]), nfc(s))


def kieu_dau(s: str) -> list[DatDau]:
    """The words of ``s`` whose spelling shows a way of placing the tone, in order; others tell nothing."""
    return [
        DatDau(m.start(), m.group(), "moi" if m["van"] in _OLD_OF_NEW else "cu") for m in _SYLLABLE.finditer(nfc(s))
    ]
