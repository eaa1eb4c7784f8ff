"""A header is understood by name or label; what is nearly one is asked back."""

from __future__ import annotations

import pytest

from docgen.intake.columns import key, read_columns, slug
from tests.intake.units import FORM, places, sheet


@pytest.mark.parametrize(
    ("header", "ten"),
    [
        ("dia_danh", "dia_danh"),
        ("Địa danh", "dia_danh"),
        ("ĐỊA DANH", "dia_danh"),
        ("dia danh", "dia_danh"),
        ("ky.ho_ten", "ky.ho_ten"),
        ("Họ và tên người ký", "ky.ho_ten"),
        ("Số", "so"),
        ("Cơ quan ban hành thuộc khối nào?", "co_quan.loai"),
        ("Lưu", "luu"),
    ],
)
def test_a_field_is_known_by_its_name_and_by_its_label(header: str, ten: str) -> None:
    columns, faults = read_columns(sheet(f"{header};ten_tep\nx;y\n"), FORM)

    assert not faults
    assert columns.heads[0].ten == ten
    assert columns.heads[0].kieu is not None


def test_a_column_of_its_own_has_the_folded_header_as_its_name() -> None:
    columns, faults = read_columns(sheet("Tên đơn vị\nXã An Thịnh\n"), FORM, {"ten_don_vi"})

    assert not faults
    assert [(head.ten, head.kieu) for head in columns.heads] == [("ten_don_vi", None)]
    for name in ("ten_don_vi", "Tên đơn vị", "tên ĐƠN vị"):
        assert columns.find(name) is columns.heads[0]


def test_a_column_nobody_uses_is_told_and_kept() -> None:
    columns, faults = read_columns(sheet("ghi_chu_rieng;so\nx;1\n"), FORM)

    assert [(fault.noi, fault.nang) for fault in faults] == [("Units.csv!A1", "nhac")]
    assert len(columns.heads) == 2


@pytest.mark.parametrize(
    ("header", "meant"),
    [("dia_dahn", "dia_danh"), ("ky.hoten", "ky.ho_ten"), ("ho_ten", "ky.ho_ten"), ("Địa dannh", "dia_danh")],
)
def test_a_header_that_is_nearly_a_name_is_asked_back(header: str, meant: str) -> None:
    columns, faults = read_columns(sheet(f"so;{header}\n1;x\n"), FORM)

    assert places(faults) == ["Units.csv!B1"]
    assert f"Có phải là “{meant}”?" in faults[0].sua
    assert columns.doubted == {meant}


def test_a_name_that_a_text_uses_is_no_misspelling() -> None:
    columns, faults = read_columns(sheet("so_dan\n1200\n"), FORM, {"so_dan"})

    assert not faults
    assert columns.heads[0].ten == "so_dan"


def test_headers_that_repeat_lack_or_cannot_be_are_told_with_their_cells() -> None:
    text = "so;Số;;phu_luc;loai;!!!;don vi;Đơn vị\n1;2;lạc;x;y;z;a;b;thừa\n1;2\n"
    _, faults = read_columns(sheet(text), FORM, {"don_vi"})

    assert places(faults) == [f"Units.csv!{cell}" for cell in ("B1", "C1", "D1", "E1", "F1", "H1", "I2")]
    assert "A1" in faults[0].loi
    assert "C2" in faults[1].loi


def test_empty_columns_at_the_end_are_nothing() -> None:
    assert read_columns(sheet("so;;\n1;;\n"), FORM)[1] == []


def test_names_have_in_common_what_is_said() -> None:
    assert key("Tên  ĐƠN-vị (xã)") == "ten don vi xa"
    assert slug("Tên đơn vị") == "ten_don_vi"


def test_letters_that_changed_places_are_seen_in_short_names() -> None:
    _, faults = read_columns(sheet("ngya;so\n5/11/2026;1\n"), FORM)
    assert [("ngay" in fault.sua, fault.nang) for fault in faults] == [(True, "loi")]
