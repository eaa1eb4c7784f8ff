"""Công văn: what stands where, and how it looks (NĐ 30/2020, Phụ lục I, mục II; Phụ lục III, Mẫu 1.5)."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.reading.facts import HeadFoot, Paper, Para
from tests.papers.kinds_made import at, line, look, made, sample, sample_paper, shown, spoken

TEXT_WIDTH_MM = 165.0
NEAR_MM = 0.5


@pytest.fixture
def paper() -> Paper:
    return sample_paper("cong-van")


def changed(**values: Any) -> Paper:
    """The paper of the sample without its appendix, with other values."""
    raw = sample("cong-van")
    del raw["phu_luc"]
    return made({**raw, **values})


def left_mm(para: Para) -> float:
    """Where the first line of a paragraph begins."""
    assert para.format is not None
    return para.format.trai_mm + para.format.dong_dau_mm


def foot(paper: Paper, section: int = 1) -> HeadFoot:
    """The footer of the first page of a section."""
    return next(one for one in paper.dau_chan if (one.muc, one.noi, one.trang) == (section, "chan", "dau"))


def address(paper: Paper, section: int = 1) -> list[str]:
    return [para.text for para in foot(paper, section).paras if para.text]


def test_the_parts_stand_in_the_order_of_the_model(paper: Paper) -> None:
    starts = [
        "ỦY BAN NHÂN DÂN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 128/UBND-VHXH",
        "V/v tăng cường",
        "An Thịnh, ngày 05 tháng 11 năm 2026",
        "Kính gửi:",
        "- Trạm Y tế xã;",
        "- Các thôn.",
        "Thực hiện Công văn",
        "Ủy ban nhân dân xã đề nghị các cơ quan",
        "Nơi nhận:",
        "- Như trên;",
        "- Sở Y tế (để báo cáo);",
        "- Lưu: VT, VHXH.",
        "TM. ỦY BAN NHÂN DÂN",
        "Trần Minh Khôi",
        "Phụ lục",
    ]
    found = [at(paper, start) for start in starts]
    assert found == sorted(found)


def test_no_line_names_the_type_and_its_code_is_not_in_the_number(paper: Paper) -> None:
    assert "CÔNG VĂN" not in "\n".join(shown(paper))
    assert paper.part("ten_loai") is None
    assert line(paper, "Số:").text == "Số: 128/UBND-VHXH"


def test_the_abstract_is_upright_12_centred_6_pt_under_the_number_without_a_line(paper: Paper) -> None:
    number, abstract = line(paper, "Số:"), line(paper, "V/v")
    assert look(abstract) == (12.0, False, False, "giua")
    assert number.format is not None
    assert abstract.format is not None
    assert (number.format.sau_pt, abstract.format.truoc_pt) == (0.0, 6.0)
    assert abstract.o == number.o
    assert abstract.ke == ()


@pytest.mark.parametrize("typed", ["góp ý dự thảo", "V/v góp ý dự thảo", "Về việc góp ý dự thảo"])
def test_the_abstract_opens_once_however_it_was_typed(typed: str) -> None:
    assert line(changed(trich_yeu=typed), "V/v").text == "V/v góp ý dự thảo"


def test_marks_stand_below_the_abstract() -> None:
    paper = changed(do_mat="mat", do_khan="hoa-toc")
    abstract = at(paper, "V/v")
    assert shown(paper)[abstract + 1 : abstract + 3] == ["MẬT", "HỎA TỐC"]


def test_one_addressee_stands_behind_the_words_without_a_sign() -> None:
    paper = changed(kinh_gui=["Sở Y tế"])
    addressed = line(paper, "Kính gửi:")
    assert addressed.text == "Kính gửi: Sở Y tế"
    assert look(addressed)[:3] == (14.0, False, False)


def test_several_addressees_stand_in_a_list_with_hyphens_below_the_colon(paper: Paper) -> None:
    first = at(paper, "Kính gửi:")
    words, *listed = spoken(paper)[first : first + 5]
    assert words.text == "Kính gửi:"
    assert [para.text for para in listed] == [
        "- Trạm Y tế xã;",
        "- Phòng Văn hóa - Xã hội;",
        "- Các trường học trên địa bàn xã;",
        "- Các thôn.",
    ]
    assert {look(para)[:3] for para in (words, *listed)} == {(14.0, False, False)}
    # PL III, Mẫu 1.5: the words 35 mm from the margin, the list 45 mm.
    assert left_mm(words) == pytest.approx(35, abs=NEAR_MM)
    assert [left_mm(para) for para in listed] == pytest.approx([45] * 4, abs=NEAR_MM)


def test_the_recipients_begin_with_as_above_beside_the_signature(paper: Paper) -> None:
    label, first = spoken(paper)[at(paper, "Nơi nhận:") : at(paper, "Nơi nhận:") + 2]
    authority = line(paper, "TM. ỦY BAN")
    assert look(label)[:3] == (12.0, True, True)
    assert (first.text, look(first)[:3]) == ("- Như trên;", (11.0, False, False))
    assert label.o is not None
    assert authority.o is not None
    assert label.o[:2] == authority.o[:2]


@pytest.mark.parametrize("typed", [[], ["Như trên"], ["Như trên", "Sở Y tế"]])
def test_as_above_is_printed_once_however_the_recipients_were_typed(typed: list[str]) -> None:
    printed = shown(changed(noi_nhan=typed))
    start = printed.index("Nơi nhận:")
    others = [f"- {name};" for name in typed if name != "Như trên"]
    assert printed[start + 1 : start + 3 + len(others)] == ["- Như trên;", *others, "- Lưu: VT, VHXH."]


def test_the_end_mark_follows_the_last_words(paper: Paper) -> None:
    assert line(paper, "Ủy ban nhân dân xã đề nghị các").text.endswith("để được hướng dẫn./.")


def test_the_end_mark_follows_the_body_where_there_are_no_closing_words() -> None:
    assert line(changed(ket_thuc=None), "4. Các thôn").text.endswith("hằng tuần./.")


def test_the_address_stands_at_the_foot_of_the_first_page_in_the_decrees_order() -> None:
    full = {
        "dia_chi": "Số 12 đường Hoàng Liên",
        "dien_thoai": "0900 000 000",
        "fax": "0900 000 001",
        "thu_dien_tu": "ten@example.vn",
        "trang_tin": "anthinh.example.vn",
    }
    paper = changed(rieng=full)
    assert address(paper) == [
        "Số 12 đường Hoàng Liên",
        "ĐT: 0900 000 000, Fax: 0900 000 001",
        "E-Mail: ten@example.vn, Website: anthinh.example.vn",
    ]
    assert not any("0900" in text for text in shown(paper))
    elsewhere = [para.text for one in paper.dau_chan if one != foot(paper) for para in one.paras]
    assert not any("0900" in text for text in elsewhere)


def test_the_address_is_upright_11_under_a_line_as_wide_as_the_text(paper: Paper) -> None:
    first, *others = [para for para in foot(paper).paras if para.text]
    assert {look(para)[:3] for para in (first, *others)} == {(11.0, False, False)}
    (rule,) = first.ke
    assert (rule.vi_tri, rule.net) == ("tren", "lien")
    assert rule.dai_mm == pytest.approx(TEXT_WIDTH_MM, abs=NEAR_MM)


@pytest.mark.parametrize(
    ("given", "printed"),
    [
        ({}, []),
        ({"fax": "0900 000 001"}, ["Fax: 0900 000 001"]),
        ({"dien_thoai": "0900 000 000"}, ["ĐT: 0900 000 000"]),
        ({"trang_tin": "anthinh.example.vn"}, ["Website: anthinh.example.vn"]),
        ({"dia_chi": "Thôn Trung Tâm", "thu_dien_tu": "ten@example.vn"}, ["Thôn Trung Tâm", "E-Mail: ten@example.vn"]),
    ],
)
def test_only_what_was_answered_of_the_address_is_printed(given: dict[str, str], printed: list[str]) -> None:
    assert address(changed(rieng=given)) == printed


@pytest.mark.parametrize("count", [1, 2])
def test_the_address_is_not_repeated_under_appendices(count: int) -> None:
    raw = sample("cong-van")
    raw["phu_luc"] = [{"ten": f"BIỂU {at}", "noi_dung": "Số liệu.", "ngang": "có"} for at in range(count)]
    paper = made(raw)
    assert len(paper.sections) == 1 + count
    assert len(address(paper)) == 3
    assert [address(paper, section) for section in range(2, 2 + count)] == [[]] * count
