"""One way to write a thing in one paper: tones, numbers, dashes, abbreviations; nothing said twice or cut in two."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.language.letters import HOA, NHO
from docgen.checking.language.places import inside, last_word
from docgen.checking.language.prose import RECIPIENTS, TITLE, Line, prose, sentences, spot, without
from docgen.checking.rule import rule
from docgen.checking.sentences import Sentence
from docgen.standards import Sure
from docgen.vietnamese.tone import DatDau, Kieu, gap_dau, kieu_dau

Span = tuple[int, int]
Spot = tuple[Line, Span]

_STYLES: Final[dict[Kieu, str]] = {"cu": "kiểu “hòa, ủy”", "moi": "kiểu “hoà, uỷ”"}
_MOST_WORDS_SHOWN: Final = 6
_NAME_BEFORE: Final = re.compile(rf"(?<!\w)[{HOA}][{NHO}]*\s$")
_NAME_AFTER: Final = re.compile(rf"\s[{HOA}][{NHO}]*(?!\w)")
_NAME_CHARS: Final = 12
_UNITS: Final = (
    "ngày", "tháng", "năm", "tuần", "giờ", "người", "đồng chí", "cán bộ", "đại biểu", "học sinh", "bản", "bộ", "cuộc",
    "đợt", "lớp", "buổi", "hội nghị", "hội thảo", "công trình", "căn nhà", "tuyến", "tấm", "tiếng", "chỉ tiêu",
    "mô hình", "đơn vị", "sản phẩm", "chương trình", "dự án", "đề án", "phần quà", "suất", "giải", "đội", "tổ", "nhóm",
    "xã", "phường", "huyện", "tỉnh", "thôn", "hộ", "trường", "video", "tin", "bài", "phóng sự", "chuyên mục",
    "chuyên đề", "lần", "loại", "nhiệm vụ", "giải pháp", "nội dung", "phong trào", "sự kiện", "hoạt động", "điểm cầu",
    "tác phẩm", "câu lạc bộ",
)  # fmt: skip
_COUNTED: Final = re.compile(
    rf"(?<![\w.,/:%-])(?P<so>0?[1-9])\s(?P<vat>{'|'.join(sorted(_UNITS, key=len, reverse=True))})(?!\w)", re.IGNORECASE
)
# "tháng 9 năm 2019", "lần thứ 3 năm", "Điều 3 tháng": the number belongs to the word before it.
_NO_COUNT: Final = re.compile(
    r"(?:\b(?:tháng|quý|thứ|số|điều|khoản|điểm|mục|phần|chương|lần|khóa|cấp|hạng|loại|nhóm|lớp|tiết|bài|trang|quận|"
    r"phường|khu phố|ấp|tổ|đội|hồi|lúc|kỳ|vòng|đợt|bảng|mẫu|biểu|phụ lục|nghị quyết|đề án|năm|ngày|quyển|tập|"
    r"giai đoạn))\s$",
    re.IGNORECASE,
)
_YEARLY: Final = re.compile(r"\b[Hh]àng (?:năm|tháng|quý|tuần|ngày)\b")
_YEARLY_NEW: Final = re.compile(r"\b[Hh]ằng (?:năm|tháng|quý|tuần|ngày)\b")
_DASH: Final = re.compile(r"(?<=\S) (?P<gach>[-–—]) (?=\S)")
_DASHES: Final = {"-": "gạch nối “-”", "–": "gạch ngang “–”", "—": "gạch dài “—”"}
_ABBREVIATIONS: Final = (
    re.compile(r"\bTT\s?[&-]\s?TT\b|\bTTTT\b"), re.compile(r"\bGD\s?[&-]\s?ĐT\b|\bGDĐT\b"),
    re.compile(r"\bKH\s?[&-]\s?ĐT\b|\bKHĐT\b"), re.compile(r"\bKH\s?[&-]\s?CN\b|\bKHCN\b"),
    re.compile(r"\bTN\s?[&-]\s?MT\b|\bTNMT\b"), re.compile(r"\bVH\s?[&-]\s?TT\b|\bVHTT\b"),
    re.compile(r"\bVH\s?,?\s?TT\s?[&-]\s?DL\b|\bVHTT\s?[&-]\s?DL\b|\bVHTTDL\b"),
    re.compile(r"\bNN\s?[&-]\s?MT\b|\bNNMT\b"), re.compile(r"\bNN\s?[&-]\s?PTNT\b|\bNNPTNT\b"),
    re.compile(r"\bLĐ\s?-?\s?TB\s?[&-]?\s?XH\b"), re.compile(r"\bUBMTTQ\s?VN\b|\bUBMTTQ Việt Nam\b"),
    re.compile(r"\b[Ss]ở, [Bb]an, [Nn]gành\b"), re.compile(r"\b[Bb]ộ, [Bb]an, [Nn]gành\b"),
)  # fmt: skip
_LEAST_SENTENCE_WORDS: Final = 12
_KEY: Final = re.compile(rf"^(?:[-–+*·•]\s*)?[{HOA}][^:]{{2,40}}:\s")
_FUNCTION_WORD: Final = re.compile(
    r"\b(?:về|theo|của|và|trong|các|với|cho|tại|đến|từ|những|do|là|để|bằng|trên|khi|được|cùng|vào|như|hoặc|thuộc)$"
)
_ENDS: Final = tuple('.;:,…?!/)”"')
_LONG: Final = 120
_LABELLED: Final = re.compile(
    r"^\s*(?:[-–+*·•]|\d{1,2}(?:\.\d{1,2})*[.)/]|[a-zđ][.)/]|[IVX]{1,5}[.)/-]|(?:Điều|Chương|Phần|Mục)\s)"
)


@rule("NN-dau-thanh-1", ten="Hai cách đặt dấu thanh", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def dau_thanh(p: Judged) -> Iterator[Finding]:
    """Cả hai cách đặt dấu thanh "hòa, khỏe, thủy" và "hoà, khoẻ, thuỷ" đều được; trong một văn bản chỉ dùng một cách.

    Viết lẫn lộn thì tìm kiếm, so sánh bị sót. Tên người theo cách viết của người đó nên không bị xét.
    Sai: "Uỷ ban nhân dân" rồi "Ủy ban nhân dân". Đúng: cả hai cùng một cách.
    """
    held = [
        (line, one) for line in prose(p) for one in kieu_dau(line.text) if line.hoa or not _in_a_name(line.text, one)
    ]
    kinds = Counter(one.kieu for _, one in held)
    if len(kinds) < 2:
        return
    usual: Kieu = "cu" if kinds["cu"] >= kinds["moi"] else "moi"
    line, odd = next((line, one) for line, one in held if one.kieu != usual)
    words = Counter(one.tu.lower() for _, one in held if one.kieu != usual)
    shown = ", ".join(f"“{word}”" for word, _ in words.most_common(_MOST_WORDS_SHOWN))
    loi = (
        f"Dấu thanh đặt theo hai kiểu: {kinds[usual]} chỗ {_STYLES[usual]}, {kinds[odd.kieu]} chỗ "
        f"{_STYLES[odd.kieu]} ({shown})."
    )
    can = gap_dau(odd.tu) if usual == "cu" else f"viết theo một kiểu, {_STYLES[usual]}"
    yield spot(p, line, (odd.vi_tri, odd.vi_tri + len(odd.tu)), loi, can=can)


def _in_a_name(text: str, word: DatDau) -> bool:
    """Whether a word with a capital stands beside another: a name is spelt as its owner spells it."""
    if not word.tu[0].isupper():
        return False
    before = text[max(word.vi_tri - _NAME_CHARS, 0) : word.vi_tri]
    return _NAME_BEFORE.search(before) is not None or _NAME_AFTER.match(text, word.vi_tri + len(word.tu)) is not None


@rule("NN-so-1", ten="Số lượng dưới 10 viết theo hai kiểu", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def so_luong(p: Judged) -> Iterator[Finding]:
    """Số lượng dưới 10 viết theo một kiểu trong cả văn bản: đều có hoặc đều không có số 0 ở trước.

    Sai: "3 ngày" rồi "02 ngày". Đúng: "03 ngày" và "02 ngày".
    """
    held: list[tuple[Line, re.Match[str]]] = []
    for line in without(p, RECIPIENTS):
        if not line.trong_bang:
            held += [(line, m) for m in _COUNTED.finditer(line.text) if not _NO_COUNT.search(line.text[: m.start()])]
    zeros = Counter(m["so"].startswith("0") for _, m in held)
    if len(zeros) < 2:
        return
    odd = zeros[True] < zeros[False]
    line, m = next((line, m) for line, m in held if m["so"].startswith("0") is odd)
    kind, other = ("có", "không có") if odd else ("không có", "có")
    loi = f"“{m.group()}” {kind} số 0 ở trước, trong khi {zeros[not odd]} chỗ khác {other}."
    number = m["so"].lstrip("0") if odd else f"0{m['so']}"
    yield spot(p, line, m.span(), loi, can=f"{number} {m['vat']}")


@rule("NN-gach-1", ten="Gạch nối và gạch ngang lẫn lộn", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def gach(p: Judged) -> Iterator[Finding]:
    """Dấu nối giữa hai cụm từ viết theo một kiểu trong cả văn bản; gạch nối "-" là dấu có sẵn trên bàn phím.

    Word tự đổi "-" thành "–" ở một số chỗ nên hai dấu hay lẫn lộn.
    Sai: "Việt Nam – Nhật Bản" rồi "Dân - Chính - Đảng". Đúng: cả hai dùng "-".
    """
    held = [(line, m) for line in prose(p) for m in _DASH.finditer(line.text)]
    kinds = Counter(m["gach"] for _, m in held)
    if len(kinds) < 2:
        return
    line, m = next((line, m) for line, m in held if m["gach"] != "-")
    counts = ", ".join(f"{_DASHES[kind]} {count} chỗ" for kind, count in kinds.most_common())
    yield spot(p, line, m.span("gach"), f"Dấu nối viết theo nhiều kiểu: {counts}.", can="-")


@rule("NN-viet-tat-1", ten="Một tên viết tắt theo nhiều cách", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def viet_tat(p: Judged) -> Iterator[Finding]:
    """Một tên viết tắt hoặc một cụm quen thuộc viết theo một cách trong cả văn bản.

    Sai: "Sở TT&TT" rồi "Sở TTTT"; "sở, ban, ngành" rồi "Sở, Ban, ngành". Đúng: chỉ một cách.
    """
    for form in _ABBREVIATIONS:
        held = [
            (line, m)
            for line in prose(p)
            for m in form.finditer(line.text)
            if not line.hoa and ("," not in m.group() or inside(line.text, m.start()))
        ]
        kinds = Counter(m.group() for _, m in held)
        if len(kinds) > 1:
            usual = kinds.most_common(1)[0][0]
            line, m = next((line, m) for line, m in held if m.group() != usual)
            loi = f"“{m.group()}” viết khác {kinds[usual]} chỗ “{usual}”."
            yield spot(p, line, m.span(), loi, can=usual)


@rule("NN-chu-1", ten="“Hàng năm” và “hằng năm”", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def hang_nam(p: Judged) -> Iterator[Finding]:
    """Sách chính tả hiện nay dùng "hằng năm, hằng tháng" (đều đặn từng năm); "hàng năm" vẫn được dùng rộng rãi.

    Chỉ là thông tin. Ví dụ: "định kỳ hằng năm báo cáo".
    """
    held = [(line, m) for line in prose(p) for m in _YEARLY.finditer(line.text)]
    if held:
        line, m = held[0]
        newer = sum(len(_YEARLY_NEW.findall(one.text)) for one in prose(p))
        both = f", {newer} chỗ khác viết “hằng”" if newer else ""
        loi = f"“{m.group()}” ({len(held)} chỗ{both}): sách chính tả hiện nay viết “hằng”."
        yield spot(p, line, m.span(), loi, can=m.group().replace("àng", "ằng"))


@rule("NN-lap-1", ten="Một câu viết hai lần", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def cau_lap(p: Judged) -> Iterator[Finding]:
    """Một câu dài không lặp lại nguyên văn.

    Thường do chép từ mục trên; giao cùng một việc cho nhiều đơn vị thì nên gộp lại. Mục "Đơn vị phối hợp: …" được lặp.
    Sai: hai mục cùng có câu "Tăng cường truyền thông với nhiều hình thức…". Đúng: nói một lần.
    """
    first: dict[str, tuple[Line, Sentence]] = {}
    again: defaultdict[str, list[tuple[Line, Sentence]]] = defaultdict(list)
    for line in without(p, RECIPIENTS | TITLE | {"phu_luc", "can_cu"}):
        if line.trong_bang or line.hoa:
            continue
        for part in sentences(p, line):
            if _KEY.match(part.text) or len(part.text.split()) < _LEAST_SENTENCE_WORDS:
                continue
            key = " ".join(re.findall(r"\w+", gap_dau(part.text).lower()))
            if key in first:
                again[key].append((line, part))
            else:
                first[key] = (line, part)
    for key, places in again.items():
        line, part = places[0]
        at = first[key][0].para.place
        where = f"dòng {at.dong}" if at.dong else f"đoạn {at.doan}"
        more = f" (tất cả {len(places) + 1} lần)" if len(places) > 1 else ""
        loi = f"Câu này đã viết nguyên văn ở {where}{more}."
        yield spot(p, line, (part.tu, part.den), loi, can="nói một lần")


@rule("NN-ngat-doan-1", ten="Một đoạn bị cắt làm hai", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def cat_doan(p: Judged) -> Iterator[Finding]:
    """Đoạn không có dấu kết thúc mà đoạn sau viết tiếp câu đó: thường do sao chép qua chỗ ngắt trang.

    Sai: "…tuyên truyền theo" rồi xuống đoạn "kế hoạch, cần tăng cường…". Đúng: nối thành một đoạn.
    """
    body = without(p, RECIPIENTS | TITLE | {"chu_thich", "phu_luc", "kinh_gui"})
    for before, after in pairwise(line for line in body if not line.trong_bang):
        text, following = before.text.rstrip(), after.text.strip()
        if text.endswith(_ENDS) or before.hoa or after.hoa or after.para.nhan or _LABELLED.match(after.text):
            continue
        if following[0].islower() or (p.paper.nguon == "text" and _goes_on(before)):
            loi = "Đoạn này không có dấu kết thúc và đoạn sau viết tiếp: có lẽ một đoạn bị cắt làm hai."
            yield spot(p, before, last_word(before.text), loi, can="nối hai đoạn")


def _goes_on(line: Line) -> bool:
    """Whether a paragraph without an end mark surely wanted to go on."""
    text = line.text.rstrip()
    return _FUNCTION_WORD.search(text) is not None or (len(text) > _LONG and _LABELLED.match(text) is not None)


RULES: Final = (dau_thanh, so_luong, gach, viet_tat, hang_nam, cau_lap, cat_doan)
