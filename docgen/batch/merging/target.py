"""The one file that is made: its parts wait in a folder until everything is known, then go into the zip in order."""

from __future__ import annotations

import gzip
import itertools
import posixpath
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from docgen.batch.merging.source import NS_TYPES, OFFICE, Link
from docgen.reading.wordml import NS_RELS

HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN: Final = "word/document.xml"
CORE: Final = "docProps/core.xml"
CORE_TYPE: Final = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_LINK: Final = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
TYPES: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CHUNK_BYTES: Final = 2**20
# The same as of every file docgen writes: the hour of making must not show in the bytes.
_DATE: Final = (1980, 1, 1, 0, 0, 0)
# Word is not fond of the larger kind of zip entry, so that only what needs it gets one.
_ZIP64_BYTES: Final = 2**31 - 2**20


class Spool:
    """Bytes that grow copy by copy and are read once at the end; lightly compressed, they are mostly alike."""

    def __init__(self, path: Path) -> None:
        self._path, self.size = path, 0
        self._file = gzip.open(path, "wb", compresslevel=1)  # noqa: SIM115 - closed by whoever made the target

    def add(self, data: bytes) -> None:
        """Append."""
        self._file.write(data)
        self.size += len(data)

    def chunks(self) -> Iterator[bytes]:
        """Give everything back; nothing can be added afterwards."""
        self._file.close()
        with gzip.open(self._path, "rb") as file:
            while chunk := file.read(_CHUNK_BYTES):
                yield chunk

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class Links:
    """The relationships of a part of the made file: the same place is led to once."""

    def __init__(self) -> None:
        self._ids: dict[Link, str] = {}
        self._kept: dict[str, Link] = {}

    def __bool__(self) -> bool:
        return bool(self._ids or self._kept)

    def add(self, link: Link) -> str:
        """Give the id that leads there."""
        return self._ids.setdefault(link, f"rId{len(self._ids) + 1}")

    def keep(self, identity: str, link: Link) -> None:
        """Add a link under an id that the part already uses."""
        self._kept[identity] = link

    def xml(self, owner: str) -> Iterator[bytes]:
        """Write the part that holds them; targets are told from where ``owner`` stands."""
        yield HEAD + f'<Relationships xmlns="{NS_RELS}">'.encode()
        folder = posixpath.dirname(owner)
        for identity, link in [*self._kept.items(), *((known, link) for link, known in self._ids.items())]:
            target = link.target if link.external else posixpath.relpath(link.target, folder or ".")
            mode = ' TargetMode="External"' if link.external and not target.startswith("#") else ""
            line = f'<Relationship Id="{identity}" Type={quoteattr(link.type)} Target={quoteattr(target)}{mode}/>'
            yield line.encode()
        yield b"</Relationships>"


class Target:
    """The package. ``links`` are those of the main part; ``folder`` is where parts wait, cleared by the caller."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._waiting: dict[str, tuple[Path, str]] = {}
        self._counts: dict[str, Iterator[int]] = {}
        self._spools: list[Spool] = []
        self.links = Links()

    def spool(self, name: str) -> Spool:
        """Open a spool in the folder."""
        made = Spool(self._folder / f"{name}.spool")
        self._spools.append(made)
        return made

    def close(self) -> None:
        """Close every spool."""
        for spool in self._spools:
            spool.close()

    def new_name(self, stem: str, suffix: str) -> str:
        """Give a name no part has yet: ``word/media/image`` + ``.png`` → ``word/media/image3.png``."""
        return f"{stem}{next(self._counts.setdefault(stem, itertools.count(1)))}{suffix}"

    def add(self, name: str, content_type: str, chunks: Iterable[bytes], links: Links | None = None) -> str:
        """Add a part, and what it leads to; gives its name back."""
        self._put(name, content_type, chunks)
        if links:
            folder, _, file = name.rpartition("/")
            self._put(posixpath.join(folder, "_rels", f"{file}.rels"), "", links.xml(name))
        return name

    def _put(self, name: str, content_type: str, chunks: Iterable[bytes]) -> None:
        path = self._folder / f"part{len(self._waiting)}"
        with path.open("wb") as file:
            file.writelines(chunks)
        self._waiting[name] = path, content_type

    def write(self, out: Path, main: Iterable[bytes], main_bytes: int) -> None:
        """Write the zip; ``main`` is the main part, of about that size, which may be larger than memory."""
        top = Links()
        top.add(Link(f"{OFFICE}/officeDocument", MAIN, False))
        if CORE in self._waiting:
            top.add(Link(_CORE_LINK, CORE, False))
        types = {name: kind for name, (_, kind) in self._waiting.items() if kind}
        types[MAIN] = f"{TYPES}.document.main+xml"
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            _entry(archive, "[Content_Types].xml", _content_types(types))
            _entry(archive, "_rels/.rels", top.xml(""))
            _entry(archive, MAIN, main, large=main_bytes > _ZIP64_BYTES)
            _entry(archive, "word/_rels/document.xml.rels", self.links.xml(MAIN))
            for name in sorted(self._waiting):
                with self._waiting[name][0].open("rb") as file:
                    _entry(archive, name, iter(lambda file=file: file.read(_CHUNK_BYTES), b""))  # type: ignore[misc]


def _content_types(types: dict[str, str]) -> Iterator[bytes]:
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    yield HEAD + f'<Types xmlns="{NS_TYPES}"><Default Extension="rels" ContentType="{rels}"/>'.encode()
    yield b'<Default Extension="xml" ContentType="application/xml"/>'
    for name in sorted(types):
        yield f"<Override PartName={quoteattr('/' + name)} ContentType={quoteattr(types[name])}/>".encode()
    yield b"</Types>"


def _entry(archive: zipfile.ZipFile, name: str, chunks: Iterable[bytes], large: bool = False) -> None:
    entry = zipfile.ZipInfo(name, _DATE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 0
    with archive.open(entry, "w", force_zip64=large) as file:
        for chunk in chunks:
            file.write(chunk)
