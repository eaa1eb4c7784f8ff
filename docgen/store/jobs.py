"""The shelf of jobs: each makes many copies of a paper. What is done with them, other rooms know."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal

from sqlalchemy import Connection, Row, Update, case, delete, desc, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from docgen.errors import Fault, Unusable
from docgen.store.clock import Clock, utc_now
from docgen.store.engine import Database
from docgen.store.ids import fresh_id, is_id
from docgen.store.pairs import check
from docgen.store.refusals import NotThere, TooManyJobs
from docgen.store.rows import the_row
from docgen.store.tables import JOBS

JobState = Literal["checked", "waiting", "running", "done", "failed", "stopped"]
"""Looked through but not begun; its turn is still to come; being run; run to its end, whatever became of the single
copies; ended by something that concerns all of them; ended by somebody."""

ALL_JUDGED = -1
_AT_WORK: tuple[JobState, ...] = ("waiting", "running")
_AT_REST: tuple[JobState, ...] = ("checked", "done", "failed", "stopped")


@dataclass(frozen=True)
class Job:
    """Many copies of one paper.

    draft: id of the draft it began with, "" when that is gone. title: of the paper. sheet: what the file with the rows
    was called. pattern: of the copies' names, "" for the usual one. total: how many copies there are to be.
    with_pdf: whether each gets a PDF. judged: how many of them are judged, ALL_JUDGED for all.
    made, kept, failed: how the last run ended. phase: what is being done, done of wanted of it after so many seconds.
    message: why the job failed.
    """

    id: str
    owner: str
    draft: str
    title: str
    sheet: str
    pattern: str
    state: JobState
    with_pdf: bool
    judged: int
    total: int
    made: int
    kept: int
    failed: int
    phase: str
    done: int
    wanted: int
    seconds: float
    created: datetime
    changed: datetime
    message: str

    @property
    def at_work(self) -> bool:
        """Whether it waits for its turn or is being run."""
        return self.state in _AT_WORK


class Jobs:
    """The jobs of an installation and the folders of their files. ``owner``: as with drafts."""

    def __init__(self, database: Database, root: Callable[[], Path], clock: Clock = utc_now) -> None:
        self._database, self._root, self._now = database, root, clock

    def root(self) -> Path:
        """Give the folder of all jobs, the user's own to read; made when need be. Raises Unusable."""
        root = self._root()
        try:
            root.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise Unusable(_unwritable(root)) from error
        return root

    def folder(self, job_id: str) -> Path:
        """Give the folder of a job's files, made when need be. Raises Unusable, NotThere for what is no id."""
        if not is_id(job_id):
            raise NotThere(repr(job_id))
        folder = self.root() / job_id
        try:
            folder.mkdir(mode=0o700, exist_ok=True)
        except OSError as error:
            raise Unusable(_unwritable(folder)) from error
        return folder

    def fresh_id(self) -> str:
        """Make the id of a job that is to be: its files come first, its row when they are whole."""
        return fresh_id()

    def create(
        self, job_id: str, *, draft: str, total: int, title: str, sheet: str, pattern: str = "", owner: str = ""
    ) -> Job:
        """Keep a job that was looked through; its owner's older ones of the same draft that never began go.

        Raises NotThere when there is no such draft, InputFaults for characters that cannot be stored.
        """
        check([("title", title), ("sheet", sheet), ("pattern", pattern)])
        now = self._now()
        words = {"title": title, "sheet": sheet, "pattern": pattern, "phase": "", "message": ""}
        counts = dict.fromkeys(("judged", "made", "kept", "failed", "done", "wanted", "milliseconds"), 0)
        began = {"id": job_id, "owner": owner, "draft": draft or None, "state": "checked", "with_pdf": False}
        with self._database.writing() as connection:
            older = _never_begun(connection, JOBS.c.owner == owner, JOBS.c.draft == draft)
            made_of = {**began, **words, **counts, "total": total, "created": now, "changed": now}
            try:
                connection.execute(insert(JOBS).values(made_of))
            except IntegrityError:
                raise NotThere(draft) from None
            made = _job(_row(connection, job_id))
        self._remove(older)
        return made

    def get(self, job_id: str, owner: str | None = None) -> Job:
        """Fetch a job. Raises NotThere."""
        with self._database.reading() as connection:
            return _job(_row(connection, job_id, owner))

    def listing(self, owner: str | None = None, count: int = 100) -> tuple[Job, ...]:
        """List jobs, newest first."""
        query = select(JOBS).order_by(desc(JOBS.c.created), JOBS.c.id).limit(count)
        with self._database.reading() as connection:
            return tuple(_job(row) for row in connection.execute(_of(query, owner)))

    def recount(self, job_id: str, total: int, owner: str | None = None) -> Job:
        """Note how many copies there are to be after looking through again; only before it begins. Raises NotThere."""
        with self._database.writing() as connection:
            found = _row(connection, job_id, owner, lock=True)
            changed = update(JOBS).where(JOBS.c.id == found.id, JOBS.c.state == "checked")
            connection.execute(changed.values(total=total, changed=self._now()))
            return _job(_row(connection, found.id))

    def queue(
        self,
        job_id: str,
        *,
        most: int,
        with_pdf: bool | None = None,
        judged: int | None = None,
        owner: str | None = None,
    ) -> Job:
        """Let a job wait for its turn, for the first time or again; one that is at work stays as it is.

        most: as many may its owner have at work. with_pdf, judged: None as before. Raises TooManyJobs, NotThere.
        """
        with self._database.writing() as connection:
            found = _job(_row(connection, job_id, owner, lock=True))
            if found.at_work:
                return found
            same = (JOBS.c.owner == found.owner, JOBS.c.state.in_(_AT_WORK))
            if (connection.scalar(select(func.count()).select_from(JOBS).where(*same)) or 0) >= most:
                raise TooManyJobs
            wanted = {"with_pdf": with_pdf, "judged": judged}
            chosen = {name: value for name, value in wanted.items() if value is not None}
            clean = {"phase": "", "message": "", "done": 0, "wanted": 0, "milliseconds": 0}
            changed = update(JOBS).where(JOBS.c.id == found.id).values(**chosen, **clean)
            connection.execute(changed.values(state="waiting", changed=self._now()))
            return _job(_row(connection, found.id))

    def stop(self, job_id: str, owner: str | None = None) -> Job:
        """Stop a job that is at work; whoever runs it finds out when it next tells how far it is. Raises NotThere."""
        with self._database.writing() as connection:
            found = _row(connection, job_id, owner, lock=True)
            stopped = update(JOBS).where(JOBS.c.id == found.id, JOBS.c.state.in_(_AT_WORK))
            connection.execute(stopped.values(state="stopped", changed=self._now()))
            return _job(_row(connection, found.id))

    def any_at_work(self) -> bool:
        """Tell whether there is a job to run, or one that is being run."""
        with self._database.reading() as connection:
            return connection.scalar(select(JOBS.c.id).where(JOBS.c.state.in_(_AT_WORK)).limit(1)) is not None

    def take(self) -> Job | None:
        """Take the next job to run: what was left running by somebody who is gone first, then who waits longest.

        Only for the one who runs jobs: what is marked as running is not being run by anybody else.
        """
        first = case((JOBS.c.state == "running", 0), else_=1)
        query = select(JOBS.c.id).where(JOBS.c.state.in_(_AT_WORK)).order_by(first, JOBS.c.changed).limit(1)
        if not self.any_at_work():
            return None
        with self._database.writing() as connection:
            found = connection.scalar(query)
            if found is None:
                return None
            connection.execute(update(JOBS).where(JOBS.c.id == found).values(state="running", changed=self._now()))
            return _job(_row(connection, found))

    def tell(self, job_id: str, phase: str, done: int, wanted: int, failed: int, seconds: float) -> bool:
        """Note how far a running job is; False when it is to be run no longer."""
        said = {"phase": phase, "done": done, "wanted": wanted, "failed": failed, "milliseconds": int(seconds * 1000)}
        return self._while_running(job_id, update(JOBS).values(**said))

    def finish(
        self, job_id: str, state: Literal["done", "failed"], *, made: int, kept: int, failed: int, message: str = ""
    ) -> bool:
        """Note how a running job ended; False when it was stopped or removed meanwhile, and nothing is noted."""
        said = {"state": state, "made": made, "kept": kept, "failed": failed, "message": message}
        return self._while_running(job_id, update(JOBS).values(**said, changed=self._now()))

    def delete(self, job_id: str, owner: str | None = None) -> bool:
        """Remove a job that is at rest with all its files; False while it is at work. Raises NotThere."""
        with self._database.writing() as connection:
            found = _row(connection, job_id, owner, lock=True)
            connection.execute(delete(JOBS).where(JOBS.c.id == found.id, JOBS.c.state.in_(_AT_REST)))
        if found.state in _AT_WORK:
            return False
        self._remove([found.id])
        return True

    def tidy(self, older_than: timedelta) -> int:
        """Remove jobs that never began and are as old as that, and folders without a job; how many folders went."""
        before = self._now() - older_than
        with self._database.writing() as connection:
            _never_begun(connection, JOBS.c.changed < before)
            known = set(connection.scalars(select(JOBS.c.id)))
        # The files of a job come before its row: a folder of today may be one of these.
        lost = [
            folder.name
            for folder in self.root().iterdir()
            if is_id(folder.name) and folder.name not in known and folder.stat().st_mtime < before.timestamp()
        ]
        self._remove(lost)
        return len(lost)

    def _while_running(self, job_id: str, change: Update) -> bool:
        with self._database.writing() as connection:
            return connection.execute(change.where(JOBS.c.id == job_id, JOBS.c.state == "running")).rowcount == 1

    def _remove(self, job_ids: list[str]) -> None:
        for job_id in job_ids:
            # What cannot be removed now goes when it is tidied up.
            shutil.rmtree(self.root() / job_id, ignore_errors=True)


def _never_begun(connection: Connection, *where: Any) -> list[str]:
    """Remove jobs that were only looked through; their ids."""
    ids = list(connection.scalars(select(JOBS.c.id).where(JOBS.c.state == "checked", *where)))
    if ids:
        connection.execute(delete(JOBS).where(JOBS.c.id.in_(ids)))
    return ids


def _of(query: Any, owner: str | None) -> Any:
    return query if owner is None else query.where(JOBS.c.owner == owner)


def _row(connection: Connection, job_id: str, owner: str | None = None, *, lock: bool = False) -> Row[Any]:
    if not is_id(job_id):
        raise NotThere(repr(job_id))
    row = the_row(connection, select(JOBS).where(JOBS.c.id == job_id), job_id, lock=lock)
    if owner is not None and row.owner != owner:
        raise NotThere(job_id)
    return row


def _job(row: Row[Any]) -> Job:
    values = {name: value for name, value in row._mapping.items() if name != "milliseconds"}
    return Job(**{**values, "draft": row.draft or ""}, seconds=row.milliseconds / 1000)


def _unwritable(folder: Path) -> Fault:
    sua = "Hãy cho phép ghi ở đó, hoặc chỉ một thư mục khác bằng DOCGEN_JOBS."
    return Fault(str(folder), "Không tạo được thư mục cho các tệp làm hàng loạt.", sua)
