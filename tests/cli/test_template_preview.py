"""``docgen template preview``: what a maintainer types, and what comes back."""

from __future__ import annotations

import pytest

from tests.cli.office import Office
from tests.workshop.templates import NAME, PLAN, STYLES, plan

libreoffice = pytest.mark.libreoffice
CASES = ("Ít nhất", "Thường gặp", "Dài nhất", "Danh sách trống", "Ký hiệu lạ", "200 dòng", "Tên dài")


@libreoffice
def test_look_accept_change_and_look_again(office: Office) -> None:
    office.file(NAME, PLAN.read_bytes())
    look = ("template", "preview", NAME, "--case", "thuong", "--case", "it-nhat")

    first = office.run(*look)
    assert first.code == 0
    assert first.out == (
        "ke-hoach.nd30.docx: Chưa có ảnh đã duyệt nào để so.\n"
        "  Ít nhất: 2 trang, chưa có ảnh để so\n  Thường gặp: 3 trang, chưa có ảnh để so\n"
    )
    assert (office.folder / "ke-hoach.nd30.xem" / "xem.html").is_file()
    assert not (office.folder / "ke-hoach.nd30.anh-duyet").exists()

    accepted = office.run(*look, "--accept")
    assert accepted.code == 0
    assert "Cả 2 trường hợp đều giống ảnh đã duyệt." in accepted.out
    assert "Đã duyệt, ảnh giữ trong ke-hoach.nd30.anh-duyet" in accepted.err

    office.file(NAME, plan(("Times New Roman", "Liberation Sans"), part=STYLES))
    moved = office.run(*look)
    assert moved.code == 1
    assert "2 trong 2 trường hợp có trang khác ảnh đã duyệt." in moved.out
    page = (office.folder / "ke-hoach.nd30.xem" / "xem.html").read_text(encoding="utf-8")
    assert page.count("<svg") >= 2 * (2 + 2)


@libreoffice
def test_every_case_is_looked_at_and_failed_ones_are_told_and_not_accepted(office: Office) -> None:
    office.file(NAME, plan(("{{ so_ky_hieu }}", "{{ phu_luc[0].ten }}")))

    ran = office.run("template", "preview", NAME, "--accept", "--accepted", "duyet", "-o", "xem")

    assert ran.code == 1
    assert all(f"  {ten}: " in ran.out for ten in CASES)
    assert "  Danh sách trống: không làm được\n    - ke-hoach.nd30.docx, thân văn bản, đoạn 11" in ran.out
    assert "  Thường gặp: 3 trang, không đổi" in ran.out
    assert accepted_cases(office) == {"thuong", "dai-nhat", "ky-hieu-la", "nhieu-dong", "ten-dai"}

    office.run("template", "preview", NAME, "--accept", "--accepted", "duyet", "-o", "xem", "--case", "thuong")
    assert accepted_cases(office) == {"thuong", "dai-nhat", "ky-hieu-la", "nhieu-dong", "ten-dai"}


def accepted_cases(office: Office) -> set[str]:
    return {path.name.partition(".")[0] for path in (office.folder / "duyet").iterdir()}


def test_a_template_that_cannot_be_filled_at_all(office: Office) -> None:
    office.file(NAME, plan(("{{ so_ky_hieu }}", "{{ so_ky_hieu")))

    ran = office.run("template", "preview", NAME)

    assert ran.code == 1
    assert ran.out.count("chưa đóng") == 1
    assert "Mọi trường hợp đều vướng:" in ran.out


def test_what_cannot_be_used(office: Office) -> None:
    office.file(NAME, b"khong phai Word")
    office.file("mau.docx", PLAN.read_bytes())

    broken = office.run("template", "preview", NAME)
    assert (broken.code, broken.out) == (2, "")
    missing = office.run("template", "preview", "khong-co.docx")
    assert (missing.code, missing.out) == (2, "")
    kind = office.run("template", "preview", "mau.docx", "--kind", "ke-hoch")
    assert (kind.code, kind.out) == (2, "")
    assert "ke-hoach" in kind.err
    case = office.run("template", "preview", "mau.docx", "--kind", "ke-hoach", "--case", "it-nhut")
    assert (case.code, case.out) == (2, "")
    assert "it-nhat (ít nhất)" in case.err
    unnamed = office.run("template", "preview", "mau.docx")
    assert (unnamed.code, unnamed.out) == (2, "")
    assert "--kind" in unnamed.err


def test_a_folder_with_other_files_is_left_alone_and_nothing_is_accepted(office: Office) -> None:
    office.file(NAME, PLAN.read_bytes())
    (office.folder / "xem").mkdir()
    office.file("xem/anh.txt", b"cua toi")

    ran = office.run("template", "preview", NAME, "-o", "xem", "--accept")

    assert ran.code == 2
    assert "thêm --de-len" in ran.err
    assert [path.name for path in (office.folder / "xem").iterdir()] == ["anh.txt"]
    assert not (office.folder / "ke-hoach.nd30.anh-duyet").exists()


def test_help_is_vietnamese(office: Office) -> None:
    told = office.run("template", "preview", "--help").out

    assert "Duyệt: lấy ảnh của lần chạy này làm ảnh chuẩn" in " ".join(told.split())
    assert "Mã thoát: 0 không có gì đổi" in " ".join(told.split())
