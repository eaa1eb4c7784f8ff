"""Plain values by the dotted names of the vocabulary (``ky.ho_ten``): looked up, and set."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def answer(raw: Mapping[str, Any], ten: str) -> Any:
    """Get the plain value with a dotted name; ``None`` when any step is missing."""
    value: Any = raw
    for step in ten.split("."):
        # Asked of every field of every row; to know a dict for a mapping otherwise takes longer than all the rest.
        value = value.get(step) if value.__class__ is dict or isinstance(value, Mapping) else None
    return value


def is_blank(value: Any) -> bool:
    """Whether a plain value says nothing: ``None``, blank text, a list or mapping of such."""
    if isinstance(value, str):
        return not value or value.isspace()
    if value is None:
        return True
    if isinstance(value, list | tuple):
        return all(is_blank(part) for part in value)
    if isinstance(value, Mapping):
        return all(is_blank(part) for part in value.values())
    return False


def put(raw: dict[str, Any], ten: str, value: Any) -> bool:
    """Set the plain value with a dotted name, making its groups; False where another value stands in their way."""
    *groups, last = ten.split(".")
    inner = raw
    for group in groups:
        held = inner.setdefault(group, {})
        if not isinstance(held, dict):
            return False
        inner = held
    inner[last] = value
    return True
