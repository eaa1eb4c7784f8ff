"""Label of an appendix and the line that says which paper it goes with."""

from __future__ import annotations

from docgen.standards.choose import KnownDate
from docgen.standards.dating import ngay_co_khoang_trong
from docgen.standards.numbering import so_va_ky_hieu
from docgen.standards.standard import Standard
from docgen.vietnamese.roman import la_ma


def nhan_phu_luc(std: Standard, thu_tu: int, tong_so: int) -> str:
    """Write ``Phụ lục`` for a single appendix, ``Phụ lục II`` for the second of several.

    NĐ 30: PL I, P.I, M.III, k.1, đ.a: Roman numbers from two appendices on.
    thu_tu: 1-based place of the appendix among ``tong_so``.
    """
    word = std.phu_luc.loi_nhan.value
    return word if tong_so < std.phu_luc.danh_so_tu.value else f"{word} {la_ma(thu_tu)}"


def dan_chieu_phu_luc(
    std: Standard,
    ten_loai_thuong: str,
    so: int | None,
    ky_hieu_loai: str,
    ky_hieu: str,
    don_vi_soan: str | None,
    ngay: KnownDate | None,
    co_quan: str,
) -> str:
    """Write ``(Kèm theo Kế hoạch số 05/KH-UBND ngày 23 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh)``.

    NĐ 30: PL I, P.I, M.III, k.1, đ.c. ten_loai_thuong: the type as in a sentence. co_quan: the issuer as in a
    sentence. Gaps stand for a number or date not known yet, at the size of this line.
    """
    chu = std.phu_luc.dan_chieu
    values = {
        "ten_loai": ten_loai_thuong,
        "so_ky_hieu": so_va_ky_hieu(std, so, ky_hieu_loai, ky_hieu, don_vi_soan, chu),
        "ngay": ngay_co_khoang_trong(std, ngay, chu),
        "co_quan": co_quan,
    }
    return std.phu_luc.dan_chieu_mau.value.format_map(values)
