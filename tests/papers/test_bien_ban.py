"""Biên bản: what stands where, and how it looks (NĐ 30/2020, Phụ lục III, Mẫu 1.9)."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.errors import InputFaults
from docgen.reading.facts import Paper
from tests.papers.kinds_made import at, line, look, made, sample, sample_paper, shown

CENTRED_BOLD = (14.0, True, False, "giua")
TEXT = (14.0, False, False, "deu")


@pytest.fixture
def paper() -> Paper:
    return sample_paper("bien-ban")


def changed(own: dict[str, Any], **values: Any) -> Paper:
    raw = sample("bien-ban")
    return made({**raw, **values, "rieng": {**raw["rieng"], **own}})


def test_the_parts_stand_in_the_order_of_the_model(paper: Paper) -> None:
    starts = [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 14/BB-UBND",
        "BIÊN BẢN",
        "Họp đánh giá",
        "Thời gian bắt đầu: 08 giờ 00",
        "Địa điểm: Phòng họp",
        "Thành phần tham dự:",
        "- Ông Hoàng Văn Sơn",
        "Chủ trì (chủ tọa): Ông Trần Minh Khôi",
        "Thư ký (người ghi biên bản): Bà Nguyễn Thùy Dương",
        "Nội dung (theo diễn biến cuộc họp):",
        "1. Ông Hoàng Văn Sơn",
        "Cuộc họp kết thúc vào 11 giờ 15",
        "THƯ KÝ",
        "CHỦ TỌA",
        "Nguyễn Thùy Dương",
        "Trần Minh Khôi",
        "Nơi nhận:",
        "- Lưu: VT, Hồ sơ.",
        "Phụ lục",
    ]
    found = [at(paper, start) for start in starts]
    assert found == sorted(found)


def test_there_is_no_line_of_place_and_date(paper: Paper) -> None:
    assert paper.part("dia_danh_ngay") is None
    assert shown(paper)[at(paper, "Số:") + 1] == "BIÊN BẢN"


def test_type_and_name_of_the_meeting_are_bold_14_and_centred(paper: Paper) -> None:
    assert look(line(paper, "BIÊN BẢN")) == CENTRED_BOLD
    assert look(line(paper, "Họp đánh giá")) == CENTRED_BOLD


@pytest.mark.parametrize(
    "start", ["Thời gian", "Địa điểm", "Thành phần", "- Bà Lù", "Chủ trì (", "Thư ký (", "Nội dung (", "Cuộc họp kết"]
)
def test_the_lines_of_the_meeting_are_paragraphs_of_the_text(paper: Paper, start: str) -> None:
    assert look(line(paper, start)) == TEXT


@pytest.mark.parametrize(("ma", "nhan"), [("hoi-nghi", "hội nghị"), ("hoi-thao", "hội thảo")])
def test_the_minutes_say_what_was_held(ma: str, nhan: str) -> None:
    assert f"Nội dung (theo diễn biến {nhan}):" in shown(changed({"loai_hop": ma}))


def test_one_group_stands_behind_the_words() -> None:
    assert "Thành phần tham dự: Toàn thể công chức." in shown(changed({"thanh_phan": ["Toàn thể công chức"]}))


def test_two_hundred_who_attended_are_listed_in_order() -> None:
    names = [f"Ông Nguyễn Văn Thử, số {number}" for number in range(1, 201)]
    paper = changed({"thanh_phan": names})
    first = at(paper, "Thành phần tham dự:") + 1
    listed = shown(paper)[first : first + 200]
    assert listed == [*(f"- {name};" for name in names[:-1]), f"- {names[-1]}."]


def test_the_closing_sentence_carries_the_end_mark(paper: Paper) -> None:
    assert line(paper, "Cuộc họp kết").text == "Cuộc họp kết thúc vào 11 giờ 15, ngày 05 tháng 11 năm 2026./."
    assert [text for text in shown(paper)[: at(paper, "Nơi nhận:")] if text.endswith("./.")] == [
        "Cuộc họp kết thúc vào 11 giờ 15, ngày 05 tháng 11 năm 2026./."
    ]


def cells(paper: Paper, *starts: str) -> list[tuple[int, int]]:
    """Row and column of lines."""
    after = at(paper, "Cuộc họp kết")
    found = [line(paper, start, after).o for start in starts]
    return [o[1:] for o in found if o is not None]


def test_the_secretary_signs_on_the_left_and_the_chairman_on_the_right_with_names_level() -> None:
    paper = changed({}, ky={"ho_ten": "Trần Minh Khôi", "chuc_vu": "PHÓ CHỦ TỊCH UBND XÃ"})
    signed = ("THƯ KÝ", "CHỦ TỌA", "PHÓ CHỦ TỊCH UBND XÃ", "Nguyễn Thùy Dương", "Trần Minh Khôi")
    assert cells(paper, *signed) == [(1, 1), (1, 2), (1, 2), (2, 1), (2, 2)]
    after = at(paper, "Cuộc họp kết")
    assert {look(line(paper, start, after)) for start in signed} == {CENTRED_BOLD}


def test_names_that_are_not_known_are_left_for_the_pen() -> None:
    paper = changed({"thu_ky_ho_ten": ""}, ky={})
    after = at(paper, "Cuộc họp kết")
    assert shown(paper)[after + 1 : after + 4] == ["THƯ KÝ", "CHỦ TỌA", "Nơi nhận:"]


def test_the_recipients_stand_under_the_signatures(paper: Paper) -> None:
    label = line(paper, "Nơi nhận:")
    assert label.o is None
    assert look(label) == (12.0, True, True, "trai")
    assert look(line(paper, "- Lưu:")) == (11.0, False, False, "trai")


def test_minutes_without_a_closing_sentence_are_refused() -> None:
    with pytest.raises(InputFaults) as refused:
        changed({}, ket_thuc=None)
    assert [fault.noi for fault in refused.value.faults] == ["ket_thuc"]
