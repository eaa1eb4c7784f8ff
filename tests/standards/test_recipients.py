"""Kính gửi and Nơi nhận."""

from __future__ import annotations

import pytest

from docgen.standards import DANG, DOAN, ND30
from docgen.standards.recipients import dong_luu, ket_kinh_gui, ket_noi_nhan


def test_the_list_of_the_state() -> None:
    assert ket_noi_nhan(ND30, ["Các bộ", "CT, PCT.UBND tỉnh"], "VT, VX") == [
        "- Các bộ;",
        "- CT, PCT.UBND tỉnh;",
        "- Lưu: VT, VX.",
    ]


def test_copies_are_printed_only_when_given() -> None:
    assert dong_luu(ND30, "VT, HC", 2) == ("- Lưu: VT, HC (2).", "")
    assert dong_luu(ND30, "VT, TCCB") == ("- Lưu: VT, TCCB.", "")


def test_the_doan_has_no_colon_and_raises_the_copies_behind_the_stop() -> None:
    assert dong_luu(DOAN, "VP") == ("- Lưu VP.", "")
    assert dong_luu(DOAN, "VP", 80) == ("- Lưu VP.", "(80b)")
    assert ket_noi_nhan(DOAN, ["TT Tỉnh Đoàn"], "VT, Ban ĐK") == ["- TT Tỉnh Đoàn;", "- Lưu VT, Ban ĐK."]


def test_copies_typed_behind_the_stop_stay_there() -> None:
    assert dong_luu(DOAN, "TNNT, VT-LT. ⁽⁴ᵇ⁾") == ("- Lưu TNNT, VT-LT. ⁽⁴ᵇ⁾", "")


def test_the_party_archives_in_its_office() -> None:
    assert dong_luu(DANG, "Văn phòng Tỉnh uỷ") == ("- Lưu Văn phòng Tỉnh uỷ.", "")


@pytest.mark.parametrize("typed", ["VT, VX", "VT, VX.", "Lưu: VT, VX", "- Lưu: VT, VX.", "lưu : VT, VX;", "Lưu VT, VX"])
def test_the_word_is_not_doubled(typed: str) -> None:
    assert dong_luu(ND30, typed)[0] == "- Lưu: VT, VX."
    assert dong_luu(DOAN, typed)[0] == "- Lưu VT, VX."


def test_the_archive_is_a_word_of_its_own() -> None:
    assert dong_luu(ND30, "Lưu trữ, VP")[0] == "- Lưu: Lưu trữ, VP."


def test_what_the_seeds_type_behind_the_unit_stays() -> None:
    assert dong_luu(ND30, "VT. 44")[0] == "- Lưu: VT. 44."
    assert dong_luu(DOAN, "VP (N)")[0] == "- Lưu VP (N)."


def test_the_last_recipient_closes_the_list_when_nothing_is_archived() -> None:
    assert ket_noi_nhan(ND30, ["A", "- B;", "C ;"]) == ["- A;", "- B;", "- C."]


def test_an_empty_list_stays_empty() -> None:
    assert ket_noi_nhan(ND30, []) == []


def test_one_addressee_stands_on_the_line_of_the_word() -> None:
    assert ket_kinh_gui(ND30, ["Bộ Nội vụ"]) == ("", ["Kính gửi: Bộ Nội vụ"])
    assert ket_kinh_gui(ND30, ["Kính gửi: Bộ Nội vụ"]) == ("", ["Kính gửi: Bộ Nội vụ"])


def test_several_addressees_stand_below() -> None:
    assert ket_kinh_gui(ND30, ["Bộ Nội vụ", "Bộ Kế hoạch và Đầu tư", "Bộ Tài chính"]) == (
        "Kính gửi:",
        ["- Bộ Nội vụ;", "- Bộ Kế hoạch và Đầu tư;", "- Bộ Tài chính."],
    )


def test_no_addressee_no_line() -> None:
    assert ket_kinh_gui(ND30, []) == ("", [])
