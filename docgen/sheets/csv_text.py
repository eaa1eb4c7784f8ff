"""A .csv file as a table: in the encodings and with the separators that Excel writes in Vietnam."""

from __future__ import annotations

import codecs
import contextlib
import csv
import io
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO, Final

from docgen.errors import Fault, Unusable
from docgen.sheets.table import Row

# Excel with a Vietnamese or French setting writes semicolons, with an English one commas; a copy has tabs.
SEPARATORS: Final = (";", ",", "\t")
_AT_ONCE: Final = 2**16
_SAVE_AS: Final = "Trong Excel, hãy lưu lại với kiểu CSV UTF-8, hoặc lưu thành tệp .xlsx."


def read(file: IO[bytes], ten: str, faults: list[Fault]) -> Iterator[Row]:
    """Read every record of an open file, one after the other: a file is never held as a whole.

    A record is a row of the sheet, whatever lines it takes in the file. Broken records are left out, and told in
    ``faults``. Raises Unusable for what is no text, before the first record.
    """
    encoding, chars = _looked_through(file, ten)
    with _text(file, encoding) as text:
        separator = _separator(text)
    # Without this Python refuses a cell of over 131,072 characters with a message of its own.
    csv.field_size_limit(max(chars, 131_072))
    with _text(file, encoding) as text:
        yield from _records(csv.reader(text, delimiter=separator, strict=True), ten, faults)


def _records(reader: Iterator[list[str]], ten: str, faults: list[Fault]) -> Iterator[Row]:
    number = 0
    while True:
        number += 1
        try:
            values = next(reader)
        except StopIteration:
            break
        except csv.Error:
            faults.append(Fault(f"{ten}!{number}", "Dòng này có dấu nháy kép đặt sai chỗ.", _SAVE_AS))
            continue
        yield Row(number, tuple(values))


def _looked_through(file: IO[bytes], ten: str) -> tuple[str, int]:
    """Find the encoding of a file that is all text, and how many characters it has at most."""
    data = file.read(_AT_ONCE)
    encoding = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    decoder = codecs.getincrementaldecoder(encoding)()
    chars, lines, broken = 0, 1, 0
    while True:
        if encoding != "utf-16" and b"\0" in data:
            raise Unusable(Fault(ten, "Tệp không phải tệp chữ.", _SAVE_AS))
        if not broken:
            try:
                chars += len(decoder.decode(data, final=not data))
            except UnicodeDecodeError as error:
                broken = lines + error.object[: error.start].count(b"\n")
            lines += data.count(b"\n")
        if not data:
            break
        data = file.read(_AT_ONCE)
    if broken:
        raise Unusable(Fault(ten, "Tệp không ghi bằng mã UTF-8 nên chữ có dấu sẽ bị sai.", _SAVE_AS, broken))
    return encoding, chars


@contextlib.contextmanager
def _text(file: IO[bytes], encoding: str) -> Iterator[io.TextIOWrapper]:
    """Read a file as text from its beginning, its line breaks as they are; the file stays open."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding, newline="")
    try:
        yield text
    finally:
        text.detach()


def _separator(text: Iterable[str]) -> str:
    """Take the sign that stands most often in the header, outside of quotes."""
    counts = dict.fromkeys(SEPARATORS, 0)
    quoted, begun = False, False
    for sign in chain.from_iterable(text):
        if sign == '"':
            quoted = not quoted
        elif sign in "\r\n" and not quoted:
            if begun:
                break
            continue
        elif not quoted and sign in counts:
            counts[sign] += 1
        begun = True
    return max(SEPARATORS, key=counts.__getitem__)
