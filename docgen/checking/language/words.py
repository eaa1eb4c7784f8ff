"""The words of a text, and runs of words with nothing but blanks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_PLAIN: Final = re.compile(r"[^\W\d_]+")
_TOUCHED: Final = re.compile(r"[\w@/\\-]")
_BLANKS: Final = re.compile(r"[ \u00a0]+")


@dataclass(frozen=True, slots=True)
class Word:
    """Characters ``tu`` to ``den`` of a text."""

    tu: int
    den: int
    text: str

    @property
    def khoang(self) -> tuple[int, int]:
        """Its characters."""
        return self.tu, self.den


def plain_words(text: str) -> Iterator[Word]:
    """Give the words of letters only that are no part of an address, a number, a word with hyphens."""
    for m in _PLAIN.finditer(text):
        before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
        if _TOUCHED.match(before) or _TOUCHED.match(after):
            continue
        if after in {".", "’", "'"} and text[m.end() + 1 : m.end() + 2].isalnum():
            continue
        if before in {".", "’", "'"} and text[m.start() - 2 : m.start() - 1].isalnum():
            continue
        yield Word(m.start(), m.end(), m.group())


def runs(text: str) -> Iterator[Sequence[Word]]:
    """Give the longest runs of words with blanks between them: no mark of punctuation stands inside."""
    held: list[Word] = []
    for m in _WORD.finditer(text):
        if held and not _BLANKS.fullmatch(text, held[-1].den, m.start()):
            yield held
            held = []
        held.append(Word(m.start(), m.end(), m.group()))
    if held:
        yield held
