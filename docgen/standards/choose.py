"""Which standard a paper follows: by who issues it and when, or by hand; and why, in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from docgen.standards.dang import DANG
from docgen.standards.doan import DOAN
from docgen.standards.nd30 import ND30
from docgen.standards.standard import LoaiCoQuan, Standard, TheThuc
from docgen.vietnamese.dates import ngay_day_du

KnownDate = tuple[int, int | None, int | None]
"""Year, month, day as far as they are known."""

STANDARDS: dict[TheThuc, Standard] = {"nd30": ND30, "doan": DOAN, "dang": DANG}

_BY_ISSUER: dict[LoaiCoQuan, tuple[TheThuc, str]] = {
    "nha-nuoc": ("nd30", "Văn bản của cơ quan nhà nước trình bày theo {ten}"),
    "doan": ("doan", "Văn bản của Đoàn trình bày theo {ten}"),
    "dang": ("dang", "Văn bản của Đảng trình bày theo {ten}"),
    "to-chuc": ("nd30", "Văn bản của tổ chức chính trị - xã hội, hội vận dụng {ten} (Điều 2)"),
}


@dataclass(frozen=True)
class Choice:
    """A standard, and the Vietnamese sentence that tells the user why."""

    standard: Standard
    giai_thich: str


@lru_cache(maxsize=256)
def choose(loai_co_quan: LoaiCoQuan, ngay: KnownDate | None = None, the_thuc: TheThuc | None = None) -> Choice:
    """Find the standard of a paper.

    loai_co_quan: kind of the issuer (NĐ 30, Điều 2 for the State and, as fits, for mass organisations).
    ngay: date of issue as far as known. the_thuc: the standard set by hand, which wins.

    A paper older than the standard takes its form all the same, and is told so; where only year or month are
    known, it counts as older only when no day of that time would do.
    """
    by_issuer, reason = _BY_ISSUER[loai_co_quan]
    standard = STANDARDS[the_thuc or by_issuer]
    if the_thuc is not None and the_thuc != by_issuer:
        sentence = (
            f"Trình bày theo {standard.ten} như đã chọn; bình thường loại cơ quan này theo {STANDARDS[by_issuer].ten}"
        )
    elif the_thuc is not None:
        sentence = f"Trình bày theo {standard.ten} như đã chọn"
    else:
        sentence = reason.format(ten=standard.ten)
    since = standard.tu_ngay
    if ngay is not None and _latest(ngay) < (since.year, since.month, since.day):
        sentence += f"; văn bản này ra trước quy định ấy ({_full(since)}), nên chỉ mượn cách trình bày"
    return Choice(standard, sentence + ".")


def _latest(ngay: KnownDate) -> tuple[int, int, int]:
    """Return the last day the paper may have; a month is never longer than 31 days, which is all a comparison needs."""
    nam, thang, day = ngay
    return (nam, thang or 12, (day if thang is not None else None) or 31)


def _full(day: date) -> str:
    return ngay_day_du(day.day, day.month, day.year)
