"""Things looked at on several processors say what they say one after the other."""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence

import pytest

from docgen.intake import side_by_side as room
from docgen.intake.side_by_side import side_by_side


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_FEW", 2)


def squares(numbers: Sequence[int]) -> list[int]:
    return [number * number for number in numbers]


@pytest.mark.parametrize("count", [0, 1, 3, 4, 5, 100, 101])
@pytest.mark.parametrize("processes", [1, 2, 3])
def test_the_answers_come_in_order_and_nothing_is_left_out(count: int, processes: int) -> None:
    told = side_by_side(squares, range(count), processes)

    assert [one for some in told for one in some] == squares(range(count))


def test_other_processes_do_the_work() -> None:
    alone = threading.active_count() == 1
    numbers = side_by_side(lambda _: os.getpid(), range(8), 3)

    assert numbers[-1] == os.getpid()
    assert len(set(numbers)) == (3 if alone and hasattr(os, "fork") else 1)


def test_what_is_raised_beside_is_raised_here() -> None:
    def look(numbers: Sequence[int]) -> None:
        if 0 in numbers:
            raise ValueError("không")

    with pytest.raises(ValueError, match="không"):
        side_by_side(look, range(8), 2)


def test_a_process_that_is_lost_costs_nothing_but_time() -> None:
    here = os.getpid()

    def look(numbers: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            os._exit(7)
        return list(numbers)

    assert [number for some in side_by_side(look, range(8), 2) for number in some] == list(range(8))


def test_with_threads_nothing_is_forked() -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        assert side_by_side(lambda _: os.getpid(), range(8), 2) == [os.getpid()]
    finally:
        ended.set()
        thread.join()
