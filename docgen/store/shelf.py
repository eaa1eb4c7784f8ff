"""The shelf of templates and forms: every version is kept; one of each, or docgen's own, is in use."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Row, delete, desc, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from docgen.errors import Fault, InputFaults
from docgen.store.clock import Clock, utc_now
from docgen.store.engine import Database
from docgen.store.ids import fresh_id
from docgen.store.pairs import check
from docgen.store.refusals import NotThere
from docgen.store.rows import the_row
from docgen.store.tables import ACTIVE_FILES, KEPT_FILES, USES

MAX_BYTES: Final = 20_000_000
"""As much as one file of the shelf may hold; a Word template has some 20 KB, with a seal in it some 500."""

_CODE: Final = "[a-z0-9]+(?:-[a-z0-9]+)*"
_NAME: Final = re.compile(rf"templates/{_CODE}\.[a-z0-9]+\.docx|forms/{_CODE}\.yaml|forms/mau/{_CODE}\.[a-z0-9]+\.yaml")
_LONGEST: Final = 150
_OWN: Final = 0
_HEADS: Final = [column for column in KEPT_FILES.c if column is not KEPT_FILES.c.data]


@dataclass(frozen=True)
class Kept:
    """One version of a file.

    ten: its name within a data folder, ``templates/thong-bao.nd30.docx``. number: 1 for the first. sha256: of its
    bytes, as papers made with a template carry it. at, who: when it was put here, and by whom. active: whether it is
    in use. data: its bytes, b"" in listings. size: how many.
    """

    ten: str
    number: int
    sha256: str
    at: datetime
    who: str
    note: str
    active: bool
    size: int
    data: bytes = b""


@dataclass(frozen=True)
class Standing:
    """Which version of a file is in use (0: docgen's own, again), since when and by whose hand."""

    ten: str
    number: int
    at: datetime
    who: str


@dataclass(frozen=True)
class Use:
    """A paper, or copies of one, made with a template. draft: "" when that is gone. at: the last time."""

    draft: str
    title: str
    ten: str
    sha256: str
    who: str
    at: datetime
    copies: int


class Shelf:
    """The versions of templates, forms and samples, which of them are in use, and what was made with them."""

    def __init__(self, database: Database, root: Callable[[], Path], clock: Clock = utc_now) -> None:
        self._database, self._root, self._now = database, root, clock

    def folder(self) -> Path:
        """Tell where the files in use are laid out for those who read files; it need not exist. Raises Unusable."""
        return self._root()

    def add(self, ten: str, data: bytes, *, who: str = "", note: str = "") -> Kept:
        """Keep a version, not in use yet; where these very bytes are kept already, that version is the answer.

        Raises InputFaults for a name no file of a data folder has, for what is empty or too large.
        """
        _refuse_unfit(ten, data)
        check([("note", note)])
        values = {"ten": ten, "sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "who": who, "note": note}
        try:
            return self._add(values, data)
        except IntegrityError:
            # Where many may write at once, somebody took the same number.
            return self._add(values, data)

    def _add(self, values: dict[str, Any], data: bytes) -> Kept:
        ours = KEPT_FILES.c.ten == values["ten"]
        with self._database.writing() as connection:
            same = select(KEPT_FILES.c.number).where(ours, KEPT_FILES.c.sha256 == values["sha256"])
            number = connection.scalar(same.order_by(desc(KEPT_FILES.c.number)).limit(1))
            if number is None:
                number = 1 + (connection.scalar(select(func.max(KEPT_FILES.c.number)).where(ours)) or 0)
                connection.execute(insert(KEPT_FILES).values(**values, number=number, at=self._now(), data=data))
            return _kept(_row(connection, values["ten"], number), _standing(connection))

    def versions(self, ten: str) -> tuple[Kept, ...]:
        """List the versions of a file, newest first, without their bytes."""
        query = select(*_HEADS).where(KEPT_FILES.c.ten == ten).order_by(desc(KEPT_FILES.c.number))
        with self._database.reading() as connection:
            standing = _standing(connection)
            return tuple(_kept(row, standing) for row in connection.execute(query))

    def get(self, ten: str, number: int) -> Kept:
        """Fetch one version with its bytes. Raises NotThere."""
        with self._database.reading() as connection:
            return _kept(_row(connection, ten, number), _standing(connection))

    def find(self, ten: str, sha256: str) -> Kept | None:
        """Find the version with these bytes, without them."""
        query = select(*_HEADS).where(KEPT_FILES.c.ten == ten, KEPT_FILES.c.sha256 == sha256)
        with self._database.reading() as connection:
            row = connection.execute(query.order_by(desc(KEPT_FILES.c.number)).limit(1)).first()
            return None if row is None else _kept(row, _standing(connection))

    def known(self, sha256: str) -> tuple[Kept, ...]:
        """List the versions of whatever file that have these bytes, without them."""
        query = select(*_HEADS).where(KEPT_FILES.c.sha256 == sha256).order_by(KEPT_FILES.c.ten, KEPT_FILES.c.number)
        with self._database.reading() as connection:
            standing = _standing(connection)
            return tuple(_kept(row, standing) for row in connection.execute(query))

    def activate(self, ten: str, number: int, who: str = "") -> Kept:
        """Put a version to use in place of the one that was. Raises NotThere."""
        return self.activate_all([(ten, number)], who)[0]

    def activate_all(self, chosen: Iterable[tuple[str, int]], who: str = "") -> tuple[Kept, ...]:
        """Put versions of several files to use that belong together: all or, when one is not there, none."""
        wanted = tuple(chosen)
        with self._database.writing() as connection:
            rows = [_row(connection, ten, number) for ten, number in wanted]
            for ten, number in wanted:
                self._stand(connection, ten, number, who)
            standing = _standing(connection)
            return tuple(_kept(row, standing) for row in rows)

    def withdraw(self, ten: str, who: str = "") -> None:
        """Go back to what docgen itself brings; the versions stay kept."""
        self.withdraw_all([ten], who)

    def withdraw_all(self, names: Iterable[str], who: str = "") -> None:
        """Go back to what docgen itself brings, for several files at once; one that is not in use is left as it is."""
        with self._database.writing() as connection:
            for ten in names:
                if _standing(connection).get(ten, _OWN) != _OWN:
                    self._stand(connection, ten, _OWN, who)

    def _stand(self, connection: Connection, ten: str, number: int, who: str) -> None:
        connection.execute(delete(ACTIVE_FILES).where(ACTIVE_FILES.c.ten == ten))
        connection.execute(insert(ACTIVE_FILES).values(ten=ten, number=number, at=self._now(), who=who))

    def active(self) -> tuple[Kept, ...]:
        """Give the versions in use, with their bytes, by name."""
        both = (ACTIVE_FILES.c.ten == KEPT_FILES.c.ten) & (ACTIVE_FILES.c.number == KEPT_FILES.c.number)
        query = select(KEPT_FILES).join(ACTIVE_FILES, both).order_by(KEPT_FILES.c.ten)
        with self._database.reading() as connection:
            standing = _standing(connection)
            return tuple(_kept(row, standing) for row in connection.execute(query))

    def standing(self) -> dict[str, Standing]:
        """Tell for every file that was ever put to use how it stands now."""
        with self._database.reading() as connection:
            rows = connection.execute(select(ACTIVE_FILES)).all()
        return {row.ten: Standing(row.ten, row.number, row.at, row.who) for row in rows}

    def used(self, draft: str, ten: str, sha256: str, title: str, who: str = "", *, copies: int = 1) -> None:
        """Note that a paper was made of a draft with a template; the same once more only moves its time.

        ten, sha256: name and bytes of the template. copies: as many in one batch. Raises InputFaults as drafts do.
        """
        check([("title", title)])
        values = {"ten": ten, "title": title, "who": who, "copies": copies, "at": self._now()}
        same = (USES.c.draft == draft, USES.c.sha256 == sha256, USES.c.copies == copies)
        with self._database.writing() as connection:
            if draft and connection.execute(update(USES).where(*same).values(**values)).rowcount:
                return
            try:
                with connection.begin_nested():
                    connection.execute(insert(USES).values(id=fresh_id(), draft=draft or None, sha256=sha256, **values))
            except IntegrityError:
                # The draft was removed meanwhile; that the paper was made is true all the same.
                connection.execute(insert(USES).values(id=fresh_id(), draft=None, sha256=sha256, **values))

    def papers(self, sha256: str, count: int = 200) -> tuple[Use, ...]:
        """List what was made with a template of these bytes, the last first."""
        query = select(USES).where(USES.c.sha256 == sha256).order_by(desc(USES.c.at), USES.c.id).limit(count)
        with self._database.reading() as connection:
            return tuple(_use(row) for row in connection.execute(query))

    def paper_counts(self, sha256s: Iterable[str]) -> dict[str, int]:
        """Count the papers made with each of some templates, by their sha256; copies count one by one."""
        wanted = USES.c.sha256.in_(set(sha256s))
        query = select(USES.c.sha256, func.sum(USES.c.copies)).where(wanted).group_by(USES.c.sha256)
        with self._database.reading() as connection:
            return {sha256: int(count) for sha256, count in connection.execute(query)}


def _refuse_unfit(ten: str, data: bytes) -> None:
    if not _NAME.fullmatch(ten) or len(ten) > _LONGEST:
        sua = "Mã loại chỉ gồm chữ thường không dấu, chữ số và dấu nối, ví dụ thong-bao."
        raise InputFaults(Fault("tên tệp", "Tên này không dùng được cho mẫu Word, biểu hay bản mẫu dữ liệu.", sua))
    if not data:
        raise InputFaults(Fault(ten, "Tệp trống."))
    if len(data) > MAX_BYTES:
        loi = f"Tệp nặng {len(data) / 1e6:.1f} MB, quá mức {MAX_BYTES / 1e6:.0f} MB."
        raise InputFaults(Fault(ten, loi.replace(".", ",", 1), "Hãy bỏ hoặc nén bớt hình trong mẫu."))


def _row(connection: Connection, ten: str, number: int) -> Row[Any]:
    if not 0 < number < 2**31:
        raise NotThere(f"{ten}/{number}")
    query = select(KEPT_FILES).where(KEPT_FILES.c.ten == ten, KEPT_FILES.c.number == number)
    return the_row(connection, query, f"{ten}/{number}")


def _standing(connection: Connection) -> dict[str, int]:
    return {row.ten: row.number for row in connection.execute(select(ACTIVE_FILES.c.ten, ACTIVE_FILES.c.number))}


def _kept(row: Row[Any], standing: dict[str, int]) -> Kept:
    return Kept(**row._mapping, active=standing.get(row.ten) == row.number)


def _use(row: Row[Any]) -> Use:
    return Use(row.draft or "", row.title, row.ten, row.sha256, row.who, row.at, row.copies)
