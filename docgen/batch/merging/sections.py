"""The sections of a copy made to stand among others: a new page, numbers from 1, its own headers, its own notes."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from docgen.reading.wordml import NS_R, PPR, SECTPR, TBL, VAL, Element, P, child, has, val, w, whole
from docgen.render import wordml

KINDS: Final = ("header", "footer")
_TYPES: Final = ("default", "first", "even")
_ID: Final = f"{{{NS_R}}}id"
_SDT: Final = w("sdt")
_NEW_PAGE: Final = ("nextPage", "oddPage", "evenPage")
# A paragraph that only ends a section: one point high, so that it fits on every page that is not filled to the brim.
_TINY_TWIPS: Final = "20"
_NOTE_ORDER: Final = ("pos", "numFmt", "numStart", "numRestart")


@dataclass(frozen=True)
class Wanted:
    """How copies stand in the made file.

    odd: each begins on an odd page. even_headers: headers of even pages differ somewhere in the made file.
    blank: gives the id of the empty header or footer.
    """

    odd: bool
    even_headers: bool
    blank: Callable[[str], str]


def find(body: Element) -> list[Element]:
    """List the sections in order; the last is that of the body, made when it has none."""
    last = body.find(SECTPR)
    if last is None:
        last = body.makeelement(SECTPR)
    # It may stand before trailing marks in files of other programs.
    body.append(last)
    inner = [s for s in body.iter(SECTPR) if s is not last and _breaks(s)]
    return [*inner, last]


def settle(sections: list[Element], settings: Element | None, wanted: Wanted, notes: bool, endnotes: bool) -> None:
    """Make the sections of a copy independent of what stands before them, and alike when printed.

    settings: the copy's own (what it says of notes is written into its sections). notes, endnotes: whether it has any.
    """
    _begin(sections[0], wanted.odd)
    if wanted.odd:
        for section in sections[1:]:
            _keep_sides(section)
    _head(sections, has(settings, "evenAndOddHeaders"), wanted)
    for index, section in enumerate(sections):
        if notes:
            _count_notes(section, settings, "footnotePr", index == 0)
        if endnotes:
            _count_notes(section, settings, "endnotePr", index == 0)
            if index < len(sections) - 1:
                # All of them stand at the end of the copy, which is the end of its last section.
                wordml.child(section, "noEndnote")


def close(body: Element, last: Element, style: str) -> None:
    """Turn the section of the body into a break at the end of its last paragraph.

    style: the paragraph style that a bare paragraph of this copy must name, "" for none.
    """
    body.remove(last)
    block = next(body.iterchildren(P, TBL, _SDT, reversed=True), None)
    if block is None or block.tag != P or child(child(block, PPR), SECTPR) is not None:
        block = _tiny(body, style)
        body.append(block)
    wordml.properties(block, PPR)
    properties = child(block, PPR)
    if properties is not None:
        place = wordml.child(properties, "sectPr")
        properties.replace(place, last)


def _tiny(body: Element, style: str) -> Element:
    made = body.makeelement(P)
    properties = wordml.properties(made, PPR)
    if style:
        wordml.child(properties, "pStyle").set(VAL, style)
    spacing = wordml.child(properties, "spacing")
    for name, value in (("before", "0"), ("after", "0"), ("line", _TINY_TWIPS), ("lineRule", "exact")):
        spacing.set(w(name), value)
    mark = wordml.child(properties, "rPr")
    wordml.child(mark, "sz").set(VAL, "2")
    wordml.child(mark, "szCs").set(VAL, "2")
    return made


def _breaks(section: Element) -> bool:
    """Whether it ends a section of the text: not an old state kept by tracked changes."""
    holder = section.getparent()
    return holder is not None and holder.tag == PPR


def _begin(section: Element, odd: bool) -> None:
    wordml.child(section, "type").set(VAL, "oddPage" if odd else "nextPage")
    numbers = wordml.child(section, "pgNumType")
    if numbers.get(w("start")) is None:
        numbers.set(w("start"), "1")


def _keep_sides(section: Element) -> None:
    """Where numbering starts again within a copy, odd numbers stay on front sides: the next copy relies on it."""
    numbers = child(section, w("pgNumType"))
    start = None if numbers is None else whole(numbers.get(w("start")))
    if start is not None and (val(section, "type") or "nextPage") in _NEW_PAGE:
        wordml.child(section, "type").set(VAL, "oddPage" if start % 2 else "evenPage")


def _head(sections: list[Element], own_even: bool, wanted: Wanted) -> None:
    """Say every header and footer in the first section: what is not said there comes from the copy before."""
    needed = _TYPES if wanted.even_headers else _TYPES[:2]
    for kind in KINDS:
        shown: dict[str, str] = {}
        blank = ""
        for section in sections:
            said = _said(section, kind, own_even)
            shown |= said
            if section is sections[0]:
                blank = "" if set(needed) <= set(shown) else wanted.blank(kind)
                for name in (name for name in needed if name not in shown):
                    shown[name] = blank
                    _refer(section, kind, name, blank)
            if wanted.even_headers and not own_even and shown["even"] != shown["default"]:
                shown["even"] = shown["default"]
                for reference in _references(section, kind):
                    if reference.get(w("type")) == "even":
                        section.remove(reference)
                _refer(section, kind, "even", shown["even"])
            if set(shown.values()) == {blank}:
                # An empty header must not push down the text of a page that has none.
                margins = child(section, w("pgMar"))
                if margins is not None:
                    margins.set(w(kind), "0")


def _said(section: Element, kind: str, own_even: bool) -> dict[str, str]:
    """What a section itself says of its headers, type → id; what would not be shown is dropped."""
    said = {}
    for reference in _references(section, kind):
        name = reference.get(w("type"), "default")
        if name == "even" and not own_even:
            section.remove(reference)
        else:
            said[name] = reference.get(_ID, "")
    return said


def _references(section: Element, kind: str) -> list[Element]:
    return list(section.iterchildren(w(f"{kind}Reference")))


def _refer(section: Element, kind: str, name: str, identity: str) -> None:
    made = section.makeelement(w(f"{kind}Reference"))
    made.set(w("type"), name)
    made.set(_ID, identity)
    section.insert(0, made)


def _count_notes(section: Element, settings: Element | None, name: str, first: bool) -> None:
    """Write how notes are counted: as the copy says, but from the beginning where the copy begins."""
    own, general = child(section, w(name)), child(settings, w(name))
    said = {tag: copy.deepcopy(e) for e in _children(general) if (tag := _local(e)) in _NOTE_ORDER}
    said |= {tag: e for e in _children(own) if (tag := _local(e)) in _NOTE_ORDER}
    if name == "endnotePr":
        # Where endnotes stand is said once for the whole file.
        said.pop("pos", None)
    how = said.get("numRestart")
    restart = (how.get(VAL) if how is not None else None) or "continuous"
    holder = wordml.child(section, name)
    for inner in list(holder):
        holder.remove(inner)
    counting = holder.makeelement(w("numRestart"))
    counting.set(VAL, "eachSect" if first and restart == "continuous" else restart)
    said["numRestart"] = counting
    holder.extend(said[tag] for tag in _NOTE_ORDER if tag in said)


def _children(element: Element | None) -> list[Element]:
    return [] if element is None else list(element)


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]
