"""Whole processes: how long from start to exit, and how much memory the process and its children hold at most."""

from __future__ import annotations

import contextlib
import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE_S = 0.05
_PROC = Path("/proc")


@dataclass(frozen=True)
class Run:
    """seconds: from start to exit. cpu: what the processors worked.

    largest: bytes the largest of its processes held at most; together: all at once.

    Shared memory counts once in ``together`` (PSS) and whole in ``largest`` (VmHWM); both are 0 where there is no
    /proc.
    """

    seconds: float
    cpu: float
    largest: int
    together: int


class FailedError(Exception):
    """A process that ended badly, with its last words."""


def run(command: Sequence[str], env: dict[str, str], good: Sequence[int] = (0,)) -> Run:
    """Run a command to its end. Raises FailedError when its exit code is none of the good ones."""
    largest = together = 0
    with tempfile.TemporaryFile() as said:
        begun, worked = time.perf_counter(), _worked()
        process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=said)
        while True:
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(_PAUSE_S)
                break
            family = list(_family(process.pid))
            largest = max([largest, *(_bytes(pid, "status", "VmHWM:") for pid in family)])
            together = max(together, sum(_bytes(pid, "smaps_rollup", "Pss:") for pid in family))
        seconds = time.perf_counter() - begun
        if process.returncode not in good:
            said.seek(0)
            words = said.read().decode(errors="replace").strip().splitlines()[-8:]
            raise FailedError(f"{' '.join(command[:6])} …: exit {process.returncode}: {' / '.join(words)}")
    return Run(seconds, _worked() - worked, largest, together)


def _worked() -> float:
    """Processor seconds of this process's ended children."""
    times = os.times()
    return times.children_user + times.children_system


def _family(pid: int) -> Iterator[int]:
    """A process and all its children, the children's too."""
    yield pid
    for task in _names(_PROC / str(pid) / "task"):
        with contextlib.suppress(OSError):
            for child in (_PROC / str(pid) / "task" / task / "children").read_text().split():
                yield from _family(int(child))


def _names(folder: Path) -> list[str]:
    try:
        return [each.name for each in folder.iterdir()]
    except OSError:
        return []


def _bytes(pid: int, file: str, field: str) -> int:
    try:
        for line in (_PROC / str(pid) / file).read_text().splitlines():
            if line.startswith(field):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
