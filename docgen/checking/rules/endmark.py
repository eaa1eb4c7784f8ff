"""The sign behind the last word of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.standards import Sure

_SIGN: Final = re.compile(r"\s*(?P<dau>[./;,:…]*)\s*$")
_ALONE: Final = re.compile(r"\s*[./]{2,3}\s*")
_TEMPLATES: Final = "PL III, Mẫu 1.1; PL III, Mẫu 1.4; PL III, Mẫu 1.5; PL III, Mẫu 2.1"


@rule("ND30-PL3-3", ten="Dấu kết thúc văn bản", the_thuc=("nd30",), dieu_khoan=_TEMPLATES, sure=Sure.F,
      muc="canh-bao")  # fmt: skip
def ket_thuc(p: Judged) -> Iterator[Finding]:
    """Mọi mẫu văn bản của Nghị định kết thúc nội dung bằng dấu “./.”; lời văn không nêu nên chỉ cảnh báo.

    Đúng: … nghiêm túc thực hiện./. Nên sửa: … nghiêm túc thực hiện.; … nghiêm túc thực hiện./
    """
    yield from _end(p)


@rule("HD29-ket-thuc-1", ten="Dấu kết thúc văn bản", the_thuc=("doan",), dieu_khoan="HD 29 (kết thúc văn bản)",
      sure=Sure.V, muc="canh-bao")  # fmt: skip
def ket_thuc_doan(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đoàn kết thúc bằng dấu chấm hoặc “./.”, cả hai đều gặp.

    Đúng: … thực hiện.; … thực hiện./. Nên sửa: … thực hiện (không có dấu); … thực hiện./
    """
    yield from _end(p)


@rule("HD05-ket-thuc-1", ten="Dấu kết thúc văn bản", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (kết thúc văn bản)",
      sure=Sure.S, muc="canh-bao")  # fmt: skip
def ket_thuc_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đảng kết thúc bằng dấu chấm, không có “./.”.

    Đúng: … nghiêm túc thực hiện. Nên sửa: … nghiêm túc thực hiện./.
    """
    yield from _end(p)


def _end(p: Judged) -> Iterator[Finding]:
    last = _last(p)
    if last is None:
        return
    text = p.paper.paras[last].text
    found = _SIGN.search(text)
    sign = found["dau"] if found else ""
    accepted = p.standard.dau_het.chap_nhan
    if sign in accepted or (sign in ("…", "...") and "." in accepted) or _noted(p, last):
        return
    if found is not None:
        wanted = " hoặc ".join(f"“{one}”" for one in accepted)
        loi = f"Nội dung văn bản phải kết thúc bằng dấu {wanted}."
        words = text.rstrip().rsplit(" ", 1)[-1]
        start = text.rfind(words)
        yield p.finding(loi, doan=last, thay=sign or "không có dấu", can=p.standard.dau_het.them.value,
                        khoang=(start, start + len(words)))  # fmt: skip


def _noted(p: Judged, last: int) -> bool:
    """Whether a note in brackets ("(Gửi kèm …)") stands behind the end mark."""
    above = next((para.text.rstrip() for para in reversed(p.paper.paras[:last]) if para.text.strip()), "")
    return p.paper.paras[last].text.lstrip().startswith("(") and above.endswith(p.standard.dau_het.chap_nhan)


def _last(p: Judged) -> int | None:
    """The last paragraph of the text; None where it is a table, or the signature was not found."""
    if p.first("ho_ten") is None and p.first("noi_nhan_nhan") is None:
        return None
    parts = (*p.parts("noi_dung"), *p.parts("mo_dau"), *p.parts("ket_thuc"))
    held = [i for part in parts for i in part.doan if p.paper.paras[i].text.strip()]
    last = max(held, default=None)
    return None if last is None or p.paper.paras[last].o is not None else last


@rule("ND30-PL3-4", ten="“./.” đứng riêng một dòng", the_thuc=("nd30",), dieu_khoan=_TEMPLATES, sure=Sure.P,
      muc="canh-bao")  # fmt: skip
def dung_rieng(p: Judged) -> Iterator[Finding]:
    """Dấu “./.” đặt ngay sau chữ cuối cùng của nội dung, không đứng một mình ở dòng mới.

    Đúng: … nghiêm túc thực hiện./. Nên sửa: dòng cuối chỉ có “./.”.
    """
    last = _last(p)
    if last is not None and _ALONE.fullmatch(p.paper.paras[last].text):
        loi = "Dấu “./.” phải đặt sau chữ cuối cùng của nội dung, không đứng riêng một dòng."
        yield p.finding(loi, doan=last, thay=p.paper.paras[last].text.strip(), can="đưa lên cuối đoạn trên")


RULES = (ket_thuc, dung_rieng, ket_thuc_doan, ket_thuc_dang)
