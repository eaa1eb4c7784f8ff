"""How text breaks into printed lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.render.lines import Stretch, widths_pt
from docgen.render.metrics import width_pt
from docgen.render.styles import Letters

SET = Letters(14)
BOLD = Letters(14, dam=True)


def lines(text: str, room_pt: float, first_line_pt: float = 0) -> list[float]:
    return widths_pt([Stretch(t, SET) for t in text.replace("\n", "|\n|").split("|")], room_pt, first_line_pt)


def w(text: str) -> float:
    return width_pt(text, SET)


def test_a_short_text_is_one_line_without_its_outer_blanks() -> None:
    assert lines("Kế hoạch  ", 500) == pytest.approx([w("Kế hoạch")])


def test_lines_are_filled_greedily() -> None:
    text = "Tuyên truyền quảng bá ASEAN"

    assert lines(text, w("Tuyên truyền quảng") + 1) == pytest.approx([w("Tuyên truyền quảng"), w("bá ASEAN")])
    assert lines(text, w("Tuyên truyền quảng") - 1) == pytest.approx([w("Tuyên truyền"), w("quảng bá ASEAN")])


def test_a_line_may_end_after_a_hyphen_but_not_at_a_no_break_blank() -> None:
    assert lines("giai đoạn 2019-2020", w("giai đoạn 2019-") + 1) == pytest.approx([w("giai đoạn 2019-"), w("2020")])
    assert lines("năm\u00a02019 nay", w("năm\u00a02019") - 1) == pytest.approx([w("năm\u00a02019"), w("nay")])


def test_a_dash_at_the_head_of_a_word_holds_to_it() -> None:
    assert lines("lạnh -15 độ", w("lạnh -") + 1) == pytest.approx([w("lạnh"), w("-15"), w("độ")])


def test_a_typed_line_break_ends_a_line() -> None:
    assert lines("một hai\nba", 500) == pytest.approx([w("một hai"), w("ba")])


def test_a_word_wider_than_the_room_overflows_alone() -> None:
    assert lines("a dàiquákhổ b", 20) == pytest.approx([w("a"), w("dàiquákhổ"), w("b")])


def test_the_first_line_has_less_room() -> None:
    assert lines("một hai", w("một hai") + 1, 10) == pytest.approx([w("một"), w("hai")])


def test_a_word_in_two_settings_stays_together() -> None:
    found = widths_pt([Stretch("Sở ", SET), Stretch("Tư", BOLD), Stretch("pháp", SET)], w("Sở ") + 20)

    assert found == pytest.approx([w("Sở"), width_pt("Tư", BOLD) + w("pháp")])


def test_no_text_is_a_line_of_no_width() -> None:
    assert widths_pt([], 100) == [0]


@given(st.lists(st.text("abcđ ơ-", max_size=12), max_size=6), st.floats(30, 400))
def test_no_letter_is_lost_and_no_line_is_too_long_without_need(texts: list[str], room: float) -> None:
    found = widths_pt([Stretch(t, SET) for t in texts], room)
    whole = "".join(texts)
    solid = w(whole.replace(" ", ""))
    blanks_ahead = w(" ") * (len(whole) - len(whole.lstrip()))
    longest = blanks_ahead + max((w(word) for word in whole.split()), default=0.0)

    assert sum(found) >= solid - 0.01
    assert max(found) <= max(room, longest) + 0.01
