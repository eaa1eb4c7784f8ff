from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.checking.excerpt import tim, trich

LONG = "Ủy ban nhân dân tỉnh yêu cầu các sở, ban, ngành và địa phương báo cáo kết quả thực hiện trước ngày 20 tháng 12."


def test_the_spot_is_marked_and_the_words_around_are_cut_at_words() -> None:
    found = trich(LONG, tim(LONG, "báo cáo"))

    assert found == "…sở, ban, ngành và địa phương «báo cáo» kết quả thực hiện trước ngày…"


def test_a_short_text_stands_whole() -> None:
    assert trich("Số: 5/KH-SCT", (4, 5)) == "Số: «5»/KH-SCT"


def test_without_a_spot_the_beginning_is_quoted() -> None:
    assert trich("  Điều 1.  ") == "Điều 1."
    assert trich(LONG).endswith("…")
    assert len(trich(LONG)) <= 90


def test_double_blanks_are_shown_as_they_are_and_tabs_as_one_blank() -> None:
    assert trich("a  b", (1, 3)) == "a«  »b"
    assert trich("a\tb\nc", (2, 3)) == "a «b» c"


def test_words_that_are_not_there_have_no_place() -> None:
    assert tim("Số: 5", "6") is None
    assert tim("Số: 5", "") is None


@given(st.text(max_size=300), st.data())
def test_an_excerpt_is_one_line_and_holds_the_spot(text: str, data: st.DataObject) -> None:
    tu = data.draw(st.integers(0, len(text)))
    den = data.draw(st.integers(tu, len(text)))

    found = trich(text, (tu, den))

    assert "\n" not in found
    assert "«" in found
    assert len(found) <= 32 + 120 + 32 + 6


@pytest.mark.parametrize("text", ["", " ", "x" * 500])
def test_any_text_can_be_quoted(text: str) -> None:
    assert len(trich(text)) <= 90
