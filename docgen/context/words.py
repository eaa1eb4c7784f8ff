"""Document + standard + kind → the words of every part, named by the vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Protocol

from docgen.context.blocks import Block
from docgen.context.body import appendix_body, attached_body, main_body
from docgen.context.own import own_words
from docgen.context.remembered import remembered
from docgen.context.rich import Rich, closed, field, plain
from docgen.document import Document
from docgen.document.own import Asked
from docgen.standards import KnownDate, Mark, Standard
from docgen.standards.appendix import dan_chieu_phu_luc, nhan_phu_luc
from docgen.standards.dating import dia_danh_ngay
from docgen.standards.endings import Closed, Pieces, dau_can_cu, ket_dong, mo_dong
from docgen.standards.numbering import so_ky_hieu
from docgen.standards.parts import Rule
from docgen.standards.recipients import dong_luu, dong_noi_nhan, ket_kinh_gui

_ABOUT = re.compile(r"\s*(?:v\s*/\s*v\s*:?\s+)?(?:về\s+việc\s+)?(?=\S)", re.IGNORECASE)
_AS_ABOVE = re.compile(r"\W*như\s+(?:trên|kính\s+gửi)\W*", re.IGNORECASE)
# The words that announce what follows; a colon belongs behind them.
_ANNOUNCES = re.compile(r"\b(?:sau|sau đây|dưới đây)$", re.IGNORECASE)


class Kind(Protocol):
    """What the words need to know of a kind of paper."""

    @property
    def ten_loai(self) -> str:
        """Name of the type as a title: ``KẾ HOẠCH``."""

    @property
    def ten_loai_thuong(self) -> str:
        """Name of the type within a sentence: ``Kế hoạch``."""

    @property
    def ky_hieu(self) -> str:
        """Code of the type: ``KH``; "" for a type without one."""

    def own(self) -> Mapping[str, Asked]:
        """How the answers are asked for that only this kind has, by name."""


def words(document: Document, standard: Standard, kind: Kind) -> dict[str, Any]:
    """Write every part of a paper the way its standard has it.

    Plain values are strings, rich ones lists of segments (:mod:`docgen.context.rich`), bodies lists of blocks
    (:mod:`docgen.context.blocks`); absent parts are "" or []. ``ke`` holds the lengths of drawn lines as shares of
    the text above, "" where the standard has signs instead of a line; ``dau_het`` the sign that ends a paper whose
    last words are no text of its own, "" where the text carries it; ``noi_nhan_duoi`` the recipients without a typed
    "Như trên", for templates that print it. No word of the document is changed; signs at
    line ends, labels and gaps follow the standard.
    """
    issuer = document.co_quan
    head, addressees = ket_kinh_gui(standard, document.kinh_gui)
    body = main_body(document, standard)
    noi_nhan = _noi_nhan(document, standard)
    return {
        "co_quan": {"chu_quan": list(issuer.chu_quan), "ten": list(issuer.ten), "ten_day_du": _in_a_sentence(document)},
        "so_ky_hieu": so_ky_hieu(standard, document.so, kind.ky_hieu, issuer.ky_hieu or "", issuer.don_vi_soan),
        "dia_danh_ngay": dia_danh_ngay(standard, document.dia_danh, known_date(document)),
        "do_khan": _mark(standard.do_khan, document.do_khan),
        "do_mat": _mark(standard.do_mat, document.do_mat),
        "ten_loai": kind.ten_loai,
        "trich_yeu": _trich_yeu(document, kind),
        "kinh_gui_dau": head,
        "kinh_gui": addressees,
        "can_cu": _can_cu(document, standard),
        "mo_dau": _mo_dau(document),
        "noi_dung": body.noi_dung,
        "ket_thuc": body.ket_thuc,
        "noi_nhan": noi_nhan,
        "noi_nhan_duoi": _below_as_above(noi_nhan),
        "so_ban": "" if document.so_ban is None else str(document.so_ban),
        "ky": _ky(document),
        "kem_theo": _kem_theo(document, standard, kind),
        "phu_luc": _phu_luc(document, standard, kind),
        "rieng": own_words(document, standard, kind.own()),
        "dau_het": "" if body.noi_dung or body.ket_thuc else standard.dau_het.them.value,
        "ke": {
            "tieu_ngu": _ke(standard.dau_trang.ke_phai),
            "co_quan": _ke(standard.dau_trang.ke_co_quan),
            "trich_yeu": _ke(standard.ten_loai.ke),
        },
    }


def known_date(document: Document) -> KnownDate | None:
    """Return the date of issue as far as it is known: ``(year, month | None, day | None)``."""
    ngay = document.ngay
    return None if ngay is None else (ngay.nam, ngay.thang, ngay.ngay)


def _mark(marks: tuple[Mark, ...], ma: str | None) -> str:
    return next((mark.loi.value for mark in marks if mark.ma == ma), "")


@remembered
def _can_cu(document: Document, standard: Standard) -> list[Rich]:
    lines = []
    for at, text in enumerate(document.can_cu, start=1):
        dau = dau_can_cu(standard, at == len(document.can_cu), document.mo_dau is not None)
        lead = standard.can_cu.dau_dong.value

        def close(pieces: Pieces, dau: str = dau, lead: str = lead) -> Closed:
            return ket_dong(mo_dong(pieces, lead), dau)

        lines.append(closed(field(text), close, lead))
    return lines


def _mo_dau(document: Document) -> Rich:
    if document.mo_dau is None:
        return []
    rich = field(document.mo_dau)
    return closed(rich, _announce)


def _announce(pieces: Pieces) -> Closed:
    last = pieces[-1] if pieces else None
    return Closed(tuple(pieces), ":" if last and _ANNOUNCES.search(last) else "", "")


@remembered
def _noi_nhan(document: Document, standard: Standard) -> list[Rich]:
    lead = standard.noi_nhan.dau_dong.value
    lines = []
    for at, text in enumerate(document.noi_nhan, start=1):
        is_last = document.luu is None and at == len(document.noi_nhan)

        def close(pieces: Pieces, is_last: bool = is_last) -> Closed:
            return dong_noi_nhan(standard, pieces, is_last)

        lines.append(closed(field(text), close, lead))
    if document.luu is not None:
        line, raised = dong_luu(standard, document.luu, document.so_ban)
        lines.append([{"chu": line}, *([{"chu": raised, "mu": True}] if raised else [])])
    return lines


def _below_as_above(lines: list[Rich]) -> list[Rich]:
    """The recipients under "Như trên", for templates that say it themselves (NĐ 30: PL I, P.I, M.II, k.9, đ.b)."""
    return lines[1:] if lines and _AS_ABOVE.fullmatch(plain(lines[0])) else lines


def _ky(document: Document) -> dict[str, Any]:
    ky = document.ky
    return {
        "quyen_han": list(ky.quyen_han),
        "chuc_vu": ky.chuc_vu or "",
        "chu_ky": ky.chu_ky or "",
        "ho_ten": ky.ho_ten or "",
        "chuc_vu_khac": list(ky.chuc_vu_khac),
    }


def _reference(document: Document, standard: Standard, kind: Kind) -> str:
    issuer = document.co_quan
    return dan_chieu_phu_luc(
        standard,
        kind.ten_loai_thuong,
        document.so,
        kind.ky_hieu,
        issuer.ky_hieu or "",
        issuer.don_vi_soan,
        known_date(document),
        _in_a_sentence(document),
    )


def _in_a_sentence(document: Document) -> str:
    """Name the issuer within a sentence; as it stands in the head when no other name is given."""
    return document.co_quan.ten_day_du or " ".join(document.co_quan.ten)


def _trich_yeu(document: Document, kind: Kind) -> str:
    """The abstract; in a paper without a type the template says "V/v" (NĐ 30: PL I, P.I, M.II, k.5, đ.b), once."""
    return document.trich_yeu if kind.ky_hieu else _ABOUT.sub("", document.trich_yeu, count=1)


def _kem_theo(document: Document, standard: Standard, kind: Kind) -> dict[str, Any] | str:
    """The paper this one promulgates, with the line that says so (NĐ 30: PL III, Mẫu 1.3)."""
    attached = document.kem_theo
    if attached is None:
        return ""
    return {
        "ten_loai": attached.ten_loai,
        "trich_yeu": attached.trich_yeu or "",
        "dan_chieu": _reference(document, standard, kind),
        "noi_dung": _attached(document, standard),
    }


@remembered
def _attached(document: Document, standard: Standard) -> list[Block]:
    attached = document.kem_theo
    return [] if attached is None else attached_body(document, standard, attached.noi_dung)


def _phu_luc(document: Document, standard: Standard, kind: Kind) -> list[dict[str, Any]]:
    reference = _reference(document, standard, kind) if document.phu_luc else ""
    return [
        {
            "nhan": nhan_phu_luc(standard, at, len(document.phu_luc)),
            "ten": part.ten or "",
            "dan_chieu": reference,
            "noi_dung": said,
            "huong": {"ngang": True} if part.ngang else "",
            # For templates whose first page has a foot of its own (the address in a letter, PL III, Mẫu 1.5).
            "chan": {"chan_sau": True},
        }
        for at, (part, said) in enumerate(zip(document.phu_luc, _appendices(document, standard), strict=True), start=1)
    ]


@remembered
def _appendices(document: Document, standard: Standard) -> list[list[Block]]:
    return [appendix_body(document, standard, part.noi_dung) for part in document.phu_luc]


def _ke(rule: Rule) -> dict[str, list[float]] | str:
    """Give the least and greatest length of a drawn line as shares of the longest line of text above it."""
    if rule.ty_le is None or rule.ty_le.least is None or rule.ty_le.most is None:
        return ""
    return {"ke": [rule.ty_le.least, rule.ty_le.most]}
