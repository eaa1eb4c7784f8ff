"""Whose paper it is, and by which standard: from its head, else its issuer, its number, its signature, its words.

What the head says (Quốc hiệu, or the Party's and the Đoàn's title) is what will be printed again, so it decides the
standard. NĐ 30, Điều 2: the State, and as fits mass organisations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.reading.facts import Paper
from docgen.standards.choose import choose
from docgen.standards.standard import LoaiCoQuan, TheThuc
from docgen.vietnamese.refusal import quoted
from docgen.vietnamese.tone import gap_dau

_DOAN = re.compile(
    r"\b(?:tỉnh|thành|huyện|quận|thị|xã|phường|chi|liên chi) đoàn\b(?! thể)|\btrung ương đoàn\b|\bđoàn khối\b"
    r"|\b(?:bch|btv|ban chấp hành|ban thường vụ|ban bí thư) đoàn\b(?! thể)|\bđoàn (?:tncs|thanh niên|tn)\b"
)
_DANG = re.compile(
    r"\b(?:tỉnh|thành|huyện|quận|thị|đảng) ủy\b|\bđảng bộ\b|\bchi bộ\b|\btrung ương đảng\b|\bđảng đoàn\b"
    r"|\bban cán sự đảng\b|\bban chấp hành trung ương\b(?! (?:đoàn|hội))"
)
_TO_CHUC = re.compile(
    r"\b(?:liên đoàn|công đoàn|mặt trận tổ quốc|mttq|ubmttq\w*|hội (?!đồng|nghị|trường|thi\b|chợ|thảo|trại)|hiệp hội|"
    r"hlhpn|liên hiệp|liên minh hợp tác xã)\b"
)
_NHA_NUOC = re.compile(
    r"\b(?:ubnd|hđnd|ủy ban nhân dân|hội đồng nhân dân|sở|chi cục|cục|tổng cục|bộ|văn phòng chính phủ|trường|bệnh viện|"
    r"trung tâm|phòng giáo dục)\b(?! (?:đội|phận|máy))"
)
_DOAN_CODE = re.compile(r"/\s*\w*(?:ĐTN|TĐTN|TWĐTN)")
_STATE_NUMBER = re.compile(r"[\d\s.…_]*/\s*[^\W\d_]+\s*-")
_PARTY_SIGN = re.compile(r"[TK]/[MTL]\b|T/UQ\b")
_ISSUES = re.compile(
    r"(?P<ai>[^,;:.]{3,90}?) (?:ban hành|xây dựng|triển khai|đề nghị|yêu cầu|hướng dẫn|báo cáo|thông báo)\b"
)
_USUAL: dict[LoaiCoQuan, TheThuc] = {"nha-nuoc": "nd30", "to-chuc": "nd30", "doan": "doan", "dang": "dang"}
_OWN: dict[TheThuc, LoaiCoQuan] = {"nd30": "nha-nuoc", "doan": "doan", "dang": "dang"}


@dataclass(frozen=True)
class Issuer:
    """loai: whose paper. the_thuc: the standard. vi: why, the end of a Vietnamese sentence. chac: seen, not guessed."""

    loai: LoaiCoQuan
    the_thuc: TheThuc
    vi: str
    chac: bool = True

    @property
    def by_hand(self) -> TheThuc | None:
        """The standard as the data must say it; None when it follows from ``loai``."""
        return None if choose(self.loai).standard.ma == self.the_thuc else self.the_thuc


def find_issuer(paper: Paper) -> Issuer:
    """Decide; where nothing tells, a paper is taken for one of the State, as a guess."""
    head = _of_head(paper)
    named = _of_name(paper)
    if head is not None:
        the_thuc, vi = head
        if named is not None:
            return Issuer(named[0], the_thuc, vi)
        return Issuer(_OWN[the_thuc], the_thuc, vi, the_thuc != "nd30" or paper.part("co_quan") is not None)
    for loai, vi in filter(None, (named, *_other_signs(paper))):
        return Issuer(loai, _USUAL[loai], vi, named is not None)
    return Issuer(
        "nha-nuoc", "nd30", "không thấy dấu hiệu nào về cơ quan ban hành nên tạm coi là cơ quan nhà nước", False
    )


Sign = tuple[LoaiCoQuan, str]


def _of_head(paper: Paper) -> tuple[TheThuc, str] | None:
    title = paper.part("tieu_de")
    if title is not None:
        shown = quoted(" ".join(title.text.split()))
        return ("dang" if _words(title.text).startswith("đảng") else "doan"), f"đầu trang có {shown}"
    if paper.part("quoc_hieu") or paper.part("tieu_ngu"):
        return "nd30", "đầu trang có Quốc hiệu, Tiêu ngữ"
    return None


def _of_name(paper: Paper) -> Sign | None:
    lines = [part.text for ten in ("chu_quan", "co_quan") for part in paper.parts.get(ten, ())]
    part = paper.part("co_quan")
    if part is None:
        return None
    loai = _loai(" ".join(part.text.split())) or _loai(" ".join(" ".join(lines).split()))
    return (loai, f"tên cơ quan ban hành là {quoted(' '.join(part.text.split()))}") if loai else None


def _other_signs(paper: Paper) -> Iterator[Sign | None]:
    for ten in ("quyen_han", "chuc_vu"):
        for part in paper.parts.get(ten, ()):
            loai = "dang" if _PARTY_SIGN.match(part.text) else _loai(part.text)
            yield (loai, f"người ký ghi {quoted(' '.join(part.text.split()))}") if loai else None
    for ten in ("mo_dau", "ket_thuc", "can_cu"):
        for part in paper.parts.get(ten, ()):
            yield _of_voice(part.text)
    number = paper.part("so_ky_hieu")
    if number is not None:
        said = re.sub(r"^\s*[Ss]ố\s*[:.;]?", "", number.text)
        shown = f"số, ký hiệu là {quoted(' '.join(number.text.split()))}"
        if _DOAN_CODE.search(said):
            yield "doan", shown
        yield ("nha-nuoc" if _STATE_NUMBER.match(said) else "dang"), shown


def _of_voice(text: str) -> Sign | None:
    """Who issues it, in its own words: "…, Ban Thường vụ Tỉnh Đoàn ban hành kế hoạch …"."""
    for found in _ISSUES.finditer(" ".join(text.split())):
        loai = _loai(found["ai"])
        if loai:
            return loai, f"trong văn bản, nơi ban hành tự xưng là {quoted(found['ai'].strip(), 60)}"
    return None


def _loai(text: str) -> LoaiCoQuan | None:
    words = _words(text)
    kinds: tuple[tuple[LoaiCoQuan, re.Pattern[str]], ...] = (
        ("doan", _DOAN),
        ("dang", _DANG),
        ("to-chuc", _TO_CHUC),
        ("nha-nuoc", _NHA_NUOC),
    )
    return next((loai for loai, form in kinds if form.search(words)), None)


def _words(text: str) -> str:
    return " ".join(gap_dau(text).lower().split())
