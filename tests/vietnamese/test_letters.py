"""Letters of points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.letters import BANG_CHU, SO_CHU, chu_cai, tu_chu_cai
from docgen.vietnamese.refusal import RefusedError


def test_points_run_through_the_vietnamese_letters() -> None:
    assert " ".join(chu_cai(n) for n in range(1, 24)) == "a b c d đ e g h i k l m n o p q r s t u v x y"
    assert SO_CHU == 23
    assert len(BANG_CHU) == 23


@pytest.mark.parametrize(("number", "letters"), [(24, "aa"), (25, "ab"), (46, "ay"), (47, "ba"), (552, "yy")])
def test_after_y_two_letters_are_used(number: int, letters: str) -> None:
    assert chu_cai(number) == letters
    assert tu_chu_cai(letters) == number


@given(st.integers(1, 10**9))
def test_reading_a_written_letter_gives_its_number(number: int) -> None:
    assert tu_chu_cai(chu_cai(number)) == number


@pytest.mark.parametrize("text", ["f", "j", "w", "z", "ă", "â", "ê", "ô", "ơ", "ư", "A", "Đ", "a)", "", "d\u0335", "1"])
def test_other_letters_number_no_point(text: str) -> None:
    with pytest.raises(ValueError, match="a b c d đ e g h"):
        tu_chu_cai(text)


@pytest.mark.parametrize("number", [0, -3])
def test_points_are_counted_from_one(number: int) -> None:
    with pytest.raises(RefusedError, match="đếm từ 1"):
        chu_cai(number)


def test_only_whole_numbers_are_taken() -> None:
    for value in (True, 2.0, "2"):
        with pytest.raises(TypeError):
            chu_cai(value)  # type: ignore[arg-type]
