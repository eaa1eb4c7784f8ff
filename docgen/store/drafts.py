"""The shelf of drafts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, desc, func, insert, select, update

from docgen.store import draft_rows, history
from docgen.store.clock import Clock, utc_now
from docgen.store.draft import Draft, Listing, Version
from docgen.store.engine import Database
from docgen.store.ids import fresh_id
from docgen.store.pairs import can_keep, check
from docgen.store.refusals import Overtaken
from docgen.store.sought import ESCAPE, patterns
from docgen.store.tables import DRAFTS

VERSION_EVERY = timedelta(minutes=10)
MAX_ROWS = 500

_LARGEST = 2**31 - 1
_OF_THE_ORIGINAL = {"so", "ngay"}
_Given = Sequence[tuple[str, str]]


class Drafts:
    """Papers in the making and their versions.

    Wherever ``owner`` is given, a draft of somebody else is NotThere; ``None`` stands for everybody's. ``who`` is the
    account that acts, ``""`` without login. Pairs and titles with characters no database keeps (NUL, lone
    surrogates) raise InputFaults with their places; any other text is kept to the letter.
    """

    def __init__(self, database: Database, clock: Clock = utc_now, version_every: timedelta = VERSION_EVERY) -> None:
        self._database = database
        self._now = clock
        self._version_every = version_every

    def create(
        self,
        loai: str,
        pairs: _Given,
        *,
        title: str = "",
        owner: str = "",
        office: str = "",
        source: str = "",
        report: str = "",
    ) -> Draft:
        """Begin a draft. report: what an import has to tell about it, any text; see :meth:`report`.

        Raises NotThere when there is no such office.
        """
        check([("source", source), ("report", report)])
        made = draft_rows.content(title, pairs)
        began = {"loai": loai, "owner": owner, "office": office or None, "source": source, "report": report}
        with self._database.writing() as connection:
            return self._insert(connection, **began, **made)

    def get(self, draft_id: str, owner: str | None = None) -> Draft:
        """Fetch a draft with its pairs. Raises NotThere."""
        with self._database.reading() as connection:
            return draft_rows.read(draft_rows.find(connection, draft_id, owner))

    def report(self, draft_id: str, owner: str | None = None) -> str:
        """Fetch what the import told when the draft began; ``""`` for most. Raises NotThere."""
        with self._database.reading() as connection:
            report: str = draft_rows.find(connection, draft_id, owner, columns=[DRAFTS.c.owner, DRAFTS.c.report]).report
            return report

    def save(
        self,
        draft_id: str,
        revision: int,
        pairs: _Given,
        *,
        title: str,
        who: str = "",
        owner: str | None = None,
    ) -> Draft:
        """Store what was typed on top of a revision; the draft as it is then.

        Pairs equal to what is stored change nothing, whatever the revision, so that a save whose answer was lost may
        be sent again. The former state becomes a version when the last version is older than ten minutes.
        Raises Overtaken when another revision is stored, NotThere.
        """
        content = draft_rows.content(title, pairs)
        with self._database.writing() as connection:
            row = draft_rows.find(connection, draft_id, owner, lock=True)
            if row.pairs == content["pairs"]:
                return self._retitled(connection, row, content) if row.revision == revision else draft_rows.read(row)
            if row.revision != revision:
                raise Overtaken(draft_rows.read(row))
            if self._is_time(connection, row):
                self._keep_before(connection, row, "tự giữ khi lưu")
            return self._put(connection, row, content, who)

    def overwrite(
        self,
        draft_id: str,
        pairs: _Given,
        *,
        title: str,
        who: str = "",
        owner: str | None = None,
    ) -> Draft:
        """Store what was typed whatever is stored; that becomes a version first. Raises NotThere."""
        content = draft_rows.content(title, pairs)
        with self._database.writing() as connection:
            row = draft_rows.find(connection, draft_id, owner, lock=True)
            if row.pairs == content["pairs"]:
                return self._retitled(connection, row, content)
            self._keep_before(connection, row, "trước khi ghi đè")
            return self._put(connection, row, content, who)

    def listing(
        self,
        *,
        tim: str = "",
        loai: str = "",
        office: str = "",
        archived: bool = False,
        owner: str | None = None,
        start: int = 0,
        count: int = 50,
        whole: bool = False,
    ) -> Listing:
        """List drafts, the last changed first; without ``whole`` their pairs are left out.

        tim: words that must all occur in the title or the typed text, marks and capitals aside. count: at most 500.
        """
        if not all(map(can_keep, (loai, office, owner or ""))):
            return Listing((), 0)
        wanted = [DRAFTS.c.archived == archived]
        if loai:
            wanted.append(DRAFTS.c.loai == loai)
        if office:
            wanted.append(DRAFTS.c.office == office)
        if owner is not None:
            wanted.append(DRAFTS.c.owner == owner)
        wanted += [DRAFTS.c.sought.like(pattern, escape=ESCAPE) for pattern in patterns(tim)]
        page = (
            select(*draft_rows.HEADS, *([DRAFTS.c.pairs] if whole else []))
            .where(*wanted)
            .order_by(desc(DRAFTS.c.changed), DRAFTS.c.id)
            .offset(min(max(start, 0), _LARGEST))
            .limit(min(max(count, 0), MAX_ROWS))
        )
        with self._database.reading() as connection:
            total = connection.scalar(select(func.count()).select_from(DRAFTS).where(*wanted)) or 0
            rows = tuple(draft_rows.read(row, whole=whole) for row in connection.execute(page))
        return Listing(rows, total)

    def copy(self, draft_id: str, *, owner_of_copy: str = "", owner: str | None = None) -> Draft:
        """Begin a draft with what another says, but for its number and date. Raises NotThere."""
        with self._database.writing() as connection:
            old = draft_rows.read(draft_rows.find(connection, draft_id, owner))
            pairs = [(name, "" if name in _OF_THE_ORIGINAL else value) for name, value in old.pairs]
            made = draft_rows.content(f"{old.title} (bản chép)" if old.title else "Bản chép", pairs)
            source = f"chép từ “{old.title}”" if old.title else "chép từ một bản thảo khác"
            began = {"loai": old.loai, "owner": owner_of_copy, "office": old.office or None, "source": source}
            return self._insert(connection, **began, **made, report="")

    def archive(self, draft_id: str, archived: bool, owner: str | None = None) -> None:
        """Put a draft away, or take it back. Raises NotThere."""
        with self._database.writing() as connection:
            row = draft_rows.find(connection, draft_id, owner, lock=True)
            connection.execute(update(DRAFTS).where(DRAFTS.c.id == row.id).values(archived=archived))

    def choose_office(self, draft_id: str, office: str, owner: str | None = None) -> None:
        """Say for which office a draft is; ``""`` for none. Raises NotThere for the draft or the office."""
        with self._database.writing() as connection:
            row = draft_rows.find(connection, draft_id, owner, lock=True)
            chosen = update(DRAFTS).where(DRAFTS.c.id == row.id).values(office=office or None)
            draft_rows.execute_with_office(connection, chosen, office)

    def delete(self, draft_id: str, owner: str | None = None) -> None:
        """Remove a draft and all its versions for good. Raises NotThere."""
        with self._database.writing() as connection:
            row = draft_rows.find(connection, draft_id, owner, lock=True)
            connection.execute(delete(DRAFTS).where(DRAFTS.c.id == row.id))

    def keep(
        self,
        draft_id: str,
        name: str = "",
        who: str = "",
        why: str = "",
        owner: str | None = None,
    ) -> Version:
        """Keep the stored state as a version; one with a name is never thinned out. Raises NotThere."""
        check([("name", name), ("why", why)])
        with self._database.writing() as connection:
            row = draft_rows.find(connection, draft_id, owner, lock=True)
            number = history.keep(connection, row, self._now(), who=who, name=name, why=why)
            return history.find(connection, row.id, number)

    def versions(self, draft_id: str, owner: str | None = None) -> tuple[Version, ...]:
        """List the versions of a draft without their pairs, newest first. Raises NotThere."""
        with self._database.reading() as connection:
            return history.listed(connection, draft_rows.find(connection, draft_id, owner).id)

    def version(self, draft_id: str, number: int, owner: str | None = None) -> Version:
        """Fetch one version with its pairs. Raises NotThere."""
        with self._database.reading() as connection:
            return history.find(connection, draft_rows.find(connection, draft_id, owner).id, number)

    def restore(self, draft_id: str, number: int, who: str = "", owner: str | None = None) -> Draft:
        """Make a version the present state again; what is stored becomes a version first. Raises NotThere."""
        with self._database.writing() as connection:
            row = draft_rows.find(connection, draft_id, owner, lock=True)
            wanted = history.find(connection, row.id, number)
            content = draft_rows.content(wanted.title, wanted.pairs)
            if row.pairs == content["pairs"]:
                return self._retitled(connection, row, content)
            self._keep_before(connection, row, f"trước khi lấy lại bản {number}")
            return self._put(connection, row, content, who)

    def _insert(self, connection: Connection, **given: str | None) -> Draft:
        now = self._now()
        draft_id = fresh_id()
        fresh = {"archived": False, "revision": 1, "last_version": 0, "created": now, "changed": now}
        values = {"id": draft_id, "who": given["owner"], **fresh, **given}
        draft_rows.execute_with_office(connection, insert(DRAFTS).values(values), given["office"] or "")
        return draft_rows.read(draft_rows.find(connection, draft_id))

    def _put(self, connection: Connection, row: Row[Any], content: dict[str, str], who: str) -> Draft:
        connection.execute(
            update(DRAFTS)
            .where(DRAFTS.c.id == row.id, DRAFTS.c.revision == row.revision)
            .values(revision=row.revision + 1, changed=self._now(), who=who, **content)
        )
        return draft_rows.read(draft_rows.find(connection, row.id))

    def _retitled(self, connection: Connection, row: Row[Any], content: dict[str, str]) -> Draft:
        """Same pairs, perhaps another title: nothing anybody typed has changed."""
        if row.title == content["title"]:
            return draft_rows.read(row)
        connection.execute(update(DRAFTS).where(DRAFTS.c.id == row.id).values(**content))
        return draft_rows.read(draft_rows.find(connection, row.id))

    def _keep_before(self, connection: Connection, row: Row[Any], why: str) -> None:
        """Keep what is about to be replaced, unless it is a version already."""
        last = history.latest(connection, row.id)
        if last is None or last.revision != row.revision:
            history.keep(connection, row, self._now(), who=row.who, why=why)

    def _is_time(self, connection: Connection, row: Row[Any]) -> bool:
        last = history.latest(connection, row.id)
        since: datetime = row.created if last is None else last.at
        return self._now() - since >= self._version_every
