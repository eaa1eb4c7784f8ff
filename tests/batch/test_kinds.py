"""Own answers of a kind are columns of a sheet like any other field: ``rieng.thoi_gian``."""

from __future__ import annotations

import pytest

from docgen import pipeline
from docgen.batch.run import run
from docgen.data_dir import find
from docgen.intake.dump import write as yaml
from docgen.intake.kind_files import load_kinds
from docgen.intake.sheet_columns import sheet_columns
from docgen.reading.read import read
from tests.batch.office import Office
from tests.papers.kinds_made import sample

ROWS = {
    "giay-moi": (
        "ten_don_vi;so;rieng.kinh_moi;rieng.thoi_gian",
        "Thôn Nà Mèo;37;Bà Lù Thị Mai|Các hộ dân;08 giờ 00, ngày 02 tháng 12 năm 2026",
        "Thôn Nà Pồng;38;Ông Vàng Văn Thào;",
    ),
    "cong-van": ("ten_don_vi;so;kinh_gui;rieng.dien_thoai", "Sở Y tế;129;Sở Y tế;0900 000 000", "Hai sở;130;A|B;"),
    "bien-ban": (
        "ten_don_vi;so;rieng.loai_hop;rieng.thanh_phan",
        "Thôn Nà Mèo;15;hoi-nghi;Ông A|Bà B",
        "Thôn Nà Pồng;16;;Ông C",
    ),
}


def office_of(office: Office, loai: str) -> Office:
    office.data.write_text(yaml(sample(loai)), encoding="utf-8")
    header, *rows = ROWS[loai]
    office.sheet(*rows, header=header)
    return office


@pytest.mark.parametrize("loai", ROWS)
def test_each_row_is_the_paper_that_make_would_give(office: Office, loai: str) -> None:
    plan = office_of(office, loai).prepare()
    result = run(plan, workers=1)

    assert (result.made, result.kept, result.failed) == (2, 0, 0)
    for job in plan.jobs:
        assert plan.path(job).read_bytes() == pipeline.make(plan.raw(job)).docx


def test_a_cell_of_an_own_list_is_a_list_and_an_empty_one_keeps_the_plans_answer(office: Office) -> None:
    plan = office_of(office, "giay-moi").prepare()
    run(plan, workers=1)
    first, second = ([para.text for para in read(plan.path(job).read_bytes()).paras] for job in plan.jobs)

    assert {"- Bà Lù Thị Mai;", "- Các hộ dân.", "Thời gian: 08 giờ 00, ngày 02 tháng 12 năm 2026."} <= set(first)
    assert "Ủy ban nhân dân xã An Thịnh trân trọng kính mời: Ông Vàng Văn Thào." in second
    assert "Thời gian: 08 giờ 00, thứ Ba, ngày 01 tháng 12 năm 2026." in second


@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        ("ten_don_vi;rieng.thoi_gain", "A;08 giờ 00", "rieng.thoi_gian"),
        ("ten_don_vi;rieng.loai_hop", "A;họp", "cuoc-hop (cuộc họp)"),
    ],
)
def test_a_wrong_column_or_choice_is_told_at_its_cell(office: Office, header: str, row: str, said: str) -> None:
    loai = "giay-moi" if "thoi" in header else "bien-ban"
    office.data.write_text(yaml(sample(loai)), encoding="utf-8")
    office.sheet(row, header=header)
    (fault,) = office.faults()
    assert fault.noi.startswith("don-vi.csv!B")
    assert said in fault.sua


@pytest.mark.parametrize("loai", ROWS)
def test_the_sheet_of_a_kind_has_a_column_for_each_own_answer_in_one_line(loai: str) -> None:
    form = load_kinds(find()).get(loai)
    columns = [column.ten for column in sheet_columns(form)]
    wanted = [q.ten for q in form.questions() if q.ten.startswith("rieng.") and q.kieu in ("line", "lines", "choice")]
    assert [name for name in columns if name.startswith("rieng.")] == wanted
