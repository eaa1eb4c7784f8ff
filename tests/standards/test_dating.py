"""Địa danh, ngày tháng năm."""

from __future__ import annotations

import pytest

from docgen.standards import DANG, DOAN, ND30, KnownDate
from docgen.standards.dating import dia_danh_ngay, ngay_co_khoang_trong

NBSP = "\u00a0"
DAY = MONTH = NBSP * 7  # 8 mm at 14 pt
YEAR = NBSP * 10  # 12 mm at 14 pt


@pytest.mark.parametrize(
    ("place", "day", "line"),
    [
        ("Hà Nội", (2020, 1, 5), "Hà Nội, ngày 05 tháng 01 năm 2020"),
        ("Thành phố Hồ Chí Minh", (2019, 6, 29), "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019"),
        ("Bình Dương", (2018, 8, 22), "Bình Dương, ngày 22 tháng 8 năm 2018"),
        ("Kiên Giang", (2024, 2, 23), "Kiên Giang, ngày 23 tháng 02 năm 2024"),
        ("Hà Nội", (2020, 3, 5), "Hà Nội, ngày 05 tháng 3 năm 2020"),
        ("Hà Nội", (2020, 12, 31), "Hà Nội, ngày 31 tháng 12 năm 2020"),
    ],
)
def test_the_line_of_place_and_date(place: str, day: KnownDate, line: str) -> None:
    assert dia_danh_ngay(ND30, place, day) == line
    assert dia_danh_ngay(DANG, place, day) == line


@pytest.mark.parametrize(
    ("day", "line"),
    [
        ((2020, 2, None), f"ngày {DAY} tháng 02 năm 2020"),
        ((2020, 9, None), f"ngày {DAY} tháng 9 năm 2020"),
        ((2013, None, None), f"ngày {DAY} tháng {MONTH} năm 2013"),
        (None, f"ngày {DAY} tháng {MONTH} năm {YEAR}"),
    ],
)
def test_what_is_not_known_leaves_a_gap(day: KnownDate | None, line: str) -> None:
    assert dia_danh_ngay(ND30, "Hà Nội", day) == f"Hà Nội, {line}"


def test_an_unknown_place_leaves_a_gap_before_the_comma() -> None:
    assert dia_danh_ngay(ND30, None, (2020, 3, 5)) == f"{NBSP * 21}, ngày 05 tháng 3 năm 2020"


def test_a_smaller_size_takes_more_blanks() -> None:
    # The Đoàn sets this line at 13 pt, where a no-break space is narrower: 8 mm take 7 at both, 12 mm take 11.
    assert ngay_co_khoang_trong(DOAN, None, DOAN.ngay.chu).endswith("năm " + NBSP * 11)
