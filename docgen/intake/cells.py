"""What a cell says → the plain value of its field."""

from __future__ import annotations

from typing import Any, Final

from docgen.intake.columns import Head, key
from docgen.vietnamese.refusal import quoted

EMPTIED: Final = "(trống)"
"""What a cell says to leave a field empty that the plan fills in."""


def is_emptied(text: str) -> bool:
    """Whether a cell says that its field stays empty."""
    return text.casefold() == EMPTIED


def value_of(head: Head, text: str) -> Any:
    """Read a cell that says something: lists by ``|`` or line breaks, choices by code or label, the rest as typed.

    A choice nobody offers stays as it is, to be refused with :func:`refusal`.
    """
    if is_emptied(text):
        return None
    match head.kieu:
        case "lines":
            return items(text)
        case "choice":
            return _code(head, text) or text
        case _:
            return text


def items(text: str) -> list[str]:
    """Cut a list in a cell into its items; empty ones are none."""
    return [item for part in text.replace("|", "\n").split("\n") if (item := part.strip())]


def refusal(head: Head, text: str) -> tuple[str, str] | None:
    """Say why a cell cannot be read, and what would be right; None when it can."""
    if head.kieu != "choice" or not text or is_emptied(text) or _code(head, text):
        return None
    listed = ", ".join(ma if ma == nhan else f"{ma} ({nhan})" for ma, nhan in head.lua_chon)
    return f"{quoted(text)} không có trong danh sách.", f"Chọn một trong: {listed}."


def _code(head: Head, text: str) -> str:
    folded = key(text)
    return next((ma for ma, nhan in head.lua_chon if folded in (key(ma), key(nhan))), "")
