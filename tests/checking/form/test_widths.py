from __future__ import annotations

import pytest

from docgen.checking.form.widths import MM_PER_PT, rong_mm
from docgen.render.metrics import width_pt
from docgen.render.styles import Letters

LINES = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ĐOÀN TNCS HỒ CHÍ MINH",
    "Thành phố Hồ Chí Minh, ngày 18 tháng 9 năm 2025",
    "Tuyên truyền, quảng bá ASEAN giai đoạn 2019-2020 trên địa bàn tỉnh Bình Dương",
)


@pytest.mark.parametrize("dam", [False, True])
@pytest.mark.parametrize("text", LINES)
def test_a_line_is_as_long_as_its_letters_are_wide(text: str, dam: bool) -> None:
    exact = width_pt(text, Letters(co_chu_pt=14, dam=dam)) * MM_PER_PT

    assert rong_mm(text, 14, dam) == pytest.approx(exact, rel=0.02)


def test_marks_typed_apart_add_nothing() -> None:
    assert rong_mm("Hoa\u0300", 14, False) == rong_mm("Hòa", 14, False)
