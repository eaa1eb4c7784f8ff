"""The same batch on a Dask cluster: a real scheduler and workers, as processes of their own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from docgen.batch import engines
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
        chunks = [(at, at + 1, at + 2) for at in range(1, 31, 3)]
        assert done(engine, chunks, tmp_path) == {number: 2 * number for number in range(1, 31)}


def test_without_a_cluster_it_is_told() -> None:
    with pytest.raises(Unusable, match="cụm Dask"), engines.engine_of("dask:tcp://127.0.0.1:9", None, 1):
        pass
