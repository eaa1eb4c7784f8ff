"""Names of bodies: those that are no more, those with a fixed spelling, abbreviations nobody else uses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.language.citing import citations
from docgen.checking.language.prose import Line, prose, sentences, spot
from docgen.checking.language.written_dates import written_dates
from docgen.checking.rule import rule
from docgen.standards import Sure
from docgen.standards.types import KY_HIEU_SAI

Day = tuple[int, int, int]

# Luật 72/2025/QH15 and NQ 202/2025/QH15: no district level, no town, from this day on.
TWO_LEVELS: Final[Day] = (2025, 7, 1)
# The ministries merged by the Government of 3/2025.
MERGED: Final[Day] = (2025, 3, 1)
_SINCE_ND30: Final[Day] = (2020, 3, 5)

_UNITS: Final = r"(?:các\s+)?(?:huyện|quận|thị xã|thị trấn)"
_DISTRICT: Final = re.compile(
    rf"\b(?:(?:UBND|HĐND|Ủy ban nhân dân|Hội đồng nhân dân|Công an|Tòa án nhân dân|Viện kiểm sát nhân dân)\s+{_UNITS}\b"
    r"|(?:Huyện|Quận|Thị)\s+ủy\b|Phòng\s+(?:Giáo dục và Đào tạo|GD\s?(?:&|-|và)?\s?ĐT|Lao động|Kinh tế và Hạ tầng|"
    r"Tài chính\s?-\s?Kế hoạch|Tài nguyên và Môi trường|Văn hóa và Thông tin)\b)",
    re.IGNORECASE,
)
_FORMER: Final = re.compile(
    r"\b(?P<loai>Bộ|Sở)\s+(?P<ten>Kế hoạch và Đầu tư|Thông tin và Truyền thông|Giao thông [Vv]ận tải|"
    r"Tài nguyên và Môi trường|Nông nghiệp và Phát triển [Nn]ông thôn|Nông nghiệp và PTNT|"
    r"Lao động\s?[-–,]\s?Thương binh và Xã hội|KH\s?&\s?ĐT|TT\s?&\s?TT|TN\s?&\s?MT|NN\s?&\s?PTNT|"
    r"LĐ\s?-?\s?TB\s?&\s?XH|GTVT)(?!\w)"
)
_SUCCESSORS: Final = (
    ("kế hoạch", "Tài chính"), ("kh", "Tài chính"), ("thông tin", "Khoa học và Công nghệ"),
    ("tt", "Khoa học và Công nghệ"), ("giao thông", "Xây dựng"), ("gtvt", "Xây dựng"),
    ("tài nguyên", "Nông nghiệp và Môi trường"), ("tn", "Nông nghiệp và Môi trường"),
    ("nông nghiệp", "Nông nghiệp và Môi trường"), ("nn", "Nông nghiệp và Môi trường"),
    ("lao động", "Nội vụ"), ("lđ", "Nội vụ"),
)  # fmt: skip
_BYGONE: Final = re.compile(
    r"\b(?:trước đây|cũ|nguyên là|trước khi|sáp nhập|hợp nhất|giải thể|thời kỳ|giai đoạn trước|kết thúc hoạt động|"
    r"chuyển giao|tiếp nhận|bàn giao|sắp xếp)\b",
    re.IGNORECASE,
)

_OFFICIAL: Final = (
    (r"(?P<loai>Bộ|Sở) (?:Thông tin(?:\s?[-–,]\s?|\s)Truyền thông)", "Thông tin và Truyền thông"),
    (
        r"(?P<loai>Bộ|Sở) (?:Văn hóa Thể thao và Du lịch|Văn hóa\s?-\s?Thể thao và Du lịch|Văn hóa, Thể thao, Du lịch|"
        r"Văn hóa và Thể thao và Du lịch|Văn hóa Thể thao Du lịch|Văn hóa\s?-\s?Thể thao\s?-\s?Du lịch)",
        "Văn hóa, Thể thao và Du lịch",
    ),
    (r"(?P<loai>Bộ|Sở|Phòng) (?:Giáo dục(?:\s?[-–,]\s?|\s)Đào tạo)", "Giáo dục và Đào tạo"),
    (r"(?P<loai>Bộ|Sở) (?:Khoa học(?:\s?[-–,]\s?|\s)Công nghệ)", "Khoa học và Công nghệ"),
    (r"(?P<loai>Bộ|Sở) (?:Kế hoạch(?:\s?[-–,]\s?|\s)Đầu tư)", "Kế hoạch và Đầu tư"),
    (r"(?P<loai>Bộ|Sở) (?:Tài nguyên(?:\s?[-–,]\s?|\s)Môi trường)", "Tài nguyên và Môi trường"),
    (r"(?P<loai>Bộ|Sở) (?:Nông nghiệp(?:\s?[-–,]\s?|\s)Môi trường)", "Nông nghiệp và Môi trường"),
    (
        r"(?P<loai>Bộ|Sở) (?:Lao động,? Thương binh và Xã hội|Lao động Thương binh Xã hội|"
        r"Lao động\s?-\s?Thương binh\s?-\s?Xã hội|Lao động và Thương binh Xã hội)",
        "Lao động - Thương binh và Xã hội",
    ),
    (r"(?P<loai>Đài) (?:Phát thanh(?:\s?[-–,]\s?|\s)Truyền hình)", "Phát thanh và Truyền hình"),
)  # fmt: skip
_MISNAMED: Final = tuple((re.compile(rf"\b{form}(?!\w)"), name) for form, name in _OFFICIAL)
_SHORT_UNIT: Final = re.compile(r"(?<![\w.])(?P<tat>Tx|Tp|TX|TP)(?=\s*[,;)]|\s*$)")
_FULL: Final = {"tx": "thị xã", "tp": "thành phố"}
_WRONG_CODE: Final = re.compile(rf"/(?P<ma>{'|'.join(code for code, right in KY_HIEU_SAI.items() if right)})-")


def _day(p: Judged) -> Day | None:
    """The day of issue; of a draft the last day of the year it names."""
    if p.ngay:
        return p.ngay
    part = p.first("dia_danh_ngay")
    m = re.search(r"năm\s*(\d{4})", part.text) if part else None
    return (int(m.group(1)), 12, 31) if m else None


def _new_names(p: Judged, form: re.Pattern[str], since: Day) -> Iterator[tuple[Line, re.Match[str]]]:
    """Where ``form`` names a body in a sentence that speaks of nothing before the day it ended."""
    for line in prose(p):
        folded = line.gap
        if form.search(folded) is None or line.hoa:
            continue
        for part in sentences(p, line):
            m = form.search(folded, part.tu, part.den)
            if m and not _speaks_of_before(part.text, since):
                yield line, m
                break


def _speaks_of_before(text: str, since: Day) -> bool:
    if _BYGONE.search(text) or next(citations(text), None) is not None:
        return True
    return any(one.nam is not None and (one.nam, one.thang, one.ngay or 1) < since for one in written_dates(text))


@rule("NN-ten-1", ten="Tên cơ quan cấp huyện sau 01/7/2025", dieu_khoan=NGON_NGU, sure=Sure.P, muc="canh-bao")
def cap_huyen(p: Judged) -> Iterator[Finding]:
    """Từ 01/7/2025 chính quyền địa phương có hai cấp: tỉnh và xã; không còn huyện, quận, thị xã, thị trấn.

    Chỉ xét văn bản ban hành từ ngày đó; câu viện dẫn văn bản hoặc nói về việc trước đó không bị xét.
    Sai: "UBND các huyện, thị xã triển khai" trong kế hoạch năm 2026. Đúng: "UBND các xã, phường, đặc khu triển khai".
    """
    day = _day(p)
    if day is None or day < TWO_LEVELS:
        return
    found = list(_new_names(p, _DISTRICT, TWO_LEVELS))
    for line, m in found:
        loi = f"“{m.group()}”: từ 01/7/2025 không còn cấp huyện."
        yield spot(p, line, m.span(), loi, can="cơ quan cấp tỉnh hoặc cấp xã (xã, phường, đặc khu)", chac="co-le")


@rule("NN-ten-2", ten="Tên bộ, sở trước hợp nhất", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def bo_cu(p: Judged) -> Iterator[Finding]:
    """Từ 01/3/2025 một số bộ, sở đã hợp nhất; văn bản mới ghi tên hiện nay.

    Câu viện dẫn văn bản hoặc nói về việc trước đó không bị xét.
    Sai: "Giao Sở Kế hoạch và Đầu tư" trong kế hoạch năm 2026. Đúng: "Giao Sở Tài chính".
    """
    day = _day(p)
    if day is None or day < MERGED:
        return
    for line, m in _new_names(p, _FORMER, MERGED):
        name = m["ten"].lower()
        new = next(after for before, after in _SUCCESSORS if name.startswith(before))
        loi = f"“{m.group()}” đã hợp nhất vào {m['loai']} {new} từ tháng 3/2025."
        yield spot(p, line, m.span(), loi, can=f"{m['loai']} {new}", chac="co-le")


@rule("NN-ten-3", ten="Tên cơ quan ghi chưa đúng", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def ten_co_quan(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan ghi đúng tên chính thức, kể cả dấu phẩy và chữ "và".

    Sai: "Sở Văn hóa Thể thao và Du lịch". Đúng: "Sở Văn hóa, Thể thao và Du lịch".
    """
    for line in prose(p):
        if line.hoa:
            continue
        folded = line.gap
        for form, name in _MISNAMED:
            m = form.search(folded)
            if m:
                can = f"{m['loai']} {name}"
                yield spot(p, line, m.span(), f"Tên “{m.group()}” ghi chưa đúng.", can=can)


@rule("NN-ten-4", ten="Viết tắt tên loại đơn vị hành chính", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def viet_tat_don_vi(p: Judged) -> Iterator[Finding]:
    """Tên loại đơn vị hành chính đứng một mình không viết tắt.

    Sai: "UBND các huyện, Tx, Tp". Đúng: "UBND các huyện, thị xã, thành phố".
    """
    for line in prose(p):
        found = list(_SHORT_UNIT.finditer(line.text))
        if not found or line.hoa or line.trong_bang:
            continue
        mixed = [m for m in found if m["tat"] in {"Tx", "Tp"}] or (found if len(found) > 1 else [])
        if mixed:
            shown, can = mixed[0]["tat"], _FULL[mixed[0]["tat"].lower()]
            yield spot(p, line, mixed[0].span("tat"), f"“{shown}” là cách viết tắt không chuẩn.", can=can)


@rule("NN-ten-5", ten="Ký hiệu tên loại lạ trong văn bản viện dẫn", the_thuc=("nd30",), dieu_khoan=NGON_NGU,
      sure=Sure.K, muc="thong-tin")  # fmt: skip
def ky_hieu_la(p: Judged) -> Iterator[Finding]:
    """Ký hiệu của văn bản được viện dẫn có chữ viết tắt tên loại không có trong Phụ lục III.

    Phải chép đúng như văn bản đã ghi; nhưng cũng có thể là chép nhầm, nên xem lại.
    Ví dụ: "số 12/QYĐ-UBND" (Phụ lục III ghi QyĐ).
    """
    if p.ngay is None or p.ngay < _SINCE_ND30:
        return
    for line in prose(p):
        for one in citations(line.text):
            m = _WRONG_CODE.search(one.ky_hieu)
            if m:
                loi = f"Chữ viết tắt “{m['ma']}” trong “{one.ky_hieu}” không có trong Phụ lục III."
                yield spot(p, line, one.khoang, loi, thay=m["ma"], can=KY_HIEU_SAI[m["ma"]], chac="co-le")


RULES: Final = (cap_huyen, bo_cu, ten_co_quan, viet_tat_don_vi, ky_hieu_la)
