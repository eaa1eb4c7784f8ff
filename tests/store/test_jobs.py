from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import make_url

from docgen.errors import InputFaults
from docgen.store import Job, NotThere, Store, TooManyJobs, open_store, where
from docgen.store.jobs import ALL_JUDGED
from tests.store.telling_time import Clock


def begun(store: Store, draft: str = "", owner: str = "", total: int = 3) -> Job:
    job_id = store.jobs.fresh_id()
    (store.jobs.folder(job_id) / "bang.csv").write_text("so\n1\n", encoding="utf-8")
    return store.jobs.create(job_id, draft=draft, owner=owner, total=total, title="Kế hoạch", sheet="đơn vị.csv")


def test_a_job_comes_back_as_it_was_kept(timed: Store, clock: Clock) -> None:
    draft = timed.drafts.create("ke-hoach", ())
    job = begun(timed, draft.id)
    assert timed.jobs.get(job.id) == job
    assert (job.state, job.draft, job.total, job.sheet) == ("checked", draft.id, 3, "đơn vị.csv")
    assert (job.created, job.at_work) == (clock.now, False)
    timed.drafts.delete(draft.id)
    assert timed.jobs.get(job.id).draft == ""


def test_the_files_are_the_users_own(store: Store) -> None:
    folder = store.jobs.folder(begun(store).id)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700


def test_a_job_of_somebody_else_is_not_there(store: Store) -> None:
    job = begun(store, owner="an")
    for ask in (
        lambda: store.jobs.get(job.id, "binh"),
        lambda: store.jobs.queue(job.id, most=9, owner="binh"),
        lambda: store.jobs.stop(job.id, "binh"),
        lambda: store.jobs.delete(job.id, "binh"),
        lambda: store.jobs.get("../../etc"),
        lambda: store.jobs.folder("../../etc"),
    ):
        with pytest.raises(NotThere):
            ask()
    assert store.jobs.listing("binh") == ()
    assert store.jobs.listing("an") == store.jobs.listing() == (job,)


def test_what_cannot_be_kept_is_refused(store: Store) -> None:
    with pytest.raises(InputFaults):
        store.jobs.create(store.jobs.fresh_id(), draft="", total=1, title="a", sheet="\x00.csv")
    with pytest.raises(NotThere):
        begun(store, draft="A" * 22)
    assert store.jobs.listing() == ()


def test_a_sheet_that_is_sent_again_replaces_the_one_that_never_began(store: Store) -> None:
    draft = store.drafts.create("ke-hoach", ())
    other, first = begun(store, owner="binh"), begun(store, draft.id, "an")
    second = begun(store, draft.id, "an")
    assert {job.id for job in store.jobs.listing()} == {other.id, second.id}
    assert not (store.jobs.root() / first.id).exists()
    store.jobs.queue(second.id, most=9)
    third = begun(store, draft.id, "an")
    assert {job.id for job in store.jobs.listing("an")} == {second.id, third.id}


def test_jobs_are_run_in_their_turn(timed: Store, clock: Clock) -> None:
    first, second = begun(timed), begun(timed)
    clock.goes(seconds=1)
    timed.jobs.queue(second.id, most=9, with_pdf=True, judged=ALL_JUDGED)
    clock.goes(seconds=1)
    timed.jobs.queue(first.id, most=9)
    taken = timed.jobs.take()
    assert taken is not None
    assert (taken.id, taken.state, taken.with_pdf, taken.judged) == (second.id, "running", True, ALL_JUDGED)
    clock.goes(seconds=1)
    # Whoever ran it is gone: what was begun goes on first.
    again = timed.jobs.take()
    assert again is not None
    assert again.id == second.id
    assert timed.jobs.tell(second.id, "làm văn bản", 2, 3, 1, 1.5)
    told = timed.jobs.get(second.id)
    assert (told.phase, told.done, told.wanted, told.failed, told.seconds) == ("làm văn bản", 2, 3, 1, 1.5)
    assert timed.jobs.finish(second.id, "done", made=2, kept=0, failed=1)
    left = timed.jobs.take()
    assert left is not None
    assert left.id == first.id
    assert timed.jobs.finish(first.id, "failed", made=0, kept=0, failed=0, message="Không có LibreOffice.")
    assert timed.jobs.take() is None
    assert timed.jobs.get(first.id).message == "Không có LibreOffice."


def test_a_job_that_is_stopped_is_told_so_and_may_go_on(store: Store) -> None:
    job = begun(store)
    store.jobs.queue(job.id, most=9, with_pdf=True)
    store.jobs.take()
    assert store.jobs.stop(job.id).state == "stopped"
    assert not store.jobs.tell(job.id, "làm văn bản", 1, 3, 0, 1)
    assert not store.jobs.finish(job.id, "done", made=3, kept=0, failed=0)
    assert store.jobs.take() is None
    assert store.jobs.queue(job.id, most=9).with_pdf
    assert store.jobs.take() is not None
    store.jobs.finish(job.id, "done", made=3, kept=0, failed=0)
    assert store.jobs.stop(job.id).state == "done"


def test_nobody_has_more_at_work_than_one_may(store: Store) -> None:
    jobs = [begun(store, owner="an") for _ in range(3)]
    for job in jobs[:2]:
        store.jobs.queue(job.id, most=2)
    with pytest.raises(TooManyJobs):
        store.jobs.queue(jobs[2].id, most=2)
    assert store.jobs.queue(jobs[0].id, most=2).state == "waiting"
    other = begun(store, owner="binh")
    assert store.jobs.queue(other.id, most=2).state == "waiting"


def test_a_job_at_work_is_not_removed(store: Store) -> None:
    job = begun(store)
    store.jobs.queue(job.id, most=9)
    assert not store.jobs.delete(job.id)
    store.jobs.stop(job.id)
    assert store.jobs.delete(job.id)
    assert store.jobs.listing() == ()
    assert not (store.jobs.root() / job.id).exists()


def test_what_never_began_and_folders_of_nobody_go_in_time(timed: Store, clock: Clock) -> None:
    forgotten, begun_one = begun(timed), begun(timed)
    timed.jobs.queue(begun_one.id, most=9)
    stray = timed.jobs.folder(timed.jobs.fresh_id())
    foreign = timed.jobs.root() / "của-người-khác"
    foreign.mkdir()
    assert timed.jobs.tidy(timedelta(days=1)) == 0
    assert timed.jobs.listing()
    clock.now += timedelta(days=365 * 100)
    assert timed.jobs.tidy(timedelta(days=1)) == 2
    assert [job.id for job in timed.jobs.listing()] == [begun_one.id]
    assert not stray.exists()
    assert not (timed.jobs.root() / forgotten.id).exists()
    assert foreign.exists()


def test_jobs_survive_the_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.sqlite3'}"
    with open_store(url) as store:
        job = begun(store)
        store.jobs.queue(job.id, most=1)
        store.jobs.take()
    with open_store(url) as store:
        left = store.jobs.take()
        assert left is not None
        assert left.id == job.id


def test_the_files_stand_beside_the_database_or_where_one_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    url = make_url(f"sqlite:///{tmp_path / 'kho.sqlite3'}")
    monkeypatch.delenv(where.JOBS, raising=False)
    assert where.jobs_folder(url) == tmp_path / "kho-jobs"
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    assert where.jobs_folder(make_url("postgresql://docgen@may-chu/docgen")) == tmp_path / "docgen" / "jobs"
    monkeypatch.setenv(where.JOBS, str(tmp_path / "lo"))
    assert where.jobs_folder(url) == tmp_path / "lo"
