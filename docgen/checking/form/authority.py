"""Quyền hạn người ký taken apart: the sign of authority, its stop and blank, and what it stands before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from docgen.standards import Standard
from docgen.standards.parts import Loai, Prefix
from docgen.vietnamese.tone import gap_dau

_SIGN: Final = re.compile(
    r"\s*(?P<go>T[./]?U[./]?Q|T[./]?M|K[./]?T|T[./]?L|Q)(?P<dau>[./:,]?)(?P<cach>\s*)(?=\S)", re.IGNORECASE
)
_BODIES: Final = (
    "ỦY BAN", "UBND", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "BCH", "BTV", "HỘI ĐỒNG", "HĐND", "ĐOÀN CHỦ TỊCH",
    "BAN THƯỜNG TRỰC", "BAN CHỈ ĐẠO", "BAN BÍ THƯ", "BỘ CHÍNH TRỊ", "CHI ĐOÀN", "CHI BỘ", "ĐẢNG ỦY", "TỈNH ỦY",
    "THÀNH ỦY", "HUYỆN ỦY", "CHÍNH PHỦ", "THƯỜNG TRỰC", "BAN TỔ CHỨC", "TỔ CÔNG TÁC", "ĐẢNG BỘ",
)  # fmt: skip
_OFFICES: Final = (
    "CHỦ TỊCH", "BỘ TRƯỞNG", "GIÁM ĐỐC", "TỔNG GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", "CHÁNH THANH TRA", "TRƯỞNG BAN",
    "TRƯỞNG PHÒNG", "HIỆU TRƯỞNG", "BÍ THƯ", "CỤC TRƯỞNG", "VỤ TRƯỞNG", "TỔNG CỤC TRƯỞNG", "VIỆN TRƯỞNG",
    "THỦ TRƯỞNG", "THỦ TƯỚNG", "CHÁNH ÁN", "CHI CỤC TRƯỞNG", "TỔNG THƯ KÝ", "TRƯỞNG", "ĐỘI TRƯỞNG", "CHỦ NHIỆM",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Authority:
    """A line such as ``KT. CHỦ TỊCH``. go: the sign as typed with stop and blank. ten: what it stands before.

    tien_to: the sign of the standard it is, None for one the standard does not have.
    """

    go: str
    ten: str
    tien_to: Prefix | None

    @property
    def chu_cai(self) -> str:
        """The letters of the sign: "KT"."""
        return re.sub(r"[^A-Z]", "", self.go.upper())

    @property
    def loai(self) -> Loai | None:
        """What the sign stands before: a body or an office; None when the words do not tell."""
        name = gap_dau(self.ten).upper()
        if name.startswith(_BODIES):
            return "tap-the"
        return "chuc-vu" if name.startswith(_OFFICES) else None


def doc(standard: Standard, text: str) -> Authority | None:
    """Take a line of authority apart; None for one that begins with no sign."""
    found = _SIGN.match(text)
    if found is None or not (found["dau"] or found["cach"] or "/" in found["go"]):
        return None
    letters = re.sub(r"[^A-Z]", "", found["go"].upper())
    prefix = next((one for one in standard.ky.tien_to if re.sub(r"[^A-Z]", "", one.chu) == letters), None)
    return Authority(found[0].lstrip(), text[found.end() :].strip(), prefix)
