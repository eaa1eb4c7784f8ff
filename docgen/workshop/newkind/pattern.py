"""How a line of the new template is written: its words, and names in double braces where an answer will stand.

``Thời gian: {{thoi_gian}}.`` laid upon the words of the paper tells what the paper answers. One way through the
words, from left to right: a name takes what stands before the next fixed words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

_SLOT: Final = re.compile(r"\{\{\s*([a-z][a-z0-9_]*)\s*\}\}")
_SIGNS: Final = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
MAX_SLOTS: Final = 20


class PatternError(ValueError):
    """The pattern cannot be used; the message says why and what to write."""


@dataclass(frozen=True)
class Slot:
    """A place for an answer."""

    ten: str


Piece = str | Slot


@dataclass(frozen=True)
class Laid:
    """One piece of a pattern upon the words: it stands on the characters from ``begin`` to ``end``."""

    piece: Piece
    begin: int
    end: int


def pieces(mau: str) -> tuple[Piece, ...]:
    """Read a pattern. Raises PatternError for signs of a template that are no name in braces, and for crowded names."""
    found: list[Piece] = []
    at = 0
    flat = " ".join(mau.split())
    for slot in _SLOT.finditer(flat):
        found += [flat[at : slot.start()], Slot(slot[1])]
        at = slot.end()
    found = [piece for piece in (*found, flat[at:]) if piece != ""]
    for piece in found:
        if isinstance(piece, str) and (sign := _SIGNS.search(piece)):
            raise PatternError(f"“{sign[0]}” chỉ dùng để bao tên mục, viết {{{{ten_muc}}}} (chữ thường không dấu).")
    names = [piece.ten for piece in found if isinstance(piece, Slot)]
    if len(names) > MAX_SLOTS:
        raise PatternError(f"Một dòng có tối đa {MAX_SLOTS} mục.")
    if len(set(names)) < len(names):
        raise PatternError("Một tên mục đứng hai lần trong dòng này.")
    if any(isinstance(a, Slot) and isinstance(b, Slot) for a, b in pairwise(found)):
        raise PatternError("Hai mục đứng liền nhau; giữa chúng cần có chữ.")
    return tuple(found)


def is_fixed(text: str) -> bool:
    """Whether words can stand in a template as they are: nothing in them reads as a tag."""
    return _SIGNS.search(text) is None


def lay(found: tuple[Piece, ...], text: str) -> tuple[Laid, ...] | None:
    """Lay a pattern upon words; None when they do not fit, or an answer would be empty."""
    laid: list[Laid] = []
    at = 0
    for number, piece in enumerate(found):
        if isinstance(piece, str):
            begin = _end_of_slot(found, number, piece, text, at)
            if begin is None or text[begin : begin + len(piece)] != piece:
                return None
            if laid and isinstance(laid[-1].piece, Slot):
                laid[-1] = Laid(laid[-1].piece, laid[-1].begin, begin)
            laid.append(Laid(piece, begin, begin + len(piece)))
            at = begin + len(piece)
        else:
            laid.append(Laid(piece, at, len(text)))
    if laid and laid[-1].end != len(text):
        return None
    return tuple(laid) if all(text[one.begin : one.end].strip() for one in laid) else None


def _end_of_slot(found: tuple[Piece, ...], number: int, piece: str, text: str, at: int) -> int | None:
    """Where fixed words begin: right here, or behind the answer of the name before them; the last ones at the end."""
    if number == 0 or not isinstance(found[number - 1], Slot):
        return at
    if number == len(found) - 1:
        return len(text) - len(piece) if text.endswith(piece) and len(text) - len(piece) > at else None
    begin = text.find(piece, at + 1)
    return None if begin < 0 else begin
