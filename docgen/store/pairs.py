"""What was typed, as JSON text: every character comes back as it went in, or is refused by name."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from docgen.errors import Fault, InputFaults

Pairs = tuple[tuple[str, str], ...]

# A lone half of a surrogate pair has no UTF-8, and PostgreSQL takes no NUL: either would be lost on the way.
_UNKEEPABLE = re.compile("[\x00\ud800-\udfff]")


def to_text(pairs: Sequence[tuple[str, str]]) -> str:
    """Write pairs as JSON. Raises InputFaults for characters no database keeps, each with its input and line."""
    check(pairs)
    return json.dumps([[name, value] for name, value in pairs], ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> Pairs:
    """Read what :func:`to_text` wrote."""
    return tuple((name, value) for name, value in json.loads(text))


def can_keep(text: str) -> bool:
    """Whether every database keeps this text."""
    return _UNKEEPABLE.search(text) is None


def check(pairs: Iterable[tuple[str, str]]) -> None:
    """Raise InputFaults, with every place, when a name or a value holds a character that cannot be stored."""
    faults = []
    for name, value in pairs:
        found = _UNKEEPABLE.search(name)
        if found:
            faults.append(Fault(_UNKEEPABLE.sub("�", name), _why("Tên ô nhập", found.group()), _SUA))
        found = _UNKEEPABLE.search(value)
        if found:
            dong = value.count("\n", 0, found.start()) + 1
            faults.append(Fault(_UNKEEPABLE.sub("�", name), _why("Nội dung", found.group()), _SUA, dong))
    if faults:
        raise InputFaults(faults)


def _why(what: str, char: str) -> str:
    kind = "ký tự rỗng" if char == "\x00" else "nửa ký tự"
    return f"{what} có {kind} U+{ord(char):04X}, không phải chữ và không lưu được."


_SUA = "Hãy xóa ký tự ấy, thường là dấu vết của một lần dán hoặc chuyển mã hỏng."
