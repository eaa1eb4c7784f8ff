"""Patterns of lines laid upon words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.workshop.newkind.pattern import PatternError, Slot, is_fixed, lay, pieces


def answers(mau: str, text: str) -> dict[str, str] | None:
    laid = lay(pieces(mau), text)
    if laid is None:
        return None
    return {one.piece.ten: text[one.begin : one.end] for one in laid if isinstance(one.piece, Slot)}


@pytest.mark.parametrize(
    ("mau", "text", "found"),
    [
        ("Thời gian: {{thoi_gian}}.", "Thời gian: 8 giờ 00.", {"thoi_gian": "8 giờ 00"}),
        ("Từ {{ a }} đến {{b}}", "Từ 8 giờ đến 11 giờ", {"a": "8 giờ", "b": "11 giờ"}),
        ("{{ten}}", "CHỦ TỊCH", {"ten": "CHỦ TỊCH"}),
        ("{{a}}: {{b}}.", "Gửi: nơi. Khác.", {"a": "Gửi", "b": "nơi. Khác"}),
        ("Thời gian: {{a}}.", "Thời gian: 8 giờ", None),
        ("Thời gian: {{a}}.", "Địa điểm: 8 giờ.", None),
        ("Thời gian: {{a}}", "Thời gian: ", None),
        ("Thời gian: {{a}} x", "Thời gian: y z", None),
    ],
)
def test_answers(mau: str, text: str, found: dict[str, str] | None) -> None:
    assert answers(mau, text) == found


WORDS = st.text(st.sampled_from("ab :.,"), min_size=1, max_size=6).map(lambda t: f"x{t.strip()}y")


@given(st.lists(WORDS, min_size=1, max_size=4), st.booleans())
def test_every_character_is_laid_once(words: list[str], opens: bool) -> None:
    """Fixed words and names in turn: whatever fits covers the whole line without a gap."""
    found = tuple(Slot(f"m{k}") if (k % 2 == 0) == opens else word for k, word in enumerate(words))
    text = "".join(words)
    laid = lay(found, text)
    if laid is not None:
        assert "".join(text[one.begin : one.end] for one in laid) == text
        assert all(text[a.begin : a.end] == a.piece for a in laid if isinstance(a.piece, str))


@pytest.mark.parametrize(
    ("mau", "said"),
    [
        ("A {{B}}", "chữ thường không dấu"),
        ("{% if a %}", "bao tên mục"),
        ("{{a}}{{b}}", "đứng liền nhau"),
        ("{{a}} và {{a}}", "hai lần"),
        ("{{a.b}}", "bao tên mục"),
        (" ".join(f"{{{{a{k}}}}} và" for k in range(30)), "tối đa"),
    ],
)
def test_what_is_no_pattern(mau: str, said: str) -> None:
    with pytest.raises(PatternError, match=said):
        pieces(mau)


def test_signs_of_a_template_are_never_fixed_words() -> None:
    assert is_fixed("Thời gian: {8 giờ}")
    assert not any(map(is_fixed, ("{{ a", "a }}", "{% x", "x %}", "{# x", "x #}")))
