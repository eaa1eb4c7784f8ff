"""Drafts as rows of their table, within a transaction of the caller."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, Connection, Executable, Row, select
from sqlalchemy.exc import IntegrityError

from docgen.store.draft import Draft
from docgen.store.ids import is_id
from docgen.store.pairs import check, from_text, to_text
from docgen.store.refusals import NotThere
from docgen.store.rows import the_row
from docgen.store.sought import sought
from docgen.store.tables import DRAFTS

HEADS = [column for column in DRAFTS.c if column.name not in {"pairs", "sought", "report"}]
"""What a list shows: the columns that are short."""


def content(title: str, pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Make the columns that hold what was typed. Raises InputFaults for what cannot be stored."""
    # The pairs first: a title is made of them, and what is wrong in both is told by the name of the input.
    text = to_text(pairs)
    check([("title", title)])
    return {"pairs": text, "title": title, "sought": sought(title, pairs)}


def find(
    connection: Connection,
    draft_id: str,
    owner: str | None = None,
    *,
    lock: bool = False,
    columns: Sequence[Column[Any]] = tuple(DRAFTS.c),
) -> Row[Any]:
    """Find the row of a draft, or these columns of it (the owner among them).

    Raises NotThere, also for a draft of another owner.

    lock: as for :func:`docgen.store.rows.the_row`.
    """
    if not is_id(draft_id):
        raise NotThere(repr(draft_id))
    row = the_row(connection, select(*columns).where(DRAFTS.c.id == draft_id), draft_id, lock=lock)
    if owner is not None and row.owner != owner:
        raise NotThere(draft_id)
    return row


def execute_with_office(connection: Connection, statement: Executable, office_id: str) -> None:
    """Execute what refers to an office. Raises NotThere when there is none of this id."""
    try:
        connection.execute(statement)
    except IntegrityError:
        raise NotThere(office_id) from None


def read(row: Row[Any], *, whole: bool = True) -> Draft:
    """Make a value of a row; without ``whole`` its pairs are left out."""
    return Draft(
        id=row.id,
        loai=row.loai,
        owner=row.owner,
        office=row.office or "",
        title=row.title,
        pairs=from_text(row.pairs) if whole else (),
        revision=row.revision,
        created=row.created,
        changed=row.changed,
        archived=row.archived,
        source=row.source,
        who=row.who,
    )
