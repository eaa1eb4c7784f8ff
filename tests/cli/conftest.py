from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.office import Office


@pytest.fixture
def office(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Office:
    monkeypatch.chdir(tmp_path)
    for name in ("DOCGEN_DATA", "DOCGEN_TRACE"):
        monkeypatch.delenv(name, raising=False)
    return Office(tmp_path, capsys)
