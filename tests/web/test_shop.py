from __future__ import annotations

import threading
from pathlib import Path

import pytest
from flask import Flask

from docgen.store import Store, Unreachable
from docgen.web import create_app, shop


def test_an_app_has_the_store_it_was_given(store: Store) -> None:
    app = create_app(store=store)
    assert shop.store(app) is store
    with app.app_context():
        assert shop.store() is store


def test_without_one_the_store_of_the_setting_is_opened_when_it_is_needed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DOCGEN_DB", f"sqlite:///{tmp_path}/lazy.sqlite3")
    app = create_app()
    assert not (tmp_path / "lazy.sqlite3").exists()
    found: list[Store] = []
    threads = [threading.Thread(target=lambda: found.append(shop.store(app))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 6
    assert len(set(map(id, found))) == 1
    assert (tmp_path / "lazy.sqlite3").exists()
    found[0].close()


def test_a_store_that_cannot_be_opened_is_told_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_DB", "sqlite://")
    app = create_app()
    for _ in range(2):
        with pytest.raises(Unreachable, match="trong bộ nhớ"):
            shop.store(app)


def test_every_app_has_its_own(store: Store, guarded: Flask) -> None:
    assert shop.store(guarded) is not store
