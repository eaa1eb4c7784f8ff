from __future__ import annotations

import pytest

from docgen.reading import parts
from docgen.reading.facts import Paper, Para
from docgen.reading.parts import BodyLine
from docgen.reading.read import read_text
from tests.reading.parts.paper import END, HEAD, Box, Table, b, p, word


def body(*lines: str | Para | Table | Box) -> list[BodyLine]:
    return parts.levels(word(HEAD, b("KẾ HOẠCH"), b("Năm 2026"), "Sở ban hành Kế hoạch như sau:", *lines, END))


def caps(lines: list[BodyLine]) -> list[str]:
    return [line.cap for line in lines]


@pytest.mark.parametrize(
    ("typed", "cap", "nhan", "chu"),
    [
        ("I. MỤC ĐÍCH", "la_ma", "I.", "MỤC ĐÍCH"),
        ("I.MỤC ĐÍCH", "la_ma", "I.", "MỤC ĐÍCH"),
        ("I- MỤC ĐÍCH", "la_ma", "I-", "MỤC ĐÍCH"),
        ("1. Mục đích", "so", "1.", "Mục đích"),
        ("1/ Mục đích", "so", "1/", "Mục đích"),
        ("\t1.1. Thông tin", "so2", "1.1.", "Thông tin"),
        ("1.1.1. Chi tiết", "so3", "1.1.1.", "Chi tiết"),
        ("1.1.1.1. Chi tiết", "so4", "1.1.1.1.", "Chi tiết"),
        ("a) Một việc;", "chu", "a)", "Một việc;"),
        ("đ) Một việc;", "chu", "đ)", "Một việc;"),
        ("d). Một việc;", "chu", "d).", "Một việc;"),
        ("- Một việc;", "gach", "-", "Một việc;"),
        ("-Một việc;", "gach", "-", "Một việc;"),
        ("+ Một việc;", "cong", "+", "Một việc;"),
        ("· Một việc;", "gach", "·", "Một việc;"),
        ("Điều 12. Quyền hạn", "dieu", "Điều 12.", "Quyền hạn"),
        ("Chương IV", "chuong", "Chương IV", ""),
        ("Phần thứ nhất", "phan", "Phần thứ nhất", ""),
        ("Mục 2. THỦ TỤC", "muc", "Mục 2.", "THỦ TỤC"),
        ("Một việc khác.", "doan", "", "Một việc khác."),
        ("(1) Một việc;", "doan", "(1)", "Một việc;"),
        ("Lưu ý: đúng hạn.", "luu_y", "", "Lưu ý: đúng hạn."),
        ("2020 là năm bản lề.", "doan", "", "2020 là năm bản lề."),
    ],
)
def test_typed_labels_tell_the_level(typed: str, cap: str, nhan: str, chu: str) -> None:
    (line,) = body(typed)
    assert (line.cap, line.nhan, line.chu, line.tu_dong) == (cap, nhan, chu, False)


@pytest.mark.parametrize(
    ("nhan", "cap"),
    [
        ("I.", "la_ma"),
        ("1.", "so"),
        ("1.1.", "so2"),
        ("1.1", "so2"),
        ("a)", "chu"),
        ("-", "gach"),
        ("\uf0b7", "gach"),
        ("+", "cong"),
        ("Điều 3.", "dieu"),
        ("Chương II", "chuong"),
    ],
)
def test_labels_made_by_word_tell_the_level_too(nhan: str, cap: str) -> None:
    (line,) = body(p("Một việc cần làm ngay;", nhan=nhan, danh_sach=(1, 0)))
    assert (line.cap, line.nhan, line.tu_dong) == (cap, nhan, True)


def test_a_bullet_of_words_under_a_bullet_is_a_plus() -> None:
    lines = body(
        p("Một;", nhan="•", danh_sach=(3, 0)),
        p("Hai;", nhan="o", danh_sach=(3, 1)),
        p("Ba;", nhan="•", danh_sach=(3, 0)),
    )
    assert caps(lines) == ["gach", "cong", "gach"]
    assert lines[1].chac == "doan"


def test_bold_makes_a_title_and_a_run_in_title() -> None:
    lines = body(
        p("1. Giao Sở Tài chính.", dam=True),
        p(runs=[("2. Nội dung:", True), (" Triển khai như sau.", False)]),
        p(runs=[("3.", True), (" Thực hiện tốt công tác.", False)]),
        p(runs=[("Điều 4.", True), (" Quyết định này có hiệu lực từ ngày ký", False)]),
        p(runs=[("- Cường độ:", True), (" cao.", False)]),
    )
    assert [line.dang for line in lines] == ["tieu_de", "lien", "doan", "doan", "lien"]
    assert all(line.chac == "chac" for line in lines)


def test_a_title_that_is_not_bold_is_a_guess() -> None:
    lines = body("1. Mục đích", "2. Thực hiện tốt công tác.")
    assert [(line.dang, line.chac) for line in lines] == [("tieu_de", "doan"), ("doan", "chac")]


def test_the_title_of_a_chapter_stands_below_its_label() -> None:
    lines = body(
        b("Chương I"), b("QUY ĐỊNH CHUNG"), b("VÀ NGUYÊN TẮC"), p("Điều 1. Phạm vi", dam=True), "Quy chế này quy định."
    )
    assert [(line.cap, line.tiep) for line in lines] == [
        ("chuong", False),
        ("chuong", True),
        ("chuong", True),
        ("dieu", False),
        ("doan", False),
    ]


def test_a_capital_letter_is_a_part_only_in_its_order() -> None:
    lines = body(p("A. ĐÁNH GIÁ CHUNG", dam=True), "Tốt.", p("B. PHƯƠNG HƯỚNG", dam=True), "D. Trump nói.")
    assert caps(lines) == ["phan", "doan", "phan", "doan"]


def test_words_that_look_like_a_label_need_their_turn() -> None:
    lines = body("a) Một;", "b. Hai;", "p. Bến Nghé là nơi họp.")
    assert caps(lines) == ["chu", "chu", "doan"]


def test_tables_and_text_boxes_have_no_level() -> None:
    lines = body("1. Một.", Table([p("1."), p("a) Việc")], vien=True), p("2. Hai."), Box("3. Ba"))
    assert caps(lines) == ["so", "bang", "bang", "so"]


def test_labelled_lines_of_one_paragraph_are_told_apart() -> None:
    lines = body("1. Mục đích\n- Một việc\nlàm ngay;\n- Hai.")
    assert [(line.dong, line.cap, line.chu) for line in lines] == [
        (0, "so", "Mục đích"),
        (1, "gach", "Một việc làm ngay;"),
        (2, "gach", "Hai."),
    ]


def test_labels_inside_a_quotation_are_not_the_papers() -> None:
    lines = body("1. Luật quy định:", "“a) Trong 60 ngày;", "b) Báo cáo ngay.”", "2. Đề nghị thực hiện.")
    assert caps(lines) == ["so", "doan", "doan", "so"]


def test_text_without_looks_gives_the_same_levels() -> None:
    paper = read_text(
        "KẾ HOẠCH\nNăm 2026\nI. MỤC ĐÍCH\n1. Mục đích:\n- Một.\n2.1. Nội dung: Triển khai như sau:\n+ Hai.\n"
    )
    assert [(line.cap, line.dang) for line in parts.levels(paper)] == [
        ("la_ma", "tieu_de"),
        ("so", "tieu_de"),
        ("gach", "doan"),
        ("so2", "lien"),
        ("cong", "doan"),
    ]


def test_styles_named_for_levels_decide_what_words_do_not() -> None:
    lines = body(
        b("Phần I", kieu="Phần, chương (nhãn)"),
        b("Tình hình", kieu="Phần, chương (tên)"),
        p("1. Kết quả.", dam=True, kieu="Khoản 1. (có tên)"),
        p("- không phải gạch đầu dòng", kieu="Đoạn văn"),
        p("2. Mục đích", kieu="Khoản 1. (không tên)"),
        p("a) **", kieu="Điểm a)"),
    )
    assert [(line.cap, line.dang) for line in lines] == [
        ("phan", "tieu_de"),
        ("phan", "tieu_de"),
        ("so", "tieu_de"),
        ("doan", "doan"),
        ("so", "doan"),
        ("chu", "doan"),
    ]


def test_the_levels_of_an_appendix_are_told_on_request() -> None:
    paper: Paper = word(
        HEAD, b("KẾ HOẠCH"), b("A"), "1. Một.", END, b("Phụ lục", sang_trang=True), b("BIỂU"), "a) Hai."
    )
    (one,) = parts.appendices(paper)
    assert caps(parts.levels(paper, one.noi_dung)) == ["chu"]
    assert caps(parts.levels(paper)) == ["so"]
