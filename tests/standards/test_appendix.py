"""Labels of appendices and their reference lines."""

from __future__ import annotations

from docgen.standards import DANG, DOAN, ND30
from docgen.standards.appendix import dan_chieu_phu_luc, nhan_phu_luc

NBSP = "\u00a0"


def test_a_single_appendix_has_no_number_and_several_have_roman_ones() -> None:
    assert nhan_phu_luc(ND30, 1, 1) == "Phụ lục"
    assert [nhan_phu_luc(ND30, i, 4) for i in (1, 2, 3, 4)] == ["Phụ lục I", "Phụ lục II", "Phụ lục III", "Phụ lục IV"]


def test_the_reference_line_names_number_date_and_issuer() -> None:
    line = dan_chieu_phu_luc(ND30, "Kế hoạch", 5, "KH", "CTĐKG", None, (2024, 2, 23), "Hội Chữ thập đỏ tỉnh Kiên Giang")
    assert line == ("(Kèm theo Kế hoạch số 05/KH-CTĐKG ngày 23 tháng 02 năm 2024 của Hội Chữ thập đỏ tỉnh Kiên Giang)")


def test_the_doan_names_its_unit_and_the_party_puts_a_comma_before_the_date() -> None:
    day = (2026, 6, 1)
    doan = dan_chieu_phu_luc(DOAN, "Kế hoạch", 107, "KH", "TĐTN", "TNTH", day, "Ban Thường vụ Tỉnh Đoàn")
    assert doan == "(Kèm theo Kế hoạch số 107-KH/TĐTN-TNTH ngày 01 tháng 6 năm 2026 của Ban Thường vụ Tỉnh Đoàn)"
    dang = dan_chieu_phu_luc(DANG, "Kế hoạch", 12, "KH", "TU", None, day, "Ban Thường vụ Tỉnh uỷ")
    assert dang == "(Kèm theo Kế hoạch số 12-KH/TU, ngày 01 tháng 6 năm 2026 của Ban Thường vụ Tỉnh uỷ)"


def test_gaps_stand_for_what_is_not_known_yet() -> None:
    line = dan_chieu_phu_luc(ND30, "Kế hoạch", None, "KH", "UBND", None, (2026, None, None), "Ủy ban nhân dân tỉnh")
    assert line == (
        f"(Kèm theo Kế hoạch số {NBSP * 10}/KH-UBND ngày {NBSP * 7} tháng {NBSP * 7} năm 2026 của Ủy ban nhân dân tỉnh)"
    )


def test_braces_in_a_name_are_only_signs() -> None:
    line = dan_chieu_phu_luc(ND30, "Kế hoạch", 5, "KH", "{so}", None, (2026, 6, 1), "{ngay}")
    assert "05/KH-{so}" in line and line.endswith("của {ngay})")
