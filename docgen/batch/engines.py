"""Who does the work: this process, processes beside it, a Dask cluster, or any executor one is given."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from multiprocessing import connection
from multiprocessing.context import BaseContext
from typing import Any, Final, Protocol, TypeVar

from docgen.errors import Fault, Unusable

NOI: Final = "--engine"
DASK: Final = "dask:"
_WAIT_FOR_CLUSTER_S: Final = 10
_MOST_PROCESSES: Final = 16

C = TypeVar("C")
R = TypeVar("R")


class Engine(Protocol):
    """Somebody who does work.

    wide: how many chunks at a time. travels: whether the work may end on a machine with another disk. inherits:
    whether the workers begin with all that this process knows when the first chunk is submitted.
    """

    wide: int
    travels: bool
    inherits: bool

    def submit(self, do: Callable[[C], R], chunk: C) -> Future[R]:
        """Begin a chunk."""

    def renew(self) -> None:
        """Replace the workers after some were lost. Raises Unusable when that cannot be done."""


def engine_of(asked: str | Executor, workers: int | None, pieces: int) -> contextlib.AbstractContextManager[Engine]:
    """Choose an engine: ``local``, ``dask:ADDRESS`` or an executor. workers: processes; pieces: how much there is.

    Raises Unusable for another name, and without a cluster.
    """
    if isinstance(asked, Executor):
        return contextlib.nullcontext(_Given(asked, workers))
    if asked.startswith(DASK):
        return _on_dask(asked.removeprefix(DASK))
    if asked != "local":
        raise Unusable(Fault(NOI, f"Không có bộ chạy “{asked}”.", "Dùng local, hoặc dask:tcp://máy:8786."))
    # Starting a process costs as much as making some copies.
    count = min(workers or os.cpu_count() or 1, _MOST_PROCESSES if workers is None else workers, max(pieces // 8, 1))
    return _local(count) if count > 1 else contextlib.nullcontext(_Here())


class _Here:
    """The work is done by this very process."""

    wide, travels, inherits = 1, False, False

    def submit(self, do: Callable[[C], R], chunk: C) -> Future[R]:
        future: Future[R] = Future()
        future.set_result(do(chunk))
        return future

    def renew(self) -> None:
        """Nothing can be lost here."""


class _Given:
    """An executor of the caller's, who also ends it."""

    travels, inherits = True, False

    def __init__(self, executor: Executor, workers: int | None) -> None:
        self._executor, self.wide = executor, 2 * (workers or os.cpu_count() or 1)
        self._broken = False

    def submit(self, do: Callable[[C], R], chunk: C) -> Future[R]:
        try:
            return self._executor.submit(do, chunk)
        except BrokenExecutor as error:
            raise Unusable(Fault(NOI, "Bộ chạy đã hỏng giữa chừng.", "Chạy lại với --resume để làm tiếp.")) from error

    def renew(self) -> None:
        """Whoever gave the executor has to give another; what is broken shows at the next piece."""


class _Processes:
    """Processes beside this one, which end with it however it ends."""

    travels = False

    def __init__(self, count: int) -> None:
        self._count, self.wide = count, 2 * count
        self.inherits = _can_fork()
        self._pool = self._started()

    def _started(self) -> ProcessPoolExecutor:
        self._has_begun = False
        return ProcessPoolExecutor(self._count, mp_context=_context(), initializer=_begin)

    def submit(self, do: Callable[[C], R], chunk: C) -> Future[R]:
        if not self._has_begun:
            # What is known here stays shared memory in forked processes: no collection of theirs goes through it.
            gc.collect()
            gc.freeze()
            self._has_begun = True
        return self._pool.submit(do, chunk)

    def renew(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pool = self._started()

    def close(self) -> None:
        self._pool.shutdown(wait=True, cancel_futures=True)
        gc.unfreeze()


@contextlib.contextmanager
def _local(count: int) -> Iterator[Engine]:
    processes = _Processes(count)
    try:
        yield processes
    finally:
        processes.close()


def _context() -> BaseContext:
    """Choose how processes begin: a copy of this one is ready at once, but must not be made of one with threads."""
    return multiprocessing.get_context("fork" if _can_fork() else "spawn")


def _can_fork() -> bool:
    return sys.platform.startswith("linux") and threading.active_count() == 1


def _begin() -> None:
    """Prepare a process: Ctrl-C is for the one that started it, and without that one it ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)


class _Cluster:
    travels, inherits = True, False

    def __init__(self, client: Any) -> None:
        self._executor = client.get_executor(pure=False)
        threads = sum(worker["nthreads"] for worker in client.scheduler_info(n_workers=-1)["workers"].values())
        self.wide = 2 * max(threads, 1)

    def submit(self, do: Callable[[C], R], chunk: C) -> Future[R]:
        future: Future[R] = self._executor.submit(do, chunk)
        return future

    def renew(self) -> None:
        """The cluster replaces its workers by itself."""


@contextlib.contextmanager
def _on_dask(address: str) -> Iterator[Engine]:
    try:
        from distributed import Client
    except ImportError:
        raise Unusable(Fault(NOI, "Chưa cài phần chạy trên Dask.", "Chạy: pip install 'docgen[dask]'.")) from None
    try:
        client: Any = Client(  # type: ignore[no-untyped-call]
            address, timeout=_WAIT_FOR_CLUSTER_S, set_as_default=False
        )
    except (OSError, ValueError) as error:
        sua = "Địa chỉ có dạng dask:tcp://máy:8786."
        raise Unusable(Fault(NOI, f"Không nối được với cụm Dask ở “{address}”.", sua)) from error
    with client:
        yield _Cluster(client)
