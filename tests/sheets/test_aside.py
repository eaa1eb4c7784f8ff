"""What is put aside comes back, also in another process, and a full disk is told."""

from __future__ import annotations

import os
import sys

import pytest

from docgen.errors import Unusable
from docgen.sheets import aside
from docgen.sheets.aside import Aside


def test_what_is_put_aside_comes_back() -> None:
    held = Aside()
    held.add(b"abc")
    held.add(b"defg")
    held.put(b"X", 1)
    assert (held.take(0, 3), held.take(3, 4), held.size) == (b"aXc", b"defg", 7)


def test_each_has_a_file_of_its_own() -> None:
    one, other = Aside(), Aside()
    one.add(b"one")
    other.add(b"other")
    assert (one.take(0, 9), other.take(0, 9)) == (b"one", b"other")


@pytest.mark.skipif(sys.platform == "win32", reason="nothing is forked there")
def test_a_forked_process_reads_it_too() -> None:
    held = Aside()
    held.add(b"abc")
    child = os.fork()
    if not child:
        os._exit(0 if held.take(1, 2) == b"bc" else 1)
    _, status = os.waitpid(child, 0)
    assert status == 0
    assert held.take(0, 3) == b"abc"


def test_a_disk_that_is_full_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    held = Aside()
    monkeypatch.setattr(aside, "_write", lambda file, data, at: 0)
    with pytest.raises(Unusable, match="tệp tạm"):
        held.add(b"abc")
    assert held.size == 0


def test_a_folder_that_takes_no_files_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", "/khong/co")
    with pytest.raises(Unusable, match="tệp tạm"):
        Aside()
