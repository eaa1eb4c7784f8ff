"""How time and memory grow with the size of a paper and with the number of copies."""

from __future__ import annotations

import contextlib
import statistics
import tempfile
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from tests.bench import figures, lean
from tests.bench.copies import BATCH, Given
from tests.bench.generators import MissingError
from tests.bench.one import files
from tests.bench.processes import Run, run
from tests.bench.report import Table
from tests.bench.rounds import Times, interleaved
from tests.bench.workers import environment, working

SECTIONS = (10, 30, 100, 300, 1000)
COPIES = (10, 100, 1000)
FULL_COPIES = (*COPIES, 10_000, 100_000)
_GENERATORS = ("docxtpl", "docgen", "docgen-zlib", "docgen-merge")
_SECONDS = 0.3


def sections(rounds: int) -> Table:
    """One document in memory, of 10 to 1,000 numbered items."""
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        measured = {}
        missing: list[str] = []
        for generator in _GENERATORS:
            try:
                for count in SECTIONS:
                    place = Path(folder) / str(count)
                    place.mkdir(exist_ok=True)
                    found = files(place, 10, count)
                    worker = stack.enter_context(working(generator, generator, found[lean.JINJA], found["lean"]))
                    worker.time(1)
                    often = max(1, min(1000, int(_SECONDS / worker.time(1))))
                    measured[_key(generator, count)] = partial(worker.time, often)
            except MissingError as error:
                missing.append(f"Left out: {generator}: {error}.")
        times = interleaved(measured, rounds, "sections")
    names = [name for name in _GENERATORS if _key(name, SECTIONS[0]) in times]
    heads = [f"{count:,}" for count in SECTIONS]
    table = Table(f"A document of 10 to 1,000 sections (medians of {rounds} rounds)", ("", *heads, "exponent"))
    for name in names:
        table.rows.append((name, *_told(times, name, SECTIONS)))
    table.rows += [
        (f"× {names[0]}: {name}", *(str(_against(times, names[0], name, count)) for count in SECTIONS), "")
        for name in names[1:]
    ]
    table.remarks = [_HOW, *missing]
    return table


_HOW = "Exponent: the slope of log time over log size (1 is linear); in brackets that of the last step."


def copies(rounds: int, full: bool) -> Table:
    """``docgen batch`` as a whole process, of 10 to 1,000 copies, to 100,000 when ``full``."""
    sizes = FULL_COPIES if full else COPIES
    runs: dict[str, list[Run]] = {}
    with tempfile.TemporaryDirectory() as folder:
        measured = {}
        for size in sizes:
            place = Path(folder) / str(size)
            place.mkdir()
            measured[_key(BATCH, size)] = partial(_once, Given(place, size), runs)
        times = interleaved(measured, rounds, "copies")
    table = Table(
        f"`{BATCH}` of 10 to {sizes[-1]:,} copies (medians of {rounds} rounds)",
        ("", *(f"{size:,}" for size in sizes), "exponent"),
    )
    middles = [statistics.median(times[_key(BATCH, size)]) for size in sizes]
    table.rows = [
        ("all", *_told(times, BATCH, sizes)),
        ("a copy", *(figures.duration(middle / size) for middle, size in zip(middles, sizes, strict=True)), ""),
        _more(middles, sizes),
        ("largest process", *(_most(runs, size, "largest") for size in sizes), ""),
        ("all processes", *(_most(runs, size, "together") for size in sizes), ""),
    ]
    table.remarks = [_HOW]
    return table


def _once(given: Given, runs: dict[str, list[Run]]) -> float:
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        done = run(given.batch(Path(folder) / "out"), environment())
    runs.setdefault(str(given.count), []).append(done)
    return done.seconds


def _most(runs: Mapping[str, Sequence[Run]], size: int, what: str) -> str:
    return figures.mebibytes(max(getattr(one, what) for one in runs[str(size)]))


def _key(name: str, size: int) -> str:
    return f"{name} {size}"


def _told(times: Times, name: str, sizes: Sequence[int]) -> list[str]:
    middles = [statistics.median(times[_key(name, size)]) for size in sizes]
    *_, last = figures.steps(sizes, middles)
    return [*map(figures.duration, middles), f"{figures.exponent(sizes, middles):.2f} ({last:.2f})"]


def _more(middles: Sequence[float], sizes: Sequence[int]) -> tuple[str, ...]:
    """A further copy: what the start costs taken away."""
    each = [(middles[at] - middles[at - 1]) / (sizes[at] - sizes[at - 1]) for at in range(1, len(sizes))]
    return ("a further copy", "", *(figures.duration(max(one, 0.0)) for one in each), "")


def _against(times: Times, base: str, name: str, size: int) -> figures.Ratio:
    return figures.ratio(times[_key(base, size)], times[_key(name, size)])
