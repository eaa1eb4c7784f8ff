"""Thời gian ban hành: its words, its figures, the blanks between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form import day_line
from docgen.checking.judged import Judged
from docgen.checking.rule import rule
from docgen.standards import Sure
from docgen.vietnamese.dates import ngay_day_du
from docgen.vietnamese.refusal import RefusedError

_DAY: Final = "PL I, P.I, M.II, k.4, đ.b; M.V #4"
_FIGURES: Final = re.compile(
    r"(?P<noi>.*?)(?P<phay>,?)\s*(?:ngày\s*)?(?P<d>\d{1,2})[/.-](?P<m>\d{1,2})[/.-](?P<y>\d{4})\s*"
)


@rule("ND30-II.4b-1", ten="Số 0 trước ngày dưới 10", the_thuc=("nd30",), dieu_khoan=_DAY, sure=Sure.V, muc="loi")
def ngay_them_khong(p: Judged) -> Iterator[Finding]:
    """Những số chỉ ngày nhỏ hơn 10 phải ghi thêm số 0 phía trước.

    Đúng: ngày 05 tháng 3 năm 2020. Sai: ngày 5 tháng 3 năm 2020.
    """
    yield from _day(p)


@rule("HD29-ngay-1", ten="Số 0 trước ngày dưới 10, tháng 1, tháng 2", the_thuc=("doan",),
      dieu_khoan="HD 29 (địa điểm, ngày)", sure=Sure.V, muc="loi")  # fmt: skip
def them_khong_doan(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đoàn ghi thêm số 0 trước ngày nhỏ hơn 10 và trước tháng 1, tháng 2.

    Đúng: ngày 05 tháng 01 năm 2020. Sai: ngày 5 tháng 1 năm 2020.
    """
    yield from _day(p)
    yield from _month(p)


@rule("HD05-ngay-1", ten="Số 0 trước ngày dưới 10, tháng 1, tháng 2", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (địa danh, ngày)", sure=Sure.V2, muc="canh-bao")  # fmt: skip
def them_khong_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đảng ghi thêm số 0 trước ngày nhỏ hơn 10 và trước tháng 1, tháng 2.

    Đúng: ngày 03 tháng 02 năm 2026. Sai: ngày 3 tháng 2 năm 2026.
    """
    yield from _day(p)
    yield from _month(p)


def _day(p: Judged) -> Iterator[Finding]:
    part, seen = p.first("dia_danh_ngay"), day_line.doc(p)
    least = p.standard.ngay.ngay_them_khong_duoi.value
    if part is not None and seen is not None and seen.ngay and len(seen.ngay) == 1 and int(seen.ngay) < least:
        loi = f"Ngày nhỏ hơn {least} phải ghi thêm số 0 phía trước."
        yield p.finding(loi, part=part, thay=f"ngày {seen.ngay}", can=f"ngày 0{seen.ngay}")


@rule("ND30-II.4b-2", ten="Số 0 trước tháng 1, tháng 2", the_thuc=("nd30",), dieu_khoan=_DAY, sure=Sure.V, muc="loi")
def thang_them_khong(p: Judged) -> Iterator[Finding]:
    """Số chỉ tháng 1 và tháng 2 phải ghi thêm số 0 phía trước.

    Đúng: ngày 23 tháng 02 năm 2024. Sai: ngày 23 tháng 2 năm 2024.
    """
    yield from _month(p)


def _month(p: Judged) -> Iterator[Finding]:
    part, seen = p.first("dia_danh_ngay"), day_line.doc(p)
    last = p.standard.ngay.thang_them_khong_den.value
    if part is not None and seen is not None and len(seen.thang) == 1 and 1 <= int(seen.thang) <= last:
        loi = "Tháng 1 và tháng 2 phải ghi thêm số 0 phía trước."
        yield p.finding(loi, part=part, thay=f"tháng {seen.thang}", can=f"tháng 0{seen.thang}")


@rule("ND30-II.4b-3", ten="Số 0 thừa trước tháng 3 đến tháng 9", the_thuc=("nd30",), dieu_khoan=_DAY, sure=Sure.V,
      muc="canh-bao")  # fmt: skip
def thang_thua_khong(p: Judged) -> Iterator[Finding]:
    """Nghị định chỉ thêm số 0 trước tháng 1 và tháng 2; chính Nghị định đề “ngày 05 tháng 3 năm 2020”.

    Không có lời văn nào cấm, nên chỉ cảnh báo.
    Đúng: tháng 3, tháng 9. Nên sửa: tháng 03, tháng 09.
    """
    yield from _extra_zero(p)


@rule("HD29-ngay-2", ten="Số 0 thừa trước tháng 3 đến tháng 9", the_thuc=("doan",),
      dieu_khoan="HD 29 (địa điểm, ngày)", sure=Sure.V, muc="canh-bao")  # fmt: skip
def thang_thua_khong_doan(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đoàn chỉ thêm số 0 trước tháng 1 và tháng 2.

    Đúng: tháng 8. Nên sửa: tháng 08.
    """
    yield from _extra_zero(p)


@rule("HD05-ngay-2", ten="Số 0 thừa trước tháng 3 đến tháng 9", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (địa danh, ngày)", sure=Sure.V2, muc="canh-bao")  # fmt: skip
def thang_thua_khong_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đảng chỉ thêm số 0 trước tháng 1 và tháng 2.

    Đúng: tháng 8. Nên sửa: tháng 08.
    """
    yield from _extra_zero(p)


def _extra_zero(p: Judged) -> Iterator[Finding]:
    part, seen = p.first("dia_danh_ngay"), day_line.doc(p)
    last = p.standard.ngay.thang_them_khong_den.value
    if part is not None and seen is not None and seen.thang.startswith("0") and int(seen.thang) > last:
        loi = f"Từ tháng {last + 1} trở đi không được thêm số 0 phía trước."
        yield p.finding(loi, part=part, thay=f"tháng {seen.thang}", can=f"tháng {int(seen.thang)}")


@rule("ND30-II.4b-4", ten="Ngày, tháng, năm viết đầy đủ", the_thuc=("nd30",), dieu_khoan=_DAY, sure=Sure.V, muc="loi")
def viet_day_du(p: Judged) -> Iterator[Finding]:
    """Thời gian ban hành phải viết đầy đủ “ngày … tháng … năm …”, chữ in thường; các số bằng chữ số Ả Rập.

    Đúng: Hà Nội, ngày 05 tháng 3 năm 2020. Sai: Hà Nội, 05/3/2020; Hà Nội, Ngày 05 Tháng 3 Năm 2020.
    """
    yield from _in_words(p)


@rule("HD29-ngay-3", ten="Ngày, tháng, năm viết đầy đủ", the_thuc=("doan",), dieu_khoan="HD 29 (địa điểm, ngày)",
      sure=Sure.V, muc="loi")  # fmt: skip
def viet_day_du_doan(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đoàn viết đủ chữ “ngày … tháng … năm …”, không dùng dấu / . - thay cho chữ.

    Đúng: Lào Cai, ngày 18 tháng 9 năm 2025. Sai: Lào Cai, ngày 18/9/2025.
    """
    yield from _in_words(p)


@rule("HD05-ngay-3", ten="Ngày, tháng, năm viết đầy đủ", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (địa danh, ngày)", sure=Sure.V, muc="loi")  # fmt: skip
def viet_day_du_dang(p: Judged) -> Iterator[Finding]:
    """Văn bản của Đảng viết đủ chữ “ngày … tháng … năm …” ở đầu trang.

    Đúng: Hà Nội, ngày 03 tháng 02 năm 2026. Sai: Hà Nội, ngày 03/02/2026.
    """
    yield from _in_words(p)


def _in_words(p: Judged) -> Iterator[Finding]:
    part, seen = p.first("dia_danh_ngay"), day_line.doc(p)
    if part is None:
        return
    loi = "Ngày, tháng, năm ban hành phải viết đầy đủ “ngày … tháng … năm …”, chữ in thường."
    short = _FIGURES.fullmatch(part.text)
    if short is not None:
        day, month, year = (int(short[name]) for name in ("d", "m", "y"))
        try:
            can = ngay_day_du(day, month, year)
        except RefusedError:
            can = "ngày … tháng … năm …"
        yield p.finding(loi, part=part, thay=part.text, can=f"{short['noi'].strip(' ,')}, {can}", chac="chac")
    elif seen is not None and any(word != word.lower() for word in seen.tu):
        yield p.finding(loi, part=part, thay=" … ".join(seen.tu), can="ngày … tháng … năm …")


@rule("ND30-II.4b-5", ten="Khoảng trống thừa trong ngày tháng", the_thuc=("nd30",), dieu_khoan=_DAY, sure=Sure.P,
      muc="canh-bao")  # fmt: skip
def khoang_trong(p: Judged) -> Iterator[Finding]:
    """Khi đã điền đủ ngày, tháng thì không còn khoảng trống chừa sẵn quanh các số.

    Đúng: ngày 22 tháng 8 năm 2018. Nên sửa: ngày  22  tháng 8 năm 2018.
    """
    yield from _wide_blanks(p)


@rule("HD29-ngay-4", ten="Khoảng trống thừa trong ngày tháng", the_thuc=("doan",),
      dieu_khoan="HD 29 (địa điểm, ngày)", sure=Sure.P, muc="canh-bao")  # fmt: skip
def khoang_trong_doan(p: Judged) -> Iterator[Finding]:
    """Khi đã điền đủ ngày, tháng thì không còn khoảng trống chừa sẵn quanh các số.

    Đúng: ngày 22 tháng 8 năm 2018. Nên sửa: ngày  22  tháng 8 năm 2018.
    """
    yield from _wide_blanks(p)


@rule("HD05-ngay-4", ten="Khoảng trống thừa trong ngày tháng", the_thuc=("dang",),
      dieu_khoan="HD 05-HD/VPTW (địa danh, ngày)", sure=Sure.P, muc="canh-bao")  # fmt: skip
def khoang_trong_dang(p: Judged) -> Iterator[Finding]:
    """Khi đã điền đủ ngày, tháng thì không còn khoảng trống chừa sẵn quanh các số.

    Đúng: ngày 03 tháng 02 năm 2026. Nên sửa: ngày  03  tháng 02 năm 2026.
    """
    yield from _wide_blanks(p)


def _wide_blanks(p: Judged) -> Iterator[Finding]:
    part, seen = p.first("dia_danh_ngay"), day_line.doc(p)
    if part is None or seen is None or not (seen.ngay and seen.thang and seen.nam):
        return
    if any(len(blank) != 1 for blank in seen.cach):
        loi = "Giữa các chữ và số của ngày, tháng, năm chỉ được có một dấu cách."
        can = f"ngày {seen.ngay} tháng {seen.thang} năm {seen.nam}"
        start = re.search("ngày", part.text, re.IGNORECASE)
        yield p.finding(loi, part=part, thay=part.text[start.start() :] if start else part.text, can=can)


RULES = (
    ngay_them_khong, thang_them_khong, thang_thua_khong, viet_day_du, khoang_trong,
    them_khong_doan, thang_thua_khong_doan, viet_day_du_doan, khoang_trong_doan,
    them_khong_dang, thang_thua_khong_dang, viet_day_du_dang, khoang_trong_dang,
)  # fmt: skip
