"""Good papers, wounded or not, as the rules of form see them."""

from __future__ import annotations

from typing import Any

from docgen.checking.judged import Judged
from docgen.reading.facts import Part
from docgen.reading.read import read, read_text
from docgen.standards import STANDARDS
from tests.checking import papers


def judged(ten: str = "nd30", *wounds: dict[str, Any], text: bool = False) -> Judged:
    paper = read_text(papers.text(ten, list(wounds))) if text else read(papers.docx(ten, list(wounds)))
    return Judged(paper, STANDARDS[ten.partition("-")[0]])  # type: ignore[index]


def part(p: Judged, ten: str) -> Part:
    found = p.first(ten)
    assert found is not None
    return found
