"""Số, ký hiệu in the three forms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.standards import DANG, DOAN, ND30, STANDARDS
from docgen.standards.numbering import in_don_vi_soan, so_ky_hieu, so_va_ky_hieu

NBSP = "\u00a0"


def test_the_three_forms() -> None:
    assert so_ky_hieu(ND30, 5, "KH", "UBND") == "Số: 05/KH-UBND"
    assert so_ky_hieu(DOAN, 107, "KH", "TĐTN", "TNTH") == "Số: 107-KH/TĐTN-TNTH"
    assert so_ky_hieu(DANG, 12, "KH", "TU") == "Số 12-KH/TU"


def test_the_seeds_numbers() -> None:
    assert so_ky_hieu(ND30, 4750, "KH", "UBND", "VX") == "Số: 4750/KH-UBND"
    assert so_ky_hieu(ND30, 5, "KH", "CTĐKG") == "Số: 05/KH-CTĐKG"


@pytest.mark.parametrize(("so", "written"), [(1, "01"), (9, "09"), (10, "10"), (100, "100")])
def test_numbers_under_ten_get_a_zero(so: int, written: str) -> None:
    assert so_ky_hieu(ND30, so, "QĐ", "BNV") == f"Số: {written}/QĐ-BNV"


def test_a_letter_of_the_state_has_no_code_and_names_the_unit() -> None:
    assert so_ky_hieu(ND30, 12, "", "UBND", "VX") == "Số: 12/UBND-VX"
    assert so_ky_hieu(ND30, 12, "", "UBND") == "Số: 12/UBND"


def test_a_doan_congress_has_no_code() -> None:
    assert so_ky_hieu(DOAN, 3, "", "ĐH") == "Số: 03/ĐH"


def test_the_drafting_unit_is_shown_only_where_the_form_has_a_place() -> None:
    assert so_ky_hieu(DOAN, 7, "KH", "ĐTN") == "Số: 07-KH/ĐTN"
    assert so_ky_hieu(DANG, 7, "KH", "TU", "VP") == "Số 07-KH/TU"
    assert in_don_vi_soan(DOAN, "KH") and in_don_vi_soan(ND30, "")
    assert not in_don_vi_soan(ND30, "KH") and not in_don_vi_soan(DANG, "KH")


def test_an_unknown_number_leaves_a_gap_of_12_mm_at_the_size_of_the_line() -> None:
    # A no-break space is a quarter of the size of the letters: 13 pt → 1.147 mm, 14 pt → 1.235 mm.
    assert so_ky_hieu(ND30, None, "KH", "UBND") == f"Số: {NBSP * 11}/KH-UBND"
    assert so_ky_hieu(DOAN, None, "KH", "TĐTN") == f"Số: {NBSP * 10}-KH/TĐTN"


def test_another_line_names_the_paper_without_the_word() -> None:
    assert so_va_ky_hieu(DANG, 12, "KH", "TU", None, DANG.phu_luc.dan_chieu) == "12-KH/TU"


@given(st.integers(1, 999_999), st.text(max_size=9), st.text(max_size=9), st.text(max_size=9))
def test_codes_are_never_read_as_a_form(so: int, loai: str, co_quan: str, don_vi: str) -> None:
    for std in STANDARDS.values():
        line = so_ky_hieu(std, so, loai, co_quan, don_vi)
        assert co_quan in line and loai in line and str(so) in line
        assert don_vi in line or not in_don_vi_soan(std, loai)
