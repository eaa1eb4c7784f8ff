from __future__ import annotations

import pytest

from docgen.reading.parts.number_date import bare_number, date_span, number_span


@pytest.mark.parametrize(
    "line",
    [
        "Số: 05/KH-UBND",
        "Số:          /KH-UBND",
        "Số:\u00a0\u00a0\u00a0\u00a0/KH-UBND",
        "Số: 4750 /KH-UBND",
        "Số 12-KH/TU",
        "Số     -KH/TU",
        "Số:  107  -KH/TĐTN-TNTH",
        "Số 369 - QĐ/TWĐTN-BTC",
        "Số:            /TTr - SCT",
        "Số:   /ĐH",
        "Số: 12/UBND-VX",
        "Số: 30/2020/NĐ-CP",
        "Số:      /2025/QĐ-UBND",
        "Số: 1117/ĐCT-TG",
        "Số: ..../BC-SNV",
        "Số: 15/QyĐ-BNV",
        "SỐ: 15/QĐ-BNV",
        "Số: 2934/QLNN&CCHC-VP",
    ],
)
def test_numbers_of_all_regimes_are_known_filled_in_or_not(line: str) -> None:
    found = number_span(line)
    assert found is not None
    assert found == ((0, len(line)), "chac")


@pytest.mark.parametrize(
    "line",
    ["Số lượng: 12/24", "Số: 35 KH/TĐTN xin xem", "Số điện thoại: 0900 000 000", "Tổng số 12-KH/TU", "1. Số liệu"],
)
def test_words_that_begin_alike_are_no_number(line: str) -> None:
    found = number_span(line)
    assert found is None or found[1] == "doan" or found[0][1] < len(line)


def test_a_number_without_a_sign_before_its_code_is_guessed() -> None:
    assert number_span("Số: 35 KH/TĐTN") == ((0, 14), "doan")


@pytest.mark.parametrize("line", ["Số:", "Số: ......", "Số:      "])
def test_an_empty_number_is_guessed(line: str) -> None:
    found = number_span(line)
    assert found is not None
    assert found[1] == "doan"


def test_a_number_without_its_word_is_known_only_as_such() -> None:
    assert bare_number("225 - KH/TWĐTN-BTG")
    assert bare_number("12/UBND-VX")
    assert not bare_number("12/2024")
    assert not bare_number("Điều 12-KH")
    assert number_span("225 - KH/TWĐTN-BTG") is None


@pytest.mark.parametrize(
    "line",
    [
        "Hà Nội, ngày 05 tháng 01 năm 2020",
        "Bình Dương, ngày  22  tháng 8 năm 2018",
        "TP. Hồ Chí Minh, ngày 31 tháng 7 năm 2020",
        "Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019",
        "Quận 12, ngày 5 tháng 3 năm 2020",
        "Lào Cai, ngày        tháng      năm 2026",
        "Lào Cai, ngày      tháng      năm",
        "Lào Cai, ngày ... tháng ... năm 2026",
        "Lào Cai, ngày…tháng…năm 2026",
        "Lào Cai, ngày....tháng....năm 20...",
        "Lao Cai, ngay 05 thang 3 nam 2020",
    ],
)
def test_dates_are_known_with_their_place_filled_in_or_not(line: str) -> None:
    assert date_span(line) == ((0, len(line)), "chac")


@pytest.mark.parametrize(
    "line",
    ["Lào Cai ngày 05 tháng 3 năm 2020", "Ngày 05 tháng 3 năm 2020", "Lào Cai, tháng 3 năm 2020", "Huế, ngày 5/3/2020"],
)
def test_dates_of_another_form_are_guessed(line: str) -> None:
    found = date_span(line)
    assert found is not None
    assert found == ((0, len(line)), "doan")


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;",
        "(Kèm theo Quyết định số     /QĐ-UBND ngày     tháng 12 năm 2025",
        "/QĐ-UBND ngày 05 tháng 12 năm 2025",
        "trước ngày 05 tháng 12 năm 2025",
        "ngày tháng năm sinh",
        "Kế hoạch năm 2025",
        "",
    ],
)
def test_sentences_with_a_date_are_no_date_line(line: str) -> None:
    assert date_span(line) is None


def test_a_date_is_found_behind_the_number_on_the_same_line() -> None:
    line = "     Số:             /UBND-KT                       Bảo Yên, ngày         tháng 10 năm 2025     "
    found = date_span(line)
    assert found is not None
    assert line[slice(*found[0])] == "Bảo Yên, ngày         tháng 10 năm 2025"


def test_a_date_is_found_behind_the_number_with_one_blank_between() -> None:
    line = "Số: 12/KH-UBND Lào Cai, ngày 05 tháng 3 năm 2020"
    found = date_span(line)
    assert found is not None
    assert line[slice(*found[0])] == "Lào Cai, ngày 05 tháng 3 năm 2020"


def test_long_rows_of_blanks_take_no_long_time() -> None:
    line = "Số:" + " " * 200_000 + "x"
    assert number_span(line) is None
    assert date_span("ngày" + " " * 200_000 + "tháng") is None


def test_the_name_of_the_body_on_the_line_is_no_part_of_the_place() -> None:
    line = "THƯỜNG TRỰC BAN CHỈ ĐẠO Lào Cai, ngày 05 tháng 3 năm 2020"
    found = date_span(line)
    assert found is not None
    assert line[slice(*found[0])] == "Lào Cai, ngày 05 tháng 3 năm 2020"
    assert date_span("LÀO CAI, ngày 05 tháng 3 năm 2020") == ((0, 33), "chac")
