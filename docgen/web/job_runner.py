"""The one who runs jobs: a thread beside the server, one job at a time, each as far as it goes.

A job that was being run when the server ended, however it ended, goes on when a server runs again: what is made stays
made (see :mod:`docgen.batch`).
"""

from __future__ import annotations

import contextlib
import logging
import os
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Final

from flask import Flask, current_app

from docgen.batch.alone import taken
from docgen.batch.print_set import print_set
from docgen.batch.progress import Progress
from docgen.batch.run import Result, run
from docgen.data_dir import DataDir
from docgen.errors import DocgenError, InputFaults
from docgen.store import Job, NotThere, Store, Unreachable
from docgen.store.jobs import ALL_JUDGED
from docgen.web import job_choices, shop
from docgen.web.job_choices import Choices, Findings
from docgen.web.job_files import JobFiles, plan_of, sentences
from docgen.web.uses import note_job

LOCK: Final = ".lock"
KEPT_UNBEGUN: Final = timedelta(days=1)

_RUNNER: Final = "docgen.jobs"
_TELL_EVERY_S: Final = 0.5
# Jobs of another process on the same database are seen as soon as this.
_LOOK_EVERY_S: Final = 5.0
_CLOSE_S: Final = 60.0
_log = logging.getLogger(__name__)


class _Halted(Exception):
    """The job is to be run no longer: somebody stopped it, or the server ends."""


class Runner:
    """Runs the jobs of a store. store: found when it is needed."""

    def __init__(self, store: Callable[[], Store], data: DataDir) -> None:
        self._store, self._data = store, data
        self._closing, self._wanted = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begin to run jobs in a thread, those first that an earlier server left."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._live, name="docgen-jobs", daemon=True)
            self._thread.start()

    def wake(self) -> None:
        """Say that there is a job."""
        self._wanted.set()

    def close(self) -> None:
        """End the thread; the job it is at goes on with the next server."""
        self._closing.set()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join(_CLOSE_S)

    def run_waiting(self) -> int:
        """Run jobs until none is left, in the thread of the caller; how many."""
        count = 0
        while not self._closing.is_set() and (job := self._store().jobs.take()) is not None:
            self._run(job)
            count += 1
        return count

    def _live(self) -> None:
        while not self._closing.is_set():
            # Cleared before looking: a job that comes while it is looked for wakes the next round.
            self._wanted.clear()
            try:
                self._look()
            except DocgenError as error:
                _log.error("jobs cannot be run now: %s", error)
            except Exception:
                _log.exception("jobs cannot be run now")
            self._wanted.wait(_LOOK_EVERY_S)

    def _look(self) -> None:
        """Run what there is to run, unless another process does; where there is nothing, no folder is made."""
        jobs = self._store().jobs
        if not jobs.any_at_work():
            return
        with alone(jobs.root()) as ours:
            if ours:
                jobs.tidy(KEPT_UNBEGUN)
                self.run_waiting()

    def _run(self, job: Job) -> None:
        jobs = self._store().jobs
        files = JobFiles(jobs.folder(job.id))
        tell, chosen = self._teller(job), job_choices.choices(files.choices)
        merged = files.print_set(chosen.merged) if chosen.merged else None
        try:
            result = run(
                plan_of(files, job.pattern, self._data),
                workers=min(max((os.cpu_count() or 1) - 1, 2), 4),
                resume=True,
                zip=True,
                pdf=job.with_pdf or chosen.merged == "pdf",
                merge=print_set(merged, replace=True, odd=chosen.odd, on_progress=tell) if merged else None,
                check=None if job.judged == ALL_JUDGED else job.judged,
                verify=chosen.verified,
                on_progress=tell,
            )
        except _Halted:
            self._remove_if_gone(job, files)
        except Unreachable:
            raise
        except DocgenError as error:
            jobs.finish(job.id, "failed", made=0, kept=0, failed=0, message=sentences(error, files))
        except Exception:
            code = secrets.token_hex(4)
            _log.exception("unexpected failure of a job (%s)", code)
            jobs.finish(job.id, "failed", made=0, kept=0, failed=0, message=_UNEXPECTED.format(code=code))
        else:
            job_choices.keep(files.findings, _findings(result, files, chosen))
            jobs.finish(job.id, "done", made=result.made, kept=result.kept, failed=result.failed)
            note_job(self._store(), self._data, job, files)
            self._remove_if_gone(job, files)

    def _teller(self, job: Job) -> Callable[[Progress], None]:
        told_at, phase = 0.0, ""

        def tell(progress: Progress) -> None:
            nonlocal told_at, phase
            if self._closing.is_set():
                raise _Halted
            now = time.monotonic()
            if progress.phase == phase and now - told_at < _TELL_EVERY_S and progress.done < progress.total:
                return
            told_at, phase = now, progress.phase
            said = (progress.done, progress.total, progress.failed, progress.seconds)
            try:
                goes_on = self._store().jobs.tell(job.id, progress.phase, *said)
            except Unreachable:
                # How far it is can be told later; the copies do not wait for that.
                return
            if not goes_on:
                raise _Halted

        return tell

    def _remove_if_gone(self, job: Job, files: JobFiles) -> None:
        """Remove what was still being written while somebody removed the job."""
        try:
            self._store().jobs.get(job.id)
        except NotThere:
            shutil.rmtree(files.folder, ignore_errors=True)


def _findings(result: Result, files: JobFiles, chosen: Choices) -> Findings:
    judged = sum(1 for line in result.lines if line.judgement is not None)
    differing = sentences(InputFaults(result.faults), files).split("\n") if result.faults else []
    compared = min(chosen.verified, result.made + result.kept)
    return Findings(judged, result.findings, compared, tuple(differing))


def keep_runner(app: Flask, data: DataDir) -> None:
    """Give the app its runner, which does nothing before it is started."""
    app.extensions[_RUNNER] = Runner(lambda: shop.store(app), data)


def runner(app: Flask | None = None) -> Runner:
    """Find the runner of an app, the running one when left out. Whoever serves the app starts and closes it."""
    found: Runner = (app or current_app).extensions[_RUNNER]
    return found


@contextlib.contextmanager
def alone(root: Path) -> Iterator[bool]:
    """Take the jobs of a folder for this process, if no other has them; what holds them is gone with the process."""
    file = os.open(root / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        yield taken(file)
    finally:
        os.close(file)


_UNEXPECTED: Final = "docgen gặp một lỗi chưa lường trước. Xin báo người phụ trách, kèm mã {code} để tìm trong nhật ký."
