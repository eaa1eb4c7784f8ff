"""Where on the page the words of a made paper were typed.

Paper and page say the same words in the same order; labels, signs at line ends, gaps and marks of the notation differ.
So both are compared by their letters and figures alone, without case and diacritics, paragraph after paragraph.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

# What the notation writes with letters and no paper shows: marks of footnotes, line breaks in a cell.
_NOTATION: Final = re.compile(r"\[\^[^\]\n]{0,40}\]|<br ?/?>", re.IGNORECASE)
# Labels are counted anew on printing, so that those of the paper may not be those that were typed.
_LABEL: Final = re.compile(
    r"\s*(?:(?:phần|chương|mục|tiểu mục|điều)\s+(?:[ivxlc]+|\d+)\b[.:]?|[ivxlc]{1,7}[.)/]|\d{1,3}(?:\.\d{1,3})*[.)/]|"
    r"[a-zđ][.)/]|[-–+•*])\s*",
    re.IGNORECASE,
)
# Words this short may stand anywhere: far from where the paragraph before ended they are not believed.
_SHORT: Final = 12
_FAR: Final = 3000
_LEAST: Final = 4


@dataclass(frozen=True)
class Spot:
    """A place in an input. id: of the input on the page. dong: line in it, from 1, None when only the input is known.

    chon: first character and the one behind the last, counted as browsers count (UTF-16 units); None like ``dong``.
    """

    id: str
    dong: int | None = None
    chon: tuple[int, int] | None = None


@dataclass(frozen=True)
class Letters:
    """The letters and figures of a text, bare. at: where in the text each of them stands."""

    bare: str
    at: tuple[int, ...]

    def before(self, index: int) -> int:
        """Count the letters in front of a character of the text."""
        return bisect_left(self.at, index)


@lru_cache(maxsize=4096)
def _bare(char: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", char).casefold() if part.isalnum())


def letters(text: str) -> Letters:
    """Take the letters and figures out of a text."""
    found = [(part, at) for at, char in enumerate(text) for part in _bare(char)]
    return Letters("".join(part for part, _ in found), tuple(at for _, at in found))


@dataclass(frozen=True)
class Begin:
    """Where a paragraph was found: the number of its first letter behind its label, and how many the label has."""

    at: int
    lead: int = 0


class Stream:
    """The letters of several inputs, one after another in the order of the paper."""

    def __init__(self, inputs: Iterable[tuple[str, str]]) -> None:
        """inputs: id on the page and what is typed there."""
        self.inputs = tuple((at, value) for at, value in inputs if value.strip())
        bare: list[str] = []
        self._where: list[tuple[int, int]] = []
        for number, (_, value) in enumerate(self.inputs):
            own = letters(_NOTATION.sub(lambda found: " " * len(found[0]), value))
            bare.append(own.bare)
            self._where += ((number, at) for at in own.at)
        self.bare = "".join(bare)

    def aligned(self, paras: Sequence[tuple[int, str]]) -> Mapping[int, Begin]:
        """Find paragraphs in the stream, in their order; those that are not in it are left out."""
        found: dict[int, Begin] = {}
        cursor = 0
        for index, text in paras:
            label = _LABEL.match(text)
            lead = len(letters(label[0]).bare) if label else 0
            words = letters(text).bare[lead:]
            if not words:
                continue
            at = self.bare.find(words, cursor)
            if at < 0 or (at - cursor > _FAR and len(words) < _SHORT):
                at = self.bare.find(words) if len(words) >= _LEAST else -1
            else:
                cursor = at + len(words)
            if at >= 0:
                found[index] = Begin(at, lead)
        return found

    def find(self, text: str) -> Begin | None:
        """Find a text anywhere; None when it is not here, or says too little to tell."""
        own = letters(text).bare
        at = self.bare.find(own) if len(own) >= _LEAST else -1
        return None if at < 0 else Begin(at)

    def spot(self, begin: Begin, text: str, khoang: tuple[int, int] | None) -> Spot:
        """Find characters of a paragraph that was found here; without ``khoang`` its first word."""
        own = letters(text)
        tu, den = khoang or (0, 0)
        in_label = own.before(tu) < begin.lead
        first = begin.at + max(own.before(tu) - begin.lead, 0)
        last = max(begin.at + own.before(den) - begin.lead, first)
        exact = None if khoang is None else self._exact(first, last, text[tu:den], in_label)
        return exact or self._place(first, last)

    def _exact(self, first: int, last: int, raw: str, in_label: bool) -> Spot | None:
        """Find the very characters between the letter before and the letter behind, signs and blanks included."""
        around = [self._where[at][0] for at in (first, first - 1) if 0 <= at < len(self._where)]
        for number in dict.fromkeys(around):
            value = self.inputs[number][1]
            before, behind = self._index(first - 1, number), self._index(last, number)
            begin, end = 0 if before is None else before + 1, len(value) if behind is None else behind
            if in_label:
                begin = value.rfind("\n", 0, end) + 1
            at = value.find(raw, begin, end)
            if raw and at >= 0:
                return self._made(number, at, at + len(raw))
        return None

    def _index(self, at: int, number: int) -> int | None:
        """Tell where letter ``at`` stands in input ``number``; None when it is not there."""
        inside = 0 <= at < len(self._where) and self._where[at][0] == number
        return self._where[at][1] if inside else None

    def _place(self, first: int, last: int) -> Spot:
        """From letter ``first`` up to letter ``last``, as far as they stand in one input."""
        number, begin = self._where[min(first, len(self._where) - 1)]
        inside = [at for held, at in self._where[first:last] if held == number]
        return self._made(number, begin, inside[-1] + 1 if inside else begin)

    def _made(self, number: int, begin: int, end: int) -> Spot:
        at, value = self.inputs[number]
        return Spot(at, value.count("\n", 0, begin) + 1, (_units(value, begin), _units(value, end)))


def _units(text: str, index: int) -> int:
    """Count as browsers do: characters beyond U+FFFF are two."""
    return index + sum(char > "\uffff" for char in text[:index])
