"""Merging holds one copy at a time, however many there are."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.batch.merging import everything

_MEASURED = """
import resource, sys
from pathlib import Path
from docgen.batch.merge import merge
merge([Path(sys.argv[1])] * int(sys.argv[2]), Path(sys.argv[3]))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak_kib(folder: Path, copies: int) -> int:
    command = [sys.executable, "-c", _MEASURED, str(folder / "a.docx"), str(copies), str(folder / "out.docx")]
    return int(subprocess.run(command, check=True, capture_output=True, text=True, timeout=300).stdout)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="other systems count in other units")
def test_memory_does_not_grow_by_the_copies(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(everything("A"))
    few, many = peak_kib(tmp_path, 20), peak_kib(tmp_path, 420)
    # A copy of this kind unpacks to some 20 KB and its trees take ten times that; a line of the list takes 1 KB.
    assert many - few < 400 * 6
