"""One document in memory: docxtpl, docgen and others on the plan of seed 001, every generator in its own process."""

from __future__ import annotations

import contextlib
import json
import statistics
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests.bench import figures, lean, plan
from tests.bench.generators import MissingError
from tests.bench.report import Table
from tests.bench.rounds import interleaved
from tests.bench.visible import difference
from tests.bench.workers import Worker, working

BASE = "docxtpl"
_SHOWN = 7
"""The row whose copy is compared: not the first, which a merge learns from."""
_SECONDS = 0.5
"""How long one measurement should last, about."""
_MOST = 5000


@dataclass(frozen=True)
class Variant:
    """What is measured. name: as told. template, words: of :func:`files`."""

    name: str
    generator: str
    template: str = lean.JINJA
    words: str = "lean"


LEAN = (
    Variant(BASE, "docxtpl"),
    Variant("docgen", "docgen"),
    Variant("docgen, zlib", "docgen-zlib"),
    Variant("docgen, copies (Merge)", "docgen-merge"),
    Variant("docgen, copies (Merge), zlib", "docgen-merge-zlib"),
    Variant("docxtemplater", "docxtemplater", lean.MUSTACHE),
    Variant("easy-template-x", "easy-template-x", lean.MUSTACHE),
    Variant("carbone", "carbone", lean.CARBONE),
    Variant("docx-mailmerge2 (6 fields, no loops)", "docx-mailmerge2", lean.MERGEFIELDS),
)
REAL = (
    Variant("docgen, its own template", "docgen", "real", "spoken"),
    Variant("docgen, its own template, zlib", "docgen-zlib", "real", "spoken"),
    Variant("docgen, its own template, copies (Merge)", "docgen-merge", "real", "spoken"),
    Variant("docgen.pipeline.make, from plain values to the file", "docgen-make", "real", "raw"),
    Variant("docgen.pipeline.make, zlib", "docgen-make-zlib", "real", "raw"),
)


def files(folder: Path, count: int, sections: int = 0) -> dict[str, Path]:
    """Write the templates and the words; their names → where. sections: of the lean paper, the seed's own when 0."""
    from tests.seeds.reading import data_file

    found = {name: folder / f"{name}.docx" for name in (lean.JINJA, lean.MUSTACHE, lean.CARBONE, lean.MERGEFIELDS)}
    for name in (lean.JINJA, lean.MUSTACHE, lean.CARBONE):
        found[name].write_bytes(lean.template(name))
    words, rows = plan.words(sections), plan.rows(count)
    found[lean.MERGEFIELDS].write_bytes(_mail(found[lean.JINJA], words))
    found["real"] = lean.TEMPLATE
    given = {
        "lean": (words, rows),
        "spoken": (plan.spoken(), plan.spoken_rows(count)),
        "raw": (plan.raw(data_file(plan.seed())), plan.raw_rows(count)),
    }
    for name, (shared, own) in given.items():
        found[name] = folder / f"{name}.json"
        found[name].write_text(json.dumps({"shared": shared, "rows": own}, ensure_ascii=False), encoding="utf-8")
    return found


def _mail(template: Path, words: plan.Words) -> bytes:
    from docgen.render import Template

    marks = {name: f"\ue000{name}\ue001" for name in plan.VARYING}
    return lean.merge_fields(Template(template).render({**words, **marks}), marks)


def measure(rounds: int) -> Table:
    """Measure every generator that is there."""
    with tempfile.TemporaryDirectory() as folder, contextlib.ExitStack() as stack:
        places = files(Path(folder), 50)
        workers, missing = begun(stack, (*LEAN, *REAL), places)
        wanted, remarks = workers[BASE].show(_SHOWN), list(missing)
        for variant in LEAN:
            if variant.name not in workers or variant.name == BASE:
                continue
            differs = difference(wanted, workers[variant.name].show(_SHOWN))
            if differs:
                remarks.append(f"Left out: {variant.name}: other visible text ({differs}).")
                del workers[variant.name]
        counts = {name: _count(worker) for name, worker in workers.items()}
        measured = {name: partial(worker.time, counts[name]) for name, worker in workers.items()}
        times = interleaved(measured, rounds, "one document")
        return _told(workers, times, remarks, places)


def begun(
    stack: contextlib.ExitStack, variants: tuple[Variant, ...], places: Mapping[str, Path]
) -> tuple[dict[str, Worker], list[str]]:
    """Start the generators; those that are there by name, and a sentence for each that is not."""
    workers: dict[str, Worker] = {}
    missing: list[str] = []
    for variant in variants:
        try:
            workers[variant.name] = stack.enter_context(
                working(variant.name, variant.generator, places[variant.template], places[variant.words])
            )
        except MissingError as error:
            missing.append(f"Left out: {variant.name}: {error}.")
            print(missing[-1], file=sys.stderr)
    return workers, missing


def _count(worker: Worker) -> int:
    """How many papers a measurement should make, from what some take; they warm the process too."""
    worker.time(3)
    return max(3, min(_MOST, int(_SECONDS / worker.time(10))))


def _told(
    workers: Mapping[str, Worker], times: Mapping[str, list[float]], remarks: list[str], places: Mapping[str, Path]
) -> Table:
    rounds = len(times[BASE])
    cpu = {name: worker.cpu[-rounds:] for name, worker in workers.items()}
    table = Table(
        f"One document in memory (plan of seed 001; medians of {rounds} rounds)",
        ("generator", "codec", "a document", f"× {BASE} [least–most]", "× by CPU time", "a file"),
    )
    for name, worker in workers.items():
        size = f"{len(worker.show(_SHOWN)) / 1024:.1f} KB"
        middle = figures.duration(statistics.median(times[name]))
        told = f"{name} {worker.version}" if not name.startswith("docgen") else name
        ratios = [str(figures.ratio(taken[BASE], taken[name])) for taken in (times, cpu)]
        table.rows.append((told, worker.codec, middle, *ratios, size))
    weight = len(places[lean.JINJA].read_bytes()) / 1024
    table.remarks = [
        f"Lean template: {weight:.1f} KB; the same visible text checked for all but docgen's own template, "
        "which says more (drawn lines, notes, rich text) and whose ratio is therefore to another paper.",
        *remarks,
    ]
    return table
