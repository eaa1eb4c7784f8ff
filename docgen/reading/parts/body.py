"""The range of the body, and the sentences that close it.

The closing is known by its words ("Trên đây là …"); other last paragraphs without a label are guessed to be it
when they ask for what was written to be done.
"""

from __future__ import annotations

import re
from typing import Final

from docgen.reading.facts import Part
from docgen.reading.parts.openings import automatic, label
from docgen.reading.parts.view import Chac, Found, View

_SURE: Final = re.compile(
    r"tren day la\b|tren co so (?:ke hoach|noi dung)|can cu (?:ke hoach|huong dan|noi dung|thong bao|chuong trinh)"
    r"(?: nay)? (?:tren day|tren|nay)\b"
)
_ASKS: Final = re.compile(
    r"(?:de nghi|yeu cau|kinh de nghi|kinh trinh|trong qua trinh|nhan duoc|rat mong|tran trong|can cu|giao)\b"
    r"|.{0,120}?\b(?:de nghi|yeu cau|kinh trinh|kinh de nghi|kinh mong|thong bao|tran trong|xin bao cao)\b"
)
_PROBLEMS: Final = re.compile(r"qua trinh (?:trien khai|thuc hien)|neu co (?:kho khan|vuong mac)|moi ")
_MOST: Final = 4


def read_body(view: View, start: int, end: int, found: Found) -> None:
    """Add ket_thuc and noi_dung out of the paragraphs from ``start`` to ``end``."""
    while start < end and view.blank(start):
        start += 1
    while end > start and view.blank(end - 1):
        end -= 1
    if start >= end:
        return
    held, chac = _closing(view, start, end)
    if held and held[0] > start:
        end = held[0]
        while end > start and view.blank(end - 1):
            end -= 1
    else:
        held = []
    doan = tuple(range(start, end))
    text = "\n".join(view.paras[i].full for i in doan)
    found.parts["noi_dung"] = [Part("noi_dung", doan, text, "chac")]
    for k, i in enumerate(held):
        found.add("ket_thuc", [view.line(i)], chac if k == 0 else "doan")


def _closing(view: View, start: int, end: int) -> tuple[list[int], Chac]:
    """The last paragraphs of the body that close it."""
    last: list[int] = []
    told = False
    for i in range(end - 1, start - 1, -1):
        if view.skipped(i):
            continue
        named = view.named(i)
        if named == "ket_thuc":
            last.insert(0, i)
            told = True
            continue
        if named or told or view.tables(i) or _labelled(view, i) or len(last) >= _MOST:
            break
        last.insert(0, i)
        if _SURE.match(view.fold(i)):
            return last, "chac"
    if told or not last:
        return last, "chac"
    # Without "Trên đây là" only what breaks out of a list of levels, and asks for something.
    above = next((i for i in range(last[0] - 1, start - 1, -1) if not view.skipped(i)), None)
    if above is None or not _labelled(view, above):
        return [], "doan"
    held = last[1:] if _is_title(view, above) else last
    asks = next((k for k, i in enumerate(held) if _asks(view.fold(i))), None)
    return (held[asks:], "doan") if asks is not None and len(held) <= 2 else ([], "doan")


def _labelled(view: View, i: int) -> bool:
    para = view.paras[i]
    found = automatic(para) or label(para.text.split("\n", 1)[0])
    return found is not None and not found.weak


def _is_title(view: View, i: int) -> bool:
    """Whether what follows a labelled paragraph still belongs to it: it is a title, or leads over."""
    folded = view.fold(i)
    return view.bold_from(i, 0) is True or folded.endswith(":") or not folded.rstrip('”"’ ').endswith((".", ";", ","))


def _asks(folded: str) -> bool:
    """Whether a paragraph asks for what was written to be done; a note in brackets does not."""
    return not folded.startswith("(") and bool(_ASKS.match(folded) or _PROBLEMS.match(folded))
