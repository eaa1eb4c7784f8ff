"""Where two pictures of a page differ, and which pages of two papers belong together."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from PIL import Image, ImageChops

from docgen.preview.pages import Box

TOLERANCE: Final = 48
"""Of 255 shades: what a sign's edge may be lighter or darker before it counts (another release of LibreOffice)."""

# Changes are gathered in squares of about 4 mm; squares that touch, be it at a corner, are one region.
_SQUARE: Final = 16
# A frame stands this far (points of the picture) around what changed, so that it does not cover it.
_AROUND: Final = 3
_WHITE: Final = 255


@dataclass(frozen=True)
class Moved:
    """What differs between two pictures.

    share: the part of the page that differs, 0 to 1. boxes: frames around what differs, left, top, width, height as
    fractions of the larger page, from top to bottom; () when nothing moved.
    """

    share: float = 0.0
    boxes: tuple[Box, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.boxes)


@dataclass(frozen=True)
class Pair:
    """A page before and now, each counted from 0; None where there is none. Truth: whether something changed."""

    old: int | None
    new: int | None
    moved: Moved = Moved()

    def __bool__(self) -> bool:
        return self.old is None or self.new is None or bool(self.moved)


def compare(old: bytes, new: bytes) -> Moved:
    """Compare two pictures (PNG) of a page, point by point; pages of two sizes are laid on each other at the corner.

    Of a damaged picture all has moved.
    """
    if old == new:
        return Moved()
    before, now = _opened(old), _opened(new)
    size = (max(before.width, now.width), max(before.height, now.height))
    red, green, blue = ImageChops.difference(_on(before, size), _on(now, size)).split()
    difference = ImageChops.lighter(red, ImageChops.lighter(green, blue))
    if before.size != now.size:
        # A page of another size is another page, even where nothing is printed.
        difference.paste(_WHITE, (min(before.width, now.width), 0, *size))
        difference.paste(_WHITE, (0, min(before.height, now.height), *size))
    changed = difference.point([_WHITE if value > TOLERANCE else 0 for value in range(256)])
    count = changed.histogram()[_WHITE]
    return Moved(count / (size[0] * size[1]), tuple(_boxes(changed))) if count else Moved()


def pair(old: Sequence[bytes], new: Sequence[bytes]) -> tuple[Pair, ...]:
    """Match the pages of two papers, in order: a page put in between does not make all after it look changed.

    Equal pages belong together; what stands between them is matched in its order.
    """
    return tuple(_pairs(old, new))


def _pairs(old: Sequence[bytes], new: Sequence[bytes]) -> Iterator[Pair]:
    for what, old_at, old_end, new_at, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        for step in range(max(old_end - old_at, new_end - new_at)):
            before = old_at + step if old_at + step < old_end else None
            now = new_at + step if new_at + step < new_end else None
            if what == "equal" or before is None or now is None:
                yield Pair(before, now)
            else:
                yield Pair(before, now, compare(old[before], new[now]))


def _opened(png: bytes) -> Image.Image:
    """A picture in colours; one that is damaged (somebody may have kept it in a folder) as a single point."""
    try:
        with Image.open(io.BytesIO(png)) as image:
            return image.convert("RGB")
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return Image.new("RGB", (1, 1), (_WHITE,) * 3)


def _on(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    whole = Image.new("RGB", size, (_WHITE,) * 3)
    whole.paste(image)
    return whole


def _boxes(changed: Image.Image) -> Iterator[Box]:
    """Frames around what changed, from top to bottom."""
    wide, high = changed.size
    # Any changed point makes its square count; in two steps, since in the mean of 256 points one might be lost.
    across, down = -(-wide // _SQUARE), -(-high // _SQUARE)
    whole = Image.new("L", (across * _SQUARE, down * _SQUARE))
    whole.paste(changed)
    by_rows = whole.reduce((_SQUARE, 1)).point([0, *[_WHITE] * 255])
    squares = by_rows.reduce((1, _SQUARE))
    for columns, rows in sorted(_regions(squares), key=lambda found: (found[1], found[0])):
        region = changed.crop((columns[0] * _SQUARE, rows[0] * _SQUARE, columns[1] * _SQUARE, rows[1] * _SQUARE))
        inner = region.getbbox()
        if inner is not None:
            left = max(columns[0] * _SQUARE + inner[0] - _AROUND, 0)
            top = max(rows[0] * _SQUARE + inner[1] - _AROUND, 0)
            width = min(columns[0] * _SQUARE + inner[2] + _AROUND, wide) - left
            height = min(rows[0] * _SQUARE + inner[3] + _AROUND, high) - top
            yield round(left / wide, 4), round(top / high, 4), round(width / wide, 4), round(height / high, 4)


_Span = tuple[int, int]


def _regions(squares: Image.Image) -> list[tuple[_Span, _Span]]:
    """Columns and rows (first, one after the last) of each group of squares that touch."""
    wide, high = squares.size
    left = {at for at, value in enumerate(squares.tobytes()) if value}
    found: list[tuple[_Span, _Span]] = []
    while left:
        edge = [left.pop()]
        columns, rows = [edge[0] % wide] * 2, [edge[0] // wide] * 2
        while edge:
            at = edge.pop()
            column, row = at % wide, at // wide
            columns = [min(columns[0], column), max(columns[1], column)]
            rows = [min(rows[0], row), max(rows[1], row)]
            for x in range(max(column - 1, 0), min(column + 2, wide)):
                for y in range(max(row - 1, 0), min(row + 2, high)):
                    if y * wide + x in left:
                        left.remove(y * wide + x)
                        edge.append(y * wide + x)
        found.append(((columns[0], columns[1] + 1), (rows[0], rows[1] + 1)))
    return found
