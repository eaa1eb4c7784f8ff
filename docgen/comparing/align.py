"""Two rows of items → which of one is which of the other: those in order, and those that moved. In bounded time.

Items that stand once in both are anchors (the longest run of them that is in order); between anchors the same is done
again; what is left between them is weighed by its words.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from docgen.comparing.likeness import Effort, Item, likely, likeness

Pair = tuple[int, int]

_DEEPEST: Final = 40
# A stretch in which every item is weighed with every other has at most so many pairs.
_WEIGHED: Final = 3_600
_PORTION: Final = 30
_ALIKE: Final = 0.4
# One item between two anchors has but one candidate: less is enough.
_ALIKE_ALONE: Final = 0.25
_NO_WORDS: Final = 0.02
# An item that moved must be recognised beyond doubt: by so many words, or letters.
_TELLING_WORDS: Final = 4
_TELLING_LETTERS: Final = 25
_MOVED_ALIKE: Final = 0.75
_MOVED_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class Aligned:
    """pairs: in the order of both; moved: in the order of the new one."""

    pairs: tuple[Pair, ...]
    moved: tuple[Pair, ...]


def aligned(
    old: Sequence[Item], new: Sequence[Item], effort: Effort, narrow: bool = False, moves: bool = False
) -> Aligned:
    """Align two rows; exchanged, they give the same pairs exchanged.

    narrow: one item that is left between two pairs is the other that is left. moves: whether to look for moved ones.
    """
    if [item.key for item in new] < [item.key for item in old]:
        turned = aligned(new, old, effort, narrow, moves)
        return Aligned(_turned(turned.pairs), tuple(sorted(_turned(turned.moved), key=lambda pair: pair[1])))
    wandering = _in_both(old, new) if moves else frozenset()
    pairs = sorted(_Aligner(old, new, effort, narrow, wandering).run())
    moved = tuple(_moved(old, new, pairs, effort)) if moves else ()
    return Aligned(tuple(pairs), moved)


def _turned(pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    return tuple((there, here) for here, there in pairs)


def _in_both(old: Sequence[Item], new: Sequence[Item]) -> frozenset[str]:
    """Find texts that stand in both equally often: out of order they moved, and were not made into others."""
    here, there = Counter(item.key for item in old), Counter(item.key for item in new)
    telling = {item.key for item in old if _telling(item)}
    return frozenset(key for key in telling if here[key] == there[key])


@dataclass(slots=True)
class _Aligner:
    old: Sequence[Item]
    new: Sequence[Item]
    effort: Effort
    narrow: bool
    wandering: frozenset[str]

    def run(self) -> Iterator[Pair]:
        """Work through stretches (from, to in old; from, to in new; how often divided) until none is left."""
        todo = [(0, len(self.old), 0, len(self.new), 0)]
        while todo:
            a, b, c, d, depth = todo.pop()
            while a < b and c < d and self._same(a, c):
                yield a, c
                a, c = a + 1, c + 1
            while a < b and c < d and self._same(b - 1, d - 1):
                b, d = b - 1, d - 1
                yield b, d
            if a == b or c == d:
                continue
            anchors = self._anchors(a, b, c, d) if depth < _DEEPEST else []
            if not anchors and (b - a) * (d - c) > _WEIGHED and depth < _DEEPEST:
                anchors = self._likely(a, b, c, d)
            if anchors:
                yield from anchors
                edges = [(a - 1, c - 1), *anchors, (b, d)]
                todo += [(i + 1, k, j + 1, m, depth + 1) for (i, j), (k, m) in pairwise(edges)]
            elif (b - a) * (d - c) > _WEIGHED:
                todo += _portions(a, b, c, d)
            elif self.effort.take((b - a) * (d - c)):
                yield from self._weighed(a, b, c, d)

    def _same(self, here: int, there: int) -> bool:
        one, other = self.old[here], self.new[there]
        return one.key == other.key and one.kind == other.kind

    def _anchors(self, a: int, b: int, c: int, d: int) -> list[Pair]:
        """Find what stands equally often in both stretches, once if possible, and keep the longest run in order."""
        here, there = _places(self.old, a, b), _places(self.new, c, d)
        known = [(key, places, there[key]) for key, places in here.items() if key in there and key[1].strip()]
        once = [(places[0], others[0]) for _, places, others in known if len(places) == len(others) == 1]
        often = [pair for _, one, other in known if len(one) == len(other) for pair in zip(one, other, strict=True)]
        return _in_order(sorted(once or often))

    def _likely(self, a: int, b: int, c: int, d: int) -> list[Pair]:
        old = [(at, self.old[at]) for at in range(a, b) if self.old[at].key not in self.wandering]
        new = [(at, self.new[at]) for at in range(c, d) if self.new[at].key not in self.wandering]
        return _in_order(sorted(likely(old, new, _ALIKE, self.effort)))

    def _weighed(self, a: int, b: int, c: int, d: int) -> Iterator[Pair]:
        """Pair what is most alike in all, in order."""
        alone = b - a == d - c == 1
        least = (0.0 if self.narrow else _ALIKE_ALONE) if alone else _ALIKE
        weights = [[self._weight(i, j, least) for j in range(c, d)] for i in range(a, b)]
        best = [[0.0] * (d - c + 1) for _ in range(b - a + 1)]
        for i in range(b - a - 1, -1, -1):
            for j in range(d - c - 1, -1, -1):
                paired = weights[i][j] + best[i + 1][j + 1] if weights[i][j] else 0.0
                best[i][j] = max(paired, best[i + 1][j], best[i][j + 1])
        i = j = 0
        while i < b - a and j < d - c:
            if weights[i][j] and best[i][j] == weights[i][j] + best[i + 1][j + 1]:
                yield a + i, c + j
                i, j = i + 1, j + 1
            elif best[i][j] == best[i + 1][j]:
                i += 1
            else:
                j += 1

    def _weight(self, here: int, there: int, least: float) -> float:
        one, other = self.old[here], self.new[there]
        if one.kind != other.kind:
            return 0.0
        if not one.key.strip() and not other.key.strip():
            return _NO_WORDS
        if one.key != other.key and (one.key in self.wandering or other.key in self.wandering):
            return 0.0
        found = likeness(one, other)
        return max(found, _NO_WORDS) if found >= least else 0.0


def _portions(a: int, b: int, c: int, d: int) -> Iterator[tuple[int, int, int, int, int]]:
    """Cut a stretch that has nothing to hold on to into portions of both, small enough to be weighed."""
    count = max(b - a, d - c) // _PORTION + 1
    for at in range(count):
        yield (
            a + (b - a) * at // count,
            a + (b - a) * (at + 1) // count,
            c + (d - c) * at // count,
            c + (d - c) * (at + 1) // count,
            _DEEPEST,
        )


def _places(items: Sequence[Item], start: int, end: int) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for at in range(start, end):
        found.setdefault((items[at].kind, items[at].key), []).append(at)
    return found


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Keep a longest run of pairs that rises on both sides; ``pairs`` rise on the first (patience sorting)."""
    ends: list[int] = []
    last: list[int] = []
    follows: list[int] = []
    for number, (_, there) in enumerate(pairs):
        length = bisect_left(ends, there)
        ends[length : length + 1] = [there]
        last[length : length + 1] = [number]
        follows.append(last[length - 1] if length else -1)
    found: list[Pair] = []
    at = last[-1] if last else -1
    while at >= 0:
        found.append(pairs[at])
        at = follows[at]
    return found[::-1]


def _moved(old: Sequence[Item], new: Sequence[Item], pairs: Sequence[Pair], effort: Effort) -> list[Pair]:
    """Find what left its order: the same text first, then what stood beside it, then what was rewritten a little."""
    taken, given = {here for here, _ in pairs}, {there for _, there in pairs}
    left = [at for at in range(len(old)) if at not in taken]
    free = [at for at in range(len(new)) if at not in given]
    if not left or not free:
        return []
    places: dict[tuple[str, str], list[int]] = {}
    for there in reversed(free):
        places.setdefault((new[there].kind, new[there].key), []).append(there)
    found: dict[int, int] = {}
    for here in left:
        if _telling(old[here]) and (known := places.get((old[here].kind, old[here].key))):
            found[here] = known.pop()
    _with_neighbours(old, new, found, set(left), set(free))
    gone = [(at, old[at]) for at in left if at not in found and old[at].size >= _MOVED_WORDS]
    used = set(found.values())
    come = [(at, new[at]) for at in free if at not in used and new[at].size >= _MOVED_WORDS]
    for here, there in likely(gone, come, _MOVED_ALIKE, effort):
        if there not in used:
            found[here] = there
            used.add(there)
    return sorted(found.items(), key=lambda pair: pair[1])


def _telling(item: Item) -> bool:
    return len(item.key) >= _TELLING_LETTERS or item.size >= _TELLING_WORDS


def _with_neighbours(
    old: Sequence[Item], new: Sequence[Item], found: dict[int, int], left: set[int], free: set[int]
) -> None:
    """Let short and empty paragraphs go with what moved beside them."""
    used = set(found.values())
    for step in (1, -1):
        for here, there in sorted(found.items(), reverse=step < 0):
            here, there = here + step, there + step
            while (
                here in left
                and there in free
                and here not in found
                and there not in used
                and (old[here].kind, old[here].key) == (new[there].kind, new[there].key)
            ):
                found[here] = there
                used.add(there)
                here, there = here + step, there + step
