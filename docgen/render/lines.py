"""How a paragraph breaks into printed lines, and how long each line is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from docgen.render import metrics, wordml
from docgen.render.styles import Letters, Styles
from docgen.render.wordml import Element, w

# Word breaks after a blank and after a hyphen between two signs; a no-break blank or hyphen holds.
_PIECE: Final = re.compile(r"[^ \u200b\-\u2010\u2013\u2014]*[\-\u2010\u2013\u2014]*[ \u200b]*")
_DASHES: Final = "-\u2010\u2013\u2014"
_TRAILING: Final = " \u200b"
# Word's default distance of tab stops, 12.7 mm; no heading of a paper holds a tab.
_TAB_PT: Final = 36.0


@dataclass(frozen=True)
class Stretch:
    """Letters of one setting; a text of one line feed is a line break, of one tab a tab."""

    text: str
    letters: Letters


def stretches(paragraph: Element, styles: Styles) -> Iterator[Stretch]:
    """The paragraph's letters in order."""
    for run in wordml.own(paragraph):
        if run.tag != wordml.R:
            continue
        letters = styles.letters(paragraph, run)
        for element in run:
            if element.tag == wordml.T:
                yield Stretch(element.text or "", letters)
            elif element.tag in (wordml.BR, w("cr")):
                yield Stretch("\n", letters)
            elif element.tag == wordml.TAB:
                yield Stretch("\t", letters)
            elif element.tag == w("noBreakHyphen"):
                yield Stretch("\u2011", letters)


def widths_pt(content: Iterable[Stretch], room_pt: float, first_line_pt: float = 0.0) -> list[float]:
    """The width of each printed line in points, blanks at its end not counted.

    room_pt: between the indents; first_line_pt: how much less the first line has. Lines are filled greedily, as Word
    fills them; a word wider than the room stands alone and overflows.
    """
    done: list[float] = []
    line, pending = 0.0, 0.0
    room = room_pt - first_line_pt
    for word, blank, is_break in _words(list(content)):
        if line > 0 and line + pending + word > room:
            done.append(line)
            line, pending, room = 0.0, 0.0, room_pt
        line, pending = (line + pending + word, blank) if word else (line, pending + blank)
        if is_break:
            done.append(line)
            line, pending, room = 0.0, 0.0, room_pt
    return [*done, line]


def _words(content: list[Stretch]) -> Iterator[tuple[float, float, bool]]:
    """``(width, width of the blanks after it, line break follows)`` for what must stay together on a line."""
    word = 0.0
    for text, letters, ends, is_break in _pieces(content):
        solid = text.rstrip(_TRAILING)
        word += _TAB_PT if text == "\t" else metrics.width_pt(solid, letters)
        if ends or is_break:
            yield word, metrics.width_pt(text[len(solid) :], letters), is_break
            word = 0.0
    if word:
        yield word, 0.0, False


def _pieces(content: list[Stretch]) -> Iterator[tuple[str, Letters, bool, bool]]:
    """``(text, setting, a line may end after it, a line must end after it)``."""
    for stretch in content:
        if stretch.text in ("\n", "\t"):
            yield ("" if stretch.text == "\n" else "\t"), stretch.letters, False, stretch.text == "\n"
            continue
        for piece in filter(None, _PIECE.findall(stretch.text)):
            breakable = piece[-1] in _TRAILING or (piece[-1] in _DASHES and piece.strip(_DASHES) != "")
            yield piece, stretch.letters, breakable, False
