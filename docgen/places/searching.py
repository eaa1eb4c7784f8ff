"""Places found by what people type: without diacritics, with ``tp.``, words in any order, the last one unfinished.

An index is made once for each list of places; a search then touches only the places that share a word.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache

from docgen.places.place import Place, all_places, changing_days
from docgen.vietnamese.collation import khoa
from docgen.vietnamese.fold import khong_dau
from docgen.vietnamese.text import nfc
from docgen.vietnamese.tone import gap_dau

LIMIT = 20
# Longer than any name with its province; the rest of what is pasted cannot help.
_MAX_TYPED = 100

_SHORT = {
    "tphcm": "thanh pho ho chi minh", "hcm": "ho chi minh", "tp": "thanh pho", "hn": "ha noi", "dn": "da nang",
    "brvt": "ba ria vung tau", "p": "phuong", "x": "xa", "t": "tinh", "dk": "dac khu", "q": "quan", "h": "huyen",
    "tx": "thi xa", "tt": "thi tran",
}  # fmt: skip
# Levels that are no more: who types "quận Ba Đình" finds the ward of that name.
_GONE = ("quan", "huyen", "thi xa", "thi tran")
_APOSTROPHES = re.compile("['’‘ʼ`´]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_MARKED_WORD = re.compile(r"\w+")
_GLUED = re.compile(r"\b(p|q)(\d+)\b")


class Places:
    """The places in force on one day, with their index; immutable. ``search`` and ``province`` are all it does."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.places = tuple(sorted(places, key=lambda place: (len(place.ma), khoa(place.ten), place.ma)))
        self._province = {place.ma: place for place in self.places if not place.ma_tinh}
        self._names = [_fold(place.ten) for place in self.places]
        self._fulls = [_fold(f"{place.cap} {place.ten}") for place in self.places]
        self._glued = [name.replace(" ", "") for name in self._names]
        self._by_word: dict[str, set[int]] = {}
        for number, place in enumerate(self.places):
            inside = self._province.get(place.ma_tinh)
            around = f" {_fold(inside.cap)} {_fold(inside.ten)}" if inside else ""
            for word in f"{self._fulls[number]}{around}".split():
                self._by_word.setdefault(word, set()).add(number)
        self._words = sorted(self._by_word)
        self._marked = [frozenset(_MARKED_WORD.findall(gap_dau(place.ten).lower())) for place in self.places]

    def province(self, place: Place) -> Place | None:
        """Name the province a place lies in; ``None`` for a province itself."""
        return self._province.get(place.ma_tinh)

    def search(self, q: str, limit: int = LIMIT) -> tuple[Place, ...]:
        """Find what ``q`` may mean, the best first: the very name, names that begin so, all words, then inside.

        Diacritics, case, signs and the order of the words do not matter; where diacritics are typed, the names that
        have them come first among equals. Nothing typed finds nothing.
        """
        typed = nfc(q)[:_MAX_TYPED]
        ranks: dict[int, tuple[int, int]] = {}
        for query in _readings(typed):
            for number, rank in self._found(query):
                if number not in ranks or rank < ranks[number]:
                    ranks[number] = rank
        marked = set(_MARKED_WORD.findall(gap_dau(typed).lower()))

        def order(number: int) -> tuple[int, int, int, int, int]:
            return (*ranks[number], -len(marked & self._marked[number]), len(self.places[number].ma), number)

        wanted = sorted(ranks, key=order)
        return tuple(self.places[number] for number in wanted[:limit])

    def _found(self, query: str) -> Iterator[tuple[int, tuple[int, int]]]:
        words = query.split()
        for number in self._with_words(words):
            name, full = self._names[number], self._fulls[number]
            if query in (name, full):
                yield number, (0, 0)
            elif name.startswith(query) or full.startswith(query):
                yield number, (1, 0)
            else:
                own = full.split()
                yield number, (2, sum(word not in own for word in words))
        glued = query.replace(" ", "")
        if len(glued) > 1:
            yield from ((number, (3, 0)) for number, name in enumerate(self._glued) if glued in name)

    def _with_words(self, words: list[str]) -> set[int]:
        """The places that have all the words; of the last one the beginning is enough."""
        *whole, last = words
        start = bisect_left(self._words, last)
        found: set[int] = set()
        for word in self._words[start:]:
            if not word.startswith(last):
                break
            found |= self._by_word[word]
        for word in whole:
            found &= self._by_word.get(word, set())
        return found


def at(day: date | None = None) -> Places:
    """List the places in force on a day, today when left out; of days before 01/7/2025 nothing is known here."""
    if day is None:
        day = date.today()
    return _since(max((change for change in changing_days() if change <= day), default=date.min))


def search(q: str, limit: int = LIMIT, day: date | None = None) -> tuple[Place, ...]:
    """Find places in force on a day (today): see :meth:`Places.search`."""
    return at(day).search(q, limit)


@cache
def _since(change: date) -> Places:
    return Places(tuple(place for place in all_places() if place.stands_on(change)))


def _fold(text: str) -> str:
    """Reduce to words of plain letters and digits; an apostrophe is not even a blank (``Ea H’Leo``, "ea hleo")."""
    return _NOT_WORD.sub(" ", _APOSTROPHES.sub("", khong_dau(text))).strip()


def _readings(typed: str) -> tuple[str, ...]:
    """Every way to read what was typed: as it stands, with short forms written out, without a level that is gone."""
    plain = _GLUED.sub(r"\1 \2", _fold(typed))
    if not plain:
        return ()
    long = " ".join(_SHORT.get(word, word) for word in plain.split())
    without = [long.removeprefix(f"{level} ") for level in _GONE if long.startswith(f"{level} ")]
    return tuple(dict.fromkeys((plain, long, *without)))
