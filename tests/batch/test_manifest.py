"""The log survives what interrupts a run, and is read whatever stands in it."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from docgen.batch import manifest
from docgen.batch.manifest import NAME, Entry
from docgen.errors import Unusable

ONE = Entry("a.docx", "k1", "xong", "b1", 2)
TWO = Entry("b.docx", "k2", "hong", "", 3, 0, ("vì vậy",))


def test_the_last_record_of_a_file_counts(tmp_path: Path) -> None:
    with manifest.opened(tmp_path) as log:
        log.note([Entry("a.docx", "k1", "cho"), TWO])
        log.note([ONE], lasting=True)
        assert log.entries == {"a.docx": ONE, "b.docx": TWO}
    assert manifest.read(tmp_path) == {"a.docx": ONE, "b.docx": TWO}


def test_nothing_is_known_of_another_folder(tmp_path: Path) -> None:
    assert manifest.read(tmp_path) == {}


def test_wherever_the_last_line_is_torn_the_others_are_read_and_more_can_follow(tmp_path: Path) -> None:
    with manifest.opened(tmp_path) as log:
        log.note([ONE, TWO])
    whole = (tmp_path / NAME).read_bytes()
    end = whole.index(b"\n") + 1
    for cut in range(end, len(whole)):
        (tmp_path / NAME).write_bytes(whole[:cut])
        assert manifest.read(tmp_path)["a.docx"] == ONE
        three = Entry("c.docx", "k3", "cho", hang=4)
        with manifest.opened(tmp_path) as log:
            log.note([three])
        assert manifest.read(tmp_path)["c.docx"] == three


@pytest.mark.parametrize(
    "line",
    [
        *(b"[]", b"1", b"\xff\xfe", b"{}", b"null"),
        b'{"tep":"../x","khoa":"k","tt":"xong"}',
        b'{"tep":"x","khoa":"k","tt":"?"}',
        b'{"tep":1,"khoa":"k","tt":"xong"}',
        b'{"tep":"x","khoa":"k","tt":"xong","la":1}',
    ],
)
def test_what_is_no_record_is_passed_over(line: bytes, tmp_path: Path) -> None:
    with manifest.opened(tmp_path) as log:
        log.note([ONE])
    with (tmp_path / NAME).open("ab") as file:
        file.write(line + b"\n")
    assert manifest.read(tmp_path) == {"a.docx": ONE}


def test_two_runs_do_not_share_a_folder(tmp_path: Path) -> None:
    with manifest.opened(tmp_path), pytest.raises(Unusable, match="Một lần chạy khác"), manifest.opened(tmp_path):
        pass
    with manifest.opened(tmp_path) as log:
        assert log.entries == {}


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unusable), manifest.opened(tmp_path / "khong-co"):
        pass


def test_a_full_disk_is_told_in_words_and_what_was_noted_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int, _data: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with manifest.opened(tmp_path) as log:
        log.note([ONE])
        with monkeypatch.context() as patch, pytest.raises(Unusable, match=r"đĩa đã đầy.*--resume"):
            patch.setattr("docgen.batch.manifest.os.write", full)
            log.note([TWO])
    assert manifest.read(tmp_path) == {"a.docx": ONE}
