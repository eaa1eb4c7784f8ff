"""Ranges, choices and certainties."""

from __future__ import annotations

import pytest

from docgen.standards import VERIFIED, Figure, OneOf, Range, Sure
from docgen.standards.figures import part, size


def test_a_range_includes_both_ends_and_knows_a_tolerance() -> None:
    margin = Range(20, 25, 20, "k.3", Sure.V)
    assert margin.allows(20) and margin.allows(25) and not margin.allows(25.4)
    assert margin.allows(25.4, tolerance=0.5) and margin.allows(19.6, tolerance=0.5)


def test_an_open_side_allows_everything_on_that_side() -> None:
    assert Range(6, None, 6, "", Sure.V).allows(1000)
    assert Range(None, 6, 6, "", Sure.V).allows(0) and not Range(None, 6, 6, "", Sure.V).allows(6.1)


def test_one_of_a_few_is_no_range() -> None:
    indent = OneOf((10.0, 12.7), 10.0, "k.6", Sure.V)
    assert indent.allows(10) and indent.allows(12.7) and not indent.allows(11.5)
    assert indent.allows(12.5, tolerance=0.5)


def test_the_chosen_value_keeps_its_own_rule() -> None:
    with pytest.raises(ValueError, match="outside"):
        Range(20, 25, 30, "k.3", Sure.V)
    with pytest.raises(ValueError, match="none of"):
        OneOf((10.0, 12.7), 11.0, "k.6", Sure.V)


def test_only_the_text_of_a_rule_carries_an_error() -> None:
    assert {Sure.V, Sure.T} == VERIFIED
    assert Figure("./.", "PL III", Sure.F).verified is False
    assert Figure(",", "k.6", Sure.T).verified is True


def test_facets_of_a_part_rest_on_its_clause_and_silence_is_none() -> None:
    title = part(size(13, 14, 14, "k.5", Sure.V), hoa=True, dam=True, canh="giua")
    assert title.dam == Figure(True, "k.5", Sure.V)
    assert title.nghieng == Figure(False, "k.5", Sure.V)
    assert title.gach_chan is None


def test_the_place_of_a_part_may_be_less_certain_than_its_letters() -> None:
    line = part(size(13, 14, 14, "k.5", Sure.V), dam=True, canh="giua", canh_sure=Sure.F)
    assert line.dam is not None and line.dam.verified
    assert line.canh is not None and not line.canh.verified
