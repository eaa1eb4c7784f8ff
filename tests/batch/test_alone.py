"""One at a time has a folder, on every system, and it is free again with the end of whoever had it."""

from __future__ import annotations

import errno
import fcntl
import os
import signal
import struct
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

import pytest

from docgen.batch import alone, manifest
from docgen.batch.manifest import NAME, Entry
from docgen.errors import Unusable

ONE = Entry("a.docx", "k", "xong", "b", 2)
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="locks of Linux stand in for Windows")

# fcntl(2): a lock of a range of bytes that belongs to the opened file and not to the process, as Windows has them.
_SET_LOCK_OF_OPENED_FILE = 37


def locking(file: int, mode: int, count: int) -> None:
    """Do what msvcrt does: lock bytes from where the file stands, or say that it is locked."""
    assert mode == 2
    wanted = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_CUR, 0, count, 0)
    try:
        fcntl.fcntl(file, _SET_LOCK_OF_OPENED_FILE, wanted)
    except OSError as error:
        raise OSError(errno.EACCES, "Permission denied") from error


@pytest.fixture(params=["linux", "win32"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Either system; on the other its locks are played by those of Linux."""
    if request.param == "win32":
        msvcrt = ModuleType("msvcrt")
        msvcrt.LK_NBLCK, msvcrt.locking = 2, locking  # type: ignore[attr-defined]
        monkeypatch.setitem(sys.modules, "msvcrt", msvcrt)
        monkeypatch.setattr("docgen.batch.alone.sys.platform", "win32")
    return str(request.param)


@contextmanager
def opened(path: Path) -> Iterator[int]:
    file = os.open(path, os.O_RDWR | os.O_CREAT)
    try:
        yield file
    finally:
        os.close(file)


@pytest.mark.usefixtures("system")
def test_only_one_gets_it_and_then_the_next(tmp_path: Path) -> None:
    with opened(tmp_path / "x") as first, opened(tmp_path / "x") as second:
        os.write(first, b"abc")
        assert alone.taken(first)
        assert os.lseek(first, 0, os.SEEK_CUR) == 3
        assert not alone.taken(second)
        assert (tmp_path / "x").read_bytes() == b"abc"
    with opened(tmp_path / "x") as third:
        assert alone.taken(third)


@pytest.mark.usefixtures("system")
def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    with manifest.opened(tmp_path) as log:
        with pytest.raises(Unusable, match="Một lần chạy khác"), manifest.opened(tmp_path):
            pass
        log.note([ONE])
        # Anybody may look at what is noted meanwhile.
        assert manifest.read(tmp_path) == {"a.docx": ONE}
    with manifest.opened(tmp_path) as log:
        assert log.entries == {"a.docx": ONE}
    assert b"\r" not in (tmp_path / NAME).read_bytes()


def test_who_is_killed_holds_nothing(tmp_path: Path) -> None:
    code = (
        "import sys, time\nfrom pathlib import Path\nfrom docgen.batch import manifest\n"
        "with manifest.opened(Path(sys.argv[1])):\n    print('x', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.read(1) == b"x"
        with pytest.raises(Unusable, match="Một lần chạy khác"), manifest.opened(tmp_path):
            pass
        process.send_signal(signal.SIGKILL)
    with manifest.opened(tmp_path) as log:
        log.note([ONE])


def test_a_file_system_without_locks_lets_everybody_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refused)
    with opened(tmp_path / "x") as file:
        assert alone.taken(file)
