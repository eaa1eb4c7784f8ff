"""What is worked out once for each paper."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from docgen.checking.judged import Judged

T = TypeVar("T")


def once(ham: Callable[[Judged], T]) -> Callable[[Judged], T]:
    """Keep what ``ham`` found for a paper as long as the paper is being judged."""
    kept: WeakKeyDictionary[Judged, T] = WeakKeyDictionary()

    @wraps(ham)
    def remembered(p: Judged) -> T:
        if p not in kept:
            kept[p] = ham(p)
        return kept[p]

    return remembered
