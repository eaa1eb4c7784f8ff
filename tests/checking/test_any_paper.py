"""Whatever a paper looks like, no rule breaks down on it, and every report of it can be written."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.checking import rules
from docgen.checking.annotate import annotate
from docgen.checking.check import check
from docgen.checking.report.html import as_html
from docgen.checking.report.machine import as_json
from docgen.checking.report.sarif import as_sarif
from docgen.checking.report.text import text
from docgen.checking.result import Report
from docgen.errors import Unusable
from docgen.reading.read import read, read_text
from tests.checking import papers
from tests.checking.building import Doan, Giay, built

PIECES = (
    "", " ", "  ", "\t", "\n", ".", "./.", ";", ":", "…", "....", "-", "–", "/", "“", "”", "(", "05", "29/02/2023",
    "ngày 31 tháng 4 năm 2025", "Số:", "/KH-", "KT.", "TM. ", "V/v", "Kính gửi:", "Nơi nhận:", "- Lưu: VT.", "Điều 1.",
    "I. ", "1.1. ", "a) ", "Phụ lục I", "khoản 2 Điều 3", "hoà", "hòa", "Uỷ ban", "\u00a0", "\u200b", "Nghị định số ",
    "30/2020/NĐ-CP", "trước ngày 5/1", "UBND huyện", "1.234,5", "%", "từ 8/2018-8/2021", "(kèm theo", "[1]",
)  # fmt: skip
SIZES = (0.5, 8, 11, 12.5, 13, 14, 16, 72)


def _damaged(giay: Giay, lot: random.Random) -> Giay:
    """A paper after some minutes in careless hands."""
    doan = list(giay.doan)
    for _ in range(lot.randint(1, 8)):
        at = lot.randrange(len(doan))
        match lot.randrange(6):
            case 0:
                doan[at] = replace(doan[at], manh=())
            case 1:
                doan[at] = _reworded(doan[at], lot)
            case 2:
                look = {"co_chu_pt": lot.choice(SIZES), "dam": lot.random() < 0.5, "mau": lot.choice(["FF0000", None])}
                doan[at] = replace(doan[at], manh=tuple((words, {**own, **look}) for words, own in doan[at].manh))
            case 3:
                doan[at] = replace(doan[at], look={"canh": lot.choice(["trai", "giua", "phai", "deu"]), "gian_dong": 3})
            case 4:
                other = lot.randrange(len(doan))
                doan[at], doan[other] = replace(doan[other], o=doan[at].o), replace(doan[at], o=doan[other].o)
            case _:
                doan[at] = replace(doan[at], chu_thich=lot.choice(PIECES))
    return replace(giay, doan=tuple(doan))


def _reworded(doan: Doan, lot: random.Random) -> Doan:
    cut = lot.randint(0, len(doan.text))
    words = doan.text[:cut] + "".join(lot.choices(PIECES, k=lot.randint(1, 5))) + doan.text[cut:]
    return replace(doan, manh=((words, doan.manh[0][1] if doan.manh else {}),))


def _written(report: Report) -> None:
    assert report.hong == ()
    assert text([report])
    assert as_json([report])
    assert as_html([report])
    # Describing all rules again and again would take most of the time.
    assert as_sarif([report], rules.ALL[:1])


@pytest.mark.parametrize("ten", papers.PAPERS)
@given(lot=st.randoms(use_true_random=False))
def test_no_rule_breaks_down_on_a_damaged_paper(ten: str, lot: random.Random) -> None:
    giay = _damaged(papers.giay(ten), lot)
    data = built(giay)
    paper = read(data)
    report = check(paper)

    _written(report)
    assert [para.text for para in read(annotate(data, paper, report)).paras] == [para.text for para in paper.paras]
    try:
        words = read_text(giay.text)
    except Unusable:
        return
    _written(check(words))


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=12), max_size=60),
    st.sampled_from(["auto", "nd30", "doan", "dang"]),
)
def test_no_rule_breaks_down_on_any_text(pieces: list[str], the_thuc: object) -> None:
    try:
        paper = read_text("\n".join(pieces))
    except Unusable:
        return

    _written(check(paper, the_thuc))  # type: ignore[arg-type]
