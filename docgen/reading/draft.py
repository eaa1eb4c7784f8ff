"""A paragraph while it is being read."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Literal

from docgen.reading.effective import ParaLook
from docgen.reading.facts import CellId, Format, Phan, Rule, Run
from docgen.reading.props import Border
from docgen.reading.wordml import Element
from docgen.vietnamese.text import nfc

_MOST_PAGE_FIELDS = 20


@dataclass(slots=True)
class Draft:
    """What is known of a paragraph so far.

    cells: the cells it stands in, outermost first. width_twips: of the column, cell or box it is set in. section:
    index of its section. page: the page of its first words. anchor: the draft its text box hangs on. shapes: the
    drawings anchored in it. page_fields: look and number of tabs before it, for each PAGE field. forced: a forced page
    break stands before it. has_text: letters, blanks or breaks stand in it. cell_rules: borders of its cell (line,
    side, length in mm) in a table without borders of its own.
    """

    look: ParaLook
    phan: Phan
    number: int
    cells: tuple[CellId, ...]
    width_twips: float
    section: int
    page: int
    anchor: Draft | None = None
    pieces: list[tuple[str, Format, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    shapes: list[Element] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    page_fields: list[tuple[Format, int]] = field(default_factory=list)
    label: str = ""
    forced: bool = False
    has_text: bool = False
    box_align: str = ""
    cell_rules: list[tuple[Border, Literal["tren", "duoi"], float]] = field(default_factory=list)

    def add(self, text: str, look: Format) -> None:
        """Append letters of one look."""
        if text:
            self.pieces.append((text, look, ""))
            self.has_text = True

    def add_page_number(self, look: Format) -> None:
        """Note that a PAGE field stands here; a header has one or two."""
        if len(self.page_fields) < _MOST_PAGE_FIELDS:
            tabs = sum(text.count("\t") for text, _, _ in self.pieces)
            self.page_fields.append((look, tabs))

    def add_note(self, key: str, look: Format) -> None:
        """Append the mark of a footnote."""
        self.pieces.append(("", look, key))
        self.notes.append(key)

    def runs(self) -> tuple[Run, ...]:
        """Join neighbours of one look and compose their letters (NFC), also across runs."""
        joined: list[tuple[list[str], Format, str]] = []
        for text, look, key in self.pieces:
            if joined and not joined[-1][2] and not key:
                # A mark set on the last letter of another run belongs to that letter.
                marks = _leading_marks(text)
                if joined[-1][1] == look:
                    marks = len(text)
                joined[-1][0].append(text[:marks])
                text = text[marks:]
            if text or key:
                joined.append(([text], look, key))
        return tuple(Run(nfc("".join(texts)), look, key) for texts, look, key in joined)


def _leading_marks(text: str) -> int:
    if not text or not unicodedata.combining(text[0]):
        return 0
    return next((index for index, char in enumerate(text) if not unicodedata.combining(char)), len(text))
