"""PDF files of a batch: docgen's against two LibreOffice processes, each fed by hand with half of the Word files."""

from __future__ import annotations

import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from tests.bench import figures
from tests.bench.copies import Given
from tests.bench.processes import run
from tests.bench.report import Table
from tests.bench.rounds import interleaved
from tests.bench.workers import environment

BY_HAND = "two soffice fed by hand"
TO_PDFS = "docgen.pdf.many, the same files"
BATCH = "docgen batch --resume --pdf, the Word files there"


def measure(count: int, rounds: int) -> Table:
    """Measure; an empty table with a word when there is no LibreOffice."""
    table = Table(f"{count} PDF files (medians of {rounds} rounds)", ("", "all", "a file", f"× {BY_HAND} [least–most]"))
    if shutil.which("soffice") is None:
        table.remarks.append("Left out: LibreOffice is not installed.")
        return table
    with tempfile.TemporaryDirectory() as folder:
        given = Given(Path(folder), count)
        made = given.folder / "made"
        run(given.batch(made), environment())
        profiles = _profiles(given.folder, made)
        ways = {BY_HAND: partial(_by_hand, profiles), TO_PDFS: _to_pdfs, BATCH: partial(_batch, given)}
        pages: dict[str, list[int]] = {}
        measured = {name: partial(_once, name, way, made, pages, count) for name, way in ways.items()}
        times = interleaved(measured, rounds, f"{count} PDF files")
    for name, each in times.items():
        middle = statistics.median(each)
        row = (
            name,
            figures.duration(middle),
            figures.duration(middle / count),
            str(figures.ratio(times[BY_HAND], each)),
        )
        table.rows.append(row)
    same = all(found == pages[BY_HAND] for found in pages.values())
    table.remarks.append(
        f"Pages of the files: {sorted(set(pages[BY_HAND]))}, {'the same' if same else 'NOT the same'} by all ways. "
        "By hand LibreOffice begins on profiles used before, docgen makes them anew in each process. All of "
        "`docgen batch` is counted: its start, reading and checking of the sheet, the look at what is there, reports."
    )
    return table


def _once(name: str, way: object, made: Path, pages: dict[str, list[int]], count: int) -> float:
    """Copy the folder of Word files, make the PDFs, count their pages; the copying and counting take no time."""
    from pypdf import PdfReader

    assert callable(way)
    with tempfile.TemporaryDirectory(dir=made.parent) as folder:
        place = Path(folder) / "out"
        shutil.copytree(made, place)
        begun = time.perf_counter()
        way(place)
        seconds = time.perf_counter() - begun
        found = sorted(place.glob("*.pdf"))
        if len(found) != count:
            raise RuntimeError(f"{name}: {len(found)} of {count} PDF files")
        pages[name] = [len(PdfReader(path).pages) for path in found]
    return seconds


def _profiles(folder: Path, made: Path) -> list[Path]:
    """Two profiles that were used before: making one takes LibreOffice longer than many papers."""
    found = [folder / "profile-0", folder / "profile-1"]
    with tempfile.TemporaryDirectory() as out:
        for profile in found:
            _office(profile, Path(out), [min(made.glob("*.docx"))]).wait()
    return found


def _by_hand(profiles: Sequence[Path], place: Path) -> None:
    """What somebody with a shell does: half of the files to each of two processes, each with a profile of its own."""
    files = sorted(place.glob("*.docx"))
    running = [_office(profile, place, files[at::2]) for at, profile in enumerate(profiles)]
    for process in running:
        process.wait()


def _office(profile: Path, out: Path, files: Sequence[Path]) -> subprocess.Popen[bytes]:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore"]
    command += ["--convert-to", "pdf", "--outdir", str(out), *map(str, files)]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _to_pdfs(place: Path) -> None:
    from docgen.pdf.many import to_pdfs

    files = sorted(place.glob("*.docx"))
    for made in to_pdfs(files):
        if made.fault is not None:
            raise RuntimeError(str(made.fault))
        files[made.index].with_suffix(".pdf").write_bytes(made.pdf)


def _batch(given: Given, place: Path) -> None:
    run(given.batch(place, "--resume", "--pdf"), environment())
