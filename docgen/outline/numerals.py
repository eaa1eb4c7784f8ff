"""Numbers as labels write them: Roman, Vietnamese letters, and what stands beyond their ends.

Roman numerals end at 3999 (MMMCMXCIX); a longer body goes on with one more M for each thousand. Letters are
``a b c d đ e g h i k l m n o p q r s t u v x y``; the 24th is ``aa``, then ``ab`` (``docgen.vietnamese.letters``).
"""

from __future__ import annotations

from docgen.vietnamese.letters import BANG_CHU, tu_chu_cai
from docgen.vietnamese.roman import LON_NHAT, la_ma, tu_la_ma

_LONGEST_ROMAN = 2000
_THOUSAND = 1000


def roman(n: int) -> str:
    """``n`` ≥ 1 in Roman capitals; beyond 3999 with as many M as there are thousands."""
    over = max(0, n - LON_NHAT + _THOUSAND - 1) // _THOUSAND
    return "M" * over + la_ma(n - over * _THOUSAND)


def roman_value(s: str) -> int | None:
    """The number that ``s`` writes in canonical Roman capitals (see :func:`roman`), or None."""
    over = 0
    if s.startswith("MMMM") and len(s) <= _LONGEST_ROMAN:
        over = len(s) - len(s.lstrip("M")) - 3
    try:
        value = tu_la_ma(s[over:])
    except ValueError:
        return None
    return value + over * _THOUSAND


def letter_value(s: str) -> int | None:
    """The place of ``s`` among the letters of points, or None when it is no such letter (``f``, ``w``)."""
    if not s or len(s) > 3 or any(c not in BANG_CHU for c in s):
        return None
    return tu_chu_cai(s)


ORDINALS = {
    word: number
    for number, words in enumerate(("nhất", "hai", "ba", "tư bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 1)
    for word in words.split()
}
"""Ordinal words of ``Phần thứ nhất``."""
