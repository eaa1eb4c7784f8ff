from __future__ import annotations

import pytest

from docgen.outline.sections import join, split

PLAN = """Mở đầu.

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nâng cao;

II. NỘI DUNG

Đoạn văn.

- a[^1].

[^1]: Lời."""


def test_sections_are_titles_and_bodies_without_the_roman_label() -> None:
    assert split(PLAN) == (
        "Mở đầu.",
        [("MỤC ĐÍCH, YÊU CẦU", "1. Mục đích\n- Nâng cao;"), ("NỘI DUNG", "Đoạn văn.\n\n- a[^1].\n\n[^1]: Lời.")],
    )
    assert join(*split(PLAN)) == PLAN


def test_sections_are_counted_anew_when_one_is_moved() -> None:
    before, sections = split(PLAN)

    assert split(join(before, sections[::-1]))[1][0][0] == "NỘI DUNG"
    assert "I. NỘI DUNG" in join(before, sections[::-1])


def test_a_text_without_sections_is_all_before() -> None:
    assert split("Đoạn.\n\n- a\n- b\n") == ("Đoạn.\n\n- a\n- b", [])
    assert split("") == ("", [])
    assert join("", []) == ""


def test_other_levels_keep_their_labels() -> None:
    text = "Điều 1. Phạm vi\n1. a.\n\nĐiều 2. Hiệu lực"

    assert split(text) == ("", [("Điều 1. Phạm vi", "1. a."), ("Điều 2. Hiệu lực", "")])
    assert join(*split(text)) == text


def test_only_the_strongest_level_makes_sections() -> None:
    assert split("1. Trước\n\nI. A\n1. b\n\nII. C")[0] == "1. Trước"


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("MỤC ĐÍCH", "I. MỤC ĐÍCH"),
        ("  MỤC\n ĐÍCH ", "I. MỤC ĐÍCH"),
        ("I. MỤC ĐÍCH", "I. MỤC ĐÍCH"),
        ("Điều 1. Phạm vi", "Điều 1. Phạm vi"),
        ("- Gạch", "I. - Gạch"),
        ("", "I."),
    ],
)
def test_a_title_gets_a_label_unless_it_has_one(title: str, line: str) -> None:
    assert join("", [(title, "")]) == line


def test_a_body_that_begins_with_words_does_not_run_into_the_title() -> None:
    assert join("", [("MỤC ĐÍCH", "Nâng cao nhận thức.")]) == "I. MỤC ĐÍCH\n\nNâng cao nhận thức."


def test_a_title_that_looks_like_a_label_is_told_apart() -> None:
    assert split("I. 1. Một")[1] == [(r"1\. Một", "")]


def test_a_title_on_two_lines_becomes_one() -> None:
    assert split("Phần I\nTình hình\nchung\n\nĐoạn.") == ("", [("Phần I. Tình hình chung", "Đoạn.")])
