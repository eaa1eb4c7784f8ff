from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from docgen.data_dir import find
from docgen.errors import DocgenError, Fault, InputFaults, Unusable
from docgen.intake.dump import write
from docgen.intake.kind_files import load_kinds
from docgen.intake.load import load
from docgen.intake.read import read_text
from tests.intake.papers import SMALL
from tests.seeds.reading import NAMES, data_file

KINDS = load_kinds(find())


def faults(tmp_path: Path, text: str, name: str = "x.yaml") -> list[Fault]:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputFaults) as caught:
        load(path, KINDS)
    return list(caught.value.faults)


def said(found: list[Fault]) -> list[tuple[str, int | None]]:
    return [(fault.noi, fault.dong) for fault in found]


def small(**changed: Any) -> str:
    return write({**SMALL, **changed})


@pytest.mark.parametrize("name", NAMES)
def test_every_seed_is_read_without_fault(name: str) -> None:
    assert {note.noi for note in load(data_file(name), KINDS).notes} <= {"noi_dung", "ket_thuc", "ky.chuc_vu_khac"}


def test_the_kinds_of_the_data_folder_in_use_are_taken_when_none_are_given() -> None:
    assert load(data_file(NAMES[0])).document.so == 107


def test_yaml_and_json_give_the_same(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(small(), encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(SMALL), encoding="utf-16")
    assert load(tmp_path / "a.yaml", KINDS) == load(tmp_path / "a.json", KINDS)


def test_every_fault_has_its_place_and_line(tmp_path: Path) -> None:
    text = (
        "loai: ke-hoach\n"
        "co_quan:\n"
        "  loai: nha-nuoc\n"
        "  ten: [A]\n"
        "  kyhieu: UBND\n"
        "so: năm\n"
        "ngay: 29/02/2023\n"
        "trich_yeu: X\n"
        "noi_dung: |\n"
        "  I. A\n"
        "  1. b [^1].\n"
        "noi_nhan: [A]\n"
        "luu: VT\n"
        "ky: {chuc_vu: B}\n"
        "dia_danh: C\n"
    )
    found = faults(tmp_path, text)
    assert said(found) == [
        ("co_quan.ky_hieu", 2),
        ("co_quan.kyhieu", 5),
        ("so", 6),
        ("ngay", 7),
        ("noi_dung", 11),
    ]
    assert "ky_hieu" in found[1].sua


def test_lines_of_a_json_body_are_told_in_words(tmp_path: Path) -> None:
    (fault,) = faults(tmp_path, json.dumps({**SMALL, "noi_dung": "I. A\n1. b [^1]."}, indent=1), "x.json")
    assert fault.noi == "noi_dung (dòng 2 của mục này)"
    assert fault.dong is not None


def test_faults_of_the_notation_stand_among_the_others(tmp_path: Path) -> None:
    found = faults(tmp_path, small(so="x") + "luu: VT2\nso_ban: *a\nkinh_gui: &b [A]\n")
    text = small(so="x").split("\n")
    assert said(found) == [
        ("so", text.index("so: x") + 1),
        ("luu", len(text)),
        ("so_ban", len(text) + 1),
        ("kinh_gui", len(text) + 2),
    ]


def test_a_forgotten_bar_is_told(tmp_path: Path) -> None:
    text = small().replace("noi_dung: |-\n", "noi_dung:\n")
    fault, *rest = faults(tmp_path, text)
    assert all(other.nang == "nhac" for other in rest)
    assert "Thiếu dấu |" in fault.loi
    assert fault.dong == text.split("\n").index("noi_dung:") + 1


def test_a_line_with_a_colon_in_a_list_is_told_how_to_be_text(tmp_path: Path) -> None:
    text = small().replace("  - UBND tỉnh\n", "  - UBND tỉnh\n  - Tỉnh ủy: Ban DV\n")
    (fault,) = faults(tmp_path, text)
    assert fault.noi == "noi_nhan[2]"
    assert '"Tỉnh ủy: Ban DV"' in fault.sua


@pytest.mark.parametrize("name", ["ky", "phu_luc", "danh_so", "so", "ngay", "kinh_gui", "the_thuc", "mo_dau"])
def test_an_explicit_nothing_is_an_absent_part(tmp_path: Path, name: str) -> None:
    path = tmp_path / "x.yaml"
    values = {**SMALL, "ky": {"quyen_han": ["TM. UBND"]}, name: None}
    path.write_text(write(values), encoding="utf-8")
    if name == "ky":
        with pytest.raises(InputFaults, match="Chức vụ của người ký"):
            load(path, KINDS)
    else:
        assert load(path, KINDS).document


def test_missing_parts_are_told_by_their_label_with_an_example(tmp_path: Path) -> None:
    found = faults(tmp_path, "loai: ke-hoach\n")
    assert {fault.noi for fault in found} == {
        "co_quan.loai",
        "co_quan.ten",
        "co_quan.ky_hieu",
        "dia_danh",
        "trich_yeu",
        "noi_dung",
        "noi_nhan",
        "luu",
        "ky.chuc_vu",
    }
    assert all(fault.loi.startswith("Còn thiếu “") for fault in found)


def test_a_group_that_is_no_group_is_told_once(tmp_path: Path) -> None:
    found = [fault for fault in faults(tmp_path, small(co_quan="UBND")) if fault.noi.startswith("co_quan")]
    assert [fault.noi for fault in found] == ["co_quan"]


def test_an_answer_that_is_not_printed_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(write({**SMALL, "co_quan": {**SMALL["co_quan"], "don_vi_soan": "VX"}}), encoding="utf-8")
    (note,) = load(path, KINDS).notes
    assert (note.noi, note.nang) == ("co_quan.don_vi_soan", "nhac")
    assert note.dong is not None


def test_an_unknown_kind_is_told_with_the_list(tmp_path: Path) -> None:
    found = faults(tmp_path, small(loai="ke_hoac"))
    assert said(found) == [("loai", 1)]
    assert "Có phải là “ke-hoach”?" in found[0].sua


def test_what_cannot_be_read_names_the_file(tmp_path: Path) -> None:
    path = tmp_path / "hong.yaml"
    path.write_text("a: b: c", encoding="utf-8")
    with pytest.raises(Unusable, match=r"hong\.yaml, dòng 1: Cột 5"):
        load(path, KINDS)


def test_a_place_the_file_does_not_have_gets_the_line_of_what_is_around_it() -> None:
    loaded = read_text("co_quan:\n  ten: [A]\nphu_luc:\n  - ten: B\n")
    for noi, dong in (("co_quan.ky_hieu", 1), ("phu_luc[1].noi_dung", 4), ("phu_luc[7]", 3), ("so", None)):
        assert loaded.located(Fault(noi, "Sai.")).dong == dong


@pytest.mark.parametrize(
    "text", ["x" * 300_000 + ": b: c\n", '? "' + "k" * 5000 + '"\n: 1\n', f"noi_nhan:\n  - a: {'b' * 9000}\n"]
)
def test_what_is_told_is_short_however_long_the_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DocgenError) as caught:
        load(path, KINDS)
    assert all(len(fault.noi) < 300 and len(f"{fault.loi} {fault.sua}") < 600 for fault in caught.value.faults)
