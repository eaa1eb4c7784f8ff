"""How a worksheet is laid out, where that hides what its cells say: merged cells, hidden rows and columns.

Part 1 of ECMA-376: 18.3.1.55 (mergeCell: only the first cell holds the value), 18.3.1.73 (row), 18.3.1.13 (col).
"""

from __future__ import annotations

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from lxml import etree

from docgen import package
from docgen.errors import Fault
from docgen.sheets.table import Row, column_letters, column_number

_BOOK: Final = "xl/workbook.xml"
_RELATED: Final = "xl/_rels/workbook.xml.rels"
_MAIN: Final = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_TAG: Final = re.compile(rb"<(?:\w+:)?(?P<name>row|col|mergeCell)\s(?P<said>[^<>]*)>")
_SAID: Final = re.compile(rb"(\w+)\s*=\s*[\"']([^\"']*)[\"']")
_RANGE: Final = re.compile(r"(?P<left>[A-Z]{1,3})(?P<top>[1-9]\d{0,6}):(?P<right>[A-Z]{1,3})(?P<bottom>[1-9]\d{0,6})")
_SHOWN: Final = 10
# The widest sheet Excel knows.
_MAX_COLUMNS: Final = 16_384


def part_of(parts: Mapping[str, bytes], name: str) -> str:
    """Find the part of a worksheet; "" when the workbook does not say."""
    try:
        book, related = (etree.fromstring(parts[part], package.parser()) for part in (_BOOK, _RELATED))
    except (KeyError, etree.XMLSyntaxError):
        return ""
    found = next((one.get(_ID) for one in book.iter(f"{_MAIN}sheet") if one.get("name") == name), None)
    target = next((one.get("Target", "") for one in related if found and one.get("Id") == found), "")
    return posixpath.normpath(posixpath.join("xl", target)).lstrip("/") if target else ""


def faults(name: str, xml: bytes, rows: Iterable[Row]) -> list[Fault]:
    """Tell of merged cells among the data (they must be taken apart), and of hidden rows and columns (``nhac``).

    xml: the worksheet. rows: those that say something, the header first.
    """
    said: list[int] = []
    wide = 0
    for row in rows:
        said.append(row.dong)
        wide = max(wide, *(cot for cot, text in enumerate(row.texts, start=1) if text), 0)
    if len(said) < 2:
        return []
    below = frozenset(said[1:])
    hidden_rows: list[int] = []
    hidden_columns: list[str] = []
    merged: list[Fault] = []
    for tag in _TAG.finditer(xml):
        words = {key.decode(): value.decode("utf-8", "replace") for key, value in _SAID.findall(tag["said"])}
        if tag["name"] == b"mergeCell":
            merged += _merged(name, words.get("ref", ""), said, wide)
        elif words.get("hidden") in {"1", "true"}:
            if tag["name"] == b"row":
                dong = _whole(words.get("r", ""))
                hidden_rows += [dong] if dong in below else []
            else:
                first, last = _whole(words.get("min", "")), min(_whole(words.get("max", "")), wide, _MAX_COLUMNS)
                hidden_columns += [column_letters(cot) for cot in range(max(first, 1), last + 1)]
    return [*merged, *_hidden(name, hidden_rows, hidden_columns)]


def _merged(name: str, ref: str, said: Sequence[int], wide: int) -> list[Fault]:
    """Tell of merged cells; said: the rows that say something, the header first."""
    found = _RANGE.fullmatch(ref)
    if found is None or column_number(found["left"]) > wide:
        return []
    last = bisect_right(said, int(found["bottom"]))
    if last < 2 or said[last - 1] < int(found["top"]):
        return []
    place = f"{name}!{found['left']}{found['top']}"
    loi = f"Các ô {ref} bị gộp làm một nên chỉ ô đầu có chữ."
    return [Fault(place, loi, "Hãy bỏ gộp ô (Unmerge Cells) rồi điền từng ô.")]


def _hidden(name: str, rows: Sequence[int], columns: Sequence[str]) -> list[Fault]:
    told: list[Fault] = []
    if rows:
        loi = f"Bảng có {len(rows)} hàng đang ẩn ({_listed(rows)}); docgen vẫn đọc các hàng ấy."
        told.append(Fault(name, loi, "Không muốn làm thì xóa hẳn các hàng ấy.", nang="nhac"))
    if columns:
        loi = f"Bảng có {len(columns)} cột đang ẩn ({_listed(columns)}); docgen vẫn đọc các cột ấy."
        told.append(Fault(name, loi, "Không muốn dùng thì xóa hẳn các cột ấy.", nang="nhac"))
    return told


def _listed(places: Sequence[int | str]) -> str:
    return ", ".join(map(str, places[:_SHOWN])) + (", …" if len(places) > _SHOWN else "")


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
