"""The printed lines of a part, each with the look of its letters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from docgen.checking.judged import Judged
from docgen.reading.facts import Format, Para, Part


@dataclass(frozen=True, slots=True)
class Line:
    """Characters ``tu`` to ``den`` of paragraph ``doan``.

    text: as typed. hien: with the letters that Word shows as capitals turned into capitals. runs: visible pieces of
    the line with their looks.
    """

    doan: int
    tu: int
    den: int
    text: str
    hien: str
    runs: tuple[tuple[str, Format], ...]

    @property
    def khoang(self) -> tuple[int, int]:
        """The characters of the line in its paragraph."""
        return self.tu, self.den

    def share(self, test: Callable[[Format], bool]) -> float:
        """Share of the visible signs whose look passes ``test``; 0 for a line of blanks."""
        counts = [(len("".join(text.split())), test(look)) for text, look in self.runs]
        total = sum(count for count, _ in counts)
        return sum(count for count, passed in counts if passed) / total if total else 0.0

    @property
    def co_chu_pt(self) -> float | None:
        """The size of most of its signs."""
        counts: Counter[float] = Counter()
        for text, look in self.runs:
            if look.co_chu_pt is not None:
                counts[look.co_chu_pt] += len("".join(text.split()))
        return max(counts, key=lambda size: (counts[size], size)) if any(counts.values()) else None


def lines(p: Judged, part: Part) -> Iterator[Line]:
    """Find the lines of ``part`` in their paragraphs, in order; a line that cannot be found again is left out."""
    at, start = 0, 0
    for text in part.text.split("\n"):
        for k in range(at, len(part.doan)):
            para = p.paper.paras[part.doan[k]]
            words = text.removeprefix(f"{para.nhan} ") if para.nhan else text
            found = para.text.find(words, start if k == at else 0) if words.strip() else -1
            if found >= 0:
                at, start = k, found + len(words)
                yield line_of(part.doan[k], para, found, start)
                break


def line_of(doan: int, para: Para, tu: int, den: int) -> Line:
    """Take characters ``tu`` to ``den`` of ``para``, whose index is ``doan``."""
    shown = para.hien
    return Line(
        doan, tu, den, para.text[tu:den], shown[tu:den] if len(shown) == len(para.text) else para.text[tu:den],
        tuple(_cut(para, tu, den)),
    )  # fmt: skip


def whole(p: Judged, doan: int) -> Line:
    """Take all of paragraph ``doan``."""
    para = p.paper.paras[doan]
    return line_of(doan, para, 0, len(para.text))


def _cut(para: Para, tu: int, den: int) -> Iterator[tuple[str, Format]]:
    at = 0
    for run in para.runs:
        if run.format.an:
            continue
        piece = run.text[max(tu - at, 0) : max(den - at, 0)]
        at += len(run.text)
        if piece:
            yield piece, run.format
