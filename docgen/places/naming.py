"""How a place is written before the date of a paper: ``Lào Cai, ngày …``, ``Phường Điện Biên Phủ, ngày …``.

NĐ 30, PL I, P.I, M.II, k.4: the name of the unit, without its level; but with it where the unit is named after a
person, by a number, or after a historic event. The decree has no list of those. Here a name is decided only where
nobody doubts it; where it may be so, both ways are offered.
"""

from __future__ import annotations

import re

from docgen.places.place import Place

# Units that bear the name of a person of history.
_PERSONS = frozenset(
    (
        "Bế Văn Đàn", "Chu Văn An", "Dương Minh Châu", "Đào Duy Từ", "Đặng Thùy Trâm", "Hai Bà Trưng", "Hà Huy Tập",
        "Hoàng Hoa Thám", "Hoàng Văn Thụ", "Hồ Chí Minh", "Hồ Đắc Kiện", "Hồ Thị Kỷ", "Khúc Thừa Dụ", "Kim Đồng",
        "Lê Chân", "Lê Đại Hành", "Lê Ích Mộc", "Lê Lợi", "Lê Quý Đôn", "Lê Thanh Nghị", "Lương Thế Trân",
        "Lương Văn Tri", "Lưu Nghiệp Anh", "Lý Bôn", "Lý Thường Kiệt", "Lý Văn Lâm", "Ngô Mây", "Ngô Quyền",
        "Nguyễn Bỉnh Khiêm", "Nguyễn Du", "Nguyễn Đại Năng", "Nguyễn Huệ", "Nguyễn Lương Bằng", "Nguyễn Nghiêm",
        "Nguyễn Phích", "Nguyễn Trãi", "Nguyễn Văn Linh", "Nguyễn Việt Khái", "Nùng Trí Cao", "Phạm Ngũ Lão",
        "Phạm Sư Mạnh", "Phan Đình Phùng", "Phan Ngọc Hiển", "Quách Phẩm", "Tạ An Khương", "Tô Hiệu", "Trần Hưng Đạo",
        "Trần Lãm", "Trần Liễu", "Trần Nhân Tông", "Trần Phán", "Trần Phú", "Trần Văn Thời", "Triệu Việt Vương",
        "Trừ Văn Thố", "Trương Quang Trọng",
    )
)  # fmt: skip
# Named in the decree itself (Phụ lục II), and the uprising of 1960.
_EVENTS = frozenset(("Điện Biên Phủ", "Đồng Khởi"))
# May be after a person or an event; may be old names of the land.
_PERHAPS = frozenset(
    (
        "Bạch Đằng", "Chi Lăng", "Đốc Binh Kiều", "Đống Đa", "Hồng Bàng", "Hồng Phong", "Lê Hồ", "Nguyễn Úy",
        "Quang Trung", "Thiện Thuật", "Tống Trân", "Trần Thương", "Kháng Chiến",
    )
)  # fmt: skip
_ENDS_WITH_NUMBER = re.compile(r".*\s\d+")


def dia_danh(place: Place) -> tuple[str, ...]:
    """Write a place as it stands before the date, the likelier way first; one way only where the rule decides."""
    name, full = place.ten, f"{place.cap[0].upper()}{place.cap[1:]} {place.ten}"
    if name[0].isdigit() or name in _PERSONS or name in _EVENTS:
        return (full,)
    if _ENDS_WITH_NUMBER.fullmatch(name):
        return full, name
    if name in _PERHAPS:
        return name, full
    return (name,)
