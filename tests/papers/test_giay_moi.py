"""Giấy mời: what stands where, and how it looks (NĐ 30/2020, Phụ lục III, Mẫu 1.7)."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.errors import InputFaults
from docgen.reading.facts import Paper
from tests.papers.kinds_made import at, line, look, made, sample, sample_paper, shown, spoken

CENTRED_BOLD = (14.0, True, False, "giua")
TEXT = (14.0, False, False, "deu")


@pytest.fixture
def paper() -> Paper:
    return sample_paper("giay-moi")


def changed(own: dict[str, Any], **values: Any) -> Paper:
    raw = sample("giay-moi")
    return made({**raw, **values, "rieng": {**raw["rieng"], **own}})


def test_the_parts_stand_in_the_order_of_the_model(paper: Paper) -> None:
    starts = [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 36/GM-UBND",
        "An Thịnh, ngày 18 tháng 11 năm 2026",
        "GIẤY MỜI",
        "Dự Hội nghị",
        "Ủy ban nhân dân xã An Thịnh trân trọng kính mời:",
        "- Lãnh đạo Sở Khoa học và Công nghệ;",
        "Tới dự Hội nghị",
        "Chủ trì: Ông Trần Minh Khôi",
        "Thời gian: 08 giờ 00, thứ Ba",
        "Địa điểm: Hội trường",
        "Đề nghị các thôn",
        "Rất mong Quý đại biểu",
        "Nơi nhận:",
        "- Lưu: VT, VHXH.",
        "TM. ỦY BAN NHÂN DÂN",
        "Trần Minh Khôi",
    ]
    found = [at(paper, start) for start in starts]
    assert found == sorted(found)
    assert paper.part("kinh_gui") is None


def test_type_and_abstract_are_bold_14_and_centred_over_a_short_line(paper: Paper) -> None:
    kind, abstract = spoken(paper)[at(paper, "GIẤY MỜI") : at(paper, "GIẤY MỜI") + 2]
    assert [look(kind), look(abstract)] == [CENTRED_BOLD, CENTRED_BOLD]
    below = paper.paras[paper.paras.index(abstract) + 1]
    assert [(rule.net, rule.vi_tri) for rule in below.ke] == [("lien", "tren")]


@pytest.mark.parametrize("start", ["Ủy ban nhân dân xã An Thịnh trân", "Tới dự", "Chủ trì:", "Thời gian:", "Địa điểm:"])
def test_the_lines_of_the_meeting_are_paragraphs_of_the_text(paper: Paper, start: str) -> None:
    para = line(paper, start)
    assert look(para) == TEXT
    assert para.format is not None
    assert para.format.dong_dau_mm == pytest.approx(12.7, abs=0.1)
    assert para.format.sau_pt >= 6


def test_one_who_is_invited_stands_in_the_sentence() -> None:
    printed = shown(changed({"kinh_moi": ["Ông Lý Văn Phong, Bí thư Đảng ủy xã"]}))
    assert "Ủy ban nhân dân xã An Thịnh trân trọng kính mời: Ông Lý Văn Phong, Bí thư Đảng ủy xã." in printed


def test_several_are_listed_each_on_a_line(paper: Paper) -> None:
    first = at(paper, "Ủy ban nhân dân xã An Thịnh trân")
    assert [text[:6] + text[-1] for text in shown(paper)[first + 1 : first + 5]] == [
        "- Lãnh;",
        "- Thườ;",
        "- Trưở;",
        "- Trưở.",
    ]


def test_hyphens_and_signs_that_were_typed_are_not_doubled() -> None:
    printed = shown(changed({"kinh_moi": ["- Sở Y tế;", "Trạm Y tế xã."]}))
    assert {"- Sở Y tế;", "- Trạm Y tế xã."} <= set(printed)


def test_nobody_is_named_where_nobody_presides() -> None:
    assert not any(text.startswith("Chủ trì") for text in shown(changed({"chu_tri": ""})))


def test_the_end_mark_follows_the_place_where_nothing_is_to_be_noted() -> None:
    paper = changed({"dia_diem": "Hội trường xã"}, noi_dung=None, ket_thuc=None)
    assert line(paper, "Địa điểm:").text == "Địa điểm: Hội trường xã./."


def test_the_end_mark_follows_what_is_to_be_noted(paper: Paper) -> None:
    assert line(paper, "Địa điểm:").text.endswith("xã An Thịnh.")
    assert line(changed({}, ket_thuc=None), "Hội nghị sử dụng").text.endswith("thông minh./.")


def test_an_invitation_for_nobody_is_refused() -> None:
    with pytest.raises(InputFaults) as refused:
        changed({"kinh_moi": []})
    assert [fault.noi for fault in refused.value.faults] == ["rieng.kinh_moi"]
