"""Killed at any point, a run is taken up again and ends as if nothing had happened."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from docgen.batch.run import run
from tests.batch.office import Office, digests

ROOT = Path(__file__).parent.parent.parent
COUNT = 24

# Ends the process by SIGKILL at the n-th of the calls by which a run changes the folder.
_RUN = """
import os, signal, sys
from pathlib import Path
data, units, out, at, resume = sys.argv[1:6]
left = [int(at)]
def counted(call):
    def wrapped(*args, **kwargs):
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        done = call(*args, **kwargs)
        left[0] -= 1
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return done
    return wrapped
import docgen.batch.manifest, docgen.batch.placing
from docgen.batch.door import batch
os.replace = counted(os.replace)
docgen.batch.manifest.Log.note = counted(docgen.batch.manifest.Log.note)
batch(data, units, out, workers=1, resume=resume == "1", zip=True)
"""


def ran(office: Office, at: int, *, resume: bool) -> int:
    words = [str(office.data), str(office.units), str(office.out), str(at), str(int(resume))]
    return subprocess.run(
        [sys.executable, "-c", _RUN, *words],
        env={**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(office.folder)},
        check=False,
        timeout=120,
    ).returncode


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("points", [(1, 2), (3, 8), (5, 6, 7), (20, 31), (2 * COUNT + 7, 1), (2 * COUNT + 14, 4)])
def test_killed_between_any_two_steps_it_ends_the_same(points: tuple[int, ...], office: Office, tmp_path: Path) -> None:
    office.many(COUNT)
    (tmp_path / "nguyen").mkdir()
    undisturbed = Office(tmp_path / "nguyen")
    undisturbed.many(COUNT)
    run(undisturbed.prepare(), workers=1, zip=True)
    whole = undisturbed.out
    for turn, at in enumerate(points):
        assert ran(office, at, resume=turn > 0) == -signal.SIGKILL
        found = {path.name for path in office.out.glob("*.docx")}
        assert all(digests(whole)[name] == digests(office.out)[name] for name in found)
    assert ran(office, 10**9, resume=True) == 0
    assert digests(office.out) == digests(whole)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_killed_at_any_time_its_workers_end_and_it_can_be_resumed(office: Office) -> None:
    office.many(60)
    command = [sys.executable, "-m", "docgen", "batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--workers", "2"]
    env = {**os.environ, "PYTHONPATH": str(ROOT), "TMPDIR": str(office.folder)}
    for more in ([], ["--resume"]):
        with subprocess.Popen(
            [*command, *more], cwd=office.folder, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as process:
            before = len(office.papers())
            while len(office.papers()) < before + 5 and process.poll() is None:
                time.sleep(0.01)
            process.kill()
        assert process.returncode == -signal.SIGKILL
    _wait_until_alone(str(office.folder))
    last = subprocess.run(
        [*command, "--resume"], cwd=office.folder, env=env, capture_output=True, text=True, check=False, timeout=300
    )
    assert last.returncode == 0, last.stderr
    assert len(office.papers()) == 60
    assert not [name for name in office.names() if name.endswith(".tmp")]
    again = office.prepare()
    assert run(again, workers=1).kept == 60


def _wait_until_alone(folder: str) -> None:
    """Processes whose parent is gone must not stay; they are known by the folder they work in."""
    for _ in range(200):
        if not any(_works_in(path, folder) for path in Path("/proc").iterdir() if path.name.isdigit()):
            return
        time.sleep(0.05)
    raise AssertionError("a worker outlived the run")


def _works_in(process: Path, folder: str) -> bool:
    try:
        return (process / "cwd").resolve() == Path(folder).resolve()
    except OSError:
        return False
