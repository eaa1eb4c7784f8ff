from __future__ import annotations

import pytest

from docgen.checking.language.letters import HOA, NHO
from docgen.checking.language.places import inside, last_word, quoted, title_case
from docgen.checking.language.weekdays import weekdays
from docgen.checking.language.words import plain_words, runs


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("theo Khoản 2", "Khoản", True),
        ("Khoản 2", "Khoản", False),
        ("a) Khoản 2", "Khoản", False),
        ("1.2. Khoản 2", "Khoản", False),
        ("xong. Khoản 2", "Khoản", False),
        ("gồm: Khoản 2", "Khoản", False),
        ("(Khoản 2)", "Khoản", False),
        ("- Khoản 2", "Khoản", False),
        ("theo Điều 5\nKhoản 2", "Khoản", False),
    ],
)
def test_a_word_is_inside_a_sentence_or_begins_it(text: str, word: str, wanted: bool) -> None:
    assert inside(text, text.index(word)) is wanted


def test_quoted_words_are_known() -> None:
    text = "ghi “theo Khoản 2” và Khoản 3"

    assert quoted(text, text.index("Khoản 2"))
    assert not quoted(text, text.index("Khoản 3"))


def test_headlines_in_title_case() -> None:
    assert title_case("Kế Hoạch Tuyên Truyền Về An Toàn Thực Phẩm")
    assert not title_case("Kế hoạch tuyên truyền của Ủy ban nhân dân tỉnh Lào Cai")


def test_the_last_word_without_blanks() -> None:
    assert last_word("trong Phong trào  ") == (12, 16)
    assert last_word("") == (0, 0)


def test_small_and_capital_letters_do_not_mix() -> None:
    assert "ệ" in NHO and "Ệ" not in NHO
    assert "Ệ" in HOA and "ệ" not in HOA
    assert "đ" in NHO and "Đ" in HOA


def test_runs_end_at_every_mark() -> None:
    assert [[word.text for word in run] for run in runs("Sở, Ban và ngành: GD&ĐT (Đoàn - Hội)")] == [
        ["Sở"], ["Ban", "và", "ngành"], ["GD&ĐT"], ["Đoàn"], ["Hội"],
    ]  # fmt: skip


def test_plain_words_leave_out_addresses_and_hyphens() -> None:
    text = "Xem www.laocai.gov.vn, gửi ten@example.vn cho Vla-đi-mia theo 12/QĐ."

    assert [word.text for word in plain_words(text)] == ["Xem", "gửi", "cho", "theo"]


def test_weekdays_are_compared_with_the_calendar() -> None:
    right, wrong = weekdays("Chủ nhật, ngày 16/8/2020; thứ Hai (16/8/2020); lần thứ hai ngày 16/8/2020", None)

    assert (right.khop, wrong.khop, wrong.dung) == (True, False, "Chủ nhật")


def test_a_date_without_its_year_takes_the_year_of_the_paper() -> None:
    assert [(one.khop, one.nam_doan) for one in weekdays("ngày 16/8 (Chủ nhật)", 2020)] == [(True, True)]
    assert list(weekdays("ngày 16/8 (Chủ nhật)", None)) == []
