from __future__ import annotations

from pathlib import Path

import pytest

from docgen import data_dir
from docgen.data_dir import DataDir, find
from docgen.errors import Unusable


def folder(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).mkdir(parents=True)
    return root


def test_the_checkout_is_used_when_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCGEN_DATA", raising=False)
    data = find()
    assert data.form("ke-hoach").is_file()
    assert data.template("ke-hoach", "nd30").is_file()
    assert data.sample("ke-hoach", "doan").is_file()


def test_a_folder_that_is_named_wins_over_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    named = folder(tmp_path / "a", "forms", "templates")
    other = folder(tmp_path / "b", "forms", "templates")
    monkeypatch.setenv("DOCGEN_DATA", str(other))
    assert find(named) == DataDir(named)
    assert find() == DataDir(other)


def test_an_installed_package_uses_its_own_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCGEN_DATA", raising=False)
    # Another package called "forms" beside ours must not be taken for the data.
    site = folder(tmp_path, "forms", "templates", "docgen/data/forms", "docgen/data/templates")
    monkeypatch.setattr(data_dir, "_PACKAGE", site / "docgen")
    assert find().root == site / "docgen" / "data"


@pytest.mark.parametrize(
    ("made", "said"),
    [((), "Không có thư mục dữ liệu này"), (("x",), "thiếu forms và templates"), (("forms",), "thiếu templates")],
)
def test_a_folder_without_forms_or_templates_is_refused(tmp_path: Path, made: tuple[str, ...], said: str) -> None:
    root = tmp_path / "data"
    folder(root, *made)
    with pytest.raises(Unusable, match=said):
        find(root)


def test_the_files_of_a_shelf_stand_in_place_of_those_below_or_beside_them(tmp_path: Path) -> None:
    root, over = (folder(tmp_path / name, "forms/mau", "templates") for name in ("root", "over"))
    for path in (
        root / "forms/a.yaml",
        root / "forms/b.yaml",
        root / "templates/a.nd30.docx",
        root / "templates/~$a.nd30.docx",
        over / "forms/b.yaml",
        over / "forms/c.yaml",
        over / "forms/mau/c.nd30.yaml",
        over / "templates/a.nd30.docx",
        over / "templates/.a.docx",
    ):
        path.write_bytes(b"x")
    data = DataDir(root, over)
    assert data.form_files() == (root / "forms/a.yaml", over / "forms/b.yaml", over / "forms/c.yaml")
    assert data.template_files() == (over / "templates/a.nd30.docx",)
    assert data.sample_files() == (over / "forms/mau/c.nd30.yaml",)
    assert (data.form("a"), data.form("b")) == (root / "forms/a.yaml", over / "forms/b.yaml")
    assert data.template("a", "nd30") == over / "templates/a.nd30.docx"
    assert data.sample("a", "nd30") == root / "forms/mau/a.nd30.yaml"
    names = ["forms/a.yaml", "forms/b.yaml", "forms/c.yaml"]
    assert [data.name_of(path) for path in data.form_files()] == names
    assert data.without_places(f"{over}/templates/a.nd30.docx, {root}/forms/a.yaml") == (
        "templates/a.nd30.docx, forms/a.yaml"
    )
    assert DataDir(root, tmp_path / "không có").form_files() == DataDir(root).form_files()


def test_a_shelf_that_is_named_lies_over_the_folder_that_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    named = folder(tmp_path / "a", "forms", "templates")
    monkeypatch.setenv("DOCGEN_KHO_MAU", str(tmp_path / "kho"))
    assert find(named) == DataDir(named, tmp_path / "kho")
    monkeypatch.delenv("DOCGEN_DATA", raising=False)
    assert find().over == tmp_path / "kho"
