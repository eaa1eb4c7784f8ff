"""A PDF written object by object: of what is written only its place is kept."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import IO, Final

from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

# The second line tells programs that carry files about that this one is not text (ISO 32000-1, 7.5.2).
_HEAD: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


def reference(number: int) -> IndirectObject:
    """Refer to an object of the made file."""
    return IndirectObject(number, 0, None)


def dictionary(**entries: PdfObject) -> DictionaryObject:
    """Make a dictionary: ``Type=NameObject("/Page")``."""
    return DictionaryObject({NameObject(f"/{name}"): value for name, value in entries.items()})


class PdfFile:
    """A PDF as it is written. Eight bytes of memory for each object; an object is written once, in any order."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._places = array("Q", [0])
        self._at = stream.write(_HEAD)

    def reserve(self) -> int:
        """Give a number for an object that will be written."""
        self._places.append(0)
        return len(self._places) - 1

    def write(self, number: int, content: PdfObject) -> int:
        """Write an object under a number that was given; gives the number back."""
        self._places[number] = self._stream.tell()
        self._stream.write(f"{number} 0 obj\n".encode())
        content.write_to_stream(self._stream)
        self._stream.write(b"\nendobj\n")
        return number

    def add(self, content: PdfObject) -> int:
        """Write an object under a new number."""
        return self.write(self.reserve(), content)

    def finish(self, root: int, title: str) -> None:
        """Write the table of places and the end. root: the catalogue."""
        info = self.add(dictionary(Title=TextStringObject(title)))
        start = self._stream.tell()
        self._stream.write(f"xref\n0 {len(self._places)}\n0000000000 65535 f \n".encode())
        for place in self._places[1:]:
            # What was given a number and never written does not exist; a reference to it means nothing (7.3.10).
            self._stream.write(f"{place:010} 00000 n \n".encode() if place else b"0000000000 65535 f \n")
        trailer = dictionary(Size=NumberObject(len(self._places)), Root=reference(root), Info=reference(info))
        self._stream.write(b"trailer\n")
        trailer.write_to_stream(self._stream)
        self._stream.write(f"\nstartxref\n{start}\n%%EOF\n".encode())


def outline(file: PdfFile, items: Sequence[tuple[str, int]]) -> int:
    """Write bookmarks, each a title and the number of a page; gives the number of their root."""
    root, numbers = file.reserve(), [file.reserve() for _ in items]
    for index, (title, page) in enumerate(items):
        where = ArrayObject([reference(page), NameObject("/Fit")])
        item = dictionary(Title=TextStringObject(title), Parent=reference(root), Dest=where)
        if index:
            item[NameObject("/Prev")] = reference(numbers[index - 1])
        if index + 1 < len(items):
            item[NameObject("/Next")] = reference(numbers[index + 1])
        file.write(numbers[index], item)
    made = dictionary(Type=NameObject("/Outlines"), Count=NumberObject(len(items)))
    if numbers:
        made.update({NameObject("/First"): reference(numbers[0]), NameObject("/Last"): reference(numbers[-1])})
    file.write(root, made)
    return root
