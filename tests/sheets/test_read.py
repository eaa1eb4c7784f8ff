"""Tables come in as text, with the addresses people see."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from docgen.errors import Unusable
from docgen.sheets.read import names, read
from docgen.sheets.table import Sheet, column_letters

WORDS = "ten_don_vi;so\nXã An Thịnh;05\nPhường Điện Biên Phủ;6\n"


def said(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet]


def xlsx(rows: list[list[Any]], formats: dict[str, str] | None = None, title: str = "Units") -> bytes:
    book = Workbook()
    sheet: Any = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    for address, form in (formats or {}).items():
        sheet[address].number_format = form
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        WORDS.encode("utf-8-sig"),
        WORDS.encode("utf-16"),
        WORDS.replace(";", ",").encode(),
        WORDS.replace(";", "\t").encode(),
        WORDS.replace("\n", "\r\n").encode(),
        ("\n\n" + WORDS).encode(),
    ],
    ids=["utf-8", "bom", "utf-16", "commas", "tabs", "crlf", "blank rows first"],
)
def test_a_csv_is_read_however_it_was_saved(data: bytes) -> None:
    sheet = read(data, "don-vi.csv")

    assert [cell.text for cell in sheet.header] == ["ten_don_vi", "so"]
    assert said(sheet) == [["Xã An Thịnh", "05"], ["Phường Điện Biên Phủ", "6"]]


def test_quoted_cells_hold_separators_and_line_breaks_and_rows_keep_their_numbers() -> None:
    sheet = read(b'a;b\n"mot; hai\nba";4\n\n5;6\n', "x.csv")

    assert said(sheet) == [["mot; hai\nba", "4"], ["5", "6"]]
    assert sheet.place(sheet.rows[1].cells[1]) == "x.csv!B4"


def test_letters_that_are_put_together_become_one_sign() -> None:
    assert said(read("a\nHoa\u0300\n".encode(), "x.csv")) == [["Hoà"]]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"a;b\nX\xe3;1\n", "UTF-8"),
        (b"a\0b", "không phải tệp chữ"),
        (b"", "không có chữ nào"),
        (b";;\n;;\n", "không có chữ nào"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, told: str) -> None:
    with pytest.raises(Unusable, match=told):
        read(data, "x.csv")


def test_signs_that_no_paper_can_hold_are_named_with_their_cells() -> None:
    sheet = read("a;b\nx;y\u0007\n\u0001;z\n".encode(), "x.csv")

    assert [fault.noi for fault in sheet.faults] == ["x.csv!B2", "x.csv!A3"]
    assert said(sheet) == [["x", ""], ["", "z"]]


def test_a_quote_in_the_wrong_place_is_told_with_its_row() -> None:
    sheet = read(b'a;b\n"x"y;1\nz;2\n', "x.csv")

    assert [fault.noi for fault in sheet.faults] == ["x.csv!2"]
    assert said(sheet) == [["z", "2"]]


def test_a_worksheet_says_what_its_cells_show() -> None:
    when = datetime.datetime(2026, 11, 5)
    row = ["00123", 123, 390000000, 1500000, 0.125, 2.5, 0.1 + 0.2, when, datetime.time(7, 30), True, None]
    sheet = read(xlsx([["c"] * 11, row], {"B2": "00000", "D2": "#,##0", "E2": "0.0%", "F2": "0.00"}), "x.xlsx")
    assert said(sheet)[0] == [
        "00123",
        "00123",
        "390000000",
        "1.500.000",
        "12,5%",
        "2,50",
        "0,3",
        "05/11/2026",
        "07:30",
        "có",
        "",
    ]
    assert [cell.held for cell in sheet.rows[0].cells[:3]] == ["text", "number", "number"]


def test_formulas_without_a_value_and_cells_in_error_are_named() -> None:
    book = xlsx([["a", "b"], ["=A1", "x"], ["y", "#N/A"]])
    sheet = read(book, "x.xlsx")

    assert [(fault.noi, fault.loi[:21]) for fault in sheet.faults] == [
        ("Units!A2", "Ô này là công thức ch"),
        ("Units!B3", "Ô này đang báo lỗi #N"),
    ]
    assert said(sheet) == [["", "x"], ["y", ""]]


def worksheet(xml: str) -> bytes:
    """Make a workbook whose worksheet is this XML between ``<worksheet>`` and its end."""
    out = io.BytesIO()
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    with (
        zipfile.ZipFile(io.BytesIO(xlsx([["a"]]))) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            whole = f'<worksheet xmlns="{main}">{xml}</worksheet>'.encode()
            target.writestr(name, whole if name == "xl/worksheets/sheet1.xml" else source.read(name))
    return out.getvalue()


def words(address: str, text: str) -> str:
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


HEADER = f'<row r="1">{words("A1", "a")}{words("B1", "b")}</row>'


def test_a_formula_that_gives_the_empty_text_is_no_fault() -> None:
    empty = '<c r="B2" t="str"><f>IF(A1="","","")</f><v></v></c>'
    sheet = read(worksheet(f'<sheetData>{HEADER}<row r="2">{words("A2", "x")}{empty}</row></sheetData>'), "x.xlsx")

    assert (said(sheet), sheet.faults) == ([["x", ""]], ())


def test_rows_formatted_to_the_end_of_the_sheet_cost_nothing() -> None:
    blank = "".join(f'<row r="{dong}" ht="15" customHeight="1"/>' for dong in range(2, 1_048_576, 3))
    last = f'<row r="1048576">{words("A1048576", "z")}</row>'
    sheet = read(worksheet(f"<sheetData>{HEADER}{blank}{last}</sheetData>"), "x.xlsx")

    assert [(row.dong, row.cells[0].text) for row in sheet] == [(1_048_576, "z")]


def test_a_table_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.sheets.workbook.MAX_ROWS", 3)
    assert len(read(xlsx([["a"], ["1"], [None], ["2"]]), "x.xlsx").rows) == 2
    with pytest.raises(Unusable, match="quá 3 hàng"):
        read(xlsx([["a"], ["1"], ["2"], ["3"]]), "x.xlsx")


@pytest.mark.parametrize(
    ("ref", "told"),
    [
        ("A2:A3", ["Units!A2"]),
        ("A3:B3", ["Units!A3"]),
        ("A1:A2", ["Units!A1"]),
        ("A1:B1", []),
        ("C2:C3", []),
        ("A4:A9", []),
    ],
)
def test_merged_cells_among_the_data_are_told(ref: str, told: list[str]) -> None:
    data = f'<row r="2">{words("A2", "x")}</row><row r="3">{words("A3", "y")}</row>'
    book = worksheet(
        f'<sheetData>{HEADER}{data}</sheetData><mergeCells count="1"><mergeCell ref="{ref}"/></mergeCells>'
    )

    assert [fault.noi for fault in read(book, "x.xlsx").faults] == told


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    data = f'<row r="2" hidden="1">{words("A2", "x")}</row><row r="5" hidden="1"/><row r="6">{words("A6", "y")}</row>'
    columns = '<cols><col min="2" max="16384" width="9" hidden="1"/></cols>'
    sheet = read(worksheet(f"{columns}<sheetData>{HEADER}{data}</sheetData>"), "x.xlsx")

    assert said(sheet) == [["x", ""], ["y", ""]]
    assert [(fault.nang, fault.loi) for fault in sheet.faults] == [
        ("nhac", "Bảng có 1 hàng đang ẩn (2); docgen vẫn đọc các hàng ấy."),
        ("nhac", "Bảng có 1 cột đang ẩn (B); docgen vẫn đọc các cột ấy."),
    ]


def test_the_first_worksheet_that_is_seen_is_read_or_the_one_that_is_asked_for() -> None:
    book = Workbook()
    first: Any = book.active
    first.title, first.sheet_state = "Ẩn", "hidden"
    first.append(["không"])
    book.create_sheet("Danh sách").append(["a"])
    other = book.create_sheet("Khác")
    other.append(["b"])
    other.append(["2"])
    out = io.BytesIO()
    book.save(out)

    chosen = read(out.getvalue(), "x.xlsx")
    assert chosen.name == "Danh sách"
    assert [fault.loi for fault in chosen.faults] == [
        "Bảng có nhiều trang tính; đang dùng trang “Danh sách”, không dùng “Khác”."
    ]
    assert read(out.getvalue(), "x.xlsx", "Danh sách").faults == ()
    assert names(out.getvalue(), "x.xlsx") == ("Danh sách", "Khác")
    assert names(b"a;b\n", "x.csv") == ()
    assert said(read(out.getvalue(), "x.xlsx", "Khác")) == [["2"]]
    with pytest.raises(Unusable, match="“Ẩn”, “Danh sách”, “Khác”"):
        read(out.getvalue(), "x.xlsx", "Nữa")


def test_other_files_are_refused(tmp_path: Path) -> None:
    for name, data, told in [
        ("a.xls", b"\xd0\xcf\x11\xe0", "Excel Workbook"),
        ("a.pdf", b"%PDF", "Cần tệp"),
        ("a.xlsx", b"xin chao", "không phải là bảng tính"),
        ("b.xlsx", b"PK\x03\x04hong", "hỏng"),
    ]:
        (tmp_path / name).write_bytes(data)
        with pytest.raises(Unusable, match=told):
            read(tmp_path / name)
    with pytest.raises(Unusable, match="Không có tệp này"):
        read(tmp_path / "khong-co.csv")
    (tmp_path / "thu-muc.csv").mkdir()
    with pytest.raises(Unusable, match="thư mục"):
        read(tmp_path / "thu-muc.csv")


@given(st.integers(1, 20_000))
def test_column_letters_count_like_a_spreadsheet(cot: int) -> None:
    value = 0
    for letter in column_letters(cot):
        value = value * 26 + ord(letter) - 64
    assert value == cot


@given(st.lists(st.lists(st.text('abĐứ;,\t"\n 01', max_size=6), min_size=2, max_size=2), min_size=1, max_size=5))
def test_every_cell_of_a_csv_comes_in(rows: list[list[str]]) -> None:
    quoted = [";".join('"{}"'.format(text.replace('"', '""')) for text in row) for row in rows]
    sheet = read("\n".join(["x;y", *quoted]).encode(), "x.csv")

    wanted = [[text.strip(" \t\n") for text in row] for row in rows]
    assert said(sheet) == [row for row in wanted if any(row)]


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.replace(b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet', 1),
        lambda xml: xml.decode().encode("utf-16"),
    ],
    ids=["doctype", "utf-16"],
)
def test_traps_in_a_workbook_are_refused(change: Callable[[bytes], bytes]) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(xlsx([["a"], ["1"]]))) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if name == "xl/worksheets/sheet1.xml" else data)
    with pytest.raises(Unusable, match=r"sheet1\.xml"):
        read(out.getvalue(), "x.xlsx")
