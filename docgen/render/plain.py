"""The words a template may see: checked, composed (NFC), frozen, and never more than plain data."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from jinja2.exceptions import TemplateRuntimeError

from docgen.errors import Fault, InputFaults
from docgen.vietnamese import text

MAX_DEPTH: Final = 32
# Beyond 300 digits it is no number of a paper, and Python refuses to print from 4,300 on.
_MAX_INT_BITS: Final = 1000

Word = object


class Group(dict[str, Word]):
    """A dict of words that knows its dotted path and refuses to print itself."""

    __slots__ = ("noi",)

    def __init__(self, noi: str) -> None:
        super().__init__()
        self.noi = noi

    def __str__(self) -> str:
        raise TemplateRuntimeError(f"“{self.noi}” là một nhóm giá trị, không in ra được")


class Listing(tuple[Word, ...]):
    """A list of words that refuses to print itself."""

    def __str__(self) -> str:
        raise TemplateRuntimeError("đây là một danh sách, không in ra được; hãy dùng {%p for … %}")


def freeze(words: Mapping[str, object]) -> Group:
    """A private copy of ``words``: strings in NFC, dicts as Group, lists and tuples as Listing.

    Raises InputFaults naming the dotted path of every value that is no plain str, int, bool, None, list, tuple or
    dict (numbers with a fraction only as ends of a ``ke``), and of every text with characters a Word file cannot
    hold. Nothing that can act, and nothing that looks like a mark of ours, passes.
    """
    faults: list[Fault] = []
    frozen = _Freezer(faults).group(words, "", 0)
    if faults:
        raise InputFaults(faults)
    return frozen


class _Freezer:
    def __init__(self, faults: list[Fault]) -> None:
        self._faults = faults

    def group(self, words: Mapping[str, object], noi: str, depth: int) -> Group:
        frozen = Group(noi)
        for key, value in words.items():
            if type(key) is not str:
                self._refuse(noi, f"Khóa {key!r} không phải là chữ.")
                continue
            name = self._text(key, f"{noi}.(tên khóa)" if noi else "(tên khóa)")
            path = f"{noi}.{name}" if noi else name
            if name in frozen:
                self._refuse(path, "Hai khóa chỉ khác nhau cách ghép dấu.")
            is_rule = name == "ke" and type(value) in (list, tuple)
            frozen[name] = self._rule(value, path) if is_rule else self._value(value, path, depth + 1)
        return frozen

    def _value(self, value: object, noi: str, depth: int) -> Word:
        if value is None or type(value) is bool:
            return value
        if type(value) is str:
            return self._text(value, noi)
        if type(value) is int:
            if value.bit_length() > _MAX_INT_BITS:
                self._refuse(noi, "Số quá lớn.")
            return value
        if depth > MAX_DEPTH:
            self._refuse(noi, f"Dữ liệu lồng sâu quá {MAX_DEPTH} tầng.")
            return None
        if type(value) in (list, tuple) and isinstance(value, (list, tuple)):
            return Listing(self._value(v, f"{noi}[{i}]", depth + 1) for i, v in enumerate(value))
        if type(value) is dict:
            return self.group(value, noi, depth)
        self._refuse(
            noi,
            f"Giá trị kiểu “{type(value).__name__}” không dùng được.",
            "Chỉ nhận chữ, số nguyên, danh sách và nhóm.",
        )
        return None

    def _text(self, value: str, noi: str) -> str:
        found = text.forbidden(value)
        if found:
            index, _, why = found[0]
            more = f" (và {len(found) - 1} chỗ nữa)" if len(found) > 1 else ""
            self._refuse(noi, f"Ở vị trí {index + 1} có {why}{more}.", "Hãy xóa ký tự ấy.")
            return ""
        return text.nfc(value)

    def _rule(self, value: object, noi: str) -> Word:
        """The two ends of a rule's length, parts of the line above it. The only place where fractions may stand."""
        ends = list(value) if isinstance(value, (list, tuple)) else []
        if len(ends) == 2 and all(type(end) in (int, float) for end in ends) and 0 < ends[0] <= ends[1] <= 1:
            return Listing(float(end) for end in ends)
        loi = "Độ dài đường kẻ phải là hai số lớn hơn 0 và không quá 1, số nhỏ đứng trước, ví dụ [1/3, 1/2]."
        self._refuse(noi, loi)
        return None

    def _refuse(self, noi: str, loi: str, sua: str = "") -> None:
        self._faults.append(Fault(noi, loi, sua))
