"""Copies to files as whole processes, from the start of Python to its exit, with their memory."""

from __future__ import annotations

import csv
import json
import statistics
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from tests.bench import figures, generators, lean, plan
from tests.bench.processes import FailedError, Run, run
from tests.bench.report import Table
from tests.bench.rounds import interleaved
from tests.bench.visible import difference, lines
from tests.bench.workers import environment

BASE = "docxtpl in a plain loop"
BATCH = "docgen batch"
_COLUMNS = ("ten_don_vi", "so", "dia_danh", "co_quan.ten", "trich_yeu", "ky.ho_ten")
_MEMORY = ("largest process", "all processes")
_NO_ISAL = "import sys; sys.modules['isal'] = None; from docgen.cli import main; main()"


@dataclass
class Given:
    """What the processes work on, in a folder of their own."""

    folder: Path
    count: int
    data: Path = field(init=False)
    units: Path = field(init=False)
    template: Path = field(init=False)
    words: Path = field(init=False)

    def __post_init__(self) -> None:
        self.data, self.units = self.folder / "plan.yaml", self.folder / "units.csv"
        self.template = self.folder / "lean.docx"
        self.words = self.folder / "words.json"
        self.data.write_text(_plan(), encoding="utf-8")
        _write_units(self.units, self.count)
        self.template.write_bytes(lean.template(lean.JINJA))
        words = {"shared": plan.words(), "rows": plan.rows(self.count)}
        self.words.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")

    def loop(self, generator: str, out: Path) -> list[str]:
        """The command that makes the copies in a plain loop."""
        return [sys.executable, "-m", "tests.bench.copying", generator, str(self.template), str(self.words), str(out)]

    def batch(self, out: Path, *more: str, fast: bool = True) -> list[str]:
        """The command that makes them by ``docgen batch``."""
        door = ["-m", "docgen"] if fast else ["-c", _NO_ISAL]
        said = ["batch", str(self.data), str(self.units), "-o", str(out), "--name", "{tt:06}.docx"]
        return [sys.executable, *door, *said, *more]


def _plan() -> str:
    """The seed as a data file, which says in one place whom it is for."""
    from tests.seeds.reading import data_file

    text = data_file(plan.seed()).read_text(encoding="utf-8")
    said = "trên địa bàn tỉnh Bình Dương, với những nội dung như sau"
    assert said in text
    return text.replace(said, said.replace("tỉnh Bình Dương", "{{ten_don_vi}}"))


def _write_units(path: Path, count: int) -> None:
    found = plan.communes()
    with path.open("w", encoding="utf-8", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(_COLUMNS)
        for at, row in enumerate(plan.rows(count)):
            name = found[at % len(found)][0]
            office = f"ỦY BAN NHÂN DÂN|{row['co_quan']}"
            sheet.writerow((name, row["so"], row["dia_danh"], office, row["trich_yeu"], row["ho_ten"]))


def variants(given: Given) -> dict[str, Callable[[Path], list[str]]]:
    """What is measured: name → the command for an output folder."""
    found: dict[str, Callable[[Path], list[str]]] = {BASE: partial(given.loop, "docxtpl")}
    found["docgen's Template in the same loop"] = partial(given.loop, "docgen")
    found["docgen's Template in the same loop, zlib"] = partial(given.loop, "docgen-zlib")
    if _has_merge():
        found["docgen's Merge in the same loop"] = partial(given.loop, "docgen-merge")
    found[BATCH] = given.batch
    found[f"{BATCH}, one worker"] = lambda out: given.batch(out, "--workers", "1")
    found[f"{BATCH}, zlib"] = lambda out: given.batch(out, fast=False)
    return found


def _has_merge() -> bool:
    from docgen import render

    return hasattr(render, "Merge")


def measure(count: int, rounds: int) -> Table:
    """Measure every way to write ``count`` copies."""
    with tempfile.TemporaryDirectory() as folder:
        given = Given(Path(folder), count)
        runs: dict[str, list[Run]] = {}
        seen: dict[str, bytes] = {}
        failed: dict[str, str] = {}
        commands = variants(given)
        measured = {
            name: partial(_once, name, command, given, runs, seen, failed) for name, command in commands.items()
        }
        times = interleaved(measured, rounds, f"{count} copies")
    return _told(count, rounds, times, runs, seen, failed)


def _once(
    name: str,
    command: Callable[[Path], list[str]],
    given: Given,
    runs: dict[str, list[Run]],
    seen: dict[str, bytes],
    failed: dict[str, str],
) -> float:
    """Measure once, into a new folder: a file system writes over a file far slower than it makes one."""
    if name in failed:
        return float("nan")
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        out = Path(folder) / "out"
        if not name.startswith(BATCH):
            out.mkdir()
        try:
            done = run(command(out), environment())
            seen[name] = (out / f"{given.count:06}.docx").read_bytes()
        except (FailedError, OSError) as error:
            failed[name] = str(error)
            print(f"left out: {name}: {error}", file=sys.stderr)
            return float("nan")
    runs.setdefault(name, []).append(done)
    return done.seconds


def _told(
    count: int,
    rounds: int,
    times: Mapping[str, Sequence[float]],
    runs: Mapping[str, Sequence[Run]],
    seen: Mapping[str, bytes],
    failed: Mapping[str, str],
) -> Table:
    table = Table(
        f"{count:,} copies to files as whole processes (medians of {rounds} rounds)",
        ("process", "codec", "all", "a copy", f"× {BASE} [least–most]", "CPU", *_MEMORY, "a file"),
    )
    for name in times:
        if name in failed:
            continue
        each = runs[name]
        middle = statistics.median(times[name])
        table.rows.append(
            (
                name,
                codec(name),
                figures.duration(middle),
                figures.duration(middle / count),
                str(figures.ratio(times[BASE], times[name])),
                f"{figures.duration(_cpu(each))} (×{figures.number(_cpu(runs[BASE]) / _cpu(each))})",
                figures.mebibytes(max(one.largest for one in each)),
                figures.mebibytes(max(one.together for one in each)),
                f"{len(seen[name]) / 1024:.1f} KB",
            )
        )
    table.remarks = [
        f"`{BATCH}` makes the whole paper of its own template from the data file and a .csv of communes: it checks "
        "every row first, puts the data into each file, keeps a manifest and writes reports; the loops are given "
        "finished words and the lean template.",
        *_compared(seen),
        *(f"Left out: {name}: {why}" for name, why in failed.items()),
    ]
    return table


def _cpu(runs: Sequence[Run]) -> float:
    return statistics.median(one.cpu for one in runs)


def _compared(seen: Mapping[str, bytes]) -> list[str]:
    """Say whether the loops' last copies show the same text, and the batch's the last commune."""
    told = [
        f"Other visible text: {name}: {differs}."
        for name, docx in seen.items()
        if not name.startswith(BATCH) and (differs := difference(seen[BASE], docx))
    ]
    for name, docx in seen.items():
        if name.startswith(BATCH):
            missing = [text for text in lines(seen[BASE])[10:20] if text not in lines(docx)]
            told += [f"{name} does not say: {text[:60]}." for text in missing]
    return told or ["The last copy's visible text was compared."]


def codec(name: str) -> str:
    """Which codec a variant compresses with: docgen takes isal when it is there and not kept from it."""
    import docgen.render  # noqa: F401 - it is what takes isal

    return generators.codec() if name.startswith("docgen") and "zlib" not in name else "zlib"
