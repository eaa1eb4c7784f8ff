"""PDFs of a batch stand beside their papers; those that are there stay, those that cannot be made are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from docgen.batch.run import run
from docgen.errors import Unusable
from tests.batch.office import Office
from tests.test_many_pdfs import CONVERT, a_stand_in


@pytest.mark.libreoffice
def test_each_copy_is_printed_once(office: Office) -> None:
    office.many(4)
    result = run(office.prepare(), workers=2, pdf=True, zip=True)
    assert result.exit_code == 0
    assert [line.trang for line in result.lines] == [1, 1, 1, 1]
    pdfs = sorted(office.out.glob("*.pdf"))
    assert [path.stem for path in pdfs] == [name.removesuffix(".docx") for name in office.papers()]
    before = {path: path.stat().st_mtime_ns for path in pdfs}
    office.sheet("Xã 1;1", "Xã 2;22", "Xã 3;3", "Xã 4;4")
    run(office.prepare(), workers=2, pdf=True)
    changed = [path.name for path in pdfs if path.stat().st_mtime_ns != before[path]]
    assert changed == ["002-Xã 2.pdf"]


def test_a_copy_that_cannot_be_printed_is_told(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Leaves something that begins and ends like a PDF and is none, as a full disk might.
    a_stand_in(tmp_path, monkeypatch, CONVERT)
    office.many(2)
    result = run(office.prepare(), workers=1, pdf=True)
    assert (result.made, result.failed, result.exit_code) == (2, 2, 1)
    assert all(line.outcome == "hỏng" and line.why for line in result.lines)
    assert len(office.papers()) == 2
    assert run(office.prepare(), workers=1).exit_code == 0


def test_a_pdf_of_somebody_else_stays(office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    a_stand_in(tmp_path, monkeypatch, CONVERT)
    office.many(1)
    office.out.mkdir()
    (office.out / "001-Xã 1.pdf").write_bytes(b"cua toi")
    result = run(office.prepare(), workers=1, pdf=True)
    assert "--de-len" in result.lines[0].why[0]
    assert (office.out / "001-Xã 1.pdf").read_bytes() == b"cua toi"


def test_without_libreoffice_it_is_told_before_anything_is_made(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_SOFFICE", "/khong/co")
    office.many(2)
    with pytest.raises(Unusable, match="LibreOffice"):
        run(office.prepare(), workers=1, pdf=True)
    assert office.names() == []
    assert run(office.prepare(), workers=1).made == 2
