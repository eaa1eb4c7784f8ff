"""Số, ký hiệu of a paper."""

from __future__ import annotations

import re

from docgen.standards.figures import Part
from docgen.standards.gaps import gap
from docgen.standards.standard import Standard


def so_ky_hieu(std: Standard, so: int | None, ky_hieu_loai: str, ky_hieu: str, don_vi_soan: str | None = None) -> str:
    """Write ``Số: 05/KH-UBND`` (state), ``Số: 107-KH/TĐTN-TNTH`` (Đoàn), ``Số 12-KH/TU`` (Party).

    so: the number, ``None`` for one that a clerk will write in: a gap is left. ky_hieu_loai: code of the type, ""
    for a type without one (công văn of the State). ky_hieu: code of the issuer. don_vi_soan: code of the
    drafting unit; printed only where the form of the standard has a place for it (``std.so.mau``). NĐ 30: PL I,
    P.I, M.II, k.3: numbers under 10 with a leading 0, no blanks around the signs between the groups.
    """
    return std.so.dau.value + so_va_ky_hieu(std, so, ky_hieu_loai, ky_hieu, don_vi_soan, std.so.chu)


def so_va_ky_hieu(
    std: Standard, so: int | None, ky_hieu_loai: str, ky_hieu: str, don_vi_soan: str | None, chu: Part
) -> str:
    """Write the same without the word ``Số``, as another line names the paper; a gap fits the size of ``chu``."""
    form = (std.so.mau if ky_hieu_loai else std.so.mau_khong_loai).value
    number = gap(std.khoang_trong.so_mm, chu.co_chu_pt.chosen) if so is None else _so(std, so)
    values = {"so": number, "loai": ky_hieu_loai, "co_quan": ky_hieu, "don_vi": don_vi_soan or ""}
    kept = re.sub(r"\[([^\]]*\{(\w+)\})\]", lambda group: group[1] if values[group[2]] else "", form)
    return re.sub(r"\{(\w+)\}", lambda name: values[name[1]], kept)


def in_don_vi_soan(std: Standard, ky_hieu_loai: str) -> bool:
    """Tell whether the number of such a paper shows the drafting unit."""
    return "{don_vi}" in (std.so.mau if ky_hieu_loai else std.so.mau_khong_loai).value


def _so(std: Standard, so: int) -> str:
    return f"0{so}" if so < std.so.them_khong_duoi.value else str(so)
