"""The commands beside make."""

from __future__ import annotations

import json
import re
import shutil

from tests.cli.office import PLAN, ROOT, Office


def test_the_version_is_told(office: Office) -> None:
    assert re.fullmatch(r"docgen \d+\.\d+\.\d+\n", office.run("--version").out)


def test_kinds_are_listed_with_their_standards(office: Office) -> None:
    ran = office.run("kinds")
    assert ran.code == 0
    assert "ke-hoach\tKế hoạch\tnd30, doan, dang\n" in ran.out


def test_forms_templates_and_samples_agree(office: Office) -> None:
    ran = office.run("kinds", "--verify")
    assert ran.code == 0, ran.err


def test_the_schema_is_json_that_knows_the_names(office: Office) -> None:
    ran = office.run("schema")
    assert ran.code == 0
    assert {"loai", "co_quan", "noi_dung"} <= set(json.loads(ran.out)["properties"])


def test_what_does_not_agree_is_listed_with_its_place(office: Office) -> None:
    for name in ("forms", "templates"):
        shutil.copytree(ROOT / name, office.folder / name)
    (office.folder / "templates/ke-hoach.dang.docx").unlink()
    ran = office.run("kinds", "--verify", "--data", ".")
    assert (ran.code, ran.out) == (1, "")
    assert "Có 1 chỗ không khớp" in ran.err
    assert "templates/ke-hoach.dang.docx: Chưa có mẫu Word này." in ran.err


def test_a_faulty_form_is_told_with_its_line_by_every_command(office: Office) -> None:
    for name in ("forms", "templates"):
        shutil.copytree(ROOT / name, office.folder / name)
    form = office.folder / "forms/ke-hoach.yaml"
    form.write_text(form.read_text(encoding="utf-8").replace("\nnhom:", "\nnhóm:", 1), encoding="utf-8")
    office.file("a.yaml", PLAN)
    for words in (("kinds",), ("make", "a.yaml"), ("kinds", "--verify")):
        ran = office.run(*words, "--data", ".")
        assert (ran.code, ran.out) == (1, "")
        assert "forms/ke-hoach.yaml" in ran.err
        assert "trong a.yaml" not in ran.err
