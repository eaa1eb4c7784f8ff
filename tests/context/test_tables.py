"""Tables of the body: cells, alignment, shares of the width."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from docgen.context.blocks import blocks
from docgen.context.tables import rows
from docgen.outline.labels import DEFAULT
from docgen.outline.parse import parse
from docgen.outline.tree import Cell, Span, Table


def read(body: str) -> list[dict[str, Any]]:
    return blocks(parse(body).outline, DEFAULT)


def test_tables() -> None:
    (block,) = read("| TT | Nội dung |\n|:---:|---------|\n| 1 | A<br>B **c** |")
    assert block["cap"] == block["dang"] == "bang"
    assert block["dau"] == [
        [
            {"chu": [{"rong": 250}, {"chu": "TT"}], "canh": "center"},
            {"chu": [{"rong": 750}, {"chu": "Nội dung"}], "canh": ""},
        ]
    ]
    assert block["hang"] == [
        [
            {"chu": [{"chu": "1"}], "canh": "center"},
            {"chu": [{"chu": "A\nB "}, {"chu": "c", "dam": True}], "canh": ""},
        ]
    ]


def test_a_table_without_a_header_carries_its_widths_in_its_first_row() -> None:
    (block,) = read("| a | b |\n| c | d |")
    assert block["dau"] == [] and len(block["hang"]) == 2
    shares = [cell["chu"][0]["rong"] for cell in block["hang"][0]]
    assert sum(shares) == 1000
    assert all("rong" not in segment for cell in block["hang"][1] for segment in cell["chu"])


def test_columns_that_say_no_width_follow_their_longest_line() -> None:
    long = "Tổ chức tuyên truyền trên các phương tiện thông tin đại chúng của tỉnh"
    (block,) = read(f"| TT | Nội dung | Thời gian |\n| 1 | {long} | Tháng 9 |")
    shares = [cell["chu"][0]["rong"] for cell in block["hang"][0]]
    assert sum(shares) == 1000 and shares[1] > shares[2] > shares[0] > 50


def test_a_short_row_is_filled_up() -> None:
    tree = parse("| a | b |\n|---|---|\n| c |").outline
    (block,) = blocks(tree, DEFAULT)
    assert [len(row) for row in (*block["dau"], *block["hang"])] == [2, 2]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=30))
def test_the_shares_of_the_columns_always_make_the_whole(widths: list[int]) -> None:
    row = tuple(Cell((Span("a"),)) for _ in widths)
    header, _ = rows(Table((row,), (row,), tuple(widths)), {})
    assert sum(cell["chu"][0]["rong"] for cell in header[0]) == 1000
