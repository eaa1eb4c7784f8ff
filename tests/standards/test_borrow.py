"""Figures taken over from another standard."""

from __future__ import annotations

from docgen.standards import DANG, DOAN, ND30, Sure
from docgen.standards.borrow import borrowed


def test_a_borrowed_figure_keeps_its_value_and_loses_its_certainty() -> None:
    part = borrowed(ND30.phu_luc, Sure.K)
    assert part.nhan.co_chu_pt.least == 14 and part.nhan.co_chu_pt.verified is False
    assert part.loi_nhan.value == "Phụ lục"
    assert part.loi_nhan.clause.startswith("theo NĐ 30, PL I")


def test_nothing_borrowed_can_be_an_error() -> None:
    for std in (DOAN, DANG):
        assert not std.phu_luc.ten.co_chu_pt.verified
        assert not std.kinh_gui.chu.co_chu_pt.verified
        dieu = std.level("dieu")
        assert dieu is not None and not dieu.nhan.verified
