"""Copies as .docx → one .docx: each copy goes through once and is let go; the whole stands on disk only."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from docgen.batch.merging import covers, sections, settings
from docgen.batch.merging.entries import Entry, of_docx
from docgen.batch.merging.lists import Lists, OwnLists
from docgen.batch.merging.namespaces import Namespaces
from docgen.batch.merging.notes import ENDNOTES, FOOTNOTES, KINDS, Kind, Notes
from docgen.batch.merging.numbers import Numbers
from docgen.batch.merging.related import Related
from docgen.batch.merging.renaming import Renaming
from docgen.batch.merging.sections import Wanted
from docgen.batch.merging.source import OFFICE, Copy, Link
from docgen.batch.merging.styles import Styles
from docgen.batch.merging.target import CORE, CORE_TYPE, HEAD, TYPES, Links, Target
from docgen.errors import Fault, Unusable
from docgen.reading.wordml import NS_W, Element, has, w
from docgen.render.wordml import serialise

# Parts of which the made file has one, taken from the first copy as they are.
_FIRST_ONLY: Final = (("theme", "word/theme/theme1.xml"), ("fontTable", "word/fontTable.xml"))
_STORIES: Final = {"header": "hdr", "footer": "ftr"}


class EvenHeadersError(Exception):
    """A copy has headers of its own on even pages, and the set was begun without."""


def merge_docx(
    paths: Sequence[Path],
    folder: Path,
    out: Path,
    *,
    odd: bool,
    cover: bool,
    title: str,
    on_copy: Callable[[], None],
) -> None:
    """Merge into ``out``; ``folder`` is empty and takes what waits. Raises Unusable with a fault for each broken copy.

    Memory: one copy (its parts and their trees, some 20 times its size unpacked at most), the style sheet, and about
    a kilobyte for each copy and for each part that the copies do not share.
    """
    counted = 0

    def taken(number: int) -> None:
        # Begun again, it goes through copies that were counted before.
        nonlocal counted
        if number > counted:
            counted = number
            on_copy()

    for even_headers in (False, True):
        (work := folder / f"even-{even_headers}").mkdir()
        made = WordSet(Target(work), odd=odd, cover=cover, even_headers=even_headers)
        try:
            made.take_all(paths, taken)
            made.finish(out, title)
            return
        except EvenHeadersError:
            continue
        finally:
            made.close()


class WordSet:
    """The set as it grows, copy by copy."""

    def __init__(self, target: Target, *, odd: bool, cover: bool, even_headers: bool) -> None:
        self._target, self._cover, self._even_headers = target, cover, even_headers
        self._wanted = Wanted(odd, even_headers, self._blank)
        self._body = target.spool("body")
        self._styles, self._lists, self._numbers = Styles(), Lists(target), Numbers()
        self._related, self._namespaces = Related(target), Namespaces()
        self._notes = {kind: Notes(kind, target) for kind in KINDS}
        self._stories: dict[bytes, str] = {}
        self._entries: list[Entry] = []
        self._first: Copy | None = None
        self._last = b""

    def take_all(self, paths: Sequence[Path], taken: Callable[[int], None]) -> None:
        """Take every copy in order. taken: hears how many were.

        Raises Unusable with the faults of all that are broken.
        """
        faults: list[Fault] = []
        for number, path in enumerate(paths, 1):
            try:
                self._take(Copy(number, path), number == len(paths))
            except Unusable as error:
                faults += error.faults
            except RecursionError:
                faults.append(Fault(path.name, "Văn bản có bảng hoặc khung lồng nhau quá nhiều tầng."))
            taken(number)
        if faults:
            raise Unusable(faults)

    def close(self) -> None:
        """Let go of the files in the folder."""
        self._target.close()

    def _take(self, source: Copy, last: bool) -> None:
        own_settings = source.part("settings")
        if has(own_settings, "evenAndOddHeaders") and not self._even_headers:
            raise EvenHeadersError
        if self._cover:
            self._entries.append(of_docx(source))
        if self._first is None:
            self._first = source
        main = source.container.main
        root = source.container.root(main)
        body = root.find(w("body"))
        if body is None:
            raise source.refused("Tệp không có phần nội dung của một văn bản Word.")
        found = sections.find(body)
        lists = OwnLists(source, self._lists)
        renaming = Renaming(source, self._styles.of(source, lists), lists, self._related)
        self._rename(source, body, main, renaming)
        noted = {kind: self._take_notes(source, body, kind, renaming) for kind in KINDS}
        sections.settle(found, own_settings, self._wanted, noted[FOOTNOTES], noted[ENDNOTES])
        if not last:
            sections.close(body, found[-1], renaming.paragraph_style())
        self._numbers.give(body)
        self._body.add(self._namespaces.inner(root, body))

    def _rename(self, source: Copy, body: Element, main: str, renaming: Renaming) -> None:
        def story(link: Link) -> Link:
            return self._take_story(source, link, renaming)

        renaming.rename(body, main, self._target.links, story)

    def _take_notes(self, source: Copy, body: Element, kind: Kind, renaming: Renaming) -> bool:
        some = self._notes[kind]

        def finished(note: Element, owner: str) -> None:
            renaming.rename(note, owner, some.links, _no_story)
            self._numbers.give(note)

        return some.take(source, body, finished)

    def _take_story(self, source: Copy, link: Link, renaming: Renaming) -> Link:
        """Take over a header or footer; equal ones of all copies are one part."""
        if link.external or not source.container.has(link.target):
            raise source.refused(
                "Đầu trang hoặc chân trang của tệp không đọc được.", "Hãy mở tệp trong Word và lưu lại."
            )
        root, links = source.container.root(link.target), Links()
        renaming.rename(root, link.target, links, _no_story)
        data = serialise(root)
        key = hashlib.sha256(b"\0".join((link.kind.encode(), data, *links.xml("")))).digest()
        if key not in self._stories:
            self._numbers.give(root)
            self._stories[key] = self._add_story(link.kind, serialise(root), links)
        return Link(link.type, self._stories[key], False)

    def _add_story(self, kind: str, data: bytes, links: Links) -> str:
        return self._target.add(self._target.new_name(f"word/{kind}", ".xml"), f"{TYPES}.{kind}+xml", [data], links)

    def _blank(self, kind: str) -> str:
        """Give the id of the empty header or footer."""
        if kind.encode() not in self._stories:
            name, spacing = _STORIES[kind], '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
            empty = f'<w:{name} xmlns:w="{NS_W}"><w:p><w:pPr>{spacing}</w:pPr></w:p></w:{name}>'
            self._stories[kind.encode()] = self._add_story(kind, HEAD + empty.encode(), Links())
        return self._target.links.add(Link(f"{OFFICE}/{kind}", self._stories[kind.encode()], False))

    def finish(self, out: Path, title: str) -> None:
        """Write the parts of which there is one, then the zip."""
        if self._first is None:
            raise ValueError("no copy was taken")
        front = "".join(self._list(title)).encode() if self._cover else b""
        target = self._target
        noted = [some for some in self._notes.values() if some.finish() and some.separators]
        named = [("styles", self._styles.finish(target)), ("numbering", self._lists.finish())]
        data = settings.merged(self._first.part("settings"), self._even_headers, noted)
        named.append(("settings", target.add("word/settings.xml", f"{TYPES}.settings+xml", [data])))
        for kind, name in _FIRST_ONLY:
            data = self._first.part_data(kind)
            content_type = self._first.content_type(self._first.container.related(kind) or "")
            # Fonts embedded in one copy are of no use to the others, and a theme may have pictures.
            if data and not self._first.links(self._first.container.related(kind) or ""):
                named.append((kind, target.add(name, content_type, [data])))
        for kind, name in named:
            if name:
                target.links.add(Link(f"{OFFICE}/{kind}", name, False))
        target.add(CORE, CORE_TYPE, [_core(title)])
        target.write(out, self._document(front), self._body.size + len(front))

    def _list(self, title: str) -> Iterator[str]:
        style = self._styles.add(covers.STYLE_XML)
        headers = "".join(
            f'<w:{kind}Reference w:type="{name}" r:id={quoteattr(self._blank(kind))}/>'
            for kind in _STORIES
            for name in ("default", "first", "even")
        )
        return covers.body(self._entries, title, style, headers)

    def _document(self, front: bytes) -> Iterator[bytes]:
        yield HEAD + self._namespaces.start()
        yield front
        yield from self._body.chunks()
        yield b"</w:body></w:document>"


def _no_story(_: Link) -> Link:
    raise ValueError("a header cannot refer to a header")


def _core(title: str) -> bytes:
    name = escape(title or "Danh sách văn bản")
    cp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    dc = "http://purl.org/dc/elements/1.1/"
    return (
        HEAD
        + f'<cp:coreProperties xmlns:cp="{cp}" xmlns:dc="{dc}"><dc:title>{name}</dc:title></cp:coreProperties>'.encode()
    )
