"""Roman numerals."""

from __future__ import annotations

from itertools import product

import pytest

from docgen.vietnamese.refusal import RefusedError
from docgen.vietnamese.roman import la_ma, tu_la_ma


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "I"), (2, "II"), (3, "III"), (4, "IV"), (5, "V"), (6, "VI"), (8, "VIII"), (9, "IX"), (10, "X"), (14, "XIV"),
        (19, "XIX"), (40, "XL"), (49, "XLIX"), (90, "XC"), (99, "XCIX"), (400, "CD"), (444, "CDXLIV"), (900, "CM"),
        (1999, "MCMXCIX"), (2024, "MMXXIV"), (3888, "MMMDCCCLXXXVIII"), (3999, "MMMCMXCIX"),
    ],
)  # fmt: skip
def test_numbers_are_written_in_roman_capitals(number: int, written: str) -> None:
    assert la_ma(number) == written
    assert tu_la_ma(written) == number


def test_every_number_up_to_3999_comes_back() -> None:
    assert [tu_la_ma(la_ma(n)) for n in range(1, 4000)] == list(range(1, 4000))


def test_of_all_short_spellings_only_the_canonical_are_read() -> None:
    canonical = {la_ma(n) for n in range(1, 4000)}
    for length in range(1, 6):
        for letters in product("IVXLCDM", repeat=length):
            spelling = "".join(letters)
            try:
                tu_la_ma(spelling)
            except RefusedError:
                assert spelling not in canonical
            else:
                assert spelling in canonical


@pytest.mark.parametrize("number", [0, -1, 4000])
def test_numbers_romans_cannot_write_are_refused(number: int) -> None:
    with pytest.raises(RefusedError, match="từ 1 đến 3999"):
        la_ma(number)


@pytest.mark.parametrize("text", ["", "iv", "Iv", "A", "I.", " I", "Ⅳ", "MMMM", "I" * 100_000, "VII\n"])
def test_what_is_no_roman_numeral_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="La Mã"):
        tu_la_ma(text)


@pytest.mark.parametrize(("wrong", "right"), [("IIII", "IV"), ("VIIII", "IX"), ("XXXX", "XL"), ("IC", "XCIX")])
def test_a_wrong_spelling_is_answered_with_the_right_one(wrong: str, right: str) -> None:
    with pytest.raises(RefusedError) as refused:
        tu_la_ma(wrong)
    assert refused.value.sua.startswith(f"Có phải là {right} ")


def test_only_whole_numbers_are_taken() -> None:
    for value in (True, 1.0, "1"):
        with pytest.raises(TypeError):
            la_ma(value)  # type: ignore[arg-type]
