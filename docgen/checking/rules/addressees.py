"""Kính gửi: who has it, how it looks, how its list is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import co_chu, kieu
from docgen.checking.judged import CONG_VAN, Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Part
from docgen.standards import Sure
from docgen.vietnamese.refusal import quoted

_CLAUSE: Final = "PL I, P.I, M.II, k.9, đ.d; M.V #8a"
_LABEL: Final = re.compile(r"\s*(?:Đồng\s+)?kính\s+gửi\s*(?P<dau>:?)\s*(?P<ten>.*)", re.IGNORECASE | re.DOTALL)
_BULLET: Final = re.compile(r"\s*[-–—+*•·]\s*")
# Types that may address somebody; a công điện has "… điện:", invitations and slips say whom they are for.
_ADDRESSING: Final = (
    CONG_VAN, "TỜ TRÌNH", "BÁO CÁO", "CÔNG ĐIỆN", "GIẤY MỜI", "PHIẾU GỬI", "PHIẾU CHUYỂN", "PHIẾU BÁO", "THƯ CÔNG",
    "GIẤY GIỚI THIỆU",
)  # fmt: skip


@rule("ND30-II.9b-1", ten="Loại văn bản không có “Kính gửi”", the_thuc=("nd30",),
      dieu_khoan="PL I, P.I, M.II, k.9, đ.b; PL I, P.I, M.II, k.9, đ.c", sure=Sure.V, muc="canh-bao")  # fmt: skip
def khong_can(p: Judged) -> Iterator[Finding]:
    """“Kính gửi” chỉ có ở công văn, và ở tờ trình, báo cáo gửi cơ quan cấp trên; văn bản khác chỉ ghi “Nơi nhận”.

    Nhiều thông báo, kế hoạch vẫn ghi “Kính gửi” nên chỉ cảnh báo.
    Đúng: tờ trình có “Kính gửi: Ủy ban nhân dân tỉnh”. Nên sửa: kế hoạch có “Kính gửi: Các sở, ban, ngành”.
    """
    part, kind = p.first("kinh_gui"), p.first("ten_loai")
    if part is None or kind is None or p.loai_ma is None or p.loai in _ADDRESSING:
        return
    loi = f"{quoted(p.loai or '')} không dùng phần “Kính gửi”; nơi nhận phải ghi ở cuối văn bản."
    yield p.finding(loi, part=part, thay=part.text, can="bỏ phần “Kính gửi”")


@rule("ND30-II.9b-2", ten="Công văn không có “Kính gửi”", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.9, đ.b",
      sure=Sure.V, muc="canh-bao")  # fmt: skip
def can_co(p: Judged) -> Iterator[Finding]:
    """Công văn phải có phần “Kính gửi” ghi cơ quan, tổ chức, cá nhân nhận.

    Phần ấy có thể trình bày khác lạ nên không nhận ra, vì vậy chỉ cảnh báo.
    Đúng: Kính gửi: Sở Y tế. Sai: công văn không ghi gửi ai.
    """
    if p.loai == CONG_VAN and p.first("kinh_gui") is None:
        loi = "Không tìm thấy phần “Kính gửi” của công văn."
        yield p.finding(loi, phan="kinh_gui", thay="không thấy", can="Kính gửi: …", chac="co-le")


@rule("ND30-II.9d-1", ten="Kiểu chữ “Kính gửi”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def kieu_chu_kinh_gui(p: Judged) -> Iterator[Finding]:
    """Từ “Kính gửi” và tên nơi nhận: chữ in thường, kiểu chữ đứng, không đậm.

    Đúng: Kính gửi: Bộ Nội vụ (chữ thường, đứng). Sai: “Kính gửi” in đậm hoặc in nghiêng.
    """
    for part in p.parts("kinh_gui"):
        wrong = next(kieu(p, part, p.standard.kinh_gui.chu, "Kính gửi"), None)
        if wrong is not None:
            yield wrong
            return


@rule("ND30-II.9d-2", ten="Cỡ chữ “Kính gửi”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def co_chu_kinh_gui(p: Judged) -> Iterator[Finding]:
    """Từ “Kính gửi” và tên nơi nhận dùng cỡ chữ 13 đến 14.

    Đúng: 14 pt. Sai: 12 pt; 15 pt.
    """
    for part in p.parts("kinh_gui"):
        wrong = next(co_chu(p, part, p.standard.kinh_gui.chu.co_chu_pt, "Kính gửi"), None)
        if wrong is not None:
            yield wrong
            return


@rule("ND30-II.9d-3", ten="Dấu hai chấm sau “Kính gửi”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi")  # fmt: skip
def hai_cham(p: Judged) -> Iterator[Finding]:
    """Sau từ “Kính gửi” có dấu hai chấm.

    Đúng: Kính gửi: Bộ Nội vụ. Sai: Kính gửi Bộ Nội vụ.
    """
    part = p.first("kinh_gui")
    found = _LABEL.fullmatch(part.text) if part else None
    if part is not None and found and not found["dau"]:
        yield p.finding("Sau “Kính gửi” phải có dấu hai chấm.", part=part, thay=part.text, can="Kính gửi:")


@rule("ND30-II.9d-4", ten="Mỗi nơi gửi một dòng có gạch đầu dòng", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi")  # fmt: skip
def gach_dau_dong(p: Judged) -> Iterator[Finding]:
    """Gửi từ hai cơ quan trở lên thì mỗi nơi ghi một dòng riêng, đầu dòng có gạch đầu dòng.

    Đúng: “- Sở Y tế;” trên một dòng. Sai: Sở Y tế (không có gạch đầu dòng).
    """
    first, listed = _listed(p)
    if first is None or len(listed) < 2:
        return
    for part in listed:
        if not _BULLET.match(part.text):
            loi = "Mỗi nơi gửi phải ghi một dòng, đầu dòng phải có gạch đầu dòng (-)."
            can = p.standard.kinh_gui.dau_dong.value + part.text.strip()
            yield p.finding(loi, part=part, thay=part.text, can=can)
            return


@rule("ND30-II.9d-5", ten="Dấu cuối dòng trong “Kính gửi”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi")  # fmt: skip
def dau_cuoi_dong(p: Judged) -> Iterator[Finding]:
    """Trong danh sách nơi gửi, cuối mỗi dòng có dấu chấm phẩy, cuối dòng cuối cùng có dấu chấm.

    Gửi một nơi thì ghi trên cùng dòng với “Kính gửi:”, ví dụ của Nghị định không có dấu chấm.
    Đúng: - Sở Y tế; / - Sở Tài chính. Sai: - Sở Y tế, / - Sở Tài chính;
    """
    first, listed = _listed(p)
    rules = p.standard.kinh_gui
    if first is None or len(listed) < 2:
        return
    for k, part in enumerate(listed):
        last = k == len(listed) - 1
        wanted = rules.cuoi.value if last else rules.giua.value
        text = part.text.rstrip()
        if _BULLET.match(text) and not text.endswith(wanted):
            goi = "dòng cuối" if last else "mỗi dòng"
            sign = text[-1] if text[-1] in ".;,:/" else "không có dấu"
            loi = f"Trong “Kính gửi”, cuối {goi} phải có dấu “{wanted}”."
            yield p.finding(loi, part=part, thay=sign, can=wanted, khoang=_end(p, part))


def _listed(p: Judged) -> tuple[Part | None, list[Part]]:
    """The line with the words, and the addressees listed under it; one behind the colon is listed too."""
    parts = p.parts("kinh_gui")
    if not parts:
        return None, []
    found = _LABEL.fullmatch(parts[0].text)
    if found is None:
        return None, []
    beside = bool(_BULLET.match(found["ten"])) if found["ten"].strip() else False
    others = [part for part in parts[1:] if not _runs_on(part)]
    return parts[0], ([parts[0]] if beside else []) + others


def _runs_on(part: Part) -> bool:
    """A line turned over by hand goes on in small letters."""
    return part.text.strip()[:1].islower()


def _end(p: Judged, part: Part) -> tuple[int, int]:
    text = p.paper.paras[part.doan[-1]].text
    stop = text.find(part.text.split("\n")[-1]) + len(part.text.split("\n")[-1])
    return max(stop - 1, 0), stop


RULES = (
    khong_can, can_co, kieu_chu_kinh_gui, co_chu_kinh_gui, hai_cham, gach_dau_dong, dau_cuoi_dong,
)  # fmt: skip
