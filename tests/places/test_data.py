"""The list itself: counts by day, codes, spelling."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date

import pytest

from docgen import places
from docgen.places.place import all_places, changing_days
from docgen.vietnamese.tone import gap_dau

START = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("day", "tinh", "thanh_pho", "xa", "phuong"),
    [
        (START, 28, 6, 2621, 687),
        (date(2026, 4, 29), 28, 6, 2621, 687),
        (date(2026, 4, 30), 27, 7, 2611, 697),
        (date(2026, 9, 1), 26, 8, 2611, 697),
        (date(2026, 9, 20), 25, 9, 2599, 709),
        (date(2026, 11, 21), 25, 9, 2599, 709),
    ],
)
def test_counts_by_day(day: date, tinh: int, thanh_pho: int, xa: int, phuong: int) -> None:
    found = places.at(day).places
    counts = Counter(place.cap for place in found)
    assert counts == {"tỉnh": tinh, "thành phố": thanh_pho, "xã": xa, "phường": phuong, "đặc khu": 13}
    assert len({place.ma for place in found}) == len(found) == 34 + 3321


def test_nothing_is_known_of_days_before() -> None:
    assert places.at(date(2025, 6, 30)).places == ()
    assert places.search("hà nội", day=date(2025, 6, 30)) == ()


def test_a_unit_is_one_thing_on_every_day() -> None:
    for day in changing_days():
        codes = Counter(place.ma for place in all_places() if place.stands_on(day))
        assert max(codes.values()) == 1
    for place in all_places():
        assert place.den_ngay is None or place.tu_ngay < place.den_ngay


def test_codes_and_names_are_well_formed() -> None:
    provinces = {place.ma for place in all_places() if not place.ma_tinh}
    for place in all_places():
        assert place.ma.isdigit()
        assert len(place.ma) == (5 if place.ma_tinh else 2)
        assert not place.ma_tinh or place.ma_tinh in provinces
        assert (place.cap in {"tỉnh", "thành phố"}) == (not place.ma_tinh)
        assert place.ten == unicodedata.normalize("NFC", " ".join(place.ten.split()))
        assert place.ten == gap_dau(place.ten), "one way to place the tone"
        assert "'" not in place.ten
        assert place.ten[0].isupper() or place.ten[0].isdigit()


def test_no_two_communes_of_a_province_share_a_name() -> None:
    names = Counter((place.ten, place.ma_tinh) for place in places.at().places if place.ma_tinh)
    assert max(names.values()) == 1


@pytest.mark.parametrize(
    ("ma", "day", "ten_day_du"),
    [
        ("75", date(2026, 4, 29), "tỉnh Đồng Nai"),
        ("75", date(2026, 4, 30), "thành phố Đồng Nai"),
        ("22", date(2026, 8, 31), "tỉnh Quảng Ninh"),
        ("22", date(2026, 9, 1), "thành phố Quảng Ninh"),
        ("24", date(2026, 9, 19), "tỉnh Bắc Ninh"),
        ("24", date(2026, 9, 20), "thành phố Bắc Ninh"),
        ("26368", date(2026, 4, 29), "xã Long Thành"),
        ("26368", date(2026, 4, 30), "phường Long Thành"),
        ("07399", date(2026, 9, 19), "xã Kép"),
        ("07399", date(2026, 9, 20), "phường Kép"),
        ("79", START, "Thành phố Hồ Chí Minh"),
        ("31213", START, "phường Tân Lộc"),
        ("11848", START, "xã Vĩnh Hòa"),
        ("06325", START, "xã Bắc Sơn"),
        ("06970", START, "xã Ba Chẽ"),
        ("07840", START, "xã Hiệp Hòa"),
        ("13396", START, "phường Nguyễn Úy"),
        ("24184", START, "xã Ea H’Leo"),
    ],
)
def test_what_a_unit_was_on_a_day(ma: str, day: date, ten_day_du: str) -> None:
    assert [place.ten_day_du for place in places.at(day).places if place.ma == ma] == [ten_day_du]
