"""Names of files: from any column or field, safe everywhere, never two alike."""

from __future__ import annotations

import pytest

from docgen.batch.naming import Names, folded, pattern, usual
from docgen.errors import InputFaults
from tests.intake.units import PLAN, rows

SHEET = 'Tên đơn vị;so;ky.ho_ten;ten_tep\nXã Đắk Lắk;5;Trần Đ;riêng.docx\n"Xã <A>: ""B""/C";;;\n'


def name(wanted: str, at: int = 0) -> str:
    found = rows(PLAN, SHEET)
    row = found.sheet.rows[at]
    return Names(pattern(wanted), found.recipe).of(found.cells(row), at + 1, row.dong)


@pytest.mark.parametrize(
    ("wanted", "called"),
    [
        ("{so:03}-{ten_don_vi}.docx", "005-Xã Đắk Lắk.docx"),
        ("{so:03}-{ten_don_vi|khong-dau}", "005-xa-dak-lak.docx"),
        ("{tt:04} {hang} {Tên đơn vị}", "0001 2 Xã Đắk Lắk.docx"),
        ("{ky.ho_ten}, {dia_danh}, {co_quan.ten}", "Trần Đ, An Thịnh, ỦY BAN NHÂN DÂN XÃ AN THỊNH.docx"),
        ("{ten_tep}", "riêng.docx"),
        ("{ten_don_vi:03}", "Xã Đắk Lắk.docx"),
        ("cố định", "cố định.docx"),
        ("con", "van-ban con.docx"),
    ],
)
def test_a_name_is_made_of_columns_and_fields(wanted: str, called: str) -> None:
    assert name(wanted) == called


def test_a_name_is_safe_and_never_too_long() -> None:
    assert name("{ten_don_vi}", 1) == "Xã -A--B-C.docx"
    assert len(name("x" * 400)) <= 130


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("{ten_donvi}", "Có phải là {ten_don_vi}?"),
        ("{so} {zzz}", "Dùng được: "),
    ],
)
def test_an_unknown_name_is_asked_back(wanted: str, told: str) -> None:
    with pytest.raises(InputFaults) as caught:
        name(wanted)
    assert caught.value.faults[0].noi == "--name"
    assert told in caught.value.faults[0].sua


@pytest.mark.parametrize("wanted", ["", "  .docx", "a/b", "a\\b", "{so", "so}", "{so:x}", "{so|hoa}"])
def test_a_malformed_pattern_is_refused(wanted: str) -> None:
    with pytest.raises(InputFaults):
        pattern(wanted)


@pytest.mark.parametrize(
    ("header", "count", "wanted"),
    [
        (["so", "Tên đơn vị"], 40, "{tt:03}-{ten_don_vi}"),
        (["so", "dia_danh"], 3321, "{tt:04}-{dia_danh}"),
        (["so"], 3, "{tt:03}"),
        (["ten_don_vi", "Tên tệp"], 3, "{ten_tep}"),
    ],
)
def test_without_a_pattern_there_is_a_sensible_one(header: list[str], count: int, wanted: str) -> None:
    assert usual(header, count) == wanted


def test_windows_and_macos_do_not_see_the_size_of_letters() -> None:
    assert folded("XÃ A.docx") == folded("xã a.docx")
