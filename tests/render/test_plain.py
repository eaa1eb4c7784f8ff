"""Words: plain data, NFC, frozen."""

from __future__ import annotations

import enum
import unicodedata
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import InputFaults
from docgen.render.plain import freeze
from docgen.vietnamese.text import forbidden


class Word(str):
    """A string with a will of its own."""

    def __html__(self) -> str:
        return "<w:br/>"


class Kind(enum.StrEnum):
    A = "a"


@pytest.mark.parametrize(
    "value",
    [1.5, b"x", {1, 2}, object(), Word("x"), Kind.A, len, (i for i in range(3)), range(3), 10**400, {"ke": [1.5]}],
)
def test_only_plain_values_pass(value: object) -> None:
    with pytest.raises(InputFaults) as caught:
        freeze({"a": [{"b": value}]})

    assert caught.value.faults[0].noi.startswith("a[0].b")


def test_a_value_that_holds_itself_is_refused() -> None:
    loop: list[Any] = []
    loop.append(loop)

    with pytest.raises(InputFaults, match="lồng sâu"):
        freeze({"a": loop})


def test_the_parts_of_a_rule_are_the_only_fractions() -> None:
    assert freeze({"ke": {"co_quan": {"ke": [1 / 3, 1 / 2]}, "tieu_ngu": {"ke": (1, 1.0)}}})


@pytest.mark.parametrize(
    "wrong", [[0, 1], [0.5, 0.4], [0.5, 2], [0.5], [float("nan"), 1.0], ["a", "b"], [True, True], []]
)
def test_a_rule_that_is_no_part_of_a_line_is_refused(wrong: list[object]) -> None:
    with pytest.raises(InputFaults) as caught:
        freeze({"ke": {"co_quan": {"ke": wrong}}})

    assert [fault.noi for fault in caught.value.faults] == ["ke.co_quan.ke"]


def test_keys_that_become_one_are_refused() -> None:
    with pytest.raises(InputFaults, match="ghép dấu"):
        freeze({"cơ": "a", unicodedata.normalize("NFD", "cơ"): "b"})


def test_a_forbidden_character_is_told_with_position_and_count() -> None:
    with pytest.raises(InputFaults) as caught:
        freeze({"can_cu": ["", "ab\x0bc\x00"]})

    (fault,) = caught.value.faults
    assert fault.noi == "can_cu[1]"
    assert "vị trí 3" in fault.loi
    assert "1 chỗ nữa" in fault.loi


words = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text("abc", min_size=1, max_size=2), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abc", min_size=1, max_size=3), words, max_size=3))
def test_frozen_words_say_the_same_in_nfc(given_words: dict[str, object]) -> None:
    def nfc(value: object) -> object:
        if isinstance(value, str):
            return unicodedata.normalize("NFC", value)
        if isinstance(value, list):
            return tuple(nfc(v) for v in value)
        return {k: nfc(v) for k, v in value.items()} if isinstance(value, dict) else value

    def texts(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
        return [t for v in inner for t in texts(v)]

    if any(forbidden(t) for t in texts(given_words)):
        with pytest.raises(InputFaults):
            freeze(given_words)
    else:
        assert freeze(given_words) == nfc(given_words)
