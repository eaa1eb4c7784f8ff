"""Text as letters and digits alone, so that blanks, hyphens, bullets and marks make no difference when it is sought."""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_LINE_ENDS = frozenset("\r\n\v\f\u2028\u2029")
# Hyphens that only stand where a line breaks: the word goes on behind them. U+0002 and U+FFFE are pdfium's.
_WITHIN_WORDS = frozenset("\u00ad\u0002\ufffe\u200b\u2060")


WORD, LINE = 1, 2
_LONGEST_LABEL = 4


@dataclass(frozen=True)
class Letters:
    """The letters of a text, small, composed.

    text: the letters. places: the sign of the page each comes from, counted from the page's first. starts: WORD where
    a word begins, LINE as well where a line does. pages: where each page begins in ``text``.
    """

    text: str
    places: array[int]
    starts: bytes
    pages: tuple[int, ...] = (0,)

    @property
    def bytes(self) -> int:
        """About how much memory this takes."""
        return len(self.text) * (2 + self.places.itemsize + 1)

    def page_of(self, at: int) -> int:
        """Tell the page a letter stands on; 1 is the first."""
        return next(number for number in range(len(self.pages), 0, -1) if self.pages[number - 1] <= at)

    def page_end(self, number: int) -> int:
        """Tell where a page ends in ``text``."""
        return self.pages[number] if number < len(self.pages) else len(self.text)

    def is_start(self, at: int) -> bool:
        """Tell whether a word begins here; the end counts as such."""
        return at >= len(self.text) or bool(self.starts[at])

    def is_line(self, begin: int, end: int) -> bool:
        """Tell whether a stretch is all there is on its lines, but for a label before it."""
        ends = end >= len(self.text) or end in self.pages or self.starts[end] >= LINE
        first = max(begin - _LONGEST_LABEL, 0)
        return ends and any(self.starts[at] >= LINE or at in self.pages for at in range(first, begin + 1))


class Gathering:
    """Collects letters page by page."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._places = array("I")
        self._starts = bytearray()
        self._pages: list[int] = []

    def page(self, signs: Iterable[str]) -> None:
        """Add a page, sign by sign; a sign that says nothing is ``""``, so that the count stays."""
        self._pages.append(len(self._text))
        fresh = WORD | LINE
        for at, sign in enumerate(signs):
            if sign in _WITHIN_WORDS:
                continue
            if sign and unicodedata.combining(sign):
                self._compose(sign)
                continue
            folded = _folded(sign)
            if not folded:
                fresh |= WORD | (LINE if sign in _LINE_ENDS else 0)
                continue
            for letter in folded:
                self._text.append(letter)
                self._places.append(at)
                self._starts.append(fresh)
                fresh = 0

    def letters(self) -> Letters:
        """Give what was collected."""
        return Letters("".join(self._text), self._places, bytes(self._starts), tuple(self._pages) or (0,))

    def _compose(self, mark: str) -> None:
        if len(self._text) > self._pages[-1]:
            whole = unicodedata.normalize("NFC", self._text[-1] + mark)
            if len(whole) == 1:
                self._text[-1] = whole


def letters_of(text: str) -> Letters:
    """Take the letters of a text that stands on no page."""
    gathering = Gathering()
    gathering.page(unicodedata.normalize("NFC", text))
    return gathering.letters()


@lru_cache(maxsize=4096)
def _folded(sign: str) -> str:
    return "".join(each for each in unicodedata.normalize("NFKC", sign).casefold() if each.isalnum())
