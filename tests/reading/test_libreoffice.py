"""LibreOffice reads the same files: what it sees and what we see must be the same, or be explained here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.reading.build import facts
from tests.reading.comparing import differences
from tests.reading.odf import Copy, converted
from tests.reading.samples import SAMPLES

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="module")
def copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with each sample as .docx, as flat OpenDocument and as text."""
    folder = tmp_path_factory.mktemp("samples")
    files = []
    for name, made in SAMPLES.items():
        files.append(folder / f"{name}.docx")
        files[-1].write_bytes(made().data())
    converted(files, "fodt", folder)
    converted(files, "txt:Text (encoded):UTF8", folder)
    return folder


@pytest.mark.parametrize("name", SAMPLES)
def test_looks_are_those_libreoffice_reports(name: str, copies: Path) -> None:
    ours = facts((copies / f"{name}.docx").read_bytes())
    theirs = list(Copy((copies / f"{name}.fodt").read_bytes()).paragraphs())
    assert list(differences(ours.paras, theirs)) == []


def test_labels_are_those_libreoffice_prints(copies: Path) -> None:
    ours = facts((copies / "lists.docx").read_bytes())
    theirs = (copies / "lists.txt").read_text(encoding="utf-8-sig").splitlines()
    # As text LibreOffice prints one sign for all bullets.
    assert [one.full.replace("- ", "• ") for one in ours.paras] == [line.strip() for line in theirs]
