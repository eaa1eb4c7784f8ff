"""Names that official papers are full of, spelt as they should be."""

from __future__ import annotations

from typing import Final

LAWS: Final = (
    "hoạt động chữ thập đỏ", "tổ chức", "đất đai", "đầu tư", "đầu tư công", "ngân sách nhà nước", "cán bộ, công chức",
    "viên chức", "lưu trữ", "thanh niên", "giáo dục", "trẻ em", "bảo hiểm", "bảo vệ", "xây dựng", "nhà ở", "đấu thầu",
    "doanh nghiệp", "kế toán", "thống kê", "thanh tra", "khiếu nại", "tố cáo", "tiếp công dân", "phòng, chống",
    "phòng chống", "giao thông", "trật tự", "an ninh mạng", "công nghệ", "giao dịch điện tử", "tiếp cận thông tin",
    "thi đua", "di sản văn hóa", "du lịch", "hộ tịch", "công chứng", "quản lý", "cạnh tranh", "thương mại", "hải quan",
    "công đoàn", "việc làm", "an toàn", "người cao tuổi", "người khuyết tật", "bình đẳng giới", "hôn nhân",
    "quốc tịch", "cư trú", "căn cước", "nghĩa vụ", "dân quân", "quốc phòng", "biên phòng", "ban hành", "bầu cử",
)  # fmt: skip
"""How names of laws begin, in small letters: the first word wants a capital behind "Luật"."""

FIELDS: Final = (
    "Công Thương", "Giáo dục và Đào tạo", "Khoa học và Công nghệ", "Văn hóa, Thể thao và Du lịch",
    "Văn hóa và Thể thao", "Nông nghiệp và Môi trường", "Nông nghiệp và Phát triển nông thôn",
    "Tài nguyên và Môi trường", "Thông tin và Truyền thông", "Kế hoạch và Đầu tư", "Giao thông vận tải",
    "Lao động - Thương binh và Xã hội", "Nội vụ", "Tài chính", "Tư pháp", "Y tế", "Xây dựng", "Ngoại vụ", "Ngoại giao",
    "Quốc phòng", "Công an", "Dân tộc và Tôn giáo", "Du lịch", "Quy hoạch - Kiến trúc",
)  # fmt: skip
"""Fields of ministries and departments, as their names write them."""

PROVINCES: Final = frozenset(
    (
        "An Giang", "Bà Rịa", "Bắc Giang", "Bắc Kạn", "Bạc Liêu", "Bắc Ninh", "Bến Tre", "Bình Định", "Bình Dương",
        "Bình Phước", "Bình Thuận", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Đắk Nông", "Điện Biên", "Đồng Nai", "Đồng Tháp",
        "Gia Lai", "Hà Giang", "Hà Nam", "Hà Tĩnh", "Hải Dương", "Hậu Giang", "Hòa Bình", "Hưng Yên", "Khánh Hòa",
        "Kiên Giang", "Kon Tum", "Lai Châu", "Lâm Đồng", "Lạng Sơn", "Lào Cai", "Long An", "Nam Định", "Nghệ An",
        "Ninh Bình", "Ninh Thuận", "Phú Thọ", "Phú Yên", "Quảng Bình", "Quảng Nam", "Quảng Ngãi", "Quảng Ninh",
        "Quảng Trị", "Sóc Trăng", "Sơn La", "Tây Ninh", "Thái Bình", "Thái Nguyên", "Thanh Hóa", "Thừa Thiên",
        "Tiền Giang", "Trà Vinh", "Tuyên Quang", "Vĩnh Long", "Vĩnh Phúc", "Yên Bái", "Hải Phòng", "Đà Nẵng",
        "Cần Thơ", "Hà Nội", "Thủ Dầu",
    )
)  # fmt: skip
"""First two words of names of provinces and cities, before and after 01/7/2025; none is a person's or an event's."""

MAYBE_PERSONS: Final = frozenset(
    (
        "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô",
        "Dương", "Lý", "Đinh", "Trương", "Lương", "Tôn", "Hai", "Bà", "Điện", "Xô", "Cách", "Quang", "Đoàn", "Mạc",
        "Cao", "Chu", "Tô", "Hà", "Văn", "Minh", "Thủ", "Phù", "An", "Mai", "Đào", "Thái", "Kim", "Tạ", "Trịnh",
        "Lạc", "Gia", "Hùng", "Bế", "La", "Nông", "Đội", "Ủy", "Uỷ", "Hội", "Sở", "Thường", "Tăng", "Quách", "Châu",
    )
)  # fmt: skip
"""First words of names of units that may be those of a person or an event, or that are no names of units at all."""

HOLIDAYS: Final = (
    "Quốc khánh", "Quốc tế Lao động", "Quốc tế Phụ nữ", "Phụ nữ Việt Nam", "Nhà giáo Việt Nam",
    "Thương binh - Liệt sĩ", "Thầy thuốc Việt Nam", "Gia đình Việt Nam", "Pháp luật Việt Nam",
    "Doanh nhân Việt Nam", "Báo chí Cách mạng Việt Nam", "Lưu trữ Việt Nam",
)  # fmt: skip
"""Holidays and days of remembrance behind the word "ngày"."""
