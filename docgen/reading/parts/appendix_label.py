"""Labels of appendices: ``Phụ lục I``, ``PHỤ LỤC 02: …``, ``Biểu số 01``, ``Mẫu số 3``.

NĐ 30, Phụ lục I, mục III, khoản 1; forms and tables are numbered by the habit of offices.
"""

from __future__ import annotations

import re
from typing import Final

from docgen.reading.parts.folding import fold
from docgen.reading.parts.view import Piece, View

_WORDS: Final = ("phu luc", "bieu", "mau", "phu bieu", "bang so")
_LABEL: Final = re.compile(
    r"(?P<nhan>(?:phu luc|bieu mau|bieu so|mau so|bieu|mau|phu bieu|bang so)"
    r"(?: ?(?:so|kem theo)?[ :.]{0,2}(?P<so>[ivxlc]{1,7}|\d{1,3}(?:[./-]\w{1,6}){0,4}|[a-z])(?!\w))?)"
    r"(?: ?[.:–/-])?(?: (?P<ten>.*))?"
)
_LONGEST: Final = 250


def is_appendix_label(view: View, i: int) -> bool:
    """Whether paragraph ``i`` is the label of an appendix, not a sentence that speaks of one."""
    if view.named(i):
        return view.named(i) == "phu_luc_nhan"
    folded = view.fold(i)
    if not folded.startswith(_WORDS) or view.blank(i):
        return False
    if view.paras[i].nhan:
        return _LABEL.fullmatch(fold(view.paras[i].nhan)) is not None
    line = next(view.lines(i))
    found = _LABEL.fullmatch(line.fold) if len(line.fold) <= _LONGEST else None
    if found is None or not (found["nhan"].startswith("phu luc") or found["so"] or view.new_page(i)):
        return False
    stands = view.caps(line) or view.centred(i) or bool(view.bold(line)) or view.new_page(i)
    if found["ten"]:
        shown = view.caps(line) or view.centred(i) or line.text[-len(found["ten"]) :].isupper()
        return stands and shown and not line.text.endswith((".", ";"))
    return stands or not view.looks


def is_form_label(view: View, i: int) -> bool:
    """Whether it is the label of a form or table (``Biểu số 01``), which an appendix may hold several of."""
    return not view.fold(i).startswith("phu luc") and is_appendix_label(view, i)


def cut_label(view: View, k: int) -> tuple[Piece, list[Piece]]:
    """``Phụ lục: NỘI DUNG …`` is the label and the title; further lines of the paragraph are title too."""
    first, *others = view.lines(k)
    nhan = view.paras[k].nhan
    if nhan:
        return Piece(k, nhan, 0, fold(nhan)), [first, *others]
    found = _LABEL.fullmatch(first.fold)
    ten = found["ten"] if found else None
    if not ten:
        return first, others
    at = len(first.text)
    for _ in range(len(ten.split())):
        at = len(first.text[:at].rstrip())
        at = max((n + 1 for n in range(at) if first.text[n].isspace()), default=0)
    return view.piece(k, first.text[:at], first.tu), [view.piece(k, first.text[at:], first.tu + at), *others]
