"""Small and capital letters of Vietnamese for the inside of a character class.

A range such as ``À-Ỹ`` will not do: in Unicode the two cases stand mixed.
"""

from __future__ import annotations

import unicodedata
from typing import Final

_TONES: Final = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

NHO: Final = "a-zđ" + "".join(
    composed
    for vowel in "aăâeêioôơuưy"
    for tone in _TONES
    if (composed := unicodedata.normalize("NFC", vowel + tone)) not in "aeiouy"
)
"""Small letters."""

HOA: Final = "A-ZĐ" + NHO.removeprefix("a-zđ").upper()
"""Capitals."""
