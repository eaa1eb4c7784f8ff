"""Capitals by Phụ lục II of NĐ 30/2020/NĐ-CP: sentences, parts of documents, words with a spelling of their own.

Only what can be told without knowing what a name names. The decree binds the State: in papers of the Đoàn a finding is
information. The Party has rules of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.checking.finding import Chac, Finding
from docgen.checking.judged import Judged
from docgen.checking.language.letters import NHO
from docgen.checking.language.names import LAWS
from docgen.checking.language.places import inside, quoted, title_case
from docgen.checking.language.prose import Line, spot, without
from docgen.checking.rule import rule
from docgen.standards import Sure, TheThuc

FOR: Final[tuple[TheThuc, ...]] = ("nd30", "doan")
"""The standards whose papers are judged."""

_ABBREVIATED: Final = frozenset(("vv", "tr", "vd", "st", "cf", "tp", "tx", "kp", "đt", "nxb", "tel", "fax"))
_POINT: Final = re.compile(
    r"\b(?:Khoản\s+\d{1,3}[a-zđ]?(?!\w)|Điểm\s+[a-zđ](?=\s*,?\s*(?:và\s+)?(?:[Đđ]iểm|[Kk]hoản|Điều|[Mm]ục)\b))"
)
_ARTICLE: Final = re.compile(
    r"\b(?P<cap>điều|chương|tiểu mục|mục|phần)\s+(?:\d{1,3}|[IVXLC]{1,6})"
    r"(?=\s*,?\s*(?:(?:và\s+)?(?:[Đđ]iều|[Cc]hương|[Pp]hần|[Mm]ục)\s+[\dIVXLC]|(?:của\s+)?"
    r"(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định|Quy chế|Quy định|Kế hoạch|Điều lệ|Hiến pháp)\b))"
)
_TYPE: Final = re.compile(
    r"\b(?:Nghị Quyết|Quyết Định|Kế Hoạch|Chỉ Thị|Nghị Định|Thông Tư|Thông Báo|Công Văn(?! phòng)|Hướng Dẫn|Tờ Trình|"
    r"Báo Cáo|Kết Luận|Quy Chế|Quy Định|Chương Trình|Công Điện|Biên Bản|Giấy Mời|Đề Án|Phương Án)\b"
)
_LAW: Final = re.compile(rf"\bLuật (?:{'|'.join(LAWS)})\b")
_SENTENCE: Final = re.compile(rf"(?<![.…\d])(?P<truoc>\b[^\W\d_]{{2,}}[”)]?)[.!?] (?P<sau>[{NHO}]{{2,}})\b")
_NOUN: Final = re.compile(
    r"\b(?:Đảng(?: và|,)? (?P<a>nhà nước)|(?:Đảng, Nhà nước|Đảng và Nhà nước|Nhà nước)(?: và|,) (?P<b>nhân dân)"
    r"|(?:tầng lớp|phục vụ|đời sống|lòng|tin của|đại đoàn kết) (?P<c>nhân dân)(?! tệ)|(?P<d>nhà nước|nhân dân) ta)\b"
)


def told(p: Judged, line: Line, khoang: tuple[int, int], loi: str, can: str, *, chac: Chac = "chac") -> Finding:
    """Make a finding about capitals; for a paper the decree does not bind it is information.

    In a quotation, or a basis with the title of another document, the words may be those of somebody else.
    """
    seen: Chac = "co-le" if line.phan == "can_cu" or quoted(line.text, khoang[0]) else chac
    return spot(p, line, khoang, loi, can=can, chac=seen, muc=None if p.the_thuc == "nd30" else "thong-tin")


def lines(p: Judged) -> Iterator[Line]:
    """List the paragraphs in which capitals tell something: not those in capitals or With Every Word Capitalised."""
    return (line for line in without(p, ()) if not line.hoa and not title_case(line.text))


@rule("ND30-PL2-I-1", ten="Chữ thường ở đầu câu", the_thuc=FOR, dieu_khoan="PL II, M.I", sure=Sure.V, muc="canh-bao")
def dau_cau(p: Judged) -> Iterator[Finding]:
    """Sau dấu chấm, chấm hỏi, chấm than viết hoa chữ cái đầu câu.

    Sai: "Hội nghị thành công. các đơn vị báo cáo". Đúng: "Hội nghị thành công. Các đơn vị báo cáo".
    """
    for line in lines(p):
        if line.trong_bang:
            continue
        for m in _SENTENCE.finditer(line.text):
            if m["truoc"].lower().strip("”)") not in _ABBREVIATED and not m["truoc"].isupper():
                word = m["sau"]
                can = word[0].upper() + word[1:]
                yield told(p, line, m.span("sau"), f"“{word}” đứng đầu câu mà viết thường.", can)
                break


@rule(
    "ND30-PL2-V.6-1", ten="“Khoản”, “Điểm” viết hoa", the_thuc=FOR, dieu_khoan="PL II, M.V, k.6", sure=Sure.V, muc="loi"
)
def khoan_diem(p: Judged) -> Iterator[Finding]:
    """Khi viện dẫn, "khoản" và "điểm" viết thường; chỉ phần, chương, mục, tiểu mục, điều viết hoa.

    Sai: "theo Điểm a Khoản 2 Điều 103". Đúng: "theo điểm a khoản 2 Điều 103".
    """
    for line in lines(p):
        found = [m for m in _POINT.finditer(line.text) if inside(line.text, m.start())]
        if found:
            word = found[0].group().split()[0]
            more = f" (đoạn này có {len(found)} chỗ như vậy)" if len(found) > 1 else ""
            loi = f"“{found[0].group()}” ở giữa câu viết hoa “{word}”{more}."
            yield told(p, line, found[0].span(), loi, word.lower() + found[0].group()[len(word) :])


@rule(
    "ND30-PL2-V.6-2",
    ten="“điều”, “chương”, “mục” viết thường",
    the_thuc=FOR,
    dieu_khoan="PL II, M.V, k.6",
    sure=Sure.V,
    muc="canh-bao",
)
def dieu_chuong(p: Judged) -> Iterator[Finding]:
    """Khi viện dẫn một văn bản cụ thể, viết hoa phần, chương, mục, tiểu mục, điều.

    Sai: "khoản 2 điều 103 Luật Đất đai". Đúng: "khoản 2 Điều 103 Luật Đất đai".
    """
    for line in lines(p):
        m = next((m for m in _ARTICLE.finditer(line.text) if inside(line.text, m.start())), None)
        if m:
            can = m.group()[0].upper() + m.group()[1:]
            yield told(p, line, m.span(), f"“{m.group()}” của một văn bản cụ thể viết thường.", can)


@rule("ND30-PL2-V.6-3", ten="Tên loại văn bản", the_thuc=FOR, dieu_khoan="PL II, M.V, k.6", sure=Sure.V, muc="canh-bao")
def ten_loai(p: Judged) -> Iterator[Finding]:
    """Tên loại văn bản chỉ viết hoa chữ cái đầu của âm tiết thứ nhất; tên luật viết hoa thêm âm tiết đầu sau "Luật".

    Sai: "Nghị Quyết Đại hội", "Luật đất đai". Đúng: "Nghị quyết Đại hội", "Luật Đất đai".
    """
    for line in lines(p):
        for m in _TYPE.finditer(line.text):
            yield told(p, line, m.span(), f"“{m.group()}” viết hoa cả âm tiết thứ hai.", m.group().capitalize())
            break
        for m in _LAW.finditer(line.text):
            name = m.group()[5:]
            can = f"Luật {name[0].upper()}{name[1:]}"
            yield told(p, line, m.span(), f"Tên luật “{m.group()}” chưa viết hoa âm tiết đầu của tên.", can)
            break


@rule(
    "ND30-PL2-V.1-1",
    ten="“Nhân dân”, “Nhà nước” viết thường",
    the_thuc=FOR,
    dieu_khoan="PL II, M.V, k.1",
    sure=Sure.V,
    muc="canh-bao",
)
def nhan_dan(p: Judged) -> Iterator[Finding]:
    """Danh từ "Nhân dân" và "Nhà nước" viết hoa.

    Chỉ xét những cụm chắc chắn là danh từ; "ngân sách nhà nước", "Ủy ban nhân dân" viết thường là đúng.
    Sai: "Đảng và nhà nước", "các tầng lớp nhân dân". Đúng: "Đảng và Nhà nước", "các tầng lớp Nhân dân".
    """
    for line in lines(p):
        found = [(m, str(m.lastgroup)) for m in _NOUN.finditer(line.text)]
        if found:
            m, group = found[0]
            more = f" (đoạn này có {len(found)} chỗ như vậy)" if len(found) > 1 else ""
            loi = f"“{m[group]}” trong “{m.group()}” là danh từ mà viết thường{more}."
            yield told(p, line, m.span(group), loi, m[group].capitalize())


RULES: Final = (dau_cau, khoan_diem, dieu_chuong, ten_loai, nhan_dan)
