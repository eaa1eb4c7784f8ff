"""What stands above a drawn line, laid out once for all texts that may stand there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Final

from docgen.render import lines, rules
from docgen.render.fast.unproved import Unproved
from docgen.render.lines import Stretch
from docgen.render.styles import Letters, Styles
from docgen.render.wordml import Element

_TEXT: Final = re.compile(r'(<w:t(?: xml:space="preserve")?>)([^<]*)(?=</w:t>)')
_ANY_TEXT: Final = re.compile(r"<w:t[ >]")
_TABLE: Final = "</w:tbl>"
# Stands for the last table and all before it: a rule follows the lines behind it and no others.
_BEFORE: Final = "<w:tbl/>"
_ENTITIES: Final = (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"))
# Two paragraphs are enough in our templates.
_MOST_LINES: Final = 512


def cut(above: str) -> tuple[str, list[str]]:
    """Markup without what cannot matter, numbers in the place of its texts; and the texts. Raises Unproved."""
    texts: list[str] = []

    def numbered(found: re.Match[str]) -> str:
        texts.append(_letters(found[2]))
        return f"{found[1]}{len(texts) - 1}"

    _, table, last = above.rpartition(_TABLE)
    markup = _TEXT.sub(numbered, f"{_BEFORE}{last}" if table else above)
    if len(_ANY_TEXT.findall(markup)) != len(texts):
        raise Unproved("text with an unusual attribute")
    return markup, texts


def _letters(written: str) -> str:
    if "&" not in written:
        return written
    if re.search("&(?!lt;|gt;|amp;)", written):
        raise Unproved("letters written in an unusual way")
    for entity, sign in _ENTITIES:
        written = written.replace(entity, sign)
    return written


class Above:
    """Paragraphs above a rule, their texts taken out by :func:`cut`. column: the room in twips."""

    def __init__(self, paragraphs: Iterable[Element], column: int, styles: Styles) -> None:
        self._lines = [_Lines(paragraph, column, styles) for paragraph in paragraphs]

    def widths_pt(self, texts: list[str]) -> list[float]:
        """The widths of the printed lines in points when these texts stand there."""
        return [width for paragraph in self._lines for width in paragraph.widths_pt(texts)]


class _Lines:
    def __init__(self, paragraph: Element, column: int, styles: Styles) -> None:
        self._room = rules.room_pt(paragraph, column, styles)
        self._pieces = [_piece(stretch) for stretch in lines.stretches(paragraph, styles)]
        self._known: dict[tuple[str, ...], list[float]] = {}

    def widths_pt(self, texts: list[str]) -> list[float]:
        said = tuple([text_of(texts) for text_of, _ in self._pieces])
        found = self._known.get(said)
        if found is None:
            if len(self._known) >= _MOST_LINES:
                self._known.clear()
            stretches = (Stretch(text, letters) for text, (_, letters) in zip(said, self._pieces, strict=True))
            found = self._known[said] = lines.widths_pt(stretches, *self._room)
        return found


def _piece(stretch: Stretch) -> tuple[Callable[[list[str]], str], Letters]:
    if stretch.text.isdecimal():
        number = int(stretch.text)
        return (lambda texts: texts[number]), stretch.letters
    still = stretch.text
    return (lambda _: still), stretch.letters
