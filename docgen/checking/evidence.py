"""What a paper says about the body that issues it: its head, its name, its number, the voice of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from docgen.reading.facts import Paper
from docgen.standards import TheThuc
from docgen.vietnamese.refusal import quoted
from docgen.vietnamese.tone import gap_dau

_DOAN: Final = re.compile(
    r"\b(?:bch|btv|ban chấp hành|ban thường vụ|ban bí thư) (?:(?:tỉnh|thành|huyện|quận|thị|xã|phường) )?đoàn\b(?! thể)"
    r"|\b(?:tỉnh|thành|huyện|quận|thị|chi|liên chi) đoàn\b|\btrung ương đoàn\b|\bđoàn (?:tncs|thanh niên|tn)\b"
    r"|\bbch đoàn\b|\bđoàn khối\b"
)
_DANG: Final = re.compile(
    r"\b(?:tỉnh|thành|huyện|quận|thị|đảng) ủy\b|\bđảng bộ\b|\bchi bộ\b|\btrung ương đảng\b|\bđảng đoàn\b"
    r"|\bban cán sự đảng\b|\bban chấp hành trung ương\b(?! (?:đoàn|hội))"
)
_STATE: Final = re.compile(
    r"\bubnd\b|\bhđnd\b|\bủy ban nhân dân\b|\bhội đồng nhân dân\b|\bsở\b|\bchi cục\b|\bcục\b|\btổng cục\b|\bbộ [^đ]"
    r"|\bvăn phòng chính phủ\b|\btrường\b|\bbệnh viện\b|\btrung tâm\b|\bphòng giáo dục\b"
)
_MASS: Final = re.compile(
    r"\b(?:liên đoàn lao động|công đoàn|mặt trận tổ quốc|mttq|ubmttq|hội (?!đồng|nghị|trường|thi\b|chợ)|hlhpn|"
    r"liên hiệp (?:các )?(?:hội|tổ chức|thanh niên|phụ nữ))"
)
_MASS_SPEAKS: Final = re.compile(rf"(?:^|[,;]\s)(?P<ai>{_MASS.pattern}[^,;.]{{0,70}}?) (?:ban hành|xây dựng)")
_NUMBER: Final = re.compile(r"[\d\s.…_]*(?P<dau>[-–/])\s*(?P<mot>[^\s/–-]+)\s*(?P<hai>[-–/])\s*(?P<co_quan>\S+)")
_DOAN_CODE: Final = re.compile(r"(?:TW|T)?ĐTN|CĐCS|ĐTNK|ĐTNCA|TĐTN")
_DANG_CODE: Final = re.compile(r"(?:.*(?:TW|TU|ThU|HU|QU|ĐU|ĐUK)|CB\w*|ĐB\w*|BTV\w*)(?:-.*)?")
_SPEAKS: Final = re.compile(
    r"(?P<ai>ban thường vụ|ban chấp hành|đảng ủy|ủy ban nhân dân|ubnd|sở|tỉnh ủy|huyện ủy|thành ủy)[^.;]{0,80}?"
    r"(?:ban hành|xây dựng|triển khai|tổ chức|thông báo|báo cáo|đề nghị|hướng dẫn)"
)
_VOICE: Final = ("mo_dau", "can_cu", "ket_thuc", "noi_dung")
_OPENING_CHARS: Final = 2000
_DAY: Final = re.compile(
    r"(?:ngày\s*(?P<d>\d{1,2})\s*)?(?:tháng\s*(?P<m>\d{1,2})\s*)?năm\s*(?P<y>\d{4})", re.IGNORECASE
)
_SHORT_DAY: Final = re.compile(r"(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*(?P<y>\d{4})")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sign of a standard; vi: what was seen, as the end of a Vietnamese sentence."""

    the_thuc: TheThuc
    vi: str


def words(text: str) -> str:
    """``text`` in small letters, tones placed the old way, single blanks: what the patterns here are written for."""
    return " ".join(gap_dau(text).lower().split())


def of_head(paper: Paper) -> Evidence | None:
    """Read the fixed words at the head."""
    title = paper.part("tieu_de")
    if title is not None:
        the_thuc: TheThuc = "dang" if words(title.text).startswith("đảng") else "doan"
        return Evidence(the_thuc, f"đầu trang có {quoted(' '.join(title.text.split()))}")
    if paper.part("quoc_hieu"):
        return Evidence("nd30", "đầu trang có Quốc hiệu")
    return Evidence("nd30", "đầu trang có Tiêu ngữ") if paper.part("tieu_ngu") else None


def of_issuer(paper: Paper) -> Evidence | None:
    """Read the name of the issuing body."""
    part = paper.part("co_quan")
    if part is None:
        return None
    shown = quoted(" ".join(part.text.split()), 60)
    above = paper.part("chu_quan")
    name = words(f"{above.text} {part.text}" if above else part.text)
    if _DOAN.search(name):
        return Evidence("doan", f"tên cơ quan ban hành là {shown}")
    if _DANG.search(words(part.text)):
        return Evidence("dang", f"tên cơ quan ban hành là {shown}")
    return Evidence("nd30", f"tên cơ quan ban hành là {shown}") if _STATE.search(name) else None


def without_head(paper: Paper) -> Evidence | None:
    """Read issuer, number, signature and text, in this order, for what the head does not say."""
    return of_issuer(paper) or _of_number(paper) or _of_signature(paper) or _of_voice(paper)


def _of_number(paper: Paper) -> Evidence | None:
    part = paper.part("so_ky_hieu")
    found = part and _NUMBER.search(re.sub(r"^\s*[Ss]ố\s*[:;.]?", "", part.text))
    if not part or not found:
        return None
    vi = f"số, ký hiệu {quoted(' '.join(part.text.split()))} có dạng của "
    if found["dau"] == "/":
        return Evidence("nd30", vi + "cơ quan nhà nước")
    if _DOAN_CODE.match(found["co_quan"]):
        return Evidence("doan", vi + "tổ chức Đoàn")
    return Evidence("dang", vi + "cơ quan đảng") if _DANG_CODE.fullmatch(found["co_quan"].rstrip(".")) else None


def _of_signature(paper: Paper) -> Evidence | None:
    for part in (*paper.parts.get("quyen_han", ()), *paper.parts.get("chuc_vu", ())):
        shown, text = quoted(" ".join(part.text.split())), words(part.text)
        if _DOAN.search(text):
            return Evidence("doan", f"người ký ghi {shown}")
        if _DANG.search(text) or re.match(r"[tk]/[mtl]\b", text):
            return Evidence("dang", f"người ký ghi {shown}")
        if _STATE.search(text):
            return Evidence("nd30", f"người ký ghi {shown}")
    return None


def _of_voice(paper: Paper) -> Evidence | None:
    """Find who issues the paper in its own words: "Ban Thường vụ Tỉnh Đoàn ban hành …"."""
    for ten in _VOICE:
        for part in paper.parts.get(ten, ()):
            found = _SPEAKS.search(words(part.text)[:_OPENING_CHARS])
            if not found:
                continue
            said = found.group()
            shown = " ".join(part.text.split())[found.start() : found.start() + len(said.rsplit(" ", 2)[0])]
            vi = f"trong văn bản, nơi ban hành tự xưng là {quoted(shown, 50)}"
            if _DOAN.search(said):
                return Evidence("doan", vi)
            if _DANG.search(said):
                return Evidence("dang", vi)
            if _STATE.search(said):
                return Evidence("nd30", vi)
    return None


def mass_organisation(paper: Paper) -> str:
    """Name the issuing mass organisation (Điều 2 khoản 2 of NĐ 30), "" for any other body."""
    part = paper.part("co_quan")
    if part is not None:
        above = paper.part("chu_quan")
        name = f"{above.text} {part.text}" if above else part.text
        if _MASS.search(words(name)) and not _STATE.search(words(part.text)):
            return " ".join(name.split())
        return ""
    for one in (*paper.parts.get("mo_dau", ()), *paper.parts.get("can_cu", ())):
        found = _MASS_SPEAKS.search(words(one.text))
        if found:
            return " ".join(one.text.split())[slice(*found.span("ai"))]
    return ""


def latest_day(paper: Paper) -> tuple[int, int, int] | None:
    """Read the day of issue; where day or month are open, the last it may be. None without a year."""
    part = paper.part("dia_danh_ngay")
    found = part and (_DAY.search(part.text) or _SHORT_DAY.search(part.text))
    if not found:
        return None
    month = int(found["m"]) if found["m"] else 12
    return int(found["y"]), month, int(found["d"]) if found["d"] and found["m"] else 31
