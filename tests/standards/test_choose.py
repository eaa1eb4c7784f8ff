"""Which standard a paper follows, and the sentence that says why."""

from __future__ import annotations

import pytest

from docgen.standards import DANG, DOAN, ND30, choose


@pytest.mark.parametrize(("loai", "standard"), [("nha-nuoc", ND30), ("to-chuc", ND30), ("doan", DOAN), ("dang", DANG)])
def test_the_issuer_decides(loai: str, standard: object) -> None:
    assert choose(loai, (2026, 6, 1)).standard is standard  # type: ignore[arg-type]


def test_the_explanation_is_one_sentence() -> None:
    for loai in ("nha-nuoc", "to-chuc", "doan", "dang"):
        for ngay in (None, (2001, 1, 1), (2026, 6, 1)):
            for the_thuc in (None, "nd30", "doan", "dang"):
                said = choose(loai, ngay, the_thuc).giai_thich  # type: ignore[arg-type]
                assert said.endswith(".") and said.count(". ") == 0 and said[0].isupper()


def test_a_state_paper_of_2019_is_older_than_the_decree_and_takes_its_form() -> None:
    choice = choose("nha-nuoc", (2019, 9, 18))
    assert choice.standard is ND30
    assert "ngày 05 tháng 3 năm 2020" in choice.giai_thich and "trước" in choice.giai_thich


@pytest.mark.parametrize("ngay", [None, (2020, 3, 5), (2020, 3, None), (2020, None, None), (2024, 2, 23)])
def test_a_paper_that_may_be_as_young_as_the_decree_is_not_called_older(ngay: object) -> None:
    assert "trước" not in choose("nha-nuoc", ngay).giai_thich  # type: ignore[arg-type]


@pytest.mark.parametrize("ngay", [(2020, 3, 4), (2020, 2, None), (2019, None, None)])
def test_a_paper_is_older_when_every_day_it_may_have_is(ngay: object) -> None:
    assert "trước" in choose("nha-nuoc", ngay).giai_thich  # type: ignore[arg-type]


def test_a_mass_organisation_takes_the_decree_as_fits() -> None:
    assert "vận dụng Nghị định số 30/2020/NĐ-CP (Điều 2)" in choose("to-chuc", (2024, 2, 23)).giai_thich


def test_a_standard_set_by_hand_wins_and_the_usual_one_is_named() -> None:
    choice = choose("doan", (2018, 8, 22), "nd30")
    assert choice.standard is ND30
    assert "đã chọn" in choice.giai_thich and "29-HD/TWĐTN-VP" in choice.giai_thich


def test_a_standard_set_by_hand_that_is_the_usual_one_is_not_contrasted() -> None:
    assert "bình thường" not in choose("doan", (2018, 8, 22), "doan").giai_thich


def test_a_doan_paper_of_spring_2013_is_older_than_the_guidance() -> None:
    assert "ngày 29 tháng 10 năm 2013" in choose("doan", (2013, 3, None)).giai_thich


def test_a_party_paper_before_27_may_2026_is_told_so() -> None:
    assert "trước" in choose("dang", (2024, 5, 1)).giai_thich
    assert "trước" not in choose("dang", (2026, 5, 27)).giai_thich
