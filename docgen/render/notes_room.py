"""Room for footnotes in a template that has none: the part, its wiring and the styles Word itself would add.

LibreOffice drops the footnotes part of a template that has no note of its own; the words may bring some all the same.
"""

from __future__ import annotations

import posixpath
from collections.abc import Container, Mapping
from typing import Final

from docgen import package
from docgen.render import wordml
from docgen.render.footnotes import REFERENCE_STYLE, TEXT_STYLE
from docgen.render.parts import Roles
from docgen.render.styles import Styles
from docgen.render.wordml import VAL, Element, w

_KIND: Final = wordml.NS_R
_CONTENT: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_TYPES: Final = "[Content_Types].xml"
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
# ECMA-376 Part 1, 17.11.23 and 17.11.1: the line above the notes, and the one above a note that goes on.
_NOTES: Final = (
    f'{_HEAD}<w:footnotes xmlns:w="{wordml.NS_W}">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
    "</w:footnotes>"
).encode()
_STYLES: Final = f'{_HEAD}<w:styles xmlns:w="{wordml.NS_W}"/>'.encode()
# What Word writes when the first note is inserted into a document without these styles.
_TEXT: Final = '<w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:rPr><w:sz w:val="20"/></w:rPr>'
_REFERENCE: Final = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


def with_room(parts: Mapping[str, bytes], roles: Roles) -> dict[str, bytes]:
    """The parts of a template, those that footnotes need among them; the same ones when nothing is missing."""
    found = dict(parts)
    styles = roles.styles
    if not styles:
        styles = _added(found, roles, "styles", _STYLES)
    if not roles.footnotes:
        _added(found, roles, "footnotes", _NOTES)
    known = Styles(found[styles])
    missing = [
        (name, kind, inside)
        for name, kind, inside in ((TEXT_STYLE, "paragraph", _TEXT), (REFERENCE_STYLE, "character", _REFERENCE))
        if known.id_of(name, kind) is None
    ]
    if missing:
        root = wordml.parse(found[styles])
        for name, kind, inside in missing:
            root.append(_style(root, name, kind, inside))
        found[styles] = wordml.serialise(root)
    return found


def _added(found: dict[str, bytes], roles: Roles, kind: str, content: bytes) -> str:
    """Add a part and lead to it from the document; its name."""
    folder, _, document = roles.document.rpartition("/")
    taken = {name.casefold() for name in found}
    name = _free(posixpath.join(folder, "{}.xml"), kind, taken)
    relations = posixpath.join(folder, "_rels", f"{document}.rels")
    found[name] = content
    found[relations] = package.with_relation(found.get(relations), f"{_KIND}/{kind}", posixpath.basename(name))
    found[_TYPES] = package.with_types(found[_TYPES], {name: _CONTENT.format(kind)})
    return name


def _style(root: Element, name: str, kind: str, inside: str) -> Element:
    """A style of Word's own, based on the template's default one of its kind."""
    taken = {style.get(w("styleId"), "").casefold() for style in root.iterchildren(w("style"))}
    style = wordml.parse(f'<w:style xmlns:w="{wordml.NS_W}">{inside}</w:style>'.encode())
    style.set(w("type"), kind)
    style.set(w("styleId"), _free("{}", name.title().replace(" ", ""), taken))
    told = [("name", name), ("basedOn", _default(root, kind)), ("uiPriority", "99")]
    for place, (tag, value) in enumerate((tag, value) for tag, value in told if value):
        element = style.makeelement(w(tag))
        element.set(VAL, value)
        style.insert(place, element)
    return style


def _default(root: Element, kind: str) -> str:
    for style in root.iterchildren(w("style")):
        if style.get(w("type")) == kind and style.get(w("default")) in ("1", "true", "on"):
            return style.get(w("styleId"), "")
    return ""


def _free(pattern: str, name: str, taken: Container[str]) -> str:
    """The first of ``name``, ``name2`` … in the pattern that is not taken; ``taken``: in small letters."""
    found, number = pattern.format(name), 1
    while found.casefold() in taken:
        number += 1
        found = pattern.format(f"{name}{number}")
    return found
