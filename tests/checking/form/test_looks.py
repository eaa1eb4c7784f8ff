from __future__ import annotations

import pytest

from docgen.checking.form.looks import cot_mm, departs, khoang, so
from docgen.checking.form.printed import Line
from docgen.reading.facts import Format
from docgen.standards import Range, Sure
from tests.checking.form.papers import judged, part


@pytest.mark.parametrize(
    ("number", "le", "written"), [(13.5, 1, "13,5"), (20.0, 1, "20"), (1.079, 2, "1,08"), (0, 1, "0")]
)
def test_numbers_are_written_with_a_comma(number: float, le: int, written: str) -> None:
    assert so(number, le) == written


@pytest.mark.parametrize(
    ("least", "most", "written"),
    [
        (13, 14, "13–14 pt"),
        (11, 11, "11 pt"),
        (6, None, "từ 6 pt trở lên"),
        (None, 6, "không quá 6 pt"),
        (None, None, ""),
    ],
)
def test_ranges_are_written_as_people_say_them(least: float | None, most: float | None, written: str) -> None:
    assert khoang(Range(least, most, least or most or 1, "", Sure.K), "pt") == written


def _line(bold: int, plain: int) -> Line:
    return Line(0, 0, 0, "", "", (("x" * bold, Format(dam=True)), ("x" * plain, Format())))


def test_a_wanted_look_must_be_that_of_most_letters_an_unwanted_one_of_nearly_all() -> None:
    def dam(look: Format) -> bool:
        return look.dam

    assert departs(_line(5, 5), dam, True)
    assert not departs(_line(6, 4), dam, True)
    assert not departs(_line(7, 3), dam, False)
    assert departs(_line(8, 2), dam, False)


def test_the_column_of_a_paragraph_is_its_cell_or_the_page() -> None:
    p = judged("nd30")

    assert cot_mm(p, part(p, "quoc_hieu").doan[0]) == pytest.approx(97, abs=0.1)
    assert cot_mm(p, part(p, "ten_loai").doan[0]) == pytest.approx(165, abs=0.1)
