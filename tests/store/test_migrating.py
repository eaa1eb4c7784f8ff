from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_mock_engine
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.schema import CreateTable

from docgen.errors import Unusable
from docgen.store import migrating, open_store
from docgen.store.tables import METADATA

HERE = Path(__file__).parent


def _url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'x.sqlite3'}"


def _today() -> str:
    """The tables a new database gets, as SQL."""
    said: list[str] = []
    engine = create_mock_engine("sqlite://", lambda sql, *_: said.append(str(sql.compile(dialect=engine.dialect))))
    METADATA.create_all(engine, checkfirst=False)
    return "".join(f"{sql.strip()};\n" for sql in said).replace(" \n", "\n")


def _shape(path: Path) -> dict[str, object]:
    """What SQLite knows of each table and index, however it came about."""
    with closing(sqlite3.connect(path)) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: [
                sorted(raw.execute(f"PRAGMA {what}({name})").fetchall(), key=repr)
                for what in ("table_info", "index_list", "foreign_key_list")
            ]
            for name in names
        }


def test_the_tables_of_today_are_those_of_the_newest_schema() -> None:
    frozen = HERE / f"schema-{len(migrating.STEPS) + 1}.sql"
    assert frozen.read_text(encoding="utf-8") == _today(), (
        "the tables have changed: add a step to docgen/store/migrating.py, freeze the outcome as the next schema-N.sql"
    )


@pytest.mark.parametrize("version", range(1, len(migrating.STEPS) + 2))
def test_every_older_database_is_led_to_the_shape_of_today(tmp_path: Path, version: int) -> None:
    old = tmp_path / "old.sqlite3"
    with closing(sqlite3.connect(old)) as raw:
        raw.executescript((HERE / f"schema-{version}.sql").read_text(encoding="utf-8"))
        raw.execute("INSERT INTO docgen_schema VALUES (?)", [version])
        raw.commit()
    open_store(f"sqlite:///{old}").close()
    open_store(_url(tmp_path)).close()
    assert _shape(old) == _shape(tmp_path / "x.sqlite3")


def _add_a_column(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE drafts ADD COLUMN mau TEXT NOT NULL DEFAULT ''")


def _fail(connection: Connection) -> None:
    connection.exec_driver_sql("ALTER TABLE drafts ADD COLUMN hong TEXT")
    raise RuntimeError("half way")


def _columns(tmp_path: Path) -> set[str]:
    with closing(sqlite3.connect(tmp_path / "x.sqlite3")) as raw:
        return {row[1] for row in raw.execute("PRAGMA table_info(drafts)")}


def test_steps_are_taken_once_and_nothing_is_lost(tmp_path: Path) -> None:
    with open_store(_url(tmp_path)) as store:
        draft = store.drafts.create("ke-hoach", (("so", "1"),))
        steps = (*migrating.STEPS, _add_a_column)
        assert migrating.bring_up(store._database, "x", steps) == len(steps) + 1
        assert migrating.bring_up(store._database, "x", steps) == len(steps) + 1
        assert "mau" in _columns(tmp_path)
        assert store.drafts.get(draft.id) == draft


def test_a_step_that_fails_never_was(tmp_path: Path) -> None:
    with open_store(_url(tmp_path)) as store:
        before = _columns(tmp_path)
        with pytest.raises(RuntimeError, match="half way"):
            migrating.bring_up(store._database, "x", (*migrating.STEPS, _add_a_column, _fail))
        assert _columns(tmp_path) == before
        assert migrating.bring_up(store._database, "x") == len(migrating.STEPS) + 1


def test_the_database_of_a_newer_docgen_is_left_alone(tmp_path: Path) -> None:
    open_store(_url(tmp_path)).close()
    with closing(sqlite3.connect(tmp_path / "x.sqlite3")) as raw:
        raw.execute("UPDATE docgen_schema SET version = 99")
        raw.commit()
    with pytest.raises(Unusable, match=r"do bản docgen mới hơn lập ra \(lược đồ 99;"):
        open_store(_url(tmp_path))


def test_the_tables_of_another_program_are_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "x.sqlite3")) as raw:
        raw.execute("CREATE TABLE users (ai TEXT)")
        raw.commit()
    with pytest.raises(Unusable, match="của một chương trình khác"):
        open_store(_url(tmp_path))


@pytest.mark.parametrize("dialect", [postgresql.dialect(), mysql.dialect()], ids=["postgresql", "mysql"])
def test_the_tables_can_be_said_to_other_databases(dialect: object) -> None:
    said = [str(CreateTable(table).compile(dialect=dialect)) for table in METADATA.sorted_tables]
    assert len(said) == len(METADATA.tables)
    drafts = next(sql for sql in said if "CREATE TABLE drafts" in sql)
    assert ("LONGTEXT" in drafts) == isinstance(dialect, mysql.dialect)
