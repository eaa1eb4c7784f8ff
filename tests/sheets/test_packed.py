"""A packed sequence says what the plain one says, however long it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.sheets.packed import NEAR, Chosen, Packed, Seen
from docgen.sheets.table import Row, packed

LONG = NEAR + 1000


def rows(count: int) -> list[Row]:
    return [
        Row(at + 2, (f"Xã {at}", "", '|"\n\ud800'), ("text", "number", "text") if at % 2 else ()) for at in range(count)
    ]


@pytest.mark.parametrize("count", [0, 1, NEAR, NEAR + 1, NEAR + 256, LONG])
def test_it_gives_back_what_it_was_given(count: int) -> None:
    plain = rows(count)
    held = packed(iter(plain))
    assert list(held) == plain
    assert (len(held), held == tuple(plain), held == plain[1:]) == (count, True, count == 0)
    assert [held[at] for at in range(count)] == plain
    assert list(reversed(held)) == plain[::-1]


@given(st.integers(-LONG, LONG), st.integers(-LONG, LONG), st.sampled_from([None, 1, 3, 700]))
def test_a_stretch_is_that_of_the_plain_sequence(start: int, end: int, step: int | None) -> None:
    plain = range(LONG)
    held = Packed(plain, lambda one: one, int)
    part = held[start:end:step]
    assert list(part) == list(plain[start:end:step])
    assert list(part[1:5]) == list(plain[start:end:step][1:5])


def test_there_is_nothing_behind_the_end() -> None:
    held = Packed(range(LONG), lambda one: one, int)
    assert held[-1] == LONG - 1
    with pytest.raises(IndexError):
        held[LONG]


def test_equal_sequences_have_equal_hashes() -> None:
    assert len({packed(rows(3)), packed(rows(3)), packed(rows(2))}) == 2
    assert packed(rows(1)) != 1


def test_what_is_chosen_and_seen_is_found_when_it_is_asked_for() -> None:
    words = ["a", "b", "c"]
    some = Seen(Chosen(words, [2, 0]), str.upper)
    assert (list(some), some[0], list(some[1:]), len(some)) == (["C", "A"], "C", ["A"], 2)
    words[0] = "d"
    assert list(some) == ["C", "D"]
