"""Tables as people see them: merged cells are one cell."""

from __future__ import annotations

import pytest

from tests.reading.build import STYLES, cell, paper, para, row, run, style, table, texts

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


@pytest.mark.parametrize(("rows", "columns"), [(1, 2), (2, 2), (2, 3), (3, 2), (3, 3)])
def test_headers_of_every_shape_give_each_cell_its_words(rows: int, columns: int) -> None:
    cells = [[f"{r}.{c}" for c in range(1, columns + 1)] for r in range(1, rows + 1)]
    found = paper(table(*(row(*line) for line in cells), grid=(3000,) * columns))
    one = found.bang[0]
    assert (one.so_hang, one.so_cot) == (rows, columns)
    for r in range(1, rows + 1):
        for c in range(1, columns + 1):
            where = one.cell(r, c)
            assert where is not None
            assert [found.paras[i].text for i in where.doan] == [f"{r}.{c}"]
            assert where.rong_mm == 52.9


def test_a_cell_over_two_columns_takes_both_widths() -> None:
    found = paper(table(row(cell("a", tcpr=span(2)), "b"), row("c", "d", "e"), grid=(1000, 2000, 3000))).bang[0]
    first = found.cell(1, 1)
    assert first is not None
    assert (first.cot_luoi, first.so_cot, first.rong_mm) == (0, 2, 52.9)
    last = found.cell(2, 3)
    assert last is not None
    assert (last.cot_luoi, last.rong_mm) == (2, 52.9)


def test_cells_merged_downwards_are_one_cell_and_their_empty_rests_no_paragraphs() -> None:
    found = paper(
        table(
            row(cell("gộp", tcpr=RESTART), "b1"),
            row(cell(tcpr=CONTINUE), "b2"),
            row(cell(tcpr=CONTINUE), "b3"),
            row("mới", "b4"),
        )
    )
    assert texts(found) == ["gộp", "b1", "b2", "b3", "mới", "b4"]
    merged = found.bang[0].cell(1, 1)
    assert merged is not None
    assert merged.so_hang == 3
    assert found.paras[2].o == (1, 2, 2)
    assert found.bang[0].cell(2, 1) is None


def test_words_left_in_the_rest_of_a_merged_cell_are_kept_in_that_cell() -> None:
    found = paper(table(row(cell("a", tcpr=RESTART), "b"), row(cell("c", tcpr=CONTINUE), "d")))
    assert texts(found) == ["a", "b", "c", "d"]
    merged = found.bang[0].cell(1, 1)
    assert merged is not None
    assert merged.doan == (0, 2)


def test_the_old_way_of_merging_sideways_is_known() -> None:
    found = paper(
        table(row(cell("a", tcpr='<w:hMerge w:val="restart"/>'), cell(tcpr="<w:hMerge/>"), "b"), grid=(1, 2, 3))
    )
    assert texts(found) == ["a", "b"]
    assert [(o.id, o.so_cot) for o in found.bang[0].o] == [((1, 1, 1), 2), ((1, 1, 2), 1)]


def test_a_table_inside_a_table_is_a_table_of_its_own() -> None:
    found = paper(table(row(cell("trước", table(row("x", "y")), "sau"), "b")))
    assert [(p.text, p.o) for p in found.paras] == [
        ("trước", (1, 1, 1)),
        ("x", (2, 1, 1)),
        ("y", (2, 1, 2)),
        ("sau", (1, 1, 1)),
        ("b", (1, 1, 2)),
    ]
    outer, inner = found.bang
    assert inner.trong == (1, 1, 1)
    assert outer.o[0].doan == (0, 1, 2, 3)
    assert inner.doan == (1, 2)


def test_rows_deleted_with_tracked_changes_are_gone() -> None:
    deleted = '<w:del w:id="1" w:author="a"/>'
    found = paper(table(row("a", "b"), row("c", "d", trpr=deleted), row("e", "f")))
    assert texts(found) == ["a", "b", "e", "f"]
    assert found.bang[0].so_hang == 2
    assert any("Track Changes" in note.loi for note in found.notes)


def test_content_controls_around_rows_and_cells_are_looked_through() -> None:
    def control(inside: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    found = paper(table(control(row(control(cell("a")), "b"))))
    assert [(p.text, p.o) for p in found.paras] == [("a", (1, 1, 1)), ("b", (1, 1, 2))]


GRID = "".join(
    f'<w:{side} w:val="single" w:sz="4"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
OFF = "".join(f'<w:{side} w:val="nil"/>' for side in ("top", "left", "bottom", "right"))


def test_a_grid_that_is_drawn_is_told() -> None:
    grid = f"<w:tblBorders>{GRID}</w:tblBorders>"
    off = f"<w:tcBorders>{OFF}</w:tcBorders>"
    found = paper(
        table(row("a", "b"), tblpr=grid),
        table(row("a", "b")),
        table(row(cell("a", tcpr=off), cell("b", tcpr=off)), tblpr=grid),
        table(row(cell("a", tcpr='<w:tcBorders><w:left w:val="single"/></w:tcBorders>'), "b")),
        table(row("a", "b"), tblpr='<w:tblStyle w:val="Grid"/>'),
        table(row("a"), tblpr=f'<w:tblStyle w:val="Grid"/><w:tblBorders>{OFF}</w:tblBorders>'),
        styles=STYLES + style("Grid", f"<w:tblPr>{grid}</w:tblPr>", "table"),
    )
    assert [one.vien for one in found.bang] == [True, False, False, True, True, False]
    assert all(p.ke == () for p in found.paras)


def test_level_lines_of_a_table_without_a_grid_are_rules_told_once() -> None:
    level = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'
    found = paper(table(row("a"), row("b"), row("c"), grid=(2835,), tblpr=level))
    assert [[rule.vi_tri for rule in p.ke] for p in found.paras] == [["tren", "duoi"], ["duoi"], []]
    assert not found.bang[0].vien


def test_rows_repeated_on_each_page_are_counted() -> None:
    header = "<w:tblHeader/>"
    found = paper(table(row("a", trpr=header), row("b", trpr=header), row("c"), row("d", trpr=header)))
    assert found.bang[0].hang_dau == 2


def test_a_line_made_of_one_cell_border_is_a_rule() -> None:
    border = '<w:tcW w:w="2835" w:type="dxa"/><w:tcBorders><w:bottom w:val="single" w:sz="6"/></w:tcBorders>'
    found = paper(table(row(cell("ỦY BAN", "TỈNH A", tcpr=border), "b")))
    (rule,) = found.paras[1].ke
    assert (rule.kieu, rule.vi_tri, rule.dai_mm, rule.day_pt) == ("vien", "duoi", 50.0, 0.75)
    assert found.paras[0].ke == ()
    assert not found.bang[0].vien


def test_conditional_parts_of_a_table_style_reach_the_cells_they_are_for() -> None:
    conditions = "".join(
        f'<w:tblStylePr w:type="{kind}"><w:rPr>{rpr}</w:rPr></w:tblStylePr>'
        for kind, rpr in {
            "wholeTable": '<w:color w:val="111111"/>',
            "firstRow": "<w:b/>",
            "lastCol": "<w:i/>",
            "band2Horz": '<w:color w:val="222222"/>',
            "nwCell": "<w:caps/>",
        }.items()
    )
    asked = 'w:firstRow="1" w:lastColumn="1" w:firstColumn="1" w:noHBand="0" w:noVBand="1"'
    look = f'<w:tblStyle w:val="Fancy"/><w:tblLook {asked}/>'
    found = paper(
        table(row("a", "b"), row("c", "d"), row("e", "f"), tblpr=look),
        styles=STYLES + style("Fancy", conditions, "table"),
    )
    looks = [p.runs[0].format for p in found.paras]
    assert [one.dam for one in looks] == [True, True, False, False, False, False]
    assert [one.nghieng for one in looks] == [False, True, False, True, False, True]
    assert [one.mau for one in looks] == ["111111", "111111", "111111", "111111", "222222", "222222"]
    assert [one.in_hoa for one in looks] == [True, False, False, False, False, False]


def test_the_older_spelling_of_the_table_look_is_known() -> None:
    bold = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
    for look, expected in (("0020", True), ("0000", False), ("zz", False)):
        found = paper(
            table(row("a"), row("b"), tblpr=f'<w:tblStyle w:val="F"/><w:tblLook w:val="{look}"/>'),
            styles=STYLES + style("F", bold, "table"),
        )
        assert [p.runs[0].format.dam for p in found.paras] == [expected, False]


def test_pages_run_on_from_the_longest_cell_of_a_row() -> None:
    rendered = "<w:r><w:lastRenderedPageBreak/></w:r>"
    found = paper(table(row(cell("a", para(rendered, "b")), cell("c", para(rendered, "d")))), "sau")
    assert [p.place.trang for p in found.paras] == [1, 2, 1, 2, 2]


def test_a_row_that_begins_a_page_begins_it_for_all_its_cells() -> None:
    first = para("<w:r><w:lastRenderedPageBreak/></w:r>", run("a"))
    found = paper("trước", table(row(cell(first), "b")), "sau")
    assert [p.place.trang for p in found.paras] == [1, 2, 2, 2]
