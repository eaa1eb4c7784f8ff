"""Answers that only one kind asks for, all the way from what is typed to the words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.context import words
from docgen.context.rich import plain
from docgen.document import build
from docgen.errors import Fault, InputFaults
from docgen.intake.assemble import assemble
from docgen.intake.dump import dump
from docgen.intake.dump import plain as values
from docgen.intake.form import from_post, to_pairs
from docgen.intake.rows import read_rows
from docgen.intake.sheet_columns import sheet_columns
from docgen.intake.yaml_text import read as read_yaml
from docgen.standards import STANDARDS
from tests.intake.own import ANSWERS, KINDS, PAPER
from tests.intake.units import sheet

FORM = KINDS.get("cuoc-hop")


def said(**answers: Any) -> dict[str, Any]:
    document = assemble({**PAPER, "rieng": {**ANSWERS, **answers}}, KINDS).document
    found: dict[str, Any] = words(document, STANDARDS["nd30"], FORM)["rieng"]
    return found


def faults(**answers: Any) -> dict[str, Fault]:
    with pytest.raises(InputFaults) as caught:
        assemble({**PAPER, "rieng": {**ANSWERS, **answers}}, KINDS)
    return {fault.noi: fault for fault in caught.value.faults if fault.nang == "loi"}


def test_each_answer_is_written_as_its_question_wants() -> None:
    found = said()
    assert found["phong"] == "Phòng số 3"
    assert found["buoi"] == "Buổi chiều"
    assert found["hop_ngay"] == "ngày 05 tháng 11 năm 2026"
    assert found["lan"] == "05"
    assert found["co_com"] == "có"
    assert found["luu_y"] == [{"chu": "Mang theo "}, {"chu": "tài liệu", "dam": True}]
    assert [plain(line) for line in found["moi"]] == ["Ông A", "Bà B"]
    assert [(block["cap"], block["nhan"]) for block in found["dien_bien"]] == [("so", "1."), ("gach", "-")]


def test_a_day_that_is_not_known_yet_is_a_gap() -> None:
    assert said(hop_ngay="11/2026")["hop_ngay"].endswith(" tháng 11 năm 2026")
    assert "05" not in said(hop_ngay="11/2026")["hop_ngay"]


def test_what_is_not_answered_is_empty() -> None:
    found = said(**{name: None for name in ANSWERS if name != "phong"})
    assert {name: value for name, value in found.items() if name != "phong"} == {
        "buoi": "", "hop_ngay": "", "lan": "", "co_com": "", "luu_y": [], "moi": [], "dien_bien": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("name", "value", "part"),
    [
        ("phong", "hai\ndòng", "một dòng"),
        ("phong", "x" * 501, "501"),
        ("buoi", "toi", "sang (Buổi sáng), chieu (Buổi chiều)"),
        ("hop_ngay", "31/2/2026", "31"),
        ("lan", "năm", "không phải là số"),
        ("co_com", "chắc", "“có” hoặc “không”"),
        ("luu_y", {"a": "b"}, "đoạn chữ"),
        ("phong", "a\u0001b", "Ký tự thứ 2"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused_with_its_place(name: str, value: Any, part: str) -> None:
    assert part in str(faults(**{name: value})[f"rieng.{name}"])


def test_a_line_of_a_list_is_named() -> None:
    assert "một dòng" in str(faults(moi=["Ông A", "hai\ndòng"])["rieng.moi[2]"])


def test_the_notation_of_a_body_is_judged_with_its_line() -> None:
    fault = faults(dien_bien="1. Một\n- Xem[^1].")["rieng.dien_bien"]
    assert fault.dong == 2


def test_what_nobody_asks_is_refused_with_what_was_meant() -> None:
    assert "rieng.phong" in faults(phonq="x")["rieng.phonq"].sua
    with pytest.raises(InputFaults) as caught:
        assemble({**PAPER, "loai": "ke-hoach"}, KINDS)
    assert {f"rieng.{name}" for name in ANSWERS} <= {fault.noi for fault in caught.value.faults}


def test_a_required_answer_is_asked_for_by_its_label() -> None:
    assert "Phòng họp" in faults(phong="")["rieng.phong"].loi


def test_what_the_form_leaves_out_cannot_be_answered() -> None:
    attached = {"ten_loai": "QUY CHẾ", "noi_dung": "Điều 1. A"}
    with pytest.raises(InputFaults) as caught:
        assemble({**PAPER, "co_quan": {**PAPER["co_quan"], "ten_day_du": "Ủy ban"}, "kem_theo": attached}, KINDS)
    assert [fault.noi for fault in caught.value.faults if fault.nang == "loi"] == ["kem_theo"]


def test_a_post_and_a_file_lead_to_the_same() -> None:
    document = assemble(PAPER, KINDS).document
    posted = from_post([*to_pairs(values(document), FORM)], KINDS)
    assert posted.built(KINDS).document == document
    loaded = read_yaml(dump(document))
    assert assemble(loaded.checked().raw, KINDS).document == document


def test_a_column_gives_an_own_answer_by_name_or_label() -> None:
    plan = {**PAPER, "trich_yeu": "họp ở {{rieng.phong}}"}
    found = read_rows(plan, sheet("rieng.phong;Buổi;rieng.moi\nPhòng 9;Buổi sáng;Ông C | Bà D\n"), KINDS, lambda f: f)
    assert [fault for fault in found.faults if fault.nang == "loi"] == []
    raw = found.raw(found.sheet.rows[0])
    assert raw["rieng"]["phong"] == "Phòng 9"
    assert raw["rieng"]["buoi"] == "sang"
    assert raw["rieng"]["moi"] == ["Ông C", "Bà D"]
    assert raw["trich_yeu"] == "họp ở Phòng 9"
    assert raw["rieng"]["lan"] == "05"


def test_a_wrong_cell_of_an_own_answer_is_named_by_its_address() -> None:
    found = read_rows(PAPER, sheet("rieng.hop_ngay;so\n31/2/2026;7\n"), KINDS, lambda f: f)
    assert [fault.noi for fault in found.faults if fault.nang == "loi"] == ["Units.csv!A2"]


def test_the_sheet_to_fill_has_own_answers() -> None:
    assert {"rieng.phong", "rieng.buoi", "rieng.hop_ngay", "rieng.moi"} <= {c.ten for c in sheet_columns(FORM)}


@given(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=40))
def test_marks_in_what_is_put_in_come_out_as_they_are(value: str) -> None:
    """In a line there is no notation, in a paragraph there is: both say what the cell says."""
    if not value.strip() or "{{" in value or "\\" in value or value != value.strip():
        return
    plan = {**PAPER, "rieng": {**ANSWERS, "phong": "a {{x}} b", "luu_y": "a {{x}} b"}}
    found = read_rows(plan, sheet("x\ny\n"), KINDS, lambda f: f)
    raw = found.recipe.raw((value,))["rieng"]
    assert raw["phong"] == f"a {value} b"
    written = words(build({**PAPER, "rieng": raw}).document, STANDARDS["nd30"], FORM)["rieng"]["luu_y"]
    assert plain(written).split() == build({**PAPER, "trich_yeu": f"a {value} b"}).document.trich_yeu.split()
