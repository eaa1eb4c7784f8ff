"""The label a paragraph begins with, typed or made by Word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from docgen.outline.openings import opening
from docgen.outline.tree import Level
from docgen.reading.facts import Para
from docgen.reading.parts.folding import is_row, tidy
from docgen.reading.parts.view import Chac


@dataclass(frozen=True, slots=True)
class Label:
    """cap: its level. nhan: as it stands. numbers: what it says. weak: it could be words. rest: the line after it."""

    cap: Level
    nhan: str
    numbers: tuple[int, ...]
    rest: str
    weak: bool = False
    chac: Chac = "chac"


# Forms that offices use beside those of the notation: "d).", "A.", and "(1)", "(i)", which no level stands for.
_DOUBLE: Final = re.compile(r"([a-zđ])\)\.\s?")
_ROUND: Final = re.compile(r"\((?:\d{1,2}|[ivx]{1,5}|[a-zđ])\)(?=\s)")
_CAPITAL: Final = re.compile(r"(?P<chu>[A-HĐ])\s?[.\-/)–]\s?(?=[^\W\d_]{2})")


def label(line: str) -> Label | None:
    """The label typed at the beginning of ``line``, if any."""
    line = tidy(line)
    if not line or is_row(line):
        return None
    found = opening(line)
    if found is not None:
        return Label(found.level, found.typed, found.numbers, found.rest, found.weak)
    double = _DOUBLE.match(line)
    if double:
        return Label(Level.CHU, double[0].strip(), (), line[double.end() :], chac="doan")
    capital = _CAPITAL.match(line)
    if capital and line.isupper():
        numbers = ("ABCDĐEGH".find(capital["chu"]) + 1,)
        return Label(Level.PHAN, capital[0].strip(), numbers, line[capital.end() :], True, "doan")
    return None


def round_label(line: str) -> str:
    """A label in brackets, ``(1)`` or ``(i)``; "" without one."""
    found = _ROUND.match(line)
    return found[0] if found else ""


def automatic(para: Para) -> Label | None:
    """The label Word made for ``para``, if any; its level by the form of the label."""
    if not para.nhan:
        return None
    words = tidy(para.text)
    if para.nhan == "o":
        return Label(Level.GACH, "o", (), words)
    typed = para.nhan if para.nhan[-1:] in ".)/:-–" or not para.nhan[-1:].isalnum() else f"{para.nhan}."
    found = label(f"{typed} Chữ") or label(f"{typed} CHỮ")
    if found is None:
        return Label(Level.GACH if not para.nhan[:1].isalnum() else Level.SO, para.nhan, (), words, chac="doan")
    return Label(found.cap, para.nhan, found.numbers, words, False, found.chac)


def is_level(para: Para) -> bool:
    """Whether a paragraph surely begins a level of the body."""
    found = automatic(para) or label(para.text.split("\n", 1)[0])
    return found is not None and not found.weak
