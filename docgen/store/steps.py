"""Steps from one schema to the next, as they were when written: later changes of the tables are not theirs."""

from __future__ import annotations

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)
from sqlalchemy.dialects.mysql import LONGBLOB, LONGTEXT, VARCHAR

from docgen.store.tables import METADATA

_TO_THE_LETTER = "utf8mb4_bin"


def add_jobs(connection: Connection) -> None:
    """Lead from schema 1 to 2: the table of jobs."""
    found = MetaData(naming_convention=METADATA.naming_convention)
    key = String(32).with_variant(VARCHAR(32, collation=_TO_THE_LETTER), "mysql", "mariadb")
    name = String(64).with_variant(VARCHAR(64, collation=_TO_THE_LETTER), "mysql", "mariadb")
    text = Text().with_variant(LONGTEXT(collation=_TO_THE_LETTER), "mysql", "mariadb")
    counts = ("judged", "total", "made", "kept", "failed", "done", "wanted", "milliseconds")
    Table("drafts", found, Column("id", key, primary_key=True))
    jobs = Table(
        "jobs",
        found,
        Column("id", key, primary_key=True),
        Column("owner", name, nullable=False),
        Column("draft", key, ForeignKey("drafts.id", ondelete="SET NULL")),
        Column("state", String(16), nullable=False),
        Column("with_pdf", Boolean, nullable=False),
        *(Column(each, Integer, nullable=False) for each in counts),
        *(Column(each, String(27), nullable=False) for each in ("created", "changed")),
        *(Column(each, text, nullable=False) for each in ("phase", "title", "sheet", "pattern", "message")),
        Index(None, "state", "changed"),
    )
    jobs.create(connection)


def add_shelf(connection: Connection) -> None:
    """Lead from schema 2 to 3: the versions of templates and forms, which are in use, and what was made with them."""
    found = MetaData(naming_convention=METADATA.naming_convention)
    key, name, file, digest = (
        String(length).with_variant(VARCHAR(length, collation=_TO_THE_LETTER), "mysql", "mariadb")
        for length in (32, 64, 160, 64)
    )
    text = Text().with_variant(LONGTEXT(collation=_TO_THE_LETTER), "mysql", "mariadb")
    Table("drafts", found, Column("id", key, primary_key=True))
    kept = Table(
        "kept_files",
        found,
        Column("ten", file, primary_key=True),
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("sha256", digest, nullable=False, index=True),
        Column("size", Integer, nullable=False),
        Column("at", String(27), nullable=False),
        Column("who", name, nullable=False),
        Column("note", text, nullable=False),
        Column("data", LargeBinary().with_variant(LONGBLOB(), "mysql", "mariadb"), nullable=False),
    )
    active = Table(
        "active_files",
        found,
        Column("ten", file, primary_key=True),
        Column("number", Integer, nullable=False),
        Column("at", String(27), nullable=False),
        Column("who", name, nullable=False),
    )
    uses = Table(
        "uses",
        found,
        Column("id", key, primary_key=True),
        Column("draft", key, ForeignKey("drafts.id", ondelete="SET NULL")),
        Column("ten", file, nullable=False),
        Column("sha256", digest, nullable=False),
        Column("at", String(27), nullable=False),
        Column("who", name, nullable=False),
        Column("copies", Integer, nullable=False),
        Column("title", text, nullable=False),
        Index(None, "sha256", "draft"),
    )
    for table in (kept, active, uses):
        table.create(connection)
