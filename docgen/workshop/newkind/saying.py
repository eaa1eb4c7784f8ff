"""Words of the finished paper → what the data say, as the kind of each question wants it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from docgen.vietnamese.refusal import quoted
from docgen.workshop.newkind.guess import date_of
from docgen.workshop.newkind.letters import Letters
from docgen.workshop.newkind.proposal import Ask

_SIGN: Final = re.compile(r"\s*(\./\.|[;,.])$")
_SHOWN: Final = 60


class UnsaidError(ValueError):
    """The words do not fit the kind of question. loi, sua: what is wrong, and what would do."""

    def __init__(self, loi: str, sua: str = "") -> None:
        super().__init__(f"{loi} {sua}".strip())
        self.loi, self.sua = loi, sua


def said_by(ask: Ask, found: Letters, begin: int, end: int) -> Any:
    """Say what some letters answer. Raises UnsaidError when such a question cannot be answered so."""
    words = found.text[begin:end]
    match ask.kieu:
        case "paragraph" | "body":
            return found.notation(begin, end)
        case "lines":
            raise UnsaidError("Kiểu danh sách phải đứng riêng một đoạn, chỉ có một mục trong câu mẫu.")
        case "date":
            day = date_of(words)
            if day is None:
                sua = "Kiểu ngày in ra “ngày 05 tháng 11 năm 2026”; viết khác thì chọn kiểu một dòng."
                raise UnsaidError(f"{quoted(words, _SHOWN)} không phải là ngày viết như thế.", sua)
            return day
        case "choice":
            ma = next((one.ma for one in ask.lua_chon if one.nhan == words), None)
            if ma is None:
                raise UnsaidError(f"{quoted(words, _SHOWN)} không có trong các lựa chọn của mục “{ask.ten}”.")
            return ma
        case "yes-no":
            if words != "có":
                raise UnsaidError(f"Kiểu có/không chỉ in chữ “có”, không in được {quoted(words, _SHOWN)}.")
            return "true"
        case "number" if not (words.isascii() and words.isdigit()):
            raise UnsaidError(f"{quoted(words, _SHOWN)} không phải là số.", "Chọn kiểu một dòng.")
    return words


@dataclass(frozen=True)
class Listed:
    """Items without the signs that close them, and the tag that prints these signs again ("" when there are none)."""

    items: tuple[str, ...]
    tag: str


def read_items(typed: Sequence[str]) -> Listed:
    """Read the items of a list; the sign most of them end with is printed behind each, its last one behind the last."""
    signs = [found[1] if (found := _SIGN.search(item)) else "" for item in typed]
    items = tuple(item[: len(item) - len(found[0])] if (found := _SIGN.search(item)) else item for item in typed)
    last = signs[-1]
    inner = Counter(signs[:-1]).most_common(1)[0][0] if len(signs) > 1 else ";" if last else ""
    if inner == last:
        return Listed(items, last)
    return Listed(items, f"{{% if loop.last %}}{last}{{% else %}}{inner}{{% endif %}}")
