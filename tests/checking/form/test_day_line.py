from __future__ import annotations

from docgen.checking.form import day_line
from tests.checking.form.papers import judged


def _read(text: str) -> day_line.Written | None:
    return day_line.doc(judged("nd30", {"phan": "dia_danh_ngay", "chu": text}))


def test_place_and_date_are_taken_apart() -> None:
    found = _read("Lào Cai, ngày 05 tháng 9 năm 2025")

    assert found is not None
    assert (found.noi, found.phay.strip(), found.ngay, found.thang, found.nam) == ("Lào Cai", ",", "05", "9", "2025")
    assert found.tu == ("ngày", "tháng", "năm")


def test_open_figures_are_empty_and_their_gaps_do_not_count() -> None:
    found = _read("Lào Cai, ngày      tháng 9 năm 2025")

    assert found is not None
    assert (found.ngay, found.thang) == ("", "9")
    assert set(found.cach) == {" "}


def test_a_missing_comma_is_seen() -> None:
    found = _read("Lào Cai ngày 18 tháng 9 năm 2025")

    assert found is not None
    assert "," not in found.phay


def test_a_date_in_figures_is_none() -> None:
    assert _read("Lào Cai, ngày 18/9/2025") is None
