"""A folder to work in, a plan to work on, and docgen at hand: what the tests of the command line share."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from docgen.cli import main

ROOT = Path(__file__).parent.parent.parent
PLAN = """\
loai: ke-hoach
co_quan:
  loai: nha-nuoc
  ten: [ỦY BAN NHÂN DÂN, TỈNH BÌNH DƯƠNG]
  ky_hieu: UBND
so: 5
dia_danh: Bình Dương
ngay: 2025-01-05
trich_yeu: Phòng, chống dịch bệnh
noi_dung: |
  I. MỤC ĐÍCH
  - Nâng cao nhận thức.
noi_nhan: [Như trên]
luu: VT
ky:
  chuc_vu: CHỦ TỊCH
  ho_ten: Nguyễn Văn A
"""
PLAN_NAME = "05-KH-UBND Phòng, chống dịch bệnh.docx"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


class Office:
    """A folder to work in, and docgen to run in it."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def file(self, name: str, content: str | bytes) -> str:
        data = content.encode() if isinstance(content, str) else content
        (self.folder / name).write_bytes(data)
        return name

    def run(self, *words: str, traced: bool = False) -> Ran:
        self._capsys.readouterr()
        code = main(list(words))
        said = self._capsys.readouterr()
        assert traced == ("Traceback" in said.err)
        return Ran(code, said.out, said.err)

    def names(self) -> list[str]:
        return sorted(path.name for path in self.folder.iterdir())


@contextlib.contextmanager
def started(*words: str, folder: Path, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run docgen as a process of its own, which does not outlive the test."""
    command = [sys.executable, "-m", "docgen", *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **env}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=pipe, stderr=pipe) as process:
        try:
            yield process
        finally:
            process.kill()


def until(condition: Callable[[], bool]) -> None:
    for _ in range(600):
        if condition():
            return
        time.sleep(0.05)
    raise AssertionError("it did not happen")


def edit(template: Path, old: str, new: str) -> None:
    """Change some words of a Word file as its maintainer might."""
    target = io.BytesIO()
    with zipfile.ZipFile(template) as source, zipfile.ZipFile(target, "w") as changed:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == "word/document.xml":
                assert old in data.decode()
                data = data.decode().replace(old, new).encode()
            changed.writestr(entry, data)
    template.write_bytes(target.getvalue())
