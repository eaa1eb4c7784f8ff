"""Faults of a template that can be seen without rendering it."""

from __future__ import annotations

import pytest

from docgen.render import Template
from tests.render.build import core, docx, p, raw, run, table
from tests.render.faults import fault_of, faults_of

BREAK = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def test_text_beside_a_paragraph_tag_would_be_lost() -> None:
    found = faults_of(p("MỞ ĐẦU", style="Heading1"), p("Điều 1. {%p if a %}"), p("x"), p("{%p endif %} sau"))

    assert [f.noi for f in found] == [
        "mau.docx, thân văn bản, đoạn 2, dưới “MỞ ĐẦU”, chữ “Điều 1. {%p if a %}”",
        "mau.docx, thân văn bản, đoạn 4, dưới “MỞ ĐẦU”, chữ “{%p endif %} sau”",
    ]
    assert "đứng chung đoạn với “Điều 1.”: phần ấy sẽ mất" in found[0].loi
    assert "{% … %}" in found[0].sua


@pytest.mark.parametrize(
    "beside",
    [
        "<w:r><w:drawing/></w:r>",
        '<w:r><w:br w:type="page"/></w:r>',
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
    ],
)
def test_a_picture_or_page_break_beside_a_paragraph_tag_would_be_lost(beside: str) -> None:
    fault = fault_of(raw(run("{%p if a %}"), beside), p("{%p endif %}"))

    assert "hình, trường hoặc ngắt trang" in fault.loi


def test_a_bookmark_beside_a_paragraph_tag_would_be_lost() -> None:
    fault = fault_of(raw('<w:bookmarkStart w:id="1" w:name="a"/>', run("{%p if a %}")), p("{%p endif %}"))

    assert "bookmark" in fault.loi


def test_a_section_break_in_a_paragraph_tag_would_be_lost() -> None:
    fault = fault_of(p("{%p if a %}", ppr=BREAK), p("{%p endif %}"))

    assert "ngắt phần" in fault.loi


def test_two_tags_in_one_paragraph_tag() -> None:
    found = faults_of(p("{%p if a %}{{ a }}{%p endif %}"))

    assert "còn có thẻ khác: “{{ a }}”" in found[0].loi


def test_text_elsewhere_in_the_row_or_cell_of_a_tag() -> None:
    row = fault_of(table([["{%tr for x in y %}", "Tên"], ["{{ x }}", ""], ["{%tr endfor %}", ""]]))
    cell = fault_of(table([["{%tc for x in y %}", p("{{ x }}"), p("{%tc endfor %}") + p("thừa")]]))

    assert "đứng chung hàng với “Tên”" in row.loi
    assert "bảng 1 hàng 1 cột 1" in row.noi
    assert "đứng chung ô với “thừa”" in cell.loi


def test_a_row_tag_outside_tables() -> None:
    assert "không nằm trong bảng" in faults_of(p("{%tr if a %}"), p("{%tr endif %}"))[0].loi


@pytest.mark.parametrize("tag", ["{{r x }}", "{{p x }}", "{{tr x }}"])
def test_value_tags_with_a_scope_print_nothing_in_docxtpl(tag: str) -> None:
    fault = fault_of(p(tag))

    assert "không in ra" in fault.loi
    assert "{{ x }}" in fault.sua


def test_scoped_tags_have_no_place_in_properties() -> None:
    found = faults_of(p("a"), properties=core("{%p if a %}"))

    assert "thuộc tính" in found[0].noi
    assert "không dùng được trong thuộc tính" in found[0].loi


@pytest.mark.parametrize(
    "where",
    [
        "<w:p><w:r><w:instrText>PAGE {{ x }}</w:instrText></w:r></w:p>",
        '<w:p><w:bookmarkStart w:id="1" w:name="{{ x }}"/><w:bookmarkEnd w:id="1"/></w:p>',
    ],
)
def test_tags_outside_plain_text_are_told(where: str) -> None:
    assert "ngoài chữ thường" in fault_of(p("đầu"), where).loi
    assert "đoạn 2" in fault_of(p("đầu"), where).noi


def test_tags_in_parts_that_are_not_filled_are_told() -> None:
    fault = fault_of(p("a"), more={"docProps/app.xml": "<Properties><Company>{{ x }}</Company></Properties>"})  # type: ignore[arg-type]

    assert "docProps/app.xml" in fault.loi


def test_tracked_changes_are_told() -> None:
    fault = fault_of('<w:p><w:ins w:id="1" w:author="a">' + run("mới") + "</w:ins></w:p>")

    assert "Track Changes" in fault.loi


def test_the_characters_of_our_marks_are_refused_in_a_template() -> None:
    assert "U+FDD0" in fault_of(p("a\ufdd0b")).loi


def test_a_picture_inside_a_tag_is_told() -> None:
    fault = fault_of(raw(run("{{ a"), "<w:r><w:drawing/></w:r>", run(" }}")))

    assert "chen vào giữa" in fault.loi


def test_a_table_without_columns_is_told() -> None:
    bare = "<w:tbl><w:tblPr/><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"

    assert "không khai báo cột" in fault_of(bare, p("a")).loi


def test_a_tag_may_hold_a_line_break_and_a_tab() -> None:
    body = raw("<w:r><w:t>{{ a</w:t><w:br/><w:t>|</w:t><w:tab/><w:t>upper }}</w:t></w:r>")

    assert Template(docx(body)).names() == {"a"}


def test_words_behind_many_blank_paragraphs_are_seen() -> None:
    blanks = "<w:p/>" * 100
    found = fault_of(table([[p("{%tr if a %}") + blanks + p("mất")], [p("{%tr endif %}")]]))

    assert "“mất”" in found.loi


def test_a_row_full_of_tags_is_looked_through_once() -> None:
    found = faults_of(table([[p("{%tr if a %}") * 300]]))

    assert len(found) == 200
