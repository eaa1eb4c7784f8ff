"""docgen make: what comes out, where, and under which name."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.office import PLAN, PLAN_NAME, ROOT, Office, edit

SEEDS = sorted(ROOT.glob("tests/seeds/0*.yaml"))


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_every_seed_becomes_a_word_file(seed: Path, office: Office) -> None:
    ran = office.run("make", str(seed), "-o", "a.docx")
    assert ran.code == 0, ran.err
    assert ran.out == "a.docx\n"
    assert office.names() == ["a.docx"]
    assert zipfile.ZipFile("a.docx").testzip() is None
    assert re.match(r"Văn bản của .*(Nghị định|Hướng dẫn) số", ran.err)


def test_the_chosen_standard_is_explained_and_doubts_are_told_calmly(office: Office) -> None:
    office.file("a.yaml", PLAN.replace("  - Nâng cao", "  2/ Tuyên truyền\n  • Nâng cao").replace("2025", "2019"))
    ran = office.run("make", "a.yaml")
    assert ran.code == 0
    assert "Nghị định số 30/2020/NĐ-CP" in ran.err
    assert "ngày 05 tháng 3 năm 2020" in ran.err
    assert "văn bản vẫn được làm ra" in ran.err
    assert re.search(r"- noi_dung, dòng 12: ", ran.err)
    assert re.search(r"- noi_dung, dòng 13: ", ran.err)
    assert "Lỗi" not in ran.err


def test_without_a_name_the_file_is_called_by_number_and_abstract(office: Office) -> None:
    office.file("a.yaml", PLAN)
    assert office.run("make", "a.yaml").out == f"{PLAN_NAME}\n"
    office.file("b.yaml", PLAN.replace("so: 5\n", "so: null\n"))
    assert office.run("make", "b.yaml").out == "KH-UBND Phòng, chống dịch bệnh.docx\n"
    (office.folder / "ra").mkdir()
    assert office.run("make", "a.yaml", "-o", "ra").out == f"{Path('ra', PLAN_NAME)}\n"


def test_a_file_that_is_there_is_replaced_only_when_asked(office: Office) -> None:
    office.file("a.yaml", PLAN)
    office.file("a.docx", b"mine")
    ran = office.run("make", "a.yaml", "-o", "a.docx")
    assert ran.code == 2
    assert "a.docx: Đã có tệp này" in ran.err
    assert "--de-len" in ran.err
    assert ran.out == ""
    assert Path("a.docx").read_bytes() == b"mine"
    assert office.run("make", "a.yaml", "-o", "a.docx", "--de-len").code == 0
    assert Path("a.docx").read_bytes().startswith(b"PK")
    assert office.names() == ["a.docx", "a.yaml"]


def test_equal_data_in_yaml_and_json_gives_equal_bytes(office: Office) -> None:
    office.file("a.yaml", PLAN)
    plan = {
        "loai": "ke-hoach",
        "co_quan": {"loai": "nha-nuoc", "ten": ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH DƯƠNG"], "ky_hieu": "UBND"},
        "so": 5,
        "dia_danh": "Bình Dương",
        "ngay": "2025-01-05",
        "trich_yeu": "Phòng, chống dịch bệnh",
        "noi_dung": "I. MỤC ĐÍCH\n- Nâng cao nhận thức.\n",
        "noi_nhan": ["Như trên"],
        "luu": "VT",
        "ky": {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn A"},
    }
    office.file("a.json", json.dumps(plan, ensure_ascii=False))
    for source, target in (("a.yaml", "1.docx"), ("a.yaml", "2.docx"), ("a.json", "3.docx")):
        assert office.run("make", source, "-o", target).code == 0
    assert Path("1.docx").read_bytes() == Path("2.docx").read_bytes() == Path("3.docx").read_bytes()


def test_a_name_of_300_characters_is_printed(office: Office) -> None:
    office.file("a.yaml", PLAN.replace("Nguyễn Văn A", "Nguyễn Văn " * 27 + "A B"))
    assert office.run("make", "a.yaml", "-o", "a.docx").code == 0


@pytest.mark.slow
def test_a_body_of_5000_sections_is_printed(office: Office) -> None:
    body = "".join(f"  {n}. Nhiệm vụ\n  - Việc thứ {n}.\n" for n in range(1, 5001))
    office.file("a.yaml", PLAN.replace("  I. MỤC ĐÍCH\n  - Nâng cao nhận thức.\n", body))
    assert office.run("make", "a.yaml", "-o", "a.docx").code == 0
    assert "Việc thứ 5000" in zipfile.ZipFile("a.docx").read("word/document.xml").decode()


def test_a_template_edited_in_a_data_folder_takes_effect(office: Office) -> None:
    data = office.folder / "riêng"
    for name in ("forms", "templates"):
        shutil.copytree(ROOT / name, data / name)
    office.file("a.yaml", PLAN)
    for title in ("CỘNG HÒA THỨ NHẤT", "CỘNG HÒA THỨ HAI"):
        shutil.copy(ROOT / "templates/ke-hoach.nd30.docx", data / "templates")
        edit(data / "templates/ke-hoach.nd30.docx", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", title)
        assert office.run("make", "a.yaml", "-o", "a.docx", "--de-len", "--data", str(data)).code == 0
        assert title in zipfile.ZipFile("a.docx").read("word/document.xml").decode()


@pytest.mark.libreoffice
def test_a_pdf_stands_beside_the_word_file(office: Office) -> None:
    office.file("a.yaml", PLAN)
    ran = office.run("make", "a.yaml", "-o", "a.docx", "--pdf")
    assert ran.code == 0, ran.err
    assert ran.out == "a.docx\na.pdf\n"
    assert Path("a.pdf").read_bytes().startswith(b"%PDF-")
    ran = office.run("make", "a.yaml", "-o", "a.docx", "--pdf")
    assert ran.code == 2
    assert "a.docx" in ran.err
    assert "a.pdf" in ran.err


def test_without_libreoffice_no_pdf_and_no_word_file_is_left(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", "không-có-soffice")
    office.file("a.yaml", PLAN)
    ran = office.run("make", "a.yaml", "-o", "a.docx", "--pdf")
    assert ran.code == 2
    assert "LibreOffice" in ran.err
    assert office.names() == ["a.yaml"]
