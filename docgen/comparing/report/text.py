"""A difference as text for a screen: what went stands in [-…-], what came in {+…+}."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Final

from docgen.comparing.difference import Difference, LookChange
from docgen.comparing.report import wording
from docgen.comparing.report.pieces import calmed, shown
from docgen.comparing.report.wording import Told
from docgen.vietnamese.differing import Piece, shortened

WIDTH: Final = 100
_MARKS: Final = {"removed": ("[-", "-]"), "added": ("{+", "+}"), "same": ("", ""), "skipped": ("", "")}
_LINES: Final = 6
_PLACES: Final = 3
_LONG: Final = 600


def text(difference: Difference, cu: str, moi: str) -> str:
    """Say everything; ``cu`` and ``moi`` are what the papers are called."""
    return "\n".join(_lines(difference, cu, moi)) + "\n"


def _lines(difference: Difference, cu: str, moi: str) -> Iterator[str]:
    yield f"So bản cũ {cu} với bản mới {moi}"
    yield wording.counted(difference)
    if difference.chu:
        yield from _head("Chữ và vị trí ([-chữ bỏ-] {+chữ thêm+})")
        for told in wording.together(difference.chu):
            yield from _told(told)
    if difference.dang:
        yield from _head("Định dạng")
        for change in difference.dang:
            yield from _look(change)
    for title, rows in (
        ("Trang in", [f"{wording.page(one)}: {wording.looks(one.dang)}" for one in difference.trang]),
        ("Bảng", [f"{wording.table(one)}: {wording.looks(one.dang)}" for one in difference.bang]),
        ("Số đếm", [f"{one.ten}: {one.cu} → {one.moi}" for one in difference.dem]),
        ("Thẻ của mẫu", [wording.tag(one) for one in difference.the]),
        ("Lưu ý", difference.luu_y),
    ):
        if rows:
            yield from _head(title)
            for row in rows:
                yield from _wrapped(row, "  - ", "    ")


def _head(title: str) -> Iterator[str]:
    yield ""
    yield f"{title}:"


def _told(told: Told) -> Iterator[str]:
    yield from _wrapped(f"{wording.head(told)}: {wording.lies(told)}", "  ", "    ")
    if told.alike:
        yield from _wrapped(_marked(told.first.manh), "    ", "    ")
        yield from _others([wording.lies(Told((one,))) for one in told.changes[1:]])
        return
    lines = [line for line in wording.lines(told) if any(piece.text.strip() for piece in line)]
    for line in lines[:_LINES]:
        yield from _wrapped(_marked(line), "    ", "    ")
    if len(lines) > _LINES:
        yield f"    … và {len(lines) - _LINES} dòng nữa (xem đủ với --format html)"


def _look(change: LookChange) -> Iterator[str]:
    yield from _wrapped(f"{wording.looks(change.dang)}: {wording.spots(change)}", "  - ", "    ")
    if not change.kieu:
        yield from _others([wording.spot(one) for one in change.cho[1:]])


def _others(places: Sequence[str]) -> Iterator[str]:
    if places:
        yield "    cũng vậy ở:"
    for place in places[:_PLACES]:
        yield from _wrapped(place, "    - ", "      ")
    if len(places) > _PLACES:
        yield f"    - và {len(places) - _PLACES} chỗ nữa (xem đủ với --format html)"


def _marked(pieces: Sequence[Piece]) -> str:
    alone = len(pieces) == 1
    kept = [*shortened(calmed(pieces))] if not alone else [Piece(pieces[0].kind, _cut(pieces[0].text))]
    return "".join(f"{_MARKS[one.kind][0]}{one.text}{_MARKS[one.kind][1]}" for one in shown(kept))


def _cut(long: str) -> str:
    if len(long) <= _LONG:
        return long
    return f"{long[:_LONG].rsplit(' ', 1)[0]} … (còn {len(long[_LONG:].split())} chữ nữa, xem đủ với --format html)"


def _wrapped(sentence: str, first: str, rest: str) -> list[str]:
    return textwrap.wrap(
        sentence, WIDTH, initial_indent=first, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False
    )
