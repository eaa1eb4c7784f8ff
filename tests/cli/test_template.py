"""``docgen template``: what a maintainer types, and what comes back."""

from __future__ import annotations

import json

import pytest

from tests.cli.office import Office
from tests.workshop.templates import NAME, PLAN, plan

BROKEN = plan(("{{ so_ky_hieu }}", "{{ so_ki_hieu }}"), ("{%p if mo_dau %}", "{%p if mo_dau –%}"))


@pytest.fixture
def desk(office: Office) -> Office:
    office.file(NAME, PLAN.read_bytes())
    (office.folder / "sai").mkdir()
    office.file(f"sai/{NAME}", BROKEN)
    return office


def test_a_good_template_gives_zero(desk: Office) -> None:
    ran = desk.run("template", "check", NAME)

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("Không thấy chỗ nào cần sửa.\n")


def test_a_bad_template_gives_every_fault_and_one(desk: Office) -> None:
    ran = desk.run("template", "check", f"sai/{NAME}")

    assert ran.code == 1
    assert "Có 2 lỗi." in ran.out
    assert "trang 1, thân văn bản, đoạn 11, bảng 1 hàng 2 cột 1: «{{ so_ki_hieu }}»" in ran.out
    assert "→ Có phải là “so_ky_hieu”?" in ran.out
    assert "→ Hãy viết “{%p if mo_dau %}”, hoặc dùng --fix." in ran.out
    assert max(map(len, ran.out.splitlines())) <= 80


def test_json(desk: Office) -> None:
    ran = desk.run("template", "check", f"sai/{NAME}", "--format", "json")
    value = json.loads(ran.out)

    assert (ran.code, value["loai"], value["the_thuc"]) == (1, "ke-hoach", "nd30")
    assert value["dem"] == {"loi": 2, "canh_bao": 0, "de_biet": 0}
    name = next(one for one in value["phat_hien"] if one["nhom"] == "ten")
    assert name["noi"] == {"phan": "thân văn bản", "trang": 1, "doan": 11, "bang": [1, 2, 1], "de_muc": None}
    assert name["chu"][slice(*name["khoang"])] == "{{ so_ki_hieu }}"
    assert value["sua_duoc"][0]["moi"] == "{%p if mo_dau %}"


def test_copies_are_written_beside_and_the_original_stays(desk: Office) -> None:
    ran = desk.run("template", "check", f"sai/{NAME}", "--annotate", "ra", "--fix", "ra")

    assert ran.code == 1
    assert sorted(path.name for path in (desk.folder / "ra").iterdir()) == [
        "ke-hoach.nd30.da-sua.docx",
        "ke-hoach.nd30.nhan-xet.docx",
    ]
    assert "“{%p if mo_dau –%}” thành “{%p if mo_dau %}”" in ran.err
    assert (desk.folder / "sai" / NAME).read_bytes() == BROKEN
    again = desk.run("template", "check", f"sai/{NAME}", "--fix", "ra")
    assert again.code == 2
    assert "--de-len" in again.err
    assert desk.run("template", "check", f"sai/{NAME}", "--fix", "ra", "--de-len").code == 1
    assert "Có 1 lỗi." in desk.run("template", "check", "ra/ke-hoach.nd30.da-sua.docx").out


def test_no_copy_without_need(desk: Office) -> None:
    ran = desk.run("template", "check", NAME, "--annotate", "ra", "--fix", "ra")

    assert ran.code == 0
    assert "không ghi bản sao" in ran.err
    assert not (desk.folder / "ra").exists()


@pytest.mark.parametrize("arguments", [("không-có.docx",), ("chữ.docx",), (NAME, "--kind", "thong-cao"),
                                       (NAME, "--the-thuc", "nd31"), (NAME, "--format", "sarif"), ()])  # fmt: skip
@pytest.mark.parametrize("command", ["check", "vars"])
def test_what_cannot_be_done_gives_two(desk: Office, command: str, arguments: tuple[str, ...]) -> None:
    desk.file("chữ.docx", b"abc")
    ran = desk.run("template", command, *arguments)

    assert (ran.code, ran.out) == (2, "")
    assert ran.err
    assert "Traceback" not in ran.err


def test_vars_as_text_and_json(desk: Office) -> None:
    ran = desk.run("template", "vars", NAME)

    assert ran.code == 0
    assert "  {{ trich_yeu }}   Trích yếu\n    trich_yeu: chữ, ví dụ: Triển khai" in ran.out
    assert json.loads(desk.run("template", "vars", NAME, "--format", "json").out)["ten"]


def test_vars_as_a_word_page(desk: Office) -> None:
    ran = desk.run("template", "vars", NAME, "--format", "docx")

    assert (ran.code, ran.out) == (0, "ke-hoach.nd30.ten-dien.docx\n")
    assert desk.run("template", "vars", NAME, "--format", "docx").code == 2
    assert desk.run("template", "vars", NAME, "--format", "docx", "-o", "b.docx").out == "b.docx\n"


def test_the_menu(desk: Office) -> None:
    ran = desk.run("template", "--help")

    assert ran.code == 0
    assert "check" in ran.out
    assert "vars" in ran.out
