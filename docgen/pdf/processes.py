"""Starting LibreOffice so that nothing of it outlives its purpose, however that ends."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

_Process = subprocess.Popen[bytes]

# Whatever ends docgen, even kill -9, closes the pipe the shell reads from; then, and when the program itself ends,
# the whole group goes.
_GUARD = '("$@"; kill -9 0) & read -r _; kill -9 0'


@contextlib.contextmanager
def started(
    command: list[str], out: IO[bytes], told: Callable[[_Process], None] = lambda _: None
) -> Iterator[_Process]:
    """Start a process as leader of its own group; nothing of the group outlives the block, however it ends.

    told: is given the process, so that another thread can end it by :func:`end_group`.
    """
    process = _start(command, out, subprocess.DEVNULL)
    try:
        told(process)
        yield process
    finally:
        end_group(process)


def start_guarded(command: list[str], out: IO[bytes]) -> _Process:
    """Start a process that stays until :func:`end_group`, but never longer than this process lives."""
    if sys.platform == "win32":
        return _start(command, out, subprocess.DEVNULL)
    return _start(["/bin/sh", "-c", _GUARD, "sh", *command], out, subprocess.PIPE)


def _start(command: list[str], out: IO[bytes], stdin: int) -> _Process:
    return subprocess.Popen(  # noqa: S603 - a program found by us, with paths of our own making
        command,
        stdin=stdin,
        stdout=out,
        stderr=subprocess.STDOUT,
        env={**os.environ, "SAL_USE_VCLPLUGIN": "svp"},
        start_new_session=sys.platform != "win32",
    )


def end_group(process: _Process) -> None:
    """End a process and everything it started; doing so twice, or from two threads, does no harm."""
    # soffice is a script that starts another process, which does the work: ending the first alone leaves it.
    if sys.platform == "win32":
        if process.poll() is None:
            taskkill = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "taskkill.exe")
            command = [str(taskkill), "/F", "/T", "/PID", str(process.pid)]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - as above
    else:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if process.stdin is not None:
        with contextlib.suppress(OSError):
            process.stdin.close()
