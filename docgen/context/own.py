"""Answers that only one kind asks for → words, each as its question wants."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.context.body import own_body
from docgen.context.rich import field
from docgen.context.remembered import remembered
from docgen.document import Document, Ngay
from docgen.document.own import RICH, Asked, read
from docgen.standards import Standard
from docgen.standards.dating import ngay_co_khoang_trong


@remembered
def own_words(document: Document, standard: Standard, asked: Mapping[str, Asked]) -> dict[str, Any]:
    """Write every own answer a kind asks for: name without ``rieng.`` → its words.

    A line, a number and the label of a choice are plain; a date is written out (``ngày 05 tháng 11 năm 2026``, with
    gaps for what is not known); yes is ``có``; a paragraph is rich, a list a list of rich lines, a body a list of
    blocks. What is not answered is "" or []. Answers the kind does not ask for are refused before (own_faults).
    """
    return {name: _words(document, standard, how, document.rieng.get(name)) for name, how in asked.items()}


def _words(document: Document, standard: Standard, asked: Asked, given: Any) -> Any:
    if given is None:
        return [] if asked.kieu in RICH else ""
    value = read(asked, given)
    if isinstance(value, Ngay):
        return ngay_co_khoang_trong(standard, (value.nam, value.thang, value.ngay), standard.noi_dung.chu)
    if isinstance(value, bool):
        return "có" if value else ""
    if isinstance(value, tuple):
        return [field(line) for line in value]
    match asked.kieu:
        case "paragraph":
            return field(value)
        case "body":
            return own_body(document, standard, value)
        case "choice":
            return asked.lua_chon.get(value, value)
        case _:
            return value
