"""Whoever does the work, the files are the same; a worker that is lost costs a second try, not the batch."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from docgen.batch import engines
from docgen.batch.run import run
from docgen.batch.work import work
from docgen.errors import Unusable
from tests.batch.office import Office


@dataclass(frozen=True)
class Numbers:
    """Work for the tests: 13 ends its worker the first time, which the folder remembers; -n always; 99 raises."""

    numbers: tuple[int, ...]
    folder: Path

    def singly(self) -> Sequence[Numbers]:
        return [Numbers((number,), self.folder) for number in self.numbers]


def doubled(some: Numbers) -> list[int]:
    for number in some.numbers:
        met = some.folder / str(number)
        if number < 0 or (number == 13 and not met.exists()):
            met.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        if number == 99:
            raise ValueError("99")
    return [2 * number for number in some.numbers]


def done(engine: engines.Engine, chunks: list[tuple[int, ...]], folder: Path) -> dict[int, int | None]:
    found: dict[int, int | None] = {}
    for some, results in work(engine, doubled, [Numbers(chunk, folder) for chunk in chunks]):
        for number, result in zip(some.numbers, results or [None] * len(some.numbers), strict=True):
            assert number not in found
            found[number] = result
    return found


unix = pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")


@unix
def test_a_worker_that_dies_once_costs_nothing_but_a_second_try(tmp_path: Path) -> None:
    with engines.engine_of("local", 2, 100) as engine:
        chunks = [(at, at + 1, at + 2) for at in range(1, 40, 3)]
        assert done(engine, chunks, tmp_path) == {number: 2 * number for number in range(1, 40)}


@unix
def test_what_ends_every_worker_is_known_and_the_others_are_done(tmp_path: Path) -> None:
    with engines.engine_of("local", 2, 100) as engine:
        found = done(engine, [(1, 2), (3, -4), (5, 6), (7, 99), (8,), (-9, 10)], tmp_path)
    assert found == {1: 2, 2: 4, 3: 6, -4: None, 5: 10, 6: 12, 7: 14, 99: None, 8: 16, -9: None, 10: 20}


def test_any_executor_will_do(tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as executor, engines.engine_of(executor, 2, 10) as engine:
        assert engine.travels
        assert done(engine, [(1, 2), (3, 99)], tmp_path) == {1: 2, 2: 4, 3: 6, 99: None}


def test_one_worker_or_little_work_stays_in_this_process(tmp_path: Path) -> None:
    for workers, pieces in ((1, 1000), (4, 8)):
        with engines.engine_of("local", workers, pieces) as engine:
            assert engine.wide == 1
            assert done(engine, [(1, 2)], tmp_path) == {1: 2, 2: 4}


def test_only_as_much_is_begun_as_the_engine_is_wide(tmp_path: Path) -> None:
    taken: list[int] = []

    def chunks() -> Iterator[Numbers]:
        for number in range(20):
            taken.append(number)
            yield Numbers((20 + number,), tmp_path)

    with ThreadPoolExecutor(1) as executor, engines.engine_of(executor, 1, 20) as engine:
        for count, _ in enumerate(work(engine, doubled, chunks()), start=1):
            assert len(taken) <= count + engine.wide


@pytest.mark.parametrize("asked", ["cloud", "", "dask"])
def test_an_unknown_engine_is_refused(asked: str) -> None:
    with pytest.raises(Unusable, match="bộ chạy"):
        engines.engine_of(asked, None, 10)


def same_files(office: Office, **options: Any) -> None:
    run(office.prepare(), workers=1)
    alone = office.made()
    for path in list(office.out.iterdir()):
        path.unlink()
    assert run(office.prepare(), **options).made == len(office.papers())
    assert office.made() == alone


def test_processes_give_the_same_files(office: Office) -> None:
    office.many(20)
    same_files(office, workers=2)


def test_where_the_work_travels_the_files_are_the_same(office: Office) -> None:
    office.many(6)
    with ThreadPoolExecutor(1) as executor:
        same_files(office, engine=executor)


class Fragile(Executor):
    """Loses whatever has the row of one unit in it."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **options: Any) -> Future[Any]:
        future: Future[Any] = Future()
        (chunk,) = args
        if any(cells[0] == "Xã 5" for _, _, cells in chunk.rows):
            future.set_exception(BrokenExecutor("lost"))
        else:
            future.set_result(fn(chunk))
        return future


def test_a_row_that_ends_its_worker_fails_and_the_others_are_made(office: Office) -> None:
    office.many(20)
    result = run(office.prepare(), engine=Fragile(), workers=1)
    assert (result.made, result.failed) == (19, 1)
    assert [line.job.dong for line in result.lines if line.outcome == "hỏng"] == [6]
    assert "dừng đột ngột" in result.lines[4].why[0]
