"""What is painted on a PDF page apart from letters: the boxes of its strokes and fills."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
from pypdf.generic import ContentStream

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]

FILLS = {b"f", b"F", b"f*"}
STROKES = {b"S", b"s", b"B", b"B*", b"b", b"b*"}


@dataclass(frozen=True)
class Painted:
    """The box of one stroke or fill, in points from the bottom left corner of the page."""

    left_pt: float
    lower_pt: float
    right_pt: float
    upper_pt: float


def painted_paths(reader: pypdf.PdfReader, page: Any) -> Iterator[Painted]:
    """Everything painted by the page's own commands, in the order of painting; each side of a polygon is a stroke."""
    contents = page.get_contents()
    pen = _Pen()
    for operands, operator in ContentStream(contents, reader).operations if contents is not None else ():
        yield from pen.obey(operator, [float(value) for value in operands if isinstance(value, int | float)])


@dataclass
class _Pen:
    matrix: Matrix = (1, 0, 0, 1, 0, 0)
    thickness: float = 1.0
    kept: list[tuple[Matrix, float]] = field(default_factory=list)
    paths: list[list[Point]] = field(default_factory=list)

    def obey(self, operator: bytes, numbers: list[float]) -> Iterator[Painted]:
        if operator in FILLS:
            yield from (_box(points, 0) for points in self.paths)
        elif operator in STROKES:
            a, b, c, d, _, _ = self.matrix
            thickness_pt = self.thickness * abs(a * d - b * c) ** 0.5
            yield from (_box(side, thickness_pt) for points in self.paths for side in itertools.pairwise(points))
        if operator in FILLS | STROKES | {b"n"}:
            self.paths = []
        else:
            self._note(operator, numbers)

    def _note(self, operator: bytes, numbers: list[float]) -> None:
        match operator:
            case b"q":
                self.kept.append((self.matrix, self.thickness))
            case b"Q":
                self.matrix, self.thickness = self.kept.pop()
            case b"cm":
                self.matrix = _product(numbers, self.matrix)
            case b"w":
                self.thickness = numbers[0]
            case b"m":
                self.paths.append([self._at(*numbers)])
            case b"l" | b"c" | b"v" | b"y":
                self.paths[-1].append(self._at(*numbers[-2:]))
            case b"h":
                self.paths[-1].append(self.paths[-1][0])
            case b"re":
                x, y, w, h = numbers
                corners = ((x, y), (x + w, y), (x + w, y + h), (x, y + h), (x, y))
                self.paths.append([self._at(*corner) for corner in corners])

    def _at(self, x: float, y: float) -> Point:
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f


def _box(points: Any, thickness_pt: float) -> Painted:
    """A stroke is widened across its direction only: rules have butt ends."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    level = max(ys) - min(ys) < max(xs) - min(xs)
    wide, high = (0.0, thickness_pt / 2) if level else (thickness_pt / 2, 0.0)
    return Painted(min(xs) - wide, min(ys) - high, max(xs) + wide, max(ys) + high)


def _product(first: list[float], then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    ta, tb, tc, td, te, tf = then
    return (
        a * ta + b * tc,
        a * tb + b * td,
        c * ta + d * tc,
        c * tb + d * td,
        e * ta + f * tc + te,
        e * tb + f * td + tf,
    )
