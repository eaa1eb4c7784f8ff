"""Numbers in words and in digits."""

from __future__ import annotations

import random
from collections.abc import Iterator
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.numbers import doc_so, doc_tien, doc_viet_so, viet_so
from docgen.vietnamese.refusal import RefusedError
from tests.vietnamese.reference import read_aloud

WORDS = {
    0: "không",
    1: "một",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    44: "bốn mươi tư",
    55: "năm mươi lăm",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    111: "một trăm mười một",
    115: "một trăm mười lăm",
    124: "một trăm hai mươi tư",
    1000: "một nghìn",
    1001: "một nghìn không trăm linh một",
    1015: "một nghìn không trăm mười lăm",
    1100: "một nghìn một trăm",
    2025: "hai nghìn không trăm hai mươi lăm",
    10005: "mười nghìn không trăm linh năm",
    24024: "hai mươi tư nghìn không trăm hai mươi tư",
    100000: "một trăm nghìn",
    1000000: "một triệu",
    390000000: "ba trăm chín mươi triệu",
    1000001: "một triệu không trăm linh một",
    1050000: "một triệu không trăm năm mươi nghìn",
    1000000001: "một tỷ không trăm linh một",
    1000000000000: "một nghìn tỷ",
    1000000000005: "một nghìn tỷ không trăm linh năm",
    1234567890123: "một nghìn hai trăm ba mươi tư tỷ năm trăm sáu mươi bảy triệu tám trăm chín mươi nghìn "
    "một trăm hai mươi ba",
    10**15: "một triệu tỷ",
    9007199254740993: "chín triệu không trăm linh bảy nghìn một trăm chín mươi chín tỷ "
    "hai trăm năm mươi tư triệu bảy trăm bốn mươi nghìn chín trăm chín mươi ba",
    10**18: "một tỷ tỷ",
    10**18 + 5: "một tỷ tỷ không trăm linh năm",
    10**18 + 10**9: "một tỷ tỷ không trăm linh một tỷ",
    -5: "âm năm",
    -1050000: "âm một triệu không trăm năm mươi nghìn",
}


@pytest.mark.parametrize(("number", "words"), WORDS.items())
def test_whole_numbers_are_read_as_vietnamese_reads_them(number: int, words: str) -> None:
    assert doc_so(number) == words
    assert doc_so(Decimal(number)) == words
    assert doc_so(str(number)) == words


@pytest.mark.parametrize(("number", "words"), [(n, w) for n, w in WORDS.items() if n >= 0])
def test_the_reference_itself_knows_the_table(number: int, words: str) -> None:
    assert read_aloud(number) == words


def _numbers_full_of_zeros() -> Iterator[int]:
    rng = random.Random(20200305)
    for _ in range(30_000):
        length = rng.randint(1, 27)
        groups = [rng.choice((0, 0, rng.randint(0, 9), rng.randint(10, 99), rng.randint(0, 999))) for _ in range(9)]
        yield int("".join(f"{group:03d}" for group in groups)[-length:])


def test_every_number_up_to_twenty_thousand_agrees_with_the_reference() -> None:
    wrong = [n for n in range(20_001) if doc_so(n) != read_aloud(n)]
    assert wrong == []


def test_thirty_thousand_numbers_up_to_27_digits_agree_with_the_reference() -> None:
    wrong = [n for n in _numbers_full_of_zeros() if doc_so(n) != read_aloud(n)]
    assert wrong == []


@given(st.integers(0, 10**27 - 1))
def test_any_number_agrees_with_the_reference_and_its_negative_says_am(n: int) -> None:
    assert doc_so(n) == read_aloud(n)
    assert doc_so(-n) == ("âm " if n else "") + read_aloud(n)


@given(st.integers(0, 10**21), st.integers(0, 10**21))
def test_different_numbers_are_never_read_alike(a: int, b: int) -> None:
    assert (doc_so(a) == doc_so(b)) == (a == b)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("12,05", "mười hai phẩy không năm"),
        ("12,5", "mười hai phẩy năm"),
        ("12,50", "mười hai phẩy năm mươi"),
        ("0,5", "không phẩy năm"),
        ("1,5", "một phẩy năm"),
        ("8,56", "tám phẩy năm mươi sáu"),
        ("90,638", "chín mươi phẩy sáu trăm ba mươi tám"),
        ("0,307", "không phẩy ba trăm linh bảy"),
        ("0,009", "không phẩy không không chín"),
        ("3,1415", "ba phẩy một bốn một năm"),
        ("12,00", "mười hai phẩy không không"),
        ("-0,5", "âm không phẩy năm"),
        ("1.050.000,25", "một triệu không trăm năm mươi nghìn phẩy hai mươi lăm"),
    ],
)
def test_decimals_are_read_with_their_zeros(number: str, words: str) -> None:
    assert doc_so(number) == words
    assert doc_so(doc_viet_so(number)) == words


def test_a_negative_zero_is_plain_zero() -> None:
    assert doc_so(Decimal("-0")) == "không"
    assert viet_so(Decimal("-0")) == "0"
    assert viet_so(Decimal("-0.001"), 2) == "0,00"


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (390_000_000, "Ba trăm chín mươi triệu đồng"),
        ("390.000.000", "Ba trăm chín mươi triệu đồng"),
        (Decimal("390000000.00"), "Ba trăm chín mươi triệu đồng"),
        (Decimal("1E+6"), "Một triệu đồng"),
        (1_050_000, "Một triệu không trăm năm mươi nghìn đồng"),
        (0, "Không đồng"),
        (-5, "Âm năm đồng"),
        (10**18, "Một tỷ tỷ đồng"),
        (Decimal("2.5"), "Hai phẩy năm đồng"),
    ],
)
def test_amounts_begin_with_a_capital_and_end_with_dong(amount: int | str | Decimal, words: str) -> None:
    assert doc_tien(amount) == words


@pytest.mark.parametrize("number", [10**27, -(10**27), Decimal("1E+27")])
def test_numbers_too_great_to_be_read_are_refused(number: int | Decimal) -> None:
    with pytest.raises(RefusedError, match="28 chữ số"):
        doc_so(number)


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+999999999"), Decimal("1E-99999")])
def test_what_is_no_number_or_fills_the_memory_is_refused(number: Decimal) -> None:
    for write in (doc_so, doc_tien, viet_so):
        with pytest.raises(RefusedError):
            write(number)


@pytest.mark.parametrize("value", [1.5, True, None])
def test_floats_and_other_things_are_a_type_error(value: object) -> None:
    for write in (doc_so, doc_tien, viet_so):
        with pytest.raises(TypeError):
            write(value)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("number", "digits"),
    [
        (0, "0"),
        (12, "12"),
        (123, "123"),
        (1234, "1.234"),
        (1234567, "1.234.567"),
        (-1234, "-1.234"),
        (-123, "-123"),
        (Decimal("1234567.89"), "1.234.567,89"),
        (Decimal("0.5"), "0,5"),
        (Decimal("12.50"), "12,50"),
        (Decimal("1E+6"), "1.000.000"),
        (Decimal("0.0000001"), "0,0000001"),
        (Decimal("12345678901234567890123456789012345.6789"), "12.345.678.901.234.567.890.123.456.789.012.345,6789"),
    ],
)
def test_numbers_are_written_with_dots_between_groups_and_a_comma(number: int | Decimal, digits: str) -> None:
    assert viet_so(number) == digits


@pytest.mark.parametrize(
    ("number", "le", "digits"),
    [
        ("1234.5", 2, "1.234,50"),
        ("2.345", 2, "2,35"),
        ("2.5", 0, "3"),
        ("-2.5", 0, "-3"),
        ("999.995", 2, "1.000,00"),
        ("0.004", 2, "0,00"),
        ("99999999999999999999999999999999.995", 2, "100.000.000.000.000.000.000.000.000.000.000,00"),
    ],
)
def test_decimals_are_filled_or_rounded_half_up_when_asked(number: str, le: int, digits: str) -> None:
    assert viet_so(Decimal(number), le) == digits


def test_a_negative_count_of_decimals_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="negative"):
        viet_so(1, -1)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40))
def test_reading_what_was_written_gives_the_same_number(number: Decimal) -> None:
    written = viet_so(number)
    assert doc_viet_so(written) == number
    assert viet_so(doc_viet_so(written)) == written


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234.567,89", "1234567.89"),
        ("1234567,89", "1234567.89"),
        (" 12 ", "12"),
        ("\u00a012", "12"),
        ("05", "5"),
        ("1.234", "1234"),
        ("0,5", "0.5"),
        ("-3,50", "-3.50"),
        ("−3", "-3"),
    ],
)
def test_vietnamese_numbers_are_read_exactly(text: str, value: str) -> None:
    assert str(doc_viet_so(text)) == value


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1.234.56", "tách nhóm không đúng chỗ"),
        ("1234.567", "tách nhóm không đúng chỗ"),
        ("12.34.567", "tách nhóm không đúng chỗ"),
        ("1..234", "tách nhóm không đúng chỗ"),
        ("12,", "thiếu chữ số"),
        ("1.5", "Nếu là số thập phân thì viết 1,5"),
        ("12.05", "Nếu là số thập phân thì viết 12,05"),
        ("0.125", "Nếu là số thập phân thì viết 0,125"),
        ("3.1416", "Nếu là số thập phân thì viết 3,1416"),
        ("1,234.50", "Viết theo kiểu Việt Nam là 1.234,50"),
        ("1,234,567", "Viết theo kiểu Việt Nam là 1.234.567"),
        ("1,2,3", "hơn một dấu phẩy"),
        ("1 234", "khoảng trắng"),
        (",5", "không đúng chỗ"),
        ("5 triệu", "không ghi đơn vị"),
        ("390.000.000 đồng", "không ghi đơn vị"),
        ("+5", "không phải là số"),
        ("1e6", "không phải là số"),
        ("١٢", "không phải là số"),
        ("１２", "không phải là số"),
        ("--5", "không phải là số"),
        ("5\n6", "khoảng trắng"),
        ("", "Chưa ghi số"),
        ("   ", "Chưa ghi số"),
    ],
)
def test_anything_else_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(RefusedError, match=r"1\.234\.567,89|kiểu Việt Nam") as refused:
        doc_viet_so(text)
    assert reason in str(refused.value)


@given(st.text(alphabet="0123456789.,- −x\n", max_size=12))
def test_any_text_is_either_read_or_refused_in_words(text: str) -> None:
    try:
        value = doc_viet_so(text)
    except RefusedError as refused:
        assert refused.loi
        assert refused.sua
    else:
        assert "".join(c for c in text if c.isdigit()).lstrip("0") == "".join(
            c for c in f"{value:f}" if c.isdigit()
        ).lstrip("0")


@pytest.mark.parametrize("text", ["1" * 200_000 + "x", "1." * 100_000, "," * 200_000])
def test_long_nonsense_is_refused_at_once(text: str) -> None:
    with pytest.raises(RefusedError) as refused:
        doc_viet_so(text)
    assert len(str(refused.value)) < 300
