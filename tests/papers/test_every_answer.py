"""Any answers to the questions of a kind make a paper in which each of them stands, and which gives them back."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.document import build
from docgen.importing.read import read
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Form, Question
from docgen.pipeline import make
from docgen.vietnamese.dates import ngay_day_du
from tests.papers.kinds_made import DATA, document
from tests.papers.text import folded, foot_lines, lines
from tests.reading.odf import converted

KINDS = load_kinds(DATA)
ASKED = sorted(KINDS.forms)
# What only the line "(Kèm theo …)" of an appendix may show; the others print it elsewhere, too.
REFERRED = {("co_quan.ten_day_du", loai) for loai in ASKED} | {("ngay", "bien-ban")}
MARKS = {"khan": "KHẨN", "thuong-khan": "THƯỢNG KHẨN", "hoa-toc": "HỎA TỐC"}
MARKS |= {"mat": "MẬT", "toi-mat": "TỐI MẬT", "tuyet-mat": "TUYỆT MẬT"}

WORDS = st.lists(st.text("abcđêộưỹXÝ&<>\"'059", min_size=1, max_size=8), min_size=1, max_size=6).map(
    lambda words: f"Việc {' '.join(words)}"
)
DAYS = st.dates(min_value=date(2020, 3, 5), max_value=date(2099, 12, 31))


def answers(question: Question) -> st.SearchStrategy[Any]:
    """What someone may answer."""
    match question.kieu:
        case "lines":
            return st.lists(WORDS, min_size=1, max_size=3)
        case "body" | "sections":
            return st.tuples(WORDS, WORDS, WORDS).map(lambda t: f"Điều 1. {t[0]}.\n1. {t[1]}.\na) {t[2]}.")
        case "date":
            return DAYS.map(str)
        case "number":
            return st.integers(1, 999).map(str)
        case "choice":
            return st.sampled_from([option.ma for option in question.lua_chon])
        case "yes-no":
            return st.sampled_from(["có", "không"])
        case "appendices":
            part = st.fixed_dictionaries({inner.ten: answers(inner) for inner in question.con})
            return st.lists(part, min_size=1, max_size=2)
        case _:
            return WORDS


@st.composite
def papers(draw: st.DrawFn, form: Form) -> dict[str, Any]:
    """Required answers always, the others sometimes; a paper of the State."""
    raw: dict[str, Any] = {"loai": form.loai, "co_quan": {"loai": "nha-nuoc"}}
    for question in form.questions():
        wanted = question.required_in("nd30") or question.ten == "co_quan.ten_day_du" or draw(st.booleans())
        if question.khong_in or not question.printed_in("nd30") or not wanted:
            continue
        *groups, last = question.ten.split(".")
        inner = raw
        for group in groups:
            inner = inner.setdefault(group, {})
        inner[last] = draw(answers(question))
    if "so_ban" in raw and "luu" not in raw:
        del raw["so_ban"]
    return raw


def printed(question: Question, value: Any) -> list[str]:
    """The words an answer must stand in the paper with."""
    match question.kieu:
        case "lines":
            return list(value)
        case "body" | "sections":
            return [line.split(" ", 2 if line.startswith("Điều") else 1)[-1].rstrip(".") for line in value.split("\n")]
        case "date":
            year, month, day = map(int, value.split("-"))
            return [ngay_day_du(day, month, year)]
        case "choice":
            return [MARKS.get(value) or next(o.nhan for o in question.lua_chon if o.ma == value)]
        case "number":
            return [value]
        case "yes-no":
            return []
        case "appendices":
            return [text for part in value for inner in question.con for text in printed(inner, part[inner.ten])]
        case _:
            return [value]


@pytest.mark.parametrize("loai", ASKED)
@given(data=st.data())
def test_every_answer_stands_in_the_paper_and_comes_back(loai: str, data: st.DataObject) -> None:
    form = KINDS.get(loai)
    raw = data.draw(papers(form))
    docx = make(raw, DATA).docx

    found = lines(docx) + foot_lines(docx)
    for question in form.questions():
        value = _given(raw, question.ten)
        if value is None or question.khong_in or ((question.ten, loai) in REFERRED and not _is_referred_to(raw)):
            continue
        for text in printed(question, value):
            assert any(folded(text) in line for line in found), (question.ten, text, found)

    reopened = read(docx, KINDS)
    assert (reopened.document, reopened.nguon) == (build(raw).document, "du-lieu")


def _given(raw: dict[str, Any], ten: str) -> Any:
    value: Any = raw
    for step in ten.split("."):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def _is_referred_to(raw: dict[str, Any]) -> bool:
    """Whether a line "(Kèm theo …)" names the issuer."""
    return bool(raw.get("phu_luc") or raw.get("kem_theo"))


@pytest.mark.libreoffice
@pytest.mark.parametrize("loai", ASKED)
def test_a_sample_saved_by_libreoffice_gives_its_data_back(loai: str, tmp_path: Path) -> None:
    path = tmp_path / "goc.docx"
    path.write_bytes(make(document(loai), DATA).docx)
    (tmp_path / "luu").mkdir()
    converted([path], "docx:MS Word 2007 XML", tmp_path / "luu")
    found = read(tmp_path / "luu" / "goc.docx", KINDS)

    assert (found.document, found.nguon) == (document(loai), "du-lieu")
