"""Signs at the ends of căn cứ and of the whole text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.standards import DANG, DOAN, ND30, STANDARDS, Standard, TheThuc
from docgen.standards.endings import Closed, joined, ket_bai, ket_can_cu, ket_dong, mo_dong

PIECES = st.lists(st.one_of(st.none(), st.text(alphabet="ab,;:.…/ )v\u00a0", max_size=6)), max_size=4)


def test_basis_lines_of_the_state_end_with_semicolons_and_a_full_stop() -> None:
    assert ket_can_cu(ND30, ["Căn cứ A", "Căn cứ B", "Căn cứ C"]) == ["Căn cứ A;", "Căn cứ B;", "Căn cứ C."]


def test_the_last_basis_of_doan_and_party_ends_with_a_comma() -> None:
    assert ket_can_cu(DOAN, ["Căn cứ A", "Căn cứ B"]) == ["Căn cứ A;", "Căn cứ B,"]
    assert ket_can_cu(DANG, ["Căn cứ A", "Căn cứ B"]) == ["- Căn cứ A;", "- Căn cứ B,"]


def test_without_an_issuing_sentence_the_last_basis_ends_with_a_full_stop() -> None:
    assert ket_can_cu(DOAN, ["Căn cứ A"], co_mo_dau=False) == ["Căn cứ A."]


@pytest.mark.parametrize("typed", ["A", "A;", "A,", "A.", "A ;", "A; ", "A.;", "A,\u00a0"])
def test_a_typed_ending_gives_way(typed: str) -> None:
    assert ket_can_cu(ND30, [typed, typed]) == ["A;", "A."]


@pytest.mark.parametrize(
    ("typed", "semicolon", "stop"),
    [
        ("A…", "A…;", "A…"),
        ("A...", "A...;", "A..."),
        ("A v.v.", "A v.v.;", "A v.v."),
        ("A (B)", "A (B);", "A (B)."),
        ("“A”", "“A”;", "“A”."),
        ("A:", "A:", "A:"),
        ("", ";", "."),
    ],
)
def test_other_endings_are_kept_before_the_sign(typed: str, semicolon: str, stop: str) -> None:
    assert ket_can_cu(ND30, [typed, typed]) == [semicolon, stop]


@pytest.mark.parametrize("typed", ["- Căn cứ A", "-Căn cứ A", "– Căn cứ A", "•  Căn cứ A", "Căn cứ A", " Căn cứ A"])
def test_a_typed_bullet_is_not_doubled_in_party_papers(typed: str) -> None:
    assert ket_can_cu(DANG, [typed]) == ["- Căn cứ A,"]


def test_a_typed_bullet_stays_where_the_standard_has_none() -> None:
    assert ket_can_cu(ND30, ["- Căn cứ A"]) == ["- Căn cứ A."]


def test_a_negative_number_is_no_bullet() -> None:
    assert mo_dong(["-5 độ"], "- ") == ("-5 độ",)


def test_a_sign_is_taken_across_pieces_and_never_from_raised_text() -> None:
    assert ket_dong(["Luật A", " ", ";"], ".") == Closed(("Luật A", "", ""), ".", ";")
    assert ket_dong(["Sở", None], ";") == Closed(("Sở", None), ";", "")
    assert ket_dong(["TH; ", None], ";") == Closed(("TH; ", None), ";", "")


def closes(std: Standard, text: str) -> str:
    return joined(ket_bai(std, [text]))


@pytest.mark.parametrize(
    "typed", ["thực hiện", "thực hiện.", "thực hiện./.", "thực hiện./", "thực hiện/.", "thực hiện;"]
)
def test_a_state_paper_ends_with_its_mark(typed: str) -> None:
    assert closes(ND30, typed) == "thực hiện./."


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("thực hiện.", "thực hiện."),
        ("thực hiện./.", "thực hiện./."),
        ("thực hiện./", "thực hiện./."),
        ("thực hiện", "thực hiện."),
        ("thực hiện;", "thực hiện."),
    ],
)
def test_a_doan_paper_keeps_either_mark(typed: str, printed: str) -> None:
    assert closes(DOAN, typed) == printed


@pytest.mark.parametrize("typed", ["thực hiện", "thực hiện.", "thực hiện./.", "thực hiện./"])
def test_a_party_paper_ends_with_a_full_stop(typed: str) -> None:
    assert closes(DANG, typed) == "thực hiện."


@pytest.mark.parametrize(
    ("std", "typed", "printed"),
    [
        (ND30, "họp...", "họp.../."),
        (ND30, "họp.../.", "họp.../."),
        (ND30, "họp…", "họp…./."),
        (DANG, "họp...", "họp..."),
        (DANG, "họp.../.", "họp..."),
        (DOAN, "họp…", "họp…"),
        (ND30, "các việc v.v.", "các việc v.v./."),
        (ND30, "(có biểu kèm theo)", "(có biểu kèm theo)./."),
        (ND30, "như sau:", "như sau:"),
        (ND30, "", ""),
    ],
)
def test_dots_brackets_and_colons_before_the_end_mark(std: Standard, typed: str, printed: str) -> None:
    assert closes(std, typed) == printed


def test_the_slash_of_an_address_is_no_end_mark() -> None:
    assert closes(ND30, "xem https://example.vn/.") == "xem https://example.vn/./."
    assert closes(DANG, "xem https://example.vn/") == "xem https://example.vn/."


def test_a_footnote_at_the_end_comes_before_the_mark() -> None:
    assert ket_bai(ND30, ["tỉnh.", None]) == Closed(("tỉnh", None), "./.", ".")
    assert ket_bai(ND30, ["tỉnh", None, "."]) == Closed(("tỉnh", None, ""), "./.", ".")
    assert ket_bai(ND30, [None]) == Closed((None,), "./.", "")


def test_the_typed_mark_is_told() -> None:
    assert ket_bai(DANG, ["hết./."]).da_go == "./."
    assert ket_bai(DANG, ["hết"]).da_go == ""


@given(PIECES, st.sampled_from([";", ",", "."]))
def test_only_signs_and_blanks_are_ever_taken(pieces: list[str | None], dau: str) -> None:
    for closed in (ket_dong(pieces, dau), *(ket_bai(std, pieces) for std in STANDARDS.values())):
        assert len(closed.pieces) == len(pieces)
        for before, after in zip(pieces, closed.pieces, strict=True):
            assert (before is None) == (after is None)
            if before is not None and after is not None:
                assert before.startswith(after)
                assert re.fullmatch(r"[\s,;./]*", before[len(after) :])


@given(st.text(alphabet="ab,;:.…/ )v", max_size=12), st.sampled_from(sorted(STANDARDS)))
def test_closing_twice_changes_nothing_more(text: str, ma: TheThuc) -> None:
    once = closes(STANDARDS[ma], text)
    assert closes(STANDARDS[ma], once) == once
