"""The labels Word makes by itself: which list and level a paragraph has, and what is printed before its words.

Numbers such as 17.9.10 are sections of ECMA-376 Part 1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from docgen.reading.numerals import numeral
from docgen.reading.props import Props, para_props, run_props
from docgen.reading.symbols import symbol
from docgen.reading.wordml import ALTERNATE, CHOICE, PPR, RPR, VAL, Element, has, val, w, whole

_LEVELS: Final = 9
# Beyond this Word itself gives up; it also bounds the length of a label.
_MOST: Final = 32767
_SLOT: Final = re.compile(r"%([1-9])")
_MAX_LABEL_CHARS: Final = 200


@dataclass(frozen=True)
class Level:
    """One level of a list as written. restart: 17.9.10, None when not said."""

    start: int
    kind: str
    text: str
    restart: int | None
    legal: bool
    style: str
    run: Props
    para: Props


@dataclass(frozen=True)
class ListDefinition:
    """What one w:num stands for: the counters it shares with others, its levels, where its own counting starts."""

    counters: str
    levels: Mapping[int, Level]
    starts: Mapping[int, int]

    def level_of_style(self, style_id: str) -> int | None:
        """Find the level that is tied to a paragraph style (17.9.23)."""
        return next((n for n, level in self.levels.items() if level.style == style_id), None)


class Numbering:
    """The lists of a file: number (w:numId) → definition."""

    def __init__(self, lists: Mapping[int, ListDefinition] | None = None) -> None:
        self._lists = lists or {}

    def get(self, number: int | None) -> ListDefinition | None:
        """Find a list; None for 0 (no list) and for numbers the file does not define."""
        return self._lists.get(number) if number else None

    def level(self, number: int | None, level: int) -> Level | None:
        """Find one level of a list."""
        found = self.get(number)
        return found.levels.get(level) if found else None


@dataclass
class Counters:
    """Where every list has got to while one text is read from top to bottom."""

    numbering: Numbering
    _reached: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def label(self, number: int, level: int) -> str:
        """Count one more paragraph of list ``number`` at ``level`` (from 0) and write its label; "" without list."""
        found = self.numbering.get(number)
        own = found.levels.get(level) if found else None
        if found is None or own is None:
            return ""
        reached = self._reached.setdefault(found.counters, {})
        first_time = (number, level) not in self._begun
        self._begun.add((number, level))
        if (first_time and level in found.starts) or level not in reached:
            reached[level] = found.starts.get(level, own.start)
        else:
            reached[level] = min(reached[level] + 1, _MOST)
        for deeper in [n for n in reached if n > level and _restarts(found.levels.get(n), n, level)]:
            del reached[deeper]
        return _written(found, own, level, reached)


def _restarts(deeper: Level | None, number: int, used: int) -> bool:
    """Tell whether the use of level ``used`` sets the ``deeper`` level back (17.9.10: by default any higher one)."""
    after = number if deeper is None or deeper.restart is None else deeper.restart
    return used < after


def _written(found: ListDefinition, own: Level, level: int, reached: dict[int, int]) -> str:
    if own.kind == "bullet":
        font = own.run.get("hAnsi") or own.run.get("ascii")
        return "".join(symbol(ord(char), font if isinstance(font, str) else None) for char in own.text).strip()

    def count(slot: re.Match[str]) -> str:
        which = int(slot[1]) - 1
        other = found.levels.get(which)
        if other is None or which > level:
            return ""
        kind = "decimal" if own.legal and other.kind != "none" else other.kind
        return numeral(reached.get(which, found.starts.get(which, other.start)), kind)

    return _SLOT.sub(count, own.text).strip()[:_MAX_LABEL_CHARS]


def read_numbering(root: Element | None, style_lists: Mapping[str, int]) -> Numbering:
    """Read numbering.xml. style_lists: numbering style → the w:numId it names (17.9.21: lists kept in a style)."""
    if root is None:
        return Numbering()
    abstracts = {a.get(w("abstractNumId"), ""): a for a in root.iterchildren(w("abstractNum"))}
    owner = {n: val(num, "abstractNumId") or "" for num in root.iterchildren(w("num")) if (n := _id(num)) is not None}
    levels: dict[str, dict[int, Level]] = {}
    lists = {}
    for num in root.iterchildren(w("num")):
        number = _id(num)
        if number is None:
            continue
        abstract = _behind_style(owner[number], abstracts, owner, style_lists)
        if abstract not in levels:
            levels[abstract] = _levels(abstracts.get(abstract))
        lists[number] = _definition(num, abstract, levels[abstract])
    return Numbering(lists)


def _id(num: Element) -> int | None:
    return whole(num.get(w("numId")))


def _behind_style(
    abstract: str, abstracts: Mapping[str, Element], owner: Mapping[int, str], style_lists: Mapping[str, int]
) -> str:
    """Follow a numStyleLink to the list it stands for; once, for Word makes no longer rows of them."""
    link = val(abstracts.get(abstract), "numStyleLink")
    return owner.get(style_lists.get(link, 0), abstract) if link else abstract


def _levels(abstract: Element | None) -> dict[int, Level]:
    found = {}
    for element in abstract.iterchildren(w("lvl")) if abstract is not None else ():
        number = whole(element.get(w("ilvl")))
        if number is not None and 0 <= number < _LEVELS:
            found[number] = _level(element)
    return found


def _definition(num: Element, counters: str, levels: Mapping[int, Level]) -> ListDefinition:
    own, starts = dict(levels), {}
    for override in num.iterchildren(w("lvlOverride")):
        number = whole(override.get(w("ilvl")))
        if number is None or not 0 <= number < _LEVELS:
            continue
        element = override.find(w("lvl"))
        if element is not None:
            own[number] = _level(element)
        start = whole(val(override, "startOverride"), 0, _MOST)
        if start is not None:
            starts[number] = start
    return ListDefinition(counters, own, starts)


def _level(element: Element) -> Level:
    start = whole(val(element, "start"), 0, _MOST)
    return Level(
        start=0 if start is None else start,
        kind=_kind(element),
        text=(val(element, "lvlText") or "")[:_MAX_LABEL_CHARS],
        restart=whole(val(element, "lvlRestart"), 0, _LEVELS),
        legal=has(element, "isLgl"),
        style=val(element, "pStyle") or "",
        run=run_props(element.find(RPR)),
        para=para_props(element.find(PPR)),
    )


def _kind(element: Element) -> str:
    """Read w:numFmt; newer formats stand in an AlternateContent, the branch for newer programs first."""
    plain = element.find(w("numFmt"))
    if plain is None:
        plain = element.find(f"{ALTERNATE}/{CHOICE}/{w('numFmt')}")
    if plain is None:
        return "decimal"
    kind = plain.get(VAL, "decimal")
    return f"custom:{plain.get(w('format'), '')}" if kind == "custom" else kind
