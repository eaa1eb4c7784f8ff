"""The place before the date (NĐ 30, PL I, P.I, M.II, k.4)."""

from __future__ import annotations

from datetime import date

import pytest

from docgen import places
from docgen.places import naming


@pytest.mark.parametrize(
    ("q", "wanted"),
    [
        ("hà nội", ("Hà Nội",)),
        ("tỉnh lào cai", ("Lào Cai",)),
        ("thành phố huế", ("Huế",)),
        ("tp hcm", ("Thành phố Hồ Chí Minh",)),
        ("điện biên phủ", ("Phường Điện Biên Phủ",)),
        ("phường 1 bảo lộc", ("Phường 1 Bảo Lộc",)),
        ("hà giang 2", ("Phường Hà Giang 2", "Hà Giang 2")),
        ("xã dương minh châu", ("Xã Dương Minh Châu",)),
        ("đống đa, hà nội", ("Đống Đa", "Phường Đống Đa")),
        ("an thới đông", ("An Thới Đông",)),
        ("đặc khu phú quốc", ("Phú Quốc",)),
    ],
)
def test_the_ways_to_write_it(q: str, wanted: tuple[str, ...]) -> None:
    assert places.dia_danh(places.search(q, 1, date(2026, 11, 21))[0]) == wanted


def test_every_name_that_is_listed_is_the_name_of_a_place() -> None:
    known = {place.ten for place in places.at().places}
    assert known >= naming._PERSONS | naming._EVENTS | naming._PERHAPS


def test_a_name_is_listed_once() -> None:
    assert not naming._PERSONS & naming._PERHAPS
    assert not naming._EVENTS & (naming._PERSONS | naming._PERHAPS)
