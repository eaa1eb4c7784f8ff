"""The abstract of a công văn (ô 5b), and the lines a decision has beside the common ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import canh_giua, co_chu, kieu, nhin, so
from docgen.checking.form.spacing import cach_truoc_pt
from docgen.checking.judged import CONG_VAN, Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Part
from docgen.standards import Sure
from docgen.standards.nd30_bo_sung import CONG_VAN_CACH_SO_PT, CONG_VAN_MO_DAU, CONG_VAN_TRICH_YEU

_CLAUSE: Final = "PL I, P.I, M.II, k.5, đ.b; M.V #5b"
_OPENING: Final = re.compile(r"\s*(?:[Vv]\s?/\s?[Vv]|[Vv]ề việc|[Vv]ề)\b\.?:?\s*")
_DOUBLED: Final = re.compile(r"\s*[Vv]\s?/\s?[Vv]\b[.:]?\s*[Vv]ề(?: việc)?\b")
_GAP_PT: Final = 1.0


def abstract(p: Judged) -> Part | None:
    """The abstract of a công văn; None for other papers."""
    return p.first("trich_yeu") if p.loai == CONG_VAN and p.first("ten_loai") is None else None


@rule("ND30-II.5b-9", ten="Trích yếu công văn mở đầu bằng “V/v”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi")  # fmt: skip
def mo_dau(p: Judged) -> Iterator[Finding]:
    """Trích yếu của công văn trình bày sau chữ “V/v”.

    Đúng: V/v góp ý dự thảo Kế hoạch. Sai: Về việc góp ý dự thảo Kế hoạch; v/v góp ý.
    """
    part, wanted = abstract(p), CONG_VAN_MO_DAU.value
    if part is None or part.text.startswith(wanted):
        return
    found = _OPENING.match(part.text)
    thay = found[0].strip() if found else part.text.split(" ")[0]
    loi = f"Trích yếu công văn phải mở đầu bằng “{wanted}”."
    yield p.finding(loi, part=part, thay=thay, can=wanted, chac="chac")


@rule("ND30-II.5b-10", ten="“V/v Về việc”", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="canh-bao")
def lap(p: Judged) -> Iterator[Finding]:
    """“V/v” nghĩa là “Về việc”, không viết cả hai.

    Đúng: V/v góp ý dự thảo. Nên sửa: V/v Về việc góp ý dự thảo.
    """
    part = abstract(p)
    found = _DOUBLED.match(part.text) if part else None
    if part is not None and found:
        wanted = CONG_VAN_MO_DAU.value
        yield p.finding(f"“{wanted}” đã có nghĩa là “Về việc”.", part=part, thay=found[0].strip(), can=wanted)


@rule("ND30-II.5b-11", ten="Kiểu chữ trích yếu công văn", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu(p: Judged) -> Iterator[Finding]:
    """Trích yếu công văn: chữ in thường, kiểu chữ đứng, không đậm, không nghiêng.

    Đúng: chữ thường, đứng. Sai: in đậm; in nghiêng.
    """
    yield from kieu(p, abstract(p), CONG_VAN_TRICH_YEU, "Trích yếu công văn")


@rule("ND30-II.5b-12", ten="Cỡ chữ trích yếu công văn", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_cong_van(p: Judged) -> Iterator[Finding]:
    """Trích yếu công văn dùng cỡ chữ 12 đến 13.

    Đúng: 12 pt. Sai: 14 pt.
    """
    yield from co_chu(p, abstract(p), CONG_VAN_TRICH_YEU.co_chu_pt, "Trích yếu công văn")


@rule("ND30-II.5b-13", ten="Trích yếu công văn canh giữa dưới số", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def canh_giua_cong_van(p: Judged) -> Iterator[Finding]:
    """Trích yếu công văn đặt canh giữa dưới số và ký hiệu văn bản.

    Dòng được căn bằng dấu cách, phím Tab hoặc thụt lề thì không xét vì không biết chắc.
    Đúng: canh giữa trong cột trái. Sai: canh trái.
    """
    yield from canh_giua(p, abstract(p), "Trích yếu công văn")


@rule("ND30-II.5b-14", ten="Khoảng cách từ số đến trích yếu công văn", the_thuc=("nd30",), dieu_khoan=_CLAUSE,
      sure=Sure.V, muc="thong-tin", can_dinh_dang=True)  # fmt: skip
def cach_so(p: Judged) -> Iterator[Finding]:
    """Trích yếu công văn cách dòng số và ký hiệu 6 pt.

    Nhiều cơ quan để sát hoặc chừa bằng một dòng trống nên chỉ ghi chú để biết.
    Đúng: 6 pt. Nên sửa: 0 pt.
    """
    part, number = abstract(p), p.first("so_ky_hieu")
    if part is None or number is None or part.doan[0] != number.doan[-1] + 1:
        return
    if p.para(part).o is None or p.para(part).o != p.para(number).o:
        return
    gap = cach_truoc_pt(p, number.doan[-1], part.doan[0])
    if gap is not None and not CONG_VAN_CACH_SO_PT.allows(gap, _GAP_PT):
        can = f"{so(CONG_VAN_CACH_SO_PT.chosen)} pt"
        loi = f"Trích yếu công văn phải cách dòng số, ký hiệu {can}."
        yield nhin(p, loi, part=part, thay=f"{so(gap)} pt", can=can)


@rule("ND30-PL3-2", ten="Thẩm quyền ban hành và lời quyết định", the_thuc=("nd30",),
      dieu_khoan="PL III, Mẫu 1.1; PL III, Mẫu 1.2; PL III, Mẫu 1.3", sure=Sure.F, muc="canh-bao",
      can_dinh_dang=True)  # fmt: skip
def quyet_dinh(p: Judged) -> Iterator[Finding]:
    """Trong các mẫu quyết định, nghị quyết, dòng thẩm quyền ban hành và dòng “QUYẾT ĐỊNH:” in hoa, đậm, canh giữa.

    Đây là cách trình bày của tệp mẫu, lời văn không nêu, nên chỉ cảnh báo.
    Đúng: GIÁM ĐỐC SỞ CÔNG THƯƠNG, đậm, canh giữa; QUYẾT ĐỊNH:, đậm. Nên sửa: “Quyết định:”, không đậm.
    """
    letters = p.standard.ten_loai.ten_loai
    for ten, goi in (("tham_quyen", "Thẩm quyền ban hành"), ("loi_quyet_dinh", "Lời quyết định")):
        part = p.first(ten)
        yield from kieu(p, part, letters, goi)
        yield from canh_giua(p, part, goi)


@rule("ND30-PL3-6", ten="“Theo đề nghị” là căn cứ cuối", the_thuc=("nd30",),
      dieu_khoan="PL III, Mẫu 1.2; PL III, Mẫu 1.3", sure=Sure.F, muc="thong-tin")  # fmt: skip
def theo_de_nghi(p: Judged) -> Iterator[Finding]:
    """Trong mẫu quyết định, “Theo đề nghị của …” là dòng cuối cùng của phần căn cứ.

    Đây là cách trình bày của tệp mẫu nên chỉ ghi chú để biết.
    Đúng: Căn cứ Luật …; / Theo đề nghị của Chánh Văn phòng. Nên sửa: dòng “Theo đề nghị” ở trước dòng “Căn cứ”.
    """
    bases = p.parts("can_cu")
    for k, part in enumerate(bases):
        after = bases[k + 1].text.lower() if k + 1 < len(bases) else ""
        if part.text.lower().startswith("theo đề nghị") and after.startswith("căn cứ"):
            yield p.finding("“Theo đề nghị” thường là dòng cuối của phần căn cứ.", part=part, thay="Theo đề nghị",
                            can="chuyển xuống cuối phần căn cứ")  # fmt: skip


@rule("ND30-PL3-7", ten="“Như Điều …” trong nơi nhận", the_thuc=("nd30",),
      dieu_khoan="PL III, Mẫu 1.1; PL III, Mẫu 1.2; PL III, Mẫu 1.3", sure=Sure.F, muc="thong-tin")  # fmt: skip
def nhu_dieu(p: Judged) -> Iterator[Finding]:
    """Trong mẫu quyết định, nghị quyết, dòng đầu của nơi nhận ghi “Như Điều …”, chỉ điều nêu nơi thi hành.

    Đây là cách trình bày của tệp mẫu nên chỉ ghi chú để biết.
    Đúng: - Như Điều 3; Nên xem lại: dòng đầu là tên một cơ quan.
    """
    part = next(iter(p.parts("noi_nhan")), None)
    if part is not None and p.loai in ("QUYẾT ĐỊNH", "NGHỊ QUYẾT") and "như điều" not in part.text.lower():
        loi = "Dòng đầu của nơi nhận trong quyết định, nghị quyết thường ghi “Như Điều …”."
        yield p.finding(loi, part=part, thay=part.text, can="- Như Điều …;")


RULES = (
    mo_dau, lap, kieu_chu, co_chu_cong_van, canh_giua_cong_van, cach_so, quyet_dinh, theo_de_nghi, nhu_dieu,
)  # fmt: skip
