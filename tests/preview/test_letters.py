from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from docgen.preview.letters import Gathering, letters_of


def test_only_letters_and_digits_count() -> None:
    assert letters_of("**Ủy ban**,\n nhân\u00addân – 25%").text == "ủybannhândân25"


def test_composed_and_decomposed_text_is_the_same() -> None:
    text = "Quyết định về việc tặng thưởng Đường"
    assert letters_of(unicodedata.normalize("NFD", text)).text == letters_of(text).text


def test_a_page_that_writes_marks_apart_is_composed() -> None:
    gathering = Gathering()
    gathering.page(list(unicodedata.normalize("NFD", "Kế hoạch")))
    found = gathering.letters()
    assert found.text == "kếhoạch"
    assert found.places.tolist() == [0, 1, 5, 6, 7, 9, 10]


def test_words_begin_after_anything_but_a_hyphen_of_a_line_break() -> None:
    found = letters_of("an-toàn gi\u00adao \u0002thông")
    assert [found.text[at] for at in range(len(found.text)) if found.is_start(at)] == ["a", "t", "g", "t"]


@given(st.text())
def test_any_text_has_letters_that_stand_in_it(text: str) -> None:
    found = letters_of(text)
    assert len(found.text) == len(found.places) == len(found.starts)
    assert found.text.isalnum() or not found.text
    assert letters_of(found.text).text == found.text or not found.text.isascii()
