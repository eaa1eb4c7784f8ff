"""A small plan, to be changed field by field."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docgen.context import notes, words
from docgen.document import Document, build
from docgen.document.own import Asked
from docgen.errors import Fault
from docgen.standards import STANDARDS, TheThuc


@dataclass(frozen=True)
class Plan:
    ten_loai: str = "KẾ HOẠCH"
    ten_loai_thuong: str = "Kế hoạch"
    ky_hieu: str = "KH"

    def own(self) -> Mapping[str, Asked]:
        return {}


PLAN: dict[str, Any] = {
    "loai": "ke-hoach",
    "co_quan": {"loai": "nha-nuoc", "ten": ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH DƯƠNG"], "ky_hieu": "UBND"},
    "so": "4750",
    "dia_danh": "Bình Dương",
    "ngay": "2019-09-18",
    "trich_yeu": "Tuyên truyền, quảng bá ASEAN",
    "noi_dung": "I. MỤC ĐÍCH\n\n- Nâng cao nhận thức.",
    "ket_thuc": "Trên đây là Kế hoạch.",
    "noi_nhan": ["Bộ Thông tin và Truyền thông"],
    "luu": "VT, VX",
    "ky": {"quyen_han": ["TM. ỦY BAN NHÂN DÂN"], "chuc_vu": "CHỦ TỊCH", "ho_ten": "Đặng Minh Hưng"},
}


def document(**changes: Any) -> Document:
    """The plan with some fields set, ``None`` to leave one out."""
    return build({name: value for name, value in {**PLAN, **changes}.items() if value is not None}).document


def words_of(ma: TheThuc = "nd30", **changes: Any) -> dict[str, Any]:
    return words(document(**changes), STANDARDS[ma], Plan())


def notes_of(ma: TheThuc = "nd30", **changes: Any) -> tuple[Fault, ...]:
    return notes(document(**changes), STANDARDS[ma])


def text(rich: list[dict[str, Any]]) -> str:
    """The words of a rich value, raised ones between carets, footnotes between brackets."""
    out = ""
    for segment in rich:
        if "chu_thich" in segment:
            out += "[" + text(segment["chu_thich"]) + "]"
        elif segment.get("mu"):
            out += "^" + segment["chu"] + "^"
        else:
            out += segment.get("chu", "")
    return out
