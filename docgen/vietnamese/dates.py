"""Dates: read strictly, written as official papers write them.

Reading is strict because a wrong date in a signed paper is worse than a question: the day always stands
before the month, the year always has four digits, and what is refused is refused with what would be right.
"""

from __future__ import annotations

import re
from calendar import monthrange

from docgen.vietnamese.refusal import RefusedError, quoted

NAM_DAU, NAM_CUOI = 1900, 2100
"""Years that a paper may name; anything else is taken for a slip of the hand."""

_CACH_VIET = "Hãy viết ngày/tháng/năm như 18/9/2019 (hoặc 2019-09-18), tháng/năm như 9/2019, hoặc chỉ năm như 2019."
_YEAR_LAST = re.compile(r"(?:(?:([0-9]{1,2})/)?([0-9]{1,2})/)?([0-9]{4})")
_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_LONGEST = 60
_TIME = re.compile(r"(?:T|\s+)[0-9]{1,2}:[0-9].*", re.DOTALL)


def ngay_day_du(day: int, month: int, year: int) -> str:
    """``ngày 05 tháng 01 năm 2020``: the date of a paper in full.

    A 0 stands before days under 10 and before months 1 and 2, before no other month: NĐ 30/2020, Phụ lục I,
    Phần I, Mục II, khoản 4, điểm b (sample: Mục V, ô số 4). :class:`RefusedError` when there is no such day.
    """
    kiem_ngay(year, month, day)
    return f"ngày {day:02d} tháng {_month(month)} năm {year}"


def ngay_ngan(day: int | None, month: int | None, year: int) -> str:
    """``18/9/2019``, ``05/01/2020``; without the day ``9/2019``, without day and month ``2019``.

    The short form for running text, with the zeros of :func:`ngay_day_du`; :func:`parse_date` reads it back.
    """
    kiem_ngay(year, month, day)
    parts = (None if day is None else f"{day:02d}", None if month is None else _month(month), str(year))
    return "/".join(part for part in parts if part is not None)


def parse_date(text: str) -> tuple[int, int | None, int | None]:
    """``(year, month | None, day | None)`` of a typed date.

    Forms: ``18/9/2019`` (zeros allowed), ``2019-09-18``, ``9/2019``, ``2019-09``, ``2019``; blanks around are
    ignored. Years 1900–2100. Anything else, and any day that the calendar does not have, is :class:`RefusedError`.
    """
    stripped = text.strip()
    if found := _YEAR_LAST.fullmatch(stripped):
        day, month, year = (None if part is None else int(part) for part in found.groups())
    elif found := _YEAR_FIRST.fullmatch(stripped):
        year, month, day = (None if part is None else int(part) for part in found.groups())
    else:
        raise _not_a_date(stripped)
    assert year is not None
    kiem_ngay(year, month, day)
    return year, month, day


def kiem_ngay(year: int, month: int | None = None, day: int | None = None) -> None:
    """Refuse a year outside 1900–2100, a month outside 1–12, a day that its month does not have.

    :class:`RefusedError` says what the calendar has instead. A day without a month is refused too.
    """
    if not NAM_DAU <= year <= NAM_CUOI:
        raise RefusedError(f"Năm {year} nằm ngoài khoảng {NAM_DAU}–{NAM_CUOI}.", "Hãy xem lại năm.")
    if month is None:
        if day is not None:
            raise RefusedError(f"Có ngày {day} năm {year} mà thiếu tháng.", "Hãy ghi thêm tháng.")
        return
    if not 1 <= month <= 12:
        raise RefusedError(f"Không có tháng {month}.", _swapped(year, month, day) or "Tháng từ 1 đến 12.")
    last = monthrange(year, month)[1]
    if day is not None and not 1 <= day <= last:
        of_year = f"năm {year} " if month == 2 else ""
        raise RefusedError(
            f"Không có ngày {day} tháng {_month(month)} năm {year}: {of_year}tháng {_month(month)} chỉ có {last} ngày.",
            f"Ngày từ 1 đến {last}.",
        )


def _month(month: int) -> str:
    return f"{month:02d}" if month < 3 else str(month)


def _swapped(year: int, month: int, day: int | None) -> str:
    """The question to ask when day and month look exchanged, as people used to American dates type them."""
    if day is None or not (1 <= day <= 12 and 1 <= month <= monthrange(year, day)[1]):
        return ""
    return (
        f"Tháng từ 1 đến 12; nếu là ngày {month} tháng {_month(day)} thì viết {ngay_ngan(month, day, year)} "
        f"hoặc {year}-{day:02d}-{month:02d}."
    )


def _not_a_date(text: str) -> RefusedError:
    if not text:
        return RefusedError("Chưa ghi ngày.", _CACH_VIET)
    numbers = re.findall("[0-9]+", _TIME.sub("", text)) if len(text) <= _LONGEST else []
    widths = [len(number) for number in numbers]
    if len(numbers) in (2, 3) and max(widths) <= 2:
        return _year_missing(text, [int(number) for number in numbers])
    if len(numbers) in (2, 3) and max(widths[:-1]) <= 2 and widths[-1] == 4:
        return _other_form(text, [int(number) for number in numbers])
    if len(numbers) in (2, 3) and widths[0] == 4 and max(widths[1:]) <= 2:
        return _other_form(text, [int(number) for number in reversed(numbers)])
    return RefusedError(f"{quoted(text)} không phải là ngày docgen đọc được.", _CACH_VIET)


def _year_missing(text: str, numbers: list[int]) -> RefusedError:
    """For ``18/9`` and ``18/9/19``: no four-digit year; ``31/4`` also names a day no year has."""
    day, month = numbers[:2]
    # 2020 is a leap year: whatever it refuses is wrong in every year.
    impossible = not (1 <= month <= 12 and 1 <= day <= monthrange(2020, month)[1])
    reasons = "thiếu năm bốn chữ số" if len(numbers) == 2 else "năm phải viết đủ bốn chữ số"
    if impossible and 1 <= month <= 12:
        reasons += f", và tháng {_month(month)} chỉ có {monthrange(2020, month)[1]} ngày"
    elif impossible:
        reasons += f", và không có tháng {month}"
    return RefusedError(f"Ngày {quoted(text)} chưa đọc được: {reasons}.", _CACH_VIET)


def _other_form(text: str, day_month_year: list[int]) -> RefusedError:
    """For a whole date in a form that is not read (18.9.2019, 2019/9/18, ngày 18 tháng 9 …): offer the right one."""
    year, month = day_month_year[-1], day_month_year[-2]
    day = day_month_year[0] if len(day_month_year) == 3 else None
    try:
        written = ngay_ngan(day, month, year)
    except RefusedError as refused:
        return refused
    meant = f"tháng {_month(month)} năm {year}" if day is None else ngay_day_du(day, month, year)
    return RefusedError(
        f"Ngày {quoted(text)} không viết theo dạng docgen đọc được.", f"Nếu là {meant} thì xin viết {written}."
    )
