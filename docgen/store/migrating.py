"""The shape of the database, and the way there from an older one.

A new database gets today's tables and the number of today's schema. An older one is led there step by step, in one
transaction. To change the tables: change :mod:`docgen.store.tables`, add a step here that brings an existing
database to the same shape, and freeze the outcome as ``tests/store/schema-N.sql``, as the tests ask.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import Connection, insert, inspect, select, update
from sqlalchemy.exc import IntegrityError, ProgrammingError

from docgen.errors import Fault, Unusable
from docgen.store.engine import Database
from docgen.store.steps import add_jobs, add_shelf
from docgen.store.tables import METADATA, SCHEMA

Step = Callable[[Connection], None]

STEPS: tuple[Step, ...] = (add_jobs, add_shelf)
"""The first leads from schema 1 to 2, the next from 2 to 3, and so on."""


def bring_up(database: Database, told: str, steps: Sequence[Step] = STEPS) -> int:
    """Make the tables, or bring them up to today's schema; its number. ``told`` names the database in messages.

    Raises Unusable when a newer docgen has been here.
    """
    newest = len(steps) + 1
    with database.reading() as connection:
        if _version(connection) == newest:
            return newest
    try:
        _make_or_lead(database, told, steps)
    except (IntegrityError, ProgrammingError):
        # Another process made the same tables at the same moment; SQLite lets only one begin, others find out late.
        _make_or_lead(database, told, steps)
    return newest


def _make_or_lead(database: Database, told: str, steps: Sequence[Step]) -> None:
    newest = len(steps) + 1
    with database.writing() as connection:
        found = _version(connection, lock=True)
        if found is None:
            _refuse_others(connection, told)
            METADATA.create_all(connection)
            connection.execute(insert(SCHEMA).values(version=newest))
            return
        if found > newest:
            loi = f"Kho dữ liệu này do bản docgen mới hơn lập ra (lược đồ {found}; bản đang chạy chỉ biết {newest})."
            raise Unusable(Fault(told, loi, "Hãy cài bản docgen mới nhất rồi mở lại; dữ liệu vẫn còn nguyên."))
        for step in steps[found - 1 :]:
            step(connection)
        connection.execute(update(SCHEMA).values(version=newest))


def _version(connection: Connection, *, lock: bool = False) -> int | None:
    if not inspect(connection).has_table(SCHEMA.name):
        return None
    query = select(SCHEMA.c.version)
    found: int | None = connection.scalar(query.with_for_update() if lock else query)
    return found


def _refuse_others(connection: Connection, told: str) -> None:
    """Keep away from the tables of another program that happen to be called like ours."""
    if not METADATA.tables.keys().isdisjoint(inspect(connection).get_table_names()):
        loi = "Kho dữ liệu này đã có bảng trùng tên của một chương trình khác."
        raise Unusable(Fault(told, loi, "Hãy dành cho docgen một kho (cơ sở dữ liệu) riêng."))
