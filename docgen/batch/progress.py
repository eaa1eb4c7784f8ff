"""How far a batch is, how fast, and how long it will take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Phase = Literal["làm văn bản", "đổi sang PDF", "xét thể thức", "đối chiếu", "ghép thành một tệp"]


@dataclass(frozen=True)
class Progress:
    """done of total in this phase, failed among them, after so many seconds."""

    phase: Phase
    done: int
    total: int
    failed: int
    seconds: float

    @property
    def rate(self) -> float:
        """Pieces a second; 0 while nothing is known."""
        return self.done / self.seconds if self.seconds > 0 else 0.0

    @property
    def left_s(self) -> float | None:
        """Seconds until the phase ends at this rate; None while nothing is known."""
        return (self.total - self.done) / self.rate if self.rate else None


OnProgress = Callable[[Progress], None]


def nobody(_progress: Progress) -> None:
    """Take progress nobody looks at."""


class Counter:
    """Counts through one phase, and tells."""

    def __init__(self, phase: Phase, total: int, told: OnProgress) -> None:
        self._phase, self._total, self._told = phase, total, told
        self._done = self._failed = 0
        self._began = time.monotonic()
        self._tell()

    def one(self, *, failed: bool = False) -> None:
        """Count one piece."""
        self._done += 1
        self._failed += failed
        self._tell()

    def _tell(self) -> None:
        self._told(Progress(self._phase, self._done, self._total, self._failed, time.monotonic() - self._began))
