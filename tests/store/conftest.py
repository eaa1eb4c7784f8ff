from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from docgen.store import Store, open_store
from tests.store.telling_time import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(tmp_path: Path, clock: Clock) -> Iterator[Store]:
    """An empty store that lives by ``clock``."""
    with open_store(f"sqlite:///{tmp_path / 'timed.sqlite3'}", clock=clock) as opened:
        yield opened
