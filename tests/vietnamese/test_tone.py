"""Placement of the tone mark."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.tone import DatDau, gap_dau, kieu_dau

PAIRS = (
    ("oà", "òa"), ("oả", "ỏa"), ("oã", "õa"), ("oá", "óa"), ("oạ", "ọa"),
    ("oè", "òe"), ("oẻ", "ỏe"), ("oẽ", "õe"), ("oé", "óe"), ("oẹ", "ọe"),
    ("uỳ", "ùy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uý", "úy"), ("uỵ", "ụy"),
)  # fmt: skip
ONSETS = ["", "b", "ch", "d", "đ", "gi", "h", "kh", "l", "m", "ng", "nh", "ph", "s", "t", "th", "tr", "v", "x"]


@pytest.mark.parametrize(("new", "old"), PAIRS)
@pytest.mark.parametrize("onset", ONSETS)
def test_the_new_way_folds_into_the_old_whatever_the_case(onset: str, new: str, old: str) -> None:
    assert gap_dau(onset + new) == onset + old
    assert gap_dau(onset + old) == onset + old
    assert gap_dau((onset + new).upper()) == (onset + old).upper()
    assert gap_dau((onset + new).capitalize()) == (onset + old).capitalize()


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("hoà", "hòa"),
        ("uỷ", "ủy"),
        ("Uỷ ban", "Ủy ban"),
        ("thuý", "thúy"),
        ("khoẻ", "khỏe"),
        ("ỦY BAN, UỶ BAN", "ỦY BAN, ỦY BAN"),
        ("Cộng hoà, xã hội; Thanh Hoá.", "Cộng hòa, xã hội; Thanh Hóa."),
        ("Khánh Hoà-Tuy Hoà/hoá", "Khánh Hòa-Tuy Hòa/hóa"),
        ("loà xoà", "lòa xòa"),
        ("hoÀ HOà", "hòA HÒa"),
        (unicodedata.normalize("NFD", "hoà"), "hòa"),
    ],
)
def test_known_words_fold(text: str, folded: str) -> None:
    assert gap_dau(text) == folded


ONE_WAY = (
    "toàn hoàn hoạch ngoài khoái khuỷu quý quỳ Quý quả quà qua quạ QUÝ loét xoèn thuỷu ngoèo uỵch huých hoa hoe thuy "
    "giữ gìn giá già múa mùa nghĩa kìa hoàng thuyền tuyến đoạt quí lí"
)


@pytest.mark.parametrize("word", ONE_WAY.split())
def test_words_written_one_way_only_stay(word: str) -> None:
    assert gap_dau(word) == word
    assert kieu_dau(word) == []


def test_the_way_is_told_word_by_word() -> None:
    assert kieu_dau("Ủy ban và uỷ ban, toàn dân khoẻ; quý I") == [
        DatDau(0, "Ủy", "cu"),
        DatDau(10, "uỷ", "moi"),
        DatDau(27, "khoẻ", "moi"),
    ]


@given(st.text(alphabet="hqtoaeuyòàáóảùúýỳỷủHOÀÒỦY \u0300\u0309-", max_size=12))
def test_folding_is_settled_after_once_and_moves_only_marks(text: str) -> None:
    folded = gap_dau(text)
    assert gap_dau(folded) == folded
    assert sorted(unicodedata.normalize("NFD", folded)) == sorted(unicodedata.normalize("NFD", text))
    assert all(word.kieu == "cu" for word in kieu_dau(folded))


@given(st.text())
def test_words_are_found_where_they_stand(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert all(composed[w.vi_tri : w.vi_tri + len(w.tu)] == w.tu for w in kieu_dau(text))
