"""The styles of all copies in one sheet: equal ones shared, different ones of one name kept apart under new names."""

from __future__ import annotations

import copy
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from docgen.batch.merging import defaults, theming
from docgen.batch.merging.lists import OwnLists
from docgen.batch.merging.source import Copy
from docgen.batch.merging.tags import drop, tags
from docgen.batch.merging.target import TYPES, Target
from docgen.reading.theme import Theme, read_theme
from docgen.reading.wordml import NS_W, PPR, VAL, Element, child, val, w
from docgen.render.wordml import serialise

_STYLE, _NAME, _ID, _TYPE, _DEFAULT = w("style"), w("name"), w("styleId"), w("type"), w("default")
_BASED, _LINK, _NEXT, _NUMPR, _IND = w("basedOn"), w("link"), w("next"), w("numPr"), w("ind")
# What says how a style is shown to who writes, not how text looks.
_FOR_WRITERS: Final = frozenset(
    tags("aliases autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked rsid next link")
)
_EMPTY: Final = f'<w:styles xmlns:w="{NS_W}"/>'.encode()


@dataclass(frozen=True)
class Numbered:
    """The list a paragraph style belongs to: the copy's number of it, the level, and the style's own indents."""

    number: str
    level: str
    indents: Mapping[str, str]


@dataclass
class StyleMap:
    """What the styles of one copy are called in the made file.

    renamed: only those whose name changed. paragraph, table: the name to write where the copy relies on its default
    style and the made file has another; "" otherwise. numbered: by the copy's own name of the style. theme: to be
    written out, None when it is the same as that of the made file.
    """

    renamed: dict[str, str] = field(default_factory=dict)
    paragraph: str = ""
    table: str = ""
    numbered: dict[str, Numbered] = field(default_factory=dict)
    default: str = ""
    theme: Theme | None = None


class Styles:
    """The style sheet of the made file; that of the first copy is what the others are held against."""

    def __init__(self) -> None:
        self._root: Element = etree.fromstring(_EMPTY)
        self._theme = b""
        self._maps: dict[bytes, StyleMap] = {}
        # What each style of the sheet looks like, by the name it came with: the looks, and its name here.
        self._known: dict[str, list[tuple[bytes, str]]] = {}
        self._ids: set[str] = set()
        self._names: set[str] = set()

    def of(self, source: Copy, lists: OwnLists) -> StyleMap:
        """Take in the styles of a copy; copies with the same style sheet, as most have, are looked at once."""
        data, theme = source.part_data("styles"), source.part_data("theme")
        numbering = source.part_data("numbering") if b"numPr" in data else b""
        key = hashlib.sha256(b"\0".join((data, theme, numbering))).digest()
        if key not in self._maps:
            self._maps[key] = self._take(source, lists, theme)
        return self._maps[key]

    def add(self, style: bytes) -> str:
        """Add a style of our own; gives the name it got."""
        made = etree.fromstring(style)
        return self._append(made, made.get(_ID, ""), renaming=False)

    def finish(self, target: Target) -> str:
        """Write the part; gives its name."""
        return target.add("word/styles.xml", f"{TYPES}.styles+xml", [serialise(self._root)])

    def _take(self, source: Copy, lists: OwnLists, theme: bytes) -> StyleMap:
        root = source.part("styles")
        root = etree.fromstring(_EMPTY) if root is None else root
        first = not self._maps
        made = StyleMap()
        if first:
            self._begin(root, theme)
        elif theme != self._theme:
            made.theme = read_theme(source.part("theme"))
            theming.settle(root, made.theme)
        own = {style.get(_ID, ""): style for style in root.iterchildren(_STYLE) if style.get(_ID)}
        made.default = _default(own, "paragraph")
        made.numbered = dict(_numbered(own, lists))
        other_defaults = not first and _looks_of_defaults(root) != _looks_of_defaults(self._root)
        names: dict[str, str] = {}
        for identity in _parents_first(own):
            style = copy.deepcopy(own[identity])
            if other_defaults and style.get(_TYPE) == "paragraph" and style.find(_BASED) is None:
                defaults.write_into(style, root, self._root)
            numbered = made.numbered.get(identity)
            looks = _looks(style, names) + (lists.key(numbered.number) if numbered else b"")
            names[identity] = self._find(identity, looks) or self._adopt(style, identity, looks, names)
        self._tie(own, names)
        made.renamed = {old: new for old, new in names.items() if old != new}
        made.paragraph = made.renamed.get(made.default, "")
        made.table = made.renamed.get(_default(own, "table"), "")
        return made

    def _begin(self, root: Element, theme: bytes) -> None:
        self._theme = theme
        self._root = copy.deepcopy(root)
        for style in list(self._root.iterchildren(_STYLE)):
            self._root.remove(style)

    def _find(self, identity: str, looks: bytes) -> str:
        return next((here for known, here in self._known.get(identity, ()) if known == looks), "")

    def _adopt(self, style: Element, identity: str, looks: bytes, names: Mapping[str, str]) -> str:
        first = not self._maps
        based = style.find(_BASED)
        if based is not None:
            based.set(VAL, names.get(based.get(VAL, ""), based.get(VAL, "")))
        for number in list(style.iter(_NUMPR)):
            # Each paragraph is told its list: those of two copies of one style must not count on.
            number.getparent().remove(number)  # type: ignore[union-attr]
        if not first:
            drop(style, _DEFAULT)
        here = self._append(style, identity, renaming=not first)
        self._known.setdefault(identity, []).append((looks, here))
        return here

    def _append(self, style: Element, identity: str, renaming: bool) -> str:
        name = style.find(_NAME)
        title = identity if name is None else name.get(VAL, identity)
        count, here, shown = 1, identity, title
        while here in self._ids or shown.casefold() in self._names:
            count += 1
            here, shown = f"{identity}-{count}", f"{title} ({count})"
        if name is not None:
            name.set(VAL, shown)
        if here != identity or renaming:
            for element in [e for e in style if e.tag == w("aliases")]:
                style.remove(element)
        if here != identity:
            style.set(w("customStyle"), "1")
        style.set(_ID, here)
        self._ids.add(here)
        self._names.add(shown.casefold())
        self._root.append(style)
        return here

    def _tie(self, own: Mapping[str, Element], names: Mapping[str, str]) -> None:
        """Let styles that came together name one another by their new names."""
        mine = {names[identity]: identity for identity in own}
        for style in self._root.iterchildren(_STYLE):
            identity = mine.get(style.get(_ID, ""))
            if identity is None or identity == style.get(_ID):
                continue
            for tag in (_LINK, _NEXT):
                other = style.find(tag)
                if other is not None:
                    other.set(VAL, names.get(other.get(VAL, ""), other.get(VAL, "")))


def _default(own: Mapping[str, Element], kind: str) -> str:
    """The default style of a kind; without one there is nothing to name."""
    return next((i for i, s in own.items() if s.get(_TYPE) == kind and s.get(_DEFAULT) in ("1", "true", "on")), "")


def _parents_first(own: Mapping[str, Element]) -> Iterator[str]:
    done: set[str] = set()
    for identity in own:
        chain: list[str] = []
        at = identity
        while at in own and at not in done and at not in chain:
            chain.append(at)
            at = val(own[at], "basedOn") or ""
        done.update(chain)
        yield from reversed(chain)


def _looks(style: Element, names: Mapping[str, str]) -> bytes:
    plain = copy.deepcopy(style)
    for element in [e for e in plain if e.tag in _FOR_WRITERS]:
        plain.remove(element)
    for element in plain.iter(_NUMPR):
        for inner in list(element):
            element.remove(inner)
    based = plain.find(_BASED)
    if based is not None:
        based.set(VAL, names.get(based.get(VAL, ""), based.get(VAL, "")))
    return etree.tostring(plain, method="c14n", exclusive=True)


def _looks_of_defaults(root: Element) -> bytes:
    found = root.find(w("docDefaults"))
    return b"" if found is None else etree.tostring(found, method="c14n", exclusive=True)


def _numbered(own: Mapping[str, Element], lists: OwnLists) -> Iterator[tuple[str, Numbered]]:
    """Every paragraph style that stands in a list, by itself or by what it is based on (17.3.1.19, 17.9.23)."""
    for identity, style in own.items():
        if style.get(_TYPE) != "paragraph":
            continue
        chain: list[Element] = []
        indents: dict[str, str] = {}
        number, level, at = "", "", identity
        while at in own and own[at] not in chain and not number:
            chain.append(own[at])
            properties = child(own[at], PPR)
            for name, value in dict(_attributes(properties)).items():
                indents.setdefault(name, value)
            listed = child(properties, _NUMPR)
            level = level or val(listed, "ilvl") or ""
            number = val(listed, "numId") or ""
            owner, at = at, val(own[at], "basedOn") or ""
        if number and number != "0":
            yield identity, Numbered(number, level or lists.level_of_style(number, owner), indents)


def _attributes(properties: Element | None) -> Mapping[str, str]:
    found = child(properties, _IND)
    return {} if found is None else {str(name): str(value) for name, value in found.attrib.items()}
