"""Finished papers as offices keep them: direct formatting, no styles of docgen's, the head in a table."""

from __future__ import annotations

from dataclasses import replace

from tests.checking.building import Doan, Giay
from tests.checking.papers_nd30 import RONG_MM, cong_van, dau_trang, doan, giay, giua, ke, ke_hoach, ky, quyet_dinh

__all__ = ["bien_ban", "cong_van", "giay_moi", "ke_hoach", "mau_don", "quyet_dinh", "thong_bao"]


def _dau(so: str, ngay: str) -> list[Doan]:
    """The head of a commune's committee: no body above it, its name on two lines."""
    upper, *rest = dau_trang(so, ngay, "ỦY BAN NHÂN DÂN", "XÃ AN THỊNH", 22.0)
    return [replace(upper, phan="co_quan", manh=((upper.text, {"co_chu_pt": 13, "dam": True}),)), *rest]


def thong_bao() -> Giay:
    """A notice: an opening, lines with labels, a list, a closing sentence."""
    return giay(
        [
            *_dau("Số: 32/TB-UBND", "An Thịnh, ngày 12 tháng 10 năm 2026"),
            giua("ten_loai", "THÔNG BÁO", dam=True),
            giua("trich_yeu", "Về việc tổ chức ngày hội đổi thiết bị điện tử cũ", dam=True),
            ke("trich_yeu_ke", 42, RONG_MM),
            doan("can_cu", "Căn cứ Kế hoạch số 18/KH-UBND ngày 05 tháng 9 năm 2026 của Ủy ban nhân dân xã An Thịnh;"),
            doan("mo_dau", "Ủy ban nhân dân xã An Thịnh thông báo việc tổ chức ngày hội với các nội dung như sau:"),
            doan("so", "1. Thời gian: 8 giờ 00, ngày 25 tháng 10 năm 2026 (Chủ nhật)."),
            doan("so", "2. Địa điểm: Sân Nhà văn hóa thôn Trung Tâm, xã An Thịnh."),
            doan("so", "3. Chủ trì: Đồng chí Trần Minh Khôi, Phó Chủ tịch Ủy ban nhân dân xã."),
            doan("so", "4. Thành phần:"),
            doan("gach", "- Cán bộ, công chức xã;"),
            doan("gach", "- Trưởng các thôn;"),
            doan("gach", "- Người dân có thiết bị điện tử cũ cần đổi."),
            doan("so", "5. Số lượng: 120"),
            doan("so", "6. Hạn nộp: ngày 20 tháng 10 năm 2026"),
            doan("doan", "Các thôn đăng ký với Văn phòng Ủy ban nhân dân xã và chuẩn bị địa điểm tập kết thiết bị."),
            doan(
                "ket_thuc",
                "Trên đây là Thông báo về việc tổ chức ngày hội đổi thiết bị điện tử cũ, đề nghị các thôn "
                "triển khai thực hiện./.",
            ),
            *ky(
                ["- Thường trực Đảng ủy xã (để báo cáo);", "- Các thôn;"],
                "- Lưu: VT, VHXH.",
                ("quyen_han", "KT. CHỦ TỊCH"),
                ("chuc_vu", "PHÓ CHỦ TỊCH"),
                ("ho_ten", "Trần Minh Khôi"),
            ),
        ]
    )


def giay_moi() -> Giay:
    """An invitation (PL III, Mẫu 1.7): everything in it is an answer."""
    return giay(
        [
            *_dau("Số: 15/GM-UBND", "An Thịnh, ngày 02 tháng 10 năm 2026"),
            giua("ten_loai", "GIẤY MỜI", dam=True),
            giua("trich_yeu", "Họp triển khai nhiệm vụ quý IV năm 2026", dam=True),
            ke("trich_yeu_ke", 42, RONG_MM),
            doan("doan", "Ủy ban nhân dân xã An Thịnh trân trọng kính mời các đồng chí dự họp, cụ thể như sau:"),
            doan("doan", "Chủ trì: Đồng chí Chủ tịch Ủy ban nhân dân xã."),
            doan("doan", "Thời gian: 14 giờ 00, ngày 06 tháng 10 năm 2026."),
            doan("doan", "Địa điểm: Phòng họp số 2./."),
            *ky(["- Như trên;"], "- Lưu: VT.", ("chuc_vu", "CHỦ TỊCH"), ("ho_ten", "Lê Thị Hoa")),
        ]
    )


def bien_ban() -> Giay:
    """Minutes with rows of dots, two on a line."""
    return giay(
        [
            *_dau("Số: 02/BB-UBND", "An Thịnh, ngày 02 tháng 10 năm 2026"),
            giua("ten_loai", "BIÊN BẢN", dam=True),
            giua("trich_yeu", "Kiểm tra an toàn thực phẩm", dam=True),
            ke("trich_yeu_ke", 42, RONG_MM),
            doan("doan", "Họ và tên chủ cơ sở: ………………………… Điện thoại: …………………"),
            doan("doan", "Địa chỉ: .........................................."),
            giua("muc", "KẾT LUẬN:", dam=True),
            doan("doan", "Cơ sở chấp hành tốt các quy định về an toàn thực phẩm."),
            doan("doan", "Đoàn kiểm tra đề nghị cơ sở tiếp tục duy trì./."),
            *ky(["- Như trên;"], "- Lưu: VT.", ("chuc_vu", "TRƯỞNG ĐOÀN"), ("ho_ten", "Lê Thị Hoa")),
        ]
    )


def mau_don() -> Giay:
    """A paper whose words are signs of a template: they must never become one."""
    base = giay_moi()
    lines = [
        Doan("doan", ((text, {}),), base.doan[10].look)
        for text in ("Thời gian: {{ co_quan }} {% if x %}.", "Nội dung: {# ghi chú #}")
    ]
    at = next(k for k, one in enumerate(base.doan) if one.text.startswith("Thời gian"))
    return giay([*base.doan[:at], *lines, *base.doan[at:]])
