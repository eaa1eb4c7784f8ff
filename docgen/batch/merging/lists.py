"""The lists of each copy, counted by themselves: w:num and w:abstractNum under new numbers."""

from __future__ import annotations

import copy
import hashlib
from typing import Final

from lxml import etree

from docgen.batch.merging.source import Copy
from docgen.batch.merging.tags import drop
from docgen.batch.merging.target import HEAD, TYPES, Spool, Target
from docgen.errors import Fault, Unusable
from docgen.reading.wordml import NS_W, VAL, Element, val, w

# Beyond this Word shows no numbers at all (forum of the Open XML SDK, 22/01/2014, and tried since by many).
MOST_LISTS: Final = 2000

_ABSTRACT, _NUM = w("abstractNum"), w("num")
# What ties a definition to styles, to pictures, and to the file it came from.
_TIES: Final = tuple(map(w, ("nsid", "tmpl", "name", "styleLink", "numStyleLink")))
_LEVEL_TIES: Final = tuple(map(w, ("pStyle", "lvlPicBulletId")))


class Lists:
    """The numbering part of the made file."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._abstracts: Spool = target.spool("abstracts")
        self._nums: Spool = target.spool("nums")
        self._count = self._abstract_count = 0
        self._bullets: dict[bytes, int] = {}
        # Definition of bullets → the one list of it.
        self.bullets: dict[int, str] = {}

    def define(self, abstract: Element) -> int:
        """Add a definition; gives its number. Lists of mere bullets count nothing, equal ones are one."""
        bullets = all(val(level, "numFmt") in ("bullet", "none") for level in abstract.iterchildren(w("lvl")))
        key = hashlib.sha256(etree.tostring(abstract, method="c14n", exclusive=True)).digest() if bullets else b""
        if key in self._bullets:
            return self._bullets[key]
        number = self._abstract_count
        self._abstract_count += 1
        if bullets:
            self._bullets[key] = number
            self.bullets[number] = ""
        abstract.set(w("abstractNumId"), str(number))
        nsid = abstract.makeelement(w("nsid"))
        # Word takes definitions of one nsid for one list.
        nsid.set(VAL, f"{0x1D000000 + number:08X}")
        abstract.insert(0, nsid)
        self._abstracts.add(etree.tostring(abstract))
        return number

    def number(self, num: Element, abstract: int) -> int:
        """Add a list of a definition; gives its number, from 1."""
        self._count += 1
        num.set(w("numId"), str(self._count))
        reference = num.find(w("abstractNumId"))
        if reference is not None:
            reference.set(VAL, str(abstract))
        self._nums.add(etree.tostring(num))
        return self._count

    @property
    def full(self) -> bool:
        """Whether Word would show no further list."""
        return self._count >= MOST_LISTS

    def finish(self) -> str:
        """Write the part; gives its name, "" when no copy has a list."""
        if not self._count:
            return ""
        head = HEAD + f'<w:numbering xmlns:w="{NS_W}">'.encode()
        chunks = (chunk for some in ([head], self._abstracts.chunks(), self._nums.chunks(), [_TAIL]) for chunk in some)
        return self._target.add("word/numbering.xml", f"{TYPES}.numbering+xml", chunks)


_TAIL: Final = b"</w:numbering>"


class OwnLists:
    """The lists of one copy: its numbers → those of the made file, each defined when it is first met."""

    def __init__(self, source: Copy, lists: Lists) -> None:
        self._source, self._lists = source, lists
        self._read = False
        self._nums: dict[str, Element] = {}
        self._abstracts: dict[str, Element] = {}
        self._made: dict[str, str] = {}
        self._defined: dict[str, int] = {}

    def of(self, number: str) -> str:
        """Give the new number of a list; one that the copy does not define, or 0, is no list."""
        if number not in self._made:
            self._made[number] = self._make(number)
        return self._made[number]

    def level_of_style(self, number: str, style: str) -> str:
        """Tell the level of a list that is tied to a paragraph style (17.9.23), "0" when none is."""
        abstract = self._abstract_of(number)
        for level in () if abstract is None else abstract.iterchildren(w("lvl")):
            if val(level, "pStyle") == style:
                return level.get(w("ilvl"), "0")
        return "0"

    def key(self, number: str) -> bytes:
        """What a list looks like, whatever its numbers: equal lists give equal bytes."""
        abstract = self._abstract_of(number)
        return b"" if abstract is None else etree.tostring(_untied(abstract), method="c14n", exclusive=True)

    def _parse(self) -> None:
        self._read = True
        root = self._source.part("numbering")
        for element in root if root is not None else ():
            if element.tag == _NUM:
                self._nums.setdefault(element.get(w("numId"), ""), element)
            elif element.tag == _ABSTRACT:
                self._abstracts.setdefault(element.get(w("abstractNumId"), ""), element)

    def _abstract_of(self, number: str) -> Element | None:
        if not self._read:
            self._parse()
        num = self._nums.get(number)
        found = None if num is None else self._abstracts.get(val(num, "abstractNumId") or "")
        link = None if found is None else val(found, "numStyleLink")
        if link:
            # The levels stand in the definition that the numbering style belongs to (17.9.21, 17.9.27).
            return next((one for one in self._abstracts.values() if val(one, "styleLink") == link), found)
        return found

    def _make(self, number: str) -> str:
        abstract = self._abstract_of(number)
        if abstract is None:
            return "0"
        old = abstract.get(w("abstractNumId"), "")
        if old not in self._defined:
            self._defined[old] = self._lists.define(_untied(abstract))
        defined, num = self._defined[old], copy.deepcopy(self._nums[number])
        for level in num.iter(w("lvl")):
            _untie(level)
        plain = num.find(w("lvlOverride")) is None
        if plain and self._lists.bullets.get(defined):
            return self._lists.bullets[defined]
        if self._lists.full:
            raise Unusable(
                Fault(
                    self._source.ten,
                    f"Các bản có quá {MOST_LISTS} danh sách đánh số tự động, nhiều hơn Word hiện được trong một tệp.",
                    "Hãy ghép thành tệp PDF, hoặc ghép thành vài tệp nhỏ hơn.",
                )
            )
        made = str(self._lists.number(num, defined))
        if plain and defined in self._lists.bullets:
            self._lists.bullets[defined] = made
        return made


def _untied(abstract: Element) -> Element:
    made = copy.deepcopy(abstract)
    for name in [str(name) for name in made.attrib if not str(name).startswith(w(""))]:
        del made.attrib[name]
    drop(made, w("abstractNumId"))
    for element in [e for e in made if e.tag in _TIES]:
        made.remove(element)
    for level in made.iterchildren(w("lvl")):
        _untie(level)
    return made


def _untie(level: Element) -> None:
    drop(level, w("tplc"))
    for element in [e for e in level if e.tag in _LEVEL_TIES]:
        level.remove(element)
