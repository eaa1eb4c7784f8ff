from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from docgen.data_dir import find
from docgen.document import build
from docgen.errors import Fault, InputFaults
from docgen.intake.assemble import assemble
from docgen.intake.dump import plain, write
from docgen.intake.form import Posted, from_post, to_pairs
from docgen.intake.kind_files import load_kinds
from docgen.intake.post import Input, sort_pairs
from docgen.intake.read import read_file, read_text
from tests.intake.papers import SMALL, bodies, canonical, document_or_none, raw_papers
from tests.seeds.reading import NAMES, data_file

KINDS = load_kinds(find())
FORM = KINDS.get("ke-hoach")


def posted(*pairs: tuple[str, str]) -> Posted:
    return from_post([("loai", "ke-hoach"), *pairs], KINDS)


def test_names_are_sorted_in_the_order_of_the_page() -> None:
    post = sort_pairs(
        [("phan[7].a", "x"), ("can_cu[]", "1"), ("phan[2].a", "y"), ("can_cu[]", "2"), ("phan[7].b", "z")]
    )
    assert post.parts == {"phan": {"7": {"a": "x", "b": "z"}, "2": {"a": "y"}}}
    assert list(post.parts["phan"]) == ["7", "2"]
    assert post.listed == {"can_cu": [(Input("can_cu[]", 0), "1"), (Input("can_cu[]", 1), "2")]}


@pytest.mark.parametrize(
    "name", ["", "a[", "a]", "a[]b", "a[1].b.c", "a[].b", "a..b", ".a", "A", "a[1][2]", "a b", "__proto__[x]y"]
)
def test_names_that_are_none_are_refused(name: str) -> None:
    with pytest.raises(InputFaults, match="không đúng dạng"):
        sort_pairs([(name, "x")])


def test_a_name_that_comes_twice_is_refused() -> None:
    with pytest.raises(InputFaults, match="hai lần"):
        sort_pairs([("so", "1"), ("so", "2")])


def test_the_number_of_inputs_is_bounded() -> None:
    with pytest.raises(InputFaults, match="quá nhiều ô"):
        sort_pairs([("can_cu[]", "x")] * 6000)


def test_a_list_is_one_input_an_item_or_one_item_a_line() -> None:
    assert posted(("can_cu[]", "A"), ("can_cu[]", " "), ("can_cu[]", "B\r\nC")).raw["can_cu"] == ["A", "B\nC"]
    assert posted(("can_cu[9]", "A"), ("can_cu[2]", "B")).raw["can_cu"] == ["A", "B"]
    assert posted(("co_quan.ten", "ỦY BAN\r\n\r\n XÃ \r\n")).raw["co_quan"] == {"ten": ["ỦY BAN", "XÃ"]}


def test_sections_become_the_body_in_the_order_of_the_page() -> None:
    raw = posted(
        ("noi_dung", "Lời trước"),
        ("phan[5].tieu_de", "NỘI DUNG"),
        ("phan[5].noi_dung", "1. Việc\r\n- Ý\r\n"),
        ("phan[1].tieu_de", "KINH PHÍ"),
        ("phan[1].noi_dung", "Đoạn văn."),
        ("phan[8].tieu_de", ""),
        ("phan[8].noi_dung", " "),
    ).raw
    assert raw["noi_dung"] == "Lời trước\n\nI. NỘI DUNG\n1. Việc\n- Ý\n\nII. KINH PHÍ\n\nĐoạn văn."


def test_without_sections_the_body_is_what_was_typed() -> None:
    assert posted(("noi_dung", "I. A\r\n1. b")).raw["noi_dung"] == "I. A\n1. b"


def test_empty_appendices_are_left_out_and_ticks_understood() -> None:
    raw = posted(
        ("phu_luc[3].ten", "A"),
        ("phu_luc[3].noi_dung", "I. B"),
        ("phu_luc[3].ngang", "on"),
        ("phu_luc[1].ten", ""),
        ("phu_luc[1].noi_dung", ""),
    ).raw
    assert raw["phu_luc"] == [{"ten": "A", "noi_dung": "I. B", "ngang": "true"}]


def test_empty_answers_are_absent_and_unknown_inputs_stay_to_be_refused() -> None:
    found = posted(("so", " "), ("ky.ho_ten", ""), ("nguoi_ky", "X"), ("co_quan.ma", "Y"))
    assert found.raw == {"loai": "ke-hoach", "nguoi_ky": "X", "co_quan": {"ma": "Y"}}
    with pytest.raises(InputFaults) as caught:
        found.built(KINDS)
    assert {"nguoi_ky", "co_quan.ma"} <= {fault.noi for fault in caught.value.faults}


def test_a_group_that_is_a_value_is_refused() -> None:
    with pytest.raises(InputFaults) as caught:
        posted(("co_quan", "X"), ("co_quan.ten", "Y")).built(KINDS)
    assert "co_quan" in {fault.noi for fault in caught.value.faults}


def test_an_unknown_kind_is_told_at_once() -> None:
    with pytest.raises(InputFaults, match="Có phải là “ke-hoach”"):
        from_post([("loai", "ke hoach")], KINDS)
    with pytest.raises(InputFaults, match="Không có loại văn bản"):
        from_post([], KINDS)


def test_a_section_without_title_and_inputs_it_does_not_have_are_faults() -> None:
    with pytest.raises(InputFaults) as caught:
        posted(("phan[4].noi_dung", "1. Việc"), ("phan[4].mau_sac", "đỏ")).built(KINDS)
    assert [fault.noi for fault in caught.value.faults[:2]] == ["phan[4].mau_sac", "phan[4].tieu_de"]


@pytest.mark.parametrize(
    ("noi", "dong", "name", "line"),
    [
        ("noi_dung", 2, "noi_dung", 3),
        ("noi_dung", 4, "phan[5].tieu_de", 1),
        ("noi_dung", 6, "phan[5].noi_dung", 3),
        ("noi_dung", 8, "phan[1].tieu_de", 1),
        ("noi_dung", 10, "phan[1].noi_dung", 1),
        ("phu_luc[1].noi_dung", 4, "phu_luc[7].noi_dung", 4),
        ("phu_luc[1].ten", None, "phu_luc[7].ten", None),
        ("co_quan.ten[2]", None, "co_quan.ten", 3),
        ("kinh_gui", None, "kinh_gui[]", None),
        ("ky.chuc_vu", None, "ky.chuc_vu", None),
        ("co_quan", None, None, None),
    ],
)
def test_a_fault_is_found_on_the_page(noi: str, dong: int | None, name: str | None, line: int | None) -> None:
    found = posted(
        ("noi_dung", "\nMở\nđầu"),
        ("phan[5].tieu_de", "NỘI DUNG"),
        ("phan[5].noi_dung", "\n1. Việc\n- Ý"),
        ("phan[1].tieu_de", "KINH PHÍ"),
        ("phan[1].noi_dung", "Đoạn văn."),
        ("phu_luc[7].noi_dung", "I. B\n1. C"),
        ("co_quan.ten", "ỦY BAN\n\nXÃ"),
    )
    assert found.raw["noi_dung"].split("\n")[3:] == [
        "I. NỘI DUNG",
        "1. Việc",
        "- Ý",
        "",
        "II. KINH PHÍ",
        "",
        "Đoạn văn.",
    ]
    where, fault = found.located(Fault(noi, "Sai.", dong=dong))
    assert (where.name if where else None, fault.dong) == (name, line)


def test_the_second_input_of_a_name_is_told_from_the_first() -> None:
    where, _ = posted(("can_cu[]", ""), ("can_cu[]", "A"), ("can_cu[]", "B")).located(Fault("can_cu[2]", "Sai."))
    assert where == Input("can_cu[]", 2)


@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(raw_papers(bodies.map(canonical).filter(bool)))
def test_yaml_json_and_the_form_give_equal_documents(raw: dict[str, Any]) -> None:
    raw = {**raw, "danh_so": {}}  # no question of the form
    document = document_or_none(raw)
    assume(document is not None)
    assert document is not None
    values = plain(document)
    assert build(read_text(write(values)).checked().raw).document == document
    assert build(read_text(json.dumps(values), "json").checked().raw).document == document
    assert build(from_post(to_pairs(values, FORM), KINDS).raw).document == document


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_is_the_same_through_the_form(name: str) -> None:
    raw = read_file(data_file(name)).raw
    through = from_post(to_pairs(raw, FORM), KINDS).built(KINDS)
    assert through == assemble(raw, KINDS)


def test_the_smallest_plan_is_enough() -> None:
    assert from_post(to_pairs(SMALL, FORM), KINDS).built(KINDS).document.trich_yeu == SMALL["trich_yeu"]
