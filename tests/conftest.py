"""Settings shared by all tests: how many examples hypothesis tries, what happens when a tool is missing."""

from __future__ import annotations

import functools
import os

import pytest
from hypothesis import HealthCheck, settings

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
