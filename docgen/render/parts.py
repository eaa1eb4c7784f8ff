"""Which part of the package does what, and which parts a template may not have."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from docgen.errors import DocgenError, Fault, TemplateFaults, Unusable
from docgen.render import wordml

_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_MAIN_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
# Relationship types by their last word: the transitional and the strict namespaces differ only before it.
_FORBIDDEN: Final = {
    "vbaProject": "mã macro (VBA)",
    "wordVbaData": "mã macro (VBA)",
    "oleObject": "đối tượng nhúng (OLE)",
    "package": "tệp nhúng",
    "control": "điều khiển ActiveX",
    "aFChunk": "đoạn chèn từ tệp khác (altChunk)",
    "attachedTemplate": "liên kết tới một tệp mẫu khác",
    "subDocument": "văn bản con",
    "frame": "khung lấy từ tệp khác",
    "mailMergeSource": "nguồn trộn thư",
    "mailMergeHeaderSource": "nguồn trộn thư",
}
_SAFE_LINKS: Final = ("http://", "https://", "mailto:")


@dataclass(frozen=True)
class Relationship:
    """One relationship: its id, the last word of its type, and the part (or, external, the address) it leads to."""

    rid: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True)
class Roles:
    """Names of the parts that matter; "" for a part the package does not have."""

    document: str
    headers: tuple[str, ...]
    footers: tuple[str, ...]
    footnotes: str
    endnotes: str
    styles: str
    properties: str

    def rendered(self) -> tuple[tuple[str, str], ...]:
        """``(part, what a user calls it)`` for every part whose tags are filled in, in reading order."""
        named = [(self.document, "thân văn bản")]
        named += [(name, "đầu trang") for name in self.headers]
        named += [(name, "chân trang") for name in self.footers]
        named += [(self.footnotes, "chú thích cuối trang"), (self.endnotes, "chú thích cuối văn bản")]
        named += [(self.properties, "thuộc tính của tệp")]
        return tuple((name, label) for name, label in named if name)


def relationships(parts: Mapping[str, bytes], owner: str) -> tuple[Relationship, ...]:
    """What ``owner`` ("" = the package itself) leads to; targets as part names without leading slash."""
    folder, _, leaf = owner.rpartition("/")
    rels = parts.get(posixpath.join(folder, "_rels", f"{leaf}.rels"))
    return (
        ()
        if rels is None
        else tuple(_relationship(e, folder) for e in wordml.parse(rels).iter(f"{{{_RELS}}}Relationship"))
    )


def _relationship(element: wordml.Element, folder: str) -> Relationship:
    external = element.get("TargetMode", "Internal") == "External"
    target = element.get("Target", "")
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, unquote(target).partition("#")[0])).lstrip("/")
    return Relationship(element.get("Id", ""), element.get("Type", "").rpartition("/")[2], target, external)


def roles(parts: Mapping[str, bytes], ten: str) -> Roles:
    """The parts by what they do. Raises Unusable when the package is no Word document (.docx)."""
    top = relationships(parts, "")
    document = next((r.target for r in top if r.kind == "officeDocument"), "")
    if document not in parts or "[Content_Types].xml" not in parts:
        raise Unusable(Fault(ten, "Tệp mẫu không có thân văn bản Word bên trong."))
    _check_type(parts, document, ten)
    if wordml.parse(parts[document]).tag != wordml.w("document"):
        sua = "Hãy lưu lại với kiểu Word Document (*.docx), không phải Strict Open XML Document."
        raise Unusable(Fault(ten, "Thân văn bản của tệp mẫu không theo kiểu .docx thường (Transitional).", sua))
    inner = relationships(parts, document)

    def all_of(kind: str) -> tuple[str, ...]:
        return tuple(sorted({r.target for r in inner if r.kind == kind and r.target in parts}))

    def one_of(kind: str) -> str:
        return next(iter(all_of(kind)), "")

    core = next((r.target for r in top if r.kind == "core-properties" and r.target in parts), "")
    return Roles(
        document, all_of("header"), all_of("footer"), one_of("footnotes"), one_of("endnotes"), one_of("styles"), core
    )


def _check_type(parts: Mapping[str, bytes], document: str, ten: str) -> None:
    types = wordml.parse(parts["[Content_Types].xml"])
    overrides = {e.get("PartName", ""): e.get("ContentType", "") for e in types.iter(f"{{{_TYPES}}}Override")}
    found = overrides.get(f"/{document}", "")
    if found != _MAIN_TYPE:
        sua = "Hãy mở tệp trong Word và lưu lại với kiểu Word Document (*.docx)."
        raise Unusable(Fault(ten, f"Tệp mẫu không phải kiểu .docx thường (kiểu ghi trong tệp: “{found}”).", sua))


def check(parts: Mapping[str, bytes], ten: str) -> None:
    """Refuse a package that carries or calls for anything but text, styles and pictures.

    Raises Unusable for macros, OLE and ActiveX objects, embedded files, altChunk, attached templates and external
    targets (a hyperlink to a web or mail address is allowed: nothing is fetched until someone clicks it), and
    TemplateFaults for relationships that lead nowhere.
    """
    faults = list(_forbidden_parts(parts, ten))
    missing: list[Fault] = []
    for name in [n for n in parts if n.endswith(".rels")]:
        folder, _, leaf = name.rpartition("/")
        owner = posixpath.join(posixpath.dirname(folder), leaf.removesuffix(".rels"))
        found = relationships(parts, owner)
        missing += _unanswered(parts, owner, {r.rid for r in found}, ten)
        for relationship in found:
            faults += _forbidden_relationship(relationship, owner, ten)
            if not relationship.external and relationship.target not in parts and relationship.kind != "hyperlink":
                loi = f"Phần “{owner or 'gói'}” trỏ tới “{relationship.target}” nhưng trong tệp không có phần ấy."
                missing.append(Fault(ten, loi, "Hãy mở mẫu trong Word và lưu lại."))
    failed: type[DocgenError] = Unusable if faults else TemplateFaults
    if faults or missing:
        raise failed([*faults, *missing])


def _unanswered(parts: Mapping[str, bytes], owner: str, known: set[str], ten: str) -> Iterator[Fault]:
    """References (r:id, r:embed…) that no relationship answers: Word refuses to open such a file."""
    if not owner.endswith(".xml"):
        return
    for element in wordml.parse(parts.get(owner, b"<none/>")).iter():
        for name, value in ((str(n), str(v)) for n, v in element.attrib.items()):
            if name.startswith(f"{{{wordml.NS_R}}}") and value and value not in known:
                loi = f"Phần “{owner}” nhắc tới “{value}” nhưng trong tệp không có liên kết ấy."
                yield Fault(ten, loi, "Hãy mở mẫu trong Word và lưu lại.")


def _forbidden_parts(parts: Mapping[str, bytes], ten: str) -> Iterator[Fault]:
    for name in parts:
        lower = name.lower()
        if lower.endswith((".bin", ".vbs", ".js", ".exe", ".dll")) and "printersettings" not in lower:
            yield Fault(
                ten, f"Tệp mẫu chứa phần không được phép: “{name}”.", "Hãy gỡ macro và đối tượng nhúng rồi lưu lại."
            )
    if b"macroenabled" in parts.get("[Content_Types].xml", b"").lower():
        yield Fault(ten, "Tệp mẫu có macro.", "Hãy lưu lại với kiểu Word Document (*.docx), không có macro.")


def _forbidden_relationship(found: Relationship, owner: str, ten: str) -> Iterator[Fault]:
    what = _FORBIDDEN.get(found.kind)
    if what:
        yield Fault(ten, f"Tệp mẫu có {what} (trong “{owner or 'gói'}”).", "Hãy gỡ ra rồi lưu lại.")
    elif found.external and not (found.kind == "hyperlink" and found.target.lower().startswith(_SAFE_LINKS)):
        loi = f"Tệp mẫu lấy nội dung từ bên ngoài: “{found.target[:80]}” (trong “{owner or 'gói'}”)."
        yield Fault(ten, loi, "Hãy chèn hẳn nội dung vào mẫu hoặc gỡ liên kết.")


def tags_elsewhere(parts: Mapping[str, bytes], filled: set[str], ten: str) -> Iterator[Fault]:
    """Tags in parts that are not filled in: they would be printed as they stand."""
    for name, content in parts.items():
        if name not in filled and name.endswith(".xml") and name.startswith(("word/", "docProps/")):
            text = "".join(str(t) for t in wordml.parse(content).itertext())
            if "{{" in text or "{%" in text:
                loi = f"Có thẻ trong phần “{name}”, nơi docgen không điền."
                yield Fault(
                    ten, loi, "Hãy chuyển thẻ vào thân văn bản, đầu trang, chân trang, chú thích hoặc thuộc tính."
                )
