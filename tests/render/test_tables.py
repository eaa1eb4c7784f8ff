"""Columns of tables made by loops."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.render import Template
from tests.render.build import assert_valid_docx, docx, p, q, table, xml

BODY = [
    ["{%tr for h in hang %}", "", ""],
    ["{%tc for o in h %}", "{{ o }}", "{%tc endfor %}"],
    ["{%tr endfor %}", "", ""],
]


def grid(data: bytes) -> list[int]:
    return [int(column.get(q("w"), "0")) for column in xml(data).iter(q("gridCol"))]


def cells(data: bytes) -> list[list[int]]:
    return [[int(c.get(q("w"), "0")) for c in row.iter(q("tcW"))] for row in xml(data).iter(q("tr"))]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 7])
def test_columns_made_by_a_loop_share_the_tables_width(count: int) -> None:
    made = Template(docx(table(BODY, [1000, 4000, 1000]), p("a"))).render({"hang": [["x"] * count] * 2})

    assert sum(grid(made)) == 6000
    assert max(grid(made)) - min(grid(made)) <= 1
    assert cells(made) == [grid(made)] * 2
    assert_valid_docx(made)


def test_a_column_beside_the_loop_keeps_its_width() -> None:
    rows = [["STT", "{%tc for o in ds %}", "{{ o }}", "{%tc endfor %}"]]
    made = Template(docx(table(rows, [600, 400, 4000, 1000]), p("a"))).render({"ds": ["x", "y", "z"]})

    assert grid(made) == [600, 1800, 1800, 1800]


def test_a_cell_switched_off_leaves_its_width_to_the_others() -> None:
    rows = [["a", "{%tc if co %}", "b", "{%tc endif %}"]]
    template = Template(docx(table(rows, [2000, 0, 2000, 0]), p("a")))

    assert grid(template.render({"co": True})) == [2000, 2000]
    assert grid(template.render({"co": False})) == [4000]


def test_tables_without_cell_tags_keep_their_grid_whatever_it_is() -> None:
    odd = table([["{{ x }}", "b"]], [1000, 2000]).replace("<w:tblGrid>", '<w:tblGrid><w:gridCol w:w="77"/>')
    made = Template(docx(odd, p("a"))).render({"x": "a"})

    assert grid(made) == [77, 1000, 2000]


def test_widths_come_with_the_words() -> None:
    rows = [
        [[{"chu": "STT"}, {"rong": 100}], [{"chu": "Việc"}, {"rong": 600}], [{"chu": "Ai"}, {"rong": 300}]],
        ["1", "2", "3"],
    ]
    made = Template(docx(table(BODY, [1000, 7000, 1000]), p("a"))).render({"hang": rows})

    assert grid(made) == [900, 5400, 2700]
    assert cells(made) == [[900, 5400, 2700]] * 2
    assert_valid_docx(made)


def test_columns_without_a_width_share_what_is_left() -> None:
    made = Template(docx(table(BODY, [1000, 7000, 1000]), p("a"))).render({"hang": [[[{"rong": 500}], "b", "c"]]})

    assert grid(made) == [4500, 2250, 2250]


def test_a_table_in_a_cell_is_counted_by_itself() -> None:
    inner = table(BODY, [500, 500, 500])
    made = Template(docx(table([[inner + p(""), "phải"]], [3000, 3000]), p("a"))).render({"hang": [["x", "y"]]})

    assert grid(made) == [3000, 3000, 750, 750]


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=12), st.integers(100, 15000))
def test_widths_always_fill_the_table_exactly(shares: list[int], total: int) -> None:
    row = [[{"chu": "a"}, {"rong": share}] for share in shares]
    made = of_width(total).render({"hang": [row]})

    assert sum(grid(made)) == total
    assert len(grid(made)) == len(shares)
    assert min(grid(made)) >= 0


def of_width(total: int) -> Template:
    return Template(docx(table(BODY, [total // 3, total // 3, total - 2 * (total // 3)]), p("a")))
