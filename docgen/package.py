"""The zip around the parts: opened with suspicion, wired, written so that equal parts give equal bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from lxml import etree

from docgen.errors import Fault, Unusable

RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"

MAX_FILE_BYTES: Final = 20 * 2**20
MAX_TOTAL_BYTES: Final = 50 * 2**20
MAX_ENTRIES: Final = 2000
# Word's own XML shrinks 10 to 40 times; a bomb 1000 times. Small parts may be all blanks.
MAX_RATIO: Final = 150
RATIO_FREE_BYTES: Final = 2**20
# A tag costs about a hundred bytes and a microsecond: this keeps a hostile file within some hundred MB and seconds.
# The longest real papers seen have a tenth of it.
MAX_TAGS: Final = 3_000_000
MAX_ATTRIBUTES: Final = 6_000_000

# The earliest date a zip can hold: the hour of making must not show in the bytes.
_DATE: Final = (1980, 1, 1, 0, 0, 0)
_FIRST: Final = ("[Content_Types].xml", "_rels/.rels")
_SAFE_NAME: Final = re.compile(r"[^\x00-\x1f\\:]+")


def parser() -> etree.XMLParser:
    """A parser that recovers from nothing, resolves no entity and reaches no network."""
    return etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )


def read(source: Path | bytes, ten: str, *, parsed: bool = True) -> dict[str, bytes]:
    """Every part of a .docx, name (no leading slash) → bytes, in the order :func:`write` keeps.

    source: the file's path or its bytes. ten: how messages call it. Raises Unusable when it is not a zip, is larger
    than 20 MB, unpacks to more than 50 MB or 2,000 entries, hides a bomb, has unsafe names, or holds XML that is
    not well formed or has a DOCTYPE. parsed: False leaves the look at the XML to a caller that parses what it needs
    and refuses the same (half the time of reading a long paper).
    """
    data = source if isinstance(source, bytes) else _file(source, ten)
    if len(data) > MAX_FILE_BYTES:
        raise _refused(ten, f"Tệp lớn quá {MAX_FILE_BYTES // 2**20} MB.")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [i for i in archive.infolist() if not i.is_dir()]
            _check_entries(entries, ten)
            parts = {entry.filename: _content(archive, entry, ten) for entry in entries}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError, OSError) as error:
        sua = "Hãy mở tệp trong Word và lưu lại với kiểu Word Document (*.docx)."
        raise _refused(ten, "Tệp không phải là tệp Word (.docx) hoặc đã hỏng.", sua) from error
    for name, content in parts.items():
        if parsed and name.endswith((".xml", ".rels")):
            _check_xml(name, content, ten)
    return in_order(parts)


def write(parts: Mapping[str, bytes]) -> bytes:
    """The parts as a zip: fixed order, fixed dates, no trace of the machine; equal parts give equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in in_order(parts).items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return out.getvalue()


def in_order(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts in the order readers want: the content types first."""
    return {name: parts[name] for name in sorted(parts, key=_place_in_zip)}


def with_types(types: bytes, wanted: Mapping[str, str]) -> bytes:
    """``[Content_Types].xml`` that also tells the types of new XML parts; wanted: part name → content type."""
    root = etree.fromstring(types, parser())
    default = next((e.get("ContentType") for e in root if e.get("Extension", "").lower() == "xml"), None)
    for name, kind in wanted.items():
        if kind != default:
            etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return _serialised(root)


def with_relation(relations: bytes | None, kind: str, target: str) -> bytes:
    """A ``.rels`` part with one more relationship, under the first free id; None: there was none yet.

    kind: the whole URI of its type. target: relative to the part the relationships are of.
    """
    root = etree.fromstring(relations or f'<Relationships xmlns="{RELATIONS}"/>'.encode(), parser())
    known = {element.get("Id") for element in root}
    identity = next(name for at in range(1, len(known) + 2) if (name := f"rId{at}") not in known)
    etree.SubElement(root, f"{{{RELATIONS}}}Relationship", Id=identity, Type=kind, Target=target)
    return _serialised(root)


def _serialised(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _place_in_zip(name: str) -> tuple[int, str]:
    """Readers look for the content types first (ECMA-376 Part 2); the rest by name."""
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


def _file(path: Path, ten: str) -> bytes:
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise _refused(ten, f"Tệp lớn quá {MAX_FILE_BYTES // 2**20} MB.")
        return path.read_bytes()
    except OSError as error:
        raise _refused(ten, f"Không đọc được tệp “{path}” ({error.strerror}).") from error


def _check_entries(entries: list[zipfile.ZipInfo], ten: str) -> None:
    """Refuse by the table of contents alone, before anything is unpacked."""
    if len(entries) > MAX_ENTRIES:
        raise _refused(ten, f"Tệp có quá {MAX_ENTRIES} phần bên trong.")
    if sum(entry.file_size for entry in entries) > MAX_TOTAL_BYTES:
        raise _refused(ten, f"Tệp khi mở nén lớn quá {MAX_TOTAL_BYTES // 2**20} MB.")
    seen: set[str] = set()
    for entry in entries:
        name = entry.filename
        if not _SAFE_NAME.fullmatch(name) or name.startswith("/") or ".." in name.split("/"):
            raise _refused(ten, f"Tệp có phần mang tên không an toàn: {name!r}.")
        if name.casefold() in seen:
            raise _refused(ten, f"Tệp có hai phần cùng tên “{name}”.")
        seen.add(name.casefold())
        if entry.flag_bits & 1:
            raise _refused(ten, "Tệp có mật khẩu.", "Hãy bỏ mật khẩu rồi lưu lại.")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise _refused(ten, f"Phần “{name}” nén theo cách mà tệp Word không dùng.")
        if entry.file_size > RATIO_FREE_BYTES and entry.file_size > MAX_RATIO * max(entry.compress_size, 1):
            raise _refused(ten, f"Phần “{name}” nén bất thường (trên {MAX_RATIO} lần), có thể là tệp phá hoại.")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, ten: str) -> bytes:
    """At most as many bytes as the table of contents declared: that sum has been checked."""
    try:
        with archive.open(entry) as stream:
            return stream.read(entry.file_size + 1)
    except Exception as error:  # zlib.error, BadZipFile, struct.error: each way a broken entry shows itself
        raise _refused(ten, f"Phần “{entry.filename}” của tệp đã hỏng.") from error


def is_overgrown(xml: bytes) -> bool:
    """Whether a part has more tags or attributes than is safe to parse."""
    return xml.count(b"<") > MAX_TAGS or xml.count(b"=") > MAX_ATTRIBUTES


def _check_xml(name: str, content: bytes, ten: str) -> None:
    if is_overgrown(content):
        raise _refused(ten, f"Phần “{name}” của tệp quá nhiều thành phần, không phải một văn bản bình thường.")
    try:
        tree = etree.fromstring(content, parser()).getroottree()
    except etree.XMLSyntaxError as error:
        raise _refused(ten, f"Phần “{name}” của tệp không phải là XML đúng ({error.msg}).") from error
    if tree.docinfo.internalDTD is not None or b"<!DOCTYPE" in content:
        raise _refused(ten, f"Phần “{name}” của tệp có khai báo DOCTYPE, tệp Word không được có.")


def _refused(ten: str, loi: str, sua: str = "") -> Unusable:
    return Unusable(Fault(ten, loi, sua))
