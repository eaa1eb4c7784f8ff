"""The labelled lines of a body: their labels, numbers and looks."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.checking.form.printed import Line, line_of
from docgen.checking.judged import Judged
from docgen.checking.language.memory import once
from docgen.reading.facts import Format
from docgen.reading.parts import BodyLine
from docgen.reading.parts.openings import label


@dataclass(frozen=True, slots=True)
class Labelled:
    """A line with a label. so: what its label says, () for bullets. nhan: its look, None for a label Word makes.

    chu: the words behind the label as printed, None without words. nhan_tu_dong: look of the label Word makes.
    """

    dong: BodyLine
    so: tuple[int, ...]
    nhan: Line | None
    chu: Line | None
    nhan_tu_dong: Format | None


@once
def labelled(p: Judged) -> tuple[Labelled, ...]:
    """List the labelled lines of the body in order."""
    return tuple(_labelled(p, line) for line in p.levels if line.nhan and line.cap != "bang")


def _labelled(p: Judged, dong: BodyLine) -> Labelled:
    para = p.paper.paras[dong.doan]
    if dong.tu_dong:
        words = line_of(dong.doan, para, 0, len(para.text)) if para.text.strip() else None
        return Labelled(dong, numbers(dong.nhan), None, words, para.nhan_format)
    start = _nth_line(para.text, dong.dong)
    end = _behind(para.text, dong.nhan, start)
    stop = para.text.find("\n", end) if dong.dong else len(para.text)
    stop = len(para.text) if stop < 0 else stop
    rest = para.text[end:stop]
    chu = line_of(dong.doan, para, stop - len(rest.lstrip()), stop) if rest.strip() else None
    return Labelled(dong, numbers(dong.nhan), line_of(dong.doan, para, start, end), chu, None)


def numbers(nhan: str) -> tuple[int, ...]:
    """What a label says: ``II.`` is (2,), ``1.3.`` is (1, 3), ``đ)`` is (5,)."""
    typed = nhan if nhan[-1:] in ".)/:-–" else f"{nhan}."
    found = label(f"{typed} Chữ") or label(f"{typed} CHỮ")
    return found.numbers if found else ()


def _nth_line(text: str, number: int) -> int:
    """Where the ``number``-th line of a paragraph begins, counted from 0; only labelled lines are counted."""
    at = 0
    for _ in range(number):
        at = text.find("\n", at) + 1
    return at


def _behind(text: str, nhan: str, start: int) -> int:
    at = start
    for char in nhan:
        if not char.isspace():
            found = text.find(char, at)
            at = found + 1 if found >= 0 else at
    return at
