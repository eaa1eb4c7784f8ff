"""How much two paragraphs, rows or tables have in common, and which of many are worth weighing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

_WORD: Final = re.compile(r"\w+")
# Enough to tell paragraphs apart; whole tables would take too long.
_MOST_WORDS: Final = 400
# Two words that follow each other in more places than this tell nothing.
_COMMON: Final = 8


@dataclass(slots=True)
class Item:
    """Something to be found again in the other paper. key: equal keys, equal content; kind: never mixed."""

    key: str
    kind: str = ""
    _words: Counter[str] | None = field(default=None, repr=False)
    _size: int = 0

    @property
    def words(self) -> Counter[str]:
        """Its first words, whatever their case."""
        if self._words is None:
            self._words = Counter(self._row())
            self._size = self._words.total()
        return self._words

    @property
    def size(self) -> int:
        """How many of them there are."""
        return self._size if self._words is not None else self.words.total()

    def couples(self) -> Iterator[tuple[str, str]]:
        """Two words that follow each other, for each place where two do."""
        return pairwise(self._row())

    def _row(self) -> list[str]:
        return _WORD.findall(self.key[: _MOST_WORDS * 20].casefold())[:_MOST_WORDS]


@dataclass(slots=True)
class Effort:
    """How many pairs may still be weighed; what is left unweighed is told as gone and come."""

    left: int = 400_000

    def take(self, pairs: int) -> bool:
        """Take that many, if they are left."""
        if pairs > self.left:
            return False
        self.left -= pairs
        return True


def likeness(one: Item, other: Item) -> float:
    """Weigh two items: 0 nothing in common, 1 the same words."""
    if one.kind != other.kind:
        return 0.0
    if one.key == other.key:
        return 1.0
    both = one.size + other.size
    if not both or not one.words.keys() & other.words.keys():
        return 0.0
    return 2 * (one.words & other.words).total() / both


def likely(
    old: Sequence[tuple[int, Item]], new: Sequence[tuple[int, Item]], least: float, effort: Effort
) -> Iterator[tuple[int, int]]:
    """For each of the old items the one of the new that shares most rare couples of words, if they are alike."""
    places: dict[tuple[str, str], list[int]] = {}
    for at, item in new:
        for couple in set(item.couples()):
            places.setdefault(couple, []).append(at)
    items: Mapping[int, Item] = dict(new)
    for at, item in old:
        votes: Counter[int] = Counter()
        for couple in set(item.couples()):
            found = places.get(couple, ())
            if len(found) <= _COMMON:
                votes.update(found)
        if votes and effort.take(1):
            most = max(votes.values())
            best = min((there for there, count in votes.items() if count == most), key=lambda there: abs(there - at))
            if likeness(item, items[best]) >= least:
                yield at, best
