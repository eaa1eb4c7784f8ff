"""The rules of language take time that grows with the length of a paper, on whatever it holds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.checking import clauses, rules
from docgen.checking.judged import Judged
from docgen.checking.rule import Rule
from docgen.reading.read import read_text
from docgen.standards import ND30

LANGUAGE = [one for one in rules.ALL if one.dieu_khoan == clauses.NGON_NGU or one.ma.startswith("ND30-PL2")]
HEAD = "Số: 05/KH-SCT\nLào Cai, ngày 18 tháng 9 năm 2025\nKẾ HOẠCH\nTuyên truyền\nI. MỤC ĐÍCH\n"
BODY = (
    "- Phối hợp với các sở, ban, ngành (theo Quyết định số 12/QĐ-UBND ngày 05/01/2025 của UBND tỉnh) "
    "từ 01/8 - 05/8/2025;\n"
)


def judged(text: str) -> Judged:
    return Judged(read_text(text), ND30)


def seconds(p: Judged) -> float:
    start = time.perf_counter()
    for one in LANGUAGE:
        one(p)
    return time.perf_counter() - start


def test_four_times_the_paper_takes_no_more_than_a_few_times_as_long() -> None:
    short, long = judged(HEAD + BODY * 500), judged(HEAD + BODY * 2000)
    for p in (short, long):
        p.levels  # noqa: B018 - worked out once, not a rule's time
        p.appendices  # noqa: B018

    assert seconds(long) < 10 * max(seconds(short), 0.05)


@pytest.mark.parametrize(
    "sign", [" ", "(", "“", ")", "a,", "số /", "ngày ", "- ", "1/", "…", "đ", "Ủy ban ", "v.v", "A", "(a) ", "Sở A "]
)
def test_one_long_paragraph_of_one_sign_is_judged_soon(sign: str) -> None:
    p = judged(HEAD + "a" + sign * (8_000 // len(sign)) + "b\n")

    assert seconds(p) < 5


@pytest.mark.parametrize("one", LANGUAGE, ids=lambda one: one.ma)
@settings(max_examples=10)
@given(st.lists(st.text(max_size=80), max_size=8))
def test_any_words_are_judged_without_harm(one: Rule, lines: list[str]) -> None:
    one(judged(HEAD + "".join(f"{' '.join(line.split())}\n" for line in lines)))
