"""Measuring side by side: in every round each variant once, in an order that chance gives."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Mapping

Times = dict[str, list[float]]
"""Variant → one time a round, in seconds; the rounds in the same order for all."""


def interleaved(variants: Mapping[str, Callable[[], float]], rounds: int, title: str) -> Times:
    """Measure: what else the machine does strikes all variants alike. variants: name → one measurement."""
    chance = random.Random(len(variants))
    times: Times = {name: [] for name in variants}
    for number in range(rounds):
        print(f"{title}: round {number + 1} of {rounds}", file=sys.stderr)
        order = list(variants)
        chance.shuffle(order)
        for name in order:
            times[name].append(variants[name]())
    return times
