"""Papers that are not judged: legal documents (QPPL), and what is no administrative paper at all."""

from __future__ import annotations

import re
from typing import Final

from docgen.checking.evidence import words
from docgen.reading.facts import Paper
from docgen.standards.types import LOAI
from docgen.vietnamese.refusal import quoted

# The form of the number of legal documents: a year between number and code, and a code of a body that may make them.
_LEGAL_NUMBER: Final = re.compile(
    r"/\s*(?:19|20)\d{2}\s*/\s*(?:NĐ-CP|QĐ-(?:UBND|TTg|KTNN|CTN)|NQ-(?:HĐND|CP|HĐTP|HĐTPTANDTC|UBTVQH)|TT-|TTLT|"
    r"L-CTN|PL-|QH\d|UBTVQH|NQLT|CT-(?:TTg|UBND))"
)
_LEGAL_CODE: Final = re.compile(r"Số\s*:?\s*[\d\s.…_]*/\s*(?:19|20)?\d{2,4}\s*/\s*(?:QH|UBTVQH)\d+")
_LEGAL_TYPES: Final = frozenset(
    ("hiến pháp", "bộ luật", "luật", "pháp lệnh", "nghị định", "thông tư", "thông tư liên tịch", "nghị quyết liên tịch")
)
_KNOWN: Final = frozenset(words(kind.ten) for kinds in LOAI.values() for kind in kinds)
# With a head of the State, but by and for private people.
_PRIVATE: Final = re.compile(
    r"(?:đơn|bản cam kết|giấy cam kết|sơ yếu lý lịch|lý lịch|bản tự thuật|bản kiểm điểm|bản tường trình|giấy vay|"
    r"giấy biên nhận|hợp đồng|di chúc|tờ khai|phiếu khai|bản khai|giấy ủy quyền|giấy chứng nhận|bằng|giấy khen)\b"
)


def legal(paper: Paper) -> str:
    """Tell why a paper is a legal document; "" when it is none."""
    number, kind = paper.part("so_ky_hieu"), paper.part("ten_loai")
    text = number.text if number else ""
    if _LEGAL_NUMBER.search(text) or _LEGAL_CODE.search(text):
        return f"số {quoted(' '.join(text.split()))} có năm ở giữa"
    if kind is not None and words(kind.text) in _LEGAL_TYPES:
        return f"tên loại là {quoted(' '.join(kind.text.split()))}"
    return ""


def not_administrative(paper: Paper) -> str:
    """Tell, in a sentence, why a paper is no administrative one; "" when it is."""
    has = {ten for ten, parts in paper.parts.items() if parts}
    head = bool(has & {"quoc_hieu", "tieu_ngu", "tieu_de"})
    issued = bool(has & {"so_ky_hieu", "co_quan"})
    kind = paper.part("ten_loai")
    name = words(kind.text).rstrip(":") if kind else ""
    if head and not issued and (_PRIVATE.match(name) or _private_title(paper)):
        return "Văn bản có Quốc hiệu nhưng là đơn, giấy tờ của cá nhân hoặc các bên, không do cơ quan ban hành."
    if "so_ky_hieu" in has or (head and issued) or (head and name in _KNOWN):
        return ""
    closing = bool(has & {"noi_nhan_nhan", "luu"}) or bool(has & {"quyen_han", "chuc_vu"} and "ho_ten" in has)
    opened = bool(has & {"can_cu", "mo_dau", "trich_yeu", "kinh_gui", "co_quan"})
    if (name in _KNOWN and (closing or opened)) or (closing and opened):
        return ""
    return "Không thấy số, ký hiệu, tên loại, nơi nhận hay chữ ký của một văn bản hành chính."


def _private_title(paper: Paper) -> bool:
    """Whether the first lines under the head name a private paper that the finder knows no type for."""
    lines = [words(para.text) for para in paper.paras[:20] if para.text.strip()]
    return any(_PRIVATE.match(line) for line in lines[2:5])
