"""What became of a matrix since other pictures of it were made: accepted ones, or those of the version in use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from docgen.workshop.moved import Pair, pair
from docgen.workshop.pictures import Shown


@dataclass(frozen=True)
class Judged:
    """A case beside its earlier pictures.

    before: the pictures it is compared with, () when there are none. pairs: its pages beside them, in order.
    """

    shown: Shown
    before: tuple[bytes, ...]
    pairs: tuple[Pair, ...]

    @property
    def known(self) -> bool:
        """Whether there is anything to compare the case with."""
        return bool(self.before)

    @property
    def moved(self) -> bool:
        """Whether a page changed, came or went; never for a case that is new or could not be made."""
        return self.known and bool(self.shown.pages) and any(self.pairs)

    @property
    def said(self) -> str:
        """Say in a few words what became of it."""
        if self.shown.faults:
            return "không làm được"
        if not self.known:
            return "chưa có ảnh để so"
        count = {
            "trang đổi": sum(1 for one in self.pairs if one.moved),
            "trang thêm": sum(1 for one in self.pairs if one.old is None),
            "trang bớt": sum(1 for one in self.pairs if one.new is None),
        }
        return ", ".join(f"{number} {what}" for what, number in count.items() if number) or "không đổi"


def judge(shown: Iterable[Shown], before: Mapping[str, Sequence[bytes]]) -> tuple[Judged, ...]:
    """Compare each case with earlier pictures of it.

    before: code of a case → PNG of its pages then; cases that are not named there have nothing to be compared with.
    """
    return tuple(_judged(one, tuple(before.get(one.case.ma, ()))) for one in shown)


def _judged(shown: Shown, before: tuple[bytes, ...]) -> Judged:
    if not before or not shown.pages:
        return Judged(shown, before, tuple(Pair(None, at) for at in range(len(shown.pages))))
    return Judged(shown, before, pair(before, shown.pages))
