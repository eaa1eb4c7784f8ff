from __future__ import annotations

import os
import stat
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.errors import Unusable
from docgen.files import AlreadyThere, file_name, write_file, write_files


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "a.docx", b"abc")
    assert (tmp_path / "a.docx").read_bytes() == b"abc"
    assert names(tmp_path) == ["a.docx"]


def test_an_existing_file_stays_unless_replacing_is_asked(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(b"old")
    with pytest.raises(AlreadyThere) as refused:
        write_file(path, b"new")
    assert refused.value.exit_code == 2
    assert "Đã có tệp này" in str(refused.value)
    assert str(path) in str(refused.value)
    assert path.read_bytes() == b"old"
    write_file(path, b"new", replace=True)
    assert path.read_bytes() == b"new"
    assert names(tmp_path) == ["a.docx"]


def test_a_file_that_appears_meanwhile_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.docx"
    synced = os.fsync

    def another_writer_is_faster(descriptor: int) -> None:
        synced(descriptor)
        path.write_bytes(b"theirs")

    monkeypatch.setattr(os, "fsync", another_writer_is_faster)
    with pytest.raises(AlreadyThere):
        write_file(path, b"ours")
    assert path.read_bytes() == b"theirs"
    assert names(tmp_path) == ["a.docx"]


def test_replacing_keeps_the_permissions_and_a_new_file_follows_the_mask(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    before = os.umask(0o027)
    try:
        write_file(path, b"1")
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
        path.chmod(0o604)
        write_file(path, b"2", replace=True)
        assert stat.S_IMODE(path.stat().st_mode) == 0o604
    finally:
        os.umask(before)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.docx").write_bytes(b"old")
    (tmp_path / "link.docx").symlink_to("real.docx")
    write_file(tmp_path / "link.docx", b"new", replace=True)
    assert (tmp_path / "link.docx").is_symlink()
    assert (tmp_path / "real.docx").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("chua/co/a.docx", "chưa có thư mục này"),
        ("thu-muc", "Đã có"),
        ("tep/a.docx", "đi qua một tệp"),
        ("a" * 300, "tên quá dài"),
        ("a\0b", "Không ghi được tệp"),
    ],
)
def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path, path: str, reason: str) -> None:
    (tmp_path / "thu-muc").mkdir()
    (tmp_path / "tep").write_bytes(b"")
    with pytest.raises(Unusable, match=reason):
        write_file(tmp_path / path, b"x")
    assert names(tmp_path) == ["tep", "thu-muc"]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "thu-muc").mkdir()
    with pytest.raises(Unusable, match="ở đó là một thư mục"):
        write_file(tmp_path / "thu-muc", b"x", replace=True)
    assert names(tmp_path) == ["thu-muc"]


def test_files_that_belong_together_come_all_or_none(tmp_path: Path) -> None:
    write_files([(tmp_path / "a.docx", b"1"), (tmp_path / "a.pdf", b"2")])
    assert names(tmp_path) == ["a.docx", "a.pdf"]
    with pytest.raises(AlreadyThere):
        write_files([(tmp_path / "b.docx", b"1"), (tmp_path / "a.pdf", b"9")])
    with pytest.raises(Unusable):
        write_files([(tmp_path / "b.docx", b"1"), (tmp_path / "thieu" / "b.pdf", b"9")])
    assert names(tmp_path) == ["a.docx", "a.pdf"]
    assert (tmp_path / "a.pdf").read_bytes() == b"2"


def test_a_write_the_system_cuts_short_leaves_nothing(tmp_path: Path) -> None:
    program = """
import resource, sys
from pathlib import Path
from docgen.errors import Unusable
from docgen.files import write_files
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_files([(Path("a.docx"), b"x" * 10), (Path("b.docx"), b"x" * 5000)])
except Unusable as error:
    sys.exit(0 if "Không ghi được tệp" in str(error) else 3)
"""
    if sys.platform == "win32":
        pytest.skip("limits of this kind are Unix's")
    root = str(Path(__file__).parent.parent)
    ran = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, env={**os.environ, "PYTHONPATH": root})
    assert ran.returncode == 0
    assert names(tmp_path) == []


def test_an_interruption_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_file(tmp_path / "a.docx", b"x")
    assert names(tmp_path) == []


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (["05/KH-UBND", "Phòng, chống dịch bệnh"], "05-KH-UBND Phòng, chống dịch bệnh.docx"),
        (["", 'Hội nghị "Xuân" <2019>: a?b*c|d'], "Hội nghị -Xuân- -2019-a-b-c-d.docx"),
        (["dòng một\ndòng hai\tba"], "dòng một dòng hai ba.docx"),
        (["../../etc/passwd"], "etc-passwd.docx"),
        (["CON"], "van-ban CON.docx"),
        (["lpt1.txt"], "van-ban lpt1.txt.docx"),
        (["..."], "van-ban.docx"),
        ([], "van-ban.docx"),
        (["-o"], "o.docx"),
        (["a\u200bb\u00adc"], "abc.docx"),
        ([unicodedata.normalize("NFD", "Kế hoạch")], "Kế hoạch.docx"),
    ],
)
def test_names_every_system_takes(parts: list[str], name: str) -> None:
    assert file_name(parts, ".docx") == name


def test_a_long_name_is_cut_at_a_word() -> None:
    name = file_name(["Tuyên truyền " * 30], ".docx")
    assert len(name) <= 125
    assert name.endswith(("Tuyên truyền.docx", "Tuyên.docx"))


@given(st.lists(st.text(st.characters(codec=None), max_size=300), max_size=3))
def test_any_words_make_a_usable_name(parts: list[str]) -> None:
    name = file_name(parts, ".docx")
    assert len(name.encode()) <= 205
    assert not set(name) & set('<>:"/\\|?*\0\n')
    assert not name.startswith((".", "-", " "))
    assert not name.removesuffix(".docx").endswith((".", " "))
    assert name != ".docx"
