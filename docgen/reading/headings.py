"""Which paragraphs look like headings: only to tell people near what a place is, never to judge."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_NAMED: Final = re.compile(
    r"(?:ph[ầâ]n|ch[ưu][ơo]ng|m[ụu]c|ti[ểe]u m[ụu]c|ph[ụu] l[ụu]c)(?:\s+(?:th[ứu]\s+\w+|[IVXLC]+|\d+|[A-Z])\b.*)?",
    re.IGNORECASE | re.DOTALL,
)
_DIEU: Final = re.compile(r"điều\s+\d+\s*[.:]", re.IGNORECASE)
_ROMAN: Final = re.compile(r"[IVXLC]{1,6}\s*[.\-/)]\s*\S")
_CAPITAL: Final = re.compile(r"[A-EĐ]\s*[.\-/)]\s*[^\W\d_]{2}")
_NUMBER: Final = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\s*[.\-/)]?\s+\S")
_LONGEST: Final = 200
_SHOWN: Final = 80


def is_heading(full: str, outline_level: int | None, bold: Callable[[], bool | None]) -> bool:
    """Tell whether a paragraph outside tables looks like a heading.

    full: label and text. outline_level: of its style. bold: asked whether most letters are; None when unknown.
    """
    if _DIEU.match(full):
        return True
    if not full or len(full) > _LONGEST:
        return False
    if outline_level is not None or _NAMED.fullmatch(full):
        return True
    if _ROMAN.match(full) or _CAPITAL.match(full):
        return bold() is not False or full.upper() == full
    if _NUMBER.match(full):
        said = bold()
        return full.rstrip()[-1] not in ".;,…" if said is None else said
    return False


def shown(full: str) -> str:
    """Cut a heading to a length that fits into a message."""
    text = " ".join(full.split())
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1].rsplit(" ", 1)[0] + "…"
