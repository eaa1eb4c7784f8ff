"""Dates in the text: days that exist, deadlines that can be kept, one way to write them in one paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.language.memory import once
from docgen.checking.language.prose import Line, prose, sentences, spot
from docgen.checking.language.weekdays import weekdays
from docgen.checking.language.written_dates import WrittenDate, written_dates
from docgen.checking.rule import rule
from docgen.checking.sentences import Sentence
from docgen.standards import Sure
from docgen.vietnamese.dates import ngay_ngan

Dated = tuple[Line, WrittenDate]

# A report tells of deadlines that are over; so do minutes.
_LOOKING_BACK: Final = frozenset({"BÁO CÁO", "BIÊN BẢN"})
_DEADLINE: Final = re.compile(
    r"\b(?P<tu>trước|chậm nhất(?: là)?(?: vào)?|muộn nhất(?: là)?(?: vào)?|đến hết|hạn (?:cuối|chót)(?: là)?:?|"
    r"thời hạn:?|không muộn hơn)\s+(?:ngày\s+)?$",
    re.IGNORECASE,
)
_TO_DO: Final = re.compile(
    r"\b(?:gửi|báo cáo|hoàn thành|nộp|đăng ký|trình|tổng hợp|triển khai|thực hiện|xong|góp ý|phản hồi|bố trí|"
    r"xây dựng|tổ chức|cập nhật|cung cấp)\b",
    re.IGNORECASE,
)
_DONE: Final = re.compile(
    r"\b(?:đã|được ban hành|có hiệu lực|ký kết|thành lập|sinh|được cấp|được tuyển|phát sinh|công tác từ|"
    r"giao kết|tồn tại|hình thành)\b",
    re.IGNORECASE,
)
_TIGHT_OR_WIDE: Final = re.compile(r"[-–]|\s[-–]\s")
_YEARS: Final = re.compile(r"(?<![\w/.,-])(?:19|20)\d{2}(?P<noi>[-–]|\s[-–]\s)(?:19|20)\d{2}(?![\w/-]|[.,]\d)")
_BETWEEN: Final = re.compile(r"\s?[-–]\s?(?:ngày )?")
_FROM: Final = re.compile(r"\btừ\s*:?\s+(?:ngày\s+|tháng\s+)?$", re.IGNORECASE)
_AMPERSAND: Final = re.compile(r"\d{1,2}\s?&\s?\d{1,2}(?=/)")
_BARE_DEADLINE: Final = re.compile(
    r"\b(?P<tu>[Tt]rước|[Cc]hậm nhất|[Mm]uộn nhất|đến hết)\s(?P<ngay>\d{1,2}/\d{1,2}(?:/\d{4})?)(?![\w/])"
)
_DAY_WORD: Final = re.compile(r"\bngày\s*$", re.IGNORECASE)


@once
def _by_line(p: Judged) -> tuple[tuple[Line, list[WrittenDate]], ...]:
    held = ((line, written_dates(line.text)) for line in prose(p))
    return tuple((line, dates) for line, dates in held if dates)


def _dated(p: Judged) -> Iterator[Dated]:
    return ((line, one) for line, dates in _by_line(p) for one in dates)


def _ranges(p: Judged) -> Iterator[tuple[Line, WrittenDate, WrittenDate]]:
    """Two dates with nothing but a dash between them."""
    for line, dates in _by_line(p):
        for one, two in pairwise(dates):
            if _BETWEEN.fullmatch(line.text[one.den : two.tu]):
                yield line, one, two


@rule(
    "NN-ngay-1",
    ten="Ngày không có trong lịch",
    dieu_khoan=NGON_NGU,
    sure=Sure.V,  # the calendar
    muc="loi",
)
def khong_co_ngay(p: Judged) -> Iterator[Finding]:
    """Mỗi ngày ghi trong văn bản phải là một ngày có thật.

    Ngày sai thường do sửa từ văn bản năm trước; người nhận không biết phải làm theo ngày nào.
    Sai: "trước ngày 29/02/2023" (tháng 02 năm 2023 chỉ có 28 ngày). Đúng: "trước ngày 28/02/2023".
    """
    for line, one in _dated(p):
        if one.exists:
            continue
        shown = _shown(line, one)
        named = one.bang_chu or _DAY_WORD.search(line.text[: one.tu]) is not None
        if not 1 <= one.thang <= 12:
            can = "tháng từ 1 đến 12"
        else:
            month = f"{one.thang:02d}" if one.thang < 3 else str(one.thang)
            of_year = f" năm {one.nam}" if one.thang == 2 and one.nam else ""
            can = f"ngày từ 1 đến {one.last_day} (tháng {month}{of_year} có {one.last_day} ngày)"
        sure = named or one.nam is not None
        yield spot(
            p, line, one.khoang, f"Không có ngày “{shown}” trong lịch.", can=can, chac="chac" if sure else "co-le"
        )


@rule("NN-ngay-2", ten="Hạn trước ngày ban hành", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def han_da_qua(p: Judged) -> Iterator[Finding]:
    """Hạn phải làm không được ở trước ngày ban hành văn bản.

    Không ai làm kịp một việc có hạn đã qua. Báo cáo, biên bản nói về việc đã xong nên không xét.
    Sai: kế hoạch ngày 23/02/2024 ghi "gửi về trước ngày 28/02/2023". Đúng: "trước ngày 28/02/2024".
    """
    if p.ngay is None or p.loai in _LOOKING_BACK:
        return
    issued = ngay_ngan(p.ngay[2], p.ngay[1], p.ngay[0])
    for line, one in _dated(p):
        if one.nam is None or one.ngay is None or (one.nam, one.thang, one.ngay) >= p.ngay:
            continue
        if _is_deadline(line, one, sentences(p, line)):
            loi = f"Hạn “{line.text[one.tu : one.den]}” ở trước ngày ban hành văn bản ({issued})."
            yield spot(p, line, one.khoang, loi, can=f"từ {issued} trở đi")


def _is_deadline(line: Line, one: WrittenDate, parts: tuple[Sentence, ...]) -> bool:
    holder = next((part for part in parts if part.tu <= one.tu < part.den), None)
    if holder is None or not _DEADLINE.search(line.text[holder.tu : one.tu]):
        return False
    return _TO_DO.search(holder.text) is not None and _DONE.search(holder.text) is None


@rule("NN-ngay-3", ten="Số 0 trước ngày, tháng không thống nhất", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def so_khong(p: Judged) -> Iterator[Finding]:
    """Trong một văn bản, ngày và tháng viết tắt cần viết theo một kiểu: cùng có hoặc cùng không có số 0 ở trước.

    Nghị định 30 chỉ buộc ghi 0 trước ngày dưới 10 và tháng 1, 2 ở dòng ngày ban hành; trong lời văn, viết theo một
    kiểu để dễ đọc, dễ tra. Sai: "(08/5) … (7/4)". Đúng: "(08/5) … (07/4)".
    """
    dated = [(line, one) for line, one in _dated(p) if one.exists]
    for name, digits in (
        ("ngày", lambda one: one.so_ngay if one.ngay is not None and one.ngay < 10 else ""),
        ("tháng", lambda one: one.so_thang if one.thang < 3 else ""),
        ("tháng", lambda one: one.so_thang if 3 <= one.thang < 10 else ""),
    ):
        yield from _mixed_zeros(p, name, digits, dated)


def _mixed_zeros(p: Judged, name: str, digits: Callable[[WrittenDate], str], dated: list[Dated]) -> Iterator[Finding]:
    held = [(line, one) for line, one in dated if digits(one)]
    zeros = Counter(digits(one).startswith("0") for _, one in held)
    if len(zeros) < 2:
        return
    # With as many of either kind, the odd one is what the date of issue would not have: 0 before months 3 to 9 only.
    late_month = name == "tháng" and held[0][1].thang >= 3
    odd = late_month if zeros[True] == zeros[False] else zeros[True] < zeros[False]
    line, one = next((line, one) for line, one in held if digits(one).startswith("0") is odd)
    kind, other = ("có", "không có") if odd else ("không có", "có")
    loi = f"Số {name} ở đây {kind} số 0 ở trước, trong khi {zeros[not odd]} chỗ khác {other}."
    yield spot(p, line, one.khoang, loi, can=f"viết theo một kiểu: {other} số 0")


@rule("NN-ngay-4", ten="Khoảng thời gian viết theo hai kiểu", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def khoang_thoi_gian(p: Judged) -> Iterator[Finding]:
    """Trong một văn bản, dấu nối giữa hai ngày (hoặc hai năm) cần viết theo một kiểu: có hoặc không có khoảng trắng.

    Viết lẫn lộn thì khó tìm, khó thay thế hàng loạt.
    Sai: "(19/5/1890 - 19/5/2024)" rồi "(14/3/1976-14/3/2024)". Đúng: cả hai đều có khoảng trắng.
    """
    days = [
        (line, (one.den, two.tu))
        for line, one, two in _ranges(p)
        if _TIGHT_OR_WIDE.fullmatch(line.text[one.den : two.tu])
    ]
    years = [(line, m.span("noi")) for line in prose(p) if not line.hoa for m in _YEARS.finditer(line.text)]
    yield from _mixed_dashes(p, "hai ngày", days)
    yield from _mixed_dashes(p, "hai năm", years)


def _mixed_dashes(p: Judged, what: str, held: list[tuple[Line, tuple[int, int]]]) -> Iterator[Finding]:
    wide = [line.text[slice(*noi)].startswith(" ") for line, noi in held]
    if len(set(wide)) < 2:
        return
    odd = sum(wide) < len(wide) - sum(wide)
    line, noi = held[wide.index(odd)]
    kind, other = ("có", "không có") if odd else ("không có", "có")
    loi = f"Dấu nối giữa {what} ở đây {kind} khoảng trắng hai bên, trong khi {wide.count(not odd)} chỗ khác {other}."
    yield spot(p, line, noi, loi, can=f"viết theo một kiểu: {other} khoảng trắng")


@rule("NN-ngay-5", ten="“Từ” không có “đến”", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def tu_den(p: Judged) -> Iterator[Finding]:
    """Đã viết "từ" thì viết tiếp "đến", không thay bằng dấu gạch nối.

    Sai: "từ 08/8/2020 - 20/8/2020". Đúng: "từ ngày 08/8/2020 đến ngày 20/8/2020" hoặc "(08/8/2020 - 20/8/2020)".
    """
    told: set[int] = set()
    for line, one, two in _ranges(p):
        before = _FROM.search(line.text[: one.tu])
        if before is None or id(line) in told:
            continue
        told.add(id(line))
        found, unit = line.text[before.start() : two.den], "" if one.ngay is None else "ngày "
        can = f"{found[:2]} {unit}{_shown(line, one)} đến {unit}{_shown(line, two)}"
        yield spot(p, line, (before.start(), two.den), f"“{found}” có “từ” mà không có “đến”.", can=can)


def _shown(line: Line, one: WrittenDate) -> str:
    return line.text[one.tu : one.den]


@rule("NN-ngay-6", ten="Thứ không khớp với ngày", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def thu_trong_tuan(p: Judged) -> Iterator[Finding]:
    """Thứ ghi bên cạnh một ngày phải đúng với lịch.

    Thứ và ngày không khớp thì người được mời không biết đến hôm nào.
    Sai: "ngày 16/8/2020 (thứ Bảy)". Đúng: "ngày 16/8/2020 (Chủ nhật)".
    """
    for line in prose(p):
        for one in weekdays(line.gap, p.ngay[0] if p.ngay else None):
            if not one.khop:
                loi = f"Ngày {one.ngay_viet} là {one.dung}, không phải “{line.text[slice(*one.khoang)]}”."
                yield spot(p, line, one.khoang, loi, can=one.dung, chac="co-le" if one.nam_doan else "chac")


@rule("NN-ngay-7", ten="Ngày nối bằng dấu &", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def dau_va(p: Judged) -> Iterator[Finding]:
    """Trong lời văn viết "và", không dùng dấu &.

    Sai: "ngày 17, 18 & 19/8/2020". Đúng: "các ngày 17, 18 và 19/8/2020".
    """
    for line in prose(p):
        m = _AMPERSAND.search(line.text)
        if m:
            yield spot(p, line, m.span(), f"“{m.group()}” dùng dấu & thay cho “và”.", can=m.group().replace("&", "và"))


@rule("NN-ngay-8", ten="Thiếu chữ “ngày” trước hạn", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def thieu_chu_ngay(p: Judged) -> Iterator[Finding]:
    """Hạn viết bằng số nên có chữ "ngày" đứng trước, để không nhầm với phân số hay số văn bản.

    Sai: "gửi báo cáo trước 10/12". Đúng: "gửi báo cáo trước ngày 10/12".
    """
    for line in prose(p):
        m = _BARE_DEADLINE.search(line.text)
        if m:
            yield spot(p, line, m.span(), f"“{m.group()}” thiếu chữ “ngày”.", can=f"{m['tu']} ngày {m['ngay']}")


RULES: Final = (
    khong_co_ngay, han_da_qua, so_khong, khoang_thoi_gian, tu_den, thu_trong_tuan, dau_va, thieu_chu_ngay,
)  # fmt: skip
