"""Many threads and several processes on one database: every update is kept, or its author is told."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from docgen.store import Overtaken, Store, open_store

Work = Callable[[Store, str, str], None]


def _append(store: Store, draft_id: str, mark: str) -> None:
    """Add a mark to what is stored, as two windows do: take, change, save, and begin again when overtaken."""
    while True:
        draft = store.drafts.get(draft_id)
        try:
            store.drafts.save(draft_id, draft.revision, [*draft.pairs, ("can_cu[]", mark)], title=mark, who=mark)
        except Overtaken as told:
            assert told.stored.revision > draft.revision
            continue
        return


def _append_many(url: str, draft_id: str, who: str, times: int) -> None:
    with open_store(url) as store:
        for nth in range(times):
            _append(store, draft_id, f"{who}.{nth}")


def _url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'shared.sqlite3'}"


def _check(url: str, draft_id: str, workers: int, times: int) -> None:
    with open_store(url) as store:
        draft = store.drafts.get(draft_id)
    marks = [value for _, value in draft.pairs]
    assert sorted(marks) == sorted(f"{who}.{nth}" for who in range(workers) for nth in range(times))
    assert draft.revision == 1 + workers * times
    for who in range(workers):
        mine = [mark for mark in marks if mark.startswith(f"{who}.")]
        assert mine == [f"{who}.{nth}" for nth in range(times)]


def _run(workers: list[threading.Thread] | list[multiprocessing.context.SpawnProcess]) -> None:
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)
        assert not worker.is_alive()


def test_no_update_is_lost_among_threads(tmp_path: Path) -> None:
    url = _url(tmp_path)
    with open_store(url) as store:
        draft_id = store.drafts.create("ke-hoach", ()).id
        failed: list[BaseException] = []

        def work(who: int) -> None:
            try:
                for nth in range(12):
                    _append(store, draft_id, f"{who}.{nth}")
            except BaseException as error:
                failed.append(error)
                raise

        _run([threading.Thread(target=work, args=(who,)) for who in range(6)])
        assert not failed
    _check(url, draft_id, 6, 12)


@pytest.mark.slow
def test_no_update_is_lost_among_processes(tmp_path: Path) -> None:
    url = _url(tmp_path)
    with open_store(url) as store:
        draft_id = store.drafts.create("ke-hoach", ()).id
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_append_many, args=(url, draft_id, str(who), 15)) for who in range(3)]
    _run(processes)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    _check(url, draft_id, 3, 15)


def test_of_two_saves_on_one_revision_exactly_one_is_kept(store: Store) -> None:
    draft = store.drafts.create("ke-hoach", ())
    together = threading.Barrier(8)
    told: list[str] = []

    def work(mark: str) -> None:
        together.wait()
        try:
            store.drafts.save(draft.id, 1, [("so", mark)], title="")
            told.append("saved")
        except Overtaken:
            told.append("overtaken")

    _run([threading.Thread(target=work, args=(str(nth),)) for nth in range(8)])
    assert sorted(told) == ["overtaken"] * 7 + ["saved"]
    assert store.drafts.get(draft.id).revision == 2


def test_versions_kept_at_once_have_numbers_of_their_own(store: Store) -> None:
    draft = store.drafts.create("ke-hoach", (("so", "1"),))
    _run([threading.Thread(target=store.drafts.keep, args=(draft.id, str(nth))) for nth in range(8)])
    versions = store.drafts.versions(draft.id)
    assert [version.number for version in versions] == [8, 7, 6, 5, 4, 3, 2, 1]
    assert sorted(version.name for version in versions) == list("01234567")


def test_an_account_is_opened_once(store: Store) -> None:
    from docgen.store import NameTaken

    together = threading.Barrier(6)
    told: list[str] = []

    def work() -> None:
        together.wait()
        try:
            store.users.create("an", "x", "van-thu")
            told.append("made")
        except NameTaken:
            told.append("taken")

    _run([threading.Thread(target=work) for _ in range(6)])
    assert sorted(told) == ["made"] + ["taken"] * 5


def _open(url: str) -> None:
    with open_store(url) as store:
        store.drafts.create("ke-hoach", ())


@pytest.mark.slow
def test_several_processes_may_make_the_database_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    processes = [context.Process(target=_open, args=(_url(tmp_path),)) for _ in range(4)]
    _run(processes)
    assert [process.exitcode for process in processes] == [0] * 4
    with open_store(_url(tmp_path)) as store:
        assert store.drafts.listing().total == 4


def test_several_threads_may_make_the_database_at_once(tmp_path: Path) -> None:
    failed: list[BaseException] = []
    together = threading.Barrier(6)

    def work() -> None:
        together.wait()
        try:
            _open(_url(tmp_path))
        except BaseException as error:
            failed.append(error)

    _run([threading.Thread(target=work) for _ in range(6)])
    assert not failed


def test_a_reader_does_not_wait_for_a_writer(tmp_path: Path) -> None:
    url = _url(tmp_path)
    with open_store(url) as one, open_store(url) as other:
        draft = one.drafts.create("ke-hoach", (("so", "1"),))
        with one._database.writing():
            assert other.drafts.get(draft.id) == draft
            assert other.drafts.listing(tim="1").total == 1
