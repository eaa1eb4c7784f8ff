"""Blanks of a known width."""

from __future__ import annotations

import pytest

from docgen.standards import ND30
from docgen.standards.gaps import gap


@pytest.mark.parametrize("size", [11, 12, 13, 14, 15, 16])
def test_a_gap_is_as_wide_as_ruled_at_every_size(size: int) -> None:
    one = size * 0.25 * 25.4 / 72
    for blank, width in ((ND30.khoang_trong.so_mm, 12), (ND30.khoang_trong.ngay_mm, 8), (ND30.khoang_trong.nam_mm, 12)):
        assert width <= len(gap(blank, size)) * one < width + one


def test_a_gap_is_made_of_blanks_that_no_line_breaks_at() -> None:
    assert set(gap(ND30.khoang_trong.so_mm, 13)) == {"\u00a0"}
