from __future__ import annotations

import pytest

from docgen.reading.facts import Paper, Para
from docgen.reading.parts import dissect
from tests.reading.parts.paper import END, HEAD, Box, Table, b, p, sure, text, texts, word

OPEN = "Sở Công Thương ban hành Kế hoạch như sau:"


def plan(*lines: str | Para | Table | Box) -> Paper:
    return word(HEAD, b("KẾ HOẠCH"), b("Năm 2026"), OPEN, *lines, p(), END)


def test_tren_day_la_closes_the_body_surely() -> None:
    paper = plan(p("I. VIỆC", dam=True), "- Một.", "Trên đây là Kế hoạch năm 2026, đề nghị các đơn vị thực hiện./.")
    assert text(paper, "noi_dung") == "I. VIỆC\n- Một."
    assert text(paper, "ket_thuc").startswith("Trên đây là Kế hoạch")
    assert sure(paper, "ket_thuc")


def test_a_closing_may_have_more_paragraphs() -> None:
    last = "Trong quá trình thực hiện, nếu có vướng mắc, đề nghị phản ánh về Sở./."
    paper = plan("1. Một.", "Trên đây là Kế hoạch năm 2026.", last)
    assert texts(paper, "ket_thuc") == ["Trên đây là Kế hoạch năm 2026.", last]


@pytest.mark.parametrize(
    "line",
    [
        "Căn cứ Kế hoạch trên đây, đề nghị các phòng, ban triển khai thực hiện./.",
        "Ban Thường vụ Đoàn Khối đề nghị các cơ sở Đoàn triển khai thực hiện tốt các nội dung kế hoạch.",
        "Yêu cầu các đơn vị nghiêm túc thực hiện./.",
    ],
)
def test_a_request_that_breaks_out_of_the_list_closes_it(line: str) -> None:
    paper = plan(p("I. VIỆC", dam=True), "- Một.", "- Hai.", line)
    assert text(paper, "ket_thuc") == line
    assert text(paper, "noi_dung") == "I. VIỆC\n- Một.\n- Hai."


def test_a_request_below_a_title_belongs_to_it() -> None:
    paper = plan(p("3. Chế độ báo cáo", dam=True), "Đề nghị các đơn vị báo cáo trước ngày 10/12.")
    assert "ket_thuc" not in paper.parts
    assert text(paper, "noi_dung").endswith("trước ngày 10/12.")


def test_a_last_labelled_paragraph_is_no_closing() -> None:
    paper = plan("1. Một.", "2. Đề nghị các đơn vị thực hiện./.")
    assert "ket_thuc" not in paper.parts


def test_a_style_named_for_the_closing_decides() -> None:
    paper = plan("1. Một.", p("Xin cảm ơn", kieu="Kết thúc"))
    assert text(paper, "ket_thuc") == "Xin cảm ơn"
    paper = plan("1. Một.", p("Trên đây là một đoạn văn.", kieu="Đoạn văn"))
    assert "ket_thuc" not in paper.parts


def test_the_body_holds_its_tables_and_text_boxes_and_no_blank_edges() -> None:
    paper = plan(p(), p("I. VIỆC", dam=True), Box("Sơ đồ"), Table([p("STT"), p("Việc")], vien=True), p(), "Hết./.", p())
    held = [paper.paras[i].text for i in paper.body]
    assert held == ["I. VIỆC", "Sơ đồ", "STT", "Việc", "", "Hết./."]
    assert dissect(paper).sot == ()


def test_a_paper_without_a_body_has_none() -> None:
    paper = word(HEAD, b("KẾ HOẠCH"), b("Năm 2026"), END)
    assert paper.body == ()
