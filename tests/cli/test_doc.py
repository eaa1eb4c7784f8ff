"""Reading papers back from the command line."""

from __future__ import annotations

import pytest

from docgen.pipeline import make
from tests.cli.office import PLAN, Office
from tests.importing.files import retyped, without_data

PASTED = """\
ỦY BAN NHÂN DÂN
XÃ AN THỊNH
Số: 05/KH-UBND
An Thịnh, ngày 05 tháng 01 năm 2026
KẾ HOẠCH
Phòng, chống dịch bệnh
I. MỤC ĐÍCH
- Nâng cao nhận thức.
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn A
"""


@pytest.fixture
def desk(office: Office) -> Office:
    office.file("ke-hoach.yaml", PLAN)
    assert office.run("make", "ke-hoach.yaml", "-o", "ke-hoach.docx").code == 0
    return office


def test_a_paper_comes_back_as_the_data_it_was_made_from(desk: Office) -> None:
    ran = desk.run("read", "ke-hoach.docx", "-o", "lai.yaml")

    assert (ran.code, ran.out) == (0, "lai.yaml\n")
    assert "chưa bị sửa" in ran.err
    assert desk.run("make", "lai.yaml", "-o", "lai.docx").code == 0
    assert (desk.folder / "lai.docx").read_bytes() == (desk.folder / "ke-hoach.docx").read_bytes()


def test_without_a_file_to_write_the_data_is_the_output(desk: Office) -> None:
    ran = desk.run("read", "ke-hoach.docx")

    assert ran.code == 0
    assert "ho_ten: Nguyễn Văn A" in ran.out
    assert "Đọc theo" not in ran.out


def test_a_word_file_made_by_docgen_is_made_again(desk: Office) -> None:
    assert desk.run("make", "ke-hoach.docx", "-o", "lai.docx").code == 0
    assert (desk.folder / "lai.docx").read_bytes() == (desk.folder / "ke-hoach.docx").read_bytes()


def test_what_was_edited_in_word_is_shown_and_taken(desk: Office) -> None:
    desk.file("sua.docx", retyped((desk.folder / "ke-hoach.docx").read_bytes(), "Nguyễn Văn A", "Trần Thị B"))
    ran = desk.run("read", "sua.docx")

    assert ran.code == 0
    assert "ho_ten: Trần Thị B" in ran.out
    assert "“Nguyễn Văn A” thành “Trần Thị B”" in ran.err
    assert desk.run("make", "sua.docx", "-o", "lai.docx").code == 0


def test_a_paper_of_others_is_read_but_not_made_unseen(desk: Office) -> None:
    desk.file("khac.docx", without_data((desk.folder / "ke-hoach.docx").read_bytes()))
    made = desk.run("make", "khac.docx", "-o", "lai.docx")

    assert made.code == 2
    assert "docgen read khac.docx" in made.err
    assert not (desk.folder / "lai.docx").exists()
    assert desk.run("read", "khac.docx").code == 0


def test_pasted_text_gives_data_and_says_what_was_recognised(desk: Office) -> None:
    desk.file("dan.txt", PASTED)
    ran = desk.run("read", "dan.txt", "-o", "dan.yaml")

    assert ran.code == 0
    assert "Nhận ra" in ran.err
    assert desk.run("make", "dan.yaml", "-o", "dan.docx").code == 0


def test_what_is_missing_is_asked_for_and_the_code_is_one(desk: Office) -> None:
    desk.file("thieu.txt", PASTED.replace("Phòng, chống dịch bệnh\n", "").replace("- Lưu: VT.\n", ""))
    ran = desk.run("read", "thieu.txt", "-o", "thieu.yaml")

    assert ran.code == 1
    assert "trich_yeu: Còn thiếu" in ran.err
    assert "luu:" in (desk.folder / "thieu.yaml").read_text(encoding="utf-8")


def test_nothing_is_overwritten_unasked(desk: Office) -> None:
    desk.file("co-roi.yaml", "của tôi")
    ran = desk.run("read", "ke-hoach.docx", "-o", "co-roi.yaml")

    assert ran.code != 0
    assert "--de-len" in ran.err
    assert (desk.folder / "co-roi.yaml").read_text(encoding="utf-8") == "của tôi"
    assert desk.run("read", "ke-hoach.docx", "-o", "co-roi.yaml", "--de-len").code == 0


@pytest.mark.parametrize(
    ("data", "told"), [(b"%PDF-1.7", "PDF"), (b"", "rỗng"), (b"PK\x03\x04hong", "hỏng"), (None, "Không có tệp này")]
)
def test_what_is_no_paper_is_refused_in_one_sentence(desk: Office, data: bytes | None, told: str) -> None:
    if data is not None:
        desk.file("la.docx", data)
    ran = desk.run("read", "la.docx")

    assert ran.code == 2
    assert told in ran.err
    assert "Traceback" not in ran.err


def test_python_reads_as_the_command_line_does(desk: Office) -> None:
    import docgen

    found = docgen.read(desk.folder / "ke-hoach.docx")

    assert make(found.built()).docx == (desk.folder / "ke-hoach.docx").read_bytes()
