"""Số, ký hiệu: the word, the number, blanks and signs, and how the line looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form import symbol
from docgen.checking.form.looks import canh_giua, co_chu, kieu
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.standards import Sure

_LOOK: Final = "PL I, P.I, M.II, k.3, đ.c; M.V #3"


@rule("ND30-II.3c-1", ten="Chữ “Số:”", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V, muc="loi")
def chu_so(p: Judged) -> Iterator[Finding]:
    """Từ “Số” viết chữ in thường, sau từ “Số” có dấu hai chấm.

    Văn bản của Đảng không có dấu hai chấm, nên thói quen của nơi này là lỗi ở nơi kia.
    Đúng: Số: 05/KH-UBND. Sai: Số 05/KH-UBND; SỐ: 05/KH-UBND; 05/KH-UBND.
    """
    yield from _word(p, colon=True)


@rule("HD05-so-1", ten="Chữ “Số”", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (số, ký hiệu)", sure=Sure.V,
      muc="loi")  # fmt: skip
def chu_so_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, sau từ “Số” không có dấu hai chấm.

    Đúng: Số 12-KH/TU. Sai: Số: 12-KH/TU.
    """
    yield from _word(p, colon=False)


def _word(p: Judged, *, colon: bool) -> Iterator[Finding]:
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None:
        return
    wanted = p.standard.so.dau.value.strip()
    if seen.chu + seen.dau != wanted:
        loi = f"Trước số của văn bản phải ghi “{wanted}”" + ("." if colon else ", không có dấu hai chấm.")
        blank = "".join((seen.chu + seen.dau).split()) == wanted
        yield p.finding(loi, part=part, thay=seen.chu + seen.dau, can=wanted, muc="canh-bao" if blank else None)


@rule("ND30-II.3c-2", ten="Số dưới 10 thêm số 0", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V, muc="loi")
def them_khong(p: Judged) -> Iterator[Finding]:
    """Với những số nhỏ hơn 10 phải ghi thêm số 0 phía trước; số lớn hơn thì không thêm.

    Đúng: Số: 05/KH-UBND; Số: 12/KH-UBND. Sai: Số: 5/KH-UBND; Số: 012/KH-UBND.
    """
    yield from _zero(p)


@rule("HD29-so-1", ten="Số dưới 10 thêm số 0", the_thuc=("doan",), dieu_khoan="HD 29 (số, ký hiệu)", sure=Sure.K,
      muc="canh-bao")  # fmt: skip
def them_khong_doan(p: Judged) -> Iterator[Finding]:
    """Số nhỏ hơn 10 quen ghi thêm số 0 phía trước như văn bản nhà nước; hướng dẫn của Đoàn không nói rõ.

    Đúng: Số: 05-KH/TĐTN. Nên tránh: Số: 5-KH/TĐTN.
    """
    yield from _zero(p)


@rule("HD05-so-2", ten="Số dưới 10 thêm số 0", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (số, ký hiệu)",
      sure=Sure.V2, muc="canh-bao")  # fmt: skip
def them_khong_dang(p: Judged) -> Iterator[Finding]:
    """Trong văn bản của Đảng, số nhỏ hơn 10 ghi thêm số 0 phía trước.

    Đúng: Số 05-KH/TU. Sai: Số 5-KH/TU.
    """
    yield from _zero(p)


def _zero(p: Judged) -> Iterator[Finding]:
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None or not seen.so:
        return
    least = p.standard.so.them_khong_duoi.value
    digits = re.sub(r"\D", "", seen.so)
    letter = seen.so[len(digits) :]
    value = int(digits)
    wanted = f"0{value}" if value < least else str(value)
    if digits == wanted:
        return
    if value < least and len(digits) == 1:
        loi = f"Số nhỏ hơn {least} phải ghi thêm số 0 phía trước."
        yield p.finding(loi, part=part, thay=seen.so, can=wanted + letter)
    else:
        loi = "Số của văn bản có số 0 thừa phía trước."
        yield p.finding(loi, part=part, thay=seen.so, can=wanted + letter, muc="canh-bao")


@rule("ND30-II.3c-3", ten="Cách chữ trong số, ký hiệu", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V, muc="loi")
def cach_chu(p: Judged) -> Iterator[Finding]:
    """Giữa số và ký hiệu có dấu gạch chéo (/), giữa các nhóm chữ viết tắt có dấu gạch nối (-), đều không cách chữ.

    Khoảng trống chừa trước dấu gạch chéo khi chưa có số là bình thường trong dự thảo.
    Đúng: Số: 15/QĐ-BNV; Số:        /QĐ-BNV. Sai: Số: 4750 /KH-UBND; Số: 15/QĐ - BNV.
    """
    yield from _blanks(p, most=0)


@rule("HD29-so-2", ten="Cách chữ trong số, ký hiệu", the_thuc=("doan",), dieu_khoan="HD 29 (số, ký hiệu)",
      sure=Sure.UNSURE, muc="canh-bao")  # fmt: skip
def cach_chu_doan(p: Judged) -> Iterator[Finding]:
    """Trong số, ký hiệu của văn bản Đoàn không có khoảng trống kép.

    Các ví dụ trong Hướng dẫn 29 không có cách chữ, riêng bảng cỡ chữ lại có một dấu cách; vì vậy một dấu cách được chấp
    nhận.
    Đúng: Số: 107-KH/TĐTN-TNTH; Số: 107 - KH/TĐTN. Nên sửa: Số:  107  -KH/TĐTN-TNTH.
    """
    yield from _blanks(p, most=1)


@rule("HD05-so-3", ten="Cách chữ trong số, ký hiệu", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (số, ký hiệu)",
      sure=Sure.V, muc="loi")  # fmt: skip
def cach_chu_dang(p: Judged) -> Iterator[Finding]:
    """Trong số, ký hiệu của văn bản Đảng không có cách chữ quanh dấu gạch nối và dấu gạch chéo.

    Đúng: Số 127-QĐ/TW. Sai: Số 127 - QĐ/TW.
    """
    yield from _blanks(p, most=0)


def _blanks(p: Judged, *, most: int) -> Iterator[Finding]:
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None:
        return
    tail = f"{seen.so}{seen.sau}{seen.ky_hieu}" if seen.so else seen.ky_hieu
    wide = [len(found[0]) for found in re.finditer(r"\s+", tail.strip())]
    if wide and max(wide) > most:
        can = re.sub(r"\s*([/–—-])\s*", r"\1", tail.strip())
        yield p.finding("Trong số, ký hiệu không được có cách chữ.", part=part, thay=tail.strip(), can=can)
    elif seen.so and len(seen.truoc) > 1 and not seen.truoc.strip():
        head = f"{seen.chu}{seen.dau}{seen.truoc}{seen.so}"
        can = f"{seen.chu}{seen.dau} {seen.so}"
        yield p.finding("Trước số của văn bản thừa khoảng trống.", part=part, thay=head, can=can, muc="canh-bao")


@rule("ND30-II.3c-4", ten="Ký hiệu viết in hoa", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V, muc="loi")
def in_hoa(p: Judged) -> Iterator[Finding]:
    """Ký hiệu của văn bản viết chữ in hoa.

    Chữ viết tắt chính thức có chữ thường (QyĐ, CTr, TTr, TrS, TTg) được chấp nhận; chữ khác có lẫn chữ thường chỉ là
    cảnh báo vì do cơ quan tự quy định.
    Đúng: 05/KH-UBND; 12/TTr-SCT. Sai: 05/kh-ubnd.
    """
    yield from _capitals(p)


@rule("HD29-so-3", ten="Ký hiệu viết in hoa", the_thuc=("doan",), dieu_khoan="HD 29 (số, ký hiệu)", sure=Sure.V,
      muc="loi")  # fmt: skip
def in_hoa_doan(p: Judged) -> Iterator[Finding]:
    """Ký hiệu văn bản của Đoàn viết chữ in hoa (trừ CTr, TTr).

    Đúng: 107-KH/TĐTN-TNTH. Sai: 107-kh/tđtn.
    """
    yield from _capitals(p)


def _capitals(p: Judged) -> Iterator[Finding]:
    part, seen = p.first("so_ky_hieu"), symbol.cua(p)
    if part is None or seen is None:
        return
    known = symbol.ma_hoa_thuong(p.the_thuc)
    for group in seen.nhom:
        # A group with small letters that is a well-known wrong code has a finding of its own.
        if group == group.upper() or group in known or symbol.ma_sai(group) is not None:
            continue
        lower = group == group.lower()
        loi = "Ký hiệu của văn bản phải viết in hoa."
        yield p.finding(loi, part=part, thay=group, can=group.upper(), muc=None if lower else "canh-bao",
                        chac=None if lower else "co-le")  # fmt: skip
        return


@rule("ND30-II.3c-5", ten="Cỡ chữ số, ký hiệu", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def co_chu_so(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu dùng cỡ chữ 13, không có khoảng chọn như các thành phần khác.

    Đúng: 13 pt. Sai: 14 pt.
    """
    yield from co_chu(p, p.first("so_ky_hieu"), p.standard.so.chu.co_chu_pt, "Số, ký hiệu")


@rule("HD29-so-4", ten="Cỡ chữ số, ký hiệu", the_thuc=("doan",), dieu_khoan="HD 29 (số, ký hiệu)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_so_doan(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu văn bản của Đoàn dùng cỡ chữ 14.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from co_chu(p, p.first("so_ky_hieu"), p.standard.so.chu.co_chu_pt, "Số, ký hiệu")


@rule("HD05-so-4", ten="Cỡ chữ số, ký hiệu", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (số, ký hiệu)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def co_chu_so_dang(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu văn bản của Đảng dùng cỡ chữ 14.

    Đúng: 14 pt. Sai: 13 pt.
    """
    yield from co_chu(p, p.first("so_ky_hieu"), p.standard.so.chu.co_chu_pt, "Số, ký hiệu")


@rule("ND30-II.3c-6", ten="Kiểu chữ số, ký hiệu", the_thuc=("nd30",), dieu_khoan=_LOOK, sure=Sure.V, muc="loi",
      can_dinh_dang=True)  # fmt: skip
def kieu_chu_so(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu trình bày kiểu chữ đứng, không đậm, không nghiêng.

    Đúng: Số: 05/KH-UBND (chữ thường, đứng). Sai: in đậm; in nghiêng.
    """
    yield from kieu(p, p.first("so_ky_hieu"), p.standard.so.chu, "Số, ký hiệu")


@rule("HD29-so-5", ten="Kiểu chữ số, ký hiệu", the_thuc=("doan",), dieu_khoan="HD 29 (số, ký hiệu)", sure=Sure.V,
      muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_so_doan(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu văn bản của Đoàn trình bày kiểu chữ đứng, không đậm.

    Đúng: Số: 107-KH/TĐTN (đứng). Sai: in nghiêng; in đậm.
    """
    yield from kieu(p, p.first("so_ky_hieu"), p.standard.so.chu, "Số, ký hiệu")


@rule("HD05-so-5", ten="Kiểu chữ số, ký hiệu", the_thuc=("dang",), dieu_khoan="HD 05-HD/VPTW (số, ký hiệu)",
      sure=Sure.V, muc="loi", can_dinh_dang=True)  # fmt: skip
def kieu_chu_so_dang(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu văn bản của Đảng trình bày kiểu chữ đứng, không đậm.

    Đúng: Số 12-KH/TU (đứng). Sai: in nghiêng; in đậm.
    """
    yield from kieu(p, p.first("so_ky_hieu"), p.standard.so.chu, "Số, ký hiệu")


@rule("ND30-II.3d-1", ten="Số, ký hiệu canh giữa", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.II, k.3, đ.d",
      sure=Sure.V, muc="canh-bao", can_dinh_dang=True)  # fmt: skip
def canh_giua_so(p: Judged) -> Iterator[Finding]:
    """Số, ký hiệu đặt canh giữa dưới tên cơ quan ban hành.

    Dòng được căn bằng dấu cách, phím Tab hoặc thụt lề thì không xét. Nhiều dự thảo để canh trái cho dễ điền số nên chỉ
    cảnh báo.
    Đúng: canh giữa trong cột trái. Sai: canh trái.
    """
    yield from canh_giua(p, p.first("so_ky_hieu"), "Số, ký hiệu")


RULES = (
    chu_so, them_khong, cach_chu, in_hoa, co_chu_so, kieu_chu_so, canh_giua_so,
    them_khong_doan, cach_chu_doan, in_hoa_doan, co_chu_so_doan, kieu_chu_so_doan,
    chu_so_dang, them_khong_dang, cach_chu_dang, co_chu_so_dang, kieu_chu_so_dang,
)  # fmt: skip
