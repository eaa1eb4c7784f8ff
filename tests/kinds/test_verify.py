from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from docgen.data_dir import DataDir, find
from docgen.errors import InputFaults
from docgen.intake.kind_files import load_kinds
from docgen.intake.verify import verify, verify_kind
from tests.small_docx import paragraph, small_docx


@pytest.fixture
def data(tmp_path: Path) -> DataDir:
    for name in ("forms", "templates"):
        shutil.copytree(find().root / name, tmp_path / name)
    return DataDir(tmp_path)


def said(data: DataDir) -> str:
    return "\n".join(str(fault) for fault in verify(data))


def changed(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_our_forms_templates_and_samples_fit_together() -> None:
    assert verify(find()) == []


def test_a_standard_without_template_is_found(data: DataDir) -> None:
    data.template("ke-hoach", "dang").unlink()
    assert said(data) == (
        "templates/ke-hoach.dang.docx: Chưa có mẫu Word này. Hãy thêm mẫu, hoặc bỏ thể thức ấy trong biểu."
    )


def test_a_standard_without_sample_is_found(data: DataDir) -> None:
    data.sample("ke-hoach", "doan").unlink()
    assert "forms/mau/ke-hoach.doan.yaml: Chưa có bản mẫu" in said(data)


def test_templates_and_samples_without_form_are_found_and_lock_files_are_not(data: DataDir) -> None:
    (data.root / "templates" / "chi-thi.nd30.docx").write_bytes(b"x")
    (data.root / "templates" / "~$-hoach.nd30.docx").write_bytes(b"x")
    (data.root / "templates" / "ghi chu.docx").write_bytes(b"x")
    (data.root / "forms/mau" / "ke-hoach.nd31.yaml").write_text("loai: ke-hoach", encoding="utf-8")
    assert [fault.noi for fault in verify(data)] == [
        "templates/chi-thi.nd30.docx",
        "templates/ghi chu.docx",
        "forms/mau/ke-hoach.nd31.yaml",
    ]


def test_a_name_the_template_invents_and_questions_it_never_prints_are_found(data: DataDir) -> None:
    data.template("ke-hoach", "nd30").write_bytes(
        small_docx("".join(map(paragraph, ["{{ ten_loai }}", "{{ trich_yeu }}", "{{ nguoi_nhan }}"])))
    )
    found = said(data)
    assert "templates/ke-hoach.nd30.docx, nguoi_nhan: Mẫu dùng tên này nhưng không biểu nào hỏi" in found
    for name in (
        "so",
        "ngay",
        "dia_danh",
        "can_cu",
        "noi_dung",
        "luu",
        "so_ban",
        "ky.ho_ten",
        "phu_luc.ngang",
        "do_mat",
    ):
        assert f"templates/ke-hoach.nd30.docx, {name}: Biểu hỏi mục này nhưng mẫu không in ra" in found
    assert "trich_yeu: Biểu hỏi" not in found
    assert "ke-hoach.doan.docx" not in found


def test_a_template_that_cannot_be_read_is_found(data: DataDir) -> None:
    data.template("ke-hoach", "nd30").write_bytes(b"khong phai docx")
    assert "templates/ke-hoach.nd30.docx" in said(data)


def test_a_sample_with_faults_is_found_with_its_line(data: DataDir) -> None:
    changed(data.sample("ke-hoach", "nd30"), "ngay: 05/11/2026", "ngay: 31/11/2026")
    assert "forms/mau/ke-hoach.nd30.yaml, ngay, dòng " in said(data)


def test_a_sample_of_another_standard_is_found(data: DataDir) -> None:
    shutil.copy(data.sample("ke-hoach", "doan"), data.sample("ke-hoach", "dang"))
    assert "Bản mẫu theo thể thức doan, không phải dang" in said(data)


def test_a_question_that_is_dropped_is_found(data: DataDir) -> None:
    changed(
        data.form("ke-hoach"),
        "  - ten: danh_so\n    vi_sao: Kiểu đánh số",
        "  - ten: danh_xo\n    vi_sao: Kiểu đánh số",
    )
    found = said(data)
    assert "forms/ke-hoach.yaml, danh_so: Tên này có trong từ vựng nhưng biểu không hỏi" in found
    assert "Có phải là “danh_so”?" in found


def test_a_broken_form_is_found_and_told_when_loading(data: DataDir) -> None:
    changed(data.form("ke-hoach"), "kieu: number", "kieu: so")
    assert "forms/ke-hoach.yaml, nhom[2].muc[1].kieu, dòng " in said(data)
    with pytest.raises(InputFaults, match=r"forms/ke-hoach\.yaml, nhom\[2\]\.muc\[1\]\.kieu, dòng"):
        load_kinds(data)


def test_a_folder_without_forms_is_told(tmp_path: Path) -> None:
    (tmp_path / "forms").mkdir()
    with pytest.raises(InputFaults, match="Không có biểu nào"):
        load_kinds(DataDir(tmp_path))


def test_one_kind_is_verified_by_itself_and_by_line(data: DataDir) -> None:
    assert verify_kind(data, "ke-hoach") == []
    path = data.form("ke-hoach")
    text = path.read_text("utf-8")
    (data.root / "forms" / "hong.yaml").write_text("loai: [", encoding="utf-8")
    assert verify_kind(data, "ke-hoach") == [], "another form that is broken is mended by itself"
    path.write_text(text.replace("- ten: trich_yeu", "- ten: trich_yieu", 1), encoding="utf-8")
    line = text[: text.index("- ten: trich_yeu")].count("\n") + 1
    said = [(fault.noi, fault.dong) for fault in verify_kind(data, "ke-hoach")]
    assert ("forms/ke-hoach.yaml, trich_yieu", line) in said
    path.write_text("loai: [", encoding="utf-8")
    assert [fault.noi for fault in verify_kind(data, "ke-hoach")] == ["forms/ke-hoach.yaml"]


def test_a_question_no_template_prints_is_told_and_forbids_nothing(data: DataDir) -> None:
    path = data.form("ke-hoach")
    more = "      - ten: rieng.phong\n        nhan: Phòng\n        kieu: line\n      - ten: trich_yeu\n"
    path.write_text(path.read_text("utf-8").replace("      - ten: trich_yeu\n", more, 1), encoding="utf-8")
    told = verify_kind(data, "ke-hoach")
    assert {(fault.noi.rpartition(", ")[2], fault.nang) for fault in told} == {("rieng.phong", "nhac")}
    assert {fault.nang for fault in verify(data)} == {"loi"}
