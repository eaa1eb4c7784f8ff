"""The laws of the previews, with a converter that does as it is told."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

import pytest

from docgen.errors import Fault, Unusable
from docgen.preview import Busy, NotKept, Pages, Place, Preview, Stale
from tests.preview.making import a_pdf

T = TypeVar("T")


class Stand:
    """A converter whose papers wait at a gate while it is shut."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.begun: list[bytes] = []
        self.at_once = self.most_at_once = 0
        self.rests = 0
        self.closed = False
        self.fails: dict[bytes, Exception] = {}

    def to_pdf(self, docx: bytes) -> bytes:
        self.begun.append(docx)
        self.at_once += 1
        self.most_at_once = max(self.at_once, self.most_at_once)
        self.gate.wait(30)
        self.at_once -= 1
        if self.closed:
            raise Unusable(Fault("", "closed"))
        if docx in self.fails:
            raise self.fails[docx]
        return b"no pdf" if docx == b"strange" else a_pdf([(60, 700, docx.decode())])

    def rest(self) -> None:
        self.rests += 1

    def close(self) -> None:
        self.closed = True
        self.gate.set()


@pytest.fixture
def stand() -> Stand:
    return Stand()


Make = Callable[..., Preview]


@pytest.fixture
def make(stand: Stand) -> Iterator[Make]:
    made: list[Preview] = []

    def making(**how: float) -> Preview:
        made.append(Preview(lambda: stand, **how))  # type: ignore[arg-type]
        return made[-1]

    yield making
    for preview in made:
        preview.close()


@pytest.fixture
def many() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(60) as pool:
        yield pool


def soon(seen: Callable[[], T]) -> T:
    for _ in range(500):
        if value := seen():
            return value
        time.sleep(0.01)
    raise AssertionError("did not happen")


def ask(preview: Preview, docx: bytes, draft: str, lane: str = "") -> Pages:
    return preview.pages(docx, draft, preview.ticket(draft), lane)


class Queue:
    """Asks one after the other, each once the one before waits."""

    def __init__(self, preview: Preview, pool: ThreadPoolExecutor) -> None:
        self.preview, self.pool = preview, pool

    def __call__(self, docx: bytes, draft: str, lane: str = "") -> Future[Pages]:
        before = dict(self.preview._newest)
        future = self.pool.submit(ask, self.preview, docx, draft, lane)
        soon(lambda: self.preview._newest != before)
        time.sleep(0.02)
        return future


def test_a_paper_becomes_pages(make: Make, stand: Stand) -> None:
    preview = make()
    assert stand.begun == []
    pages = ask(preview, b"mot", "d")
    assert pages == Pages(hashlib.sha256(b"mot").hexdigest(), ((600.0, 800.0),))
    assert preview.picture(pages.key, 1, 400).startswith(b"\x89PNG")
    assert preview.locate(pages.key, "mot").page == 1
    assert preview.locate(pages.key, "hai") == Place(0, ())


def test_the_same_state_costs_nothing(make: Make, stand: Stand) -> None:
    preview = make()
    first = ask(preview, b"mot", "d")
    assert ask(preview, b"mot", "d") == ask(preview, b"mot", "other") == first
    assert stand.begun == [b"mot"]


def test_the_same_paper_asked_twice_at_once_is_made_once(make: Make, stand: Stand, many: ThreadPoolExecutor) -> None:
    queue = Queue(make(), many)
    stand.gate.clear()
    asked = [queue(b"mot", f"d{number}") for number in range(4)]
    stand.gate.set()
    assert len({future.result(20) for future in asked}) == 1
    assert stand.begun == [b"mot"]


def test_what_is_kept_is_bounded(make: Make, stand: Stand) -> None:
    preview = make(paper_bytes=2000)
    keys = [ask(preview, f"so{number}".encode(), "d").key for number in range(9)]
    assert preview._papers.bytes <= 2000
    with pytest.raises(NotKept):
        preview.picture(keys[0], 1, 400)
    assert preview.picture(keys[-1], 1, 400)
    ask(preview, b"so0", "d")
    assert stand.begun.count(b"so0") == 2


def test_pictures_are_kept_in_few_widths(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    from docgen.preview import service

    drawn: list[int] = []

    def draw(_pdf: bytes, _number: int, width: int) -> bytes:
        drawn.append(width)
        return b"x" * 100

    monkeypatch.setattr(service, "picture", draw)
    preview = make(picture_bytes=500)
    key = ask(preview, b"mot", "d").key
    for width in (-5, 0, 1, 200, 201, 300, 300, 1999, 2000, 10**9):
        preview.picture(key, 1, width)
    assert drawn == [200, 300, 2000]
    for width in range(400, 1900, 100):
        preview.picture(key, 1, width)
    assert preview._pictures.bytes <= 500


@pytest.mark.parametrize("number", [0, -1, 2, 10**6])
def test_a_page_that_is_not_there(number: int, make: Make) -> None:
    preview = make()
    key = ask(preview, b"mot", "d").key
    with pytest.raises(NotKept):
        preview.picture(key, number, 400)
    with pytest.raises(NotKept):
        preview.picture("0" * 64, 1, 400)
    with pytest.raises(NotKept):
        preview.locate("0" * 64, "mot")


def test_of_a_draft_only_the_newest_is_made(make: Make, stand: Stand, many: ThreadPoolExecutor) -> None:
    queue = Queue(make(), many)
    stand.gate.clear()
    running, *older, newest = [queue(f"so{number}".encode(), "d") for number in range(6)]
    for future in older:
        with pytest.raises(Stale):
            future.result(5)
    stand.gate.set()
    assert running.result(20)
    assert newest.result(20).key == hashlib.sha256(b"so5").hexdigest()
    assert stand.begun == [b"so0", b"so5"]


def test_a_request_that_was_overtaken_before_its_paper_was_made_is_stale(make: Make, stand: Stand) -> None:
    preview = make()
    first, second = preview.ticket("d"), preview.ticket("d")
    assert preview.is_stale("d", first)
    with pytest.raises(Stale):
        preview.pages(b"mot", "d", first)
    assert preview.pages(b"hai", "d", second)
    assert stand.begun == [b"hai"]


def test_a_flood_of_one_user_does_not_starve_another(make: Make, stand: Stand, many: ThreadPoolExecutor) -> None:
    queue = Queue(make(most_waiting=40), many)
    stand.gate.clear()
    flood = [queue(f"f{number}".encode(), f"d{number}", "flood") for number in range(15)]
    calm = queue(b"calm", "c", "calm")
    stand.gate.set()
    assert calm.result(20)
    for future in flood:
        future.result(20)
    assert stand.begun.index(b"calm") <= 2


def test_too_many_waiting_are_refused_and_the_flood_gives_way(
    make: Make, stand: Stand, many: ThreadPoolExecutor
) -> None:
    queue = Queue(make(most_waiting=3), many)
    stand.gate.clear()
    flood = [queue(f"f{number}".encode(), f"d{number}", "flood") for number in range(5)]
    with pytest.raises(Busy, match="đang bận"):
        flood[4].result(5)
    calm = queue(b"calm", "c", "calm")
    with pytest.raises(Busy):
        flood[3].result(5)
    stand.gate.set()
    assert calm.result(20)
    assert [bool(future.result(20)) for future in flood[:3]] == [True] * 3


def test_waiting_is_bounded(make: Make, stand: Stand, many: ThreadPoolExecutor) -> None:
    preview = make(wait_s=0.3)
    queue = Queue(preview, many)
    stand.gate.clear()
    running, waiting = queue(b"mot", "a"), queue(b"hai", "b")
    for future in (running, waiting):
        with pytest.raises(Busy):
            future.result(5)
    assert len(preview._turns) == 0, "nobody waits for it any more"
    stand.gate.set()
    assert soon(lambda: preview._papers.get(hashlib.sha256(b"mot").hexdigest())), "what was begun is kept"
    assert ask(preview, b"ba", "c")
    assert stand.begun == [b"mot", b"ba"]


def test_a_converter_that_fails_harms_no_other_paper(make: Make, stand: Stand) -> None:
    preview = make()
    stand.fails = {b"xau": Unusable(Fault("x", "Không đổi được."))}
    with pytest.raises(Unusable, match="Không đổi được"):
        ask(preview, b"xau", "d")
    assert ask(preview, b"tot", "d")
    assert stand.begun == [b"xau", b"tot"]


def test_a_crash_is_told_without_its_insides(make: Make, stand: Stand, caplog: pytest.LogCaptureFixture) -> None:
    preview = make()
    stand.fails = {b"nga": RuntimeError("boom")}
    with pytest.raises(Unusable) as told:
        ask(preview, b"nga", "d")
    assert "boom" not in str(told.value)
    assert "boom" in caplog.text
    assert ask(preview, b"tot", "d")


def test_a_pdf_that_is_none_is_told(make: Make) -> None:
    preview = make()
    with pytest.raises(Unusable, match="Chưa dựng được trang"):
        ask(preview, b"strange", "d")
    assert ask(preview, b"tot", "d")


def test_workers_work_at_the_same_time_but_no_more_of_them(many: ThreadPoolExecutor) -> None:
    stands = [Stand(), Stand(), Stand()]
    for each in stands:
        each.gate.clear()
    rest = iter(stands)
    preview = Preview(lambda: next(rest), workers=2)
    queue = Queue(preview, many)
    asked = [queue(f"so{number}".encode(), f"d{number}") for number in range(4)]
    soon(lambda: sum(len(each.begun) for each in stands) == 2)
    assert [each.at_once for each in stands] == [1, 1, 0]
    for each in stands:
        each.gate.set()
    assert [bool(future.result(20)) for future in asked] == [True] * 4
    assert [each.most_at_once for each in stands] == [1, 1, 0]
    preview.close()
    assert [each.closed for each in stands] == [True, True, False]


def test_libreoffice_rests_once_nobody_asks(make: Make, stand: Stand) -> None:
    preview = make(idle_s=0.1)
    ask(preview, b"mot", "d")
    soon(lambda: stand.rests)
    time.sleep(0.3)
    assert stand.rests == 1
    ask(preview, b"hai", "d")
    soon(lambda: stand.rests == 2)


def test_closing_ends_everything_in_order(make: Make, stand: Stand, many: ThreadPoolExecutor) -> None:
    preview = make()
    queue = Queue(preview, many)
    stand.gate.clear()
    running, waiting = queue(b"mot", "a"), queue(b"hai", "b")
    preview.close()
    for future in (running, waiting):
        with pytest.raises(Unusable):
            future.result(5)
    assert stand.closed
    assert [thread.is_alive() for thread in preview._threads] == [False]
    with pytest.raises(Busy):
        ask(preview, b"ba", "c")
    preview.close()


def test_closing_what_was_never_used(make: Make, stand: Stand) -> None:
    make().close()
    assert stand.begun == []


def test_a_long_day_of_drafts_is_not_remembered_for_ever(make: Make) -> None:
    preview = make()
    for number in range(5000):
        preview.ticket(f"d{number}")
    assert len(preview._newest) <= 4096
    assert not preview.is_stale("d0", 1)
