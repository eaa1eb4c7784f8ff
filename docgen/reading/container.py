"""The parts of a .docx and how they point to one another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from lxml import etree

from docgen.package import is_overgrown
from docgen.reading.opening import refused
from docgen.reading.wordml import NS_RELS, Element, parse

_SAVE: Final = "Hãy mở tệp bằng Word và lưu lại với kiểu Word Document (*.docx)."
_REMOTE: Final = ("http:", "https:", "ftp:", "\\\\", "//", "file://///", "mhtml:")


@dataclass(frozen=True)
class Relation:
    """One line of a .rels: the last word of its type, and the part (or the outside address) it points to."""

    id: str
    kind: str
    target: str
    external: bool


class Container:
    """Finds and parses parts by what they are for. ``ten``: what the file is called in messages."""

    def __init__(self, parts: Mapping[str, bytes], ten: str) -> None:
        self._parts, self._ten = parts, ten
        # 10.1.1 of ECMA-376 Part 2: names of parts are equal whatever the case of their letters.
        self._names = {name.lower(): name for name in parts}
        self._relations: dict[str, tuple[Relation, ...]] = {}
        self.main = self._find_main()

    def _find_main(self) -> str:
        for relation in self.relations(""):
            if relation.kind == "officeDocument" and self.has(relation.target):
                return relation.target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise refused(self._ten, "Tệp không có phần nội dung của một văn bản Word.", _SAVE)

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name.lower() in self._names

    def names(self) -> Iterator[str]:
        """List all parts."""
        return iter(self._parts)

    def data(self, name: str) -> bytes:
        """Give the bytes of a part that is there."""
        return self._parts[self._names[name.lower()]]

    def find(self, name: str | None) -> Element | None:
        """Parse a part; None when there is none. Raises Unusable as :meth:`root` does."""
        return None if name is None or not self.has(name) else self.root(name)

    def root(self, name: str) -> Element:
        """Parse a part that is there. Raises Unusable when it is no XML, or XML that is a trap."""
        data = self.data(name)
        if is_overgrown(data):
            raise refused(self._ten, f"Phần “{name}” của tệp quá nhiều thành phần, không phải một văn bản bình thường.")
        try:
            root = parse(data)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise refused(
                self._ten, f"Phần “{name}” của tệp đã hỏng (không phải là XML đúng), không đọc được.", _SAVE
            ) from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise refused(self._ten, f"Phần “{name}” của tệp có khai báo DOCTYPE, tệp Word không được có.", _SAVE)
        return root

    def relations(self, name: str) -> tuple[Relation, ...]:
        """List what a part points to; "" for the package itself."""
        if name not in self._relations:
            folder, _, file = name.rpartition("/")
            root = self.find(posixpath.join(folder, "_rels", f"{file}.rels"))
            self._relations[name] = () if root is None else tuple(_relation(line, folder) for line in _lines(root))
        return self._relations[name]

    def related(self, kind: str, name: str | None = None) -> str | None:
        """Find the part of a kind ("styles", "numbering" …) that ``name`` (the main part) points to."""
        for relation in self.relations(self.main if name is None else name):
            if relation.kind == kind and not relation.external and self.has(relation.target):
                return relation.target
        return None

    def ids(self) -> dict[str, str]:
        """Map what the main part calls other parts (r:id) to their names."""
        lines = self.relations(self.main)
        return {line.id: line.target for line in lines if not line.external and self.has(line.target)}

    def external(self) -> int:
        """Count what the text needs from outside the file, hyperlinks apart: it is never fetched.

        Raises Unusable for what makes Word load documents or programs from the network, and for text kept in parts
        that only Word can read (altChunk, master documents).
        """
        count = 0
        for name in [n for n in self._names.values() if n.lower().endswith(".rels")]:
            owner = posixpath.join(posixpath.dirname(posixpath.dirname(name)), posixpath.basename(name)[:-5])
            for relation in self.relations(owner):
                self._check(relation)
                count += relation.external and relation.kind not in ("hyperlink", "attachedTemplate")
        return count

    def _check(self, relation: Relation) -> None:
        if relation.kind in ("aFChunk", "subDocument"):
            raise refused(self._ten, "Một phần văn bản nằm trong tệp khác được ghép vào, chưa đọc được.", _SAVE)
        remote = relation.external and relation.target.lower().startswith(_REMOTE)
        if remote and relation.kind in ("attachedTemplate", "oleObject", "frame"):
            raise refused(
                self._ten,
                f"Tệp tự nạp mẫu hoặc đối tượng từ bên ngoài ({relation.target[:80]}): đó là dấu hiệu của tệp độc.",
                "Không nên mở tệp này; hãy xin lại bản sạch từ nơi gửi.",
            )


def _lines(root: Element) -> Iterator[Element]:
    return root.iterchildren(f"{{{NS_RELS}}}Relationship")


def _relation(line: Element, folder: str) -> Relation:
    target, external = line.get("Target", ""), line.get("TargetMode") == "External"
    if not external:
        path = unquote(target).replace("\\", "/")
        target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/")
    return Relation(line.get("Id", ""), line.get("Type", "").rpartition("/")[2], target, external)
