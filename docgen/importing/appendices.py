"""The appendices: title, body, page on its side or not; and the issuer's name in a sentence, from their reference."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import partial

from docgen.importing.body import BodyReader
from docgen.importing.endings import bare_body
from docgen.importing.labels import Labels
from docgen.importing.leftover import words_left
from docgen.importing.notes import Notes
from docgen.importing.taken import Raw, Taken, flat
from docgen.outline.write import escape, write
from docgen.reading.facts import Part
from docgen.reading.parts import ATTACHED, Appendix
from docgen.reading.parts.folding import fold
from docgen.standards.appendix import nhan_phu_luc
from docgen.vietnamese.refusal import quoted

_OF = re.compile(r"\bcủa\s+(?P<ai>\S.*?)\s*\)?\s*\.?\s*$", re.DOTALL)
_FORMULA = re.compile(
    r"\(?(?:ban hành\s+)?kèm theo\s+(?P<loai>.{0,60}?)\s*(?:số|ký hiệu|số và ký hiệu)?\s*:?\s*"
    r"(?P<so>[\d\s.…_]*[-–/]\s*\S+)?"
    r"\s*,?\s*ngày(?P<ngay>[\d\s.…_]*(?:tháng[\d\s.…_]*năm[\d\s.…_]*|[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\s*))"
    r"của\s+(?P<ai>.+?)\s*\)?\s*\.?\s*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass
class Appended:
    """What the appendices say.

    kem_theo: the paper promulgated with this one. ten_day_du: the issuer's name within a sentence, None when no
    reference tells.
    """

    phu_luc: list[Raw] = field(default_factory=list)
    kem_theo: Raw | None = None
    ten_day_du: str | None = None


def read_appendices(taken: Taken, labels: Labels) -> Appended:
    """Read every appendix, and the paper that a decision promulgates when its kind asks for one.

    A head of its own, as regulations have, stays at the top of the body of an appendix; of a promulgated paper it is
    printed again.
    """
    found = Appended()
    attached = _attached(taken)
    appendices = [one for one in taken.anatomy.appendices if one is not attached]
    if attached is not None:
        found.kem_theo = _read_attached(taken, labels, attached, found)
    for at, one in enumerate(appendices, start=1):
        noi = f"phu_luc[{at}]"
        taken.book.found(noi, one.doan)
        ten = _title(taken, one, at, len(appendices))
        body = _body(taken, labels, one, noi, _said(one, taken, found))
        if not body:
            body, ten = escape(ten.replace("\n", " ") if ten else one.nhan.text if one.nhan else "…"), None
            taken.book.doubt(noi, "Phụ lục không có chữ nào dưới tên.", doan=one.doan[0])
        found.phu_luc.append(_raw(ten, body, _is_landscape(taken, one)))
    return found


def _attached(taken: Taken) -> Appendix | None:
    """Find the promulgated paper (PL III, Mẫu 1.3); one without a type in capitals is an appendix like any other."""
    form = taken.kind.form
    if form is None or form.question("kem_theo.noi_dung") is None:
        return None
    first = next((one for one in taken.anatomy.appendices if one.kieu == ATTACHED), None)
    return first if first is not None and first.ten is not None and first.ten.text.split("\n")[0].isupper() else None


def _read_attached(taken: Taken, labels: Labels, one: Appendix, found: Appended) -> Raw:
    taken.book.found("kem_theo", one.doan)
    lines = [line for line in map(flat, one.ten.text.split("\n")) if line] if one.ten else []
    head = [part for parts in one.dau.values() for part in parts]
    body = _body(taken, labels, one, "kem_theo", [*_said(one, taken, found), *head])
    raw: Raw = {"ten_loai": lines[0]}
    if lines[1:]:
        raw["trich_yeu"] = "\n".join(lines[1:])
    if body:
        raw["noi_dung"] = body + "\n"
    return raw


def _body(taken: Taken, labels: Labels, one: Appendix, noi: str, said: Iterable[Part]) -> str:
    """Read the body in the notation; words above it that nothing else says open it."""
    reader = BodyReader(taken.paper, taken.view, Notes(taken.paper), labels, taken.book)
    above = _above(one)
    for index, words in words_left(taken.paper, taken.view, above, said):
        taken.book.doubt(f"{noi}.noi_dung", f"Chưa rõ {quoted(words, 60)} là gì; giữ ở đầu phụ lục.", "", index)
        reader.text(words)
    for index in above:
        if taken.paper.paras[index].chu_thich:
            reader.notes_only(index)
    reader.read(one.noi_dung)
    if taken.standard.phu_luc.dau_het.value or noi == "kem_theo":
        reader.growth.end(partial(bare_body, taken.standard))
    outline = reader.growth.outline(reader.notes.definitions())
    labels.body(outline)
    return write(outline)


def _raw(ten: str | None, body: str, ngang: bool) -> Raw:
    raw: Raw = {"ten": ten} if ten else {}
    raw["noi_dung"] = body + "\n"
    return {**raw, "ngang": "true"} if ngang else raw


def _is_landscape(taken: Taken, one: Appendix) -> bool:
    return any(section.ngang for section in taken.paper.sections if one.doan[0] in section.doan)


def _title(taken: Taken, one: Appendix, at: int, count: int) -> str | None:
    """The title; a label that is none of "Phụ lục …" (``Biểu số 2``) is its first line."""
    lines = [line for line in map(flat, one.ten.text.split("\n")) if line] if one.ten else []
    if one.nhan is not None:
        label, printed = flat(one.nhan.text), nhan_phu_luc(taken.standard, at, count)
        if not re.fullmatch(r"phu luc(?: (?:so )?(?:[ivxlc]+|\d+|[a-z]))?[\s.:]*", fold(label)):
            lines.insert(0, label)
            taken.book.doubt(
                f"phu_luc[{at}].ten", f"Nhãn {quoted(label)} sẽ in là {quoted(printed)}; giữ lại trong tên."
            )
        elif fold(label).strip(" .:") != fold(printed):
            taken.book.doubt(f"phu_luc[{at}]", f"Nhãn {quoted(label)} sẽ in là {quoted(printed)}.", doan=one.doan[0])
    return "\n".join(lines) or None


def _above(one: Appendix) -> list[int]:
    """The paragraphs of an appendix that stand above its body, or beside it."""
    body = set(one.noi_dung)
    return [index for index in one.doan if index not in body]


def _said(one: Appendix, taken: Taken, found: Appended) -> Iterable[Part]:
    """The parts above the body that are said elsewhere in the data, or by printing."""
    yield from (part for part in (one.nhan, one.ten) if part is not None)
    reference = one.dan_chieu
    if reference is None:
        return
    text = flat(reference.text)
    formula = _FORMULA.fullmatch(text)
    if formula is not None and _is_this(taken, formula):
        found.ten_day_du = found.ten_day_du or formula["ai"].strip() or None
        if found.ten_day_du == (formula["ai"].strip() or None):
            yield reference
            return
    if found.ten_day_du is None and formula is None and (told := _OF.search(text)):
        found.ten_day_du = flat(told["ai"]) or None


def _is_this(taken: Taken, formula: re.Match[str]) -> bool:
    """Whether a reference names this very paper: its kind, and no other number or date."""
    kind = taken.kind
    if fold(formula["loai"]) not in {fold(kind.ten), fold(kind.form.ten_loai_thuong) if kind.form else ""}:
        return False
    number, date = taken.part("so_ky_hieu"), taken.part("dia_danh_ngay")
    return _figures(formula["so"] or "", number.text if number else "") and _figures(
        formula["ngay"], date.text if date else ""
    )


def _figures(said: str, own: str) -> bool:
    """Whether every figure and code of ``said`` stands in ``own`` too; gaps say nothing."""
    known = [figure.lstrip("0") for figure in re.findall(r"\w+", own.lower())]
    return all(figure.lstrip("0") in known for figure in re.findall(r"\w+", said.lower()))
