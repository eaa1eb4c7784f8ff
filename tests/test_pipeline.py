from __future__ import annotations

import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

import docgen
from docgen import Paper, load, make
from docgen.document import build
from docgen.errors import InputFaults, Unusable

ROOT = Path(__file__).parent.parent
SEEDS = sorted(ROOT.glob("tests/seeds/0*.yaml"))


def plan(**changes: Any) -> dict[str, Any]:
    return {
        "loai": "ke-hoach",
        "co_quan": {"loai": "nha-nuoc", "ten": ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH DƯƠNG"], "ky_hieu": "UBND"},
        "so": "5",
        "dia_danh": "Bình Dương",
        "ngay": "2025-01-05",
        "trich_yeu": "Phòng, chống dịch bệnh",
        "noi_dung": "I. MỤC ĐÍCH\n- Nâng cao nhận thức.",
        "noi_nhan": ["Như trên"],
        "luu": "VT",
        "ky": {"chuc_vu": "CHỦ TỊCH", "ho_ten": "Nguyễn Văn A"},
    } | changes


def printed(paper: Paper) -> str:
    return zipfile.ZipFile(BytesIO(paper.docx)).read("word/document.xml").decode()


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.stem)
def test_load_and_make_are_all_a_script_needs(seed: Path) -> None:
    paper = make(load(seed))
    assert paper.docx.startswith(b"PK")
    assert paper.file_name.endswith(".docx")
    assert paper.explanation.endswith(".")


def test_plain_values_a_document_and_what_was_built_give_the_same_paper() -> None:
    built = build(plan())
    assert make(plan()) == make(built.document) == make(built)


def test_the_words_follow_the_standard_that_was_chosen() -> None:
    state, party = make(plan()), make(plan(the_thuc="dang"))
    assert "05/KH-UBND" in printed(state)
    assert "05-KH/UBND" in printed(party)
    assert "như đã chọn" in party.explanation


@pytest.mark.parametrize(
    ("changes", "name"),
    [
        ({}, "05-KH-UBND Phòng, chống dịch bệnh.docx"),
        ({"so": None}, "KH-UBND Phòng, chống dịch bệnh.docx"),
        ({"so": "123", "the_thuc": "dang"}, "123-KH-UBND Phòng, chống dịch bệnh.docx"),
        ({"so": None, "the_thuc": "dang"}, "KH-UBND Phòng, chống dịch bệnh.docx"),
        ({"so": None, "the_thuc": "doan"}, "KH-UBND Phòng, chống dịch bệnh.docx"),
        ({"trich_yeu": "Phòng dịch\nnăm 2025/2026"}, "05-KH-UBND Phòng dịch năm 2025-2026.docx"),
    ],
)
def test_the_file_is_called_by_number_and_abstract(changes: dict[str, Any], name: str) -> None:
    assert make(plan(**changes)).file_name == name


def test_every_fault_is_told_at_once_and_doubts_come_with_the_paper() -> None:
    with pytest.raises(InputFaults) as told:
        make(plan(so="năm", ngay="31/4/2025", luu=""))
    assert {fault.noi for fault in told.value.faults} >= {"so", "ngay", "luu"}
    (note,) = make(plan(noi_dung="I. MỤC ĐÍCH\n• Nâng cao nhận thức.")).notes
    assert (note.noi, note.dong, note.nang) == ("noi_dung", 2, "nhac")


def test_what_only_the_standard_misses_is_told_too() -> None:
    appendix = [{"ten": "Danh sách", "noi_dung": "Theo Phụ lục."}]
    with pytest.raises(InputFaults) as told:
        make(plan(phu_luc=appendix))
    assert [fault.noi for fault in told.value.faults if fault.nang == "loi"] == ["co_quan.ten_day_du"]


def test_an_unknown_kind_is_told_though_the_document_is_sound() -> None:
    with pytest.raises(InputFaults, match="Có phải là “ke-hoach”"):
        make(build(plan(loai="ke-hoac")))


def test_papers_are_made_at_the_same_time() -> None:
    wanted = make(plan()).docx
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: make(plan()).docx, range(32)))
    assert all(docx == wanted for docx in made)


def test_a_wrong_data_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="forms"):
        make(plan(), tmp_path)


def test_importing_docgen_costs_nothing_until_a_door_is_opened() -> None:
    code = "import sys, docgen; sys.exit(any(name in sys.modules for name in ('pydantic', 'lxml', 'docxtpl', 'flask')))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT).returncode == 0
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = docgen.nothing
