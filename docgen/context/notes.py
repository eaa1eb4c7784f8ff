"""What the user should look at again before the paper is printed: doubts about form, and what is missing for it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from docgen.context.body import main_body
from docgen.context.remembered import remembered
from docgen.document import Document
from docgen.errors import Fault
from docgen.outline.inline import read
from docgen.outline.tree import NoteRef
from docgen.standards import Standard
from docgen.standards.endings import ket_bai
from docgen.standards.signer_fit import kiem_hop
from docgen.standards.signing import kiem_ky

# "kèm theo" speaks of an appendix when nothing or this very paper follows; "kèm theo Quyết định số …" does not.
_THIS = r"(?:kế hoạch|văn bản|công văn|báo cáo|tờ trình|thông báo|hướng dẫn)\s+này"
_ENCLOSED = re.compile(rf"(?:đính\s+kèm|kèm\s+theo)(?=\s*(?:[).;,:]|$|{_THIS}))", re.IGNORECASE | re.MULTILINE)
_APPENDIX = re.compile(r"\bphụ\s+lục\b", re.IGNORECASE)
_OTHERS = re.compile(
    r"\bphụ\s+lục(?:\s+(?:số\s+)?[IVXLC\d]+)?\s+"
    r"(?:(?:ban hành\s+)?kèm\s+theo\s+|của\s+)?(?:nghị định|thông tư|quyết định|luật|nghị quyết|quy định)\b(?!\s+này)",
    re.IGNORECASE,
)


# Texts that may speak of an appendix; those of an attached paper are appendices of the whole file.
_ATTACHED: Final = "kem_theo.noi_dung"
_SPEAKING: Final = ("mo_dau", "noi_dung", "ket_thuc", _ATTACHED)


def notes(document: Document, standard: Standard) -> tuple[Fault, ...]:
    """Tell what is doubted (``nhac``) or missing (``loi``) in the order of the fields.

    Checked: the issuer's name that the appendices' reference line needs; codes and counts the standard has no
    place for; marks without a partner in rich fields; the end mark; the archive line; the signature; appendices
    that are spoken of and absent, or present and not spoken of (NĐ 30: PL I, P.I, M.III, k.1, đ.a).
    """
    return tuple(fault for check in _CHECKS for fault in check(document, standard))


_Check = Callable[[Document, Standard], Iterable[Fault]]


def _check(*checks: _Check) -> _Check:
    """Make one check of several, whose faults are remembered."""

    @remembered
    def faults(document: Document, standard: Standard) -> tuple[Fault, ...]:
        return tuple(fault for check in checks for fault in check(document, standard))

    return faults


def _nhac(noi: str, loi: str, sua: str = "", dong: int | None = None) -> Fault:
    return Fault(noi, loi, sua, dong, "nhac")


def _issuer(document: Document, standard: Standard) -> Iterator[Fault]:
    issuer = document.co_quan
    if (document.phu_luc or document.kem_theo) and issuer.ten_day_du is None:
        under = "tên phụ lục" if document.phu_luc else "trích yếu của văn bản kèm theo"
        yield Fault(
            "co_quan.ten_day_du",
            f"Còn thiếu tên cơ quan viết trong câu; dòng chỉ dẫn dưới {under} (“Kèm theo … của …”) cần tên này.",
            "Ví dụ: Ủy ban nhân dân tỉnh Bình Dương.",
        )
    unit = issuer.don_vi_soan
    if unit is not None and "{don_vi}" not in standard.so.mau.value and unit not in (document.luu or ""):
        yield _nhac(
            "co_quan.don_vi_soan",
            f"Theo {standard.ten}, số và ký hiệu không ghi đơn vị soạn, nên “{unit}” chưa được in ở đâu.",
            "Nếu cần, ghi đơn vị soạn ở mục luu.",
        )


def _inline(texts: Callable[[Document], Iterable[tuple[str, str]]]) -> _Check:
    return lambda document, _: _unprinted(texts(document))


def _unprinted(texts: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    for noi, text in texts:
        found = read(text)
        if found.unpaired:
            signs = ", ".join(f"“{sign}”" for sign in found.unpaired)
            yield _nhac(noi, f"Dấu {signs} không có dấu đi cặp nên được in nguyên như chữ.")
        for part in found.whole:
            if isinstance(part, NoteRef):
                yield _nhac(
                    noi,
                    f"Chú thích cuối trang chỉ dùng được trong noi_dung; “[^{part.key}]” được in nguyên như chữ.",
                )


def _can_cu(document: Document) -> Iterator[tuple[str, str]]:
    return ((f"can_cu[{at}]", text) for at, text in enumerate(document.can_cu, start=1))


def _noi_nhan(document: Document) -> Iterator[tuple[str, str]]:
    return ((f"noi_nhan[{at}]", text) for at, text in enumerate(document.noi_nhan, start=1))


def _mo_dau(document: Document) -> list[tuple[str, str]]:
    return [] if document.mo_dau is None else [("mo_dau", document.mo_dau)]


def _ket_thuc(document: Document) -> list[tuple[str, str]]:
    return [] if document.ket_thuc is None else [("ket_thuc", document.ket_thuc)]


def _end_mark(document: Document, standard: Standard) -> Iterator[Fault]:
    if document.noi_dung is None and document.ket_thuc is None:
        return
    body = main_body(document, standard)
    mark = standard.dau_het.them.value
    if body.cuoi is None:
        yield _nhac(
            body.noi,
            f"Nội dung kết thúc bằng bảng hoặc đề mục nên không có chỗ ghi dấu kết thúc “{mark}”.",
            "Thêm câu kết ở mục ket_thuc.",
        )
        return
    closed = ket_bai(standard, [body.cuoi])
    if closed.da_go not in ("", ".", closed.dau):
        yield _nhac(body.noi, f"Dấu kết thúc “{closed.da_go}” được in là “{closed.dau}” theo {standard.ten}.")
    elif not closed.dau and body.cuoi.rstrip().endswith(":"):
        yield _nhac(body.noi, f"Nội dung kết thúc bằng dấu hai chấm nên chưa ghi dấu kết thúc “{mark}”.")


def _archive(document: Document, standard: Standard) -> Iterator[Fault]:
    if document.luu is None:
        if document.noi_nhan:
            yield _nhac("luu", "Chưa có dòng Lưu ở cuối nơi nhận.", "Ví dụ: VT, và tên viết tắt của đơn vị soạn.")
        if document.so_ban is not None:
            yield _nhac("so_ban", "Số bản được ghi ở dòng Lưu; chưa có mục luu nên số bản chưa được in.")
        return
    first = standard.noi_nhan.luu_mo_dau
    if first is not None and not re.match(rf"(?:[-\s]*lưu\s*:?\s*)?{first.value}\b", document.luu, re.IGNORECASE):
        yield _nhac("luu", f"Theo {standard.ten}, dòng Lưu mở đầu bằng “{first.value}”.", f"Ví dụ: {first.value}, VX.")


def _appendices(document: Document, standard: Standard) -> Iterator[Fault]:
    mentions = [(noi, dong) for noi in _SPEAKING for dong in _mentions(document, noi)]
    if not document.phu_luc and not document.kem_theo and mentions:
        noi, dong = mentions[0]
        yield _nhac(
            noi,
            "Có nhắc đến phụ lục hoặc tài liệu kèm theo nhưng văn bản chưa có phụ lục nào.",
            "Thêm mục phu_luc, nếu tài liệu ấy đi cùng văn bản.",
            dong if noi == "noi_dung" else None,
        )
    elif document.phu_luc and not mentions and standard.phu_luc.phai_dan_chieu.value:
        yield _nhac(
            "phu_luc", "Văn bản có phụ lục nhưng nội dung chưa nhắc đến.", "Ví dụ, thêm “(có Phụ lục kèm theo)”."
        )


@remembered
def _mentions(document: Document, noi: str) -> tuple[int, ...]:
    """The lines (1-based) of a text that speak of an appendix of this paper."""
    attached = document.kem_theo.noi_dung if document.kem_theo else ""
    text = attached if noi == _ATTACHED else getattr(document, noi) or ""
    lines = (_OTHERS.sub("", line) for line in text.split("\n"))
    return tuple(at for at, own in enumerate(lines, start=1) if _APPENDIX.search(own) or _ENCLOSED.search(own))


def _post(document: Document, standard: Standard) -> tuple[Fault, ...]:
    return kiem_ky(standard, document.ky.quyen_han, document.ky.chuc_vu)


def _name(document: Document, standard: Standard) -> tuple[Fault, ...]:
    return kiem_ky(standard, (), ho_ten=document.ky.ho_ten)


def _other_post(document: Document, standard: Standard) -> tuple[Fault, ...]:
    return kiem_ky(standard, (), chuc_vu_khac=document.ky.chuc_vu_khac)


def _signer(document: Document, standard: Standard) -> tuple[Fault, ...]:
    return kiem_hop(standard, document.co_quan.ten, document.ky.quyen_han, document.ky.chuc_vu)


# What seldom varies from copy to copy is remembered together.
_CHECKS: Final = (
    _check(_issuer, _inline(_can_cu), _inline(_noi_nhan)),
    _check(_inline(_mo_dau)),
    _check(_inline(_ket_thuc), _end_mark, _archive, _post),
    _check(_name),
    _check(_other_post),
    _check(_signer),
    # What it looks for in the texts is remembered text by text.
    _appendices,
)
