"""What cannot become a paper is told in Vietnamese with its place, and nothing is left behind."""

from __future__ import annotations

import re
import shutil
import time

import pytest

from tests.cli.office import PLAN, ROOT, Office, edit

BAD = {
    "a missing field": (PLAN.replace("trich_yeu: Phòng, chống dịch bệnh\n", ""), 1, ["trich_yeu: Còn thiếu"]),
    "several faults at once": (
        PLAN.replace("so: 5", "so: năm").replace("2025-01-05", "31/4/2025").replace("luu:", "luuu:"),
        1,
        [
            "Có 4 chỗ cần sửa trong a.yaml",
            "- luu: Còn thiếu",
            "- so, dòng 6: ",
            "- ngay, dòng 8: ",
            "- luuu, dòng 14: ",
            "Có phải là “luu”?",
        ],
    ),
    "29 February of a common year": (PLAN.replace("2025-01-05", "29/02/2023"), 1, ["ngay, dòng 8", "28 ngày"]),
    "31 April": (PLAN.replace("2025-01-05", "31/4"), 1, ["ngay, dòng 8"]),
    "a thirteenth month": (PLAN.replace("2025-01-05", "2023-13-01"), 1, ["ngay, dòng 8", "13"]),
    "an unknown kind": (PLAN.replace("ke-hoach", "ke-hoac"), 1, ["loai, dòng 1", "Có phải là “ke-hoach”?"]),
    "an unknown standard": (PLAN + "the_thuc: nd99\n", 1, ["the_thuc, dòng 18", "nd30, doan, dang"]),
    "broken YAML": (PLAN.replace("  ten: [ỦY", "  ten: [[ỦY"), 2, ["Lỗi: ", "dòng "]),
    "a repeated key": (PLAN + "so: 6\n", 1, ["so", "dòng 18"]),
    "an empty body": (re.sub(r"noi_dung: \|\n(  .*\n)+", 'noi_dung: ""\n', PLAN), 1, ["noi_dung, dòng 10"]),
    "a body that is only blanks": (re.sub(r"noi_dung: \|\n(  .*\n)+", 'noi_dung: "  "\n', PLAN), 1, ["noi_dung"]),
    "a line of 600 characters": (PLAN.replace("Nguyễn Văn A", "Nguyễn" * 100), 1, ["ky.ho_ten, dòng 17", "600", "500"]),
    "a control character": (
        PLAN.replace("trich_yeu: Phòng, chống dịch bệnh", 'trich_yeu: "Phòng\\x01 chống"'),
        1,
        ["trich_yeu, dòng 9", "Ký tự thứ 6"],
    ),
    "an empty file": ("", 1, ["loai"]),
    "a list instead of a paper": ("- a\n- b\n", 1, []),
}


@pytest.mark.parametrize("case", BAD)
def test_bad_input_is_told_with_its_place_and_leaves_nothing(case: str, office: Office) -> None:
    content, code, words = BAD[case]
    office.file("a.yaml", content)
    ran = office.run("make", "a.yaml", "--pdf")
    assert (ran.code, ran.out) == (code, "")
    for word in words:
        assert word in ran.err
    assert office.names() == ["a.yaml"]


def test_a_yaml_file_of_50_megabytes_is_refused_at_once(office: Office) -> None:
    office.file("a.yaml", PLAN + "# " + "x" * 50_000_000 + "\n")
    start = time.process_time()
    ran = office.run("make", "a.yaml")
    assert ran.code == 2
    assert "a.yaml" in ran.err
    assert time.process_time() - start < 5
    assert office.names() == ["a.yaml"]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.docx", b"PK\x03\x04"), ("a.txt", b"loai: ke-hoach"), ("a.yaml", b"\xffl\xfa"), ("a.yaml", b"\x00" * 9)],
)
def test_a_file_of_another_kind_cannot_be_used(name: str, content: bytes, office: Office) -> None:
    office.file(name, content)
    ran = office.run("make", name)
    assert ran.code == 2
    assert name in ran.err
    assert office.names() == [name]


def test_a_file_that_is_missing_or_a_folder_cannot_be_used(office: Office) -> None:
    for name in ("không có.yaml", "."):
        ran = office.run("make", name)
        assert (ran.code, ran.out) == (2, "")
        assert name in ran.err


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("{{ trich_yeu }}", "{{ trich_yeu }", ["Thẻ “{{ trich_yeu }” chưa đóng"]),
        ("{{ trich_yeu }}", "{{ thieu }}", ["Mẫu cần “thieu”"]),
        ("{%p if do_mat %}", "Chữ {%p if do_mat %}", ["bảng 1 hàng 2 cột 1", "{%p if do_mat %}"]),
    ],
)
def test_a_faulty_template_is_told_with_its_place(old: str, new: str, words: list[str], office: Office) -> None:
    data = office.folder / "riêng"
    for name in ("forms", "templates"):
        shutil.copytree(ROOT / name, data / name)
    edit(data / "templates/ke-hoach.nd30.docx", old, new)
    office.file("a.yaml", PLAN)
    ran = office.run("make", "a.yaml", "--data", str(data))
    assert (ran.code, ran.out) == (1, "")
    assert "Có 1 chỗ cần sửa trong mẫu Word" in ran.err
    assert "- ke-hoach.nd30.docx, thân văn bản, đoạn " in ran.err
    for word in words:
        assert word in ran.err
    assert office.names() == ["a.yaml", "riêng"]


@pytest.mark.parametrize(
    "words", [("make", "a.yaml", "--data", "thiếu"), ("kinds", "--data", "."), ("serve", "--data", ".")]
)
def test_a_wrong_data_folder_is_told(words: tuple[str, ...], office: Office) -> None:
    office.file("a.yaml", PLAN)
    ran = office.run(*words)
    assert ran.code == 2
    assert "forms" in ran.err
