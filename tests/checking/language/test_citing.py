from __future__ import annotations

import pytest

from docgen.checking.language.citing import citations
from docgen.checking.language.issuers import other_issuer


def test_a_complete_citation() -> None:
    (one,) = citations(
        "Căn cứ Kế hoạch số 1957/KH-UBND, ngày 11/5/2018 của Uỷ ban nhân dân tỉnh Bình Dương về việc tổ chức Hội nghị;"
    )

    assert (one.loai, one.ky_hieu) == ("Kế hoạch", "1957/KH-UBND")
    assert one.so and one.phay and one.ngay and one.co_ai and one.ten
    assert one.ai == "Uỷ ban nhân dân tỉnh Bình Dương"


@pytest.mark.parametrize(
    "symbol",
    ["05/KH-UBND", "02/QĐ-BCĐASEAN", "04-CT/TW", "30/2020/NĐ-CP", "202/2025/QH15", "45-CTr/TWĐTN-VP", "3954/UBND-VX"],
)
def test_numbers_of_every_regime_are_read(symbol: str) -> None:
    (one,) = citations(f"Thực hiện Quyết định số {symbol} ngày 05 tháng 8 năm 2025 của Sở Y tế về an toàn.")

    assert one.ky_hieu == symbol


def test_what_is_missing_is_seen() -> None:
    first, second = citations("thực hiện Chỉ thị 43-CT/TW của Ban Bí thư về công tác Hội, Kết luận 44-KL/TW, và")

    assert (first.so, first.ngay, first.co_ai, first.ten) == (False, False, True, True)
    assert (second.so, second.ngay, second.co_ai, second.ten) == (False, False, False, False)


def test_a_gap_for_the_day_counts_as_a_day() -> None:
    (one,) = citations("theo Quyết định số 12/QĐ-SYT ngày     tháng     năm 2025 của Sở Y tế về an toàn")

    assert one.ngay


def test_who_issues_may_stand_before() -> None:
    (one,) = citations("UBND tỉnh ban hành Kế hoạch số 12/KH-UBND ngày 05/01/2026 về an toàn thực phẩm")

    assert one.co_ai
    assert one.ai == ""


def test_a_long_row_of_signs_is_read_in_no_time() -> None:
    assert list(citations("Quyết định số 12/QĐ-SYT ngày " + "/ . " * 20_000)) != []


@pytest.mark.parametrize(
    ("khoa", "ai", "wanted"),
    [
        ("895/QĐ-TTG", "Chính phủ", "Thủ tướng Chính phủ"),
        ("895/QĐ-TTG", "Thủ tướng Chính phủ", ""),
        ("30/2020/NĐ-CP", "Bộ Nội vụ", "Chính phủ"),
        ("30/2020/NĐ-CP", "Chính phủ", ""),
        ("202/2025/QH15", "Chính phủ", "Quốc hội"),
        ("04-CT/TW", "Ban Bí thư Trung ương Đảng", ""),
        ("05/KH-UBND", "Uỷ ban nhân dân tỉnh", ""),
        ("05/KH-UBND", "Chủ tịch UBND tỉnh", ""),
        ("01/2024/TT-BNV", "Bộ trưởng Bộ Nội vụ", ""),
        ("12/KH-SYT", "Chính phủ", ""),
        ("895/QĐ-TTG", "Tập đoàn X", ""),
    ],
)
def test_a_code_of_one_body_is_told_from_another_known_body(khoa: str, ai: str, wanted: str) -> None:
    assert other_issuer(khoa, ai) == wanted
