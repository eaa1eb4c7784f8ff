from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from docgen.store.thinning import ALL_FOR, superfluous

NOW = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)
AGES = st.lists(st.integers(0, 30 * 24 * 60), max_size=60)


def _kept(ages: list[int]) -> list[tuple[int, datetime]]:
    """Versions of these ages in minutes, numbered in the order of time."""
    return list(enumerate((NOW - timedelta(minutes=age) for age in sorted(ages, reverse=True)), start=1))


def _left(kept: list[tuple[int, datetime]], now: datetime) -> list[tuple[int, datetime]]:
    going = superfluous(kept, now)
    return [each for each in kept if each[0] not in going]


def test_of_the_last_day_all_stay() -> None:
    assert superfluous(_kept([0, 1, 2, 3, 24 * 60]), NOW) == set()


def test_of_an_hour_of_this_week_the_last_stays() -> None:
    # 08:30 UTC two days ago is half past an hour in Viet Nam, too.
    two_days = 2 * 24 * 60
    assert superfluous(_kept([two_days + 20, two_days + 10, two_days, two_days - 40]), NOW) == {1, 2}


def test_of_an_older_day_the_last_stays_by_the_calendar_of_viet_nam() -> None:
    at = [datetime(2026, 11, 1, 16, 59, tzinfo=UTC), datetime(2026, 11, 1, 17, 1, tzinfo=UTC)]
    at += [datetime(2026, 11, 2, 3, 0, tzinfo=UTC)]
    assert superfluous(enumerate(at, start=1), NOW) == {2}


@given(AGES, st.integers(0, 20 * 24 * 60))
def test_thinning_now_and_later_is_thinning_later(ages: list[int], minutes: int) -> None:
    kept, later = _kept(ages), NOW + timedelta(minutes=minutes)
    assert _left(_left(kept, NOW), later) == _left(kept, later)


@given(AGES)
def test_the_newest_always_stays_and_every_old_day_has_one(ages: list[int]) -> None:
    kept = _kept(ages)
    left = _left(kept, NOW)
    assert kept[-1:] == left[-1:]
    day = timedelta(hours=7)
    assert {(when + day).date() for _, when in kept} == {(when + day).date() for _, when in left}
    assert [each for each in kept if NOW - each[1] <= ALL_FOR] == [each for each in left if NOW - each[1] <= ALL_FOR]
