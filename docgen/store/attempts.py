"""Failed logins: counted by account at an address, by account, and by address; each locks for a while.

The limits let a person mistype, and stop a program: within half an hour of the first, five failures of one account
from one address, twenty of one account from anywhere, fifty from one address (which may be a whole office behind a
proxy). The lock begins with a minute, doubles with each further failure, and never lasts longer than fifteen, so that
nobody can keep an office out by failing on purpose for long. After the half hour counting begins anew.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import datetime, timedelta

from sqlalchemy import Connection, delete, insert, or_, select, update
from sqlalchemy.exc import IntegrityError

from docgen.store.clock import Clock, utc_now
from docgen.store.engine import Database
from docgen.store.tables import ATTEMPTS
from docgen.vietnamese.text import nfc

PAIR_LIMIT = 5
NAME_LIMIT = 20
ADDRESS_LIMIT = 50
FIRST_LOCK = timedelta(minutes=1)
LONGEST_LOCK = timedelta(minutes=15)
COUNTED_FOR = timedelta(minutes=30)


class Attempts:
    """Counts failed logins. name: what was typed, known or not. address: of the caller."""

    def __init__(self, database: Database, clock: Clock = utc_now) -> None:
        self._database = database
        self._now = clock

    def failed(self, name: str, address: str) -> int:
        """Note a failure; how many there were of this name from this address of late."""
        now = self._now()
        while True:
            try:
                with self._database.writing() as connection:
                    _forget(connection, now)
                    counts = [_count(connection, subject, limit, now) for subject, limit in _subjects(name, address)]
                return counts[0]
            except IntegrityError:
                # Somebody else noted the first failure of the same subject at the same moment.
                continue

    def succeeded(self, name: str, address: str) -> None:
        """Forget the failures of this name from this address; those of the whole address stay."""
        pair, of_name, _ = (subject for subject, _ in _subjects(name, address))
        with self._database.writing() as connection:
            connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.subject.in_([pair, of_name])))

    def locked_until(self, name: str, address: str) -> datetime | None:
        """Tell until when no login of this name from this address is to be tried; None when one may be."""
        subjects = [subject for subject, _ in _subjects(name, address)]
        with self._database.reading() as connection:
            locks = connection.scalars(select(ATTEMPTS.c.locked_until).where(ATTEMPTS.c.subject.in_(subjects))).all()
        now = self._now()
        lasting: list[datetime] = [until for until in locks if until is not None and until > now]
        return max(lasting, default=None)


def _subjects(name: str, address: str) -> Iterable[tuple[str, int]]:
    # Hashed: a name may be of any length and any characters here, and is perhaps a password typed in the wrong box.
    folded = nfc(name[:200]).strip().casefold()
    for parts, limit in (
        (("both", folded, address), PAIR_LIMIT),
        (("name", folded), NAME_LIMIT),
        (("address", address), ADDRESS_LIMIT),
    ):
        yield hashlib.sha256(repr(parts).encode()).hexdigest(), limit


def _forget(connection: Connection, now: datetime) -> None:
    over = or_(ATTEMPTS.c.locked_until.is_(None), ATTEMPTS.c.locked_until <= now)
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.first < now - COUNTED_FOR, over))


def _count(connection: Connection, subject: str, limit: int, now: datetime) -> int:
    row = connection.execute(select(ATTEMPTS).where(ATTEMPTS.c.subject == subject).with_for_update()).one_or_none()
    failures = 1 if row is None else int(row.failures) + 1
    values = {"failures": failures, "locked_until": _locked(failures - limit, now)}
    if row is None:
        connection.execute(insert(ATTEMPTS).values(subject=subject, first=now, **values))
    else:
        connection.execute(update(ATTEMPTS).where(ATTEMPTS.c.subject == subject).values(values))
    return failures


def _locked(beyond: int, now: datetime) -> datetime | None:
    if beyond < 0:
        return None
    doubled: timedelta = FIRST_LOCK * 2 ** min(beyond, 10)
    return now + min(doubled, LONGEST_LOCK)
