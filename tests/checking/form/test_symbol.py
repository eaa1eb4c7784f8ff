from __future__ import annotations

import pytest

from docgen.checking.form import symbol


@pytest.mark.parametrize(
    ("text", "chu", "so", "nhom"),
    [
        ("Số: 05/KH-UBND", "Số", "05", ("KH", "UBND")),
        ("Số:  107  -KH/TĐTN-TNTH", "Số", "107", ("KH", "TĐTN", "TNTH")),
        ("Số 12-KH/TU", "Số", "12", ("KH", "TU")),
        ("Số:        /TTr - NÀY", "Số", "", ("TTr", "NÀY")),
        ("Số:....../QĐ-UBND", "Số", "", ("QĐ", "UBND")),
        ("4750/KH-UBND", "", "4750", ("KH", "UBND")),
        ("Số: 12a/UBND-VX", "Số", "12a", ("UBND", "VX")),
    ],
)
def test_a_number_is_cut_at_its_signs(text: str, chu: str, so: str, nhom: tuple[str, ...]) -> None:
    found = symbol.doc(text)

    assert found is not None
    assert (found.chu, found.so, found.nhom) == (chu, so, nhom)


def test_blanks_stay_where_they_stood() -> None:
    found = symbol.doc("Số:  107  -KH/TĐTN")

    assert found is not None
    assert (found.dau, found.truoc, found.sau, found.ky_hieu) == (":", "  ", "  ", "-KH/TĐTN")
    assert found.dau_noi == ("-", "/")


def test_a_year_is_told_from_a_code() -> None:
    found = symbol.doc("Số: 12/2025/KH-UBND")

    assert found is not None
    assert found.nam == "2025"


def test_words_without_a_code_are_no_number() -> None:
    assert symbol.doc("Số: 15") is None
    assert symbol.doc("Hà Nội, ngày 05 tháng 01 năm 2020") is None


def test_codes_with_small_letters_are_known() -> None:
    assert {"QyĐ", "CTr", "TTr", "TrS", "TTg"} <= symbol.ma_hoa_thuong("nd30")
    assert "CTr" in symbol.ma_hoa_thuong("doan")
    assert symbol.ma_sai("QCh") == "QC"
    assert symbol.ma_sai("KH") is None
