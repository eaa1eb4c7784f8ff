"""The shelf of offices: what every paper of an office has in common."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from docgen.store.clock import Clock, utc_now
from docgen.store.engine import Database
from docgen.store.ids import fresh_id, is_id
from docgen.store.pairs import Pairs, check, from_text, to_text
from docgen.store.refusals import NotThere, OfficeOvertaken
from docgen.store.rows import the_row
from docgen.store.tables import OFFICES
from docgen.vietnamese.collation import khoa

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Signer:
    """Somebody who signs. ten_goi: how he is called in lists. quyen_han: authority, one printed line a line."""

    ten_goi: str = ""
    quyen_han: str = ""
    chuc_vu: str = ""
    ho_ten: str = ""
    chuc_vu_khac: str = ""


@dataclass(frozen=True)
class Group:
    """Recipients that are put in together, under a name."""

    name: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Office:
    """What the papers of an office share.

    id: ``""`` for one that is not stored yet. name: short, for lists. pairs: answers of the form (``co_quan.*``,
    ``dia_danh``). bases: usual can_cu. luu: usual file copy. file_pattern: names of files. revision: 0 when not
    stored yet, then one more with each save.
    """

    id: str = ""
    name: str = ""
    pairs: Pairs = ()
    signers: tuple[Signer, ...] = ()
    recipients: tuple[Group, ...] = ()
    bases: tuple[str, ...] = ()
    luu: str = ""
    file_pattern: str = ""
    created: datetime = field(default=_NEVER)
    changed: datetime = field(default=_NEVER)
    revision: int = 0


class Offices:
    """The offices of an installation; everybody sees all of them."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._now = clock

    def all(self) -> tuple[Office, ...]:
        """List every office, by name in Vietnamese order."""
        with self._database.reading() as connection:
            found = [_office(row) for row in connection.execute(select(OFFICES))]
        return tuple(sorted(found, key=lambda office: (khoa(office.name), office.id)))

    def get(self, office_id: str) -> Office:
        """Fetch an office. Raises NotThere."""
        with self._database.reading() as connection:
            return _office(_row(connection, office_id))

    def save(self, office: Office) -> Office:
        """Store an office on top of its revision, or a new one (id ``""``); as it is then.

        Raises OfficeOvertaken when another revision is stored, NotThere, InputFaults as drafts do.
        """
        now = self._now()
        values = {**_content(office), "changed": now}
        with self._database.writing() as connection:
            if not office.id:
                values |= {"id": fresh_id(), "created": now, "revision": 1}
                connection.execute(insert(OFFICES).values(values))
                return _office(_row(connection, values["id"]))
            row = _row(connection, office.id, lock=True)
            stored = _office(row)
            if replace(office, created=stored.created, changed=stored.changed, revision=stored.revision) == stored:
                return stored
            if office.revision != stored.revision:
                raise OfficeOvertaken(stored)
            values["revision"] = stored.revision + 1
            connection.execute(update(OFFICES).where(OFFICES.c.id == office.id).values(values))
            return _office(_row(connection, office.id))

    def delete(self, office_id: str) -> None:
        """Remove an office; its drafts stay, and belong to none. Raises NotThere."""
        with self._database.writing() as connection:
            row = _row(connection, office_id, lock=True)
            connection.execute(delete(OFFICES).where(OFFICES.c.id == row.id))


def _content(office: Office) -> dict[str, Any]:
    signers = [asdict(signer) for signer in office.signers]
    check((f"signers[{nth}].{name}", text) for nth, each in enumerate(signers, 1) for name, text in each.items())
    check((f"recipients[{nth}]", line) for nth, each in enumerate(office.recipients, 1) for line in each.lines)
    check((f"recipients[{nth}].name", each.name) for nth, each in enumerate(office.recipients, 1))
    check((f"bases[{nth}]", text) for nth, text in enumerate(office.bases, 1))
    check([("name", office.name), ("luu", office.luu), ("file_pattern", office.file_pattern)])
    return {
        "name": office.name,
        "pairs": to_text(office.pairs),
        "signers": _json(signers),
        "recipients": _json([{"name": group.name, "lines": list(group.lines)} for group in office.recipients]),
        "bases": _json(list(office.bases)),
        "luu": office.luu,
        "file_pattern": office.file_pattern,
    }


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def _row(connection: Connection, office_id: str, *, lock: bool = False) -> Row[Any]:
    if not is_id(office_id):
        raise NotThere(repr(office_id))
    query = select(OFFICES).where(OFFICES.c.id == office_id)
    return the_row(connection, query, office_id, lock=lock)


def _office(row: Row[Any]) -> Office:
    return Office(
        id=row.id,
        name=row.name,
        pairs=from_text(row.pairs),
        signers=tuple(Signer(**each) for each in json.loads(row.signers)),
        recipients=tuple(Group(each["name"], tuple(each["lines"])) for each in json.loads(row.recipients)),
        bases=tuple(json.loads(row.bases)),
        luu=row.luu,
        file_pattern=row.file_pattern,
        created=row.created,
        changed=row.changed,
        revision=row.revision,
    )
