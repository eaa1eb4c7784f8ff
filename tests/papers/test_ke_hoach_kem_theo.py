"""Kế hoạch promulgated with a decision, a file of its own (NĐ 30/2020, Phụ lục III, Mẫu 1.3, the attached paper)."""

from __future__ import annotations

import pytest

from docgen.errors import InputFaults
from docgen.reading.facts import Paper
from tests.papers.kinds_made import at, line, look, made, sample, sample_paper, shown

LOAI = "ke-hoach-kem-theo"


@pytest.fixture
def paper() -> Paper:
    return sample_paper(LOAI)


def test_the_head_has_neither_number_nor_date_and_the_end_neither_recipients_nor_signature(paper: Paper) -> None:
    assert shown(paper)[:4] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ AN THỊNH",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert shown(paper)[4] == "KẾ HOẠCH"
    assert not [text for text in shown(paper) if text.startswith(("Số:", "An Thịnh, ngày", "Nơi nhận", "KT.", "TM."))]


def test_the_decision_is_named_under_the_abstract(paper: Paper) -> None:
    reference = line(paper, "(Kèm theo")
    assert reference.text == (
        "(Kèm theo Quyết định số 133/QĐ-UBND ngày 19 tháng 11 năm 2026 của Chủ tịch Ủy ban nhân dân xã An Thịnh)"
    )
    assert look(reference) == (14.0, False, True, "giua")
    assert at(paper, "KẾ HOẠCH") < at(paper, "(Kèm theo") < at(paper, "I. MỤC ĐÍCH")


def test_the_last_words_carry_the_end_mark(paper: Paper) -> None:
    assert shown(paper)[at(paper, "Trong quá trình")].endswith("./.")


def test_without_closing_words_the_body_carries_it() -> None:
    raw = sample(LOAI)
    del raw["ket_thuc"]
    assert shown(made(raw))[at(made(raw), "2. Các phòng")].endswith("./.")


def test_an_appendix_names_the_plan_and_the_decision(paper: Paper) -> None:
    label = at(paper, "Phụ lục")
    assert shown(paper)[label + 2].startswith("(Kèm theo Kế hoạch ban hành kèm theo Quyết định số 133/QĐ-UBND ngày 19")


def test_gaps_stand_for_a_decision_that_is_not_signed_yet() -> None:
    raw = sample(LOAI)
    raw["rieng"] = {"co_quan_quyet_dinh": "Chủ tịch Ủy ban nhân dân xã An Thịnh"}
    assert " ".join(line(made(raw), "(Kèm theo").text.split()) == (
        "(Kèm theo Quyết định số /QĐ-… ngày tháng năm của Chủ tịch Ủy ban nhân dân xã An Thịnh)"
    )


def test_of_a_date_known_in_part_the_rest_is_a_gap() -> None:
    raw = sample(LOAI)
    raw["rieng"]["ngay_quyet_dinh"] = "11/2026"
    assert " ".join(line(made(raw), "(Kèm theo").text.split()).startswith(
        "(Kèm theo Quyết định số 133/QĐ-UBND ngày tháng 11 năm 2026 của"
    )


@pytest.mark.parametrize("name", ["so", "ngay", "noi_nhan", "luu"])
def test_what_belongs_to_the_decision_is_refused_with_the_reason(name: str) -> None:
    given = {"so": "5", "ngay": "2026-11-05", "noi_nhan": ["UBND tỉnh"], "luu": "VT"}
    with pytest.raises(InputFaults) as refused:
        made({**sample(LOAI), name: given[name]})
    (fault,) = refused.value.faults
    assert fault.noi == name
    assert fault.sua
