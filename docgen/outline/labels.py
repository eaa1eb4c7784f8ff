"""The labels of items: computed from the order, never copied from what was typed.

Numbering restarts under each parent; ``Chương`` and ``Điều`` run through the whole text, as in laws and decrees.
A decimal label takes the number of the ``1.`` above it. Where there is none, it keeps the number that was typed in
front (``2.1.``), else the one of its brother, else 1. After ``y`` come ``aa``, ``ab``; after MMMCMXCIX comes MMMM.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from docgen.outline.scheme import DEFAULT, Scheme
from docgen.outline.tree import DECIMAL, Item, Level, Node, Outline

__all__ = ["DEFAULT", "Numbered", "Numbering", "Scheme", "number"]

_RUN_THROUGH = frozenset({Level.CHUONG, Level.DIEU})
_RESTARTED = {
    level: tuple(deeper for deeper in Level if deeper.rank > level.rank and deeper not in _RUN_THROUGH)
    for level in Level
}
_TYPED_NUMBER = re.compile(r"[0-9]{1,9}")
_GREATEST_TYPED = 999_999


class Numbering:
    """The counters of one text, moved on by each item in reading order."""

    def __init__(self) -> None:
        self._counts: dict[Level, int] = dict.fromkeys(Level, 0)
        self._fronts: dict[Level, tuple[int, ...]] = {}

    def next(self, level: Level, typed: tuple[int, ...] = ()) -> tuple[int, ...]:
        """Count one more item of ``level`` and return its number; decimals: all of it, ``1.2.`` → ``(1, 2)``.

        typed: the numbers of the typed label; used only in front of a decimal without its parent.
        """
        front = self._front(level, typed)
        if front and front != self._fronts.get(level):
            self._counts[level] = 0
            self._fronts[level] = front
        self._counts[level] += 1
        for deeper in _RESTARTED[level]:
            self._counts[deeper] = 0
            self._fronts.pop(deeper, None)
        return (*front, self._counts[level])

    def expected(self, level: Level, typed: tuple[int, ...] = ()) -> tuple[int, ...]:
        """The number ``next`` would return, without counting."""
        front = self._front(level, typed)
        again = not front or front == self._fronts.get(level)
        return (*front, self._counts[level] + 1 if again else 1)

    def parent(self, level: Level) -> tuple[int, ...]:
        """The number a decimal ``level`` takes from the items above it; shorter than needed when some are missing."""
        front: tuple[int, ...] = ()
        for upper in DECIMAL[: DECIMAL.index(level)] if level in DECIMAL else ():
            if self._counts[upper]:
                front = (*self._fronts.get(upper, ()), self._counts[upper])
        return front

    def _front(self, level: Level, typed: tuple[int, ...]) -> tuple[int, ...]:
        if level not in DECIMAL[1:]:
            return ()
        length = DECIMAL.index(level)
        front = self.parent(level)
        if len(front) == length:
            return front
        if len(typed) != length + 1:
            typed = self._fronts.get(level, (1,) * length)
        return front + typed[len(front) : length]


@dataclass(frozen=True)
class Numbered:
    """A node with its place.

    label: as printed (``"1.1."``); ``""`` for paragraphs and tables.
    depth_path: the labels of the items around it, outermost first, its own last.
    """

    node: Node
    label: str
    depth_path: tuple[str, ...]


def number(outline: Outline, scheme: Scheme | Mapping[str, str] = DEFAULT) -> Iterator[Numbered]:
    """Every node of ``outline`` in reading order with its label in ``scheme``."""
    samples = scheme if isinstance(scheme, Scheme) else Scheme(scheme)
    return _walk(outline.children, (), Numbering(), samples)


def _walk(nodes: tuple[Node, ...], path: tuple[str, ...], counters: Numbering, scheme: Scheme) -> Iterator[Numbered]:
    for node in nodes:
        if not isinstance(node, Item):
            yield Numbered(node, "", path)
            continue
        label = scheme.label(node.level, counters.next(node.level, typed_numbers(node.level, node.typed)))
        inner = (*path, label)
        yield Numbered(node, label, inner)
        yield from _walk(node.children, inner, counters, scheme)


def typed_numbers(level: Level, typed: str) -> tuple[int, ...]:
    """The Arabic numbers in a typed decimal label (``"2.1."`` → ``(2, 1)``); nothing when it is none."""
    numbers = tuple(int(n) for n in _TYPED_NUMBER.findall(typed)) if level in DECIMAL else ()
    return numbers if all(0 < n <= _GREATEST_TYPED for n in numbers) else ()
