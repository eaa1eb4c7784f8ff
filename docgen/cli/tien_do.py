"""How far a batch is: one line that moves on a terminal, some plain lines elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from docgen.cli import noi

if TYPE_CHECKING:
    from docgen.batch.progress import Progress

_STEPS: Final = 10
_PAUSE_S: Final = 0.1
_KNOWN_S: Final = 10.0
_KNOWN_PIECES: Final = 20


class TienDo:
    """Shows progress; give it to ``docgen.batch.run.run``."""

    def __init__(self, moving: bool | None = None) -> None:
        """moving: whether one line is written over; as standard error is a terminal when left out."""
        self._moving = sys.stderr.isatty() if moving is None else moving
        self._shown = ("", -1)
        self._at = 0.0
        self._wide = 0

    def __call__(self, progress: Progress) -> None:
        """Show a step, if enough has changed since the last one."""
        if not progress.total:
            return
        ended = progress.done == progress.total
        if self._moving:
            if ended or progress.seconds - self._at >= _PAUSE_S or not progress.done:
                self._at = 0.0 if ended else progress.seconds
                self._over(loi(progress), ended)
            return
        step = (progress.phase, _STEPS * progress.done // progress.total)
        if step != self._shown and progress.done:
            self._shown = step
            noi.say(loi(progress))

    def clear(self) -> None:
        """End the line that moves, so that other words begin on their own."""
        if self._moving and self._wide:
            noi.say("")
            self._wide = 0

    def _over(self, text: str, ended: bool) -> None:
        sys.stderr.write(f"\r{text:<{self._wide}}")
        self._wide = len(text)
        if ended and text:
            self.clear()
        sys.stderr.flush()


def loi(progress: Progress) -> str:
    """Say how far it is: ``làm văn bản: 120/3.321, 36 mỗi giây, còn khoảng 1 phút 29 giây``."""
    said = [f"{progress.phase}: {so(progress.done)}/{so(progress.total)}"]
    if progress.failed:
        said.append(f"{so(progress.failed)} chưa đạt")
    # What the first pieces say of the others is chance.
    if progress.seconds < _KNOWN_S and progress.done < _KNOWN_PIECES < progress.total:
        return said[0]
    if progress.rate:
        said.append(f"{so(round(progress.rate))} mỗi giây" if progress.rate >= 1 else "dưới 1 mỗi giây")
    left = progress.left_s
    if left and progress.done < progress.total:
        said.append(f"còn khoảng {thoi_gian(left)}")
    return ", ".join(said)


def thoi_gian(seconds: float) -> str:
    """Say how long: ``1 giờ 05 phút``, ``2 phút 08 giây``, ``9 giây``."""
    whole = max(1, round(seconds))
    hours, minutes, rest = whole // 3600, whole // 60 % 60, whole % 60
    if hours:
        return f"{hours} giờ {minutes:02} phút"
    return f"{minutes} phút {rest:02} giây" if minutes else f"{rest} giây"


def so(number: int) -> str:
    """Write a whole number the Vietnamese way: ``3.321``."""
    return f"{number:,}".replace(",", ".")
