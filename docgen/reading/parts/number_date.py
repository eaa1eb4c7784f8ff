"""Lines that hold a number or a date: where in a line they stand, and how sure that is.

Forms of all regimes, filled in or not: ``Số:      /KH-UBND``, ``Số 12-KH/TU``, ``Số:  107  -KH/TĐTN``,
``Bình Dương, ngày  22  tháng 8 năm 2018``, ``Hà Nội, ngày ... tháng ... năm 2026``.
"""

from __future__ import annotations

import re
from typing import Final

from docgen.reading.parts.folding import flat, is_caps
from docgen.reading.parts.view import Chac

Span = tuple[int, int]

_SO: Final = r"\s*[Ss][ốôồóoỐÔO]\s*[:;.]?"
_MA: Final = r"[^\W_][^\s/–—-]*(?:\s?[/–—-]\s?[^\s/–—-]+)*"
_NUMBER: Final = re.compile(rf"{_SO}[\s\d.…_]*[a-z]?\s?[/–—-]\s*(?P<ma>{_MA})")
_NUMBER_APART: Final = re.compile(rf"{_SO}[\s\d.…_]*\s(?P<ma>[^\W\d_][^\s/–—-]*(?:\s?[/–—-]\s?[^\s/–—-]+)+)")
_NUMBER_BARE: Final = re.compile(r"\s*\d{1,5}\s?[/–—-]\s?(?P<ma>[^\W\d_]+(?:\s?[/–—-]\s?[^\s/–—-]+)+)")
_NUMBER_EMPTY: Final = re.compile(rf"{_SO}[\s.…_]*$")
_CODE_LETTERS: Final = re.compile(r"TTr|QyĐ|CTr|TrS|QCh")
_LONGEST_CODE: Final = 40

_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|[^\w\s]")
_FILLING: Final = re.compile(r"[.…_]")
_LONGEST_PLACE: Final = 60
_EDGES: Final = " ,;\t\u00a0"
# "THƯỜNG TRỰC BAN CHỈ ĐẠO Lào Cai, ngày …": the body's name was copied onto the line.
_CAPITALS: Final = re.compile(r"(?:[^\W_a-z]{2,}[\s,-]+){2,}(?=[^\W\d_]+)")
_NO_PLACE: Final = re.compile(r"[/():;\"“]")
_GAP: Final = re.compile(r"\s{3,}|\t\s*")


def number_span(line: str) -> tuple[Span, Chac] | None:
    """Where a number stands at the beginning of ``line``; guessed when its form is unusual."""
    for form, chac in ((_NUMBER, "chac"), (_NUMBER_APART, "doan")):
        found = form.match(line)
        if found and _is_code(found["ma"]):
            return found.span(), "chac" if chac == "chac" else "doan"
    empty = _NUMBER_EMPTY.match(line)
    return (empty.span(), "doan") if empty else None


def bare_number(line: str) -> bool:
    """Whether ``line`` is a number without the word "Số"."""
    found = _NUMBER_BARE.fullmatch(line.rstrip())
    return found is not None and _is_code(found["ma"])


def _is_code(ma: str) -> bool:
    letters = _CODE_LETTERS.sub("TT", ma)
    return len(ma) <= _LONGEST_CODE and (is_caps(letters) or letters[:1].isdigit())


def date_span(line: str) -> tuple[Span, Chac] | None:
    """Where a place and date end ``line``: from the first letter of the place to the end of the year.

    Guessed when the place is missing, or the date is not written in words.
    """
    folded = flat(line)
    tokens = [(m[0], m.start(), m.end()) for m in _TOKEN.finditer(_FILLING.sub(" ", folded))]
    day = next((k for k in range(len(tokens) - 1, -1, -1) if tokens[k][0] == "ngay"), None)
    start = day if day is not None else next((k for k, token in enumerate(tokens) if token[0] == "thang"), None)
    if start is None:
        return None
    end = _date_end([token[0] for token in tokens], start)
    if end is None or end != len(tokens):
        return None
    place = _place_start(line, tokens[start][1])
    stop = len(line.rstrip())
    named = line[place : tokens[start][1]].strip(_EDGES)
    if named and (not named[0].isupper() or _NO_PLACE.search(named)):
        return None
    if not named:
        return ((tokens[start][1], stop), "doan") if day is not None else None
    comma = line[: tokens[start][1]].rstrip().endswith((",", ";", "."))
    if not comma and day is None:
        return None
    in_words = any(token[0] == "thang" for token in tokens[start:])
    return (place, stop), "chac" if comma and day is not None and in_words else "doan"


def _date_end(words: list[str], at: int) -> int | None:
    """Behind the last word of a date that begins with word ``at``: in words, or ``ngày 5/8/2018``."""
    if words[at] == "ngay":
        at += 1
        if [w for w in words[at : at + 5] if w in "/.-"] and all(w.isdigit() or w in "/.-" for w in words[at : at + 5]):
            return min(at + 5, len(words))
        at = _past_digits(words, at)
    for word in ("thang", "nam"):
        if at >= len(words) or words[at] != word:
            return None
        at = _past_digits(words, at + 1)
    return at


def _past_digits(words: list[str], at: int) -> int:
    return at + 1 if at < len(words) and words[at].isdigit() else at


def _place_start(line: str, end: int) -> int:
    """Where the place before character ``end`` begins: behind a gap, a number, or at the first letter."""
    number = number_span(line[:end])
    start = number[0][1] if number else 0
    for gap in _GAP.finditer(line, start, len(line[:end].rstrip(_EDGES))):
        start = gap.end()
    start += len(line[start:end]) - len(line[start:end].lstrip())
    capitals = _CAPITALS.match(line, start, end)
    start = capitals.end() if capitals else start
    return start if end - start <= _LONGEST_PLACE else end
