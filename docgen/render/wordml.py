"""The vocabulary of WordprocessingML: names, strict parsing, children in the order the schema wants."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree

from docgen.package import parser

Element = etree._Element

NS_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NS_XML: Final = "http://www.w3.org/XML/1998/namespace"


def w(name: str) -> str:
    """``w:name`` as lxml writes it."""
    return f"{{{NS_W}}}{name}"


P, R, T, BR, TAB = w("p"), w("r"), w("t"), w("br"), w("tab")
TBL, TR, TC, BODY = w("tbl"), w("tr"), w("tc"), w("body")
PPR, RPR, SECTPR, VAL = w("pPr"), w("rPr"), w("sectPr"), w("val")
SPACE: Final = f"{{{NS_XML}}}space"

# ECMA-376 Part 1, 17.3.1.26 (pPr) and 17.3.2.28 (rPr): Word refuses children in another order.
_ORDER: Final[dict[str, str]] = {
    PPR: "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    RPR: "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs "
    "em lang eastAsianLayout specVanish oMath rPrChange",
    # 17.6.17
    SECTPR: "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    w("tcPr"): "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
}
_RANK: Final = {parent: {w(name): i for i, name in enumerate(names.split())} for parent, names in _ORDER.items()}


def parse(xml: bytes) -> Element:
    """The root of ``xml``; raises :class:`lxml.etree.XMLSyntaxError`."""
    return etree.fromstring(xml, parser())


def serialise(root: Element) -> bytes:
    """The part as bytes, with an XML declaration; equal trees give equal bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def canonical(xml: bytes | None) -> bytes | None:
    """The one form (C14N 1.0) of all ways to write the same part."""
    return None if xml is None else etree.tostring(parse(xml), method="c14n")


def child(parent: Element, name: str) -> Element:
    """The child ``w:name`` of a pPr, rPr, tcPr or sectPr, made at its place in the schema's order when missing."""
    tag = w(name)
    found = parent.find(tag)
    if found is not None:
        return found
    rank = _RANK[parent.tag]
    made = parent.makeelement(tag)
    for index, sibling in enumerate(parent):
        if rank.get(sibling.tag, len(rank)) > rank[tag]:
            parent.insert(index, made)
            return made
    parent.append(made)
    return made


def properties(element: Element, tag: str) -> Element:
    """The pPr of a paragraph, rPr of a run or tcPr of a cell, made as first child when missing."""
    found = element.find(tag)
    if found is None:
        found = element.makeelement(tag)
        element.insert(0, found)
    return found


def ancestor(element: Element, tag: str) -> Element | None:
    """The nearest ancestor called ``tag``."""
    return next(element.iterancestors(tag), None)


def own(paragraph: Element) -> Iterator[Element]:
    """Everything inside a paragraph in document order, but not what stands in a text box anchored in it."""
    stack = list(reversed(paragraph))
    while stack:
        element = stack.pop()
        if not isinstance(element.tag, str) or element.tag == P:
            continue
        yield element
        stack.extend(reversed(element))


def text_of(paragraph: Element) -> str:
    """The paragraph's own text; tabs and line breaks as one blank each."""
    found = []
    for element in own(paragraph):
        if element.tag == T:
            found.append(element.text or "")
        elif element.tag in (TAB, BR) and element.getparent().tag == R:  # type: ignore[union-attr]
            found.append(" ")
    return "".join(found)


def twips(element: Element | None, *names: str) -> int | None:
    """The first of the attributes ``w:names`` as a whole number of twips; None when absent or not a number.

    Transitional files write ``w:left``, newer ones ``w:start`` for the same thing, hence several names.
    """
    if element is None:
        return None
    for name in names:
        value = element.get(w(name))
        if value is not None:
            try:
                return round(float(value))
            except ValueError:
                return None
    return None


def switched_on(element: Element | None) -> bool | None:
    """The meaning of a toggle such as ``w:b``: None absent, else on or off (ECMA-376 17.17.4)."""
    if element is None:
        return None
    return element.get(VAL, "1") not in ("0", "false", "off")
