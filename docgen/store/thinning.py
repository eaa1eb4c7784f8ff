"""Which of the versions that were kept by themselves stay: many of late, few of long ago."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone

ALL_FOR = timedelta(days=1)
HOURLY_FOR = timedelta(days=7)

# Hours and days as the wall clock of an office counts them.
_VIETNAM = timezone(timedelta(hours=7))


def superfluous(kept: Iterable[tuple[int, datetime]], now: datetime) -> set[int]:
    """Choose which versions may go: (number, when kept) of the automatic ones → numbers.

    Of the last day all stay; up to a week back the last of each hour; before that the last of each day. Thinning
    now and again later leaves the same as thinning later only.
    """
    last: dict[tuple[str, str], tuple[datetime, int]] = {}
    going: set[int] = set()
    for number, when in kept:
        age = now - when
        if age <= ALL_FOR:
            continue
        local = when.astimezone(_VIETNAM)
        slot = ("hour", f"{local:%Y-%m-%d %H}") if age <= HOURLY_FOR else ("day", f"{local:%Y-%m-%d}")
        before = last.get(slot)
        if before is None or before < (when, number):
            last[slot] = (when, number)
            if before is not None:
                going.add(before[1])
        else:
            going.add(number)
    return going
