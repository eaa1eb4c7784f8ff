"""What a file says of all its text at once (w:docDefaults) → said by the styles that are based on no other.

A file has one such set. A copy with another one keeps its look only when its own styles say it.
"""

from __future__ import annotations

import copy
from typing import Final

from lxml import etree

from docgen.batch.merging.tags import tags
from docgen.reading.wordml import PPR, RPR, VAL, Element, w
from docgen.render import wordml

# ECMA-376 Part 1, 17.7.5: what holds where nothing is said; Word's own values for what the standard leaves open.
_NEUTRAL: Final = {
    "spacing": {"before": "0", "after": "0", "line": "240", "lineRule": "auto"},
    "ind": {"left": "0", "right": "0", "firstLine": "0"},
    "rFonts": dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), "Times New Roman"),
    "sz": {"val": "20"},
    "szCs": {"val": "20"},
    "jc": {"val": "left"},
    "color": {"val": "auto"},
    "u": {"val": "none"},
    "kern": {"val": "0"},
    "w": {"val": "100"},
    "position": {"val": "0"},
    "vertAlign": {"val": "baseline"},
    "highlight": {"val": "none"},
    "textAlignment": {"val": "auto"},
    "widowControl": {"val": "1"},
    "autoSpaceDE": {"val": "1"},
    "autoSpaceDN": {"val": "1"},
    "overflowPunct": {"val": "1"},
    "kinsoku": {"val": "1"},
    "snapToGrid": {"val": "1"},
    "adjustRightInd": {"val": "1"},
}
_OFF: Final = frozenset(
    tags(
        "b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof vanish webHidden rtl "
        "cs keepNext keepLines pageBreakBefore wordWrap suppressLineNumbers suppressAutoHyphens topLinePunct "
        "bidi contextualSpacing mirrorIndents suppressOverlap"
    )
)
# Of spacing between letters the neutral value has another attribute than of spacing between lines.
_LETTER_SPACING: Final = {"val": "0"}
# Single attributes of these are inherited by themselves; of the others the element as a whole.
_BY_ATTRIBUTE: Final = frozenset({w("spacing"), w("ind"), w("rFonts"), w("lang")})


def of(styles: Element, tag: str) -> Element | None:
    """The defaults of all runs (``RPR``) or paragraphs (``PPR``); None when the file has none."""
    holder = "rPrDefault" if tag == RPR else "pPrDefault"
    return styles.find(f"{w('docDefaults')}/{w(holder)}/{tag}")


def write_into(style: Element, own: Element, base: Element) -> None:
    """Make a paragraph style say the defaults of its own file where the made file has those of ``base``.

    style: based on no other. own, base: the roots of both style sheets.
    """
    for tag in (PPR, RPR):
        wanted = _against(of(own, tag), of(base, tag), tag)
        if not len(wanted):
            continue
        holder = _holder(style, tag)
        for said in wanted:
            _say(holder, said)


def _against(own: Element | None, base: Element | None, tag: str) -> Element:
    """What must be said so that over ``base`` the result is ``own``."""
    made = etree.Element(tag)
    for element in base if base is not None else ():
        neutral = _neutral(element, tag)
        if neutral is not None:
            made.append(neutral)
    for element in own if own is not None else ():
        _say(made, element, stronger=True)
    return made


def _neutral(element: Element, tag: str) -> Element | None:
    name = str(element.tag).rpartition("}")[2]
    made = element.makeelement(element.tag)
    if element.tag in _OFF:
        made.set(VAL, "0")
        return made
    values = _LETTER_SPACING if name == "spacing" and tag == RPR else _NEUTRAL.get(name)
    for attribute, value in (values or {}).items():
        made.set(w(attribute), value)
    return made if values else None


def _say(holder: Element, said: Element, stronger: bool = False) -> None:
    """Put one property into a holder where it stands in the schema's order; what the holder says itself stays."""
    found = holder.find(said.tag)
    if found is None:
        if holder.tag in (PPR, RPR) and str(said.tag).startswith(w("")):
            found = wordml.child(holder, str(said.tag).rpartition("}")[2])
        else:
            found = holder.makeelement(said.tag)
            holder.append(found)
        for name, value in said.attrib.items():
            found.set(name, value)
        found.extend(copy.deepcopy(inner) for inner in said)
    elif said.tag in _BY_ATTRIBUTE or stronger:
        for name, value in said.attrib.items():
            if stronger or name not in found.attrib:
                found.set(name, value)


def _holder(style: Element, tag: str) -> Element:
    """The pPr or rPr of a style, after its names and before what the schema puts later."""
    found = style.find(tag)
    if found is not None:
        return found
    made = style.makeelement(tag)
    later = {PPR: (RPR,), RPR: ()}[tag]
    tail = (*later, *map(w, ("tblPr", "trPr", "tcPr", "tblStylePr")))
    at = next((index for index, element in enumerate(style) if element.tag in tail), len(style))
    style.insert(at, made)
    return made
