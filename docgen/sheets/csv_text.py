"""A .csv file as a table: in the encodings and with the separators that Excel writes in Vietnam."""

from __future__ import annotations

import codecs
import csv
import io
from typing import Final

from docgen.errors import Fault, Unusable
from docgen.sheets.table import Cell

# Excel with a Vietnamese or French setting writes semicolons, with an English one commas; a copy has tabs.
SEPARATORS: Final = (";", ",", "\t")
_SAVE_AS: Final = "Trong Excel, hãy lưu lại với kiểu CSV UTF-8, hoặc lưu thành tệp .xlsx."


def read(data: bytes, ten: str) -> tuple[list[list[Cell]], list[Fault]]:
    """Read every record; a record is a row of the sheet, whatever lines it takes in the file.

    Returns the rows, and the places of broken records, which are left out. Raises Unusable for what is no text.
    """
    text = _decoded(data, ten)
    separator = _separator(text)
    # Without this Python refuses a cell of over 131,072 characters with a message of its own.
    csv.field_size_limit(max(len(text), 131_072))
    faults: list[Fault] = []
    rows: list[list[Cell]] = []
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
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
        rows.append([Cell(value, number, cot) for cot, value in enumerate(values, start=1)])
    return rows, faults


def _decoded(data: bytes, ten: str) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in data:
        raise Unusable(Fault(ten, "Tệp không phải tệp chữ.", _SAVE_AS))
    else:
        encoding = "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        dong = data[: error.start].count(b"\n") + 1
        raise Unusable(Fault(ten, "Tệp không ghi bằng mã UTF-8 nên chữ có dấu sẽ bị sai.", _SAVE_AS, dong)) from None


def _separator(text: str) -> str:
    """Take the sign that stands most often in the header, outside of quotes."""
    head: list[str] = []
    quoted = False
    for sign in text.lstrip("\r\n"):
        if sign == '"':
            quoted = not quoted
        elif sign in "\r\n" and not quoted:
            break
        elif not quoted:
            head.append(sign)
    return max(SEPARATORS, key=head.count)
