"""``docgen sheet`` and ``docgen batch`` as people use them."""

from __future__ import annotations

import re
import signal
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from docgen.batch.progress import Progress
from docgen.cli.tien_do import TienDo, loi, thoi_gian
from docgen.sheets.read import read
from tests.cli.office import PLAN, Office, started, until
from tests.papers.text import lines

OPEN = PLAN.replace("luu: VT", "luu: VT, {{ten_don_vi}}").replace("so: 5\n", "")


@pytest.fixture
def units(office: Office) -> Office:
    office.file("kh.yaml", OPEN)
    office.file("don-vi.csv", "ten_don_vi;so\n" + "".join(f"Xã {at};{at}\n" for at in range(1, 4)))
    return office


def test_the_sheet_of_a_plan_has_its_columns_and_is_read_back(units: Office) -> None:
    ran = units.run("sheet", "kh.yaml", "-o", "bang.xlsx")
    assert (ran.code, ran.out) == (0, "bang.xlsx\n")
    header = [cell.text for cell in read(units.folder / "bang.xlsx").header]
    assert header[0] == "ten_don_vi"
    assert {"so", "dia_danh", "ky.ho_ten", "co_quan.ten", "kinh_gui"} <= set(header)
    assert not {"noi_dung", "can_cu", "phu_luc", "loai", "noi_nhan"} & set(header)
    book = load_workbook(units.folder / "bang.xlsx")
    sheet = book.worksheets[0]
    at = header.index("dia_danh") + 1
    assert "Bình Dương" in sheet.cell(1, at).comment.text
    assert any("nha-nuoc" in one.formula1 for one in sheet.data_validations.dataValidation)
    assert sheet.cell(2, 1).value.startswith("Ví dụ:")


def test_the_sheet_of_a_kind(office: Office) -> None:
    assert office.run("sheet", "ke-hoach", "-o", "bang.xlsx").code == 0
    again = office.run("sheet", "ke-hoach", "-o", "bang.xlsx")
    assert again.code == 2
    assert "--de-len" in again.err
    assert office.run("sheet", "ke-hoach", "-o", "bang.xlsx", "--de-len").code == 0
    assert "Có phải là “ke-hoach”?" in office.run("sheet", "ke-hoac", "-o", "b.xlsx").err
    assert office.run("sheet", "ke-hoach", "-o", "b.csv").code == 2


def test_a_sheet_that_is_filled_in_is_a_batch(units: Office) -> None:
    units.run("sheet", "kh.yaml", "-o", "bang.xlsx")
    book = load_workbook(units.folder / "bang.xlsx")
    sheet = book.worksheets[0]
    header = [cell.value for cell in sheet[1]]
    for row, name in ((3, "Xã A"), (4, "Xã B")):
        sheet.cell(row, header.index("ten_don_vi") + 1).value = name
        sheet.cell(row, header.index("so") + 1).value = f"0{row}"
    book.save(units.folder / "bang.xlsx")
    ran = units.run("batch", "kh.yaml", "bang.xlsx", "-o", "ra", "--name", "{so:03}-{ten_don_vi}.docx")
    assert ran.code == 0, ran.err
    assert {"003-Xã A.docx", "004-Xã B.docx"} <= {path.name for path in (units.folder / "ra").iterdir()}


def test_a_batch_is_made_kept_and_reported(units: Office) -> None:
    first = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--zip", "--check", "1", "--verify", "1")
    assert first.code == 0, first.err
    assert first.out.splitlines() == ["ra/bao-cao.xlsx", "ra/bao-cao.jsonl", "ra/ra.zip"]
    assert "Đã làm 3 văn bản, giữ nguyên 0, hỏng 0." in first.err
    assert "làm văn bản: 3/3" in first.err
    assert "Đã xét thể thức 1 văn bản" in first.err
    second = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra")
    assert "Đã làm 0 văn bản, giữ nguyên 3, hỏng 0." in second.err


def test_a_dry_run_lists_and_writes_nothing(units: Office) -> None:
    before = units.names()
    ran = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--dry-run")
    assert (ran.code, ran.out.splitlines()) == (0, [f"ra/00{at}-Xã {at}.docx" for at in range(1, 4)])
    assert units.names() == before


def test_faults_are_told_and_marked_in_a_copy_of_the_sheet(units: Office) -> None:
    units.file("don-vi.csv", "ten_don_vi;so;dia_dahn\nXã 1;một;A\nXã 2;2;B\n")
    ran = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra")
    assert ran.code == 1
    assert ran.out == ""
    assert "Có 2 chỗ cần sửa; chưa làm văn bản nào:" in ran.err
    assert "don-vi.csv!B2: “một” không phải là số." in ran.err
    assert "don-vi.csv!C1" in ran.err
    assert "don-vi.can-sua.xlsx" in ran.err
    sheet = load_workbook(units.folder / "don-vi.can-sua.xlsx").worksheets[0]
    assert "không phải là số" in sheet["B2"].comment.text
    assert sheet["B2"].fill.fgColor.rgb.endswith("F4B6B6")
    assert sheet["B3"].comment is None

    written = (units.folder / "don-vi.can-sua.xlsx").read_bytes()
    units.file("don-vi.csv", "ten_don_vi;so\nXã 1;hai\n")
    again = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra")
    assert "muốn ghi đè thì thêm --de-len" in again.err
    assert (units.folder / "don-vi.can-sua.xlsx").read_bytes() == written
    units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--de-len")
    assert (units.folder / "don-vi.can-sua.xlsx").read_bytes() != written
    assert "ra" not in units.names()


def test_a_fault_of_the_plan_alone_marks_no_sheet(units: Office) -> None:
    units.file("kh.yaml", OPEN.replace("{{ten_don_vi}}", "{{ten_don_vj}}"))
    ran = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra")
    assert ran.code == 1
    assert re.search(r"kh\.yaml, luu, dòng \d+: Bảng không có cột “ten_don_vj”", ran.err)
    assert "can-sua" not in ran.err


def test_many_faults_are_told_as_far_as_anybody_reads(units: Office) -> None:
    units.file("don-vi.csv", "ten_don_vi;so\n" + "".join(f"Xã {at};x\n" for at in range(300)))
    ran = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra")
    assert "Có 300 chỗ cần sửa" in ran.err
    assert "… và 200 chỗ nữa." in ran.err


def test_another_worksheet_can_be_asked_for(units: Office) -> None:
    book = Workbook()
    book.active.title = "Bìa"
    sheet = book.create_sheet("Units")
    for row in (["ten_don_vi", "so"], ["Xã A", "x"]):
        sheet.append(row)
    book.save(units.folder / "bang.xlsx")
    ran = units.run("batch", "kh.yaml", "bang.xlsx", "-o", "ra", "--sheet", "Units")
    assert "Units!B2" in ran.err
    marked = load_workbook(units.folder / "bang.can-sua.xlsx")
    assert marked["Units"]["B2"].comment is not None
    assert "Các trang tính đang có" in units.run("batch", "kh.yaml", "bang.xlsx", "-o", "ra", "--sheet", "Khác").err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--check", "x"), "--check: “x” không phải là số lượng"),
        (("--workers", "0"), "--workers: “0”"),
        (("--verify", "all"), "--verify: “all”"),
        (("--engine", "cloud"), "Không có bộ chạy “cloud”"),
        (("--sheet", "Khác", "--name", "{zz}"), "--name"),
        ((), "thiếu"),
    ],
)
def test_a_wrong_command_is_told(words: tuple[str, ...], told: str, units: Office) -> None:
    ran = units.run("batch", "kh.yaml", "don-vi.csv", *(("-o", "ra", *words) if words else ()))
    assert ran.code in (1, 2)
    assert told in ran.err
    assert not list(units.folder.glob("ra/*.docx"))


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_well_and_the_run_can_be_resumed(workers: str, units: Office) -> None:
    units.file("don-vi.csv", "ten_don_vi;so\n" + "".join(f"Xã {at};{at}\n" for at in range(1, 601)))
    words = ("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--workers", workers)
    out: Path = units.folder / "ra"
    with started(*words, folder=units.folder) as ran:
        until(lambda: len(list(out.glob("*.docx"))) >= 3)
        ran.send_signal(signal.SIGINT)
        _, err = ran.communicate(timeout=60)
    assert ran.returncode == 130
    assert "thêm --resume" in err.decode()
    assert "Traceback" not in err.decode()
    assert not list(out.glob(".docgen-*.tmp"))
    assert 3 <= len(list(out.glob("*.docx"))) < 600
    refused = units.run(*words)
    assert refused.code == 1
    assert "--resume" in refused.err
    assert units.run(*words, "--resume").code == 0
    assert len(list(out.glob("*.docx"))) == 600


def test_progress_is_a_line_that_moves_on_a_terminal_and_some_lines_elsewhere(
    capsys: pytest.CaptureFixture[str],
) -> None:
    steps = [Progress("làm văn bản", at, 1000, 1 if at > 500 else 0, at / 20) for at in range(1001)]
    plain, moving = TienDo(moving=False), TienDo(moving=True)
    for step in steps:
        plain(step)
    lines = capsys.readouterr().err.splitlines()
    assert 10 <= len(lines) <= 12
    assert lines[-1] == "làm văn bản: 1.000/1.000, 1 chưa đạt, 20 mỗi giây"
    for step in steps[:-1]:
        moving(step)
    moving.clear()
    shown = capsys.readouterr().err
    assert shown.startswith("\rlàm văn bản: 0/1.000")
    assert shown.count("\n") == 1
    assert "còn khoảng 25 giây" in loi(steps[500])


@pytest.mark.parametrize(
    ("seconds", "said"), [(0.2, "1 giây"), (59.6, "1 phút 00 giây"), (3725, "1 giờ 02 phút"), (128, "2 phút 08 giây")]
)
def test_how_long_is_said_as_people_do(seconds: float, said: str) -> None:
    assert thoi_gian(seconds) == said


def test_all_copies_are_merged_into_one_file_to_print(units: Office) -> None:
    ran = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--workers", "1", "--merge", "in.docx")
    assert ran.code == 0
    assert ran.out.splitlines()[-1] == "in.docx"
    said = "\n".join(lines((units.folder / "in.docx").read_bytes()))
    assert [said.count(f"Lưu: VT, Xã {at}") for at in (1, 2, 3)] == [1, 1, 1]

    before = (units.folder / "in.docx").read_bytes()
    assert units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--workers", "1", "--merge", "in.docx").code == 0
    assert (units.folder / "in.docx").read_bytes() == before


def test_a_print_set_of_something_else_is_not_written_over(units: Office) -> None:
    units.file("in.docx", "của tôi")
    ran = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--workers", "1", "--merge", "in.docx")
    assert ran.code == 2
    assert "--de-len" in ran.err
    assert (units.folder / "in.docx").read_text(encoding="utf-8") == "của tôi"
    again = ("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--workers", "1", "--merge", "in.docx", "--de-len")
    assert units.run(*again).code == 0
    assert (units.folder / "in.docx").read_bytes().startswith(b"PK")


def test_a_print_set_needs_an_ending_it_can_have(units: Office) -> None:
    ran = units.run("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--merge", "in.txt")
    assert ran.code == 2
    assert ".docx hoặc .pdf" in ran.err
    assert not (units.folder / "ra").exists()


def test_merging_shows_how_far_it_is_and_a_place_it_cannot_have_is_told_before_anything_is_made(units: Office) -> None:
    words = ("batch", "kh.yaml", "don-vi.csv", "-o", "ra", "--workers", "1", "--merge")
    refused = units.run(*words, "khong-co/in.docx")
    assert refused.code == 2
    assert "Không có thư mục “khong-co”" in refused.err
    assert units.run(*words, "ra/001-Xã 1.docx").code == 2
    assert not (units.folder / "ra").exists()

    ran = units.run(*words, "ra/in.docx", "--verify", "2")
    assert ran.code == 0, ran.err
    assert "ghép thành một tệp: 3/3" in ran.err
    assert ran.err.splitlines()[-1] == "Đã đối chiếu 2 văn bản với cách làm chậm: không có gì khác."


@pytest.mark.parametrize("command", ["batch", "sheet"])
def test_the_help_is_in_vietnamese_throughout(command: str, units: Office) -> None:
    shown = units.run(command, "--help").out
    assert "Bắt buộc." in shown
    assert "required" not in shown
