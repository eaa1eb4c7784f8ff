"""The letters of a paragraph as they are seen, each with its look, blanks folded: what patterns are laid upon."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from docgen.importing.spans import field_text, tidy
from docgen.outline.tree import Span
from docgen.reading.facts import PLAIN, Para

Look = tuple[bool, bool]
"""Bold, italic."""


@dataclass(frozen=True)
class Letters:
    """text: label and words, one blank between words. looks: one for each character."""

    text: str
    looks: tuple[Look, ...]

    def look(self, begin: int, end: int) -> Look:
        """Find the look most letters have between two characters."""
        held = [look for char, look in zip(self.text[begin:end], self.looks[begin:end], strict=True) if char != " "]
        return max(dict.fromkeys(held), key=held.count) if held else (False, False)

    def notation(self, begin: int, end: int) -> str:
        """Write some of the letters as a field of the data: what differs from the look of most of them is marked."""
        bold, italic = self.look(begin, end)
        spans = []
        for look, chars in groupby(range(begin, end), key=lambda at: self.looks[at]):
            held = list(chars)
            words = self.text[held[0] : held[-1] + 1]
            spans.append(Span(words, look[0] and not bold, look[1] and not italic))
        return field_text(tidy(spans))


def letters(para: Para) -> Letters:
    """Read a paragraph; letters nobody sees are left out, capitals that Word makes are capitals."""
    text: list[str] = []
    looks: list[Look] = []
    for char, look in _folded(_seen(para)):
        text.append(char)
        looks.append(look)
    if text and text[-1] == " ":
        text.pop()
        looks.pop()
    return Letters("".join(text), tuple(looks))


def _seen(para: Para) -> Iterator[tuple[str, Look]]:
    if para.nhan:
        known = para.nhan_format or PLAIN
        for char in f"{para.nhan} ":
            yield char, (known.dam, known.nghieng)
    if not para.runs:
        for char in para.text:
            yield char, (False, False)
    for run in para.runs:
        look = run.format
        if look.an or run.chu_thich:
            continue
        for char in run.text.upper() if look.in_hoa else run.text:
            yield char, (look.dam, look.nghieng)


def _folded(chars: Iterable[tuple[str, Look]]) -> Iterator[tuple[str, Look]]:
    blank = True
    for char, look in chars:
        if char.isspace():
            if not blank:
                yield " ", look
            blank = True
        else:
            yield char, look
            blank = False
