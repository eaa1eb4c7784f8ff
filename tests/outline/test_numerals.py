from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.outline.numerals import letter_value, roman, roman_value


@given(st.integers(1, 100_000))
def test_roman_numerals_read_back_even_beyond_their_end(n: int) -> None:
    assert roman_value(roman(n)) == n


@pytest.mark.parametrize(
    ("n", "written"), [(1, "I"), (4, "IV"), (3999, "MMMCMXCIX"), (4000, "MMMM"), (5001, "MMMMMI"), (4999, "MMMMCMXCIX")]
)
def test_thousands_go_on_with_more_m(n: int, written: str) -> None:
    assert roman(n) == written


@pytest.mark.parametrize("s", ["", "IIII", "IC", "i", "A", "M" * 100_000])
def test_other_letters_are_no_roman_numerals(s: str) -> None:
    assert roman_value(s) is None


@pytest.mark.parametrize(
    ("s", "n"), [("a", 1), ("đ", 5), ("y", 23), ("aa", 24), ("f", None), ("", None), ("aaaa", None)]
)
def test_letters_have_their_places(s: str, n: int | None) -> None:
    assert letter_value(s) == n
