"""Blanks of a known width, left for a clerk to write in."""

from __future__ import annotations

from math import ceil

from docgen.standards.figures import Figure

NBSP = "\u00a0"
MM_A_POINT = 25.4 / 72
NBSP_EM = 0.25
"""Advance width of NO-BREAK SPACE in Times New Roman, as a share of the size of the letters."""


def gap(rong_mm: Figure[float], co_chu_pt: float) -> str:
    """Make a run of no-break spaces at least ``rong_mm`` wide when set at ``co_chu_pt`` in Times New Roman."""
    return NBSP * ceil(rong_mm.value / (NBSP_EM * co_chu_pt * MM_A_POINT))
