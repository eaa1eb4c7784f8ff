"""What every part of an import works with: the paper, its anatomy, its standard and kind, and the book of remarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.importing.issuer import Issuer
from docgen.importing.kind import KindFound
from docgen.importing.report import Notebook
from docgen.importing.spans import PLAIN, Base, against, cut_spans, joined, no_refs, tidy, whole_look
from docgen.outline.tree import Inline, Span
from docgen.reading.facts import Paper, Part
from docgen.reading.parts import Anatomy
from docgen.reading.parts.view import View
from docgen.standards import STANDARDS, Standard

Raw = dict[str, Any]


@dataclass(frozen=True)
class Taken:
    """A paper taken apart, ready to be turned into data."""

    paper: Paper
    view: View
    anatomy: Anatomy
    issuer: Issuer
    kind: KindFound
    book: Notebook

    @property
    def standard(self) -> Standard:
        """The standard the paper will be printed by."""
        return STANDARDS[self.issuer.the_thuc]

    @property
    def parts(self) -> Mapping[str, tuple[Part, ...]]:
        """The parts by name."""
        return self.anatomy.parts

    def part(self, ten: str) -> Part | None:
        """The first part of this name."""
        return next(iter(self.parts.get(ten, ())), None)

    def lines(self, ten: str) -> list[str]:
        """Every line of the parts of this name, blanks folded."""
        found = [flat(line) for part in self.parts.get(ten, ()) for line in part.text.split("\n")]
        self.note(ten, ten)
        return [line for line in found if line]

    def note(self, ten: str, noi: str) -> None:
        """Note that field ``noi`` was read from the parts called ``ten``."""
        self.book.found(noi, (index for part in self.parts.get(ten, ()) for index in part.doan))

    def unsure(self, noi: str, part: Part) -> None:
        """Tell that a part was guessed."""
        if part.chac == "doan":
            loi = "Mục này được đoán theo vị trí hoặc cách trình bày; xin xem lại."
            self.book.doubt(noi, loi, doan=part.doan[0])

    def inline(self, part: Part, base: Base = PLAIN) -> Inline:
        """The words of a part with their looks, a forced line break as it is.

        In papers of others a look all words share is the office's style. base: what the standard's style gives.
        """
        held = list(part.doan)
        lines: list[Inline] = []
        for line in part.text.split("\n"):
            while held and _locate(self.paper, held[0], line) is None:
                held.pop(0)
            if not held:
                return tidy([Span(part.text)], breaks=True)
            lines.append(self._line(held[0], line))
        text = joined((line for line in lines if line), "\n")
        return against(text, base if self.is_ours(part.doan[0]) else _shared(text, base))

    def is_ours(self, index: int) -> bool:
        """Whether a paragraph has a style of docgen's templates."""
        return self.view.named(index) != ""

    def _line(self, index: int, line: str) -> Inline:
        label, begin, end = _locate(self.paper, index, line) or ("", 0, 0)
        words = cut_spans(self.paper, self.paper.paras[index], PLAIN, no_refs, begin, end)
        return tidy([Span(f"{label} "), *words] if label else words, breaks=True)


def _locate(paper: Paper, index: int, line: str) -> tuple[str, int, int] | None:
    """Where a line of a part stands: Word's label in front of it, its first character and the one behind it."""
    para = paper.paras[index]
    if paper.nguon == "text" and para.text.strip(" \t*") == line:
        return "", 0, len(para.text)
    at = para.text.find(line)
    if at >= 0:
        return "", at, at + len(line)
    words = line.removeprefix(para.nhan).strip()
    at = para.text.find(words) if para.nhan and line.startswith(para.nhan) else -1
    return (para.nhan, at, at + len(words)) if at >= 0 else None


def _shared(text: Inline, base: Base) -> Base:
    look = whole_look(text)
    return Base(look.dam or base.dam, look.nghieng or base.nghieng)


def flat(text: str) -> str:
    """``text`` with blanks of any kind folded to one and none at the ends."""
    return " ".join(text.split())
