"""What a text points at is there: appendices that come with it, notes under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Chac, Finding
from docgen.checking.judged import Judged
from docgen.checking.language.prose import Line, prose, spot, without
from docgen.checking.rule import rule
from docgen.standards import Sure

_THINGS: Final = (
    r"phụ lục|bảng(?! hiệu)|biểu(?: mẫu)?|danh sách|danh mục|dự toán|lịch(?! sử)|đề cương|mẫu|khung|kịch bản|phân công|"
    r"chi tiết|sơ đồ"
)
_COMES_ALONG: Final = r"(?:gửi )?(?:kèm theo|đính kèm)"
# "(có bảng kinh phí kèm theo)", "(đính kèm phụ lục)", "theo Phụ lục kèm theo", "chi tiết tại Phụ lục II".
_MENTIONED: Final = (
    re.compile(
        rf"\((?:[^()]{{0,60}}?\b)?(?P<vat>{_THINGS})\b[^()]{{0,60}}?\b{_COMES_ALONG}\b[^()]{{0,40}}\)", re.IGNORECASE
    ),
    re.compile(rf"\({_COMES_ALONG}\s+(?P<vat>(?:các\s+|những\s+)?(?:{_THINGS})\b[^()]{{0,60}})\)", re.IGNORECASE),
    re.compile(
        rf"(?P<vat>\b(?:[Pp]hụ lục|PHỤ LỤC)(?:\s+(?:số\s+)?(?:[IVX]{{1,5}}|\d{{1,2}}))?)\s+{_COMES_ALONG}\b"
        r"(?!\s+(?:Nghị|Quyết|Thông))"
    ),
    re.compile(
        r"(?:\btheo|\btại|\bở|\bxem|\()\s*(?P<vat>Phụ lục(?:\s+(?:số\s+)?(?P<so>[IVX]{1,5}|\d{1,2}))?)(?=\s*[).;,]|$)"
    ),
)
# An appendix of another document, or of a paper that is sent along.
_OF_OTHERS: Final = re.compile(
    r"\s*(?:ban hành )?(?:kèm theo|của|tại|thuộc)?\s*"
    r"(?:Nghị|Thông tư|Quyết định|Luật|Công văn|Hướng dẫn|Kế hoạch số|Chỉ thị)"
)
_NUMBER: Final = re.compile(r"\b([IVXLC]{1,7}|\d{1,3})\b")
_SUPERSCRIPTS: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# m², km³ are units; ⁽⁶⁾ counts copies.
_MARK: Final = re.compile(r"(?<=[^\W\d_]|[.,;:”)])(?<!\bm)(?<!\b[cdkm]m)(?<!\bha)(?P<so>[¹²³⁴-⁹][⁰¹²³⁴-⁹]?)(?![⁾\w])")
_NOTE: Final = re.compile(r"^\s*(?P<so>[¹²³⁴-⁹][⁰¹²³⁴-⁹]?)\s*\S")


@rule("NN-phu-luc-1", ten="Phụ lục được nhắc tới mà không có", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def phu_luc_thieu(p: Judged) -> Iterator[Finding]:
    """Đã viết "có bảng kèm theo", "theo Phụ lục II" thì bảng hoặc phụ lục đó phải có trong văn bản.

    Nếu phụ lục để ở tệp riêng thì kiểm tra lại khi gửi.
    Sai: "(có bảng kinh phí kèm theo)" mà sau chữ ký không có bảng nào. Đúng: kèm bảng, hoặc bỏ lời nhắc.
    """
    present = _appendix_numbers(p)
    for line in without(p, {"phu_luc", "trich_yeu", "noi_nhan", "luu"}):
        for m in (m for form in _MENTIONED for m in form.finditer(line.text)):
            if _OF_OTHERS.match(line.text, m.end()) or _OF_OTHERS.match(line.text, m.end("vat")):
                continue
            number = _NUMBER.search(m["vat"]) if m["vat"].lower().startswith("phụ lục") else None
            if present and (number is None or not present - {""} or number.group() in present):
                continue
            shown = " ".join(m["vat"].split())
            loi = f"Văn bản nhắc tới “{shown}” nhưng không thấy trong tệp này."
            yield spot(p, line, m.span("vat"), loi, can="kèm theo văn bản, hoặc bỏ lời nhắc", chac="co-le")
            if not present:
                return


def _appendix_numbers(p: Judged) -> frozenset[str]:
    """Numbers of the appendices that are there, "" for one without; empty when there are none."""
    labels = [one.nhan.text if one.nhan else "" for one in p.appendices]
    found = {m.group() if (m := _NUMBER.search(label)) else "" for label in labels}
    signed = max((index for one in p.parts("ho_ten") for index in one.doan), default=-1)
    tables = any(table.vien and table.doan and table.doan[0] > signed >= 0 for table in p.paper.bang)
    return frozenset(found | ({""} if tables else set()))


@rule("NN-chu-thich-1", ten="Dấu chú thích và lời chú thích", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def chu_thich(p: Judged) -> Iterator[Finding]:
    """Mỗi dấu chú thích trong bài có một lời chú thích, và mỗi lời chú thích có dấu ở trong bài.

    Sai: "báo cáo theo hướng dẫn¹." mà không có dòng "¹ …". Đúng: có dòng "¹ Kế hoạch gửi về…".
    """
    yield from _word_notes(p)
    marks: dict[str, tuple[Line, re.Match[str]]] = {}
    notes: dict[str, tuple[Line, re.Match[str]]] = {}
    for line in prose(p):
        note = _NOTE.match(line.text)
        if note:
            notes.setdefault(_plain(note["so"]), (line, note))
        for m in _MARK.finditer(line.text, note.end("so") if note else 0):
            marks.setdefault(_plain(m["so"]), (line, m))
    for number in [number for number in marks if number not in notes]:
        line, m = marks[number]
        if notes or line.phan not in {"noi_nhan", "luu"}:
            loi = f"Có dấu chú thích {m['so']} mà không có lời chú thích."
            chac: Chac = "chac" if notes else "co-le"
            yield spot(p, line, m.span("so"), loi, can=f"dòng “{m['so']} …” ở cuối", chac=chac)
    for number in [number for number in notes if number not in marks]:
        line, m = notes[number]
        loi = f"Có lời chú thích {m['so']} mà trong bài không có dấu."
        yield spot(p, line, m.span("so"), loi, can=f"dấu {m['so']} ở chỗ được chú thích")


def _plain(number: str) -> str:
    return number.translate(_SUPERSCRIPTS)


def _word_notes(p: Judged) -> Iterator[Finding]:
    """Footnotes of Word: a mark whose note the file does not hold, a note without words."""
    for index, para in enumerate(p.paper.paras):
        for key in para.chu_thich:
            notes = p.paper.chu_thich.get(key)
            if notes is None or not any(note.text.strip() for note in notes):
                loi = "Có dấu chú thích mà lời chú thích trống."
                yield p.finding(loi, doan=index, can="viết lời chú thích, hoặc bỏ dấu")


RULES: Final = (phu_luc_thieu, chu_thich)
