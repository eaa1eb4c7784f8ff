"""How well WSGI servers serve docgen: requests a second by wrk, and whether slow visitors shut the others out.

``python -m tests.bench.serving`` (or ``make bench``) prints one table for each load. Every round measures every
server once, so that what else the machine does strikes them alike; told are the median of the rounds, how far they
lie apart, and the ratio to the first server that is there. wrk shares the machine with the server.
"""

from __future__ import annotations

import argparse
import contextlib
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from tests.bench.candidates import CANDIDATES, HOST, NULL, THREADS

CONNECTIONS = (1, 2, 4, 16)
SLOW_VISITORS = 4 * THREADS
PATIENCE = 5.0
"""Seconds after which somebody who only wanted a page gives up."""


@dataclass(frozen=True)
class Load:
    """What is asked of a server: an address, and the body where it is a post."""

    title: str
    path: str
    body: str = ""

    def script(self, folder: Path) -> list[str]:
        """Give wrk's arguments that make it post the body."""
        if not self.body:
            return []
        script = folder / "post.lua"
        script.write_text(
            'wrk.method = "POST"\n'
            'wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"\n'
            f"wrk.body = [[{self.body}]]\n",
            encoding="ascii",
        )
        return ["-s", str(script)]


def loads() -> list[Load]:
    """A handler that does nothing, a file, and the making of the plan of seed 001."""
    from docgen.data_dir import find
    from docgen.intake.form import to_pairs
    from docgen.intake.kind_files import load_kinds
    from docgen.intake.read import read_file
    from tests.seeds.reading import NAMES, data_file

    form = load_kinds(find()).get("ke-hoach")
    pairs = to_pairs(read_file(data_file(NAMES[1])).raw, form)
    body = urlencode([*pairs, ("lam", "tai-ve")])
    return [
        Load("a handler that does nothing", NULL),
        Load("a static file (docgen.css)", "/static/docgen.css"),
        Load("POST of seed 001, answered by its .docx", "/soan/ke-hoach", body),
    ]


@dataclass(frozen=True)
class Result:
    """rate: good answers a second; p50, p99: milliseconds until the answer; bad: answers that were refused or lost."""

    rate: float
    p50: float
    p99: float
    bad: int


_UNITS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


def read_wrk(text: str) -> Result:
    """Read what wrk prints. Raises ValueError when that is something else."""
    rate = re.search(r"Requests/sec:\s+([\d.]+)", text)
    total = re.search(r"(\d+) requests in ([\d.]+)(us|ms|s|m)\b", text)
    if rate is None or total is None:
        raise ValueError(text)
    times = {share: float(n) * _UNITS[unit] for share, n, unit in re.findall(r"(\d+)%\s+([\d.]+)(us|ms|s|m)\b", text)}
    refused = sum(int(count) for count in re.findall(r"Non-2xx or 3xx responses: (\d+)", text))
    lost = sum(int(count) for count in re.findall(r"(?:connect|read|write|timeout) (\d+)", text))
    asked = max(int(total[1]), 1)
    good = float(rate[1]) * (asked - refused) / asked
    return Result(good, times.get("50", 0.0), times.get("99", 0.0), refused + lost)


@contextlib.contextmanager
def running(name: str) -> Iterator[int]:
    """A server of its own process, at the port given, ready to answer."""
    with socket.create_server((HOST, 0)) as free:
        port: int = free.getsockname()[1]
    command = [sys.executable, "-m", "tests.bench.candidates", name, str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(port, process)
            yield port
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def _wait(port: int, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + 30
    while time.monotonic() < end and process.poll() is None:
        # The file is asked for too: the first request builds the app.
        if _asked(port, "/static/docgen.css") is not None:
            return
        time.sleep(0.1)
    raise RuntimeError("the server does not answer")


def _asked(port: int, path: str) -> float | None:
    """Ask for a page; the seconds until it is there, None when it does not come."""
    began = time.monotonic()
    try:
        with socket.create_connection((HOST, port), timeout=PATIENCE) as connection:
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n".encode())
            connection.settimeout(PATIENCE)
            return time.monotonic() - began if connection.recv(12).startswith(b"HTTP/1.1 200") else None
    except OSError:
        return None


def measured(port: int, load: Load, connections: int, seconds: int, folder: Path) -> Result:
    """One run of wrk."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "10s"]
    command += [*load.script(folder), f"http://{HOST}:{port}{load.path}"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return read_wrk(done.stdout)


def slowed(port: int, began: bytes) -> float | None:
    """Seconds one page takes while others have begun a request and do not end it; None when it does not come."""
    with contextlib.ExitStack() as stack:
        for _ in range(SLOW_VISITORS):
            visitor = stack.enter_context(socket.create_connection((HOST, port), timeout=PATIENCE))
            visitor.sendall(began)
        time.sleep(0.3)
        return _asked(port, NULL)


SLOW = {
    "heads never ended": b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ",
    "bodies never ended": b"POST /soan/ke-hoach HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\na=",
}

Results = dict[tuple[str, str, int], list[Result]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; 2 when wrk is missing."""
    options = _options(arguments)
    told = measure(options.rounds, options.seconds, options.only)
    print("\n".join(told))
    return 0 if told else 2


def measure(rounds: int, seconds: int, only: str) -> list[str]:
    """One table for each load, that of the form's POST the last but one; none when wrk is missing.

    seconds: of every run of wrk. only: what the names of the servers must hold.
    """
    if shutil.which("wrk") is None:
        print("wrk is missing; on Debian or Ubuntu: apt-get install wrk", file=sys.stderr)
        return []
    names = [name for name in CANDIDATES if only in name and not CANDIDATES[name].missing]
    for name, candidate in CANDIDATES.items():
        if candidate.missing:
            print(f"left out: {name} ({', '.join(candidate.missing)} not installed)", file=sys.stderr)
    results: Results = {}
    patience: dict[tuple[str, str], float | None] = {}
    wanted = loads()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(rounds):
            # Every round begins with another server, so that none is always the one after a pause.
            for name in names[number % len(names) :] + names[: number % len(names)]:
                print(f"round {number + 1} of {rounds}: {name}", file=sys.stderr)
                with running(name) as port:
                    for load in wanted:
                        for count in CONNECTIONS:
                            result = measured(port, load, count, seconds, Path(folder))
                            results.setdefault((load.title, name, count), []).append(result)
                    if number == 0:
                        patience |= {(name, kind): slowed(port, began) for kind, began in SLOW.items()}
    return [*(table(load.title, names, results) for load in wanted), slow_table(names, patience)]


def table(title: str, names: Sequence[str], results: Results) -> str:
    """One load: requests a second as "median (least–most) ×ratio", then the milliseconds at the most connections."""
    most = CONNECTIONS[-1]
    heads = [f"{count} conn." for count in CONNECTIONS] + [f"p50 ms ({most})", f"p99 ms ({most})", "bad"]
    lines = [f"\n### {title}, requests/s", f"| server | {' | '.join(heads)} |", "|---" * (len(heads) + 1) + "|"]
    for name in names:
        cells = [_cell(results, title, names[0], name, count) for count in CONNECTIONS]
        last = results[title, name, most]
        cells += [f"{statistics.median(getattr(each, at) for each in last):.1f}" for at in ("p50", "p99")]
        cells.append(str(sum(each.bad for count in CONNECTIONS for each in results[title, name, count])))
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(results: Results, title: str, first: str, name: str, count: int) -> str:
    rates = [each.rate for each in results[title, name, count]]
    base = statistics.median(each.rate for each in results[title, first, count])
    middle = statistics.median(rates)
    return f"{middle:,.0f} ({min(rates):,.0f}–{max(rates):,.0f}) ×{middle / base:.2f}"


def slow_table(names: Sequence[str], patience: dict[tuple[str, str], float | None]) -> str:
    """Milliseconds until a page comes while slow visitors hold connections."""
    lines = [f"\n### one page while {SLOW_VISITORS} others hold a request open, ms"]
    lines += [f"| server | {' | '.join(SLOW)} |", "|---" * (len(SLOW) + 1) + "|"]
    for name in names:
        cells = [patience[name, kind] for kind in SLOW]
        told = ["no answer" if seconds is None else f"{seconds * 1000:.0f}" for seconds in cells]
        lines.append(f"| {name} | {' | '.join(told)} |")
    return "\n".join(lines)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=2, help="of every run of wrk")
    parser.add_argument("--only", default="", help="only servers with this in their name")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
