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
