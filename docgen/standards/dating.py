"""Địa danh, ngày tháng năm: with gaps for what is not known yet."""

from __future__ import annotations

from docgen.standards.choose import KnownDate
from docgen.standards.figures import Part
from docgen.standards.gaps import gap
from docgen.standards.standard import Standard
from docgen.vietnamese.dates import ngay_day_du

_ANY_YEAR = 2000


def dia_danh_ngay(std: Standard, dia_danh: str | None, ngay: KnownDate | None) -> str:
    """Write ``Bình Dương, ngày 22 tháng 8 năm 2018`` (NĐ 30: PL I, P.I, M.II, k.4; a comma after the place).

    A gap of the width ruled in ``std.khoang_trong`` stands for the place and for every part of the date that is
    ``None``.
    """
    place = dia_danh or gap(std.khoang_trong.dia_danh_mm, std.ngay.chu.co_chu_pt.chosen)
    return f"{place}, {ngay_co_khoang_trong(std, ngay, std.ngay.chu)}"


def ngay_co_khoang_trong(std: Standard, ngay: KnownDate | None, chu: Part) -> str:
    """Write ``ngày 22 tháng 8 năm 2018`` with gaps for unknown parts, wide enough at the size of ``chu``."""
    nam, thang, day = ngay or (None, None, None)
    # Whatever is unknown is written as 1 so that the rule on zeros is asked in one place, then blanked.
    words = ngay_day_du(day or 1, thang or 1, nam or _ANY_YEAR).split(" ")
    blanks = std.khoang_trong
    for at, known, width in ((1, day, blanks.ngay_mm), (3, thang, blanks.thang_mm), (5, nam, blanks.nam_mm)):
        if known is None:
            words[at] = gap(width, chu.co_chu_pt.chosen)
    return " ".join(words)
