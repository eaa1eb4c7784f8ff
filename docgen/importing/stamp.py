"""The version of the template in the properties of each paper: whoever has the file alone can see it in Word."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from docgen import __version__, package
from docgen.reading.container import Container
from docgen.reading.stamp import PROPERTIES, PROPERTY, TEMPLATE, TOOL
from docgen.reading.wordml import Element, parse

# Enough to tell the versions of one template apart; the whole of it stands in the data a paper carries.
SHOWN_HEX: Final = 8
_TYPES: Final = "[Content_Types].xml"
_TOP: Final = "_rels/.rels"
_PART: Final = "docProps/custom{}.xml"
_VALUES: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_KIND: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
# 22.3.2.2: the one format id of properties users define; their numbers begin with 2.
_FORMAT_ID: Final = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST: Final = 2


def stamped(parts: Mapping[str, bytes], ten: str, sha256: str) -> dict[str, bytes]:
    """The parts of a template that are others in its papers, for the stamp; properties of its own are kept.

    ten: the template's name without its ending. sha256: of its file, hexadecimal.
    """
    file = Container(parts, ten)
    name = file.related("custom-properties", "")
    if name is not None:
        name = next(part for part in parts if part.lower() == name.lower())
        return {name: _written(file.find(name), ten, sha256)}
    taken = {part.lower() for part in parts}
    name = next(n for n in (_PART.format(number or "") for number in range(len(taken) + 1)) if n.lower() not in taken)
    return {
        name: _written(None, ten, sha256),
        _TYPES: package.with_types(parts[_TYPES], {name: _CONTENT}),
        _TOP: package.with_relation(parts.get(_TOP), _KIND, name),
    }


def _written(root: Element | None, ten: str, sha256: str) -> bytes:
    """The properties part with the stamp; root: the template's own one."""
    if root is None or root.tag != f"{{{PROPERTIES}}}Properties":
        root = parse(f'<Properties xmlns="{PROPERTIES}" xmlns:vt="{_VALUES}"/>'.encode())
    # A template that was once a paper has a stamp already.
    for element in [e for e in root.iterchildren(PROPERTY) if e.get("name") in (TEMPLATE, TOOL)]:
        root.remove(element)
    numbers = [int(told) for e in root.iterchildren(PROPERTY) if (told := e.get("pid", "")).isdecimal()]
    number = max([_FIRST - 1, *numbers]) + 1
    said = {TEMPLATE: f"{ten}, bản {sha256[:SHOWN_HEX]}", TOOL: __version__}
    for pid, (name, value) in enumerate(said.items(), number):
        element = etree.SubElement(root, PROPERTY, fmtid=_FORMAT_ID, pid=str(pid), name=name)
        etree.SubElement(element, f"{{{_VALUES}}}lpwstr").text = value
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
