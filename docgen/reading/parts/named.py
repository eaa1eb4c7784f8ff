"""Paragraph styles whose name says what the paragraph is: the ones of docgen's templates, and of offices like them.

A name is evidence where words leave a choice (a basis or the opening? closing or body?); it never outweighs a fixed
phrase.
"""

from __future__ import annotations

from typing import Final

HEAD: Final = frozenset({"quoc_hieu", "tieu_ngu", "tieu_de", "so_ky_hieu", "dia_danh_ngay"})
ISSUERS: Final = frozenset({"chu_quan", "co_quan"})
PREAMBLE: Final = frozenset({"can_cu", "mo_dau", "kinh_gui", "trich_yeu"})
SIGNATURE: Final = frozenset({"quyen_han", "chuc_vu", "chu_ky", "ho_ten", "chuc_vu_khac"})

_PARTS: Final = {
    "co quan chu quan": "chu_quan",
    "co quan ban hanh": "co_quan",
    "quoc hieu": "quoc_hieu",
    "tieu ngu": "tieu_ngu",
    "tieu de": "tieu_de",
    "so va ky hieu": "so_ky_hieu",
    "dia danh va ngay thang": "dia_danh_ngay",
    "ten loai van ban": "ten_loai",
    "trich yeu": "trich_yeu",
    "kinh gui": "kinh_gui",
    "kinh gui (tung dong)": "kinh_gui",
    "can cu": "can_cu",
    "mo dau": "mo_dau",
    "ket thuc": "ket_thuc",
    "quyen han ky": "quyen_han",
    "chuc vu": "chuc_vu",
    "chu ky": "chu_ky",
    "ho va ten": "ho_ten",
    "ho va ten (duoi chu ky)": "ho_ten",
    "chuc vu khac": "chuc_vu_khac",
    "noi nhan (nhan)": "noi_nhan_nhan",
    "noi nhan": "noi_nhan",
    "phu luc (nhan)": "phu_luc_nhan",
    "phu luc (ten)": "phu_luc_ten",
    "phu luc (kem theo)": "phu_luc_dan_chieu",
}

LEVELS: Final = {
    "doan van": ("doan", ""),
    "luu y": ("luu_y", ""),
    "phan, chuong (nhan)": ("nhan", "tieu_de"),
    "phan, chuong (ten)": ("ten", "tieu_de"),
    "muc, tieu muc (nhan)": ("nhan", "tieu_de"),
    "muc, tieu muc (ten)": ("ten", "tieu_de"),
    "dieu": ("dieu", "tieu_de"),
    "dieu (khong co ten)": ("dieu", ""),
    "muc i.": ("la_ma", "tieu_de"),
    "khoan 1. (co ten)": ("so", "tieu_de"),
    "khoan 1. (khong ten)": ("so", ""),
    "khoan 1.1. (co ten)": ("so2", "tieu_de"),
    "khoan 1.1. (khong ten)": ("so2", ""),
    "khoan 1.1.1. (co ten)": ("so3", "tieu_de"),
    "khoan 1.1.1. (khong ten)": ("so3", ""),
    "khoan 1.1.1.1.": ("so4", ""),
    "diem a)": ("chu", ""),
    "gach dau dong -": ("gach", ""),
    "gach dau dong +": ("cong", ""),
}
"""Level and manner by folded name of the style; "nhan" a heading's label, "ten" the title under it."""


def part_named(style: str) -> str:
    """The part a style of this folded name is made for: a part's name, "noi_dung" for a level, "" for none."""
    return _PARTS.get(style, "noi_dung" if style in LEVELS else "")
