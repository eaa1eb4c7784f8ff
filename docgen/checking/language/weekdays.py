"""Days of the week beside dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from docgen.checking.language.written_dates import WrittenDate, written_dates

TEN: Final = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""The days as PL II of NĐ 30 writes them, Monday first."""

_NUMBERS: Final = {
    "hai": 0,
    "2": 0,
    "ba": 1,
    "3": 1,
    "tư": 2,
    "4": 2,
    "năm": 3,
    "5": 3,
    "sáu": 4,
    "6": 4,
    "bảy": 5,
    "7": 5,
}
# "lần thứ hai" counts, it names no day.
_DAY: Final = re.compile(
    r"(?<!lần )(?<!kỳ )(?<!khóa )(?<!phiên )(?<!đợt )(?<!tuần )(?<!người )"
    r"\b(?:thứ\s(?P<so>hai|ba|tư|năm|sáu|bảy|[2-7])|chủ\snhật)\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(r"[,\s(–-]{0,4}(?:ngày\s{1,3})?")
_AFTER: Final = re.compile(r"[,\s(–-]{1,4}(?:(?:nhằm|tức|là)\s)?")
_FAR: Final = 12


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week in a text. khoang: its characters. dung: what the calendar says. nam_doan: a guessed year."""

    khoang: tuple[int, int]
    ngay_viet: str
    dung: str
    khop: bool
    nam_doan: bool


def weekdays(text: str, nam: int | None) -> Iterator[Weekday]:
    """Find weekdays that belong to a date, in a text with tones placed the old way.

    nam: the year of dates that name none; without it they are left out.
    """
    named = list(_DAY.finditer(text))
    dates = written_dates(text) if named else []
    for m in named:
        found = next((one for one in dates if _together(text, m.span(), one)), None)
        if found is None or found.ngay is None or not found.exists:
            continue
        year = found.nam or nam
        if year is None or (found.nam is None and (found.thang, found.ngay) == (2, 29)):
            continue
        real = date(year, found.thang, found.ngay).weekday()
        said = 6 if m["so"] is None else _NUMBERS[m["so"].lower()]
        yield Weekday(m.span(), text[found.tu : found.den], TEN[real], real == said, found.nam is None)


def _together(text: str, named: tuple[int, int], one: WrittenDate) -> bool:
    if named[1] <= one.tu <= named[1] + _FAR:
        return _BEFORE.fullmatch(text[named[1] : one.tu]) is not None
    if one.den <= named[0] <= one.den + _FAR:
        return _AFTER.fullmatch(text[one.den : named[0]]) is not None
    return False
