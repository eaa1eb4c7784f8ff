"""Finding a place by what people type."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen import places
from docgen.vietnamese.fold import khong_dau


def names(q: str, limit: int = 20, day: date = date(2026, 11, 21)) -> list[str]:
    return [place.ten_day_du for place in places.search(q, limit, day)]


@pytest.mark.parametrize(
    ("q", "first"),
    [
        ("tp hcm", "Thành phố Hồ Chí Minh"),
        ("tp.hcm", "Thành phố Hồ Chí Minh"),
        ("TPHCM", "Thành phố Hồ Chí Minh"),
        ("tp. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("ha noi", "thành phố Hà Nội"),
        ("nội hà", "thành phố Hà Nội"),
        ("HÀ NỘI", "thành phố Hà Nội"),
        ("dak lak", "tỉnh Đắk Lắk"),
        ("q. ba đình", "phường Ba Đình"),
        ("quận ba đình hà nội", "phường Ba Đình"),
        ("ba dinh, ha noi", "phường Ba Đình"),
        ("Hà Nội, Ba Đình", "phường Ba Đình"),
        ("p. sai gon", "phường Sài Gòn"),
        ("p1", "Phường 1 Bảo Lộc"),
        ("ea hleo", "xã Ea H’Leo"),
        ("Ea H'Leo", "xã Ea H’Leo"),
        ("con dao", "đặc khu Côn Đảo"),
        ("ho\u0302\u0300 chi\u0301 minh", "Thành phố Hồ Chí Minh"),
        ("benthanh", "phường Bến Thành"),
        ("hoàn kiế", "phường Hoàn Kiếm"),
        ("huyện côn đảo", "đặc khu Côn Đảo"),
    ],
)
def test_the_first_found(q: str, first: str) -> None:
    assert names(q)[0] == first


def test_the_very_name_comes_before_names_that_begin_so_before_words_before_inside() -> None:
    found = [khong_dau(place.ten) for place in places.search("hoa an", 50)]
    kinds = [
        0 if name == "hoa an" else 1 if name.startswith("hoa an") else 2 if {"hoa", "an"} <= set(name.split()) else 3
        for name in found
    ]
    assert kinds[0] == 0
    assert 2 in kinds
    assert kinds == sorted(kinds)


def test_diacritics_that_are_typed_count_among_equals() -> None:
    assert names("ba đình")[0].endswith("Ba Đình")
    assert names("ba dinh")[0].endswith("Ba Dinh")


def test_tone_may_be_typed_the_other_way() -> None:
    assert names("hoà an") == names("hòa an")


@pytest.mark.parametrize("q", ["", "   ", "...", "’", "zzzz", "không có nơi này"])
def test_nothing_finds_nothing(q: str) -> None:
    assert names(q) == []


def test_the_limit_holds() -> None:
    assert len(names("tân")) == 20
    assert len(names("tân", 3)) == 3


def test_a_paper_of_before_finds_the_level_of_before() -> None:
    assert names("dong nai", day=date(2026, 3, 1))[0] == "tỉnh Đồng Nai"
    assert names("dong nai", day=date(2026, 11, 21))[0] == "thành phố Đồng Nai"


def test_the_province_of_a_commune_is_that_of_the_day() -> None:
    for day, wanted in ((date(2026, 9, 19), "tỉnh Bắc Ninh"), (date(2026, 9, 20), "thành phố Bắc Ninh")):
        listed = places.at(day)
        inside = listed.province(listed.search("kép")[0])
        assert inside is not None
        assert inside.ten_day_du == wanted
        assert listed.province(inside) is None


@given(st.text(max_size=200))
def test_any_text_is_only_searched_for(q: str) -> None:
    assert len(places.search(q)) <= 20


def test_every_place_is_found_by_its_name_and_province() -> None:
    listed = places.at(date(2026, 11, 21))
    for place in listed.places[::37]:
        inside = listed.province(place)
        q = f"{place.ten_day_du}, {inside.ten_day_du}" if inside else place.ten_day_du
        assert place in listed.search(khong_dau(q))[:3]


def test_a_search_is_quick() -> None:
    listed = places.at()
    asked = ("tp hcm", "hoa an", "tan", "q. ba dinh", "ba dinh ha noi", "xa", "thanh")
    best = min(_seconds(listed, asked) for _ in range(5))
    assert best / len(asked) < 0.005


def _seconds(listed: places.Places, asked: tuple[str, ...]) -> float:
    start = time.perf_counter()
    for q in asked:
        listed.search(q)
    return time.perf_counter() - start
