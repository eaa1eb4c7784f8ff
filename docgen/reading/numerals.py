"""Numbers as Word writes them in automatic labels."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from docgen.vietnamese.numbers import doc_so
from docgen.vietnamese.roman import LON_NHAT, la_ma

# Word repeats the letter (27 = aa, 53 = aaa) up to 780 and starts again after it.
_LETTERS_IN_ALL: Final = 780


def _letters(number: int) -> str:
    turn, letter = divmod((number - 1) % _LETTERS_IN_ALL, 26)
    return chr(ord("a") + letter) * (turn + 1)


def _roman(number: int) -> str:
    return la_ma(number) if number <= LON_NHAT else str(number)


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


_WRITERS: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": _roman,
    "lowerRoman": lambda n: _roman(n).lower(),
    "upperLetter": lambda n: _letters(n).upper(),
    "lowerLetter": _letters,
    "ordinal": _ordinal,
    "vietnameseCounting": doc_so,
    "numberInDash": lambda n: f"- {n} -",
    "hex": lambda n: f"{n:X}",
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "decimalEnclosedCircle": lambda n: chr(0x245F + n) if n <= 20 else str(n),
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def numeral(number: int, kind: str) -> str:
    """Write ``number`` in Word's numbering format ``kind`` (ECMA-376 Part 1, 17.18.59).

    Zero and negative numbers, and formats that no Vietnamese office uses, come out in Arabic digits.
    """
    if kind.startswith("custom:"):
        # Word's list is "001, 002, 003, ...": its first entry tells how many digits there are.
        return f"{number:0{min(len(kind.removeprefix('custom:').split(',')[0].strip()), 9)}d}"
    writer = _WRITERS.get(kind, str)
    return writer(number) if number > 0 or kind in ("none", "bullet") else str(number)
