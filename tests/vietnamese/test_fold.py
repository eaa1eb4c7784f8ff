"""Folding for search."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.fold import khong_dau


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đắk Lắk", "dak lak"),
        ("ỦY BAN NHÂN DÂN", "uy ban nhan dan"),
        ("Kế hoạch số 05/KH-UBND", "ke hoach so 05/kh-ubnd"),
        ("đường Ưng Văn Khiêm", "duong ung van khiem"),
        ("nơi_nhận", "noi_nhan"),
        ("", ""),
    ],
)
def test_marks_and_capitals_are_folded_away(text: str, folded: str) -> None:
    assert khong_dau(text) == folded
    assert khong_dau(unicodedata.normalize("NFD", text)) == folded


def test_every_vietnamese_letter_folds_into_ascii() -> None:
    letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
    assert set(khong_dau(letters + letters.upper())) == set("abcdeghiklmnopqrstuvxy")


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert khong_dau(khong_dau(text)) == khong_dau(text)
