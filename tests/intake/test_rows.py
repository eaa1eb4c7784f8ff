"""Every fault of every row is told at its cell; what all rows share is told once, at its place in the plan."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import Fault, InputFaults
from docgen.intake.assemble import assemble
from docgen.intake.rows import read_rows
from docgen.sheets.table import Cell, Row, Sheet
from tests.intake.papers import SMALL
from tests.intake.units import KINDS, PLAN, places, rows, sheet, told


def raws(plan: dict[str, Any], text: str, *used: str) -> list[dict[str, Any]]:
    found = rows(plan, text, *used)
    assert not told(found.faults)
    return [found.raw(row) for row in found.sheet]


def test_a_row_gives_the_plan_its_values() -> None:
    one, two = raws(PLAN, "Tên đơn vị;so;ky.ho_ten\nXã An Thịnh;05;Trần Minh Khôi\nXã Bình Yên;;\n")

    assert (one["so"], one["ky"]) == ("05", {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Trần Minh Khôi"})
    assert one["kinh_gui"] == ["UBND Xã An Thịnh"]
    assert one["noi_dung"] == "I. MỤC ĐÍCH\n- Việc của Xã An Thịnh.\nXã An Thịnh báo cáo."
    assert "so" not in two
    assert two["ky"] == {"chuc_vu": "CHỦ TỊCH"}
    assert PLAN["ky"] == {"chuc_vu": "CHỦ TỊCH"}
    assert two["noi_nhan"] is PLAN["noi_nhan"]


def test_empty_means_as_the_plan_has_it_and_emptied_means_nothing() -> None:
    plan = {**SMALL, "mo_dau": "Có lời", "can_cu": ["Luật"]}
    one, two, three = raws(plan, "mo_dau;can_cu;dia_danh\n;;A\n(trống);(Trống);B\nKhác;một|hai;C\n")

    assert (one["mo_dau"], one["can_cu"]) == ("Có lời", ["Luật"])
    assert (two["mo_dau"], two["can_cu"]) == (None, None)
    assert (three["mo_dau"], three["can_cu"]) == ("Khác", ["một", "hai"])
    assert assemble(two, KINDS).document.mo_dau is None


def test_lists_have_bars_or_lines_and_choices_a_code_or_a_label() -> None:
    text = 'so;co_quan.ten;do_khan;co_quan.loai\n1;"MỘT\nHAI | BA";hỏa tốc;doan\n2;;khan;\n'
    one, two = raws(SMALL, text)

    assert one["co_quan"]["ten"] == ["MỘT", "HAI", "BA"]
    assert (one["do_khan"], one["co_quan"]["loai"]) == ("hoa-toc", "doan")
    assert (two["do_khan"], two["co_quan"]) == ("khan", SMALL["co_quan"])


def test_cells_of_fields_have_places_too_and_may_use_fields() -> None:
    plan = {**SMALL, "mo_dau": "Kính gửi {{dia_danh}} số {{so}}"}
    text = "xa;so;dia_danh;trich_yeu;ket_thuc\nXã *A*;07;;Về {{xa}};Do {{xa}} làm\n"
    (one,) = raws(plan, text)

    assert one["trich_yeu"] == "Về Xã *A*"
    assert one["ket_thuc"] == r"Do Xã \*A\* làm"
    assert one["mo_dau"] == "Kính gửi An Thịnh số 07"


def test_a_fault_stands_at_the_cell_that_gives_the_field() -> None:
    text = (
        "ten_don_vi;so;ngay;do_khan;co_quan.ten;dia_danh\n"
        "Xã A;1;05/11/2026;khan;XÃ A;A\n"
        "Xã B;năm;30/02/2026;gấp;XÃ B;B\n"
        f"Xã C;3;;;XÃ C|{'C' * 501};C\n"
    )
    assert places(rows(PLAN, text).faults) == [
        "Units.csv!B3",
        "Units.csv!C3",
        "Units.csv!D3",
        "Units.csv!E4, Tên cơ quan ban hành (co_quan.ten[2])",
    ]


def test_what_a_row_lacks_is_told_where_it_would_stand() -> None:
    plan = {name: value for name, value in PLAN.items() if name != "dia_danh"}
    found = rows(plan, "ten_don_vi;dia_danh\nXã A;A\nXã B;\n")
    assert places(found.faults) == ["Units.csv!B3"]
    assert "Địa danh" in next(fault for fault in found.faults if fault.nang == "loi").loi


def test_a_fault_of_a_row_as_a_whole_names_the_row_and_the_field() -> None:
    plan = {name: value for name, value in PLAN.items() if name != "ky"}
    found = rows(plan, "ten_don_vi;ky.quyen_han\nXã A;TM. ỦY BAN NHÂN DÂN\nXã B;\n")
    assert places(found.faults)[-1] == "Units.csv!3, Chức vụ của người ký (ky.chuc_vu)"


def test_a_fault_of_the_plan_is_told_once_at_its_place() -> None:
    plan = {**PLAN, "noi_nhan": [], "ky": {"chuc_vu": "x" * 501}, "so": "một"}
    found = read_rows(
        plan,
        sheet("ten_don_vi;dia_danh\n" + "".join(f"Xã {at};X\n" for at in range(40))),
        KINDS,
        lambda fault: Fault(f"kh.yaml, {fault.noi}", fault.loi),
    )
    assert sorted(places(found.faults)) == ["kh.yaml, ky.chuc_vu", "kh.yaml, noi_nhan", "kh.yaml, so"]


def test_what_a_text_of_the_plan_leads_to_in_every_row_is_told_once() -> None:
    plan = {**PLAN, "ket_thuc": "{{ten_don_vi}} thi hành./", "dia_danh": "{{ten_don_vi}}" + "x" * 600}
    found = rows(plan, "ten_don_vi;ngay\nXã A;01/11/2026\nXã B;hôm qua\nXã C;03/11/2026\n")
    assert places(found.faults) == ["dia_danh", "Units.csv!B3"]
    noted = places(rows({**plan, "dia_danh": "A"}, "ten_don_vi\nXã A\nXã B\n").faults, "nhac")
    assert [noi for noi in noted if "ket_thuc" in noi] == ["ket_thuc"]


def test_a_cell_that_holds_an_error_is_told_with_all_the_others_and_leads_to_nothing_else() -> None:
    given = Sheet(
        "Units",
        tuple(Cell(ten, 1, cot) for cot, ten in enumerate(("ten_don_vi", "ngay"), start=1)),
        (Row(2, ("", "hôm qua")), Row(3, ("Xã B", ""))),
        (Fault("Units!A2", "Ô này đang báo lỗi #N/A."), Fault("Units!B3", "Ô này đang báo lỗi #REF!.")),
    )
    plan = {name: value for name, value in PLAN.items() if name != "ngay"}
    found = read_rows(plan, given, KINDS, lambda fault: fault)
    assert places(found.faults) == ["Units!A2", "Units!B2", "Units!B3"]


def test_a_date_that_excel_holds_as_a_number_is_told_as_what_it_is() -> None:
    header = tuple(Cell(ten, 1, cot) for cot, ten in enumerate(("ten_don_vi", "ngay"), start=1))
    numbers = [Row(2, ("Xã A", "46331"), ("text", "number")), Row(3, ("Xã A", "2026"), ("text", "number"))]
    given = Sheet("Units", header, (*numbers, Row(4, ("Xã A", "46331"))))
    found = [fault for fault in read_rows(PLAN, given, KINDS, lambda fault: fault).faults if fault.nang == "loi"]
    assert [fault.noi for fault in found] == ["Units!B2", "Units!B4"]
    assert "05/11/2026" not in found[1].loi
    assert "có lẽ là ngày 05/11/2026" in found[0].loi


def test_a_fault_of_a_text_stands_at_the_cell_it_takes_words_from() -> None:
    found = rows({**SMALL, "dia_danh": "{{xa}}, tỉnh"}, f"xa;so\nA;1\n{'B' * 500};2\n")
    assert places(found.faults) == ["Units.csv!A3, Địa danh (dia_danh)"]


@pytest.mark.parametrize(
    ("text", "at", "loi"),
    [
        ('ten_don_vi\n"Xã A\nXã B"\n', "A2", "nhiều dòng"),
        ("ten_don_vi;so\n;5\n", "A2", "trống"),
        ("ten_don_vi;mo_dau\nXã A;theo {{ten_don_vj}}\n", "B2", "không có cột “ten_don_vj”"),
        ("ten_don_vi;mo_dau\nXã A;theo {{ten_don_vi\n", "B2", "không có }}"),
    ],
)
def test_a_cell_that_cannot_be_put_into_a_text_is_told(text: str, at: str, loi: str) -> None:
    found = [fault for fault in rows(PLAN, text).faults if fault.nang == "loi"]
    assert [fault.noi for fault in found] == [f"Units.csv!{at}"]
    assert loi in found[0].loi


def test_a_cell_with_places_is_not_put_into_another_text() -> None:
    found = rows({**PLAN, "mo_dau": "Theo {{trich_yeu}}"}, "ten_don_vi;trich_yeu\nXã A;Về {{ten_don_vi}}\n")
    assert places(found.faults) == ["Units.csv!B2"]


def test_an_unknown_place_is_told_where_the_plan_has_it() -> None:
    plan = {**SMALL, "noi_dung": "I. MỘT\n- {{ten_donvi}} và {{hoàn toàn khác}}", "trich_yeu": "Về {{x"}
    found = [fault for fault in rows(plan, "ten_don_vi;so\nA;1\n").faults if fault.nang == "loi"]
    assert [(fault.noi, fault.dong) for fault in found] == [("trich_yeu", None), ("noi_dung", 2), ("noi_dung", 2)]
    assert "{{ten_don_vi}}" in found[1].sua
    assert "ten_don_vi, so" in found[2].sua


def test_a_misspelt_header_is_told_alone_and_not_what_follows_from_it() -> None:
    plan = {name: value for name, value in PLAN.items() if name != "dia_danh"}
    assert places(rows(plan, "ten_don_vi;dia_dahn\nXã A;A\nXã B;B\n").faults) == ["Units.csv!B1"]


def test_a_sheet_without_rows_is_told() -> None:
    assert places(rows(PLAN, "ten_don_vi\n").faults) == ["Units.csv"]


@pytest.mark.parametrize("plan", [{}, {"loai": "ke-hoch"}, {"loai": ["x"]}])
def test_a_plan_of_no_kind_is_refused(plan: dict[str, Any]) -> None:
    with pytest.raises(InputFaults, match="loại văn bản"):
        rows(plan, "so\n1\n")


def test_a_group_that_is_none_is_told_of_the_plan() -> None:
    found = rows({**SMALL, "ky": "Nguyễn Văn A"}, "ky.ho_ten;so\nTrần B;1\nTrần C;2\n")
    assert "ky" in {fault.noi.rpartition(", ")[2] for fault in found.faults if fault.nang == "loi"}


cells = {
    "so": st.sampled_from(["", "5", "05", "x", "(trống)"]),
    "ngay": st.sampled_from(["", "05/11/2026", "31/02/2026", "2026"]),
    "co_quan.loai": st.sampled_from(["", "doan", "dang", "gì"]),
    "ky.chuc_vu": st.sampled_from(["", "CHỦ TỊCH", "(trống)", "C" * 501]),
    "ky.quyen_han": st.sampled_from(["", "TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]),
    "can_cu": st.sampled_from(["", "Luật|Nghị định", "(trống)"]),
    "noi_dung": st.sampled_from(["", "I. A\n- b", "|a|\n|--|\n", "(trống)"]),
    "noi_nhan": st.sampled_from(["", "Như trên", "(trống)", "x" * 600]),
    "the_thuc": st.sampled_from(["", "doan", "nd30"]),
    "don_vi": st.sampled_from(["Xã A", "Xã *B*", "1. C"]),
}


@given(st.lists(st.fixed_dictionaries(cells), min_size=1, max_size=5), st.booleans())
def test_sharing_finds_the_faults_that_judging_each_row_in_full_finds(
    filled: list[dict[str, str]], with_appendix: bool
) -> None:
    plan: dict[str, Any] = {**SMALL, "mo_dau": "Giao {{don_vi}}", "noi_dung": "I. MỘT\n- {{don_vi}} làm."}
    if with_appendix:
        plan["phu_luc"] = [{"ten": "BIỂU", "noi_dung": "{{don_vi}}"}]
    head = list(cells)
    quoted = ['";"'.join(row[name] for name in head) for row in filled]
    found = rows(plan, ";".join(head) + "\n" + "".join(f'"{line}"\n' for line in quoted))
    wrong = {fault.noi.partition(", ")[0].rpartition("!")[2] for fault in found.faults if fault.nang == "loi"}
    for row in found.sheet:
        try:
            assemble(found.raw(row), KINDS)
            is_well = True
        except InputFaults:
            is_well = False
        of_row = {at for at in wrong if at.lstrip("ABCDEFGHIJ") == str(row.dong)}
        of_all = {at for at in wrong if not at[-1:].isdigit()}
        assert is_well == (not of_row and not of_all), (found.faults, found.raw(row))
