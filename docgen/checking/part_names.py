"""What people call the parts of a paper, and under which heading of a report each belongs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

CA_VAN_BAN: Final = "Cả văn bản"

GROUPS: Final[Mapping[str, tuple[str, ...]]] = {
    CA_VAN_BAN: ("",),
    "Trang giấy": ("trang", "so_trang"),
    "Đầu trang": (
        "do_mat", "do_khan", "luu_hanh", "du_thao", "quoc_hieu", "tieu_ngu", "tieu_de", "chu_quan", "co_quan",
        "gach_co_quan", "so_ky_hieu", "dia_danh_ngay",
    ),
    "Tên loại, trích yếu": ("ten_loai", "trich_yeu", "gach_ten_loai"),
    "Kính gửi, căn cứ, mở đầu": ("kinh_gui", "tham_quyen", "can_cu", "loi_quyet_dinh", "mo_dau"),
    "Nội dung": ("noi_dung", "ket_thuc"),
    "Chữ ký": ("quyen_han", "chuc_vu", "chu_ky", "ho_ten", "chuc_vu_khac"),
    "Nơi nhận": ("noi_nhan_nhan", "noi_nhan", "luu", "ky_hieu_soan"),
    "Phụ lục": ("phu_luc",),
    "Chú thích": ("chu_thich",),
}  # fmt: skip
"""Headings of a report, in the order of a paper, and the parts under each."""

NAMES: Final[Mapping[str, str]] = {
    "trang": "trang giấy",
    "so_trang": "số trang",
    "quoc_hieu": "Quốc hiệu",
    "tieu_ngu": "Tiêu ngữ",
    "tieu_de": "tiêu đề",
    "chu_quan": "tên cơ quan chủ quản",
    "co_quan": "tên cơ quan ban hành",
    "so_ky_hieu": "số, ký hiệu",
    "dia_danh_ngay": "địa danh, ngày tháng năm",
    "do_mat": "dấu chỉ độ mật",
    "do_khan": "dấu chỉ mức độ khẩn",
    "ten_loai": "tên loại",
    "trich_yeu": "trích yếu",
    "kinh_gui": "Kính gửi",
    "can_cu": "căn cứ",
    "mo_dau": "phần mở đầu",
    "noi_dung": "nội dung",
    "ket_thuc": "lời kết",
    "quyen_han": "quyền hạn người ký",
    "chuc_vu": "chức vụ người ký",
    "ho_ten": "họ tên người ký",
    "noi_nhan_nhan": "chữ “Nơi nhận:”",
    "noi_nhan": "nơi nhận",
    "luu": "dòng Lưu",
    "phu_luc": "phụ lục",
}

_GROUP_OF: Final = {ten: group for group, names in GROUPS.items() for ten in names}


def group(phan: str) -> str:
    """Name the heading a part belongs under; what has no place of its own is about the whole paper."""
    return _GROUP_OF.get(phan, CA_VAN_BAN)


def order(group_name: str) -> int:
    """Give the place of a heading in a report."""
    return list(GROUPS).index(group_name)
