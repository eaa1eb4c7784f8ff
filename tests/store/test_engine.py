from __future__ import annotations

import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, ProgrammingError

from docgen.errors import Unusable
from docgen.store import Store, Unreachable, engine, open_store

_WANTED = {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "busy_timeout": engine.WAIT_SECONDS * 1000}


def test_sqlite_is_set_up_for_many(store: Store) -> None:
    with store._database.reading() as connection:
        assert {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in _WANTED} == _WANTED


def test_a_busy_database_is_told_and_nothing_is_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "WAIT_SECONDS", 0.2)
    path = tmp_path / "busy.sqlite3"
    with open_store(f"sqlite:///{path}") as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        draft = store.drafts.create("ke-hoach", (("so", "1"),))
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(Unreachable, match="Kho dữ liệu đang bận"):
            store.drafts.save(draft.id, 1, (("so", "2"),), title="")
        assert store.drafts.get(draft.id) == draft
        other.execute("ROLLBACK")
        assert store.drafts.save(draft.id, 1, (("so", "2"),), title="").revision == 2


def test_a_full_disk_is_told_and_nothing_is_changed(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'full.sqlite3'}") as store:
        draft = store.drafts.create("ke-hoach", (("so", "1"),))
        store.close()
        small = store._database._reads
        event.listen(small, "connect", lambda raw, _: raw.execute("PRAGMA max_page_count = 60").close())
        with pytest.raises(Unreachable):
            store.drafts.save(draft.id, 1, (("noi_dung", "a" * 1_000_000),), title="")
        assert store.drafts.get(draft.id) == draft
        assert store.drafts.save(draft.id, 1, (("so", "2"),), title="").revision == 2


def test_a_broken_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "broken.sqlite3"
    with open_store(f"sqlite:///{path}") as store:
        draft = store.drafts.create("ke-hoach", [("noi_dung", "a" * 100_000)])
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 4])
    with pytest.raises(Unusable), open_store(f"sqlite:///{path}") as store:
        store.drafts.get(draft.id)


def test_a_file_that_goes_away_is_told(tmp_path: Path) -> None:
    path = tmp_path / "gone" / "x.sqlite3"
    path.parent.mkdir()
    with open_store(f"sqlite:///{path}") as store:
        store.close()
        path.unlink()
        path.parent.rmdir()
        with pytest.raises(Unreachable):
            store.drafts.listing()


def test_our_own_mistakes_are_not_told_as_troubles_of_the_database(store: Store) -> None:
    with pytest.raises((ProgrammingError, IntegrityError)), store._database.writing() as connection:
        connection.exec_driver_sql("INSERT INTO docgen_schema VALUES (NULL)")


def test_what_raises_never_was(store: Store) -> None:
    draft = store.drafts.create("ke-hoach", (("so", "1"),))
    with pytest.raises(RuntimeError), store._database.writing() as connection:
        connection.exec_driver_sql("DELETE FROM drafts")
        raise RuntimeError
    assert store.drafts.get(draft.id) == draft


def test_a_store_that_nobody_closed_is_closed_in_the_end(tmp_path: Path) -> None:
    path = tmp_path / "left.sqlite3"
    store = open_store(f"sqlite:///{path}")
    store.drafts.create("ke-hoach", ())
    closed: list[object] = []
    event.listen(store._database._reads, "engine_disposed", closed.append)
    # The last connection to a SQLite file takes this away when it closes.
    assert Path(f"{path}-wal").exists()
    del store
    gc.collect()
    assert closed
    assert not Path(f"{path}-wal").exists()
