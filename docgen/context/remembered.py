"""What a document says of itself, part by part, remembered: the copies of one plan have most parts in common.

A part is a function of a document. What it reads of the document is noted while it works; as long as another document
says the same in all of that, the result is the same and is given again. So nobody has to say what a part depends on,
and nobody can forget it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import is_
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from docgen.document import Document

P = ParamSpec("P")
R = TypeVar("R")

# Copies come in a few kinds (with an appendix or without); more are not worth looking through.
_MOST = 4

_Path = tuple[str, ...]
_Read = tuple[tuple[_Path, object], ...]


def remembered(part: Callable[Concatenate[Document, P], R]) -> Callable[Concatenate[Document, P], R]:
    """Make a part that gives again what it gave before.

    part: reads attributes of the document and of its groups, gives nothing of the document itself back but texts and
    lists, and depends on nothing else but its other arguments, which are told apart by identity. What it gives is
    shared: nobody may change it.
    """
    known: tuple[tuple[tuple[object, ...], _Read, R], ...] = ()

    @wraps(part)
    def again(document: Document, *others: P.args, **named: P.kwargs) -> R:
        nonlocal known
        given = (*others, *named.values())
        entries = known
        for at, (said, read, found) in enumerate(entries):
            if len(said) == len(given) and all(map(is_, said, given)) and _same(document, read):
                if at:
                    known = (entries[at], *entries[:at], *entries[at + 1 :])
                return found
        seen: dict[_Path, object] = {}
        made = part(cast(Document, _Noting(document, (), seen)), *others, **named)
        known = ((given, tuple(seen.items()), made), *known[: _MOST - 1])
        return made

    return again


class _Noting:
    """Stands for a document, or for a group in it, and notes what is read."""

    __slots__ = ("_part", "_path", "_seen")

    def __init__(self, part: object, path: _Path, seen: dict[_Path, object]) -> None:
        self._part, self._path, self._seen = part, path, seen

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._part, name)
        path = (*self._path, name)
        if hasattr(value.__class__, "model_fields"):
            # That it is there was seen; what it says is noted as it is read.
            self._seen[path] = value.__class__
            return _Noting(value, path, self._seen)
        self._seen[path] = value
        return value


def _same(document: Document, read: _Read) -> bool:
    """Whether a document says what was read of another."""
    for path, value in read:
        now: Any = document
        for step in path:
            now = getattr(now, step, None)
        if now is not value and now.__class__ is not value and (now.__class__ is not value.__class__ or now != value):
            return False
    return True
