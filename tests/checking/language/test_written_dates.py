from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.checking.language.written_dates import written_dates


def found(text: str) -> list[str]:
    return [text[one.tu : one.den] for one in written_dates(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ngày 05 tháng 8 năm 2025 và ngày 6/9", ["ngày 05 tháng 8 năm 2025", "6/9"]),
        ("từ 15/7 - 30/7/2020", ["15/7", "30/7/2020"]),
        ("(14/3/1976-14/3/2024)", ["14/3/1976", "14/3/2024"]),
        ("(10/8-10/9), (7/4)", ["10/8", "10/9", "7/4"]),
        ("từ 8/2018-8/2021", ["8/2018", "8/2021"]),
        ("ngày 18.9.2019 và 18-9-2019", ["18.9.2019", "18-9-2019"]),
        ("trước ngày 31/4", ["31/4"]),
    ],
)
def test_dates_are_found_in_every_form(text: str, wanted: list[str]) -> None:
    assert found(text) == wanted


@pytest.mark.parametrize(
    "text",
    ["số 30/2020/NĐ-CP", "đạt 9/10 điểm", "1/2 số hộ", "24/7", "60,5/61,5", "bản v1.2.2020", "12/3-KH", "3/4 hoặc 5/6"],
)
def test_fractions_scores_and_numbers_of_documents_are_no_dates(text: str) -> None:
    assert found(text) == []


def test_a_day_that_the_calendar_lacks_is_found_and_does_not_exist() -> None:
    (one,) = written_dates("trước ngày 29/02/2023")

    assert not one.exists
    assert one.last_day == 28
    assert one.day is None


@given(st.dates(date(1901, 1, 1), date(2099, 12, 31)), st.booleans())
def test_every_day_of_the_calendar_exists(day: date, words: bool) -> None:
    text = f"ngày {day.day} tháng {day.month} năm {day.year}" if words else f"{day.day}/{day.month}/{day.year}"
    (one,) = written_dates(f"Gửi trước {text}.")

    assert one.exists
    assert one.day == day


@given(st.text(alphabet="0123456789/.- tháng năm ngày()", max_size=60))
def test_any_text_is_read_without_harm(text: str) -> None:
    dates = written_dates(text)

    assert all(one.den <= two.tu for one, two in pairwise(dates))
