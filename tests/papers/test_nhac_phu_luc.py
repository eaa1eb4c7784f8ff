"""Where a decision speaks of its appendix, and where it speaks of another paper's."""

from __future__ import annotations

from typing import Any

from docgen.context import notes
from docgen.document import build
from docgen.standards.choose import STANDARDS
from tests.papers.kinds_made import sample


def is_told(raw: dict[str, Any]) -> bool:
    """Whether it is told that no text speaks of the appendix."""
    return "phu_luc" in {fault.noi for fault in notes(build(raw).document, STANDARDS["nd30"])}


def decision(article: str) -> dict[str, Any]:
    return {**sample("quyet-dinh"), "noi_dung": f"Điều 1. {article}"}


def test_this_decision_is_the_paper_itself() -> None:
    assert not is_told(decision("Danh sách tại Phụ lục kèm theo Quyết định này."))


def test_the_appendix_of_another_paper_is_not_this_one() -> None:
    assert is_told(decision("Thể thức theo Phụ lục kèm theo Nghị định số 30/2020/NĐ-CP."))


def test_an_attached_paper_may_speak_of_the_appendix() -> None:
    raw = {**sample("quyet-dinh-ban-hanh"), "phu_luc": [{"noi_dung": "Việc."}]}
    assert is_told(raw)
    raw["kem_theo"]["noi_dung"] += "\n\nBiểu mẫu nêu tại Phụ lục kèm theo.\n"
    assert not is_told(raw)
