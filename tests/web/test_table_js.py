"""The table editor: pipes in, pipes out, nothing lost between; cells by keyboard, blocks from sheets, totals."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.outline.parse import parse
from docgen.outline.tables import write_table
from docgen.outline.tree import Table
from docgen.vietnamese.numbers import viet_so
from tests.outline.strategies import tables
from tests.web.bodies import caller

pytestmark = pytest.mark.chromium
AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BUDGET = (
    "| TT | Nội dung | Thành tiền (đồng) |\n|---:|:----|------:|\n"
    "| 1 | In ấn | 1.500.000 |\n| 2 | Nước uống | 500.000 |"
)
ONE = "| TT | Nội dung |\n|---:|------|\n| 1 | Một \\| hai<br>ba \\\\ |"


def open_editor(page: Any, text: str, at: int = 0) -> Any:
    page.fill("#noi_dung", text)
    page.evaluate("at => { const e = document.getElementById('noi_dung'); e.focus(); e.setSelectionRange(at, at) }", at)
    page.keyboard.press("Control+Shift+B")
    return page.locator("dialog.table-editor")


def press(page: Any, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def cells(page: Any) -> list[list[str]]:
    return list(
        page.evaluate(
            "[...document.querySelectorAll('.table-cells tbody tr')]"
            ".map(r => [...r.querySelectorAll('textarea')].map(a => a.value))"
        )
    )


@given(table=tables())
def test_a_table_is_the_same_after_reading_editing_and_writing(module_page: Any, table: Table) -> None:
    lines = write_table(table)
    run = """lines => import('/static/tablegrid.js').then(m => {
      const grid = m.readGrid(lines);
      grid.rows = grid.rows.map(row => row.map(raw => m.typedCell(m.shownCell(raw))));
      return m.gridLines(grid);
    })"""
    again = module_page.evaluate(run, lines)
    read = parse("\n".join(again)).outline.children

    assert read == parse("\n".join(lines)).outline.children == (table,)


@given(text=st.text(st.sampled_from("ab|\\<>br/ \n*:-"), max_size=12))
def test_what_is_typed_into_a_cell_is_one_cell_and_shown_again(module_page: Any, text: str) -> None:
    call = caller(module_page, "tablegrid.js")
    written = call(
        "gridLines", {"header": 0, "rows": [["x", call("typedCell", text)]], "aligns": ["", ""], "widths": []}
    )
    grid = call("readGrid", written)

    assert len(written) == 1
    assert grid["rows"][0][0] == "x"
    grid["rows"][0][1] = call("typedCell", call("shownCell", grid["rows"][0][1]))
    assert call("gridLines", grid) == written


def test_cells_show_bars_and_line_ends_plainly(module_page: Any) -> None:
    call = caller(module_page, "tablegrid.js")
    assert call("shownCell", "a \\| b<br>c \\\\ \\<br> \\*") == "a | b\nc \\\\ \\<br> \\*"
    assert call("typedCell", "a | b\nc \\") == "a \\| b<br>c \\\\"
    assert call("readGrid", ["|a|b|", "|:-:|--------:|", "|c|"]) == {
        "header": 1,
        "rows": [["a", "b"], ["c", ""]],
        "aligns": ["center", "right"],
        "widths": [1, 8],
    }
    assert call("gridLines", call("readGrid", ["|---|", "| \\--- |"])) == ["| \\--- |"]


@given(numbers=st.lists(st.decimals(-(10**12), 10**12, places=2) | st.integers(-(10**12), 10**12).map(Decimal)))
def test_sums_are_exact(module_page: Any, numbers: list[Decimal]) -> None:
    found = caller(module_page, "tablesum.js")("sumOf", [viet_so(n) for n in numbers])
    assert found["counted"] == len(numbers)
    assert found["sum"] == (viet_so(sum(numbers, Decimal(0))) if numbers else "").replace("-0,00", "0,00")


def test_cells_that_are_no_numbers_are_told(module_page: Any) -> None:
    call = caller(module_page, "tablesum.js")
    assert call("sumOf", ["**1.500**", "-", "", "1.50", "5 triệu", "0,5"]) == {
        "sum": "1.500,5",
        "counted": 2,
        "refused": [3, 4],
    }
    assert call("sumOf", []) == {"sum": "", "counted": 0, "refused": []}
    assert [call("shifted", *each) for each in [("1.500,5", 6), ("2", 0), ("0,1234567", 6), ("-3", 3)]] == [
        "1.500.500.000",
        "2",
        "123.456,7",
        "-3.000",
    ]
    assert [call("unitOf", words) for words in ("ĐVT: triệu đồng", "nghìn đồng", "Thành tiền")] == [6, 3, 0]


def test_blocks_of_sheets_are_read(module_page: Any) -> None:
    call = caller(module_page, "tablegrid.js")
    assert call("readTsv", 'a\tb\r\n"c\nd"\t"e ""f"""\r\n') == [["a", "b"], ["c\nd", 'e "f"']]
    assert call("readTsv", '"a" là\tb') == [['"a" là', "b"]]


def test_a_table_is_edited_and_comes_back_in_its_place(area: Any) -> None:
    editor = open_editor(area, f"1. A\n\n{ONE}\n\n2. B", 10)
    assert editor.get_by_role("heading").inner_text() == "Sửa bảng"
    assert cells(area) == [["TT", "Nội dung"], ["1", "Một | hai\nba \\\\"]]
    area.get_by_label("Hàng 2, cột 1: TT").fill("01")
    press(area, "Đưa vào bài")
    assert area.input_value("#noi_dung") == f"1. A\n\n{ONE.replace('| 1 |', '| 01 |')}\n\n2. B"
    assert area.evaluate("document.activeElement.id") == "noi_dung"
    assert "Đã đưa bảng" in area.inner_text("#noi_dung-vua-lam")


def test_an_untouched_table_stays_as_it_was_typed(area: Any) -> None:
    text = "|a|b|\n|-|:-|\n|c|\nsau"
    open_editor(area, text, 1)
    press(area, "Đưa vào bài")
    assert area.input_value("#noi_dung") == text


def test_a_new_table_is_made_by_keyboard_alone(area: Any) -> None:
    editor = open_editor(area, "1. A\n- b", 4)
    assert editor.get_by_role("heading").inner_text() == "Bảng mới"
    for text, key in [
        ("TT", "Tab"),
        ("Việc", "Tab"),
        ("Ai", "Tab"),
        ("1", "ArrowRight"),
        ("Họp", "ArrowDown"),
        ("Báo cáo", "Enter"),
        ("Gửi", "Enter"),
    ]:
        area.keyboard.insert_text(text)
        area.keyboard.press(key)
    assert cells(area) == [["TT", "Việc", "Ai"], ["1", "Họp", ""], ["", "Báo cáo", ""], ["", "Gửi", ""], ["", "", ""]]
    area.keyboard.press("ArrowUp")
    area.keyboard.press("ArrowUp")
    area.keyboard.press("End")
    area.keyboard.press("Shift+Enter")
    area.keyboard.insert_text("tháng | quý")
    press(area, "Đưa vào bài")
    assert area.input_value("#noi_dung") == (
        "1. A\n\n| TT | Việc | Ai |\n|---|---|---|\n"
        "| 1 | Họp | |\n| | Báo cáo<br>tháng \\| quý | |\n| | Gửi | |\n| | | |\n\n- b"
    )


def test_rows_and_columns_are_added_moved_and_removed(area: Any) -> None:
    open_editor(area, BUDGET, 3)
    area.get_by_label("Hàng 3, cột 2").click()
    press(area, "Hàng lên")
    assert [row[1] for row in cells(area)] == ["Nội dung", "Nước uống", "In ấn"]
    press(area, "Cột sang phải")
    press(area, "+ Cột")
    press(area, "Xóa cột")
    press(area, "+ Hàng")
    press(area, "Xóa hàng")
    area.get_by_label("Căn chữ của cột").select_option("center")
    area.get_by_label("Độ rộng cột").fill("5")
    area.keyboard.press("Tab")
    assert area.locator("dialog [role=status]").inner_text() == "Đã đổi độ rộng cột."
    press(area, "Đưa vào bài")
    table = parse(area.input_value("#noi_dung")).outline.children[0]
    assert isinstance(table, Table)
    assert len(table.header) == 1
    assert len(table.rows) == 2
    assert table.widths[2] == 5 or table.aligns[2] == "center"


def test_a_column_is_summed_and_said_in_words(area: Any) -> None:
    open_editor(area, f"Kinh phí:\n\n{BUDGET}\n\nHết.", 15)
    area.get_by_label("Hàng 2, cột 3").click()
    press(area, "Cộng cột này")
    assert cells(area)[-1] == ["", "**Tổng cộng**", "**2.000.000**"]
    press(area, "Cộng cột này")
    assert len(cells(area)) == 4
    press(area, "Ghi tổng bằng chữ")
    area.locator("dialog [role=status]", has_text="Hai triệu đồng").wait_for()
    assert area.get_by_label("Dòng dưới bảng").input_value() == "Bằng chữ: Hai triệu đồng."
    press(area, "Đưa vào bài")
    assert area.input_value("#noi_dung").endswith(
        "| | **Tổng cộng** | **2.000.000** |\n\nBằng chữ: Hai triệu đồng.\n\nHết."
    )
    open_editor(area, area.input_value("#noi_dung").replace("(đồng)", "(triệu đồng)").replace("500.000 |", "1,5 |"), 15)
    assert area.get_by_label("Dòng dưới bảng").input_value() == "Bằng chữ: Hai triệu đồng."
    area.get_by_label("Hàng 2, cột 3").click()
    press(area, "Ghi tổng bằng chữ")
    area.locator("dialog [role=status]", has_text="nghìn").wait_for()
    press(area, "Đưa vào bài")
    assert area.input_value("#noi_dung").count("Bằng chữ") == 1


def test_a_block_from_a_sheet_fills_the_cells(area: Any) -> None:
    open_editor(area, ONE, 3)
    area.get_by_label("Hàng 2, cột 2").focus()
    area.evaluate(
        """() => {
          const data = new DataTransfer();
          data.setData('text/plain', 'a|b\\t1.000\\r\\nc\\t2.000\\r\\n');
          const how = {clipboardData: data, bubbles: true, cancelable: true};
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', how));
        }"""
    )
    assert cells(area) == [["TT", "Nội dung", ""], ["1", "a|b", "1.000"], ["", "c", "2.000"]]


def test_leaving_with_changes_is_asked_about_once(area: Any) -> None:
    editor = open_editor(area, ONE, 3)
    area.get_by_label("Hàng 2, cột 1").fill("9")
    area.keyboard.press("Escape")
    assert "Bấm Esc lần nữa" in area.locator("dialog [role=status]").inner_text()
    area.keyboard.press("Escape")
    editor.wait_for(state="detached")
    assert area.input_value("#noi_dung") == ONE


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 360])
def test_axe_finds_nothing_and_nothing_runs_over_the_edge(address: str, browser: Any, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector("[data-ready]", state="attached")
    for opened in (False, True):
        if opened:
            open_editor(page, BUDGET, 3)
        page.evaluate(AXE.read_text("utf-8"))
        found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", RULES)
        assert [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in found["violations"]] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        assert page.evaluate("(d => !d || d.scrollWidth <= d.clientWidth)(document.querySelector('dialog'))")
    context.close()
