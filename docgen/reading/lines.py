"""The lines one sees at a paragraph: its borders, lines drawn there, rows of ____ and ----, underlined words.

Numbers such as 17.9.10 are sections of ECMA-376 Part 1.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from docgen.reading.draft import Draft
from docgen.reading.facts import Rule
from docgen.reading.shapes import Line
from docgen.reading.wordml import MM_PER_PT, MM_PER_TWIP

# Word's and VML's names of line styles, as one sees them.
_STYLES: Final = {
    **dict.fromkeys(("single", "thick", "solid", "hairline", ""), "lien"),
    **dict.fromkeys(("double", "thinThickSmallGap", "thickThinSmallGap", "thinThickMediumGap"), "doi"),
    **dict.fromkeys(("dashed", "dash", "lgDash", "sysDash", "dashSmallGap", "longdash", "shortdash"), "dut"),
    **dict.fromkeys(("dotted", "sysDot", "dot", "1 1", "shortdot"), "cham"),
}
# Widths of Times New Roman in thousandths of the size.
_WIDTHS: Final = {"_": 500, "-": 333, "–": 500, "—": 1000, "―": 1000, "─": 604, "━": 604, "=": 564, "¯": 500, "ˍ": 333}
_ROW: Final = re.compile(rf"(?:(?<=\s)|(?<![\S]))([{re.escape(''.join(_WIDTHS))}])\1{{2,}}(?![^\s])")
_MOST_ROWS: Final = 10
_LEAST_LETTERS: Final = 0.5
_LEAST_BLANKS: Final = 5
# A line that begins within the upper third of a line of text stands above the words.
_UPPER: Final = 0.35


def drawn_rule(line: Line, draft: Draft) -> Rule:
    """Describe a drawn line by the paragraph it hangs on."""
    free_mm = draft.width_twips * MM_PER_TWIP - line.length_mm
    placed = {"left": 0.0, "center": free_mm / 2, "right": free_mm}.get(line.align, line.x_mm)
    left_mm = None if placed is None else round(placed, 1)
    size_pt = next((piece[1].co_chu_pt for piece in draft.pieces if piece[0].strip()), None)
    if size_pt is None:
        return Rule("hinh", line.length_mm, _style(line.dash), "trong", line.thickness_pt, left_mm)
    above = line.y_pt is not None and line.y_pt < _UPPER * size_pt
    return Rule("hinh", line.length_mm, _style(line.dash), "tren" if above else "duoi", line.thickness_pt, left_mm)


def row_rules(draft: Draft) -> Iterator[Rule]:
    """Find rows of three or more ____ or ---- that stand alone between blanks."""
    text = "".join(piece[0] for piece in draft.pieces if not piece[1].an)
    if not any(char * 3 in text for char in _WIDTHS):
        return
    sizes = [(len(piece[0]), piece[1].co_chu_pt or 13.0) for piece in draft.pieces if not piece[1].an]
    for row in itertools.islice(_ROW.finditer(text), _MOST_ROWS):
        width_pt = len(row[0]) * _WIDTHS[row[1]] / 1000 * _size_at(row.start(), sizes)
        yield Rule("ky-tu", round(width_pt * MM_PER_PT, 1), row[1], "trong")


def rows_of_signs(text: str) -> Iterator[str]:
    """Find the same rows in text without looks: the sign each is made of."""
    return (row[1] for row in itertools.islice(_ROW.finditer(text), _MOST_ROWS))


def underline_rule(draft: Draft) -> Iterator[Rule]:
    """Tell when half of the letters, or a stretch of blanks, is underlined."""
    seen = [(piece[0], piece[1].gach_chan) for piece in draft.pieces if not piece[1].an]
    if not any(underlined for _, underlined in seen):
        return
    letters = sum(len("".join(text.split())) for text, _ in seen)
    lined = sum(len("".join(text.split())) for text, underlined in seen if underlined)
    blanks = sum(sum(char.isspace() for char in text) for text, underlined in seen if underlined)
    if (letters and lined / letters >= _LEAST_LETTERS) or blanks >= _LEAST_BLANKS or (not letters and blanks):
        yield Rule("gach-chan", None)


def border_rules(drafts: Sequence[Draft]) -> None:
    """Add the borders of paragraphs; neighbours with the same borders and indents share one box (17.3.1.24)."""
    keys = [_box(draft) for draft in drafts]
    for index, draft in enumerate(drafts):
        key = keys[index]
        if key is None:
            continue
        above = index > 0 and keys[index - 1] == key
        below = index + 1 < len(drafts) and keys[index + 1] == key
        draft.rules += _borders(draft, not above, not below)


def _box(draft: Draft) -> tuple[object, ...] | None:
    props = draft.look.props
    sides = tuple(props.get(f"bdr_{side}") for side in ("top", "bottom", "left", "right"))
    if not any(sides):
        return None
    return (*sides, props.get("left", 0.0), props.get("right", 0.0), draft.cells, draft.anchor is None)


def _borders(draft: Draft, top: bool, bottom: bool) -> Iterable[Rule]:
    props, look = draft.look.props, draft.look.format
    left_mm = look.trai_mm + min(look.dong_dau_mm, 0.0)
    length_mm = round(draft.width_twips * MM_PER_TWIP - left_mm - look.phai_mm, 1)
    frame = bool(props.get("bdr_left") and props.get("bdr_right"))
    for side, shown in (("top", top), ("bottom", bottom)):
        border = props.get(f"bdr_{side}")
        if border and shown and length_mm > 0:
            where: Literal["tren", "duoi"] = "tren" if side == "top" else "duoi"
            yield Rule("vien", length_mm, _style(border[0]), where, border[1], round(left_mm, 1), frame)


def cell_border_rules(draft: Draft) -> Iterator[Rule]:
    """Describe the borders of a single cell in a table that has none: such cells are used to draw a line."""
    for (style, thickness_pt), side, length_mm in draft.cell_rules:
        yield Rule("vien", length_mm, _style(style), side, thickness_pt, 0.0)


def _size_at(position: int, sizes: Iterable[tuple[int, float]]) -> float:
    for length, size_pt in sizes:
        position -= length
        if position < 0:
            return size_pt
    return 13.0


def _style(name: str) -> str:
    return _STYLES.get(name, name)
