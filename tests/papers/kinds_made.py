"""Papers made of the samples of a kind, and their lines as a stranger reads them."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from docgen.data_dir import find
from docgen.document import Document
from docgen.intake.load import load
from docgen.intake.read import read_file
from docgen.pipeline import make
from docgen.reading.facts import Format, Paper, Para
from docgen.reading.read import read

DATA = find()


def sample(loai: str) -> dict[str, Any]:
    """The plain values of a kind's sample, free to be changed."""
    return copy.deepcopy(read_file(DATA.sample(loai, "nd30")).raw)


def document(loai: str) -> Document:
    return load(DATA.sample(loai, "nd30")).document


def made(raw: dict[str, Any]) -> Paper:
    return read(make(raw, DATA).docx)


@lru_cache
def sample_paper(loai: str) -> Paper:
    return made(sample(loai))


def spoken(paper: Paper) -> list[Para]:
    """The paragraphs that say something, in reading order."""
    return [para for para in paper.paras if para.text.strip()]


def shown(paper: Paper) -> list[str]:
    """The lines as printed: styles in capitals turned into capitals, gaps as one blank."""
    return [" ".join(para.hien.split()) for para in spoken(paper)]


def at(paper: Paper, start: str, after: int = 0) -> int:
    """Where the first line stands that begins so, counted among :func:`spoken`."""
    return next(k for k, line in enumerate(shown(paper)) if k >= after and line.startswith(start))


def line(paper: Paper, start: str, after: int = 0) -> Para:
    return spoken(paper)[at(paper, start, after)]


def look(para: Para) -> tuple[float | None, bool, bool, str | None]:
    """Size, bold, italic, alignment of a line that has one look."""
    looks = {(run.format.co_chu_pt, run.format.dam, run.format.nghieng) for run in para.runs if run.text.strip()}
    assert len(looks) == 1, looks
    assert para.format is not None
    return (*looks.pop(), para.format.canh)


def pieces(para: Para) -> Iterator[tuple[str, Format]]:
    """Stretches of one weight and slant with their words."""
    text, last = "", None
    for run in para.runs:
        if last is not None and (run.format.dam, run.format.nghieng) != (last.dam, last.nghieng):
            yield text.strip(), last
            text = ""
        text, last = text + run.text, run.format
    if last is not None:
        yield text.strip(), last
