"""Types of papers and the codes that stand for them in số, ký hiệu."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.standards.figures import Figure, Sure
from docgen.standards.standard import TheThuc

_DIEU_7 = "Điều 7; PL III, M.I"


@dataclass(frozen=True, slots=True)
class PaperType:
    """ten: name of the type; ky_hieu: its code, "" for a type that has none; mau: its template in PL III, if any."""

    ten: str
    ky_hieu: Figure[str]
    mau: Figure[str] | None


def _nd30(ten: str, ky_hieu: str, mau: str = "") -> PaperType:
    template = Figure(f"Mẫu {mau}", f"PL III, M.II, Mẫu {mau}", Sure.T1) if mau else None
    return PaperType(ten, Figure(ky_hieu, _DIEU_7, Sure.V), template)


LOAI_ND30 = (
    _nd30("Nghị quyết", "NQ", "1.1"),
    _nd30("Quyết định", "QĐ", "1.2"),
    _nd30("Chỉ thị", "CT", "1.4"),
    _nd30("Quy chế", "QC", "1.4"),
    _nd30("Quy định", "QyĐ", "1.4"),
    _nd30("Thông cáo", "TC", "1.4"),
    _nd30("Thông báo", "TB", "1.4"),
    _nd30("Hướng dẫn", "HD", "1.4"),
    _nd30("Chương trình", "CTr", "1.4"),
    _nd30("Kế hoạch", "KH", "1.4"),
    _nd30("Phương án", "PA", "1.4"),
    _nd30("Đề án", "ĐA", "1.4"),
    _nd30("Dự án", "DA", "1.4"),
    _nd30("Báo cáo", "BC", "1.4"),
    _nd30("Biên bản", "BB", "1.9"),
    _nd30("Tờ trình", "TTr", "1.4"),
    _nd30("Hợp đồng", "HĐ"),
    _nd30("Công văn", "", "1.5"),
    _nd30("Công điện", "CĐ", "1.6"),
    _nd30("Bản ghi nhớ", "BGN"),
    _nd30("Bản thỏa thuận", "BTT"),
    _nd30("Giấy ủy quyền", "GUQ", "1.4"),
    _nd30("Giấy mời", "GM", "1.7"),
    _nd30("Giấy giới thiệu", "GGT", "1.8"),
    _nd30("Giấy nghỉ phép", "GNP", "1.10"),
    _nd30("Phiếu gửi", "PG", "1.4"),
    _nd30("Phiếu chuyển", "PC", "1.4"),
    _nd30("Phiếu báo", "PB", "1.4"),
    _nd30("Thư công", ""),
)
"""The 29 administrative types of Điều 7, in its order."""


def _codes(clause: str, *rows: tuple[str, str, Sure]) -> tuple[PaperType, ...]:
    return tuple(PaperType(ten, Figure(ky_hieu, clause, sure), None) for ten, ky_hieu, sure in rows)


LOAI_DOAN = _codes(
    "HD 29 (ký hiệu)",
    ("Quyết định", "QĐ", Sure.V),
    ("Quy định", "QĐ", Sure.V),
    ("Chỉ thị", "CT", Sure.V),
    ("Chương trình", "CTr", Sure.V),
    ("Thông tri", "TT", Sure.V),
    ("Tờ trình", "TTr", Sure.V),
    ("Kế hoạch", "KH", Sure.V),
    ("Hướng dẫn", "HD", Sure.V),
    ("Báo cáo", "BC", Sure.V),
    ("Thông báo", "TB", Sure.V),
    ("Công văn", "CV", Sure.V),
)
"""Fixed codes of HD 29, and the initials it prescribes for the rest."""

LOAI_DANG = _codes(
    "HD 05-HD/VPTW (ký hiệu)",
    ("Nghị quyết", "NQ", Sure.V2),
    ("Chỉ thị", "CT", Sure.V2),
    ("Kết luận", "KL", Sure.V2),
    ("Quy chế", "QC", Sure.V2),
    ("Quyết định", "QĐ", Sure.V2),
    ("Quy định", "QĐ", Sure.V2),
    ("Báo cáo", "BC", Sure.V2),
    ("Chương trình", "CTr", Sure.V2),
    ("Thông tri", "TT", Sure.V2),
    ("Tờ trình", "TTr", Sure.V2),
    ("Thông báo", "TB", Sure.V2),
    ("Hướng dẫn", "HD", Sure.V2),
    ("Kế hoạch", "KH", Sure.V2),
    ("Đề án", "ĐA", Sure.V2),
    ("Phương án", "PA", Sure.V2),
    ("Công văn", "CV", Sure.V2),
    ("Biên bản", "BB", Sure.V2),
)
"""In Party papers a công văn has a code."""

LOAI: dict[TheThuc, tuple[PaperType, ...]] = {"nd30": LOAI_ND30, "doan": LOAI_DOAN, "dang": LOAI_DANG}

KY_HIEU_SAI = {
    "QYĐ": "QyĐ",
    "QCh": "QC",
    "DAn": "DA",
    "GN": "BGN",
    "TTh": "BTT",
    "CV": "",
}
"""Codes met in public lists that differ from PL III of NĐ 30, and what it has instead ("" = no code)."""
