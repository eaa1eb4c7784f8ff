"""Dates as papers write them, and what is taken for a date."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.dates import kiem_ngay, ngay_day_du, ngay_ngan, parse_date
from docgen.vietnamese.refusal import RefusedError

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@pytest.mark.parametrize(
    ("day", "month", "year", "words"),
    [
        (5, 1, 2020, "ngày 05 tháng 01 năm 2020"),
        (29, 6, 2019, "ngày 29 tháng 6 năm 2019"),
        (5, 3, 2020, "ngày 05 tháng 3 năm 2020"),
        (22, 8, 2018, "ngày 22 tháng 8 năm 2018"),
        (9, 2, 2021, "ngày 09 tháng 02 năm 2021"),
        (10, 10, 2022, "ngày 10 tháng 10 năm 2022"),
        (29, 2, 2024, "ngày 29 tháng 02 năm 2024"),
        (31, 12, 1999, "ngày 31 tháng 12 năm 1999"),
    ],
)
def test_the_date_of_a_paper_has_zeros_before_days_under_ten_and_months_one_and_two(
    day: int, month: int, year: int, words: str
) -> None:
    assert ngay_day_du(day, month, year) == words


@pytest.mark.parametrize(("month", "written"), [(1, "01"), (2, "02"), (3, "3"), (9, "9"), (10, "10"), (12, "12")])
def test_only_the_first_two_months_get_a_zero(month: int, written: str) -> None:
    assert ngay_day_du(15, month, 2020) == f"ngày 15 tháng {written} năm 2020"
    assert ngay_ngan(15, month, 2020) == f"15/{written}/2020"


def test_the_short_form_leaves_out_what_is_unknown() -> None:
    assert ngay_ngan(8, 8, 2020) == "08/8/2020"
    assert ngay_ngan(None, 9, 2019) == "9/2019"
    assert ngay_ngan(None, 2, 2019) == "02/2019"
    assert ngay_ngan(None, None, 2019) == "2019"


def test_a_day_that_does_not_exist_is_not_written() -> None:
    with pytest.raises(RefusedError, match="năm 2023 tháng 02 chỉ có 28 ngày"):
        ngay_day_du(29, 2, 2023)
    with pytest.raises(RefusedError, match="thiếu tháng"):
        ngay_ngan(5, None, 2020)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2019-09-18", (2019, 9, 18)),
        ("18/9/2019", (2019, 9, 18)),
        ("18/09/2019", (2019, 9, 18)),
        ("05/01/2020", (2020, 1, 5)),
        ("5/1/2020", (2020, 1, 5)),
        ("2019-09", (2019, 9, None)),
        ("9/2019", (2019, 9, None)),
        ("09/2019", (2019, 9, None)),
        ("2019", (2019, None, None)),
        ("29/02/2024", (2024, 2, 29)),
        ("29/2/2000", (2000, 2, 29)),
        ("1900", (1900, None, None)),
        ("31/12/2100", (2100, 12, 31)),
        ("  18/9/2019\n", (2019, 9, 18)),
        ("\u00a018/9/2019", (2019, 9, 18)),
    ],
)
def test_the_known_forms_are_read(text: str, parts: tuple[int, int | None, int | None]) -> None:
    assert parse_date(text) == parts


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("29/02/2023", "năm 2023 tháng 02 chỉ có 28 ngày"),
        ("2023-02-29", "năm 2023 tháng 02 chỉ có 28 ngày"),
        ("29/2/1900", "năm 1900 tháng 02 chỉ có 28 ngày"),
        ("30/2/2024", "năm 2024 tháng 02 chỉ có 29 ngày"),
        ("31/4/2023", "tháng 4 chỉ có 30 ngày"),
        ("31/4", "thiếu năm bốn chữ số, và tháng 4 chỉ có 30 ngày"),
        ("31/11/2023", "tháng 11 chỉ có 30 ngày"),
        ("32/1/2023", "tháng 01 chỉ có 31 ngày"),
        ("0/1/2023", "tháng 01 chỉ có 31 ngày"),
        ("00/00/2023", "Không có tháng 0"),
        ("2023-13-01", "Không có tháng 13"),
        ("2023-13-01", "nếu là ngày 13 tháng 01 thì viết 13/01/2023 hoặc 2023-01-13"),
        ("05/13/2025", "nếu là ngày 13 tháng 5 thì viết 13/5/2025"),
        ("2019-18-09", "2019-09-18"),
        ("13/2019", "Không có tháng 13"),
        ("2019-00", "Không có tháng 0"),
        ("99/99/2019", "Tháng từ 1 đến 12"),
        ("18/9/19", "năm phải viết đủ bốn chữ số"),
        ("9/18/19", "không có tháng 18"),
        ("18-9-19", "năm phải viết đủ bốn chữ số"),
        ("18/9", "thiếu năm bốn chữ số"),
        ("1899", "nằm ngoài khoảng 1900–2100"),
        ("2101-01-01", "nằm ngoài khoảng 1900–2100"),
        ("0000", "nằm ngoài khoảng 1900–2100"),
        ("18-9-2019", "xin viết 18/9/2019"),
        ("18.09.2019", "xin viết 18/9/2019"),
        ("18 / 9 / 2019", "xin viết 18/9/2019"),
        ("2019/09/18", "xin viết 18/9/2019"),
        ("2019-9-18", "xin viết 18/9/2019"),
        ("2019-09-18T00:00:00", "xin viết 18/9/2019"),
        ("2019-09-18 00:00:00", "xin viết 18/9/2019"),
        ("ngày 18 tháng 9 năm 2019", "xin viết 18/9/2019"),
        ("tháng 9 năm 2019", "xin viết 9/2019"),
        ("29.02.2023", "năm 2023 tháng 02 chỉ có 28 ngày"),
        ("3.4.2019", "Nếu là ngày 03 tháng 4 năm 2019"),
        ("2019-9", "xin viết 9/2019"),
        ("20190918", "không phải là ngày"),
        ("18/9/20199", "không phải là ngày"),
        ("18/9/2019 và 19/9/2019", "không phải là ngày"),
        ("hôm nay", "Hãy viết ngày/tháng/năm như 18/9/2019"),
        ("١٨/٩/٢٠١٩", "không phải là ngày"),
        ("-2019", "không phải là ngày"),
        ("", "Chưa ghi ngày"),
        (" \t ", "Chưa ghi ngày"),
    ],
)
def test_everything_else_is_refused_with_what_would_be_right(text: str, reason: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_date(text)
    assert reason in str(refused.value)


def test_a_refusal_has_its_reason_and_its_remedy_apart() -> None:
    with pytest.raises(RefusedError) as refused:
        parse_date("31/4/2023")
    assert refused.value.loi == "Không có ngày 31 tháng 4 năm 2023: tháng 4 chỉ có 30 ngày."
    assert refused.value.sua == "Ngày từ 1 đến 30."
    assert str(refused.value) == f"{refused.value.loi} {refused.value.sua}"


@given(DAYS)
def test_every_day_of_two_centuries_survives_writing_and_reading(day: datetime.date) -> None:
    parts = (day.year, day.month, day.day)
    assert parse_date(day.isoformat()) == parts
    assert parse_date(ngay_ngan(day.day, day.month, day.year)) == parts
    assert parse_date(f"{day.day}/{day.month}/{day.year}") == parts
    assert parse_date(ngay_ngan(None, day.month, day.year)) == (day.year, day.month, None)


@given(st.integers(1900, 2100), st.integers(0, 13), st.integers(0, 32))
def test_a_day_is_accepted_exactly_when_the_calendar_has_it(year: int, month: int, day: int) -> None:
    try:
        datetime.date(year, month, day)
    except ValueError:
        with pytest.raises(RefusedError):
            kiem_ngay(year, month, day)
    else:
        kiem_ngay(year, month, day)


@given(st.one_of(st.text(), st.text(alphabet="0123456789/-. T:", max_size=14)))
def test_any_text_is_a_date_or_a_refusal_in_words(text: str) -> None:
    try:
        year, month, day = parse_date(text)
    except RefusedError as refused:
        assert refused.loi
        assert refused.sua
    else:
        kiem_ngay(year, month, day)


@pytest.mark.parametrize("text", ["9" * 300_000, " 1" * 100_000, "1" + " " * 200_000 + "2", "1/" * 100_000])
def test_long_nonsense_is_refused_at_once(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        parse_date(text)
    assert len(str(refused.value)) < 300
