"""Many Word files → PDF: several files a call, several LibreOffice processes at a time, each on its own profile.

A call of LibreOffice for 40 files takes 70 ms a file, one for each file half a second. It says nothing of which file
it could not do: a file is done when its whole PDF is there. What a call leaves undone, because LibreOffice ended, hung
or refused, is tried once more by itself.
"""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Final

from docgen.errors import Fault, Unusable
from docgen.pdf.convert import TIME_LIMIT_S, TO_PDF, no_start, options, tail, to_pdf, word_file
from docgen.pdf.processes import end_group, started
from docgen.pdf.profiles import lent_profile
from docgen.pdf.program import find_office

FILES_A_CALL: Final = 40
# Beyond the time one file may take: what each further file may.
_MORE_S: Final = 5.0


@dataclass(frozen=True)
class Made:
    """One file. index: which of those given. pdf: its PDF, or b"" with the fault that says why there is none."""

    index: int
    pdf: bytes = b""
    fault: Fault | None = None


def to_pdfs(
    files: Sequence[Path], *, processes: int = 2, a_call: int = FILES_A_CALL, time_limit_s: float = TIME_LIMIT_S
) -> Iterator[Made]:
    """Convert Word files, each told as soon as it is done, in any order.

    processes: how many LibreOffice at a time. a_call: files a call. time_limit_s: how long the first file of a call
    may take. Raises Unusable when there is no LibreOffice; a file that cannot be converted is told by its fault.
    """
    find_office()
    size = max(1, min(a_call, -(-len(files) // processes)))
    waiting = iter([list(enumerate(files))[at : at + size] for at in range(0, len(files), size)])
    stop = Event()
    calls = _Calls(time_limit_s, stop)
    with ThreadPoolExecutor(processes, thread_name_prefix="docgen-pdf") as pool:
        running: set[Future[list[Made]]] = set()
        try:
            while True:
                for some in waiting:
                    running.add(pool.submit(calls.convert, some))
                    if len(running) >= processes:
                        break
                if not running:
                    return
                done, running = wait(running, return_when=FIRST_COMPLETED)
                for future in done:
                    yield from future.result()
        finally:
            stop.set()
            calls.end()


class _Calls:
    """The calls of LibreOffice that are under way."""

    def __init__(self, time_limit_s: float, stop: Event) -> None:
        self._time_limit_s, self._stop = time_limit_s, stop
        self._processes: set[subprocess.Popen[bytes]] = set()

    def convert(self, files: Sequence[tuple[int, Path]]) -> list[Made]:
        """Convert some files in one call, then what that left undone one by one."""
        found = {made.index: made for made in self._call(files)}
        for index, path in files:
            if index not in found and not self._stop.is_set():
                found[index] = self._alone(index, path)
        return [found[index] for index, _ in files if index in found]

    def end(self) -> None:
        """End what is still running."""
        for process in list(self._processes):
            end_group(process)

    def _call(self, files: Sequence[tuple[int, Path]]) -> Iterator[Made]:
        with tempfile.TemporaryDirectory(prefix="docgen-pdf-") as folder:
            work = Path(folder)
            staged: list[tuple[int, Path]] = []
            for index, path in files:
                try:
                    data = word_file(path)
                except Unusable as error:
                    yield Made(index, fault=error.faults[0])
                    continue
                # Names of our own: LibreOffice takes no options from them, and they cannot meet.
                source = work / f"{index:07}.docx"
                source.write_bytes(data)
                staged.append((index, source))
            if staged and not self._stop.is_set():
                self._run(work, [source for _, source in staged])
            for index, source in staged:
                pdf = _whole(source.with_suffix(".pdf"))
                if pdf:
                    yield Made(index, pdf)

    def _run(self, work: Path, sources: Sequence[Path]) -> None:
        """Run LibreOffice once; however it ends, the files tell what was done."""
        office = find_office()
        try:
            with lent_profile() as profile, (work / "log.txt").open("wb") as out:
                command = [
                    *(str(office), *options(profile), f"--infilter={TO_PDF.infilter}"),
                    *("--convert-to", TO_PDF.target, "--outdir", str(work), *map(str, sources)),
                ]
                with started(command, out, self._processes.add) as process:
                    try:
                        process.wait(self._time_limit_s + _MORE_S * (len(sources) - 1))
                    finally:
                        self._processes.discard(process)
                    if process.returncode:
                        # A LibreOffice that was lost may leave its profile broken: it must not be lent again.
                        raise subprocess.SubprocessError(tail(work / "log.txt"))
        except OSError as error:
            raise no_start(office, error) from error
        except subprocess.SubprocessError:
            return

    def _alone(self, index: int, path: Path) -> Made:
        try:
            return Made(index, to_pdf(path, time_limit_s=self._time_limit_s))
        except Unusable as error:
            return Made(index, fault=error.faults[0])


def _whole(path: Path) -> bytes:
    data = path.read_bytes() if path.is_file() else b""
    return data if data.startswith(TO_PDF.start) and TO_PDF.end in data[-1024:] else b""
