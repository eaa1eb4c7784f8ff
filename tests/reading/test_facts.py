"""What other rooms ask a paper."""

from __future__ import annotations

import pickle

from docgen.reading.facts import PLAIN, Cell, Format, Paper, Para, Part, Place, Run, TableFact

PLACE = Place("thân", 1)


def test_the_full_text_has_the_label_in_front() -> None:
    assert Para("Mục đích", PLACE, nhan="1.").full == "1. Mục đích"
    assert Para("Mục đích", PLACE).full == "Mục đích"


def test_capitals_are_shown_only_where_word_shows_them() -> None:
    runs = (Run("kế hoạch", Format(in_hoa=True)), Run(" năm", PLAIN), Run("ẩn", Format(in_hoa=True, an=True)))
    assert Para("kế hoạch năm", PLACE, runs=runs).hien == "KẾ HOẠCH năm"


def test_the_majority_counts_letters_before_blanks() -> None:
    runs = (Run("     ", Format(dam=True)), Run("a", Format(nghieng=True)))
    assert Para("     a", PLACE, runs=runs).majority() == Format(nghieng=True)
    assert Para("", PLACE).majority() == PLAIN


def test_parts_are_found_by_name() -> None:
    paper = Paper(
        nguon="docx",
        co_dinh_dang=True,
        paras=(),
        parts={
            "noi_dung": (Part("noi_dung", (3, 4), ""), Part("noi_dung", (6,), "")),
            "phu_luc": (Part("phu_luc", (9,), "Phụ lục I"),),
            "can_cu": (Part("can_cu", (1,), "một"), Part("can_cu", (2,), "hai")),
        },
    )
    one = paper.part("can_cu")
    assert one is not None
    assert one.text == "một"
    assert paper.part("ho_ten") is None
    assert paper.body == (3, 4, 6)
    assert [part.text for part in paper.appendices] == ["Phụ lục I"]


def test_cells_are_found_by_row_and_column() -> None:
    one = Cell((1, 2, 1), 0, 1, 1, 50.0, (0,))
    table = TableFact(1, 2, 1, (one,), (0,))
    assert table.cell(2, 1) is one
    assert table.cell(1, 1) is None


def test_a_paper_travels_between_processes() -> None:
    paper = Paper("text", False, (Para("a", PLACE, runs=(Run("a"),)),))
    assert pickle.loads(pickle.dumps(paper)) == paper
