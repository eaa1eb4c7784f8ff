"""A broken tag is told where it is broken; the tags around it, which are right, are not blamed."""

from __future__ import annotations

import pytest

from tests.render.build import p, raw, run, table
from tests.render.faults import fault_of, faults_of

AROUND = (p("{%p for x in y %}"), p("{%p if a %}"))
BEHIND = (p("z"), p("{%p endif %}"), p("{%p endif %}"), p("{%p endfor %}"))


@pytest.mark.parametrize(
    "spoilt",
    [
        "{%p if b",
        "{%p if b }}",
        "{{%p if b %}",
        "{p if b %}",
        "{%p fi b %}",
        "{%pif b %}",
        "{% p if b %}",
        "{%p iff b %}",
    ],
)
def test_a_spoilt_opening_alone_is_told(spoilt: str) -> None:
    assert {fault.noi.partition(", chữ")[0] for fault in faults_of(*AROUND, p(spoilt), *BEHIND)} == {
        "mau.docx, thân văn bản, đoạn 3"
    }


@pytest.mark.parametrize(
    "spoilt", ["{%p endif", "{%p endif }}", "{%p end if %}", "{%p enif %}", "{%pendif %}", "endif %}"]
)
def test_a_spoilt_end_alone_is_told(spoilt: str) -> None:
    body = (*AROUND, p("{%p if b %}"), p("z"), p(spoilt), *BEHIND[2:])

    assert {fault.noi.partition(", chữ")[0] for fault in faults_of(*body)} == {"mau.docx, thân văn bản, đoạn 5"}


@pytest.mark.parametrize("spoilt", ["{%p for d in", "{%p fro d in b %}", "{%p foreach d in b %}"])
def test_a_spoilt_loop_alone_is_told(spoilt: str) -> None:
    body = (p("{%p if a %}"), p(spoilt), p("z"), p("{%p endfor %}"), p("{%p endif %}"))

    assert {fault.noi.partition(", chữ")[0] for fault in faults_of(*body)} == {"mau.docx, thân văn bản, đoạn 2"}


def test_a_broken_name_changes_nothing() -> None:
    assert "{{ a" in fault_of(p("{%p if a %}"), p("{{ a"), p("{%p endif %}")).loi


def test_what_is_missing_beside_a_broken_tag_is_told_too() -> None:
    found = faults_of(p("{%p if a %}"), p("{%p fi b %}"), p("z"), p("{%p endif %}"), p("{% endfor %}"))

    assert ["Không hiểu thẻ" in fault.loi for fault in found] == [True, False]


def test_an_inner_tag_that_cannot_have_the_end_is_blamed() -> None:
    fault = fault_of(p("{%p if a %}"), p("x {% if b %} y"), p("{%p endif %}"))

    assert "đoạn 2" in fault.noi
    assert "“{% if b %}” không có thẻ đóng" in fault.loi
    assert "{% endif %}" in fault.sua


def test_an_end_outside_a_table_is_not_that_of_a_tag_inside() -> None:
    inside = table([[p("{%p if b %}") + p("x")]])
    fault = fault_of(p("{%p if a %}"), inside, p("{%p endif %}"))

    assert "“{%p if b %}” không có thẻ đóng" in fault.loi
    assert "bảng 1" in fault.noi


def test_an_end_that_is_gone_names_both_that_may_lack_it() -> None:
    fault = fault_of(p("{%p if a %}"), p("{%p if b %}"), p("x"), p("{%p endif %}"))

    assert "“{%p if a %}” không có thẻ đóng" in fault.loi
    assert "“{%p if b %}”" in fault.sua
    assert "đoạn 2" in fault.sua


def test_many_broken_tags_are_done_with_soon() -> None:
    found = faults_of(*[p("{%p iff b %}")] * 150, *[p("{%p if a %}")] * 10)

    assert len(found) >= 150


def test_a_tag_split_by_a_field_is_told_once() -> None:
    field = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    body = raw(run("{%p if "), field, run("b %}"))

    assert {fault.noi.partition(", chữ")[0] for fault in faults_of(p("{%p if a %}"), body, *BEHIND[:3])} == {
        "mau.docx, thân văn bản, đoạn 2"
    }
