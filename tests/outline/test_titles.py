from __future__ import annotations

import pytest

from docgen.outline.titles import content, ends_sentence
from docgen.outline.tree import Level, NoteRef, Span, plain


@pytest.mark.parametrize(
    ("level", "raw", "title", "text"),
    [
        ("la_ma", "MỤC ĐÍCH, YÊU CẦU", "MỤC ĐÍCH, YÊU CẦU", ""),
        ("la_ma", "TỔ CHỨC THỰC HIỆN.", "TỔ CHỨC THỰC HIỆN.", ""),
        ("la_ma", "**MỤC ĐÍCH**", "MỤC ĐÍCH", ""),
        ("so", "Mục đích", "Mục đích", ""),
        ("so", "Mục đích:", "Mục đích:", ""),
        ("so", "Duy trì việc tuyên truyền.", "", "Duy trì việc tuyên truyền."),
        ("so", "Duy trì...", "", "Duy trì..."),
        ("so", "Chủ đề là “*Củng cố*”", "Chủ đề là “Củng cố”", ""),
        ("so", "Khẩu hiệu là “Tiến lên.”", "", "Khẩu hiệu là “Tiến lên.”"),
        (
            "so",
            "Đối với doanh nghiệp: tuyên truyền qua hội thảo.",
            "",
            "Đối với doanh nghiệp: tuyên truyền qua hội thảo.",
        ),
        ("so2", "Nội dung: Triển khai các nội dung như sau:", "Nội dung:", "Triển khai các nội dung như sau:"),
        ("so2", "Nội dung: triển khai như sau:", "Nội dung: triển khai như sau:", ""),
        ("so", "**Nội dung:** Triển khai", "Nội dung:", "Triển khai"),
        ("so", "**Nội dung**: Triển khai", "Nội dung:", "Triển khai"),
        ("so", "**Giao Sở X.**", "Giao Sở X.", ""),
        ("so", "**Giao Sở X**.", "Giao Sở X.", ""),
        ("dieu", "Phạm vi điều chỉnh", "Phạm vi điều chỉnh", ""),
        ("dieu", "Ban hành kèm theo Quyết định này.", "", "Ban hành kèm theo Quyết định này."),
        ("chu", "Nội dung tuyên truyền", "", "Nội dung tuyên truyền"),
        ("chu", "**Nội dung tuyên truyền**", "Nội dung tuyên truyền", ""),
        ("gach", "**Đơn vị chủ trì:** Sở A", "Đơn vị chủ trì:", "Sở A"),
        ("gach", "**Sở A**, Sở B", "", "Sở A, Sở B"),
        ("gach", "Cấp khối:", "", "Cấp khối:"),
        ("so", "", "", ""),
    ],
)
def test_title_and_text_are_told_apart(level: str, raw: str, title: str, text: str) -> None:
    found = content(Level(level), raw)

    assert (plain(found.title), plain(found.text)) == (title, text)
    assert not any(part.bold for part in found.title if isinstance(part, Span))


def test_a_run_in_title_without_bold_is_a_guess() -> None:
    assert content(Level.SO, "Nội dung: Triển khai như sau:").guessed
    assert not content(Level.SO, "**Nội dung:** Triển khai như sau:").guessed


def test_a_run_in_title_is_at_most_sixty_characters_long() -> None:
    assert content(Level.SO, "A" * 59 + ": Triển khai như sau:").guessed
    assert not content(Level.SO, "A" * 60 + ": Triển khai như sau:").guessed


def test_a_footnote_stays_with_its_words() -> None:
    found = content(Level.SO, "Nội[^1] dung[^2]: Triển[^3] khai như sau:")

    assert found.title == (Span("Nội"), NoteRef("1"), Span(" dung"), NoteRef("2"), Span(":"))
    assert found.text == (Span("Triển"), NoteRef("3"), Span(" khai như sau:"))


def test_bold_in_the_middle_of_a_title_is_dropped_and_told() -> None:
    found = content(Level.SO, "Mục **đích**")

    assert found.title == (Span("Mục đích"),)
    assert found.weakened


def test_text_that_is_known_to_be_text_is_no_title() -> None:
    assert content(Level.SO, "Hội trại", is_text=True).text == (Span("Hội trại"),)


@pytest.mark.parametrize("words", ["a.", "a;", "a,", "a…", "a?", "a!", "a./.", "a./", "a.”", "a. "])
def test_ends_of_sentences(words: str) -> None:
    assert ends_sentence(words)


@pytest.mark.parametrize("words", ["", "a", "a:", "a)", "a”", "1/5"])
def test_other_ends(words: str) -> None:
    assert not ends_sentence(words)
