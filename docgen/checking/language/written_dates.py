"""The dates a text names, in any of the forms offices write."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

_D, _M, _Y = r"(?P<d>\d{1,2})", r"(?P<m>\d{1,2})", r"(?P<y>\d{4})"
# Dates may touch the dash of a range (14/3/1976-14/3/2024); a number of a document goes on with letters (12/3-KH).
_BEFORE: Final = r"(?<![\w/.,])(?<!\D-)"
_AFTER: Final = r"(?![\w/]|[.,]\d|-\D)"
_SHORT: Final = re.compile(rf"{_BEFORE}{_D}(?P<s>[/.-]){_M}(?:(?P=s){_Y})?{_AFTER}")
_MONTH: Final = re.compile(rf"{_BEFORE}{_M}/{_Y}{_AFTER}")
_WORDS: Final = re.compile(rf"(?i:ngày)\s{{1,3}}{_D}\s{{1,3}}tháng\s{{1,3}}{_M}(?:\s{{1,3}}năm\s{{1,3}}{_Y})?(?!\w)")
# Words that make "7/4" a day: without a year it could be a fraction, a score, an address.
_DAY_BEFORE: Final = re.compile(
    r"\b(?i:ngày|trước|hạn|muộn nhất|chậm nhất|sáng|chiều|tối|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)"
    r"(?: (?:ngày|là))?[:,]? ?$"
)
_BRACKETED: Final = re.compile(r"\)|\s?[-–]\s?\d")
_BEFORE_CHARS: Final = 24
LONGEST_YEAR: Final = 2100


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text.

    tu, den: its characters. ngay: None for a month alone. nam: None when it is left out. so_ngay, so_thang: the
    digits as typed. bang_chu: "ngày … tháng …". chac: it can be nothing but a date.
    """

    tu: int
    den: int
    ngay: int | None
    thang: int
    nam: int | None
    so_ngay: str
    so_thang: str
    bang_chu: bool
    chac: bool

    @property
    def khoang(self) -> tuple[int, int]:
        """The characters of the date."""
        return self.tu, self.den

    @property
    def day(self) -> date | None:
        """The day of the calendar; None when the date lacks day or year, or there is no such day."""
        if self.ngay is None or self.nam is None or not self.exists:
            return None
        return date(self.nam, self.thang, self.ngay)

    @property
    def exists(self) -> bool:
        """Whether the calendar has it, in the year it names or in any year."""
        if not 1 <= self.thang <= 12 or self.nam == 0:
            return False
        return self.ngay is None or 1 <= self.ngay <= self.last_day

    @property
    def last_day(self) -> int:
        """The last day of its month; 29 for a February without its year."""
        return monthrange(self.nam or 2000, self.thang)[1]


def written_dates(text: str) -> list[WrittenDate]:
    """Find the dates of ``text``, in order; they do not overlap."""
    if "/" not in text and "tháng" not in text and not re.search(r"\d[.-]\d", text):
        return []
    found: list[WrittenDate] = []
    for one in sorted((*_in_words(text), *_short(text), *_months(text)), key=lambda one: (one.tu, -one.den)):
        if not found or one.tu >= found[-1].den:
            found.append(one)
    return _partners(text, found)


def _in_words(text: str) -> Iterator[WrittenDate]:
    for m in _WORDS.finditer(text):
        year = int(m["y"]) if m["y"] else None
        yield WrittenDate(m.start(), m.end(), int(m["d"]), int(m["m"]), year, m["d"], m["m"], True, True)


def _short(text: str) -> Iterator[WrittenDate]:
    for m in _SHORT.finditer(text):
        year = int(m["y"]) if m["y"] else None
        if year is None and m["s"] != "/":
            continue
        before = text[max(m.start() - _BEFORE_CHARS, 0) : m.start()]
        bracketed = before.endswith("(") and _BRACKETED.match(text, m.end()) is not None
        sure = year is not None or bracketed or _DAY_BEFORE.search(before) is not None
        if year is not None and not 1 <= year <= LONGEST_YEAR:
            continue
        yield WrittenDate(m.start(), m.end(), int(m["d"]), int(m["m"]), year, m["d"], m["m"], False, sure)


def _months(text: str) -> Iterator[WrittenDate]:
    for m in _MONTH.finditer(text):
        year = int(m["y"])
        if 1900 <= year <= LONGEST_YEAR and 1 <= int(m["m"]) <= 12:
            yield WrittenDate(m.start(), m.end(), None, int(m["m"]), year, "", m["m"], False, True)


_DASH: Final = re.compile(r"\s?[-–]\s?(?:ngày )?")


def _partners(text: str, found: list[WrittenDate]) -> list[WrittenDate]:
    """In ``15/7 - 30/7/2020`` the first is a date because the second is one, and the other way round."""
    sure = [one.chac for one in found]
    for _ in range(2):
        for k in range(len(found) - 1):
            if sure[k] != sure[k + 1] and _DASH.fullmatch(text[found[k].den : found[k + 1].tu]):
                sure[k] = sure[k + 1] = True
    return [one for one, is_date in zip(found, sure, strict=True) if is_date]
