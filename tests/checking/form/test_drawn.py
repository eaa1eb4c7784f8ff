from __future__ import annotations

import pytest

from docgen.checking.form.drawn import ke_duoi
from tests.checking.form.papers import judged, part


@pytest.mark.parametrize(("ten", "dai_mm"), [("tieu_ngu", 60.5), ("co_quan", 18), ("trich_yeu", 38)])
def test_the_line_under_a_part_is_found(ten: str, dai_mm: float) -> None:
    p = judged("nd30")
    found = ke_duoi(p, part(p, ten))

    assert [one.ke.dai_mm for one in found] == [pytest.approx(dai_mm, abs=0.2)]


def test_where_none_is_drawn_none_is_found() -> None:
    p = judged("nd30", {"phan": "co_quan_ke", "ke_mm": None})

    assert ke_duoi(p, part(p, "co_quan")) == ()
    assert len(ke_duoi(p, part(p, "tieu_ngu"))) == 1


def test_a_row_of_signs_is_a_line_too() -> None:
    p = judged("doan")

    assert [one.ke.kieu for one in ke_duoi(p, part(p, "trich_yeu"))] == ["ky-tu"]
    assert [one.ke.kieu for one in ke_duoi(p, part(p, "tieu_de"))] == ["vien"]
