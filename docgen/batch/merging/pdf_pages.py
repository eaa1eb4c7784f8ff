"""The pages of one PDF, with all they need, carried into the made file; what copies share is written once."""

from __future__ import annotations

import hashlib
import io
from collections import deque
from typing import Final

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    NullObject,
    NumberObject,
    PdfObject,
    StreamObject,
)

from docgen.batch.merging.pdf_file import PdfFile, dictionary, reference

_LENGTH: Final = "/Length"
# They lead to trees of the old file that the made one does not have: the pages above, tags, threads of articles.
_DROPPED: Final = frozenset({"/Parent", "/StructParents", "/StructParent", "/B", "/PieceInfo"})
_DIGEST_BYTES: Final = 16


class Pages:
    """Carries pages over. Memory: some hundred bytes for each stream that no copy before had."""

    def __init__(self, file: PdfFile) -> None:
        self._file = file
        self._streams: dict[bytes, int] = {}

    def carry(self, reader: PdfReader, parent: int) -> list[int]:
        """Write all pages of a file; gives their numbers. parent: the number of the node that will hold them."""
        pages = list(reader.pages)
        numbers = [self._file.reserve() for _ in pages]
        one = _Copying(self._file, self._streams)
        for page, number in zip(pages, numbers, strict=True):
            if page.indirect_reference is not None:
                one.known[page.indirect_reference.idnum] = number
        for page, number in zip(pages, numbers, strict=True):
            made = one.direct(DictionaryObject(page))
            made[NameObject("/Parent")] = reference(parent)
            self._file.write(number, made)
            one.write_waiting()
        return numbers

    def blank(self, like: tuple[float, float], parent: int) -> int:
        """Write an empty page of a size in points; gives its number."""
        box = ArrayObject([NumberObject(0), NumberObject(0), *map(FloatObject, like)])
        made = dictionary(
            Type=NameObject("/Page"), Parent=reference(parent), MediaBox=box, Resources=DictionaryObject()
        )
        return self._file.add(made)


class _Copying:
    """The objects of one file under their new numbers. known: old number → new one."""

    def __init__(self, file: PdfFile, streams: dict[bytes, int]) -> None:
        self._file, self._streams = file, streams
        self.known: dict[int, int] = {}
        self._waiting: deque[tuple[int, PdfObject]] = deque()

    def direct(self, dictionary: DictionaryObject) -> DictionaryObject:
        """Copy a dictionary, what it refers to under new numbers."""
        made = DictionaryObject()
        for name in dictionary:
            if name not in _DROPPED:
                made[NameObject(name)] = self._copied(dictionary.raw_get(name))
        return made

    def write_waiting(self) -> None:
        """Write what was referred to, and what that refers to, to the end."""
        while self._waiting:
            number, found = self._waiting.popleft()
            self._file.write(number, self._copied(found))

    def _copied(self, value: PdfObject) -> PdfObject:
        if isinstance(value, IndirectObject):
            return self._referred(value)
        if isinstance(value, StreamObject):
            return self._stream(value)
        if isinstance(value, DictionaryObject):
            return self.direct(value)
        if isinstance(value, ArrayObject):
            return ArrayObject([self._copied(inner) for inner in value])
        return value

    def _stream(self, stream: StreamObject) -> StreamObject:
        made = StreamObject()
        made.update({name: value for name, value in self.direct(stream).items() if name != _LENGTH})
        # As it is encoded: pypdf has no public way to the bytes that does not decode them.
        made._data = stream._data
        return made

    def _referred(self, old: IndirectObject) -> PdfObject:
        if old.idnum not in self.known:
            found = old.get_object()
            if found is None or isinstance(found, NullObject) or _is_page(found):
                return NullObject()
            self.known[old.idnum] = self._number(found)
        return reference(self.known[old.idnum])

    def _number(self, found: PdfObject) -> int:
        """Give the object a number; a stream that refers to nothing may have been written for another copy."""
        if not isinstance(found, StreamObject) or _refers(found):
            number = self._file.reserve()
            self._waiting.append((number, found))
            return number
        written = io.BytesIO()
        made = self._stream(found)
        made.write_to_stream(written)
        key = hashlib.sha256(written.getvalue()).digest()[:_DIGEST_BYTES]
        if key not in self._streams:
            self._streams[key] = self._file.add(made)
        return self._streams[key]


def _is_page(found: PdfObject) -> bool:
    """Whether it is a page that is not among the pages of its file, or a node above pages."""
    return isinstance(found, DictionaryObject) and found.get("/Type") in ("/Page", "/Pages", "/Catalog")


def _refers(stream: StreamObject) -> bool:
    waiting: list[PdfObject] = [stream.raw_get(name) for name in stream if name != _LENGTH]
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            return True
        if isinstance(value, DictionaryObject):
            waiting += [value.raw_get(name) for name in value]
        elif isinstance(value, ArrayObject):
            waiting += list(value)
    return False
