"""Answers that only one kind asks for → words, each as its question wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.context.body import own_body
from docgen.context.remembered import remembered
from docgen.context.rich import Rich, closed, field
from docgen.document import Document, Ngay
from docgen.document.own import RICH, Asked, read
from docgen.standards import Standard
from docgen.standards.dating import ngay_co_khoang_trong
from docgen.standards.endings import ket_dong, mo_dong


@remembered
def own_words(document: Document, standard: Standard, asked: Mapping[str, Asked]) -> dict[str, Any]:
    """Write every own answer a kind asks: name without ``rieng.`` → its words.

    A line, a number and the label of a choice are plain; a date is written out (``ngày 05 tháng 11 năm 2026``, with
    gaps for what is not known); yes is ``có``; a paragraph is rich; a list is a list of rich lines without typed
    bullets and closing signs, which are the template's to write; a body is a list of blocks. What is not answered is
    "" or []. Answers the kind does not ask for are refused before (own_faults).
    """
    return {name: _words(document, standard, how, document.rieng.get(name)) for name, how in asked.items()}


def _item(line: str) -> Rich:
    return closed(field(line), lambda pieces: ket_dong(mo_dong(pieces, "-"), ""))


def _words(document: Document, standard: Standard, asked: Asked, given: Any) -> Any:
    if given is None:
        return [] if asked.kieu in RICH else ""
    value = read(asked, given)
    if isinstance(value, Ngay):
        return ngay_co_khoang_trong(standard, (value.nam, value.thang, value.ngay), standard.noi_dung.chu)
    if isinstance(value, bool):
        return "có" if value else ""
    if isinstance(value, tuple):
        return [_item(line) for line in value]
    match asked.kieu:
        case "paragraph":
            return field(value)
        case "body":
            return own_body(document, standard, value)
        case "choice":
            return asked.lua_chon.get(value, value)
        case _:
            return value
