"""A paper → plain values by the names of the vocabulary, and what is to be told.

Every word that is visible in the paper is in the values, or is one of the formulas the standard prints by itself: what
no field takes stands in the body, before or behind the rest.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.document import CoQuan, Document
from docgen.importing.appendices import read_appendices
from docgen.importing.head import read_head
from docgen.importing.issuer import find_issuer
from docgen.importing.kind import find_kind
from docgen.importing.labels import Labels
from docgen.importing.leftover import words_left
from docgen.importing.lists import read_addressees, read_bases, read_closing, read_opening, read_recipients
from docgen.importing.main_body import MainBody
from docgen.importing.notes import note_text
from docgen.importing.own import own_parts, read_own
from docgen.importing.report import Notebook, Report
from docgen.importing.signature import read_signature
from docgen.importing.spans import plainly
from docgen.importing.taken import Raw, Taken, flat
from docgen.kinds import Kinds
from docgen.reading.facts import Paper
from docgen.reading.parts import dissect
from docgen.reading.parts.view import View
from docgen.vietnamese.refusal import quoted

# Parts whose words go into a field, or that the standard prints by itself.
_TAKEN = frozenset(
    {"quoc_hieu", "tieu_ngu", "tieu_de", "chu_quan", "co_quan", "gach_co_quan", "so_ky_hieu", "dia_danh_ngay", "do_mat"}
    | {"do_khan", "ten_loai", "trich_yeu", "gach_ten_loai", "kinh_gui", "can_cu", "mo_dau", "ket_thuc", "noi_nhan_nhan"}
    | {"noi_nhan", "luu", "ky_hieu_soan", "quyen_han", "chuc_vu", "chu_ky", "ho_ten", "chuc_vu_khac", "chu_thich"}
)
_PAGE_NUMBER = re.compile(r"[\W\d_]*(?:(?:trang|page|of|/|[ivxlc]+)[\W\d_]*)*", re.IGNORECASE)


@dataclass(frozen=True)
class Converted:
    """raw: plain values. report: what is to be told. giai_thich: the standard, and why, in one sentence."""

    raw: Raw
    report: Report
    giai_thich: str


def convert(paper: Paper, kinds: Kinds) -> Converted:
    """Turn a paper into data. Any paper gives some; what is missing in it is missing in the data."""
    view, book, issuer = View(paper), Notebook(paper), find_issuer(paper)
    book.doubts.extend(paper.notes)
    anatomy = dissect(paper)
    taken = Taken(paper, view, anatomy, issuer, find_kind(paper, kinds, anatomy), book)
    found = read_head(taken)
    found["rieng"] = read_own(taken)
    found["kinh_gui"], found["can_cu"] = read_addressees(taken), read_bases(taken)
    found["mo_dau"], opening = read_opening(taken)
    closing, last = read_closing(taken)
    found.update(read_recipients(taken))
    found["ky"] = read_signature(taken)
    labels = Labels()
    body = MainBody(taken, labels, _own_body(taken))
    _outside(taken, body)
    found.update(body.read(opening, closing, last))
    appended = read_appendices(taken, labels)
    found["phu_luc"] = appended.phu_luc
    found["kem_theo"] = appended.kem_theo
    found["co_quan"]["ten_day_du"] = appended.ten_day_du
    found["danh_so"] = labels.scheme(taken.standard.labels(), book)
    _margins(paper, book)
    giai_thich = f"Đọc theo {taken.standard.ten} vì {issuer.vi}."
    return Converted(_ordered(found), book.report(body.kept), giai_thich)


def _ordered(found: Raw) -> Raw:
    """The values in the order of the model, without what is absent."""
    co_quan = found["co_quan"]
    found["co_quan"] = {name: co_quan[name] for name in CoQuan.model_fields if co_quan.get(name)}
    return {name: found[name] for name in Document.model_fields if found.get(name) not in (None, [], {})}


def _own_body(taken: Taken) -> list[int]:
    """The paragraphs of the body that no other part took (a mark in a text box, say)."""
    others = {index for ten in (*_TAKEN, *own_parts(taken)) for part in taken.parts.get(ten, ()) for index in part.doan}
    return [index for part in taken.parts.get("noi_dung", ()) for index in part.doan if index not in others]


def _outside(taken: Taken, body: MainBody) -> None:
    """Note the words outside the bodies that no part took, and footnotes that stand where the data has none."""
    held = set(body.doan) | {index for part in taken.parts.get("phu_luc", ()) for index in part.doan}
    outside = [index for index in range(len(taken.paper.paras)) if index not in held]
    said = [part for ten in (*_TAKEN, *own_parts(taken)) for part in taken.parts.get(ten, ())]
    for index, words in words_left(taken.paper, taken.view, outside, said):
        taken.book.left(index, words)
    for index in outside:
        for key in taken.paper.paras[index].chu_thich:
            words = flat(plainly(note_text(taken.paper, key)))
            if words:
                taken.book.left(index, words, "Chú thích cuối trang ngoài phần nội dung được giữ thành chữ thường.")


def _margins(paper: Paper, book: Notebook) -> None:
    """Tell what running heads and feet say beside the page number: no field holds it."""
    told = set()
    for one in paper.dau_chan:
        for para in one.paras:
            words = flat(para.full)
            if words and words not in told and not _PAGE_NUMBER.fullmatch(words):
                told.add(words)
                where = "đầu trang" if one.noi == "dau" else "chân trang"
                book.doubt("", f"Chữ lặp lại ở {where} không đưa vào dữ liệu: {quoted(words, 500)}.")
