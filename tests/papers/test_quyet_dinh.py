"""Quyết định trực tiếp: what stands where, and how it looks (NĐ 30/2020, Phụ lục III, Mẫu 1.2)."""

from __future__ import annotations

import pytest

from docgen.errors import InputFaults
from docgen.reading.facts import Paper
from tests.papers.kinds_made import at, line, look, made, pieces, sample, sample_paper, shown, spoken

CENTRED_BOLD = (14.0, True, False, "giua")


@pytest.fixture
def paper() -> Paper:
    return sample_paper("quyet-dinh")


def test_the_parts_stand_in_the_order_of_the_model(paper: Paper) -> None:
    starts = [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 127/QĐ-UBND",
        "An Thịnh, ngày 09 tháng 11 năm 2026",
        "QUYẾT ĐỊNH",
        "Về việc thành lập",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN THỊNH",
        "Căn cứ Luật",
        "Căn cứ Kế hoạch",
        "Theo đề nghị của",
        "QUYẾT ĐỊNH:",
        "Điều 1.",
        "Điều 5.",
        "Nơi nhận:",
        "- Như Điều 5;",
        "- Lưu: VT, VHXH.",
        "KT. CHỦ TỊCH",
        "Phụ lục",
    ]
    found = [at(paper, start) for start in starts]
    assert found == sorted(found)


@pytest.mark.parametrize("start", ["QUYẾT ĐỊNH", "Về việc", "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ", "QUYẾT ĐỊNH:"])
def test_title_authority_and_the_deciding_words_are_bold_14_and_centred(paper: Paper, start: str) -> None:
    assert look(line(paper, start)) == CENTRED_BOLD


def test_the_deciding_words_are_in_capitals_with_a_colon(paper: Paper) -> None:
    assert shown(paper).count("QUYẾT ĐỊNH:") == 1


def test_the_authority_is_in_capitals_however_it_was_typed() -> None:
    raw = sample("quyet-dinh")
    raw["rieng"]["tham_quyen"] = "Chủ tịch Ủy ban nhân dân xã An Thịnh"
    assert "CHỦ TỊCH ỦY BAN NHÂN DÂN XÃ AN THỊNH" in shown(made(raw))


def test_bases_are_italic_14_and_the_proposal_ends_them_with_a_full_stop(paper: Paper) -> None:
    first, last = at(paper, "Căn cứ"), at(paper, "Theo đề nghị")
    bases = spoken(paper)[first : last + 1]
    assert [para.text[-1] for para in bases] == [";", ";", "."]
    assert {look(para)[:3] for para in bases} == {(14.0, False, True)}


def test_a_decision_without_bases_goes_from_the_authority_to_its_words() -> None:
    raw = sample("quyet-dinh")
    del raw["can_cu"]
    paper = made(raw)
    assert at(paper, "QUYẾT ĐỊNH:") == at(paper, "CHỦ TỊCH ỦY BAN") + 1


def test_only_the_label_of_an_article_without_a_name_is_bold(paper: Paper) -> None:
    assert [(text, look.dam) for text, look in pieces(line(paper, "Điều 4."))] == [
        ("Điều 4.", True),
        ("Quyết định này có hiệu lực kể từ ngày ký.", False),
    ]


def test_an_article_with_a_name_is_bold_whole(paper: Paper) -> None:
    assert look(line(paper, "Điều 2. Nhiệm vụ"))[:3] == (14.0, True, False)


@pytest.mark.parametrize("start", ["Căn cứ Luật", "Điều 1.", "1. Hướng dẫn"])
def test_lines_are_indented_justified_and_apart(paper: Paper, start: str) -> None:
    """Indent 1 or 1.27 cm, at least 6 pt apart, one to one and a half lines (PL I, P.I, M.II, k.6, đ.e)."""
    look = line(paper, start).format
    assert look is not None
    assert look.canh == "deu"
    assert min(abs(look.dong_dau_mm - wanted) for wanted in (10.0, 12.7)) < 0.1
    assert look.truoc_pt + look.sau_pt >= 6
    assert look.gian_dong is not None
    assert 1 <= look.gian_dong <= 1.5


def test_the_end_mark_closes_the_last_article_and_none_before(paper: Paper) -> None:
    marked = [text for text in shown(paper) if text.endswith("./.")]
    assert len(marked) == 1
    assert marked[0].startswith("Điều 5.")


def test_the_first_recipients_are_those_of_an_article(paper: Paper) -> None:
    label = at(paper, "Nơi nhận:")
    assert look(spoken(paper)[label]) == (12.0, True, True, "trai")
    assert look(spoken(paper)[label + 1])[:3] == (11.0, False, False)
    assert shown(paper)[label + 1] == "- Như Điều 5;"


def test_forty_articles_are_numbered_through_and_each_is_there() -> None:
    raw = sample("quyet-dinh")
    raw["noi_dung"] = "\n\n".join(f"Điều {k}. Giao việc thứ {k}." for k in range(1, 41))
    lines = shown(made(raw))
    assert [text.removesuffix("/.") for text in lines if text.startswith("Điều")] == [
        f"Điều {k}. Giao việc thứ {k}." for k in range(1, 41)
    ]


def test_a_title_of_the_state_can_be_the_issuer() -> None:
    raw = sample("quyet-dinh")
    raw["co_quan"]["ten"] = ["CHỦ TỊCH", "ỦY BAN NHÂN DÂN XÃ AN THỊNH"]
    paper = made(raw)
    assert look(line(paper, "CHỦ TỊCH")) == (13.0, True, False, "giua")
    assert shown(paper)[:2] == ["CHỦ TỊCH", "ỦY BAN NHÂN DÂN XÃ AN THỊNH"]


@pytest.mark.parametrize("name", ["kinh_gui", "mo_dau", "ket_thuc"])
def test_what_the_model_has_no_place_for_is_refused_with_the_reason(name: str) -> None:
    with pytest.raises(InputFaults) as refused:
        made({**sample("quyet-dinh"), name: "Việc khác"})
    (fault,) = refused.value.faults
    assert fault.noi == name
    assert "Quyết định không có mục này" in fault.loi
    assert fault.sua


def test_a_decision_without_its_authority_is_refused() -> None:
    raw = sample("quyet-dinh")
    del raw["rieng"]
    with pytest.raises(InputFaults) as refused:
        made(raw)
    assert [fault.noi for fault in refused.value.faults] == ["rieng.tham_quyen"]
