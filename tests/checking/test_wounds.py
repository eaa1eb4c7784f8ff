"""The papers the rules are tried on are what they say, and wounds hurt only where they should."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.reading.facts import Paper
from docgen.reading.read import read
from tests.checking import papers


def _read(ten: str, *wounds: dict[str, Any]) -> Paper:
    return read(papers.docx(ten, list(wounds)))


def _text(paper: Paper, ten: str) -> list[str]:
    return [part.text for part in paper.parts.get(ten, ())]


@pytest.mark.parametrize("ten", papers.PAPERS)
def test_every_part_of_a_good_paper_is_found_surely(ten: str) -> None:
    paper = _read(ten)

    assert paper.notes == ()
    assert {name for name, parts in paper.parts.items() if any(part.chac == "doan" for part in parts)} == set()
    for wanted in ("co_quan", "so_ky_hieu", "dia_danh_ngay", "trich_yeu", "noi_dung", "ho_ten", "noi_nhan", "luu"):
        assert paper.part(wanted), wanted


def test_words_are_changed() -> None:
    assert _text(_read("nd30", {"tim": "47/KH", "thay": "48/KH"}), "so_ky_hieu") == ["Số: 48/KH-SCT"]


@pytest.mark.parametrize(
    "wound", [{"tim": "không có", "thay": ""}, {"tim": "an toàn", "thay": "x"}, {"phan": "x", "chu": ""}]
)
def test_a_wound_that_misses_or_hits_twice_is_a_fault_of_the_case(wound: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        papers.docx("nd30", [wound])


def test_looks_of_letters_and_paragraphs_are_changed() -> None:
    wounds = [
        {"phan": "so_ky_hieu", "dinh_dang": {"co_chu_pt": 15, "dam": True}},
        {"phan": "doan", "doan": {"canh": "trai", "dong_dau_mm": 5}},
    ]
    paper = _read("nd30", *wounds)
    number = paper.part("so_ky_hieu")
    assert number

    look = paper.paras[number.doan[0]].majority()
    assert (look.co_chu_pt, look.dam) == (15, True)
    plain = next(para for para in paper.paras if para.text.startswith("Việc tuyên truyền"))
    assert plain.format
    assert (plain.format.canh, round(plain.format.dong_dau_mm)) == ("trai", 5)


def test_looks_of_some_words_only() -> None:
    paper = _read("nd30", {"phan": "so_ky_hieu", "tim": "47", "dinh_dang": {"nghieng": True}})
    number = paper.part("so_ky_hieu")
    assert number

    assert [run.text for run in paper.paras[number.doan[0]].runs if run.format.nghieng] == ["47"]


def test_pages_and_page_numbers_are_changed() -> None:
    section = _read("nd30", {"trang": {"tren_mm": 15, "rong_mm": 297, "cao_mm": 210}}).sections[0]
    assert (section.tren_mm, section.ngang) == (15, True)

    assert _read("nd30", {"trang": {"so_trang": None}}).sections[0].so_trang is None
    number = {"noi": "chan", "canh": "phai", "co_chu_pt": 11}
    moved = _read("nd30", {"trang": {"so_trang": number, "trang_dau_an": False}}).sections[0].so_trang
    assert moved
    assert (moved.noi, moved.canh, moved.co_chu_pt, moved.trang_dau_an) == ("chan", "phai", 11, False)


def test_paragraphs_fall_away_and_come_in() -> None:
    assert _text(_read("nd30", {"phan": "luu", "xoa": True}), "luu") == []
    paper = _read("nd30", {"sau": "can_cu", "them": ["Theo đề nghị của Trưởng phòng."], "thu": -1})
    assert len(_text(paper, "can_cu")) == 3


@pytest.mark.parametrize("mm", [20, 60])
def test_lines_have_the_length_they_are_given(mm: float) -> None:
    paper = _read("nd30", {"phan": "tieu_ngu_ke", "ke_mm": mm})

    assert [round(rule.dai_mm or 0) for para in paper.paras for rule in para.ke if para.o == (1, 1, 2)] == [mm]


def test_footnotes_come_in() -> None:
    assert len(_read("nd30", {"phan": "doan", "thu": 1, "chu_thich": "Xem thêm."}).chu_thich) == 1


def test_appendices_have_pages_of_their_own() -> None:
    paper = _read("nd30-phu-luc", {"trang": {"phai_mm": 18}})

    assert len(paper.appendices) == 2
    assert [section.phai_mm for section in paper.sections] == [18, 18, 18]
    assert [section.so_trang.bat_dau for section in paper.sections if section.so_trang] == [None, 1, 1]
