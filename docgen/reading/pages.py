"""On which page a paragraph stands: told by Word's own marks if the file has them, guessed from lengths if not."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docgen.reading.draft import Draft
from docgen.reading.wordml import MM_PER_PT, MM_PER_TWIP

# Times New Roman: a line of single spacing is 1.15 of the size, a letter of Vietnamese text 0.46 of it on average.
_LINE: Final = 1.15
_LETTER: Final = 0.46
_EMPTY_SIZE_PT: Final = 13.0


@dataclass
class PageCount:
    """Counts pages while the text is read. told: Word left marks of its own page breaks."""

    page: int = 1
    told: bool = False
    _forced: bool = False
    _fresh: bool = False

    @property
    def pending(self) -> bool:
        """Tell whether nothing visible has stood on the page since it was forced."""
        return self._fresh

    def force(self) -> None:
        """Begin a new page: a break was typed, or a section or paragraph asks for one."""
        self.page += 1
        self._forced = self._fresh = True

    def rendered(self) -> None:
        """Note a page break Word made; right after a forced one it is the same break, written down twice."""
        self.told = True
        if not self._fresh:
            self.page += 1
        self._fresh = False

    def text(self) -> bool:
        """Note visible text; True when it is the first after a forced break."""
        forced, self._forced, self._fresh = self._forced, False, False
        return forced


@dataclass
class _Guess:
    """How far down which page the text has come."""

    page: int = 1
    used_mm: float = 0.0
    row: tuple[int, int] | None = None
    cell: int = 0
    row_start: tuple[int, float] = (1, 0.0)
    row_end: tuple[int, float] = (1, 0.0)

    def turn_to(self, place: tuple[int, int, int] | None) -> None:
        """Follow the text into the next cell, whose top is level with the first one of its row, or out of the row."""
        row = place[:2] if place else None
        if row != self.row:
            self.page, self.used_mm = max((self.page, self.used_mm), self.row_end)
            self.row, self.row_start = row, (self.page, self.used_mm)
        elif place and place[2] != self.cell:
            self.row_end = max(self.row_end, (self.page, self.used_mm))
            self.page, self.used_mm = self.row_start
        self.cell = place[2] if place else 0

    def put(self, height_mm: float, line_mm: float, room_mm: float) -> int:
        """Set a paragraph; returns the page of its first line."""
        if self.used_mm > 0 and self.used_mm + line_mm > room_mm:
            self.page, self.used_mm = self.page + 1, 0.0
        begins = self.page
        further, self.used_mm = divmod(self.used_mm + height_mm, room_mm)
        self.page += int(further)
        return begins


def guess_pages(drafts: Sequence[Draft], rooms_mm: Sequence[float]) -> None:
    """Set the page of each paragraph of a file that has no marks. rooms_mm: height of the text in each section."""
    guess = _Guess()
    for draft in drafts:
        if draft.anchor is not None:
            draft.page = draft.anchor.page
            continue
        guess.turn_to(draft.cells[-1] if draft.cells else None)
        if draft.forced:
            guess.page, guess.used_mm = guess.page + 1, 0.0
        lines, line_mm = _lines(draft)
        spaces_mm = (draft.look.format.truoc_pt + draft.look.format.sau_pt) * MM_PER_PT
        draft.page = guess.put(lines * line_mm + spaces_mm, line_mm, max(rooms_mm[draft.section], 30.0))


def _lines(draft: Draft) -> tuple[int, float]:
    """Guess how many lines a paragraph takes, and the height of one."""
    look = draft.look.format
    size_pt = next((piece[1].co_chu_pt or _EMPTY_SIZE_PT for piece in draft.pieces if piece[0]), _EMPTY_SIZE_PT)
    line_pt = look.gian_dong_pt or (look.gian_dong or 1.0) * _LINE * size_pt
    width_mm = draft.width_twips * MM_PER_TWIP - look.trai_mm - look.phai_mm
    letters = max(int(width_mm / (size_pt * _LETTER * MM_PER_PT)), 1)
    lines = "".join(piece[0] for piece in draft.pieces).split("\n")
    return sum(max(math.ceil(len(line) / letters), 1) for line in lines), line_pt * MM_PER_PT
