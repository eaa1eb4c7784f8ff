from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.store import Store
from docgen.store.sought import MAX_TEXT, patterns, sought
from docgen.vietnamese.fold import khong_dau


@pytest.fixture
def shelf(store: Store) -> Store:
    store.drafts.create(
        "ke-hoach",
        [("so", "05"), ("co_quan.ky_hieu", "UBND"), ("trich_yeu", "Đẩy mạnh chuyển đổi số"), ("loai_khac", "KH")],
        title="Kế hoạch chuyển đổi số",
    )
    store.drafts.create(
        "ke-hoach",
        [("so", ""), ("phan[1].noi_dung", "- Giảm 50% hồ sơ_giấy; đường C:\\Ke hoach")],
        title="Tuyên truyền tại Đắk Lắk",
    )
    return store


@pytest.mark.parametrize(
    ("tim", "found"),
    [
        ("", 2),
        ("   ", 2),
        ("chuyển đổi", 1),
        ("chuyen doi", 1),
        ("CHUYỂN ĐỔI", 1),
        (unicodedata.normalize("NFD", "chuyển đổi"), 1),
        ("đổi chuyển", 1),
        ("doi dak", 0),
        ("dak lak", 1),
        ("đak lăk", 1),
        ("05", 1),
        ("05/KH-UBND", 1),
        ("06/KH-UBND", 0),
        ("50%", 1),
        ("5%0", 0),
        ("ơ_", 1),
        ("a_", 0),
        ("so_giay", 1),
        ("so giay", 1),
        ("h_ach", 0),
        ("C:\\Ke", 1),
        ("\\", 1),
        ("%", 1),
        ("_", 1),
        ("kế hoạch", 2),
        ("\x00", 2),
        ("\ud800", 2),
        ("' OR '1'='1", 0),
    ],
)
def test_search(shelf: Store, tim: str, found: int) -> None:
    listing = shelf.drafts.listing(tim=tim)
    assert listing.total == len(listing.rows) == found


def test_search_follows_what_is_saved(shelf: Store) -> None:
    [row] = shelf.drafts.listing(tim="dak lak").rows
    shelf.drafts.save(row.id, 1, [("so", "77")], title="Ở Huế")
    assert shelf.drafts.listing(tim="dak lak").total == 0
    assert shelf.drafts.listing(tim="hue 77").total == 1


def test_a_query_of_any_length_is_taken(shelf: Store) -> None:
    assert shelf.drafts.listing(tim="a " * 100_000).total == 2
    assert shelf.drafts.listing(tim="a" * 100_000).total == 0
    assert len(patterns(" ".join(map(str, range(10_000))))) < 100


def test_what_is_searched_is_bounded_and_quickly_folded() -> None:
    start = time.perf_counter()
    assert len(sought("", [("a", "ﬃ" * MAX_TEXT)])) == MAX_TEXT
    sought("", [("a", "a" + "\u0323\u0301" * MAX_TEXT)])
    assert time.perf_counter() - start < 5


@given(st.text(st.sampled_from("aAăĂâđĐêôơưỪựẶỹ 0123/-.,%_\u0301\u0323\u031b\n")))
def test_text_is_folded_as_everywhere(text: str) -> None:
    for form in ("NFC", "NFD"):
        assert sought(unicodedata.normalize(form, text), []) == khong_dau(text)


@given(st.text(min_size=1, max_size=50))
def test_whatever_is_typed_can_be_asked_for(text: str) -> None:
    folded = sought(text, [])
    for pattern in patterns(text):
        word = pattern[1:-1].replace("/%", "%").replace("/_", "_")
        assert word
        assert word in folded
