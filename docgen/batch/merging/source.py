"""One copy as it comes: its parts, where each of them leads, and of what kind they are."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docgen.errors import Fault, Unusable
from docgen.reading.container import Container
from docgen.reading.opening import open_source
from docgen.reading.wordml import NS_RELS, Element

NS_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships"


@dataclass(frozen=True)
class Link:
    """One relationship: type is the whole URI, kind its last word; target a part's name, or what stands outside."""

    type: str
    target: str
    external: bool

    @property
    def kind(self) -> str:
        """The last word of the type."""
        return self.type.rpartition("/")[2]


class Copy:
    """A .docx among the copies. number: its place, from 1; ten: what messages call it."""

    def __init__(self, number: int, path: Path) -> None:
        self.number, self.ten = number, path.name
        opened = open_source(path, self.ten)
        if opened.kind != "docx":
            sua = "Hãy mở tệp bằng Word và lưu lại với kiểu Word Document (*.docx)."
            raise self.refused("Đây không phải là tệp Word (.docx) nên không ghép được.", sua)
        self.parts: Mapping[str, bytes] = opened.parts
        self.container = Container(opened.parts, self.ten)
        # Also refuses what would be loaded from outside, and text that stands in files of its own.
        self.container.external()
        self._types: tuple[dict[str, str], dict[str, str]] | None = None

    def refused(self, loi: str, sua: str = "") -> Unusable:
        """Make the refusal of this copy."""
        return Unusable(Fault(self.ten, loi, sua))

    def part(self, kind: str) -> Element | None:
        """Parse the part of a kind that the text leads to; None when there is none."""
        return self.container.find(self.container.related(kind))

    def part_data(self, kind: str) -> bytes:
        """Give the bytes of such a part; empty when there is none."""
        name = self.container.related(kind)
        return b"" if name is None else self.container.data(name)

    def links(self, owner: str) -> dict[str, Link]:
        """Map the ids that a part uses to where they lead."""
        folder, _, file = owner.rpartition("/")
        root = self.container.find(posixpath.join(folder, "_rels", f"{file}.rels"))
        lines = () if root is None else root.iterchildren(f"{{{NS_RELS}}}Relationship")
        known = {relation.id: relation for relation in self.container.relations(owner)}
        found = {}
        for line in lines:
            relation = known[line.get("Id", "")]
            kind = line.get("Type", "").replace(_STRICT, OFFICE)
            # A link to a place in the text itself is no part.
            inside = not relation.external and not line.get("Target", "").startswith("#")
            found[relation.id] = Link(kind, relation.target if inside else line.get("Target", ""), not inside)
        return found

    def content_type(self, name: str) -> str:
        """Tell the content type of a part; a guess by no one: "" when the file does not say it."""
        if self._types is None:
            root = self.container.root("[Content_Types].xml")
            defaults = {e.get("Extension", "").lower(): e.get("ContentType", "") for e in root if e.get("Extension")}
            named = {e.get("PartName", "").lower(): e.get("ContentType", "") for e in root if e.get("PartName")}
            self._types = defaults, named
        defaults, named = self._types
        return named.get(f"/{name}".lower()) or defaults.get(name.rpartition(".")[2].lower(), "")
