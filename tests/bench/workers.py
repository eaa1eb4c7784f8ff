"""The processes under comparison as seen by the bench: started, asked, ended."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.bench.generators import GENERATORS, MissingError

ROOT = Path(__file__).parents[2]
NODE_FOLDER = ROOT / ".node-bench"
NODE_PEERS = ("docxtemplater", "easy-template-x", "carbone")
_NODE_WORKER = Path(__file__).parent / "peers" / "worker.js"


@dataclass
class Worker:
    """A generator that is ready. name: how it is told. cpu: what the processor worked in each call of :meth:`time`."""

    name: str
    process: subprocess.Popen[str]
    version: str
    codec: str
    cpu: list[float] = field(default_factory=list)

    def time(self, count: int) -> float:
        """Seconds for one paper, the mean of ``count`` made one after another."""
        said = self._ask(f"time {count}")
        self.cpu.append(float(said["cpu"]) / count)
        return float(said["seconds"]) / count

    def show(self, index: int) -> bytes:
        """The copy of a row."""
        return base64.b64decode(self._ask(f"show {index}")["docx"])

    def _ask(self, task: str) -> dict[str, Any]:
        assert self.process.stdin is not None
        with contextlib.suppress(BrokenPipeError):
            print(task, file=self.process.stdin, flush=True)
        return _heard(self.process)


@contextlib.contextmanager
def working(name: str, generator: str, template: Path, words: Path) -> Iterator[Worker]:
    """Start a generator in a process of its own. Raises MissingError when it is not there or cannot do the work."""
    command, folder = _command(generator, template, words)
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    try:
        process = subprocess.Popen(command, cwd=folder, env=environment(), text=True, **pipes)
    except FileNotFoundError as error:
        raise MissingError(f"{command[0]} is not installed") from error
    try:
        said = _heard(process)
        if "missing" in said:
            raise MissingError(said["missing"])
        yield Worker(name, process, said["version"], said["codec"])
    finally:
        with contextlib.suppress(BrokenPipeError):
            process.communicate()


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a process that finds this checkout."""
    return {**os.environ, "PYTHONPATH": str(ROOT), **(more or {})}


def _command(generator: str, template: Path, words: Path) -> tuple[Sequence[str], Path]:
    if generator in GENERATORS:
        return [sys.executable, "-m", "tests.bench.worker", generator, str(template), str(words)], ROOT
    if not (NODE_FOLDER / "node_modules" / generator).is_dir():
        raise MissingError(f"{generator} is not installed in {NODE_FOLDER.name}")
    return ["node", str(_NODE_WORKER), generator, str(template), str(words)], NODE_FOLDER


def _heard(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    line = process.stdout.readline()
    if not line:
        _, error = process.communicate()
        raise MissingError(f"ended: {error.strip().splitlines()[-1] if error.strip() else process.returncode}")
    found: dict[str, Any] = json.loads(line)
    return found
