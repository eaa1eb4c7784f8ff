"""LibreOffice that stays for the next paper: for previews, where a person waits.

Measured with papers of 4 to 7 pages, alternating in one run on a busy machine of 2 cores: a LibreOffice started for
each paper on a profile that is ready 0.92 s, one that stays 0.060 s (median of ratios 15, least 11); 150 papers make
it 3 MB larger (185 MB). So it stays. It is given a paper by starting soffice once more on the same profile: that
small process hands its arguments to the running one, waits for it and ends. The same works on every system, without
UNO's Python and without a port on which others could give it orders. An empty document is held open in it, since
LibreOffice ends by itself once it has converted something and nothing else is open.
"""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import threading
import time
import weakref
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from docgen.errors import Fault, Unusable
from docgen.pdf.convert import TIME_LIMIT_S, TO_PDF, convert, no_start, options, tail, too_slow, word_file
from docgen.pdf.processes import end_group, start_guarded
from docgen.pdf.profiles import new_profile
from docgen.pdf.program import NOI, find_office

# It grows slowly with what it has converted; a new start costs a second.
PAPERS_BEFORE_RENEWAL = 500
_POLL_S = 0.01
_FIRST = "khoi-dong.txt"


class LivingOffice:
    """One LibreOffice process, started at the first paper and replaced when it is lost, hung or worn.

    May be used by several threads; papers are converted one after the other. Nothing of it outlives :meth:`close`,
    the ``with`` block, or the Python process, however that ends.
    """

    def __init__(self, *, time_limit_s: float = TIME_LIMIT_S, papers: int = PAPERS_BEFORE_RENEWAL) -> None:
        """time_limit_s: how long one paper may take, a start included. papers: after how many it is renewed."""
        self._time_limit_s = time_limit_s
        self._papers = papers
        self._turn = threading.Lock()
        self._lock = threading.Lock()
        self._home: _Home | None = None
        self._helper: subprocess.Popen[bytes] | None = None
        self._closed = False
        _all.add(self)

    def to_pdf(self, docx: bytes) -> bytes:
        """Convert one Word file; raises Unusable as :func:`docgen.pdf.to_pdf` does, and after :meth:`close`."""
        data = word_file(docx)
        with self._turn:
            try:
                return self._converted(data, time.monotonic() + self._time_limit_s)
            except _LostError:
                # What ended it may have had nothing to do with this paper.
                return self._converted(data, time.monotonic() + self._time_limit_s, last=True)

    def rest(self) -> None:
        """End the process, which frees its memory; the next paper starts another one."""
        with self._lock:
            home, helper, self._home = self._home, self._helper, None
        if helper is not None:
            end_group(helper)
        if home is not None:
            home.end()

    def close(self) -> None:
        """End the process for good; a paper that is being converted fails."""
        with self._lock:
            self._closed = True
        self.rest()

    def __enter__(self) -> LivingOffice:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _converted(self, data: bytes, deadline: float, *, last: bool = False) -> bytes:
        office = find_office()
        home = self._ready(office, deadline)
        home.papers += 1
        try:
            left = max(deadline - time.monotonic(), 0.1)
            return convert(office, home.profile, data, TO_PDF, left, self._helped)
        except Unusable:
            if self._closed:
                raise _closed() from None
            if home.lost() and not last:
                raise _LostError from None
            if home.lost() or time.monotonic() >= deadline:
                self.rest()
            raise
        except BaseException:
            self.rest()
            raise
        finally:
            self._helper = None

    def _ready(self, office: Path, deadline: float) -> _Home:
        home = self._home
        if home is not None and home.office == office and home.papers < self._papers and not home.lost():
            return home
        self.rest()
        home = _Home(office, new_profile())
        try:
            with self._lock:
                if self._closed:
                    raise _closed()
                home.start()
                self._home = home
            home.wait(deadline, self._time_limit_s)
        except BaseException:
            self._home = None
            home.end()
            if self._closed:
                raise _closed() from None
            raise
        return home

    def _helped(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._helper = process
            closed = self._closed
        if closed:
            end_group(process)


class _LostError(Exception):
    """The process ended while it had a paper."""


@dataclass
class _Home:
    """A running LibreOffice with the profile it has for itself."""

    office: Path
    profile: Path
    papers: int = 0
    process: subprocess.Popen[bytes] | None = None
    pid: int = 0

    def start(self) -> None:
        work = self.profile / "docgen"
        work.mkdir()
        (work / _FIRST).write_text("docgen", encoding="ascii")
        command = [
            *(str(self.office), *options(self.profile), "private:factory/swriter"),
            *("--convert-to", TO_PDF.target, "--outdir", str(work), str(work / _FIRST)),
        ]
        try:
            with self._log.open("wb") as out:
                self.process = start_guarded(command, out)
        except OSError as error:
            raise no_start(self.office, error) from error
        self.pid = os.getpid()

    def wait(self, deadline: float, time_limit_s: float) -> None:
        """Wait for its first little PDF: from then on it hears what another soffice hands over."""
        first = (self.profile / "docgen" / _FIRST).with_suffix(".pdf")
        while not first.exists():
            if self.lost():
                said = tail(self._log)
                sua = f"LibreOffice báo: {said}" if said else "Xin thử lại."
                raise Unusable(Fault(NOI, "LibreOffice vừa khởi động đã dừng.", sua))
            if time.monotonic() > deadline:
                raise too_slow(time_limit_s, TO_PDF.name, tail(self._log))
            time.sleep(_POLL_S)

    @property
    def _log(self) -> Path:
        return self.profile / "docgen" / "log.txt"

    def lost(self) -> bool:
        """Whether the process has ended, or belongs to the process this one was forked from."""
        return self.process is None or self.pid != os.getpid() or self.process.poll() is not None

    def end(self) -> None:
        # A forked child must not end what its parent still uses.
        if self.process is None or self.pid == os.getpid():
            if self.process is not None:
                end_group(self.process)
            # A killed LibreOffice may leave its profile broken.
            shutil.rmtree(self.profile, ignore_errors=True)


def _closed() -> Unusable:
    return Unusable(Fault(NOI, "docgen đang dừng nên không làm tiếp tệp PDF này."))


_all: weakref.WeakSet[LivingOffice] = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    for office in list(_all):
        office.close()
