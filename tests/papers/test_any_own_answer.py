"""Any text in an own answer of a kind comes out of the paper unchanged (NFC), or is refused with its place."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given

from docgen.errors import InputFaults
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Question
from docgen.outline.write import escape
from docgen.pipeline import make
from tests.papers.kinds_made import DATA, sample
from tests.papers.test_any_text import ANY
from tests.papers.text import folded, foot_lines, lines

KINDS = load_kinds(DATA)
ASKED = [
    pytest.param(loai, question, id=f"{loai}, {question.ten}")
    for loai in ("bien-ban", "cong-van", "giay-moi")
    for question in KINDS.get(loai).questions()
    if question.ten.startswith("rieng.") and question.kieu in ("line", "paragraph", "lines")
]


@pytest.mark.parametrize(("loai", "question"), ASKED)
@given(middle=ANY)
def test_any_text_comes_out_or_is_refused_with_its_place(loai: str, question: Question, middle: str) -> None:
    text = f"đầu {middle} cuối"
    typed = text if question.kieu == "line" else escape(text)
    raw = sample(loai)
    answer: Any = [typed] if question.kieu == "lines" else typed
    raw["rieng"][question.ten.removeprefix("rieng.")] = answer

    try:
        made = make(raw, DATA).docx
    except InputFaults as refused:
        places = {fault.noi for fault in refused.faults if fault.nang == "loi"}
        assert places
        assert places <= {question.ten, f"{question.ten}[1]"}
        return

    wanted = folded(unicodedata.normalize("NFC", text))
    assert any(wanted in line for line in lines(made) + foot_lines(made)), wanted
