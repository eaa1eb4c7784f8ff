"""Versions of a draft, within a transaction of the caller."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, desc, insert, select, update

from docgen.store.draft import Version
from docgen.store.pairs import from_text
from docgen.store.refusals import NotThere
from docgen.store.rows import the_row
from docgen.store.tables import DRAFTS, VERSIONS
from docgen.store.thinning import superfluous

_HEADS = [column for column in VERSIONS.c if column is not VERSIONS.c.pairs]


def keep(
    connection: Connection, draft: Row[Any], now: datetime, *, who: str = "", name: str = "", why: str = ""
) -> int:
    """Keep the stored state of a draft (its whole row, locked by the caller) as a version; its number."""
    number: int = draft.last_version + 1
    connection.execute(
        insert(VERSIONS).values(
            draft=draft.id,
            number=number,
            revision=draft.revision,
            at=now,
            who=who,
            name=name,
            why=why,
            title=draft.title,
            pairs=draft.pairs,
        )
    )
    connection.execute(update(DRAFTS).where(DRAFTS.c.id == draft.id).values(last_version=number))
    _thin(connection, draft.id, now)
    return number


def latest(connection: Connection, draft: str) -> Row[Any] | None:
    """Find the last version of a draft, without its pairs."""
    return connection.execute(
        select(*_HEADS).where(VERSIONS.c.draft == draft).order_by(desc(VERSIONS.c.number)).limit(1)
    ).first()


def listed(connection: Connection, draft: str) -> tuple[Version, ...]:
    """List the versions of a draft, newest first, without their pairs."""
    rows = connection.execute(select(*_HEADS).where(VERSIONS.c.draft == draft).order_by(desc(VERSIONS.c.number)))
    return tuple(_version(row, None) for row in rows)


def find(connection: Connection, draft: str, number: int) -> Version:
    """Find one version with its pairs. Raises NotThere."""
    if not 0 < number < 2**31:
        raise NotThere(f"{draft}/{number}")
    query = select(VERSIONS).where(VERSIONS.c.draft == draft, VERSIONS.c.number == number)
    row = the_row(connection, query, f"{draft}/{number}")
    return _version(row, row.pairs)


def _version(row: Row[Any], pairs: str | None) -> Version:
    return Version(
        number=row.number,
        when=row.at,
        who=row.who,
        name=row.name,
        why=row.why,
        pairs=() if pairs is None else from_text(pairs),
        title=row.title,
    )


def _thin(connection: Connection, draft: str, now: datetime) -> None:
    automatic = connection.execute(
        select(VERSIONS.c.number, VERSIONS.c.at).where(VERSIONS.c.draft == draft, VERSIONS.c.name == "")
    )
    going = superfluous(((row.number, row.at) for row in automatic), now)
    if going:
        connection.execute(delete(VERSIONS).where(VERSIONS.c.draft == draft, VERSIONS.c.number.in_(going)))
