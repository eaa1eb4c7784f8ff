"""Blanks between words and around signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.language.letters import HOA, NHO
from docgen.checking.language.prose import RECIPIENTS, Line, prose, spot, without
from docgen.checking.rule import rule
from docgen.standards import Sure

Span = tuple[int, int]

_BLANK: Final = "[ \u00a0\u2000-\u200a\u202f\u3000]"
_DOUBLE: Final = re.compile(f"(?<=\\S){_BLANK}{{2,}}(?=\\S)")
# Blanks that leave room for a pen: "số      /KH-UBND ngày      tháng     năm", or a leader of dots.
_GAP_BEFORE: Final = re.compile(r"\b(?:số|ngày|tháng|năm|lúc|hồi|giờ|phút|khóa|lần thứ)$|[/:]$", re.IGNORECASE)
_FORM: Final = re.compile(r"\.{4,}|…{2,}|_{3,}|(?:\. ){3,}")
_COLUMNS: Final = 4
_BEFORE_CHARS: Final = 12

_BEFORE_SIGN: Final = re.compile(
    f"(?<=[^\\s.…:/\\d])({_BLANK}+)[,;:.?!](?![.…\\d])|(?<=\\d)({_BLANK}+)[,;.?!](?![.…\\d])"
)
_IN_BRACKETS: Final = re.compile(f"[(“]({_BLANK}+)(?=[^\\s)”.…])|(?<=[^\\s(“.…])({_BLANK}+)[)”]")

_SMALL: Final = f"[{NHO}]"
_MISSING: Final = (
    re.compile(r"(?<=[^\W\d_])[,;](?=[^\W\d_])"),
    re.compile(r"(?<=[^\W\d_]{2}):(?=[^\W\d_]{2})"),
    re.compile(rf"(?<={_SMALL}{_SMALL})\.(?=[{HOA}]{_SMALL})"),
    re.compile(r"(?<=[^\W_])(?:…|\.{3})(?=[^\W\d_])"),
    re.compile(r"(?<=[^\W_])\)(?=[^\W\d_]{2})"),
    # Days of one month (17,18,19/9/2018), no decimals (60,5/61,5).
    re.compile(r"(?<![\w,./])(?:[12]?\d|3[01])(?:,(?:0?[1-9]|[12]\d|3[01]))+(?=/(?:0?[1-9]|1[0-2])(?![\d,.]))"),
    re.compile(rf"(?<={_SMALL}{_SMALL})\((?=[^\W\d_]{{3}})"),
)
_ADDRESS: Final = re.compile(r"@|://|\bwww\.|\.(?:vn|com|org|net|gov|edu|docx?|xlsx?|pdf)\b", re.IGNORECASE)
_EDGE: Final = re.compile(f"^({_BLANK}+)(?=\\S)|(?<=\\S)([ \u00a0\t]+)$")
_TIGHT_HYPHEN: Final = re.compile(rf"(?<![^\s(“])({_SMALL}{{2,}}-[{HOA}]{_SMALL}+)(?=\s{_SMALL})")


@rule("NN-khoang-1", ten="Hai khoảng trắng liền nhau", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def khoang_doi(p: Judged) -> Iterator[Finding]:
    """Giữa hai từ chỉ có một khoảng trắng.

    Khoảng trắng thừa làm chữ giãn không đều; muốn xuống dòng hay canh cột thì dùng phím Enter, tab hoặc bảng.
    Chỗ chừa để điền tay (số, ngày, tháng của dự thảo) không bị coi là lỗi.
    Sai: "NỘI DUNG,  GIẢI PHÁP". Đúng: "NỘI DUNG, GIẢI PHÁP".
    """
    for line in prose(p):
        if _FORM.search(line.text):
            continue
        spans = [m.span() for m in _DOUBLE.finditer(line.text) if not _is_gap(line.text, m)]
        if spans:
            width = spans[0][1] - spans[0][0]
            loi = f"Có {width} khoảng trắng liền nhau"
            loi += ", có lẽ để xuống dòng hoặc canh cột" if width >= _COLUMNS else ""
            yield spot(p, line, spans[0], f"{loi}{_more(spans)}.", can="một khoảng trắng")


def _is_gap(text: str, m: re.Match[str]) -> bool:
    """Whether blanks were left for a pen, or are NBSPs that somebody chose."""
    if set(m.group()) == {"\u00a0"}:
        return True
    after = text[m.end()]
    before = text[max(m.start() - _BEFORE_CHARS, 0) : m.start()]
    return after == "/" or (not after.isdigit() and _GAP_BEFORE.search(before) is not None)


def _more(spans: list[Span]) -> str:
    return f" (đoạn này có {len(spans)} chỗ như vậy)" if len(spans) > 1 else ""


@rule("NN-khoang-2", ten="Khoảng trắng trước dấu câu", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def truoc_dau_cau(p: Judged) -> Iterator[Finding]:
    """Dấu câu viết liền sau từ đứng trước; dấu ngoặc viết liền với chữ bên trong.

    Có khoảng trắng ở trước thì dấu câu có thể rơi xuống đầu dòng sau.
    Sai: "theo quy định ." và "( nếu có )". Đúng: "theo quy định." và "(nếu có)".
    """
    for line in without(p, {"noi_nhan_nhan", "kinh_gui"}):
        if _FORM.search(line.text):
            continue
        spans = sorted(
            m.span(1) if m.group(1) else m.span(2)
            for form in (_BEFORE_SIGN, _IN_BRACKETS)
            for m in form.finditer(line.text)
        )
        if spans:
            tu, den = spans[0]
            tu, den = (tu - 1, den) if line.text[tu - 1] in "(“" else (tu, den + 1)
            loi = f"Có khoảng trắng thừa bên cạnh dấu “{line.text[tu:den].strip()}”{_more(spans)}."
            yield spot(p, line, (tu, den), loi, can=line.text[tu:den].strip())


@rule("NN-khoang-3", ten="Thiếu khoảng trắng bên dấu câu", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def sau_dau_cau(p: Judged) -> Iterator[Finding]:
    """Sau dấu phẩy, chấm phẩy, hai chấm, dấu chấm hết câu và dấu … là một khoảng trắng; trước ngoặc mở cũng vậy.

    Sai: "đưa đón…của các đoàn", "17,18,19/9/2018". Đúng: "đưa đón… của các đoàn", "17, 18, 19/9/2018".
    """
    for line in without(p, RECIPIENTS):
        addresses = _addresses(line.text)
        spans = sorted({one for one in _tight(line.text) if not any(tu <= one[0] < den for tu, den in addresses)})
        if spans:
            found = line.text[slice(*spans[0])]
            where = "trước" if found == "(" else "sau"
            can = found.replace(",", ", ") if found[0].isdigit() else f" {found}" if found == "(" else f"{found} "
            shown = f"các dấu phẩy trong “{found}”" if found[0].isdigit() else f"dấu “{found}”"
            yield spot(p, line, spans[0], f"Thiếu khoảng trắng {where} {shown}{_more(spans)}.", can=can)


def _tight(text: str) -> Iterator[Span]:
    for form in _MISSING:
        yield from (m.span() for m in form.finditer(text))


def _addresses(text: str) -> list[Span]:
    """Where addresses of the web, e-mails and names of files stand."""
    if _ADDRESS.search(text) is None:
        return []
    return [m.span() for m in re.finditer(r"\S+", text) if _ADDRESS.search(m.group())]


@rule("NN-khoang-4", ten="Khoảng trắng ở đầu hoặc cuối đoạn", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def dau_cuoi_doan(p: Judged) -> Iterator[Finding]:
    """Đoạn không bắt đầu và không kết thúc bằng khoảng trắng.

    Thụt đầu dòng đặt bằng định dạng đoạn; khoảng trắng cuối đoạn không ai thấy nhưng làm sai khi tìm, sao chép.
    Sai: " - Thông tin cho đoàn viên; ". Đúng: "- Thông tin cho đoàn viên;".
    """
    leading: list[tuple[Line, Span]] = []
    trailing: list[tuple[Line, Span]] = []
    for line in prose(p):
        for m in _EDGE.finditer(line.text):
            if line.doan is not None or not m.group(1):  # Word puts a blank between the number of a note and its words
                (leading if m.group(1) else trailing).append((line, m.span()))
    for held, where in ((leading, "bắt đầu"), (trailing, "kết thúc")):
        if held:
            loi = f"Có {len(held)} đoạn {where} bằng khoảng trắng; đây là đoạn đầu tiên."
            yield spot(p, held[0][0], held[0][1], loi, can="không có khoảng trắng")


@rule("NN-khoang-5", ten="Dấu nối hai cụm từ viết liền", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def noi_lien(p: Judged) -> Iterator[Finding]:
    """Dấu gạch nối giữa hai cụm từ tiếng Việt có khoảng trắng hai bên.

    Sai: "Ban Thanh thiếu niên-Tình nguyện viên". Đúng: "Ban Thanh thiếu niên - Tình nguyện viên".
    """
    found = [(line, m.span(1)) for line in prose(p) for m in _TIGHT_HYPHEN.finditer(line.text)]
    if found:
        line, span = found[0]
        shown = line.text[slice(*span)]
        more = f" ({len(found)} chỗ trong văn bản)" if len(found) > 1 else ""
        loi = f"Dấu nối trong “{shown}” thiếu khoảng trắng hai bên{more}."
        yield spot(p, line, span, loi, can=shown.replace("-", " - "))


RULES: Final = (khoang_doi, truoc_dau_cau, sau_dau_cau, dau_cuoi_doan, noi_lien)
