"""Work in chunks, whoever does it: what a lost worker had is tried again.

A chunk whose worker is lost is done again one piece at a time, so that a piece that ends every worker is known and the
others are not lost with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Future, wait
from typing import Protocol, Self, TypeVar

from docgen.batch.engines import Engine

R = TypeVar("R")


class Pieces(Protocol):
    """Work that can be cut into single pieces."""

    def singly(self) -> Sequence[Self]:
        """Cut it into pieces."""


C = TypeVar("C", bound=Pieces)


def work(engine: Engine, do: Callable[[C], R], chunks: Iterable[C]) -> Iterator[tuple[C, R | None]]:
    """Have chunks done, in any order; None for a single piece whose worker was lost twice.

    Only as many chunks as the engine is wide are on their way, so that results do not pile up.
    """
    waiting = iter(chunks)
    running: dict[Future[R], C] = {}
    try:
        while True:
            lost = list(_fill(engine, do, waiting, running))
            if not running and not lost:
                return
            if running and not lost:
                done, _ = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    chunk = running.pop(future)
                    error = future.exception()
                    if error is None:
                        yield chunk, future.result()
                    else:
                        lost.append(chunk)
                        if isinstance(error, BrokenExecutor):
                            lost += running.values()
                            running.clear()
                            break
            if lost:
                yield from _one_by_one(engine, do, [piece for chunk in lost for piece in chunk.singly()])
    finally:
        for future in running:
            future.cancel()


def _fill(engine: Engine, do: Callable[[C], R], waiting: Iterator[C], running: dict[Future[R], C]) -> Iterator[C]:
    """Begin as many chunks as are wanted; gives those that were lost because the workers are gone."""
    while len(running) < engine.wide:
        chunk = next(waiting, None)
        if chunk is None:
            return
        try:
            running[engine.submit(do, chunk)] = chunk
        except BrokenExecutor:
            yield chunk
            yield from running.values()
            running.clear()
            return


def _one_by_one(engine: Engine, do: Callable[[C], R], pieces: Iterable[C]) -> Iterator[tuple[C, R | None]]:
    engine.renew()
    for piece in pieces:
        try:
            yield piece, engine.submit(do, piece).result()
        except BrokenExecutor:
            engine.renew()
            yield piece, None
        except (Exception, CancelledError):
            # Dask tells a lost worker by an error of its own.
            yield piece, None
