"""Sheets to fill in, reports, and marked copies."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from docgen.errors import Fault
from docgen.sheets.marking import marked
from docgen.sheets.read import read
from docgen.sheets.table import Column
from docgen.sheets.writing import write

COLUMNS = [
    Column("ten_don_vi", "Tên đơn vị", vi_du="Xã An Thịnh", bat_buoc=True),
    Column("so", "Số", "Chỉ gõ chữ số.", vi_du="05"),
    Column("do_khan", "Độ khẩn", lua_chon=("Khẩn", "Hỏa tốc")),
]


def book(data: bytes) -> Any:
    return load_workbook(io.BytesIO(data)).active


def test_a_sheet_to_fill_in_has_text_columns_notes_lists_and_a_sample() -> None:
    sheet = book(write(COLUMNS))

    assert sheet.title == "Units"
    assert [cell.value for cell in sheet[1]] == ["ten_don_vi", "so", "do_khan"]
    assert "Bắt buộc." in sheet["A1"].comment.text
    assert sheet["B2"].number_format == sheet.column_dimensions["B"].number_format == "@"
    assert (sheet["A2"].value, sheet["B2"].value) == ("Ví dụ: Xã An Thịnh", "05")
    (offered,) = sheet.data_validations.dataValidation
    assert offered.formula1 == '"Khẩn,Hỏa tốc"'
    assert "C2" in offered.sqref


def test_the_sample_row_is_no_data() -> None:
    with_sample = read(write(COLUMNS), "x.xlsx")

    assert with_sample.rows == ()
    assert [cell.text for cell in with_sample.header] == ["ten_don_vi", "so", "do_khan"]


@given(st.lists(st.lists(st.text("=+-@abĐứ 01'\"<&\n", max_size=8), min_size=3, max_size=3), min_size=1, max_size=4))
def test_what_is_written_is_read_back(rows: list[list[str]]) -> None:
    wanted = [[text.strip(" \n") for text in row] for row in rows]
    found = read(write(COLUMNS, rows), "x.xlsx")

    assert [[cell.text for cell in row.cells] for row in found] == [row for row in wanted if any(row)]


def test_equal_tables_give_equal_bytes() -> None:
    assert write(COLUMNS, [["a", "01", ""]]) == write(COLUMNS, [["a", "01", ""]])


def test_a_marked_copy_has_a_comment_at_every_fault_and_leaves_the_file_alone(tmp_path: Path) -> None:
    path = tmp_path / "don-vi.xlsx"
    path.write_bytes(write(COLUMNS, [["Xã An Thịnh", "5x", "Khẩn"], ["Xã Bình An", "6", ""]]))
    before = path.read_bytes()
    told = {
        "B2": [Fault("Units!B2", "Số “5x” không phải là số.", "Chỉ gõ chữ số.")],
        "A3": [Fault("Units!A3", "Trùng tên.", nang="nhac")],
    }
    sheet = book(marked(path, "Units", told))

    assert sheet["B2"].comment.text == "Số “5x” không phải là số. Chỉ gõ chữ số."
    assert sheet["B2"].fill.fgColor.rgb != sheet["A3"].fill.fgColor.rgb
    assert sheet["A2"].comment is None
    assert path.read_bytes() == before


def test_a_csv_is_marked_as_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "don-vi.csv"
    path.write_text("so;ten\n05;Xã An Thịnh\n", encoding="utf-8")
    sheet = book(marked(path, "don-vi.csv", {"A2": [Fault("don-vi.csv!A2", "Trùng số.")]}))

    assert (sheet["A2"].value, sheet["B2"].value) == ("05", "Xã An Thịnh")
    assert sheet["A2"].comment.text == "Trùng số."
