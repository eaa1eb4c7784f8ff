from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.checking.sentences import split


def _texts(text: str) -> list[str]:
    return [sentence.text for sentence in split(text)]


def test_a_full_stop_question_or_exclamation_mark_ends_a_sentence() -> None:
    assert _texts("Một câu. Hai câu! Ba câu? Bốn câu… Năm") == ["Một câu.", "Hai câu!", "Ba câu?", "Bốn câu…", "Năm"]


@pytest.mark.parametrize(
    "text",
    [
        "Tại TP. Hồ Chí Minh có mưa.",
        "ThS. Nguyễn Văn An chủ trì.",
        "1. Mục đích",
        "a. Thời gian",
        "Tổng số 1.234 người, tăng 2,5%.",
        "Cờ, phướn, băng rôn v.v. Nhà văn hóa",
        "Trước 7.30 sáng",
        "Gồm: báo, đài... và mạng",
    ],
)
def test_abbreviations_labels_and_numbers_end_none(text: str) -> None:
    assert _texts(text) == [text]


def test_a_line_break_ends_a_sentence() -> None:
    assert _texts("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH") == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]


def test_closing_quotes_belong_to_the_sentence() -> None:
    assert _texts("Chủ đề “Vì trẻ em.” Thời gian: tháng 6.") == ["Chủ đề “Vì trẻ em.”", "Thời gian: tháng 6."]


@given(st.text(alphabet="aBĐ .?!…\n“”1)", max_size=80))
def test_sentences_are_where_they_say_and_lose_no_letter(text: str) -> None:
    found = split(text)

    assert all(text[one.tu : one.den] == one.text for one in found)
    assert "".join("".join(one.text.split()) for one in found) == "".join(text.split())
    assert all(a.den <= b.tu for a, b in itertools.pairwise(found))


def test_a_small_letter_with_a_tone_mark_behind_a_full_stop_begins_no_sentence() -> None:
    assert _texts("Giải quyết TTHC. được giao đúng hạn") == ["Giải quyết TTHC. được giao đúng hạn"]
    assert _texts("Đã làm xong. Ổn định tổ chức") == ["Đã làm xong.", "Ổn định tổ chức"]
