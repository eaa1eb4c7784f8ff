"""Documents cited: complete at first mention, with the word "số", of the body their number tells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding, Muc
from docgen.checking.judged import Judged
from docgen.checking.language.citing import SYMBOL, Citation, citations
from docgen.checking.language.issuers import other_issuer
from docgen.checking.language.memory import once
from docgen.checking.language.prose import RECIPIENTS, TITLE, Line, spot, without
from docgen.checking.rule import rule
from docgen.standards import Sure

Cited = tuple[Line, Citation]

_VIEN_DAN: Final = "PL I, P.I, M.II, k.6, đ.b"
_LAWS: Final = frozenset({"luật", "bộ luật", "pháp lệnh"})
_OPENINGS: Final = frozenset({"can_cu", "mo_dau"})
_BULLET: Final = re.compile(r"^\s*[-–+*]\s*")
_VERB: Final = re.compile(
    r"(?:căn cứ|thực hiện|theo|xét|tiếp tục|triển khai|trên cơ sở|để|nhằm|thi hành|chấp hành|được sự|sau khi|"
    r"quán triệt|vận dụng)\b",
    re.IGNORECASE,
)
# Types that always carry a number. A resolution of a congress has none, nor has a yearly programme of some bodies.
_NUMBERED_TYPES: Final = (
    r"Kế hoạch|Chương trình|Công văn|Quyết định|Nghị quyết(?! (?:Đại hội|đại hội|kỳ họp))|Chỉ thị|Thông báo|Hướng dẫn|"
    r"Kết luận|Nghị định|Thông tư|Công điện|Tờ trình"
)
_BARE: Final = re.compile(
    rf"^\s*(?:[-–+*]\s*)?(?:(?:[Cc]ăn cứ|[Tt]hực hiện|[Tt]heo|[Tt]riển khai(?: thực hiện)?)\s+)?"
    rf"(?P<ten>(?P<loai>{_NUMBERED_TYPES})(?!\w)(?!\s+(?:này|trên|nêu trên))(?P<sau>[^;.]*))"
)
_YEARLY: Final = re.compile(r"Chương trình (?:công tác|làm việc|hoạt động)")
_PROPOSED: Final = re.compile(r"\s*(?:[-–+*]\s*)?(?:Theo|Xét)\s+(?:đề nghị|ý kiến|tờ trình|Tờ trình|báo cáo|Báo cáo)\b")
_HAS_NUMBER: Final = re.compile(rf"^(?:\s|[^,]{{0,60}}?\s)(?:[Ss]ố\b|{SYMBOL})")
_LAW: Final = re.compile(
    r"\s*(?:[-–+*]\s*)?[Cc]ăn cứ\s+(?P<loai>(?:Bộ )?[Ll]uật|Pháp lệnh)\b[^;]*?(?P<so>\ssố\s+\d+/\d{4}/[A-ZĐ]+\d+)"
)
_LONGEST_SHOWN: Final = 70
_MOST_SHOWN: Final = 5


@once
def _cited(p: Judged) -> tuple[Cited, ...]:
    lines = (line for line in without(p, RECIPIENTS | TITLE) if not line.trong_bang)
    return tuple((line, one) for line in lines for one in citations(line.text))


def _first_mentions(p: Judged) -> Iterator[Cited]:
    seen: set[str] = set()
    for line, one in _cited(p):
        if one.khoa not in seen:
            seen.add(one.khoa)
            yield line, one


def _spared(line: Line, one: Citation) -> bool:
    """Whether less is enough: laws, notes, in brackets, behind the body that proposes ("Theo đề nghị của …")."""
    return (
        one.loai.lower() in _LAWS
        or line.phan == "chu_thich"
        or _in_brackets(line, one)
        or _PROPOSED.match(line.text) is not None
    )


def _in_brackets(line: Line, one: Citation) -> bool:
    before = line.text[: one.tu]
    return before.count("(") > before.count(")")


@rule(
    "ND30-II.6b-1",
    ten="Viện dẫn lần đầu thiếu thành phần",
    the_thuc=("nd30",),
    dieu_khoan=_VIEN_DAN,
    sure=Sure.V,
    muc="canh-bao",
)
def vien_dan_lan_dau(p: Judged) -> Iterator[Finding]:
    """Viện dẫn lần đầu ghi đủ: tên loại, số và ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu.

    Người đọc phải tìm được đúng văn bản đó; các lần sau chỉ cần tên loại và số, ký hiệu. Luật, pháp lệnh chỉ ghi
    tên loại và tên.
    Sai: "Chỉ thị 43-CT/TW về công tác Hội". Đúng: "Chỉ thị số 43-CT/TW ngày 08 tháng 6 năm 2010 của Ban Bí thư
    Trung ương Đảng về công tác Hội".
    """
    yield from _incomplete(p)


@rule(
    "NN-vien-dan-1",
    ten="Viện dẫn lần đầu thiếu thành phần",
    the_thuc=("doan", "dang"),
    dieu_khoan=NGON_NGU,
    sure=Sure.K,
    muc="canh-bao",
)
def vien_dan_lan_dau_khac(p: Judged) -> Iterator[Finding]:
    """Viện dẫn lần đầu nên ghi đủ: tên loại, số và ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu.

    Người đọc phải tìm được đúng văn bản đó; các lần sau chỉ cần tên loại và số, ký hiệu.
    Sai: "Căn cứ Kế hoạch triển khai công tác hậu cần;". Đúng: "Căn cứ Kế hoạch số 12-KH/TĐTN ngày 10/02/2018 của Ban
    Thường vụ Tỉnh Đoàn về công tác hậu cần;".
    """
    yield from _incomplete(p)


def _incomplete(p: Judged) -> Iterator[Finding]:
    """Each basis by itself; what running text cites is told once, for offices rarely spell it out there."""
    in_text: list[tuple[Line, Citation, list[str]]] = []
    for line, one in _first_mentions(p):
        missing = _missing(one)
        if not missing or _spared(line, one):
            continue
        if line.phan in _OPENINGS:
            loi = f"“{line.text[one.tu : one.den]}” được viện dẫn lần đầu mà thiếu {_listed(missing)}."
            yield spot(p, line, one.khoang, loi, can=f"thêm {_listed(missing)}")
        else:
            in_text.append((line, one, missing))
    if in_text:
        line, one, missing = in_text[0]
        loi = f"“{line.text[one.tu : one.den]}” được viện dẫn lần đầu mà thiếu {_listed(missing)}."
        others = [f"“{other.text[cited.tu : cited.den]}”" for other, cited, _ in in_text[1:]]
        if others:
            shown = others[:_MOST_SHOWN]
            more = f" và {len(others) - len(shown)} văn bản khác" if len(others) > len(shown) else ""
            loi += f" Cũng chưa đủ: {', '.join(shown)}{more}."
        yield spot(p, line, one.khoang, loi, can=f"thêm {_listed(missing)}", chac="co-le")
    yield from _without_number(p)


def _missing(one: Citation) -> list[str]:
    gaps = (("ngày tháng năm", one.ngay), ("cơ quan ban hành", one.co_ai), ("trích yếu", one.ten))
    return [name for name, there in gaps if not there]


def _without_number(p: Judged) -> Iterator[Finding]:
    for line in without(p, ()):
        m = _BARE.match(line.text) if line.phan in _OPENINGS else None
        if m and not _HAS_NUMBER.search(m["sau"]) and not next(citations(m["ten"]), None):
            loi = f"“{_shortened(m['ten'])}” được viện dẫn mà không có số, ký hiệu, ngày tháng năm."
            can = "tên loại, số, ký hiệu, ngày tháng năm, cơ quan ban hành, trích yếu"
            # Programmes of a year often have no number.
            muc: Muc = "thong-tin" if _YEARLY.match(m["ten"]) else "canh-bao"
            yield spot(p, line, m.span("loai"), loi, thay=m["loai"], can=can, chac="co-le", muc=muc)


def _shortened(text: str) -> str:
    text = text.strip()
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN].rsplit(" ", 1)[0] + "…"


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} và {names[-1]}"


@rule("ND30-II.6b-2", ten="Thiếu chữ “số”", the_thuc=("nd30",), dieu_khoan=_VIEN_DAN, sure=Sure.V, muc="canh-bao")
def thieu_chu_so(p: Judged) -> Iterator[Finding]:
    """Giữa tên loại và số, ký hiệu của văn bản được viện dẫn có chữ "số".

    Sai: "Quyết định 895/QĐ-TTg". Đúng: "Quyết định số 895/QĐ-TTg".
    """
    yield from _without_so(p)


@rule(
    "NN-vien-dan-2",
    ten="Thiếu chữ “số”",
    the_thuc=("doan", "dang"),
    dieu_khoan=NGON_NGU,
    sure=Sure.K,
    muc="canh-bao",
)
def thieu_chu_so_khac(p: Judged) -> Iterator[Finding]:
    """Giữa tên loại và số, ký hiệu của văn bản được viện dẫn nên có chữ "số", ở mọi chỗ như nhau.

    Sai: "Chỉ thị 04-CT/TW" bên cạnh "Kế hoạch số 379-KH/TWĐTN". Đúng: "Chỉ thị số 04-CT/TW".
    """
    yield from _without_so(p)


def _without_so(p: Judged) -> Iterator[Finding]:
    held = [(line, one) for line, one in _cited(p) if not one.so]
    if held:
        line, one = held[0]
        more = f" (cả văn bản có {len(held)} chỗ như vậy)" if len(held) > 1 else ""
        loi = f"“{line.text[one.tu : one.den]}” thiếu chữ “số”{more}."
        yield spot(p, line, one.khoang, loi, can=f"{one.loai} số {one.ky_hieu}")


@rule(
    "ND30-II.6b-3",
    ten="Luật, pháp lệnh ghi số trong căn cứ",
    the_thuc=("nd30",),
    dieu_khoan="PL I, P.I, M.II, k.6, đ.a",
    sure=Sure.V,
    muc="canh-bao",
)
def luat_ghi_so(p: Judged) -> Iterator[Finding]:
    """Trong phần căn cứ, luật và pháp lệnh không ghi số, ký hiệu và cơ quan ban hành.

    Căn cứ của chính Nghị định 30 viết như vậy. Nhiều cơ quan vẫn ghi số luật, nên đây là cảnh báo.
    Sai: "Căn cứ Luật Lưu trữ số 33/2024/QH15 ngày 21 tháng 6 năm 2024 của Quốc hội;".
    Đúng: "Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;".
    """
    for part in p.parts("can_cu"):
        m = _LAW.match(part.text)
        if m:
            so = m["so"].strip()
            loi = f"Căn cứ là {m['loai'].lower()} mà có ghi số “{so.split()[-1]}”."
            yield p.finding(loi, part=part, thay=so, can="chỉ ghi tên loại, tên và ngày tháng năm")


@rule("NN-vien-dan-3", ten="Dấu phẩy trước “ngày” khi viện dẫn", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def phay_truoc_ngay(p: Judged) -> Iterator[Finding]:
    """Khi viện dẫn, giữa số, ký hiệu và "ngày" hoặc luôn có, hoặc luôn không có dấu phẩy.

    Văn bản của Đảng thường có dấu phẩy, văn bản nhà nước không có; trong một văn bản chỉ dùng một kiểu.
    Sai: "số 12/KH-UBND, ngày 05/01/2026" rồi "số 15/QĐ-UBND ngày 06/01/2026". Đúng: cả hai không có dấu phẩy.
    """
    held = [(line, one) for line, one in _cited(p) if one.ngay]
    kinds = Counter(one.phay for _, one in held)
    if len(kinds) < 2:
        return
    odd = kinds[True] <= kinds[False] if p.the_thuc != "dang" else kinds[True] < kinds[False]
    line, one = next((line, one) for line, one in held if one.phay is odd)
    kind, other = ("có", "không có") if odd else ("không có", "có")
    loi = f"Viện dẫn này {kind} dấu phẩy trước “ngày”, trong khi {kinds[not odd]} chỗ khác {other}."
    yield spot(p, line, one.khoang, loi, can=f"{other} dấu phẩy trước “ngày”")


@rule("NN-vien-dan-4", ten="Ký hiệu không khớp cơ quan ban hành", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def ky_hieu_co_quan(p: Judged) -> Iterator[Finding]:
    """Ký hiệu của văn bản cho biết ai ban hành: QĐ-TTg là Thủ tướng Chính phủ, NĐ-CP là Chính phủ.

    Sai: "Quyết định số 895/QĐ-TTg ngày 26/7/2023 của Chính phủ".
    Đúng: "Quyết định số 895/QĐ-TTg ngày 26/7/2023 của Thủ tướng Chính phủ".
    """
    for line, one in _cited(p):
        wanted = other_issuer(one.khoa, one.ai) if one.ai else ""
        if wanted:
            loi = f"Văn bản có ký hiệu “{one.ky_hieu}” là của {wanted}, không phải của {one.ai}."
            yield spot(p, line, one.khoang, loi, thay=one.ai, can=wanted)


@rule("NN-can-cu-1", ten="Căn cứ không có từ mở đầu", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def tu_mo_dau(p: Judged) -> Iterator[Finding]:
    """Mỗi căn cứ mở đầu bằng "Căn cứ", "Thực hiện", "Theo" hoặc "Xét".

    Sai: "Công văn số 2911/UBND-KTN ngày 28/6/2018 của…;". Đúng: "Căn cứ Công văn số 2911/UBND-KTN…;".
    """
    for part in p.parts("can_cu"):
        text = _BULLET.sub("", part.text)
        if not _VERB.match(text):
            shown = " ".join(text.split()[:4]).rstrip(",;")
            loi = "Căn cứ này không mở đầu bằng “Căn cứ”, “Thực hiện”, “Theo” hoặc “Xét”."
            yield p.finding(loi, part=part, thay=shown, can=f"Căn cứ {shown}")


RULES: Final = (
    vien_dan_lan_dau, vien_dan_lan_dau_khac, thieu_chu_so, thieu_chu_so_khac, luat_ghi_so, phay_truoc_ngay,
    ky_hieu_co_quan, tu_mo_dau,
)  # fmt: skip
