"""A proposal as YAML and back."""

from __future__ import annotations

import pytest

from docgen.errors import InputFaults
from docgen.workshop.newkind.proposal_text import proposal_text, read_proposal
from tests.workshop.newkind import papers
from tests.workshop.newkind.test_kind import PAPERS
from tests.workshop.newkind.test_propose import of


@pytest.mark.parametrize("name", PAPERS)
def test_what_is_written_is_read(name: str) -> None:
    proposal = of(PAPERS[name]())
    assert read_proposal(proposal_text(proposal)) == proposal


def test_every_fault_is_told_with_its_line() -> None:
    text = proposal_text(of(papers.thong_bao()))
    text = text.replace("kieu: date", "kieu: ngay").replace("ten: dia_diem", "ten: Địa điểm")
    text = text.replace("la: co-dinh", "la: tinh", 1).replace("loai: thong-bao", "loai: Thông báo")
    lines = text.split("\n")
    with pytest.raises(InputFaults) as caught:
        read_proposal(text)
    said = {lines[fault.dong - 1].strip(): fault.loi for fault in caught.value.faults if fault.dong}
    assert said.keys() == {"loai: Thông báo", "- ten: Địa điểm", "la: tinh", "kieu: ngay"}
    assert all(said.values())


def test_an_unknown_key_is_refused() -> None:
    with pytest.raises(InputFaults, match="mau_sac"):
        read_proposal(proposal_text(of(papers.giay_moi())) + "mau_sac: đỏ\n")
