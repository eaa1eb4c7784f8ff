from datetime import UTC, datetime, timedelta

import pytest

from docgen.web.times import VIETNAM, ago, in_full, machine

NOW = datetime(2026, 11, 21, 14, 5, 30, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(), "vừa xong"),
        (timedelta(seconds=59), "vừa xong"),
        (timedelta(seconds=-30), "vừa xong"),
        (timedelta(minutes=1), "1 phút trước"),
        (timedelta(minutes=59, seconds=59), "59 phút trước"),
        (timedelta(hours=1), "1 giờ trước"),
        (timedelta(hours=14), "14 giờ trước"),
        (timedelta(hours=14, minutes=6), "hôm qua lúc 23:59"),
        (timedelta(days=1), "hôm qua lúc 14:05"),
        (timedelta(days=2), "2 ngày trước"),
        (timedelta(days=7), "7 ngày trước"),
        (timedelta(days=8), "13/11/2026"),
        (timedelta(days=-3), "24/11/2026"),
    ],
)
def test_a_time_is_told_as_a_colleague_would(before: timedelta, words: str) -> None:
    assert ago((NOW - before).astimezone(UTC), NOW) == words


def test_just_before_midnight_is_minutes_ago_and_not_yesterday() -> None:
    midnight = datetime(2026, 11, 21, 0, 10, tzinfo=VIETNAM)
    assert ago(midnight - timedelta(minutes=20), midnight) == "20 phút trước"
    assert ago(midnight - timedelta(hours=3), midnight) == "hôm qua lúc 21:10"


def test_a_time_in_full_and_for_programs() -> None:
    when = datetime(2026, 1, 2, 18, 7, 9, 500, tzinfo=UTC)
    assert in_full(when) == "01:07 ngày 3/1/2026"
    assert machine(when) == machine(when.astimezone(VIETNAM)) == "2026-01-02T18:07:09Z"
