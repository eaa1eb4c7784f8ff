"""Rows of dots: how a list that goes on is broken off."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Finding
from docgen.checking.judged import Judged
from docgen.checking.language.prose import prose, spot
from docgen.checking.rule import rule
from docgen.standards import Sure

# Five and more dots, or dots that stand apart, are room for a pen.
_FORM: Final = re.compile(r"\.{5,}|…{2,}|…\.{3,}|_{3,}|(?:\. ){3,}")
_WRONG_COUNT: Final = re.compile(r"(?<=[^\W_])(?:\.{4}|\.\.|…\.|\.…)(?![.…\w/])")
_SO_ON: Final = re.compile(r"\bv\.\s?v(?!\w)", re.IGNORECASE)
_APART: Final = re.compile(r"(?<=[^\W_])([ \u00a0]+)(?:…|\.{3})(?=\s*$|[;,.)”])")
_GAP_WORD: Final = re.compile(
    r"\b(?:số|ngày|tháng|năm|lúc|hồi|giờ|phút|ông|bà|anh|chị|là|tại|của|gồm|có|kể từ|đến|từ|cho|với|theo)$",
    re.IGNORECASE,
)
_ELLIPSIS: Final = re.compile(r"(?<=[^\W_])(?P<phay>,?)\s?(?P<cham>…|\.{3})(?![.…])")
_VV: Final = re.compile(
    r"(?<=[^\W_])(?P<dinh>[.,;]?v\.\s?v)(?!\w)|(?<!\w)(?P<thieu>vv|v,v|v\.\.v|v\.v(?![.…\w]))(?!\w)", re.IGNORECASE
)
_WORD_CHARS: Final = 12


@rule("NN-cham-1", ten="Sai số dấu chấm", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def sai_so_cham(p: Judged) -> Iterator[Finding]:
    """Dấu chấm lửng có đúng ba chấm (… hoặc ...), dấu chấm hết câu có một; sau dấu chấm lửng không thêm dấu chấm.

    Hàng chấm dài để điền tay không bị xét.
    Sai: "của các bộ, ngành....". Đúng: "của các bộ, ngành...".
    """
    for line in prose(p):
        if _FORM.search(line.text):
            continue
        for m in _WRONG_COUNT.finditer(line.text):
            if _SO_ON.search(line.text, max(m.start() - 4, 0), m.end()):
                continue
            found = m.group()
            can = "." if found == ".." else "…" if "…" in found else "..."
            yield spot(p, line, m.span(), f"“{found}” sai số dấu chấm.", can=can)
            break


@rule("NN-cham-2", ten="Khoảng trắng trước dấu chấm lửng", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def cham_lung_roi(p: Judged) -> Iterator[Finding]:
    """Dấu chấm lửng cuối lời liệt kê viết liền sau từ đứng trước.

    Sai: "quảng bá du lịch ...". Đúng: "quảng bá du lịch...".
    """
    for line in prose(p):
        if _FORM.search(line.text) or line.trong_bang:
            continue
        for m in _APART.finditer(line.text):
            if _GAP_WORD.search(line.text[max(m.start() - _WORD_CHARS, 0) : m.start()]):
                continue
            loi = "Có khoảng trắng thừa trước dấu chấm lửng."
            yield spot(p, line, m.span(), loi, can=m.group().strip())
            break


@rule("NN-cham-3", ten="Dấu chấm lửng viết theo nhiều kiểu", dieu_khoan=NGON_NGU, sure=Sure.K, muc="thong-tin")
def cham_lung_lan_lon(p: Judged) -> Iterator[Finding]:
    """Trong một văn bản, dấu chấm lửng nên viết theo một kiểu: một ký tự … hoặc ba dấu chấm, có hoặc không có dấu phẩy.

    Sai: "tiếng Anh…" rồi "xúc tiến đầu tư,... do tỉnh tổ chức". Đúng: cả hai cùng một kiểu.
    """
    held = [
        (line, m.span(), m["phay"] + m["cham"])
        for line in prose(p)
        if not _FORM.search(line.text)
        for m in _ELLIPSIS.finditer(line.text)
        if not _SO_ON.search(line.text, max(m.start() - 4, 0), m.end())
    ]
    kinds = Counter(kind for _, _, kind in held)
    if len(kinds) < 2:
        return
    usual = max(kinds, key=lambda kind: (kinds[kind], kind == "..."))
    line, span, kind = next(one for one in held if one[2] != usual)
    counts = ", ".join(f"“{one}” {count} chỗ" for one, count in kinds.most_common())
    yield spot(p, line, span, f"Dấu chấm lửng viết theo nhiều kiểu: {counts}.", thay=kind, can=usual)


@rule("NN-cham-4", ten="“v.v.” viết sai", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def van_van(p: Judged) -> Iterator[Finding]:
    """Chữ "vân vân" viết tắt là v.v. hoặc v.v…, cách từ đứng trước một khoảng trắng.

    Sai: "tranh cổ động.v.v...", "khẩu hiệu, vv". Đúng: "tranh cổ động, v.v.".
    """
    for line in prose(p):
        m = _VV.search(line.text)
        if m:
            yield spot(p, line, m.span(), f"“{m.group()}” viết chưa đúng.", can=", v.v.")


RULES: Final = (sai_so_cham, cham_lung_roi, cham_lung_lan_lon, van_van)
