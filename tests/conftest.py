"""Settings shared by all tests: how many examples hypothesis tries, what happens when a tool is missing."""

from __future__ import annotations

import functools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from docgen.store import Store, open_store
from tests import looking

settings.register_profile("fast", max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "fast"))


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes seconds; `make test` runs it, `make test-fast` does not")


@functools.cache
def _missing(mark: str) -> str:
    if mark == "libreoffice":
        return looking.missing_for_pages()
    return "" if looking.chromium() else "chromium"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Without its tool a test is skipped on a developer's machine, and fails where everything must be tried."""
    for mark in ("libreoffice", "chromium"):
        if item.get_closest_marker(mark) and _missing(mark):
            message = f"this machine lacks {_missing(mark)}; `make test` tells how to install it"
            if os.environ.get("CI") == "true":
                pytest.fail(message, pytrace=False)
            pytest.skip(message)


@pytest.fixture(scope="session", autouse=True)
def _away_from_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing a test does, and no server it starts, touches the drafts of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("store")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DOCGEN_DB", f"sqlite:///{folder / 'docgen.sqlite3'}")
        yield


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store of the test's own."""
    with open_store(f"sqlite:///{tmp_path / 'store.sqlite3'}") as opened:
        yield opened
