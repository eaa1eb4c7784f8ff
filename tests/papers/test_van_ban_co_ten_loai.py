"""Tờ trình, báo cáo, thông báo: papers with the name of their type (NĐ 30/2020, Phụ lục III, Mẫu 1.4)."""

from __future__ import annotations

import pytest

from docgen.errors import InputFaults
from tests.papers.kinds_made import at, line, look, made, sample, sample_paper, shown, spoken

TYPES = {"to-trinh": ("TỜ TRÌNH", "TTr"), "bao-cao": ("BÁO CÁO", "BC"), "thong-bao": ("THÔNG BÁO", "TB")}


@pytest.mark.parametrize("loai", TYPES)
def test_type_and_code_are_those_of_the_decree(loai: str) -> None:
    """Phụ lục III, mục I: TTr, BC, TB."""
    name, code = TYPES[loai]
    paper = sample_paper(loai)
    assert look(line(paper, name)) == (14.0, True, False, "giua")
    assert line(paper, "Số:").text.endswith(f"/{code}-UBND")


@pytest.mark.parametrize("loai", TYPES)
def test_the_abstract_stands_under_the_type_in_bold(loai: str) -> None:
    paper = sample_paper(loai)
    abstract = spoken(paper)[at(paper, TYPES[loai][0]) + 1]
    assert " ".join(abstract.text.split()) == " ".join(sample(loai)["trich_yeu"].split())
    assert look(abstract) == (14.0, True, False, "giua")


@pytest.mark.parametrize("loai", TYPES)
def test_the_last_words_carry_the_end_mark(loai: str) -> None:
    paper = sample_paper(loai)
    label = at(paper, "Nơi nhận:")
    assert shown(paper)[label - 1].endswith("./.")


def test_one_addressee_stands_on_the_line_of_the_label() -> None:
    paper = sample_paper("bao-cao")
    assert line(paper, "Kính gửi:").text == "Kính gửi: Sở Nội vụ"
    assert look(line(paper, "Kính gửi:"))[:3] == (14.0, False, False)


def test_several_addressees_stand_below_with_hyphens_under_the_colon() -> None:
    """PL I, P.I, M.II, k.9, đ.d: each on its own line, ``;`` behind it, ``.`` behind the last."""
    paper = sample_paper("to-trinh")
    head = at(paper, "Kính gửi:")
    assert shown(paper)[head : head + 3] == ["Kính gửi:", "- Ủy ban nhân dân tỉnh;", "- Sở Tài chính."]
    label, first = spoken(paper)[head].format, spoken(paper)[head + 1].format
    assert label is not None
    assert first is not None
    # "Kính gửi" is 17.6 mm wide at 14 pt in Times New Roman, so the colon stands there.
    assert label.trai_mm < first.trai_mm < label.trai_mm + 17.6 + 2


@pytest.mark.parametrize("loai", ["to-trinh", "bao-cao"])
def test_addressees_stand_between_abstract_and_text(loai: str) -> None:
    paper = sample_paper(loai)
    assert at(paper, TYPES[loai][0]) < at(paper, "Kính gửi:") < at(paper, "I. ")
    assert line(paper, "- Như trên").text == "- Như trên;"


def test_a_report_to_nobody_in_particular_has_no_addressees() -> None:
    raw = sample("bao-cao")
    del raw["kinh_gui"]
    assert not [text for text in shown(made(raw)) if text.startswith("Kính gửi")]


def test_a_proposal_wants_its_addressee() -> None:
    raw = sample("to-trinh")
    del raw["kinh_gui"]
    with pytest.raises(InputFaults) as refused:
        made(raw)
    assert [fault.noi for fault in refused.value.faults] == ["kinh_gui"]


def test_a_notice_has_no_addressee() -> None:
    with pytest.raises(InputFaults) as refused:
        made({**sample("thong-bao"), "kinh_gui": ["Sở Nội vụ"]})
    assert [fault.noi for fault in refused.value.faults] == ["kinh_gui"]


@pytest.mark.parametrize("loai", TYPES)
def test_an_appendix_names_the_paper_it_goes_with(loai: str) -> None:
    raw = sample(loai)
    raw["phu_luc"] = [{"ten": "BIỂU SỐ LIỆU", "noi_dung": "Việc."}]
    paper = made(raw)
    assert line(paper, "(Kèm theo").text.startswith(f"(Kèm theo {TYPES[loai][0].capitalize()} số ")
