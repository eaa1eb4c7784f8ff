"""Words that are printed as they stand are words that freezing leaves as they are."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from docgen.errors import InputFaults
from docgen.render import plain
from docgen.render.fast import sound
from docgen.render.fast.unproved import Unproved


class Text(str):
    __slots__ = ()


TEXTS = st.text(max_size=4) | st.sampled_from(
    ["a", "Ủy ban", "ta\u0301ch", "\x00", "\ufdd0", "\ufdda", "&", "\n", "\u2028", Text("x")]
)
LEAVES = TEXTS | st.none() | st.booleans() | st.integers() | st.just(2**1001) | st.floats() | st.binary(max_size=2)
RULES = st.lists(st.sampled_from([0.3, 1, 0, 2, True, "a"]), max_size=3)


def grown(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    keys = TEXTS | st.integers(0, 2)
    return (
        st.lists(inner, max_size=3)
        | st.dictionaries(keys, inner, max_size=3)
        | st.fixed_dictionaries({"ke": RULES | inner})
    )


@example({"a": {"&": None}})
@given(st.dictionaries(st.sampled_from(["a", "ke", "b"]), st.recursive(LEAVES, grown, max_leaves=8), max_size=3))
def test_sound_words_are_those_that_freezing_leaves(words: dict[str, Any]) -> None:
    try:
        found = sound.check(words)
    except Unproved:
        return
    frozen = plain.freeze(words)
    assert thawed(frozen) == thawed(words)
    text = repr(words)
    assert not found.is_clean or not any(sign in text for sign in "&<>")


def thawed(value: Any) -> Any:
    """Without freezing's own kinds."""
    if isinstance(value, dict):
        return {key: thawed(inner) for key, inner in value.items()}
    return [thawed(inner) for inner in value] if isinstance(value, (list, tuple)) else value


@pytest.mark.parametrize(
    "value",
    ["Số: 05/KH-UBND", "a\u00a0b", "hai\ndòng", [{"chu": "“x”", "dam": True}], {"ke": [1 / 3, 0.5]}, "日本", 5, None],
)
def test_usual_words_are_sound(value: object) -> None:
    assert sound.check({"a": value}).longest >= 0


@pytest.mark.parametrize(
    "value", [Text("a"), 1.5, b"a", "a\r", 2**1001, {1: "a"}, {Text("a"): "b"}, {"ke": [0.5, 0.3]}, {"a"}]
)
def test_what_freezing_refuses_is_not_sound(value: object) -> None:
    with pytest.raises(Unproved):
        sound.check({"a": value})
    with pytest.raises(InputFaults):
        plain.freeze({"a": value})
