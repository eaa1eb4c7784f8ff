"""Titles of one level end in one way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from docgen.checking.clauses import NGON_NGU
from docgen.checking.finding import Chac, Finding
from docgen.checking.judged import Judged
from docgen.checking.language.places import last_word
from docgen.checking.language.structure import BULLETS, Item, lists
from docgen.checking.rule import rule
from docgen.standards import Sure

_LEVELS: Final = {
    "la_ma": "I.", "so": "1.", "so2": "1.1.", "so3": "1.1.1.", "so4": "1.1.1.1.",
}  # fmt: skip
_LONGEST: Final = 200
# A sentence that leads to a list is no title: "Các sở, ngành thực hiện các nhiệm vụ sau:".
_LEADS_OVER: Final = re.compile(
    r"(?:như sau|sau đây|dưới đây|sau|gồm|bao gồm|như|là|cụ thể|trách nhiệm|nhiệm vụ|chủ đề|ví dụ|gồm có)\s*:$"
)
_ADDRESSED: Final = re.compile(r"(?:Giao|Đề nghị|Đối với|Yêu cầu)\s")
_LONGEST_SHORT: Final = 60
_LONGEST_ADDRESSED: Final = 120


@rule("NN-tieu-de-1", ten="Dấu hai chấm sau tiêu đề", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def hai_cham(p: Judged) -> Iterator[Finding]:
    """Tiêu đề của một cấp kết thúc theo một kiểu trong cả văn bản: đều có hoặc đều không có dấu hai chấm.

    Tiêu đề đứng riêng một dòng không cần dấu hai chấm; đã dùng thì dùng cho cả cấp.
    Sai: "1. Mục đích" rồi "2. Yêu cầu:". Đúng: "1. Mục đích" và "2. Yêu cầu".
    """
    for cap, mau in _LEVELS.items():
        titles = [item for one in lists(p) if one.cap == cap for item in one.items if _is_title(item)]
        colons = Counter(item.chu.endswith(":") for item in titles)
        if len(colons) < 2:
            continue
        odd = colons[True] <= colons[False]
        item = next(item for item in titles if item.chu.endswith(":") is odd)
        kind, other = ("có", "không có") if odd else ("không có", "có")
        loi = f"Tiêu đề này {kind} dấu hai chấm ở cuối, trong khi {colons[not odd]} tiêu đề khác ở cấp {mau} {other}."
        yield p.finding(
            loi, doan=item.line.doan, khoang=_end(p, item), thay=f"{kind} dấu hai chấm", can=f"{other} dấu hai chấm"
        )


def _is_title(item: Item) -> bool:
    text = item.chu
    if not text or len(text) > _LONGEST or item.line.dang == "lien" or item.line.dong:
        return False
    if item.line.cap == "la_ma":
        return True
    return item.con is not None and text[-1] not in ".;,…?!/" and not _LEADS_OVER.search(text)


@rule("NN-tieu-de-2", ten="Dấu chấm sau tiêu đề", dieu_khoan=NGON_NGU, sure=Sure.K, muc="canh-bao")
def cham_sau_tieu_de(p: Judged) -> Iterator[Finding]:
    """Tiêu đề có danh sách ở dưới không kết thúc bằng dấu chấm.

    Dấu chấm khép câu lại, trong khi các mục ở dưới mới nói hết ý.
    Sai: "2. Giao Sở Tài chính." rồi "- Chủ trì, tham mưu…". Đúng: "2. Giao Sở Tài chính:".
    """
    for one in lists(p):
        for item in one.items if one.cap in _LEVELS or one.cap == "chu" else ():
            text = item.chu
            if not text.endswith(".") or item.con is None or item.con.cap not in BULLETS or _inner(text):
                continue
            most = _LONGEST_ADDRESSED if _ADDRESSED.match(text) else _LONGEST_SHORT
            if len(text) <= most and not text.endswith(".."):
                loi = "Dòng này có danh sách ở dưới nhưng kết thúc bằng dấu chấm."
                chac: Chac = "chac" if _ADDRESSED.match(text) else "co-le"
                can = "dấu hai chấm, hoặc không có dấu"
                yield p.finding(loi, doan=item.line.doan, khoang=_end(p, item), thay=".", can=can, chac=chac)


def _inner(text: str) -> bool:
    """Whether there is more than one sentence."""
    return re.search(r"[.;?!]\s", text) is not None


def _end(p: Judged, item: Item) -> tuple[int, int]:
    return last_word(p.paper.paras[item.line.doan].text)


RULES: Final = (hai_cham, cham_sau_tieu_de)
