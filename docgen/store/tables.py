"""The tables. Whoever changes them adds a step to :mod:`docgen.store.migrating`."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
)
from sqlalchemy.dialects.mysql import LONGBLOB, LONGTEXT, VARCHAR

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# MySQL, left to itself, takes "An" for "Ân" and an id for another in capitals.
_TO_THE_LETTER = "utf8mb4_bin"


def _short(length: int) -> String:
    return String(length).with_variant(VARCHAR(length, collation=_TO_THE_LETTER), "mysql", "mariadb")


# A body may be larger than the 64 KB of MySQL's own TEXT.
_LONG = Text().with_variant(LONGTEXT(collation=_TO_THE_LETTER), "mysql", "mariadb")
# Nor does its BLOB hold a Word template.
_BYTES = LargeBinary().with_variant(LONGBLOB(), "mysql", "mariadb")
_ID = _short(32)
_NAME = _short(64)
_FILE = _short(160)
_DIGEST = _short(64)


class Moment(TypeDecorator[datetime]):
    """A time in UTC as ``2026-11-21T08:00:00.000000Z``: read by eye, sorted as text, the same in every database."""

    impl = String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write an aware time."""
        if value is None:
            return None
        return value.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Read an aware time."""
        return None if value is None else datetime.fromisoformat(value)


SCHEMA = Table("docgen_schema", METADATA, Column("version", Integer, nullable=False))

OFFICES = Table(
    "offices",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("revision", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("name", _LONG, nullable=False),
    Column("luu", _LONG, nullable=False),
    Column("file_pattern", _LONG, nullable=False),
    Column("pairs", _LONG, nullable=False),
    Column("signers", _LONG, nullable=False),
    Column("recipients", _LONG, nullable=False),
    Column("bases", _LONG, nullable=False),
)

# The long columns come last and the pairs after the text that is searched: SQLite reads a row from its beginning,
# and a search through many drafts stops before the pairs.
DRAFTS = Table(
    "drafts",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("loai", _NAME, nullable=False),
    Column("owner", _NAME, nullable=False),
    Column("office", _ID, ForeignKey("offices.id", ondelete="SET NULL")),
    Column("archived", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("last_version", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("who", _NAME, nullable=False),
    Column("title", _LONG, nullable=False),
    Column("source", _LONG, nullable=False),
    Column("sought", _LONG, nullable=False),
    Column("report", _LONG, nullable=False),
    Column("pairs", _LONG, nullable=False),
    Index(None, "archived", "changed"),
)

VERSIONS = Table(
    "versions",
    METADATA,
    Column("draft", _ID, ForeignKey("drafts.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("revision", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("who", _NAME, nullable=False),
    Column("name", _LONG, nullable=False),
    Column("why", _LONG, nullable=False),
    Column("title", _LONG, nullable=False),
    Column("pairs", _LONG, nullable=False),
)

USERS = Table(
    "users",
    METADATA,
    Column("name", _NAME, primary_key=True),
    # The name as it is compared: "An" and "an" are one person.
    Column("folded", _short(256), nullable=False),
    Column("full_name", _LONG, nullable=False),
    Column("role", String(16), nullable=False),
    Column("password_hash", _LONG, nullable=False),
    Column("disabled", Boolean, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    UniqueConstraint("folded"),
)

ATTEMPTS = Table(
    "attempts",
    METADATA,
    Column("subject", String(64), primary_key=True),
    Column("failures", Integer, nullable=False),
    Column("first", Moment, nullable=False, index=True),
    Column("locked_until", Moment),
)

# Jobs of many copies. Their files stand in folders of their own, see docgen.store.jobs.
JOBS = Table(
    "jobs",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("owner", _NAME, nullable=False),
    Column("draft", _ID, ForeignKey("drafts.id", ondelete="SET NULL")),
    Column("state", String(16), nullable=False),
    Column("with_pdf", Boolean, nullable=False),
    # How many copies are judged: 0 for none, -1 for all.
    Column("judged", Integer, nullable=False),
    Column("total", Integer, nullable=False),
    Column("made", Integer, nullable=False),
    Column("kept", Integer, nullable=False),
    Column("failed", Integer, nullable=False),
    Column("done", Integer, nullable=False),
    Column("wanted", Integer, nullable=False),
    Column("milliseconds", Integer, nullable=False),
    Column("created", Moment, nullable=False),
    Column("changed", Moment, nullable=False),
    Column("phase", _LONG, nullable=False),
    Column("title", _LONG, nullable=False),
    Column("sheet", _LONG, nullable=False),
    Column("pattern", _LONG, nullable=False),
    Column("message", _LONG, nullable=False),
    Index(None, "state", "changed"),
)

# Every version of a template, form or sample that was ever put on the shelf.
KEPT_FILES = Table(
    "kept_files",
    METADATA,
    Column("ten", _FILE, primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("sha256", _DIGEST, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("who", _NAME, nullable=False),
    Column("note", _LONG, nullable=False),
    Column("data", _BYTES, nullable=False),
)

# Which version is in use, since when and by whose hand; number 0: what docgen brings.
ACTIVE_FILES = Table(
    "active_files",
    METADATA,
    Column("ten", _FILE, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("at", Moment, nullable=False),
    Column("who", _NAME, nullable=False),
)

# Which papers were made with which template.
USES = Table(
    "uses",
    METADATA,
    Column("id", _ID, primary_key=True),
    Column("draft", _ID, ForeignKey("drafts.id", ondelete="SET NULL")),
    Column("ten", _FILE, nullable=False),
    Column("sha256", _DIGEST, nullable=False),
    Column("at", Moment, nullable=False),
    Column("who", _NAME, nullable=False),
    Column("copies", Integer, nullable=False),
    Column("title", _LONG, nullable=False),
    Index(None, "sha256", "draft"),
)
