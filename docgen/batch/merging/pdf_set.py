"""Copies as .pdf → one .pdf: read one by one, written at once."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, NameObject, NumberObject

from docgen.batch.merging import covers
from docgen.batch.merging.entries import Entry, of_docx, of_text
from docgen.batch.merging.pdf_file import PdfFile, dictionary, outline, reference
from docgen.batch.merging.pdf_pages import Pages
from docgen.batch.merging.source import Copy
from docgen.errors import Fault, Unusable
from docgen.pdf import TIME_LIMIT_S, to_pdf

_SOURCE: Final = ".docx"
_END_BYTES: Final = 1024
_SECONDS_PER_ENTRY: Final = 0.1
# The pages of the list say on which page each copy begins, which may make the list longer: but not twice.
_MOST_TRIES: Final = 5
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Placed:
    """A copy in the made file. node: its node above the pages; pages: all of them, blank ones too; first: the first."""

    entry: Entry
    node: int
    pages: int
    first: int


def merge_pdf(
    paths: Sequence[Path],
    folder: Path,  # noqa: ARG001
    out: Path,
    *,
    odd: bool,
    cover: bool,
    title: str,
    on_copy: Callable[[], None],
) -> None:
    """Merge into ``out``, with a bookmark for each copy. Raises Unusable with a fault for each broken copy.

    What the list says of a copy is read from the .docx of the same name beside it, else from its first page. The list
    is made into pages by LibreOffice. Memory: one copy, the rows of the list, and what ``PdfFile`` and ``Pages`` keep.
    """
    with out.open("wb") as stream:
        file = PdfFile(stream)
        made = _PdfSet(file, odd)
        made.take_all(paths, on_copy)
        made.finish(cover, title)


class _PdfSet:
    def __init__(self, file: PdfFile, odd: bool) -> None:
        self._file, self._odd = file, odd
        self._pages = Pages(file)
        self._root = file.reserve()
        self._placed: list[_Placed] = []

    def take_all(self, paths: Sequence[Path], on_copy: Callable[[], None]) -> None:
        faults: list[Fault] = []
        for index, path in enumerate(paths):
            try:
                data = _read(path)
                self._placed.append(self._place(_opened(data, path), path, index + 1 < len(paths)))
            except Unusable as error:
                faults += error.faults
            on_copy()
        if faults:
            raise Unusable(faults)

    def _place(self, reader: PdfReader, path: Path, more: bool) -> _Placed:
        """Carry one copy over; more: whether another one follows."""
        node = self._file.reserve()
        try:
            pages = self._pages.carry(reader, node)
            last = reader.pages[-1].mediabox
            size = float(last.width), float(last.height)
            entry = replace(_entry(reader, path), so_trang=len(pages))
        except Unusable:
            raise
        except Exception as error:  # pypdf meets what is broken in a file with many kinds of exceptions
            raise _broken(path, error) from error
        first, blanks = pages[0], []
        if self._odd and more and len(pages) % 2:
            blanks.append(self._pages.blank(size, node))
        return self._node(entry, node, [*pages, *blanks], first)

    def _node(self, entry: Entry, node: int, pages: Sequence[int], first: int) -> _Placed:
        kids = ArrayObject(map(reference, pages))
        count = NumberObject(len(pages))
        self._file.write(
            node, dictionary(Type=NameObject("/Pages"), Parent=reference(self._root), Kids=kids, Count=count)
        )
        return _Placed(entry, node, len(pages), first)

    def finish(self, cover: bool, title: str) -> None:
        listed = [self._cover(title)] if cover else []
        placed = [*listed, *self._placed]
        self._file.write(
            self._root,
            dictionary(
                Type=NameObject("/Pages"),
                Kids=ArrayObject(reference(one.node) for one in placed),
                Count=NumberObject(sum(one.pages for one in placed)),
            ),
        )
        marks = [("Danh sách văn bản", one.first) for one in listed]
        marks += [(_mark(number, one.entry), one.first) for number, one in enumerate(self._placed, 1)]
        catalogue = dictionary(
            Type=NameObject("/Catalog"),
            Pages=reference(self._root),
            Outlines=reference(outline(self._file, marks)),
            PageMode=NameObject("/UseOutlines"),
        )
        self._file.finish(self._file.add(catalogue), title or "Danh sách văn bản")

    def _cover(self, title: str) -> _Placed:
        """Make the list; its own length decides the page numbers it tells."""
        length = 1
        for _ in range(_MOST_TRIES):
            limit_s = TIME_LIMIT_S + _SECONDS_PER_ENTRY * len(self._placed)
            reader = PdfReader(io.BytesIO(to_pdf(covers.alone(self._entries(length), title), time_limit_s=limit_s)))
            if self._padded(len(reader.pages)) == self._padded(length):
                break
            length = len(reader.pages)
        node = self._file.reserve()
        pages = self._pages.carry(reader, node)
        blank = reader.pages[0].mediabox
        while len(pages) < self._padded(length):
            pages.append(self._pages.blank((float(blank.width), float(blank.height)), node))
        return self._node(Entry(""), node, pages, pages[0])

    def _padded(self, length: int) -> int:
        return length + length % 2 if self._odd else length

    def _entries(self, length: int) -> list[Entry]:
        """Say of each copy on which page it begins when the list has so many pages."""
        at, found = self._padded(length), []
        for one in self._placed:
            found.append(replace(one.entry, trang=at + 1))
            at += one.pages
        return found


def _mark(number: int, entry: Entry) -> str:
    return f"{number}. {' - '.join(said for said in (entry.so, entry.tep.rpartition('.')[0] or entry.tep) if said)}"


def _entry(reader: PdfReader, path: Path) -> Entry:
    source = path.with_suffix(_SOURCE)
    if source.is_file():
        try:
            return replace(of_docx(Copy(0, source)), tep=path.name)
        except Unusable as error:
            # The list loses a line's words; the copy itself is whole.
            _log.info("%s cannot be read for the list: %s", source, error)
    return of_text(reader.pages[0].extract_text(), path.name)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unusable(Fault(path.name, f"Không đọc được tệp ({error.strerror}).")) from error


def _opened(data: bytes, path: Path) -> PdfReader:
    if not data.lstrip()[:5] == b"%PDF-":
        raise Unusable(Fault(path.name, "Đây không phải là tệp PDF nên không ghép được."))
    # pypdf would mend a file that was cut off by leaving out what is lost.
    if b"%%EOF" not in data[-_END_BYTES:]:
        raise _broken(path, None)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Unusable(
                Fault(path.name, "Tệp PDF có mật khẩu nên không ghép được.", "Hãy bỏ mật khẩu rồi ghép lại.")
            )
        count = len(reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError) as error:
        raise _broken(path, error) from error
    if not count:
        raise _broken(path, None)
    return reader


def _broken(path: Path, error: Exception | None) -> Unusable:
    if error is not None:
        _log.info("%s cannot be merged: %r", path, error)
    return Unusable(Fault(path.name, "Tệp PDF đã hỏng hoặc không có trang nào.", "Hãy làm lại tệp PDF này."))
