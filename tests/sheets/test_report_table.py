"""Reports written row by row are workbooks like others."""

from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from docgen.sheets.read import read
from docgen.sheets.report_table import write_table

COLUMNS = (("Hàng", 10), ("Vì sao & <nào>", 40))


def written(rows: list[tuple[str, str]]) -> bytes:
    out = io.BytesIO()
    write_table(out, COLUMNS, iter(rows), "Báo cáo")
    return out.getvalue()


@given(st.lists(st.tuples(st.text("=+-01ab Đứ\"'<&>\n", max_size=9), st.text(max_size=9)), max_size=5))
def test_what_is_written_is_read_back(rows: list[tuple[str, str]]) -> None:
    sheet = load_workbook(io.BytesIO(written(rows)))["Báo cáo"]

    assert [cell.value for cell in sheet[1]] == [name for name, _ in COLUMNS]
    for number, row in enumerate(rows, start=2):
        for cell, text in zip(sheet[number], row, strict=True):
            shown = "".join(sign if sign >= " " or sign in "\t\n\r" else "\ufffd" for sign in text)
            shown = "".join("\ufffd" if sign in "\ufffe\uffff" else sign for sign in shown)
            assert (cell.value or "") == shown.replace("\r\n", "\n").replace("\r", "\n")
            assert cell.data_type != "f"


def test_it_looks_as_a_report_should() -> None:
    sheet = load_workbook(io.BytesIO(written([("01", "một\nhai")])))["Báo cáo"]

    assert sheet.freeze_panes == "A2"
    assert (sheet["A1"].font.b, sheet["A1"].fill.fgColor.rgb) == (True, "FFDCE6EE")
    assert (sheet["A2"].value, sheet["A2"].number_format) == ("01", "@")
    assert (sheet["A2"].alignment.wrap_text, sheet["B2"].alignment.wrap_text) == (None, True)
    assert sheet.column_dimensions["B"].width == 40


def test_it_is_a_sheet_docgen_reads_and_equal_rows_give_equal_bytes() -> None:
    rows = [("1", "x"), ("2", "")]

    assert written(rows) == written(rows)
    assert [[cell.text for cell in row.cells] for row in read(written(rows), "x.xlsx")] == [["1", "x"], ["2", ""]]


def test_many_rows_are_written_in_order() -> None:
    rows = [(str(number), "") for number in range(1500)]

    assert [row.cells[0].text for row in read(written(rows), "x.xlsx")] == [str(number) for number in range(1500)]
