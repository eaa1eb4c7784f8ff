"""Capitals by Phụ lục II of NĐ 30/2020/NĐ-CP: places, bodies, holidays."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Chac, Finding
from docgen.checking.judged import Judged
from docgen.checking.language.letters import HOA, NHO
from docgen.checking.language.names import FIELDS, HOLIDAYS, MAYBE_PERSONS, PROVINCES
from docgen.checking.language.places import inside
from docgen.checking.rule import rule
from docgen.checking.rules.capitals import FOR, lines, told
from docgen.standards import Sure
from docgen.vietnamese.tone import gap_dau

_FIXED: Final = re.compile(r"\b(?:thủ đô Hà Nội|thành phố Hồ Chí Minh)\b")
_WORD: Final = rf"[{HOA}][{NHO}]+"
_UNIT: Final = re.compile(
    rf"\b(?P<cap>Tỉnh|Thành phố|Huyện|Xã|Phường|Quận|Thị xã|Thị trấn|Đặc khu)\s(?P<ten>{_WORD}(?:\s{_WORD}){{1,3}})"
)
_PEOPLES: Final = re.compile(
    r"\b(?:(?:[ỦU]y|Uỷ) (?:ban Nhân dân|Ban [Nn]hân [Dd]ân)|Hội đồng Nhân dân|Hội Đồng [Nn]hân [Dd]ân|"
    r"(?:Tòa|Toà) án Nhân dân|Viện (?:kiểm|Kiểm) sát Nhân dân)\b"
)
_OFFICE: Final = re.compile(
    rf"\b(?P<loai>[Bb]ộ|[Ss]ở)\s(?P<ten>{'|'.join(sorted(FIELDS, key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
# "sở Tài chính" within "trụ sở Tài chính", "bộ" within "cán bộ" name no office.
_PART_OF_A_WORD: Final = re.compile(
    r"\b(?:cán|nội|toàn|đồng|tiến|một|đảng|phân|chi|thủy|khu|cơ|trụ|xứ|công|hệ|trang|Đảng|Cán|Trụ|Cơ|Chi|Toàn)\s$"
)
_HOLIDAY: Final = re.compile(rf"\b(?P<ngay>[Nn]gày\s)(?P<ten>{'|'.join(HOLIDAYS)})(?!\w)", re.IGNORECASE)
_TET: Final = re.compile(r"\b[Tt]ết (?P<ten>nguyên đán|Nguyên Đán|trung thu|Trung Thu)\b")
_WEEKDAY: Final = re.compile(r"\b(?:sáng|chiều|tối|ngày|vào) (?P<thu>thứ (?:hai|ba|tư|năm|sáu|bảy))(?=,? (?:ngày|\())")


@rule(
    "ND30-PL2-III.1-1",
    ten="Thủ đô Hà Nội, Thành phố Hồ Chí Minh",
    the_thuc=FOR,
    dieu_khoan="PL II, M.III, k.1",
    sure=Sure.V,
    muc="loi",
)
def thu_do(p: Judged) -> Iterator[Finding]:
    """Luôn viết "Thủ đô Hà Nội" và "Thành phố Hồ Chí Minh".

    Sai: "thành phố Hồ Chí Minh". Đúng: "Thành phố Hồ Chí Minh".
    """
    for line in lines(p):
        found = list(_FIXED.finditer(line.text))
        if found:
            shown = found[0].group()
            more = f" (đoạn này có {len(found)} chỗ như vậy)" if len(found) > 1 else ""
            can = shown[0].upper() + shown[1:]
            yield told(p, line, found[0].span(), f"“{shown}” chưa viết hoa danh từ chung{more}.", can)


@rule(
    "ND30-PL2-III.1-2",
    ten="Danh từ chung trước tên đơn vị hành chính",
    the_thuc=FOR,
    dieu_khoan="PL II, M.III, k.1",
    sure=Sure.V,
    muc="canh-bao",
)
def don_vi_hanh_chinh(p: Judged) -> Iterator[Finding]:
    """Danh từ chung tỉnh, thành phố, xã, phường, đặc khu… trước tên riêng viết thường khi ở giữa câu.

    Viết hoa khi đơn vị mang tên người, số hoặc sự kiện lịch sử (Phường Điện Biên Phủ, Quận 1).
    Sai: "tại Tỉnh Trà Vinh". Đúng: "tại tỉnh Trà Vinh".
    """
    for line in lines(p):
        if line.trong_bang:
            continue
        found = [m for m in _UNIT.finditer(line.text) if inside(line.text, m.start()) and _is_plain_name(m["ten"])]
        if found:
            m = found[0]
            more = f" (đoạn này có {len(found)} chỗ như vậy)" if len(found) > 1 else ""
            chac: Chac = "chac" if _two_words(m["ten"]) in PROVINCES else "co-le"
            loi = f"“{m['cap']}” đứng trước tên “{m['ten']}” ở giữa câu mà viết hoa{more}."
            yield told(p, line, m.span("cap"), loi, m["cap"].lower(), chac=chac)


def _two_words(name: str) -> str:
    return " ".join(gap_dau(name).split()[:2])


def _is_plain_name(name: str) -> bool:
    """Whether a name is surely no person's or event's, as far as its first word tells."""
    return _two_words(name) in PROVINCES or (
        name.split()[0] not in MAYBE_PERSONS and gap_dau(name) not in {"Hồ Chí Minh"}
    )


@rule(
    "ND30-PL2-IV.1-1",
    ten="“nhân dân” trong tên cơ quan",
    the_thuc=FOR,
    dieu_khoan="PL II, M.IV, k.1",
    sure=Sure.V,
    muc="loi",
)
def uy_ban_nhan_dan(p: Judged) -> Iterator[Finding]:
    """Trong tên Ủy ban nhân dân, Hội đồng nhân dân, chữ "nhân dân" viết thường.

    Sai: "Ủy ban Nhân dân tỉnh". Đúng: "Ủy ban nhân dân tỉnh".
    """
    for line in lines(p):
        found = list(_PEOPLES.finditer(line.text))
        if found:
            shown = found[0].group()
            more = f" (đoạn này có {len(found)} chỗ như vậy)" if len(found) > 1 else ""
            can = shown[0] + shown[1:].lower()
            yield told(p, line, found[0].span(), f"Tên “{shown}” viết hoa thừa{more}.", can)


@rule(
    "ND30-PL2-IV.1-2",
    ten="Viết hoa tên bộ, sở",
    the_thuc=FOR,
    dieu_khoan="PL II, M.IV, k.1",
    sure=Sure.V,
    muc="canh-bao",
)
def ten_bo_so(p: Judged) -> Iterator[Finding]:
    """Tên cơ quan viết hoa chữ cái đầu của từ chỉ loại cơ quan và của các từ chỉ chức năng, lĩnh vực.

    Sai: "Sở Công thương", "sở Giáo dục và đào tạo". Đúng: "Sở Công Thương", "Sở Giáo dục và Đào tạo".
    """
    right = {gap_dau(field).lower(): field for field in FIELDS}
    for line in lines(p):
        for m in _OFFICE.finditer(line.gap):
            if _PART_OF_A_WORD.search(line.text[: m.start()]) or m.group().isupper():
                continue
            named = m["loai"][0].isupper() or m["ten"][0].isupper()
            can = f"{m['loai'].capitalize()} {right[m['ten'].lower()]}"
            if named and m.group() != can:
                yield told(p, line, m.span(), f"Tên cơ quan “{m.group()}” viết hoa chưa đúng.", can)
                break


@rule(
    "ND30-PL2-V.5-1",
    ten="Tên ngày lễ, ngày kỷ niệm",
    the_thuc=FOR,
    dieu_khoan="PL II, M.V, k.5",
    sure=Sure.V,
    muc="canh-bao",
)
def ngay_le(p: Judged) -> Iterator[Finding]:
    """Tên ngày lễ, ngày kỷ niệm viết hoa chữ cái đầu của các từ tạo thành tên.

    Sai: "ngày Quốc Khánh", "ngày quốc tế lao động". Đúng: "ngày Quốc khánh", "ngày Quốc tế Lao động".
    """
    right = {name.lower(): name for name in HOLIDAYS}
    for line in lines(p):
        for m in _HOLIDAY.finditer(line.text):
            can = right[m["ten"].lower()]
            if m["ten"] != can and not m["ten"].isupper():
                yield told(p, line, m.span("ten"), f"Tên ngày “{m['ten']}” viết hoa chưa đúng.", can)
                break


@rule(
    "ND30-PL2-V.7-1",
    ten="Tên tết, thứ trong tuần",
    the_thuc=FOR,
    dieu_khoan="PL II, M.V, k.7",
    sure=Sure.V,
    muc="canh-bao",
)
def tet_thu(p: Judged) -> Iterator[Finding]:
    """Tên tết viết hoa âm tiết đầu của tên (Nguyên đán, Trung thu); thứ trong tuần viết hoa chữ chỉ thứ (thứ Hai).

    Sai: "Tết Nguyên Đán", "sáng thứ hai, ngày 05/01/2026". Đúng: "Tết Nguyên đán", "sáng thứ Hai, ngày 05/01/2026".
    """
    for line in lines(p):
        for m in _TET.finditer(line.text):
            yield told(p, line, m.span("ten"), f"“{m.group()}” viết hoa chưa đúng.", m["ten"].capitalize())
            break
        for m in _WEEKDAY.finditer(line.gap):
            head, day = m["thu"].split()
            yield told(p, line, m.span("thu"), f"“{m['thu']}” chưa viết hoa chữ chỉ thứ.", f"{head} {day.capitalize()}")
            break


RULES: Final = (thu_do, don_vi_hanh_chinh, uy_ban_nhan_dan, ten_bo_so, ngay_le, tet_thu)
