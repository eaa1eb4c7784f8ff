"""Lines cut into what stands side by side: by what it says first, then by tabs and long blanks.

A header or a signature made with tabs puts two columns on one line; so does text copied out of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.reading.parts.folding import fold
from docgen.reading.parts.number_date import date_span, number_span
from docgen.reading.parts.phrases import phrase_spans
from docgen.reading.parts.view import Piece, View, is_blank

_GAP: Final = re.compile(r"[^\S\n]*\t[^\S\n]*|[^\S\n]{4,}")
_BULLET: Final = re.compile(r"[-–+*•·]")


def cut(view: View, i: int) -> Iterator[Piece]:
    """The pieces of paragraph ``i``, line by line, in each line from the left."""
    at = 0
    for line in view.paras[i].text.split("\n"):
        spans = [span for span in _spans(line) if not is_blank(line[span[0] : span[1]])]
        for cot, (start, end) in enumerate(spans):
            yield view.piece(i, line[start:end], at + start, cot, len(spans))
        at += len(line) + 1


def _spans(line: str) -> Iterator[tuple[int, int]]:
    if is_blank(line):
        return
    known = sorted(phrase_spans(line))
    date = date_span(line)
    if date is not None and not any(start < date[0][1] and date[0][0] < end for start, end in known):
        known.append(date[0])
    at = 0
    for start, end in [*sorted(known), (len(line), len(line))]:
        yield from _apart(line, at, start)
        if start < end:
            yield start, end
        at = end


def _apart(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut where tabs or long blanks stand, but neither a number with its gap nor a bullet from its words."""
    text = line[start:end]
    number = number_span(text)
    abstract = fold(text[:20]).startswith("v/v")
    if abstract:
        yield start, end
        return
    at = number[0][1] if number else len(text) - len(text.lstrip())
    first = number[0][0] if number else at
    for gap in _GAP.finditer(text, at):
        if gap.start() == at and not number:
            continue
        if not _BULLET.fullmatch(text[first : gap.start()].strip()):
            yield start + first, start + gap.start()
            first = gap.end()
    yield start + first, end


def columns(pieces: list[Piece]) -> dict[int, list[Piece]]:
    """Pieces by their place in the line."""
    found: dict[int, list[Piece]] = {}
    for one in pieces:
        found.setdefault(one.cot, []).append(one)
    return found
