"""Looking at many things at once, on all processors: for work that leaves nothing behind but its answer."""

from __future__ import annotations

import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

# Fewer are looked at before another process has begun.
_FEW: Final = 500
_MOST_PROCESSES: Final = 8


def side_by_side(look: Callable[[Sequence[T]], R], things: Sequence[T], processes: int | None = None) -> list[R]:
    """Give what ``look`` says of one stretch of things after the other; stretches together are all of them.

    look: what it changes may be lost; its answer can be pickled. processes: as many as the machine has when left out.
    Raises what ``look`` raises.
    """
    count = min(processes or os.cpu_count() or 1, _MOST_PROCESSES, max(len(things) // _FEW, 1))
    if count < 2 or not _can_fork():
        return [look(things)]
    ends = [len(things) * at // count for at in range(count + 1)]
    pieces = [things[start:end] for start, end in pairwise(ends)]
    # The last stretch is looked at here, while the others are looked at beside.
    beside = [_begin(look, piece) for piece in pieces[:-1]]
    last = look(pieces[-1])
    return [*(_ended(look, piece, *begun) for piece, begun in zip(pieces, beside, strict=False)), last]


def _can_fork() -> bool:
    """A copy of this process knows all it knows, but must not be made of one with threads."""
    return sys.platform.startswith("linux") and threading.active_count() == 1


def _begin(look: Callable[[Sequence[T]], R], piece: Sequence[T]) -> tuple[int, int]:
    """Begin a process: its number, and where its answer can be read."""
    answer, told = os.pipe()
    child = os.fork()
    if child:
        os.close(told)
        return child, answer
    try:
        # Whatever goes wrong here goes wrong again where it can be told.
        os.close(answer)
        with os.fdopen(told, "wb") as file:
            pickle.dump(look(piece), file, pickle.HIGHEST_PROTOCOL)
        os._exit(0)
    finally:
        os._exit(1)


def _ended(look: Callable[[Sequence[T]], R], piece: Sequence[T], child: int, answer: int) -> R:
    """Wait for an answer; a stretch without one is looked at here."""
    with os.fdopen(answer, "rb") as file:
        said = file.read()
    _, status = os.waitpid(child, 0)
    if status != 0:
        return look(piece)
    found: R = pickle.loads(said)  # noqa: S301 - said by a process of ours
    return found
