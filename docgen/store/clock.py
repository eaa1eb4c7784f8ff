"""The time, so that tests can tell it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Gives the present moment as an aware time."""


def utc_now() -> datetime:
    """Tell the time in UTC."""
    return datetime.now(UTC)
