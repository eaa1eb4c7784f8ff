"""How far a batch is: one line that moves on a terminal, some plain lines elsewhere."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final

from docgen.cli import noi

if TYPE_CHECKING:
    from docgen.batch.progress import Progress

_STEPS: Final = 10
_PAUSE_S: Final = 0.1


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
        ended = progress.done == progress.total
        if self._moving:
            if ended or progress.seconds - self._at >= _PAUSE_S or not progress.done:
                self._at = 0.0 if ended else progress.seconds
                self._over(loi(progress), ended)
            return
        step = (progress.phase, _STEPS * progress.done // progress.total if progress.total else _STEPS)
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
    said = [f"{progress.phase}: {_so(progress.done)}/{_so(progress.total)}"]
    if progress.failed:
        said.append(f"{_so(progress.failed)} chưa đạt")
    if progress.rate:
        said.append(f"{_so(round(progress.rate))} mỗi giây" if progress.rate >= 1 else "dưới 1 mỗi giây")
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


def _so(number: int) -> str:
    return f"{number:,}".replace(",", ".")
