"""The same batch on a Dask cluster: a real scheduler and workers, as processes of their own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from docgen.batch import engines
from docgen.batch.progress import Progress
from docgen.batch.run import run
from docgen.errors import Unusable
from tests.batch.office import Office

pytest.importorskip("distributed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("default")]
ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """A scheduler with two workers; its address."""
    env = {**os.environ, "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "30s"}
    with ExitStack() as stack:

        def start(*words: str) -> subprocess.Popen[str]:
            process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "distributed.cli." + words[0], *words[1:]],
                    cwd=tmp_path,
                    env=env,
                    stderr=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    text=True,
                )
            )
            stack.callback(process.terminate)
            return process

        scheduler = start("dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
        assert scheduler.stderr
        address = next(
            found[0] for line in scheduler.stderr if (found := re.search(r"tcp://127\.0\.0\.1:[1-9]\d*", line))
        )
        for _ in range(2):
            # A nanny, as clusters have: a worker that dies is replaced.
            worker = start(
                *("dask_worker", address, "--nthreads", "1", "--nworkers", "1", "--host", "127.0.0.1"),
                *("--no-dashboard", "--memory-limit", "0", "--local-directory", str(tmp_path)),
            )
            assert worker.stderr
            next(line for line in worker.stderr if "Registered to" in line)
        yield address


def test_the_files_are_the_same_as_those_made_here(cluster: str, office: Office) -> None:
    office.many(30)
    run(office.prepare(), workers=1)
    alone = office.made()
    for path in list(office.out.iterdir()):
        path.unlink()

    assert run(office.prepare(), engine=f"dask:{cluster}", check=2).made == 30
    made = office.made()
    assert {name: made[name] for name in office.papers()} == {name: alone[name] for name in office.papers()}


def test_a_worker_that_dies_costs_a_retry(cluster: str, tmp_path: Path) -> None:
    from tests.batch.test_engines import done

    with engines.engine_of(f"dask:{cluster}", None, 100) as engine:
        assert engine.wide >= 2
        chunks: list[tuple[int, ...]] = [(at, at + 1, at + 2) for at in range(1, 31, 3)]
        assert done(engine, chunks, tmp_path) == {number: 2 * number for number in range(1, 31)}


def test_a_worker_killed_in_the_middle_of_a_batch_costs_no_copy(cluster: str, office: Office) -> None:
    from distributed import Client

    count = 120
    office.many(count)
    with Client(cluster, set_as_default=False) as client:  # type: ignore[no-untyped-call]
        workers = list(client.run(os.getpid).values())
    killed: list[int] = []

    def kill(progress: Progress) -> None:
        if progress.done == count // 4 and not killed:
            killed.append(workers[0])
            os.kill(workers[0], signal.SIGKILL)

    made = run(office.prepare(), engine=f"dask:{cluster}", on_progress=kill)
    assert killed
    assert (made.made, made.failed) == (count, 0)
    there = office.made()
    for path in list(office.out.iterdir()):
        path.unlink()
    run(office.prepare(), workers=1)
    assert office.made() == there


def test_the_command_line_runs_on_a_cluster(cluster: str, office: Office) -> None:
    office.many(20)
    command = [sys.executable, "-X", "utf8", "-m", "docgen", "batch", "kh.yaml", "don-vi.csv", "-o", "ra"]
    ran = subprocess.run(
        [*command, "--engine", f"dask:{cluster}"],
        cwd=office.folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
        text=True,
        encoding="utf-8",
        timeout=120,
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stderr.splitlines()[-1] == "Đã làm 20 văn bản, giữ nguyên 0, hỏng 0."
    assert len(office.papers()) == 20


def test_without_a_cluster_it_is_told() -> None:
    with pytest.raises(Unusable, match="cụm Dask"), engines.engine_of("dask:tcp://127.0.0.1:9", None, 1):
        pass
