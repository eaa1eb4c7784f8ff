"""A copy of a Word file with a comment at every finding; the original is never touched.

Comments go into ``word/comments.xml`` (ECMA-376 Part 1, 17.13.4); those that are there stay as they are. They carry
no date, so that equal input gives equal bytes.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from lxml import etree

from docgen import package
from docgen.checking import anchors, ranges
from docgen.checking.anchors import Element
from docgen.checking.finding import Finding
from docgen.checking.report.wording import grave, seen_and_wanted, where
from docgen.checking.result import Report
from docgen.errors import Fault, Unusable
from docgen.reading.container import Container
from docgen.reading.facts import Paper
from docgen.reading.opening import open_source

AUTHOR: Final = "docgen"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NS_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_NS_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_NS_XML: Final = "http://www.w3.org/XML/1998/namespace"
_STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_RELATION: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION: Final = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"


def annotate(source: Path | bytes, paper: Paper, report: Report) -> bytes:
    """Copy the .docx ``source`` with a comment at the place of every finding of ``report``.

    paper: what was read from that very file. What concerns the whole paper, a header or a footer stands at its first
    paragraph. Raises Unusable when the source is no .docx.
    """
    opened = open_source(source, report.ten)
    if opened.kind != "docx":
        loi = "Chỉ ghi nhận xét được vào tệp Word (.docx)."
        raise Unusable(Fault(report.ten or "tệp", loi, "Hãy lưu tệp lại với kiểu Word Document (*.docx)."))
    return package.write(_Copy(opened.parts, report.ten).annotated(paper, report))


@dataclass
class _Copy:
    parts: dict[str, bytes]
    ten: str

    def annotated(self, paper: Paper, report: Report) -> dict[str, bytes]:
        """Give the parts with the comments in them; the same parts when there is nothing to say."""
        container = Container(self.parts, self.ten)
        root = _parsed(container.data(container.main))
        body = next((child for child in root if anchors.local(child) == "body"), None)
        first = next(root.iter(f"{_ns(root)}p"), None)
        if body is None or first is None or not report.findings:
            return self.parts
        name = container.related("comments")
        comments = self._comments(root) if name is None else _parsed(container.data(name))
        places = anchors.find(paper, body)
        number = _free_id(root, comments)
        for finding in report.findings:
            doan = _paragraph(finding, paper)
            element = places.get(doan, first) if doan is not None else first
            khoang = finding.khoang if finding.doan == doan else None
            ranges.mark(element, number, khoang, "" if doan is None else paper.paras[doan].text)
            comments.append(_comment(finding, number, _ns(root)))
            number += 1
        changed = dict(self.parts)
        changed[self._real(container.main)] = _written(root)
        if name is None:
            name = self._new_part(container, changed, strict=_STRICT in _ns(root))
        changed[self._real(name)] = _written(comments)
        return changed

    def _real(self, name: str) -> str:
        """Give the name as the zip spells it: names of parts are equal whatever the case of their letters."""
        return next((known for known in self.parts if known.lower() == name.lower()), name)

    def _comments(self, root: Element) -> Element:
        return etree.Element(f"{_ns(root)}comments", nsmap={"w": _ns(root)[1:-1]})

    def _new_part(self, container: Container, changed: dict[str, bytes], strict: bool) -> str:
        """Announce a new part for comments beside the main part; gives its name."""
        folder, _, file = container.main.rpartition("/")
        name = posixpath.join(folder, "comments.xml")
        while container.has(name):
            name = name.replace("comments", "comments-docgen")
        types = _parsed(changed["[Content_Types].xml"])
        etree.SubElement(types, f"{{{_NS_TYPES}}}Override", PartName=f"/{name}", ContentType=_TYPE)
        changed["[Content_Types].xml"] = _written(types)
        rels = self._real(posixpath.join(folder, "_rels", f"{file}.rels"))
        lines = _parsed(changed[rels]) if rels in changed else etree.Element(f"{{{_NS_RELS}}}Relationships")
        taken = {line.get("Id") for line in lines}
        identity = next(f"rIdNhanXet{n}" for n in range(1, len(taken) + 2) if f"rIdNhanXet{n}" not in taken)
        kind = _STRICT_RELATION if strict else _RELATION
        target = posixpath.basename(name)
        etree.SubElement(lines, f"{{{_NS_RELS}}}Relationship", Id=identity, Type=kind, Target=target)
        changed[rels] = _written(lines)
        return name


def _paragraph(finding: Finding, paper: Paper) -> int | None:
    """Find the paragraph a comment hangs on: Word takes none in headers, footers and text boxes."""
    if finding.doan is not None:
        box = paper.paras[finding.doan].hop_chu
        return finding.doan if box is None else box
    if finding.noi is None or finding.noi.phan != "chú thích":
        return None
    keys = {key for key, notes in paper.chu_thich.items() if any(note.place is finding.noi for note in notes)}
    return next((index for index, para in enumerate(paper.paras) if keys & set(para.chu_thich)), None)


def _comment(finding: Finding, number: int, ns: str) -> Element:
    comment = etree.Element(f"{ns}comment", {f"{ns}id": str(number), f"{ns}author": AUTHOR, f"{ns}initials": "dg"})
    for line in _lines(finding):
        run = etree.SubElement(etree.SubElement(comment, f"{ns}p"), f"{ns}r")
        text = etree.SubElement(run, f"{ns}t", {f"{{{_NS_XML}}}space": "preserve"})
        text.text = "".join(char if char.isprintable() else " " for char in line)
    return comment


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{grave(finding)}: {finding.loi}"
    if finding.doan is None and finding.noi is not None:
        yield f"Ở {where(finding.noi)}: {finding.trich}"
    wanted = seen_and_wanted(finding)
    if wanted:
        yield wanted[:1].upper() + wanted[1:]
    yield f"{finding.dieu_khoan} [{finding.ma}]"


def _free_id(root: Element, comments: Element) -> int:
    """Give the first number that no comment has, here or in a mark left behind in the text."""
    ns = _ns(root)
    marks = root.iter(*(f"{ns}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")))
    taken = [value for mark in (*marks, *comments) if (value := mark.get(f"{ns}id")) is not None]
    return max((int(value) for value in taken if value.isascii() and value.isdigit()), default=-1) + 1


def _ns(root: Element) -> str:
    """Give the namespace of WordprocessingML in this file, in braces."""
    return root.tag.rpartition("}")[0] + "}"


def _parsed(xml: bytes) -> Element:
    """Parse a part that has been looked at when the file was opened: well formed, without DOCTYPE."""
    return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False))


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
