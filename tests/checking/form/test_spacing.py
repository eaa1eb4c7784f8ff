from __future__ import annotations

from typing import Any

import pytest

from docgen.checking.form.spacing import cach_truoc_pt, lan
from tests.checking.form.papers import judged, part


@pytest.mark.parametrize(
    ("look", "lines"),
    [
        ({"gian_dong": 1.5}, 1.5),
        ({"gian_dong_pt": 18, "quy_tac": "dung"}, 18 / (14 * 1.15)),
        ({"gian_dong_pt": 10, "quy_tac": "it-nhat"}, 1.0),
    ],
)
def test_every_kind_of_spacing_is_told_in_lines(look: dict[str, Any], lines: float) -> None:
    p = judged("nd30", {"phan": "mo_dau", "doan": look})

    assert lan(p, part(p, "mo_dau").doan[0]) == pytest.approx(lines, abs=0.01)


def test_space_after_and_before_add_up() -> None:
    p = judged("nd30", {"phan": "can_cu", "doan": {"sau_pt": 3}}, {"phan": "mo_dau", "doan": {"truoc_pt": 4}})
    last, first = p.parts("can_cu")[-1].doan[0], part(p, "mo_dau").doan[0]

    assert cach_truoc_pt(p, last, first) == 7


def test_nothing_is_known_without_looks() -> None:
    p = judged("nd30", text=True)

    assert lan(p, part(p, "mo_dau").doan[0]) is None
    assert cach_truoc_pt(p, 0, 1) is None
