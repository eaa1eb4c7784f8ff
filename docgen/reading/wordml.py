"""The vocabulary of WordprocessingML as readers need it: names, measures, switches, careful parsing."""

from __future__ import annotations

import functools
import re
from typing import Final

from lxml import etree

Element = etree._Element

NS_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NS_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NS_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
NS_WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
NS_WPS: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
NS_WPG: Final = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
NS_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
NS_V: Final = "urn:schemas-microsoft-com:vml"
NS_O: Final = "urn:schemas-microsoft-com:office:office"
NS_M: Final = "http://schemas.openxmlformats.org/officeDocument/2006/math"
NS_W14: Final = "http://schemas.microsoft.com/office/word/2010/wordml"
NS_XML: Final = "http://www.w3.org/XML/1998/namespace"
NS_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"

MM_PER_TWIP: Final = 25.4 / 1440
MM_PER_PT: Final = 25.4 / 72
MM_PER_EMU: Final = 25.4 / 914400

# A "strict" file (ISO/IEC 29500-1) says the same things under other names.
_STRICT: Final = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", NS_W.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", NS_R.encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", NS_M.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", NS_A.encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", NS_WP.encode()),
)


@functools.cache
def w(name: str) -> str:
    """Write ``w:name`` as lxml does."""
    return f"{{{NS_W}}}{name}"


P, R, T, TAB, BR = w("p"), w("r"), w("t"), w("tab"), w("br")
TBL, TR, TC = w("tbl"), w("tr"), w("tc")
PPR, RPR, SECTPR, VAL = w("pPr"), w("rPr"), w("sectPr"), w("val")
ALTERNATE, CHOICE, FALLBACK = (f"{{{NS_MC}}}{name}" for name in ("AlternateContent", "Choice", "Fallback"))


def parse(xml: bytes) -> Element:
    """Parse a part, or raise :class:`lxml.etree.XMLSyntaxError`: no entity, no network, no recovery.

    Without ``huge_tree`` the depth of nesting and the length of one text are bounded by libxml2 itself.
    """
    if b"purl.oclc.org/ooxml" in xml:
        for strict, usual in _STRICT:
            xml = xml.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(xml, parser)


# ST_UniversalMeasure (ECMA-376 Part 1, 22.9.2.15), in twips.
_UNITS: Final = {"": 1.0, "pt": 20.0, "mm": 1440 / 25.4, "cm": 14400 / 25.4, "in": 1440.0, "pc": 240.0, "pi": 240.0}
_MEASURE: Final = re.compile(r"\s*([+-]?\d{1,9}(?:\.\d{0,9})?)(pt|mm|cm|in|pc|pi|)\s*")


@functools.lru_cache(4096)
def twips(value: str | None) -> float | None:
    """Read a measure, a bare number being twips; None for what is no measure."""
    found = _MEASURE.fullmatch(value) if value else None
    return float(found[1]) * _UNITS[found[2]] if found else None


@functools.lru_cache(4096)
def half_points(value: str | None) -> float | None:
    """Read a font size as points, a bare number being half points; None for what is none."""
    found = _MEASURE.fullmatch(value) if value else None
    if not found:
        return None
    return float(found[1]) * (_UNITS[found[2]] / 20 if found[2] else 0.5)


def whole(value: str | None, least: int = -(2**31), most: int = 2**31) -> int | None:
    """Read a whole number, held between bounds; None for what is none."""
    try:
        number = int(value) if value and len(value) < 20 else None
    except ValueError:
        return None
    return None if number is None else min(max(number, least), most)


def switched_on(value: str | None) -> bool:
    """Read the ``w:val`` of a switch that is present (ECMA-376 Part 1, 17.17.4): only a plain no is no."""
    return value not in ("0", "false", "off", "none")


def child(parent: Element | None, tag: str) -> Element | None:
    """Find the first child of that tag; as ``find``, but without its detour through paths."""
    return None if parent is None else next(parent.iterchildren(tag), None)


def val(parent: Element | None, name: str) -> str | None:
    """Read ``w:val`` of the child ``w:name``."""
    found = child(parent, w(name))
    return None if found is None else found.get(VAL)


def has(parent: Element | None, name: str) -> bool:
    """Tell whether the switch ``w:name`` is there and on."""
    found = child(parent, w(name))
    return found is not None and switched_on(found.get(VAL))


def chosen(alternate: Element) -> Element | None:
    """Pick the branch of an ``mc:AlternateContent`` that Word shows; the other says the same thing again."""
    branches = [*alternate.iterchildren(CHOICE), *alternate.iterchildren(FALLBACK)]
    return next((branch for branch in branches if _says_something(branch)), branches[0] if branches else None)


_TELLING: Final = (w("txbxContent"), w("t"), w("drawing"), w("pict"), w("object"), w("sym"))


def _says_something(branch: Element) -> bool:
    return next(branch.iter(*_TELLING), None) is not None
