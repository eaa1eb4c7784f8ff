"""The one row that an id or a name stands for."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, Select

from docgen.store.refusals import NotThere


def the_row(connection: Connection, query: Select[Any], called: str, *, lock: bool = False) -> Row[Any]:
    """Fetch the one row a query finds. Raises NotThere, which tells what was ``called`` for.

    lock: nobody else changes it until the transaction ends (SQLite has but one writer anyway).
    """
    row = connection.execute(query.with_for_update() if lock else query).one_or_none()
    if row is None:
        raise NotThere(called)
    return row
