"""Địa danh, and how the line of place and date looks and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form import day_line
from docgen.checking.form.looks import canh_giua, co_chu, kieu
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.standards import Sure
from docgen.vietnamese.refusal import quoted

_PLACE: Final = "PL I, P.I, M.II, k.4, đ.a; M.V #4"
_LOOK: Final = "PL I, P.I, M.II, k.4, đ.c; M.V #4"
_SHORT_PLACE: Final = re.compile(r"\b(?:TP|Tp|tp|TX|Tx|tx|TT|Tt|H|Q|P|X)\s?\.\s?(?=\w)|\bTP(?=\s)")


@rule("ND30-II.4a-1", ten="Dấu phẩy sau địa danh", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V, muc="loi")
def dau_phay(p: Judged) -> Iterator[Finding]:
    """Sau địa danh có dấu phẩy.

    Đúng: Lào Cai, ngày 18 tháng 9 năm 2025. Sai: Lào Cai ngày 18 tháng 9 năm 2025.
    """
    yield from _comma(p)


@rule("HD29-ngay-5", ten="Dấu phẩy sau địa danh", the_thuc=("doan",), dieu_khoan="HD 29 (địa điểm, ngày)",
      sure=Sure.V, muc="loi")  # fmt: skip
def dau_phay_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, sau địa danh có dấu phẩy.

    Đúng: Lào Cai, ngày 18 tháng 9 năm 2025. Sai: Lào Cai ngày 18 tháng 9 năm 2025.
    """
    yield from _comma(p)


@rule("HD05-ngay-5", ten="Dấu phẩy sau địa danh", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (địa danh, ngày)",
      sure=Sure.V, muc="loi")  # fmt: skip
def dau_phay_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, sau địa danh có dấu phẩy.

    Đúng: Hà Nội, ngày 03 tháng 02 năm 2026. Sai: Hà Nội ngày 03 tháng 02 năm 2026.
    """
    yield from _comma(p)


def _comma(p: Judged) -> Iterator[Finding]:
    part, seen = p.first("dia_danh_ngay"), day_line.doc(p)
    if part is not None and seen is not None and seen.noi and "," not in seen.phay:
        loi = "Sau địa danh phải có dấu phẩy."
        thay, can = f"{seen.noi}{seen.phay}{seen.tu[0]}", f"{seen.noi}, {seen.tu[0]}"
        yield p.finding(loi, part=part, thay=thay, can=can, chac="chac")


@rule("ND30-II.4a-2", ten="Địa danh viết tắt", the_thuc=("nd30",), dieu_khoan=_PLACE, sure=Sure.V, muc="canh-bao")
def dia_danh_viet_tat(p: Judged) -> Iterator[Finding]:
    """Địa danh ghi tên chính thức của đơn vị hành chính; đơn vị mang tên người, chữ số, sự kiện ghi đủ tên gọi.

    “TP. Hồ Chí Minh” rất phổ biến nhưng mẫu của Nghị định ghi “Thành phố Hồ Chí Minh”, nên chỉ cảnh báo.
    Đúng: Thành phố Hồ Chí Minh, ngày … Nên sửa: TP. Hồ Chí Minh, ngày …
    """
    part, seen = p.first("dia_danh_ngay"), day_line.doc(p)
    found = _SHORT_PLACE.search(seen.noi) if seen else None
    if part is not None and seen is not None and found:
        loi = "Địa danh nên ghi đầy đủ, không viết tắt."
        yield p.finding(loi, part=part, thay=seen.noi, can="tên đầy đủ, ví dụ “Thành phố Hồ Chí Minh”")


@rule("ND30-II.4c-1", ten="Chữ cái đầu của địa danh", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V, muc="loi")
def dia_danh_viet_hoa(p: Judged) -> Iterator[Finding]:
    """Các chữ cái đầu của địa danh phải viết hoa.

    Đúng: Lào Cai, ngày … Sai: Lào cai, ngày …; lào cai, ngày …
    """
    part, seen = p.first("dia_danh_ngay"), day_line.doc(p)
    if part is None or seen is None:
        return
    words = re.findall(r"[^\W\d_]+", seen.noi)
    # "Thành phố Hồ Chí Minh": the kind of the unit is capital only in its first letter; "Đắk R'lấp" has one word.
    kinds = ("thành phố", "thị xã", "thị trấn", "đặc khu")
    bare = [word for word in words if not any(word.lower() in kind.split()[1:] for kind in kinds)]
    wrong = next((word for word in bare if word[0].islower() and f"'{word}" not in seen.noi.replace("’", "'")), None)
    if wrong is not None and not seen.noi.isupper():
        loi = f"Địa danh phải viết hoa chữ cái đầu: {quoted(seen.noi)}."
        yield p.finding(loi, part=part, thay=wrong, can=wrong[0].upper() + wrong[1:])


@rule("ND30-II.4c-2", ten="Kiểu chữ địa danh, ngày tháng", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_ngay(p: Judged) -> Iterator[Finding]:
    """Địa danh và thời gian ban hành: chữ in thường, kiểu chữ nghiêng, không đậm.

    Đúng: in nghiêng. Sai: chữ đứng; in đậm.
    """
    yield from kieu(p, p.first("dia_danh_ngay"), p.standard.ngay.chu, "Địa danh, ngày tháng")


@rule("HD29-ngay-6", ten="Kiểu chữ địa danh, ngày tháng", the_thuc=("doan",), dieu_khoan="HD 29 (địa điểm, ngày)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_ngay_doan(p: Judged) -> Iterator[Finding]:
    """Địa danh, ngày tháng trong văn bản của Đoàn in nghiêng, không đậm.

    Đúng: in nghiêng. Sai: chữ đứng; in đậm.
    """
    yield from kieu(p, p.first("dia_danh_ngay"), p.standard.ngay.chu, "Địa danh, ngày tháng")


@rule("HD05-ngay-6", ten="Kiểu chữ địa danh, ngày tháng", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (địa danh, ngày)", sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_ngay_dang(p: Judged) -> Iterator[Finding]:
    """Địa danh, ngày tháng trong văn bản của Đảng in nghiêng, không đậm.

    Đúng: in nghiêng. Sai: chữ đứng; in đậm.
    """
    yield from kieu(p, p.first("dia_danh_ngay"), p.standard.ngay.chu, "Địa danh, ngày tháng")


@rule("ND30-II.4c-3", ten="Cỡ chữ địa danh, ngày tháng", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_ngay(p: Judged) -> Iterator[Finding]:
    """Địa danh và thời gian ban hành dùng cỡ chữ 13 đến 14.

    Đúng: 14 pt. Sai: 12 pt.
    """
    yield from co_chu(p, p.first("dia_danh_ngay"), p.standard.ngay.chu.co_chu_pt, "Địa danh, ngày tháng")


@rule("HD29-ngay-7", ten="Cỡ chữ địa danh, ngày tháng", the_thuc=("doan",), dieu_khoan="HD 29 (địa điểm, ngày)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_ngay_doan(p: Judged) -> Iterator[Finding]:
    """Địa danh, ngày tháng trong văn bản của Đoàn dùng cỡ chữ 13.

    Đúng: 13 pt. Sai: 14 pt.
    """
    yield from co_chu(p, p.first("dia_danh_ngay"), p.standard.ngay.chu.co_chu_pt, "Địa danh, ngày tháng")


@rule("HD05-ngay-7", ten="Cỡ chữ địa danh, ngày tháng", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (địa danh, ngày)", sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_ngay_dang(p: Judged) -> Iterator[Finding]:
    """Địa danh, ngày tháng trong văn bản của Đảng dùng cỡ chữ 14.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from co_chu(p, p.first("dia_danh_ngay"), p.standard.ngay.chu.co_chu_pt, "Địa danh, ngày tháng")


@rule("ND30-II.4c-4", ten="Địa danh, ngày tháng canh giữa", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def canh_giua_ngay(p: Judged) -> Iterator[Finding]:
    """Địa danh và thời gian ban hành đặt canh giữa dưới Quốc hiệu và Tiêu ngữ, không canh phải.

    Dòng được căn bằng dấu cách, phím Tab hoặc thụt lề thì không xét vì không biết chắc.
    Đúng: canh giữa trong cột phải. Sai: canh phải.
    """
    yield from canh_giua(p, p.first("dia_danh_ngay"), "Địa danh, ngày tháng")


@rule("ND30-II.4c-5", ten="Số và ngày tháng cùng một dòng", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V,
      muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def cung_dong(p: Judged) -> Iterator[Finding]:
    """Địa danh, ngày tháng trình bày trên cùng một dòng với số, ký hiệu văn bản.

    Xét theo hàng của bảng đầu trang; văn bản không kẻ bảng thì xét theo đoạn.
    Đúng: số và ngày ở cùng một hàng. Sai: ngày ở hàng dưới số.
    """
    yield from _same_row(p)


@rule("HD29-ngay-8", ten="Số và ngày tháng ngang nhau", the_thuc=("doan",), dieu_khoan="HD 29 (địa điểm, ngày)",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def cung_dong_doan(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đoàn, địa danh và ngày tháng đặt ngang với số, ký hiệu.

    Đúng: số và ngày ở cùng một hàng của bảng đầu trang. Sai: ngày ở hàng dưới số.
    """
    yield from _same_row(p)


def _same_row(p: Judged) -> Iterator[Finding]:
    number, day = p.first("so_ky_hieu"), p.first("dia_danh_ngay")
    if number is None or day is None:
        return
    here, there = p.para(number).o, p.para(day).o
    if here is None and there is None:
        apart = number.doan[0] != day.doan[0] and abs(number.doan[0] - day.doan[0]) > 1
    elif here is None or there is None or here[0] != there[0]:
        return
    else:
        apart = here[1] != there[1]
    if apart:
        loi = "Địa danh, ngày tháng phải ở cùng một dòng với số, ký hiệu."
        yield p.finding(loi, part=day, thay="khác hàng", can="cùng hàng với số, ký hiệu")


RULES = (
    dau_phay, dia_danh_viet_tat, dia_danh_viet_hoa, kieu_chu_ngay, co_chu_ngay, canh_giua_ngay, cung_dong,
    dau_phay_doan, kieu_chu_ngay_doan, co_chu_ngay_doan, cung_dong_doan,
    dau_phay_dang, kieu_chu_ngay_dang, co_chu_ngay_dang,
)  # fmt: skip
