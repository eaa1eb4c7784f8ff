"""Finding tags in text, and what is wrong with their brackets."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.render.tags import scan
from tests.render.build import p
from tests.render.faults import faults_of


def codes(text: str) -> list[str]:
    """The tags of a text in canonical form."""
    tags, problems = scan(text)
    assert not problems
    return [str(tag) for tag in tags]


def test_tags_are_found_between_text() -> None:
    assert codes("a {{ b }} c {%p if d %} {#tr e #}") == ["{{ b }}", "{%p if d %}", "{#tr e #}"]


def test_a_name_that_begins_like_a_scope_is_a_name() -> None:
    assert codes("{{ phu_luc }}{{ r }}{{r}}{{ tr }}{{p}}") == [
        "{{ phu_luc }}",
        "{{ r }}",
        "{{ r }}",
        "{{ tr }}",
        "{{ p }}",
    ]


def test_what_word_types_by_itself_is_put_right() -> None:
    assert codes("{{\u00a0a|default(“x  y”)\u00a0}}") == ['{{ a|default("x  y") }}']
    assert codes("{{ co\u0302 }}") == ["{{ cô }}"]


def test_single_braces_are_text() -> None:
    assert codes("tập {a, b} và } { %") == []


@pytest.mark.parametrize(
    ("text", "said", "right"),
    [
        ("Số: {{ so", "chưa đóng trong đoạn", "thêm “}}”"),
        ("{{ a {{ b }}", "chưa đóng thì đã gặp “{{”", "thêm “}}”"),
        ("{{ a %} x", "mở bằng “{{” nhưng đóng bằng “%}”", "đóng bằng “}}”"),
        ("{% if a }} x", "mở bằng “{%” nhưng đóng bằng “}}”", "đóng bằng “%}”"),
        ("a }} b", "dấu đóng “}}” mà trước đó không có dấu mở “{{”", "thêm “{{”"),
        ("{# ghi chú", "chưa đóng", "thêm “#}”"),
        ("{{ a – b }}", "dấu gạch dài", "dấu -"),
        ("{%– if a %}", "dấu gạch dài", "dấu -"),
        ("{%- if a %}", "dấu - hoặc + sát dấu ngoặc", "bỏ dấu ấy"),
        ("{{ a -}}", "dấu - hoặc + sát dấu ngoặc", "bỏ dấu ấy"),
        ("{{ }}", "trống", "xóa thẻ"),
        ("{%p if n % 2 %}", "dấu % hoặc }", "divisibleby"),
        ("{{ " + "a" * 1001 + " }}", "dài quá 1000 ký tự", "ngắn lại"),
    ],
)
def test_a_broken_tag_is_told_with_what_would_be_right(text: str, said: str, right: str) -> None:
    _, (problem,) = scan(text)

    assert said in problem.loi
    assert right in problem.sua


def test_a_dash_in_quoted_text_is_text() -> None:
    assert codes("{{ a|default('2019–2020') }}") == ["{{ a|default('2019–2020') }}"]


def test_every_broken_tag_of_a_template_is_told_at_once_with_its_place() -> None:
    found = faults_of(p("{{ a }"), p("được {{ b }}"), p("{% if c }} x {{ d"), header=p("e }}"))

    assert [(f.noi.split(", chữ")[0], f.loi.partition(" ")[0]) for f in found] == [
        ("mau.docx, thân văn bản, đoạn 1", "Thẻ"),
        ("mau.docx, thân văn bản, đoạn 3", "Thẻ"),
        ("mau.docx, thân văn bản, đoạn 3", "Thẻ"),
        ("mau.docx, đầu trang, đoạn 1", "Có"),
    ]


def test_a_tag_does_not_swallow_the_next_paragraph() -> None:
    fault, _ = faults_of(p("{{ a }"), p("đoạn sau }}"))

    assert "“{{ a }” chưa đóng hẳn" in fault.loi


@given(st.text(st.sampled_from("{}%#abr '\"-p\n "), max_size=60))
def test_any_text_is_scanned_and_tags_do_not_overlap(text: str) -> None:
    tags, _ = scan(text)

    ends = [0, *[tag.end for tag in tags]]
    assert all(end <= tag.start < tag.end <= len(text) for end, tag in zip(ends, tags, strict=False))


@pytest.mark.parametrize("piece", ["{{", "{%", "}}", "{#", "{{ a }}", "{% if", "'", "{{ '"])
def test_a_million_brackets_take_little_time(piece: str) -> None:
    start = time.perf_counter()
    scan(piece * (1_000_000 // len(piece)))

    assert time.perf_counter() - start < 2
