"""Sections: which one holds a paragraph, how wide its text is, and laying it on its side."""

from __future__ import annotations

from docgen.render import wordml
from docgen.render.wordml import Element, twips, w

_RELATION = f"{{{wordml.NS_R}}}id"
# ECMA-376 Part 1, 17.6.13: the page when nothing says otherwise is taken as A4 (NĐ 30, PL I, P.I, M.I, k.1).
_A4_TWIP = (11906, 16838)


def of(paragraph: Element) -> Element | None:
    """The ``w:sectPr`` of the section a body paragraph stands in: the next one at or after it."""
    block: Element | None = paragraph
    while block is not None:
        parent = block.getparent()
        if parent is not None and parent.tag == wordml.BODY:
            break
        block = parent
    while block is not None:
        found = block if block.tag == wordml.SECTPR else _carried(block)
        if found is not None:
            return found
        block = block.getnext()
    return None


def _carried(block: Element) -> Element | None:
    """The section break at the end of a block; a content control may hold the paragraph that carries it."""
    carried = [p.find(f"{wordml.PPR}/{wordml.SECTPR}") for p in block.iter(wordml.P)]
    return next((s for s in carried if s is not None), None)


def text_width(section: Element) -> int:
    """The width between the margins, in twips."""
    margins = section.find(w("pgMar"))
    taken = sum(twips(margins, name) or 0 for name in ("left", "right", "gutter"))
    return (twips(section.find(w("pgSz")), "w") or _A4_TWIP[0]) - taken


def tables(section: Element) -> list[Element]:
    """The tables of a section that stand in no other table."""
    last: Element = section
    while (parent := last.getparent()) is not None and parent.tag != wordml.BODY:
        last = parent
    block: Element | None = last.getprevious() if last is section else last
    found: list[Element] = []
    while block is not None and (block is last or _carried(block) is None):
        if block.tag == wordml.TBL:
            found.append(block)
        else:
            found += [table for table in block.iter(wordml.TBL) if wordml.ancestor(table, wordml.TBL) is None]
        block = block.getprevious()
    return found


def foot_as_later(section: Element) -> None:
    """Give the first page of a section the foot of its other pages: none, when those have none (17.10.2)."""
    feet = {reference.get(w("type")): reference for reference in section.findall(w("footerReference"))}
    first, later = feet.get("first"), feet.get("default")
    if first is None:
        return
    if later is None:
        section.remove(first)
    else:
        first.set(_RELATION, later.get(_RELATION, ""))


def lay_sideways(section: Element) -> None:
    """Make a section landscape: width and height change places, margins stay as the template has them."""
    size = wordml.child(section, "pgSz")
    width = twips(size, "w") or _A4_TWIP[0]
    height = twips(size, "h") or _A4_TWIP[1]
    size.set(w("w"), str(max(width, height)))
    size.set(w("h"), str(min(width, height)))
    size.set(w("orient"), "landscape")
