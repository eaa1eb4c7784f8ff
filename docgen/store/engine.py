"""One database, and the two ways to be in it: reading, and writing in a transaction that holds or never was."""

from __future__ import annotations

import contextlib
import sqlite3
import time
import weakref
from collections.abc import Iterator
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    NotSupportedError,
    ProgrammingError,
    SQLAlchemyError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from docgen.errors import Fault, Unusable
from docgen.store import where

# How long one writer waits for the others. A save takes milliseconds; whoever still waits then meets a real trouble.
WAIT_SECONDS = 20
# As many as the threads of the server, and some to spare.
CONNECTIONS = 16

_WRITES = "docgen_writes"
# These are mistakes of this room, not troubles of the database.
_OURS = (DataError, IntegrityError, NotSupportedError, ProgrammingError)


class Unreachable(Unusable):
    """The database cannot be used now: it is busy, full, broken or away. What was to be saved has not been."""


class Database:
    """An engine and the transactions on it. Raises Unusable when ``url`` names no driver we have."""

    def __init__(self, url: URL) -> None:
        self._told = where.told(url)
        self._reads = _engine(url)
        self._writes = self._reads.execution_options(**{_WRITES: True})
        # Python 3.13 warns of SQLite connections that are let go without being closed.
        weakref.finalize(self, self._reads.dispose)

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a file of ours."""
        return self._reads.dialect.name == "sqlite"

    @contextlib.contextmanager
    def reading(self) -> Iterator[Connection]:
        """Be in a transaction that sees one state. Raises Unreachable."""
        with self._telling(), self._reads.begin() as connection:
            yield connection

    @contextlib.contextmanager
    def writing(self) -> Iterator[Connection]:
        """Be in a transaction that is kept when the block ends, and never was when it raises. Raises Unreachable."""
        with self._telling(), self._writes.begin() as connection:
            yield connection

    def use_wal(self) -> None:
        """Let readers and a writer of a SQLite file work at once. Said once; the file remembers it.

        Raises Unreachable. Where the file system cannot do it (a network share), the file stays as it is.
        """
        if not self.is_sqlite:
            return
        until = time.monotonic() + WAIT_SECONDS
        with self._telling(), self._reads.connect() as connection:
            raw: Any = connection.connection.driver_connection
            while raw.execute("PRAGMA journal_mode").fetchone() != ("wal",):
                try:
                    raw.execute("PRAGMA journal_mode = WAL").close()
                    return
                except sqlite3.OperationalError:
                    # SQLite does not wait here, though another process may be doing the very same.
                    if time.monotonic() > until:
                        raise
                    time.sleep(0.01)

    def close(self) -> None:
        """Close every connection; whoever asks again opens new ones."""
        self._reads.dispose()

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        try:
            yield
        except (DatabaseError, InterfaceError, PoolTimeoutError, sqlite3.DatabaseError) as error:
            if isinstance(error, _OURS):
                raise
            loi = "Kho dữ liệu đang bận hoặc không dùng được, nên lần này chưa đọc hay lưu được gì."
            raise Unreachable(Fault(self._told, loi, "Xin thử lại; nếu vẫn vậy, báo người phụ trách.")) from error


def _engine(url: URL) -> Engine:
    sqlite = url.get_backend_name() == "sqlite"
    settings: dict[str, Any] = {"connect_args": {"timeout": WAIT_SECONDS}} if sqlite else {"pool_pre_ping": True}
    try:
        engine = create_engine(url, pool_size=CONNECTIONS, pool_timeout=WAIT_SECONDS, **settings)
    except (SQLAlchemyError, ImportError, TypeError) as error:
        loi = f"Không mở được loại kho dữ liệu “{url.drivername}”."
        sua = "Hãy cài trình điều khiển của nó (ví dụ psycopg cho PostgreSQL), hoặc sửa địa chỉ."
        raise Unusable(Fault(where.SETTING, loi, sua)) from error
    if sqlite:
        event.listen(engine, "connect", _prepare)
        event.listen(engine, "begin", _begin)
    return engine


def _prepare(raw: Any, _record: object) -> None:
    """Take the transactions into our own hands: Python's sqlite3 would begin them late and without a lock."""
    raw.isolation_level = None
    cursor = raw.cursor()
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Take the write lock before reading what is to be changed: a lock taken later may find it changed by others."""
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
