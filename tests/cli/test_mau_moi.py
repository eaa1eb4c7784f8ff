"""``docgen template new``: a kind from a finished paper, at the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checking.building import built
from tests.cli.office import Office
from tests.workshop.newkind import papers

PAPER = "thong bao cu.docx"
NAMES = ["forms/tb-moi.yaml", "templates/tb-moi.nd30.docx", "forms/mau/tb-moi.nd30.yaml"]


@pytest.fixture
def paper(office: Office) -> Office:
    """A folder with a finished paper in it."""
    office.file(PAPER, built(papers.thong_bao()))
    return office


def new(office: Office, *words: str, paper: str = PAPER) -> tuple[int, str, str]:
    ran = office.run("template", "new", paper, *words)
    return ran.code, ran.out, ran.err


def test_three_files_and_the_proposal(paper: Office) -> None:
    code, out, told = new(paper, "--kind", "tb-moi", "-o", "moi")
    assert code == 0, told
    assert [Path(line) for line in out.splitlines()] == [Path("moi", name) for name in ("de-xuat.yaml", *NAMES)]
    assert all((paper.folder / "moi" / name).is_file() for name in NAMES)
    assert "trường riêng: 1. Thời gian: {{thoi_gian}}." in told
    assert "đủ mọi chữ, không thừa chữ nào" in told


def test_the_folder_is_a_data_folder(paper: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    new(paper, "--kind", "tb-moi", "-o", "moi")
    monkeypatch.setenv("DOCGEN_DATA", str(paper.folder / "moi"))
    assert paper.run("kinds", "--verify").code == 0
    assert paper.run("make", f"moi/{NAMES[2]}", "-o", "lai.docx").code == 0
    assert (paper.folder / "lai.docx").is_file()


def test_an_edited_proposal(paper: Office) -> None:
    code, _, _ = new(paper, "--kind", "tb-moi", "--only-proposal", "-o", "moi")
    proposal = paper.folder / "moi/de-xuat.yaml"
    assert code == 0 and not (paper.folder / "moi/forms").exists()
    before, after = "3. Chủ trì: {{chu_tri}}.", "3. Chủ trì: Đồng chí {{ten_chu_tri}}, {{chuc_vu}}."
    proposal.write_text(proposal.read_text("utf-8").replace(before, after), "utf-8")
    code, out, _ = new(paper, "--from", "moi/de-xuat.yaml", "-o", "moi")
    assert code == 0 and "de-xuat.yaml" not in out
    sample = (paper.folder / "moi" / NAMES[2]).read_text("utf-8")
    assert "ten_chu_tri: Trần Minh Khôi\n" in sample
    assert "chuc_vu: Phó Chủ tịch Ủy ban nhân dân xã\n" in sample


def test_nothing_is_overwritten_unasked(paper: Office) -> None:
    new(paper, "-o", "moi")
    code, _, told = new(paper, "-o", "moi")
    assert code == 2 and "--de-len" in told
    assert new(paper, "-o", "moi", "--de-len")[0] == 0


def test_faults_of_a_proposal_are_told_with_their_lines(paper: Office) -> None:
    new(paper, "--only-proposal", "-o", "moi")
    proposal = paper.folder / "moi/de-xuat.yaml"
    proposal.write_text(proposal.read_text("utf-8").replace("kieu: number", "kieu: so"), "utf-8")
    code, out, told = new(paper, "--from", "moi/de-xuat.yaml", "-o", "moi")
    assert (code, out) == (1, "")
    assert "phan[10].hoi[1].kieu" in told and "dòng" in told


def test_what_cannot_be_read(office: Office) -> None:
    office.file("hong.docx", b"PK\x03\x04 hong")
    assert new(office, "-o", "moi", paper="hong.docx")[0] == 2
    assert new(office, "-o", "moi", paper="khong-co.docx")[0] == 2
    assert not (office.folder / "moi").exists()


def test_what_does_not_go_together(paper: Office) -> None:
    new(paper, "--only-proposal", "-o", "moi")
    code, _, told = new(paper, "--from", "moi/de-xuat.yaml", "--kind", "x", "-o", "moi")
    assert code == 2 and "--from" in told
    code, _, told = new(paper, "--the-thuc", "nd31", "-o", "moi2")
    assert code == 2 and "nd31" in told
