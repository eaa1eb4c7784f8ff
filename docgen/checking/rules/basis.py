"""Căn cứ: one a line, how each begins and ends, how the lines look."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from docgen.checking.finding import Chac, Finding, Muc
from docgen.checking.form.looks import co_chu, kieu
from docgen.checking.judged import CONG_VAN, Judged
from docgen.checking.rule import rule
from docgen.reading.facts import Part
from docgen.standards import Sure
from docgen.standards.endings import dau_can_cu

_CLAUSE: Final = "PL I, P.I, M.II, k.6, đ.a; M.V #6"
_VERB: Final = re.compile(
    r"(?:[-–+*•]\s*)?(?:căn cứ|thực hiện|theo|xét|tiếp tục thực hiện|triển khai thực hiện|thi hành|trên cơ sở)\b",
    re.IGNORECASE,
)
_SURE: Final = re.compile(r"(?:[-–+*•]\s*)?căn cứ\b", re.IGNORECASE)
_NEXT: Final = re.compile(r"[;.,]\s+(?=(?:Căn cứ|Xét|Theo đề nghị)\s)")
_SIGNS: Final = ".;,:"
_WITHOUT: Final = (CONG_VAN, "BÁO CÁO", "BIÊN BẢN", "THÔNG BÁO", "GIẤY MỜI", "GIẤY GIỚI THIỆU", "CÔNG ĐIỆN")


def _bases(p: Judged) -> tuple[Part, ...]:
    return p.parts("can_cu")


def _merged(p: Judged) -> bool:
    """Whether the last basis goes on into the opening sentence ("Thực hiện …, Sở … ban hành …")."""
    opening = p.first("mo_dau")
    return opening is not None and _VERB.match(opening.text.strip()) is not None


def _doubt(p: Judged) -> tuple[Muc | None, Chac | None]:
    """Whether what was taken for bases may be sentences of the text.

    So it is where no line begins with "Căn cứ", and in types whose templates have no bases (PL III, Mẫu 1.5–1.10).
    """
    sure = any(_SURE.match(part.text.strip()) for part in _bases(p)) and p.loai not in _WITHOUT
    return (None, "chac") if sure else ("canh-bao", "co-le")


@rule("ND30-II.6a-1", ten="Kiểu chữ căn cứ", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def kieu_chu_can_cu(p: Judged) -> Iterator[Finding]:
    """Căn cứ ban hành văn bản: chữ in thường, kiểu chữ nghiêng.

    Nếu không dòng nào mở đầu bằng “Căn cứ”, hoặc mẫu của loại văn bản ấy không có căn cứ (công văn, báo cáo …),
    thì đó có thể là lời văn bình thường, nên chỉ là cảnh báo.
    Đúng: “Căn cứ Luật An toàn thực phẩm ngày 17 tháng 6 năm 2010;” in nghiêng. Sai: chữ đứng.
    """
    for part in _bases(p):
        wrong = next(kieu(p, part, p.standard.can_cu.chu, "Căn cứ"), None)
        if wrong is not None:
            yield _lighter(p, wrong)
            return


@rule("HD05-can-cu-1", ten="Kiểu chữ căn cứ", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (căn cứ)", sure=Sure.S,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def kieu_chu_can_cu_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, căn cứ trình bày kiểu chữ đứng, khác với văn bản nhà nước.

    Đúng: chữ đứng. Nên sửa: in nghiêng.
    """
    for part in _bases(p):
        wrong = next(kieu(p, part, p.standard.can_cu.chu, "Căn cứ"), None)
        if wrong is not None:
            yield wrong
            return


def _lighter(p: Judged, finding: Finding) -> Finding:
    muc, chac = _doubt(p)
    return finding if muc is None or chac is None or finding.muc != "loi" else replace(finding, muc=muc, chac=chac)


@rule("ND30-II.6a-2", ten="Cỡ chữ căn cứ", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def co_chu_can_cu(p: Judged) -> Iterator[Finding]:
    """Căn cứ dùng cỡ chữ 13 đến 14.

    Đúng: 14 pt. Sai: 12 pt.
    """
    yield from _size(p)


@rule("HD29-can-cu-1", ten="Cỡ chữ căn cứ", the_thuc=("doan",), dieu_khoan="HD 29 (căn cứ)", sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def co_chu_can_cu_doan(p: Judged) -> Iterator[Finding]:
    """Căn cứ trong văn bản của Đoàn dùng cỡ chữ 14.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from _size(p)


@rule("HD05-can-cu-2", ten="Cỡ chữ căn cứ", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (căn cứ)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_can_cu_dang(p: Judged) -> Iterator[Finding]:
    """Căn cứ trong văn bản của Đảng dùng cỡ chữ 14.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from _size(p)


def _size(p: Judged) -> Iterator[Finding]:
    for part in _bases(p):
        wrong = next(co_chu(p, part, p.standard.can_cu.chu.co_chu_pt, "Căn cứ"), None)
        if wrong is not None:
            yield wrong
            return


@rule("ND30-II.6a-3", ten="Mỗi căn cứ một dòng", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi")
def mot_dong(p: Judged) -> Iterator[Finding]:
    """Sau mỗi căn cứ phải xuống dòng.

    Đúng: mỗi “Căn cứ …;” một đoạn riêng. Sai: “Căn cứ Luật A; Căn cứ Luật B;” trên cùng một đoạn.
    """
    yield from _one_a_line(p)


@rule("HD29-can-cu-2", ten="Mỗi căn cứ một dòng", the_thuc=("doan",), dieu_khoan="HD 29 (căn cứ)", sure=Sure.V,
      muc="loi")  # fmt: skip
def mot_dong_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, mỗi căn cứ ghi một dòng.

    Đúng: mỗi “Căn cứ …;” một đoạn riêng. Sai: “Căn cứ Chương trình A; Căn cứ Kế hoạch B,” trên cùng một đoạn.
    """
    yield from _one_a_line(p)


@rule("HD05-can-cu-3", ten="Mỗi căn cứ một dòng, có gạch đầu dòng", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (căn cứ)", sure=Sure.V, muc="loi")  # fmt: skip
def mot_dong_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, mỗi căn cứ ghi một dòng, đầu dòng có gạch đầu dòng.

    Đúng: - Căn cứ Quy định số …; Sai: Căn cứ Quy định số …; (không có gạch đầu dòng).
    """
    yield from _one_a_line(p)
    lead = p.standard.can_cu.dau_dong.value
    for part in _bases(p):
        if part.text.strip()[:1] not in "-–":
            thay = part.text.strip().split(" ")[0]
            loi = "Đầu mỗi căn cứ phải có gạch đầu dòng (-)."
            yield p.finding(loi, part=part, thay=thay, can=lead + thay)
            return


def _one_a_line(p: Judged) -> Iterator[Finding]:
    for part in _bases(p):
        found = _NEXT.search(part.text)
        if found:
            thay = part.text[found.start() : found.end() + len("Căn cứ")]
            loi = "Mỗi căn cứ phải ghi một dòng riêng."
            yield p.finding(loi, part=part, thay=thay, can="xuống dòng sau dấu chấm phẩy")


@rule("ND30-II.6a-4", ten="Dấu cuối mỗi căn cứ", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi")
def dau_giua(p: Judged) -> Iterator[Finding]:
    """Cuối mỗi căn cứ có dấu chấm phẩy, trừ căn cứ cuối cùng.

    Đúng: Căn cứ Luật …; Sai: Căn cứ Luật …, hoặc không có dấu.
    """
    yield from _ends(p, last=False)


@rule("ND30-II.6a-5", ten="Dấu cuối căn cứ cuối cùng", the_thuc=("nd30",), dieu_khoan=_CLAUSE, sure=Sure.V, muc="loi")
def dau_cuoi(p: Judged) -> Iterator[Finding]:
    """Dòng căn cứ cuối cùng kết thúc bằng dấu chấm.

    Dấu phẩy ở căn cứ cuối là thói quen cũ và là quy định của Đảng, Đoàn. Khi căn cứ cuối viết liền vào câu mở đầu
    (“Thực hiện …, Sở … ban hành …”) thì không xét.
    Đúng: Theo đề nghị của Chánh Văn phòng Sở. Sai: Theo đề nghị của Chánh Văn phòng Sở,
    """
    yield from _ends(p, last=True)


@rule("HD29-can-cu-3", ten="Dấu cuối mỗi căn cứ", the_thuc=("doan",), dieu_khoan="HD 29 (căn cứ)", sure=Sure.V,
      muc="loi")  # fmt: skip
def dau_giua_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, cuối mỗi căn cứ có dấu chấm phẩy, trừ căn cứ cuối cùng.

    Đúng: Căn cứ Chương trình số …; Sai: Căn cứ Chương trình số …,
    """
    yield from _ends(p, last=False)


@rule("HD29-can-cu-4", ten="Dấu cuối căn cứ cuối cùng", the_thuc=("doan",), dieu_khoan="HD 29 (căn cứ)", sure=Sure.V,
      muc="loi")  # fmt: skip
def dau_cuoi_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, căn cứ cuối cùng kết thúc bằng dấu phẩy, rồi đến câu ban hành.

    Văn bản nhà nước kết thúc bằng dấu chấm, nên thói quen của nơi này là lỗi ở nơi kia.
    Đúng: Thực hiện Kế hoạch số …, (xuống dòng) Ban Thường vụ … ban hành … Sai: Thực hiện Kế hoạch số …;
    """
    yield from _ends(p, last=True)


@rule("HD05-can-cu-4", ten="Dấu cuối mỗi căn cứ", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (căn cứ)",
      sure=Sure.V, muc="loi")  # fmt: skip
def dau_giua_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, cuối mỗi căn cứ có dấu chấm phẩy, trừ căn cứ cuối cùng.

    Đúng: - Căn cứ Quy định số …; Sai: - Căn cứ Quy định số …,
    """
    yield from _ends(p, last=False)


@rule("HD05-can-cu-5", ten="Dấu cuối căn cứ cuối cùng", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (căn cứ)",
      sure=Sure.V, muc="loi")  # fmt: skip
def dau_cuoi_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, căn cứ cuối cùng kết thúc bằng dấu phẩy, rồi đến câu nêu chủ thể ban hành.

    Đúng: - Thực hiện Kế hoạch số …, (xuống dòng) Đảng ủy … ban hành … Sai: - Thực hiện Kế hoạch số …;
    """
    yield from _ends(p, last=True)


def _ends(p: Judged, *, last: bool) -> Iterator[Finding]:
    bases = _bases(p)
    if _merged(p):
        # What stands last here is not the last basis; people close it either way.
        bases = bases[:-1]
        closing = None
    else:
        closing = bases[-1] if bases else None
    for part in (closing,) if last else [one for one in bases if one is not closing]:
        if part is None:
            continue
        wanted = dau_can_cu(p.standard, last, p.first("mo_dau") is not None)
        text = part.text.rstrip()
        if not text.endswith(wanted):
            sign = text[-1] if text[-1:] in _SIGNS else ""
            goi = "căn cứ cuối cùng" if last else "mỗi căn cứ"
            loi = f"Cuối {goi} phải có dấu “{wanted}”."
            muc, chac = _doubt(p)
            yield p.finding(loi, part=part, thay=sign or "không có dấu", can=wanted, khoang=_tail(p, part),
                            muc=muc, chac=chac)  # fmt: skip


def _tail(p: Judged, part: Part) -> tuple[int, int]:
    """The last word of a part with its sign."""
    text = p.paper.paras[part.doan[-1]].text
    words = part.text.rstrip().split("\n")[-1].split(" ")[-1]
    start = text.rfind(words)
    return max(start, 0), max(start, 0) + len(words)


RULES = (
    kieu_chu_can_cu, co_chu_can_cu, mot_dong, dau_giua, dau_cuoi,
    co_chu_can_cu_doan, mot_dong_doan, dau_giua_doan, dau_cuoi_doan,
    kieu_chu_can_cu_dang, co_chu_can_cu_dang, mot_dong_dang, dau_giua_dang, dau_cuoi_dang,
)  # fmt: skip
