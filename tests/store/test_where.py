from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from sqlalchemy import make_url

from docgen.errors import Unusable
from docgen.store import open_store, where

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="permissions of POSIX")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's data folder, and nothing said about the database."""
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "share"))
    monkeypatch.delenv("DOCGEN_DB")
    return tmp_path / "share"


def test_tests_stay_away_from_the_users_own_data() -> None:
    assert "pytest" in (where.find().database or "")


def test_by_default_a_file_in_the_users_data_folder(home: Path) -> None:
    with open_store() as store:
        draft = store.drafts.create("ke-hoach", ())
        names = {path.name for path in (home / "docgen").iterdir()}
    assert names == {"docgen.sqlite3", "docgen.sqlite3-wal", "docgen.sqlite3-shm"}
    with open_store() as store:
        assert store.drafts.get(draft.id) == draft


@POSIX
def test_what_is_made_is_the_users_own(home: Path) -> None:
    before = os.umask(0)
    try:
        with open_store() as store:
            store.drafts.create("ke-hoach", ())
            assert (home / "docgen").stat().st_mode & 0o777 == 0o700
            assert {path.stat().st_mode & 0o777 for path in (home / "docgen").iterdir()} == {0o600}
    finally:
        os.umask(before)


@POSIX
def test_a_relative_data_home_is_overlooked(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "here")
    monkeypatch.setenv("HOME", str(home))
    assert where.data_folder() == home / ".local" / "share" / "docgen"
    monkeypatch.delenv("XDG_DATA_HOME")
    assert where.data_folder() == home / ".local" / "share" / "docgen"


def test_on_windows_the_local_data_of_programs(home: Path) -> None:
    # Only while it is asked: pathlib looks at the same name.
    with pytest.MonkeyPatch.context() as patch:
        folder = Path(home)
        patch.setattr(where.os, "name", "nt")
        patch.setattr(where, "Path", type(folder))
        patch.setenv("XDG_DATA_HOME", "/elsewhere")
        found = where.data_folder()
    assert found == home / "docgen"


def test_a_user_without_a_home(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def homeless() -> Path:
        raise RuntimeError("Could not determine home directory.")

    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name)
    monkeypatch.setattr(where.Path, "home", homeless)
    with pytest.raises(Unusable, match="DOCGEN_DB: Không rõ thư mục riêng"):
        open_store()


def test_a_message_never_shows_a_password() -> None:
    assert where.told(make_url("postgresql://an:mat-khau@host/x")) == "postgresql://an:***@host/x"


def test_the_setting_names_another_place(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_DB", f"sqlite:///{tmp_path / 'other.sqlite3'}")
    open_store().close()
    assert (tmp_path / "other.sqlite3").is_file()
    open_store(f"sqlite:///{tmp_path / 'third.sqlite3'}").close()
    assert (tmp_path / "third.sqlite3").is_file()
    assert not home.exists()


def test_a_relative_path_is_taken_where_the_store_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store("sqlite:///here.sqlite3") as store:
        monkeypatch.chdir("/")
        store.drafts.create("ke-hoach", ())
    assert (tmp_path / "here.sqlite3").is_file()


def test_a_path_with_any_letters(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "Kế hoạch 100% #1?"
    folder.mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.setenv("LOCALAPPDATA", str(folder))
    open_store().close()
    assert (folder / "docgen" / "docgen.sqlite3").is_file()


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("không phải địa chỉ", "DOCGEN_DB: Địa chỉ kho dữ liệu viết không đúng."),
        ("postgresql://an:mat-khau@host:port/x", "Địa chỉ kho dữ liệu viết không đúng."),
        ("sqlite://", "trong bộ nhớ"),
        ("sqlite:///:memory:", "trong bộ nhớ"),
        ("sqlite:///file:x?mode=memory&uri=true", "trong bộ nhớ"),
        ("mongodb://an:mat-khau@host/x", "Không mở được loại kho dữ liệu “mongodb”."),
        ("oracle://an:mat-khau@host/x", "Không mở được loại kho dữ liệu “oracle”."),
    ],
)
def test_an_unusable_url_is_refused_and_no_password_shown(url: str, said: str) -> None:
    with pytest.raises(Unusable) as told:
        open_store(url)
    assert said in str(told.value)
    assert "mat-khau" not in str(told.value)


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match="Chưa có thư mục để chứa kho dữ liệu này"):
        open_store(f"sqlite:///{tmp_path / 'no' / 'x.sqlite3'}")
    assert not (tmp_path / "no").exists()


def test_a_place_that_cannot_be_written(tmp_path: Path, home: Path) -> None:
    with pytest.raises(Unusable, match="Không ghi được kho dữ liệu ở đây"):
        open_store(f"sqlite:///{tmp_path}")
    home.write_text("a file where the folder should be")
    with pytest.raises(Unusable, match="Không ghi được kho dữ liệu ở đây"):
        open_store()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_without_the_right_to_write(tmp_path: Path, home: Path) -> None:
    home.mkdir(mode=0o500)
    with pytest.raises(Unusable, match="Không ghi được kho dữ liệu ở đây"):
        open_store()


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(b"PK\x03\x04" + b"not a database" * 1000)
    before = path.read_bytes()
    with pytest.raises(Unusable, match="Không mở được kho dữ liệu này"):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes() == before
