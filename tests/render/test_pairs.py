"""Do openings and ends match?"""

from __future__ import annotations

import pytest

from tests.render.build import p, raw, run, table
from tests.render.faults import fault_of, faults_of


def test_a_tag_without_end_is_told_where_it_opens() -> None:
    fault = fault_of(p("a"), p("{%p for x in y %}"), p("{{ x }}"))

    assert "đoạn 2" in fault.noi
    assert "“{%p for x in y %}” không có thẻ đóng" in fault.loi
    assert "{%p endfor %}" in fault.sua


def test_an_end_without_opening_is_told_where_it_stands() -> None:
    fault = fault_of(p("a"), p("{%p endif %}"))

    assert "đoạn 2" in fault.noi
    assert "không có thẻ mở" in fault.loi


def test_crossed_tags_are_told_with_both_ends() -> None:
    found = faults_of(p("{%p if a %}"), p("{%p for x in y %}"), p("{%p endif %}"), p("{%p endfor %}"))

    assert "đoạn 3" in found[0].noi
    assert "“{%p endif %}” gặp khi “{%p for x in y %}”" in found[0].loi
    assert "đoạn 2" in found[0].loi


def test_both_ends_must_be_of_one_kind() -> None:
    fault = fault_of(p("{%p if a %}"), p("x{% endif %}"))

    assert "theo đoạn" in fault.loi
    assert "trong dòng" in fault.loi


def test_an_inline_pair_must_stay_in_its_paragraph() -> None:
    fault = fault_of(p("{% if a %}x"), p("y{% endif %}"))

    assert "đoạn khác" in fault.loi
    assert "{%p … %}" in fault.sua


def test_a_paragraph_pair_must_stay_in_its_cell() -> None:
    fault = fault_of(table([[p("{%p if a %}") + p("x"), p("{%p endif %}") + p("y")]]))

    assert "không nằm cùng một ô" in fault.loi


def test_an_inline_pair_must_not_leave_a_hyperlink() -> None:
    body = raw(f'<w:hyperlink w:anchor="a">{run("{% if a %}x")}</w:hyperlink>', run("{% endif %}"))

    assert "ở đoạn khác" in fault_of(body).loi


@pytest.mark.parametrize(
    ("tag", "right"),
    [
        ("{%p endfro %}", "Có phải là “endfor”?"),
        ("{%p end for %}", "“{%p endfor %}”"),
        ("{% end if %}", "“{% endif %}”"),
        ("{%pfor x in y %}", "{%p for x in y %}"),
        ("{% p if a %}", "{%p if a %}"),
        ("{% set a = 1 %}", "Chỉ dùng if"),
        ("{% include 'a' %}", "Chỉ dùng if"),
        ("{% macro a() %}", "Chỉ dùng if"),
        ("{% autoescape false %}", "Chỉ dùng if"),
        ("{% raw %}", "Chỉ dùng if"),
        ("{% extends 'a' %}", "Chỉ dùng if"),
        ("{% cellbg x %}", "Chỉ dùng if"),
        ("{% colspan x %}", "Chỉ dùng if"),
        ("{% vm %}", "Chỉ dùng if"),
    ],
)
def test_an_unknown_word_is_told_with_the_nearest(tag: str, right: str) -> None:
    fault = fault_of(p(tag))

    assert "Không hiểu thẻ" in fault.loi
    assert right in fault.sua


def test_else_after_else() -> None:
    assert "sau một “else”" in fault_of(p("{% if a %}1{% else %}2{% else %}3{% endif %}")).loi


def test_elif_belongs_to_if() -> None:
    assert "gặp khi" in fault_of(p("{% for x in a %}1{% elif b %}2{% endfor %}")).loi


def test_deep_nesting_is_refused() -> None:
    found = faults_of(*[p("{%p if a %}")] * 40, p("x"), *[p("{%p endif %}")] * 40)

    assert "lồng sâu quá 16 tầng" in found[0].loi
