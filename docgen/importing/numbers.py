"""The line of the number and the line of place and date, read back into what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.vietnamese.dates import kiem_ngay
from docgen.vietnamese.refusal import RefusedError

_GAP = r"[\s.…_]*"
_NUMBER = re.compile(
    rf"\s*(?:[Ss]ố|SỐ)?\s*[:;.]?{_GAP}(?P<so>[0-9]{{0,6}}){_GAP}(?P<dau>[-–—/])\s*(?P<ma>\S.*?)[\s.]*", re.DOTALL
)
_BARE = re.compile(rf"\s*(?:[Ss]ố|SỐ)\s*[:;.]?{_GAP}(?P<so>[0-9]{{0,6}}){_GAP}")
_JOINT = re.compile(r"\s*[-–—]\s*")
_SLASH = re.compile(r"\s*/\s*")

_DATE = re.compile(
    rf"(?P<noi>.*?)[\s,;.]*\bngày(?P<d>{_GAP}|\s*[0-9]{{1,2}}\s*)tháng(?P<m>{_GAP}|\s*[0-9]{{1,2}}\s*)"
    rf"năm(?P<y>{_GAP}|\s*[0-9]{{4}}[\s.]*)",
    re.IGNORECASE | re.DOTALL,
)
_SHORT = re.compile(
    rf"(?P<noi>.*?)[\s,;.]*\bngày{_GAP}(?P<d>[0-9]{{1,2}})\s*[/.-]\s*(?P<m>[0-9]{{1,2}})\s*[/.-]\s*(?P<y>[0-9]{{4}})[\s.]*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class SoKyHieu:
    """so: None for a gap. ma_loai: code of the type as typed, "" without one. dau: the sign behind the number."""

    so: int | None
    ma_loai: str
    ky_hieu: str
    don_vi_soan: str | None = None
    dau: str = "/"


def read_number(text: str, ma_loai: str, co_don_vi: bool) -> SoKyHieu | None:
    """Read ``Số: 05/KH-UBND`` or ``Số: 107 -KH/TĐTN-TNTH``; None for what has another form.

    ma_loai: the code of the paper's type, "" for a type without one. co_don_vi: the standard writes the code of the
    drafting unit behind that of the issuer.
    """
    found = _NUMBER.fullmatch(text)
    if found is None:
        return None
    so = int(found["so"]) if found["so"] else None
    if so == 0:
        return None
    ma = _SLASH.sub("/", _JOINT.sub("-", " ".join(found["ma"].split())))
    typed = ""
    if ma_loai and (begun := re.match(rf"{re.escape(ma_loai)}\s?[-/]", ma, re.IGNORECASE)):
        typed, ma = ma[: len(ma_loai)], ma[begun.end() :]
    if not ma or (ma_loai and not typed):
        return None
    ky_hieu, joint, don_vi = ma.partition("-") if co_don_vi else (ma, "", "")
    if not ky_hieu or (joint and not don_vi):
        return None
    return SoKyHieu(so, typed, ky_hieu, don_vi or None, "/" if found["dau"] == "/" else "-")


def bare_number(text: str) -> int | None:
    """Read a number without any code behind it; 0 stands for a gap, None for another form."""
    found = _BARE.fullmatch(text)
    return None if found is None else int(found["so"] or 0)


@dataclass(frozen=True)
class NoiNgay:
    """Place and date; ``ngay`` is (year, month, day) as far as they stand there, None when nothing does."""

    dia_danh: str | None
    ngay: tuple[int, int | None, int | None] | None


def read_date(text: str) -> NoiNgay | None:
    """Read ``Bình Dương, ngày 22 tháng 8 năm 2018``, gaps included.

    None for what has another form, and for a date that the data cannot hold (a day without its month or year).
    Raises RefusedError for a day that the calendar does not have.
    """
    found = _DATE.fullmatch(text.strip()) or _SHORT.fullmatch(text.strip())
    if found is None:
        return None
    day, month, year = (_figure(found[name]) for name in ("d", "m", "y"))
    dia_danh = " ".join(found["noi"].split()).strip(" ,;.…_") or None
    if year is None:
        return NoiNgay(dia_danh, None) if day is None and month is None else None
    if day is not None and month is None:
        return None
    kiem_ngay(year, month, day)
    return NoiNgay(dia_danh, (year, month, day))


def _figure(text: str) -> int | None:
    digits = re.sub(r"[^0-9]", "", text)
    return int(digits) if digits else None


__all__ = ["NoiNgay", "RefusedError", "SoKyHieu", "bare_number", "read_date", "read_number"]
