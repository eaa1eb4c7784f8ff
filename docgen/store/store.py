"""The store: one database with its shelves."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Self

from docgen.errors import Fault, Unusable
from docgen.store import migrating, where
from docgen.store.clock import Clock, utc_now
from docgen.store.drafts import VERSION_EVERY, Drafts
from docgen.store.engine import Database, Unreachable
from docgen.store.jobs import Jobs
from docgen.store.offices import Offices
from docgen.store.shelf import Shelf
from docgen.store.users import Users


class Store:
    """Drafts, offices, accounts, jobs and templates of one database. Safe for many threads; close it in the end.

    job_files, shelf_files: tell the folders for the files of jobs, and for the templates in use, when they are wanted.
    """

    def __init__(
        self,
        database: Database,
        job_files: Callable[[], Path],
        shelf_files: Callable[[], Path],
        *,
        clock: Clock = utc_now,
        version_every: timedelta = VERSION_EVERY,
    ) -> None:
        self._database = database
        self.drafts = Drafts(database, clock, version_every)
        self.offices = Offices(database, clock)
        self.users = Users(database, clock)
        self.jobs = Jobs(database, job_files, clock)
        self.shelf = Shelf(database, shelf_files, clock)

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def open_store(url: str | None = None, *, clock: Clock = utc_now, version_every: timedelta = VERSION_EVERY) -> Store:
    """Open the database, made or brought up to date where need be.

    url: an SQLAlchemy URL; left out, DOCGEN_DB, else a SQLite file in the user's data folder. clock: tells the time.
    version_every: how much time lies between the versions that saving keeps by itself.
    Raises Unusable, in Vietnamese, when it cannot be opened or a newer docgen has been there.
    """
    found = where.find(url)
    database = Database(found)
    try:
        database.use_wal()
        migrating.bring_up(database, where.told(found))
    except Unreachable as error:
        database.close()
        raise Unusable(_unopened(database, where.told(found))) from error
    except BaseException:
        database.close()
        raise
    folders = (lambda: where.jobs_folder(found)), (lambda: where.shelf_folder(found))
    return Store(database, *folders, clock=clock, version_every=version_every)


def shelf_folder(url: str | None = None) -> Path:
    """Tell where the templates in use are laid out, without opening the database; ``url`` as :func:`open_store`.

    Raises Unusable when the address cannot be read.
    """
    return where.shelf_folder(where.named(url))


def _unopened(database: Database, told: str) -> Fault:
    if database.is_sqlite:
        sua = "Hãy xem tệp có đúng là kho của docgen không, thư mục chứa nó có cho ghi không, đĩa còn chỗ không."
    else:
        sua = "Hãy xem lại địa chỉ, tên và mật khẩu trong DOCGEN_DB, và máy chủ dữ liệu có đang chạy không."
    return Fault(told, "Không mở được kho dữ liệu này.", sua)
