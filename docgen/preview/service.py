"""Previews for many at a time: one small pool of LibreOffice, fair turns, and what was made is kept."""

from __future__ import annotations

import hashlib
import itertools
import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Protocol

from docgen.errors import Fault, Unusable
from docgen.pdf import LivingOffice
from docgen.preview.kept import Kept
from docgen.preview.letters import Letters
from docgen.preview.locate import Place, locate
from docgen.preview.pages import UnreadableError, boxes, letters, page_sizes, picture
from docgen.preview.turns import Turns

MIN_WIDTH, MAX_WIDTH, WIDTH_STEP = 200, 2000, 100
"""Widths of page pictures in pixels; what is asked is rounded up to a step, so that few sizes are made."""

CONVERSION_LIMIT_S = 25.0
_REMEMBERED_DRAFTS = 4096
_log = logging.getLogger(__name__)


class Stale(Exception):
    """A newer request for the same draft came meanwhile."""


class NotKept(LookupError):
    """The pages are not kept (any more), or have no page of that number."""


class Busy(Unusable):
    """No preview in time; asking again later may do."""


class Converter(Protocol):
    """What makes a PDF of a Word file: :class:`docgen.pdf.LivingOffice`, or a stand-in."""

    def to_pdf(self, docx: bytes) -> bytes:
        """Convert one Word file; raises Unusable when it cannot."""

    def rest(self) -> None:
        """Free what is not needed until the next paper."""

    def close(self) -> None:
        """End, also while a paper is being converted."""


@dataclass(frozen=True)
class Pages:
    """The pages of one paper: ``key`` to ask for them by, width and height of each in points (1/72 inch)."""

    key: str
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class _Paper:
    pages: Pages
    pdf: bytes


@dataclass(eq=False)
class _Job:
    key: str
    docx: bytes
    answer: Future[Pages] = field(default_factory=Future)


def _living() -> Converter:
    return LivingOffice(time_limit_s=CONVERSION_LIMIT_S)


class Preview:
    """Makes pages of Word files and keeps them. Methods may be called by any number of threads.

    A conversion that runs when a newer request of its draft comes is let finish: it takes a tenth of a second,
    while ending it would cost a new start of LibreOffice, a second.
    """

    def __init__(
        self,
        converter: Callable[[], Converter] = _living,
        *,
        workers: int = 1,
        most_waiting: int = 4,
        wait_s: float = 30.0,
        idle_s: float = 900.0,
        paper_bytes: int = 48_000_000,
        picture_bytes: int = 48_000_000,
    ) -> None:
        """Nothing is started before the first paper.

        converter: makes the converter of a worker. workers: how many papers are converted at a time; each LibreOffice
        takes some 190 MB. most_waiting: how many requests wait at the most, since each holds a thread of the server.
        wait_s: how long one waits at the most. idle_s: after which LibreOffice is ended until the next paper.
        paper_bytes, picture_bytes: how much is kept.
        """
        self._converter = converter
        self._workers = workers
        self._wait_s = wait_s
        self._idle_s = idle_s
        self._turns: Turns[_Job] = Turns(most_waiting)
        self._called = threading.Condition()
        self._threads: list[threading.Thread] = []
        self._converters: list[Converter] = []
        self._closed = False
        self._serial = itertools.count(1)
        self._newest: OrderedDict[str, int] = OrderedDict()
        self._papers: Kept[str, _Paper] = Kept(paper_bytes)
        self._pictures: Kept[tuple[str, int, int], bytes] = Kept(picture_bytes)
        self._letters: Kept[str, Letters] = Kept(paper_bytes // 2)

    def ticket(self, draft: str) -> int:
        """Say that a request for a draft has come, before its paper is made: older ones are stale from now on."""
        with self._called:
            serial = next(self._serial)
            self._newest[draft] = serial
            self._newest.move_to_end(draft)
            if len(self._newest) > _REMEMBERED_DRAFTS:
                self._newest.popitem(last=False)
            return serial

    def is_stale(self, draft: str, ticket: int) -> bool:
        """Tell whether a newer request for the draft has come since the ticket was given."""
        return self._newest.get(draft, ticket) > ticket

    def pages(self, docx: bytes, draft: str, ticket: int, lane: str = "") -> Pages:
        """Make the pages of a Word file, or find them, and wait for them.

        lane: whose turn it takes; the draft itself when left out. Raises Stale when a newer request of the draft came
        before its turn, Busy when it took too long or too many wait, Unusable when no pages can be made of it.
        """
        key = hashlib.sha256(docx).hexdigest()
        paper = self._papers.get(key)
        if paper is not None:
            return paper.pages
        job = _Job(key, docx)
        self._enter(job, draft, ticket, lane or draft)
        try:
            return job.answer.result(self._wait_s)
        except TimeoutError:
            with self._called:
                self._turns.remove(lane or draft, draft, job)
            raise _busy() from None

    def picture(self, key: str, number: int, width: int) -> bytes:
        """Draw a page (1 is the first) as PNG of about that width in pixels. Raises NotKept."""
        paper = self._paper(key)
        if not 1 <= number <= len(paper.pages.sizes):
            raise NotKept(key)
        wide = min(max(-(-width // WIDTH_STEP) * WIDTH_STEP, MIN_WIDTH), MAX_WIDTH)
        drawn = self._pictures.get((key, number, wide))
        if drawn is None:
            drawn = picture(paper.pdf, number, wide)
            self._pictures.keep((key, number, wide), drawn, len(drawn))
        return drawn

    def locate(self, key: str, text: str, after: str = "") -> Place:
        """Find where a text stands, as :func:`docgen.preview.locate.locate` does. Raises NotKept."""
        paper = self._paper(key)
        known = self._letters.get(key)
        if known is None:
            known = letters(paper.pdf)
            self._letters.keep(key, known, known.bytes)
        found = locate(known, text, after)
        if found is None:
            return Place(0, ())
        return Place(found.page, boxes(paper.pdf, found.page, found.spans))

    def close(self) -> None:
        """End the workers and their LibreOffice; whoever waits is told so. Further requests are Busy."""
        with self._called:
            self._closed = True
            while (job := self._turns.take()) is not None:
                job.answer.set_exception(_busy())
            self._called.notify_all()
            converters = list(self._converters)
        for each in converters:
            each.close()
        for thread in self._threads:
            thread.join(10)

    def _paper(self, key: str) -> _Paper:
        paper = self._papers.get(key)
        if paper is None:
            raise NotKept(key)
        return paper

    def _enter(self, job: _Job, draft: str, ticket: int, lane: str) -> None:
        with self._called:
            if self._closed:
                raise _busy()
            if self.is_stale(draft, ticket):
                raise Stale
            if len(self._threads) < self._workers:
                self._start_worker()
            older = self._turns.add(lane, draft, job)
            if older is not None:
                older.answer.set_exception(Stale())
            refused = self._turns.crowded_out()
            if refused is not None:
                refused.answer.set_exception(_busy())
            self._called.notify()

    def _start_worker(self) -> None:
        name = f"docgen-preview-{len(self._threads) + 1}"
        # A daemon: a program that forgets to close this still ends, and docgen.pdf ends LibreOffice.
        converter = self._converter()
        thread = threading.Thread(target=self._work, args=(converter,), name=name, daemon=True)
        self._converters.append(converter)
        self._threads.append(thread)
        thread.start()

    def _work(self, converter: Converter) -> None:
        try:
            while (job := self._next(converter)) is not None:
                self._answer(converter, job)
        finally:
            converter.close()

    def _next(self, converter: Converter) -> _Job | None:
        """Wait for the next job; ``None`` when closed."""
        idle_since, rested = time.monotonic(), False
        while True:
            with self._called:
                if self._closed:
                    return None
                job = self._turns.take()
                if job is None:
                    left = self._idle_s - (time.monotonic() - idle_since)
                    self._called.wait(None if rested else max(left, 0.001))
                    job = None if self._closed else self._turns.take()
            if job is not None:
                return job
            if not rested and time.monotonic() - idle_since >= self._idle_s:
                converter.rest()
                rested = True

    def _answer(self, converter: Converter, job: _Job) -> None:
        """Make the paper of a job. Whatever happens, its asker is answered and the worker lives on."""
        try:
            # While it waited, another may have asked for the same.
            paper = self._papers.get(job.key) or self._made(converter, job)
        except Unusable as error:
            job.answer.set_exception(error)
        except Exception:
            _log.exception("a preview failed")
            job.answer.set_exception(_failed())
        else:
            job.answer.set_result(paper.pages)

    def _made(self, converter: Converter, job: _Job) -> _Paper:
        pdf = converter.to_pdf(job.docx)
        try:
            sizes = page_sizes(pdf)
        except UnreadableError as error:
            raise _failed() from error
        paper = _Paper(Pages(job.key, sizes), pdf)
        self._papers.keep(job.key, paper, len(pdf))
        return paper


_NOI = "xem trước"


def _busy() -> Busy:
    return Busy(Fault(_NOI, "Phần xem trước đang bận nên chưa kịp dựng trang.", "Trang sẽ được dựng lại khi gõ tiếp."))


def _failed() -> Unusable:
    return Unusable(Fault(_NOI, "Chưa dựng được trang xem trước của văn bản này.", "Tệp Word vẫn tải về được."))
