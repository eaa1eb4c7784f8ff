"""Figures one standard takes from another because its own text is silent or was not read."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from docgen.standards.figures import Figure, OneOf, Range, Sure

X = TypeVar("X")


def borrowed(whole: X, sure: Sure) -> X:
    """Copy ``whole`` with every figure in it said to come from NĐ 30 and known only as ``sure``."""
    return cast(X, _copy(whole, sure))


def _copy(value: Any, sure: Sure) -> Any:
    if isinstance(value, Figure | Range | OneOf):
        return replace(value, clause=f"theo NĐ 30, {value.clause}", sure=sure)
    if isinstance(value, tuple):
        return tuple(_copy(item, sure) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _copy(getattr(value, field.name), sure) for field in fields(value)})
    return value
