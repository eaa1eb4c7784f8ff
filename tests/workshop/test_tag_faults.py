"""Tags that are broken, crossed, unknown or misplaced: each found at its place, and its good neighbour not."""

from __future__ import annotations

import pytest

from tests.render.build import docx, p, raw, run, table
from tests.workshop.templates import one, place, pointed, seen, told

BODY = "thân văn bản"
ROW = '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'


@pytest.mark.parametrize(
    ("wrong", "pointing", "meaning", "right"),
    [
        ("Số {{ so", "{{ so", "chưa đóng", "Số {{ so }}"),
        ("Số so }}", "}}", "không có dấu mở", "Số {{ so }}"),
        ("{{ so %}", "{{ so %}", "đóng bằng “%}”", "{{ so }}"),
        ("{% if a %}b", "{% if a %}", "không có thẻ đóng", "c{% if a %}b{% endif %}"),
        ("b{% endif %}", "{% endif %}", "không có thẻ mở", "c{% if a %}b{% endif %}"),
        ("{% fi a %}b", "{% fi a %}", "Không hiểu thẻ", "c{% if a %}b{% endif %}"),
        ("{{ so|uper }}", "{{ so|uper }}", "bộ lọc “uper”", "{{ so|upper }}"),
        ("{{ so.upper() }}", "{{ so.upper() }}", "gọi hàm", "{{ so|upper }}"),
        ("{{ so.__class__ }}", "{{ so.__class__ }}", "gạch dưới", "{{ so.lop }}"),
        ("{{ cycler.__init__.__globals__ }}", "{{ cycler.__init__.__globals__ }}", "gạch dưới", "{{ cycler }}"),
        ("{{r so }}", "{{r so }}", "không in ra", "{{ so }}"),
        ("{% set a = 1 %}", "{% set a = 1 %}", "Không hiểu thẻ", "{{ a }}"),
        ("{{ }}", "{{ }}", "trống", "{{ a }}"),
        ("x {%p if a %}", "{%p if a %}", "sẽ mất", "{{ a }}"),
    ],
)
def test_a_broken_tag_is_told_where_it_stands(wrong: str, pointing: str, meaning: str, right: str) -> None:
    found = [r for r in told(p("Đoạn đầu"), p(wrong)) if meaning in r.loi]

    assert {(place(r), r.muc) for r in found} == {((BODY, 2, (0, 0, 0)), "loi")}
    assert pointing in pointed(found[0])
    assert told(p("Đoạn đầu"), p(right)) == ()


def test_what_to_write_instead_is_said() -> None:
    assert "“{%p endif %}”" in one(p("{%p if a %}"), p("b")).sua
    assert "“upper”" in one(p("{{ a|uper }}")).sua


def test_crossed_tags_show_both_ends() -> None:
    found = told(p("{%p if a %}"), p("{%p for b in c %}"), p("x"), p("{%p endif %}"), p("{%p endfor %}"))
    crossed = found[0]

    assert place(crossed) == (BODY, 4, (0, 0, 0))
    assert pointed(crossed) == "{%p endif %}"
    assert "“{%p for b in c %}”" in crossed.loi
    assert "đoạn 2" in crossed.loi


def test_two_tags_in_one_paragraph_are_told_at_both() -> None:
    found = told(p("{%p if a %}{%p endif %}"))

    assert [pointed(r) for r in found] == ["{%p if a %}", "{%p endif %}"]
    assert told(p("{%p if a %}"), p("b"), p("{%p endif %}")) == ()


def test_a_place_in_a_table_has_row_and_column() -> None:
    found = one(table([["a", "b"], ["c", "{{ d"]]))

    assert place(found) == (BODY, 4, (1, 2, 2))


@pytest.mark.parametrize("part", ["header", "footer"])
def test_headers_and_footers_are_told_by_name(part: str) -> None:
    found = one(p("thân"), **{part: p("{{ a")})

    assert found.cho.phan == {"header": "đầu trang", "footer": "chân trang"}[part]
    assert "trang" not in found.cho.where().replace("đầu trang", "").replace("chân trang", "")


def test_footnotes_too() -> None:
    note = f'<w:footnote w:id="1">{p("{{ a")}</w:footnote>'

    assert one(p("x"), footnotes=note).cho.phan == "chú thích cuối trang"


def test_the_heading_above_helps_to_find_it() -> None:
    found = one(p("MỤC ĐÍCH", style="Heading1"), p("x"), p("{{ a"))

    assert found.cho.where() == "trang 1, thân văn bản, đoạn 3, dưới “MỤC ĐÍCH”"


def test_all_faults_come_at_once_in_order() -> None:
    found = told(p("{{ a"), p("{{ b|uper }}"), table([["{%p if x %} y"]]), p("{% endfor %}"))

    assert [r.cho.doan for r in found] == sorted(r.cho.doan for r in found)
    assert {1, 2, 3, 4} == {r.cho.doan for r in found}


def test_a_tag_split_over_runs_is_pointed_at_whole() -> None:
    assert pointed(one(raw(run("Số {{ s"), run("o|uper }}", "<w:b/>")))) == "{{ so|uper }}"


def test_tracked_changes_are_told() -> None:
    changed = f'<w:p><w:ins w:id="1" w:author="a">{run("{{ so }}")}</w:ins></w:p>'
    found = one(p("x"), changed)

    assert place(found) == (BODY, 2, (0, 0, 0))
    assert "Track Changes" in found.loi


def test_hundreds_of_faults_are_cut_short() -> None:
    found = seen(docx(*(p("{{ a|uper }}") for _ in range(400))))

    assert 200 <= len(found) <= 202
    assert any("hơn 200 lỗi" in r.loi for r in found)
