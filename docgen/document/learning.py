"""Validating many values that are mostly the same: only what a value changes is looked at again.

Fields of a model are validated one by one and know nothing of each other; so a value of the model that has the same
names as one before differs from it in nothing but the fields whose plain values differ.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, Final, Generic, TypeVar, get_type_hints

from pydantic import BaseModel, TypeAdapter, ValidationError

M = TypeVar("M", bound=BaseModel)

_NEW: Final = object()


class Learning(Generic[M]):
    """Validates as ``model.model_validate`` does, and remembers the value before; safe to share between threads."""

    def __init__(self, model: type[M]) -> None:
        self._model = model
        self._before: tuple[dict[str, object], M] | None = None

    def validated(self, raw: Mapping[str, Any]) -> M:
        """Validate plain values. Raises ValidationError with every fault, as the model does."""
        now = {name: frozen(value) for name, value in raw.items()}
        before = self._before
        made: M | None = None
        if before is not None and before[0].keys() == now.keys():
            made = self._changed(raw, now, *before)
        if made is None:
            made = self._model.model_validate(dict(raw))
        self._before = (now, made)
        return made

    def _changed(
        self, raw: Mapping[str, Any], now: Mapping[str, object], old: Mapping[str, object], made: M
    ) -> M | None:
        """Take over what has not changed; None when something is at fault, which is for the model to tell."""
        try:
            new = {
                name: _field(self._model, name).validated(raw[name])
                for name, value in now.items()
                if value is not old[name] and value != old[name]
            }
        except ValidationError:
            return None
        return made.model_copy(update=new) if new else made


class _Alone:
    """One field by itself, of a type that is no model."""

    def __init__(self, kind: Any) -> None:
        self._adapter: TypeAdapter[Any] = TypeAdapter(kind)

    def validated(self, raw: object) -> Any:
        """Validate its plain value. Raises ValidationError."""
        return self._adapter.validate_python(raw)


class _Part:
    """One field that is a model of its own."""

    def __init__(self, model: type[BaseModel]) -> None:
        self._learning, self._adapter = Learning(model), TypeAdapter(model)

    def validated(self, raw: Any) -> Any:
        """Validate its plain value. Raises ValidationError."""
        return self._learning.validated(raw) if raw.__class__ is dict else self._adapter.validate_python(raw)


@cache
def _field(model: type[BaseModel], name: str) -> _Alone | _Part:
    kind = get_type_hints(model, include_extras=True)[name]
    return _Part(kind) if isinstance(kind, type) and issubclass(kind, BaseModel) else _Alone(kind)


def frozen(value: object) -> object:
    """Plain values as they are now, whoever changes them later: equal only for equal values of equal types."""
    kind = value.__class__
    if kind is str or value is None:
        return value
    if kind is list or kind is tuple:
        return (kind, *map(frozen, value))  # type: ignore[call-overload]
    if kind is dict:
        return (kind, *((frozen(name), frozen(inner)) for name, inner in value.items()))  # type: ignore[attr-defined]
    if kind is bool or kind is int:
        return kind, value
    # An object nobody knows is equal to nothing, itself of an hour ago included.
    return object()
