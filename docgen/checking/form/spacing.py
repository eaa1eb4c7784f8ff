"""Distances between lines and paragraphs as one sees them, whatever way they were set."""

from __future__ import annotations

from typing import Final

from docgen.checking.form.printed import whole
from docgen.checking.judged import Judged

LINE: Final = 1.15
"""Height of a single line of Times New Roman as a share of the size of its letters."""


def lan(p: Judged, doan: int) -> float | None:
    """Line spacing of paragraph ``doan`` in lines; an exact height is turned into lines of its letters.

    None when unknown, and for "at least" a height its letters do not reach anyway.
    """
    look = p.paper.paras[doan].format
    if look is None:
        return None
    if look.gian_dong_pt is None:
        return look.gian_dong
    size = whole(p, doan).co_chu_pt
    if size is None:
        return None
    lines = look.gian_dong_pt / (LINE * size)
    return max(lines, 1.0) if look.quy_tac == "it-nhat" else lines


def cach_truoc_pt(p: Judged, tren: int, duoi: int) -> float | None:
    """Space in points between two neighbouring paragraphs: after the upper and before the lower one.

    Word adds the two; between paragraphs of one style that wants it, there is none.
    """
    upper, lower = p.paper.paras[tren].format, p.paper.paras[duoi].format
    if upper is None or lower is None:
        return None
    same = upper.ten_kieu == lower.ten_kieu
    after = 0.0 if same and upper.bo_cach_cung_kieu else upper.sau_pt
    before = 0.0 if same and lower.bo_cach_cung_kieu else lower.truoc_pt
    return after + before
