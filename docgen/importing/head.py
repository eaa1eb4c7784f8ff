"""The head of a paper: its bodies, number, place and date, marks, kind and abstract."""

from __future__ import annotations

import re

from docgen.document import Ngay
from docgen.importing.numbers import bare_number, read_date, read_number
from docgen.importing.taken import Raw, Taken, flat
from docgen.reading.facts import Part
from docgen.reading.parts.folding import fold, letters
from docgen.standards import Mark
from docgen.standards.numbering import in_don_vi_soan, so_ky_hieu
from docgen.vietnamese.refusal import RefusedError, quoted

_ABOUT = re.compile(r"v\s*/\s*v\s*:?\s+(?=\S)", re.IGNORECASE)
_MARKS = ("do_khan", "do_mat")


def read_head(taken: Taken) -> Raw:
    """Read everything above the addressees; what cannot be said in the data is noted as left over."""
    raw: Raw = {"loai": taken.kind.loai, "the_thuc": taken.issuer.by_hand, "co_quan": _issuer(taken)}
    raw.update(_number(taken, raw["co_quan"]))
    raw.update(_date(taken))
    for ten in _MARKS:
        raw[ten] = _mark(taken, ten)
    raw["trich_yeu"] = _abstract(taken)
    return raw


def _issuer(taken: Taken) -> Raw:
    issuer = taken.issuer
    if not issuer.chac:
        loi = f"Loại cơ quan được đoán là “{issuer.loai}”: {issuer.vi}."
        taken.book.doubt("co_quan.loai", loi, "Xin xem lại; thể thức của văn bản tùy theo mục này.")
    raw: Raw = {"loai": issuer.loai}
    for ten, noi in (("chu_quan", "co_quan.chu_quan"), ("co_quan", "co_quan.ten")):
        taken.note(ten, noi)
        raw[noi.removeprefix("co_quan.")] = [
            line for part in taken.parts.get(ten, ()) for line in map(flat, part.text.split("\n")) if line
        ]
        if part := taken.part(ten):
            taken.unsure(noi, part)
    return raw


def _number(taken: Taken, co_quan: Raw) -> Raw:
    part = taken.part("so_ky_hieu")
    if part is None:
        return {}
    standard, text = taken.standard, flat(part.text)
    taken.note("so_ky_hieu", "so")
    ma_loai = taken.kind.ma_loai(standard.ma)
    found = read_number(part.text, ma_loai, in_don_vi_soan(standard, ma_loai))
    if found is None:
        alone = bare_number(part.text)
        if alone is None:
            taken.book.left(part.doan[0], text, f"Số, ký hiệu {quoted(text)} có dạng chưa đọc được.")
        return {"so": str(alone) if alone else None}
    co_quan["ky_hieu"] = found.ky_hieu
    if found.don_vi_soan is not None:
        co_quan["don_vi_soan"] = found.don_vi_soan
    printed = flat(so_ky_hieu(standard, found.so, ma_loai, found.ky_hieu, found.don_vi_soan))
    if _bare(printed) != _bare(text):
        taken.book.doubt("so", f"{quoted(text)} sẽ in là {quoted(printed)}.", doan=part.doan[0])
    return {"so": None if found.so is None else str(found.so)}


def _bare(text: str) -> str:
    """A number without its blanks, gaps and the colon some put behind "Số"."""
    return "".join(char for char in text.lower() if not char.isspace() and char not in ":.…_")


def _date(taken: Taken) -> Raw:
    part = taken.part("dia_danh_ngay")
    if part is None:
        return {}
    text = flat(part.text)
    taken.note("dia_danh_ngay", "ngay")
    try:
        found = read_date(part.text)
    except RefusedError as refused:
        taken.book.left(part.doan[0], text, f"{refused.loi} {refused.sua}".strip())
        return {}
    if found is None:
        taken.book.left(part.doan[0], text, f"Địa danh, ngày tháng {quoted(text, 60)} có dạng chưa đọc được.")
        return {}
    return {"dia_danh": found.dia_danh, "ngay": None if found.ngay is None else str(Ngay(*found.ngay))}


def _mark(taken: Taken, ten: str) -> str | None:
    part = taken.part(ten)
    if part is None:
        return None
    standard = taken.standard
    marks: tuple[Mark, ...] = standard.do_khan if ten == "do_khan" else standard.do_mat
    said = letters(fold(part.text))
    found = next((mark.ma for mark in marks if said in map(fold, (mark.loi.value, *mark.chap_nhan))), None)
    if found is None:
        taken.book.left(part.doan[0], flat(part.text))
    else:
        taken.note(ten, ten)
    return found


def _abstract(taken: Taken) -> str | None:
    kind, named = taken.kind, taken.part("ten_loai")
    if named is not None:
        taken.note("ten_loai", "loai")
        if kind.thua:
            taken.book.left(named.doan[0], kind.thua, f"{quoted(kind.thua)} đứng liền sau tên loại văn bản.")
        if kind.form is None:
            taken.book.doubt("loai", f"docgen chưa có biểu cho loại văn bản {quoted(kind.ten)}.", doan=named.doan[0])
    part = taken.part("trich_yeu")
    if part is None:
        return None
    taken.unsure("trich_yeu", part)
    return _lines(taken, part)


def _lines(taken: Taken, part: Part) -> str | None:
    """The abstract: in pasted text its lines were turned over by the page, in a Word file by their author."""
    taken.note("trich_yeu", "trich_yeu")
    lines = [line for line in map(flat, part.text.split("\n")) if line]
    if lines and taken.kind.form is not None and not taken.kind.form.ky_hieu:
        # The template of a letter says it (PL I, P.I, M.II, k.5, đ.b).
        lines[0] = _ABOUT.sub("", lines[0], count=1)
    return (" " if taken.paper.nguon == "text" else "\n").join(lines) or None
