"""What is told of measured times: medians, ratios with their spread, and how fast they grow."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """How many times as fast: the median of the rounds' ratios, the least and the most of them."""

    middle: float
    least: float
    most: float

    def __str__(self) -> str:
        return f"×{number(self.middle)} [{number(self.least)}–{number(self.most)}]"


def ratio(base: Sequence[float], other: Sequence[float]) -> Ratio:
    """How many times as fast ``other`` is as ``base``; both hold one time a round, the same rounds in one order."""
    each = [one / two for one, two in zip(base, other, strict=True)]
    return Ratio(statistics.median(each), min(each), max(each))


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """The slope of log time over log size by least squares: 1 is linear, 2 is quadratic."""
    slope, _ = statistics.linear_regression([math.log(size) for size in sizes], [math.log(time) for time in times])
    return slope


def steps(sizes: Sequence[float], times: Sequence[float]) -> Iterator[float]:
    """The exponent from each size to the next: a start that costs much hides growth in the slope over all."""
    for at in range(1, len(sizes)):
        yield exponent(sizes[at - 1 : at + 1], times[at - 1 : at + 1])


def number(value: float) -> str:
    """Three significant digits, never a power of ten: 0.0123, 1.23, 12.3, 1,234."""
    if value == 0 or not math.isfinite(value):
        return f"{value:g}"
    return f"{value:,.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"


def duration(seconds: float) -> str:
    """A time in the unit that suits it."""
    for unit, size in (("s", 1.0), ("ms", 1e-3)):
        if seconds >= size:
            return f"{number(seconds / size)} {unit}"
    return f"{number(seconds * 1e6)} µs"


def mebibytes(size: int) -> str:
    """A size of memory."""
    return f"{size / 2**20:.0f} MB"
