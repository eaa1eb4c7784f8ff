"""Which body a code of a number belongs to, where that is certain."""

from __future__ import annotations

import re
from typing import Final

from docgen.vietnamese.tone import gap_dau

# Codes that by their form are of one body only, and how that body may be named (folded to small letters).
_BODIES: Final = (
    (r"(?:QĐ|CT|CĐ)-TTG", "Thủ tướng Chính phủ", r"thủ tướng\b"),
    (r"(?:NĐ|NQ)-CP", "Chính phủ", r"chính phủ\b"),
    (r"(?:NQ-)?UBTVQH\d*", "Ủy ban Thường vụ Quốc hội", r"ủy ban thường vụ quốc hội\b|ubtvqh\b"),
    (r"(?:NQ-)?QH\d+", "Quốc hội", r"quốc hội\b"),
    (
        r"(?:CT|NQ|KL|QĐ|QC|HD|TB|KH)[/-]TW",
        "Bộ Chính trị, Ban Bí thư hoặc Ban Chấp hành Trung ương Đảng",
        r"(?:bộ chính trị|ban bí thư|ban|hội nghị|trung ương|đảng|bch|bct|bbt|văn phòng|ủy ban kiểm tra)\b",
    ),
    (r"NQ-HĐND\d*", "Hội đồng nhân dân", r"(?:thường trực )?(?:hội đồng nhân dân|hđnd)\b"),
    (
        r"(?:QĐ|KH|CT|BC|TB|CTR|TTR)-UBND",
        "Ủy ban nhân dân",
        r"(?:(?:phó )?chủ tịch )?(?:ủy ban nhân dân|ubnd)\b|(?:phó )?chủ tịch\b",
    ),
    (r"TT-BNV", "Bộ Nội vụ", r"(?:bộ trưởng )?bộ nội vụ\b"),
    (r"TT-BTC", "Bộ Tài chính", r"(?:bộ trưởng )?bộ tài chính\b"),
    (r"TT-BTP", "Bộ Tư pháp", r"(?:bộ trưởng )?bộ tư pháp\b"),
    (r"TT-BYT", "Bộ Y tế", r"(?:bộ trưởng )?bộ y tế\b"),
    (r"TT-BCT", "Bộ Công Thương", r"(?:bộ trưởng )?bộ công thương\b"),
    (r"TT-BGDĐT", "Bộ Giáo dục và Đào tạo", r"(?:bộ trưởng )?bộ (?:giáo dục|gd)"),
    (r"TT-BXD", "Bộ Xây dựng", r"(?:bộ trưởng )?bộ xây dựng\b"),
    (r"TT-BCA", "Bộ Công an", r"(?:bộ trưởng )?bộ công an\b"),
    (r"TT-BQP", "Bộ Quốc phòng", r"(?:bộ trưởng )?bộ quốc phòng\b"),
    (r"TT-BNG", "Bộ Ngoại giao", r"(?:bộ trưởng )?bộ ngoại giao\b"),
    (r"TT-TTCP", "Thanh tra Chính phủ", r"(?:tổng )?thanh tra chính phủ\b"),
)  # fmt: skip
_PATTERNS: Final = tuple((re.compile(code), name, re.compile(said)) for code, name, said in _BODIES)
# Names that are surely of some body; of others nothing can be said.
_KNOWN: Final = re.compile(
    r"(?:chính phủ|thủ tướng|quốc hội|ủy ban thường vụ quốc hội|bộ chính trị|ban bí thư|trung ương|tỉnh ủy|thành ủy|"
    r"huyện ủy|đảng ủy|ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|văn phòng chính phủ|thanh tra chính phủ|"
    r"(?:bộ trưởng )?bộ (?:nội vụ|tài chính|tư pháp|y tế|công thương|giáo dục|xây dựng|công an|quốc phòng|ngoại giao|"
    r"khoa học|nông nghiệp|văn hóa|dân tộc|kế hoạch|thông tin|giao thông|tài nguyên|lao động)|sở [a-zđ])"
)
_NUMBER: Final = re.compile(r"\d+[A-Z]?(?:/(?:19|20)\d{2})?[-/]")


def other_issuer(khoa: str, ai: str) -> str:
    """Name the body that the number ``khoa`` (no blanks, capitals) belongs to when ``ai`` is another; else ""."""
    number = _NUMBER.match(khoa)
    code = khoa[number.end() :] if number else khoa
    said = " ".join(gap_dau(ai).lower().split())
    if not _KNOWN.match(said):
        return ""
    for form, name, names in _PATTERNS:
        if form.fullmatch(code):
            return "" if names.match(said) else name
    return ""
