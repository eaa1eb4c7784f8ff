"""Where something stands in a template, in words that help to find it in Word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from docgen.render import wordml
from docgen.render.styles import Styles

_LONGEST: Final = 60
_HEADING_NAME: Final = re.compile(r"heading|title|tiêu đề|đề mục|tên loại", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Place:
    """A paragraph of a template.

    mau: name of the template. phan: what a user calls the part. doan: the paragraph's 1-based number in the part,
    tables included (0: the part has no paragraphs). bang, hang, cot: table, row and cell, 1-based, 0 outside tables.
    de_muc: text of the heading above. chu: the paragraph's text. the: one tag in it, when it is known which.
    """

    mau: str = ""
    phan: str = ""
    doan: int = 0
    bang: int = 0
    hang: int = 0
    cot: int = 0
    de_muc: str = ""
    chu: str = ""
    the: str = ""

    def __str__(self) -> str:
        found = [self.mau, self.phan] if self.mau else [self.phan]
        if self.doan:
            found.append(f"đoạn {self.doan}")
        if self.bang:
            found.append(f"bảng {self.bang} hàng {self.hang} cột {self.cot}")
        if self.de_muc:
            found.append(f"dưới “{self.de_muc}”")
        if self.chu:
            found.append(f"chữ “{self.chu}”")
        if self.the and self.the != self.chu:
            found.append(f"thẻ “{self.the}”")
        return ", ".join(found)


class Map:
    """The places of one part, taken before its tags are rewritten."""

    def __init__(self, root: wordml.Element, styles: Styles, mau: str, phan: str) -> None:
        self._whole = Place(mau, phan)
        self._paragraphs = list(root.iter(wordml.P))
        self._places: dict[wordml.Element, Place] = {}
        cells = _cells(root)
        heading = ""
        for number, paragraph in enumerate(self._paragraphs, 1):
            text = _short(wordml.text_of(paragraph))
            cell = wordml.ancestor(paragraph, wordml.TC)
            bang, hang, cot = (0, 0, 0) if cell is None else cells.get(cell, (0, 0, 0))
            self._places[paragraph] = Place(mau, phan, number, bang, hang, cot, heading, text)
            if text and not bang and _is_heading(paragraph, styles):
                heading = text

    def of(self, element: wordml.Element) -> Place:
        """The place of a paragraph, or of the paragraph that holds ``element``; else the part as a whole."""
        paragraph = element if element.tag == wordml.P else wordml.ancestor(element, wordml.P)
        return self._whole if paragraph is None else self._places.get(paragraph, self._whole)


def _is_heading(paragraph: wordml.Element, styles: Styles) -> bool:
    return styles.outline_level(paragraph) is not None or bool(_HEADING_NAME.search(styles.name_of(paragraph)))


def _cells(root: wordml.Element) -> dict[wordml.Element, tuple[int, int, int]]:
    """Each cell's table, row and column, 1-based."""
    return {
        cell: (bang, hang, cot)
        for bang, table in enumerate(root.iter(wordml.TBL), 1)
        for hang, row in enumerate(table.iterchildren(wordml.TR), 1)
        for cot, cell in enumerate(row.iterchildren(wordml.TC), 1)
    }


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rstrip() + "…"
