"""The data of a paper inside its .docx: a custom XML part (ECMA-376 Part 1, 15.2.5; Part 2, 9.3), as Word keeps it.

The part says who made it, from which template, what the paper said then, and the data: JSON of plain values by the
names of the vocabulary. Word and LibreOffice carry it along when they save the file.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from xml.sax.saxutils import quoteattr

from lxml import etree

from docgen import __version__, package
from docgen.errors import DocgenError
from docgen.importing.fingerprint import Said, fingerprint_of, speaking
from docgen.intake import json_text
from docgen.reading.container import Container
from docgen.reading.wordml import parse

NAMESPACE = "urn:docgen:du-lieu:1"

_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PROPS_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
# 22.5.2.1: any identifier will do as long as no other part of the file has it.
_ITEM_ID = "{6D0C6E3A-5B7E-4D0C-9A51-0D0C6E5D0A7A}"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="{}"?>\n'
# The name of the namespace stands in the first tag.
_HEAD_BYTES = 1000
_ITEM = re.compile(r"customXml/item(\d+)\.xml", re.IGNORECASE)


@dataclass(frozen=True)
class Embedded:
    """What a paper carries. raw: plain values. dau_van: what the paper said when it was made (``fingerprint``).

    phien_ban: the docgen that made it. mau: SHA-256 of the template, "" when it was not told.
    """

    raw: dict[str, Any]
    dau_van: str
    phien_ban: str = ""
    mau: str = ""


class Place:
    """Where the data goes among the parts of a template, and so of every paper made from it.

    parts: the template's own. mau: the SHA-256 of its file. still: what the place takes whatever the data is, name →
    bytes; some of it in place of parts of the template.
    """

    def __init__(self, parts: Mapping[str, bytes], mau: str = "") -> None:
        number = 1 + max((int(found[1]) for name in parts if (found := _ITEM.fullmatch(name))), default=0)
        self._item, props = f"customXml/item{number}.xml", f"customXml/itemProps{number}.xml"
        self._mau = mau
        folder, _, name = Container(parts, "").main.rpartition("/")
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        target = posixpath.relpath(self._item, folder or ".")
        self.still = {
            props: _props(),
            f"customXml/_rels/item{number}.xml.rels": _relations(f"itemProps{number}.xml"),
            _TYPES: package.with_types(parts[_TYPES], {props: _PROPS_TYPE, self._item: "application/xml"}),
            relations: package.with_relation(parts.get(relations), f"{_OFFICE}/relationships/customXml", target),
        }
        self._speaking = speaking(parts)
        # Words of the template's own are read once; a fingerprint takes them for a part.
        self._still = {name: Said(parts.get(name, b"")) for name in self._speaking}

    def carrying(self, data: bytes, said: str) -> dict[str, bytes]:
        """The part with the data, as :func:`docgen.importing.data_text.data_text` writes it.

        said: the fingerprint of the paper's parts.
        """
        return {self._item: _item(data, said, self._mau)}

    def said(self, made: Mapping[str, bytes]) -> str:
        """The fingerprint of a paper; made: its parts that are not the template's own."""
        return fingerprint_of(made[name] if name in made else self._still[name] for name in self._speaking)


def carried_by(parts: Mapping[str, bytes]) -> Embedded | None:
    """Find the data among the parts of a .docx; None when it carries none, or none that can be read."""
    for name in sorted(parts):
        if _ITEM.fullmatch(name) and NAMESPACE.encode() in parts[name][:_HEAD_BYTES]:
            found = extract(parts[name])
            if found is not None:
                return found
    return None


def extract(data: bytes) -> Embedded | None:
    """Read the custom XML part; None when it is none of docgen's, or was damaged."""
    try:
        root = parse(data)
        raw = json_text.read(root.text or "").checked().raw
    except (etree.XMLSyntaxError, DocgenError):
        return None
    if root.tag != f"{{{NAMESPACE}}}docgen":
        return None
    return Embedded(raw, root.get("dau-van", ""), root.get("phien-ban", ""), root.get("mau", ""))


def _item(data: bytes, said: str, mau: str) -> bytes:
    attributes = {"xmlns": NAMESPACE, "phien-ban": __version__, "mau": mau, "dau-van": said}
    shown = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items() if value)
    return b"%s<docgen %s>%s</docgen>" % (_XML.format("yes").encode(), shown.encode(), data)


def _props() -> bytes:
    return (
        f'{_XML.format("no")}<ds:datastoreItem ds:itemID="{_ITEM_ID}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()


def _relations(target: str) -> bytes:
    return (
        f'{_XML.format("yes")}<Relationships xmlns="{package.RELATIONS}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/customXmlProps" Target="{target}"/></Relationships>'
    ).encode()
