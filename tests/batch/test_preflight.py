"""Everything that could stop a batch is known before anything is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.batch.run import run
from docgen.errors import Unusable
from docgen.intake.dump import write as yaml
from tests.batch.office import PLAN, Office


def test_three_kinds_of_faults_are_found_at_their_cells_and_nothing_is_written(office: Office) -> None:
    office.sheet(
        *(f"Xã {at};{at};05/11/2026" for at in range(1, 30)),
        "Xã 30;ba mươi;05/11/2026",
        "Xã 31;31;31/11/2026",
        "Xã 7;32;",
        "Xã 33;7;05/11/2026",
        header="Tên đơn vị;so;ngay",
    )
    told = {fault.noi: fault.loi for fault in office.faults(name="{ten_don_vi}.docx")}

    assert set(told) == {f"don-vi.csv!{cell}" for cell in ("B31", "C32", "A33", "B34")}
    assert "trùng với tên tệp của don-vi.csv!A8" in told["don-vi.csv!A33"]
    assert "trùng với số ở don-vi.csv!B8" in told["don-vi.csv!B34"]
    assert not office.out.exists()


def test_faults_of_plan_sheet_pattern_and_files_come_together(office: Office) -> None:
    office.data.write_text(yaml({**PLAN, "mo_dau": "{{la}}", "luu": ""}), encoding="utf-8")
    office.sheet("Xã 1;1;x;", "Xã 2;;;thừa", header="ten_don_vi;so;dia_dahn;")
    places = [fault.noi for fault in office.faults(name="{kk}")]

    assert places == [
        "kh.yaml, mo_dau",
        "kh.yaml, luu",
        "--name",
        "don-vi.csv!C1",
        "don-vi.csv!D1",
    ]


@pytest.mark.parametrize("names", [("XÃ A", "xã a"), ("Xã\u00a0A", "Xã A"), ("A/B", "A:B")])
def test_names_that_some_system_takes_for_one_are_told(names: tuple[str, str], office: Office) -> None:
    office.sheet(*(f"{name};{at}" for at, name in enumerate(names, start=1)))
    assert [fault.noi for fault in office.faults(name="{ten_don_vi}")] == ["don-vi.csv!A3"]


def test_one_number_for_all_copies_is_that_of_the_plan(office: Office) -> None:
    office.data.write_text(yaml({**PLAN, "so": "12"}), encoding="utf-8")
    office.sheet("Xã 1", "Xã 2", header="ten_don_vi")
    assert len(office.prepare().jobs) == 2


@pytest.mark.parametrize("rows", [("A;5;XÃ A;2026", "B;5;XÃ B;2026"), ("A;5;XÃ A;2025", "B;5;XÃ A;2026")])
def test_another_issuer_or_year_has_numbers_of_its_own(rows: tuple[str, ...], office: Office) -> None:
    office.sheet(*rows, header="ten_don_vi;so;co_quan.ten;ngay")
    assert len(office.prepare().jobs) == 2


def test_a_file_in_the_way_is_told_before_the_run(office: Office) -> None:
    office.many(3)
    office.out.mkdir()
    (office.out / "002-Xã 2.docx").write_text("của tôi")

    assert [Path(fault.noi).name for fault in office.faults()] == ["002-Xã 2.docx"]
    assert len(office.prepare(replace=True).jobs) == 3


def test_the_key_of_a_copy_tells_what_it_is_made_of(office: Office) -> None:
    office.sheet("A;1;x", "B;2;y", header="ten_don_vi;so;ghi_rieng")
    first = office.prepare()
    office.sheet("A;1;z", "B;3;y", header="ten_don_vi;so;ghi_rieng")
    second = office.prepare()
    assert first.jobs[0].key == second.jobs[0].key
    assert first.jobs[1].key != second.jobs[1].key
    office.data.write_text(yaml({**PLAN, "dia_danh": "Nơi khác"}), encoding="utf-8")
    assert office.prepare().jobs[0].key != first.jobs[0].key


def test_a_paper_that_docgen_made_can_be_the_plan(office: Office) -> None:
    office.data.write_text(yaml({**PLAN, "kinh_gui": [], "luu": "VT"}), encoding="utf-8")
    office.sheet("A;1")
    plan = office.prepare()
    run(plan)
    office.data = plan.path(plan.jobs[0])
    office.sheet("Xã B;2")
    assert office.prepare(name="moi").raw(office.prepare(name="moi").jobs[0])["so"] == "2"


def test_what_cannot_be_read_is_refused(office: Office) -> None:
    with pytest.raises(Unusable):
        office.prepare()
    office.many(1)
    office.data.unlink()
    with pytest.raises(Unusable):
        office.prepare()


def test_a_file_where_the_folder_should_be_is_told(office: Office) -> None:
    office.many(2)
    office.out.write_text("x", encoding="utf-8")
    with pytest.raises(Unusable, match="không phải thư mục"):
        office.prepare()
