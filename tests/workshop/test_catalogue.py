"""Every name a template may use, as a list, as JSON and as a Word page."""

from __future__ import annotations

import json

import pytest

from docgen.render import Template
from docgen.workshop import names_page, names_report
from docgen.workshop.catalogue import Catalogue, Name, catalogue
from tests.render.build import assert_valid_docx, paragraphs
from tests.workshop.templates import NAME, PLAN, plan


@pytest.fixture(scope="module")
def plans() -> Catalogue:
    return catalogue(PLAN)


def name(found: Catalogue, ten: str) -> Name:
    return next(one for one in found.names if one.ten == ten)


def test_every_name_of_the_template_is_there_with_its_places(plans: Catalogue) -> None:
    printed = {one.ten for one in plans.names if one.dung}

    assert printed >= {ten for ten in Template(PLAN).names() if not ten.endswith("]") and "dau" not in ten}
    assert [(s.phan, s.doan) for s in name(plans, "trich_yeu").dung] == [
        ("thân văn bản", 26),
        ("thuộc tính của tệp", 0),
    ]
    assert plans.exit_code == 0


@pytest.mark.parametrize(
    ("ten", "kieu", "the", "lap"),
    [
        ("trich_yeu", "chữ", "{{ trich_yeu }}", ()),
        ("co_quan.ten", "danh sách", "{%p for dong in co_quan.ten %}", ()),
        ("co_quan.ten[]", "chữ", "{{ dong }}", ("{%p for dong in co_quan.ten %}",)),
        ("can_cu[]", "chữ có định dạng", "{{ dong }}", ("{%p for dong in can_cu %}",)),
        ("noi_dung[].nhan", "chữ", "{{ d.nhan }}", ("{%p for d in noi_dung %}",)),
        (
            "noi_dung[].hang[][].chu",
            "chữ có định dạng",
            "{{ o.chu }}",
            ("{%p for d in noi_dung %}", "{%tr for hang in d.hang %}", "{%tc for o in hang %}"),
        ),
        ("ke.trich_yeu", "đường kẻ", "{{ ke.trich_yeu }}", ()),
        ("so_ban", "chữ", "{{ so_ban }}", ()),
    ],
)
def test_kind_tag_and_loops_of_a_name(plans: Catalogue, ten: str, kieu: str, the: str, lap: tuple[str, ...]) -> None:
    found = name(plans, ten)

    assert (found.kieu, found.the, found.lap) == (kieu, the, lap)


def test_examples_come_from_the_sample_and_labels_from_the_form(plans: Catalogue) -> None:
    found = name(plans, "trich_yeu")

    assert found.vi_du == "Triển khai chuyển đổi số năm 2027 trên địa bàn xã An Thịnh"
    assert found.nhan == "Trích yếu"


def test_what_a_choice_may_be_printed_as_is_told(plans: Catalogue) -> None:
    assert name(plans, "do_khan").gia_tri == ("KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")
    assert name(plans, "trich_yeu").gia_tri == ()
    assert "một trong: KHẨN, THƯỢNG KHẨN, HỎA TỐC" in names_report.as_text(plans)


def test_a_list_tells_the_end_of_its_loop(plans: Catalogue) -> None:
    assert name(plans, "can_cu").dong == "{%p endfor %}"
    assert name(plans, "noi_dung[].hang").dong == "{%tr endfor %}"
    assert name(plans, "trich_yeu").dong == ""
    assert "can_cu: danh sách, lặp tới thẻ {%p endfor %}" in names_report.as_text(plans)


def test_a_name_the_template_does_not_use_is_offered(plans: Catalogue) -> None:
    assert name(plans, "so_ban").dung == ()
    assert "CÓ SẴN, MẪU CHƯA DÙNG" in names_report.as_text(plans)


def test_a_name_nobody_supplies_comes_first_and_gives_one() -> None:
    found = catalogue(plan(("{{ trich_yeu }}", "{{ trich_yeuu }}")), ten=NAME)

    assert found.exit_code == 1
    assert names_report.as_text(found).splitlines()[3] == "KHÔNG AI CUNG CẤP: PHẢI SỬA"


def test_json_holds_the_same(plans: Catalogue) -> None:
    value = json.loads(names_report.as_json(plans))
    found = next(one for one in value["ten"] if one["ten"] == "noi_dung[].chu")

    assert (value["loai"], value["the_thuc"]) == ("ke-hoach", "nd30")
    assert found["lap"] == ["{%p for d in noi_dung %}"]
    assert found["dung"][0] == {
        "phan": "thân văn bản",
        "trang": 2,
        "doan": 46,
        "bang": None,
        "de_muc": "{{ ten_loai }}",
    }


def test_the_word_page_holds_every_tag_and_is_whole(plans: Catalogue) -> None:
    data = names_page.page(plans)

    assert_valid_docx(data)
    assert {one.the for one in plans.names} <= set(paragraphs(data))
    assert data == names_page.page(catalogue(PLAN))


@pytest.mark.parametrize("the_thuc", ["doan", "dang"])
def test_other_standards(the_thuc: str) -> None:
    assert catalogue(PLAN.with_name(f"ke-hoach.{the_thuc}.docx")).exit_code == 0
