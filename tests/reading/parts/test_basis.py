from __future__ import annotations

import pytest

from docgen.reading.facts import Paper
from docgen.reading.read import read_text
from tests.reading.parts.paper import END, HEAD, b, p, sure, text, texts, word

LUAT = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"
NGHI_DINH = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;"
MO_DAU = "Sở Công Thương ban hành Kế hoạch như sau:"


def plan(*lines: str) -> Paper:
    return word(HEAD, b("KẾ HOẠCH"), b("Năm 2026"), *lines, p("I. MỤC ĐÍCH", dam=True), "- Căn cứ tình hình;", END)


def test_each_basis_is_a_part_of_its_own() -> None:
    paper = plan(LUAT, NGHI_DINH, MO_DAU)
    assert texts(paper, "can_cu") == [LUAT, NGHI_DINH]
    assert text(paper, "mo_dau") == MO_DAU
    assert sure(paper, "can_cu")
    assert text(paper, "noi_dung").startswith("I. MỤC ĐÍCH\n- Căn cứ")


@pytest.mark.parametrize("end", [".", ",", ";"])
def test_the_last_basis_may_end_with_any_mark(end: str) -> None:
    paper = plan(LUAT, NGHI_DINH[:-1] + end, MO_DAU)
    assert texts(paper, "can_cu") == [LUAT, NGHI_DINH[:-1] + end]


def test_a_basis_without_a_verb_is_known_between_others() -> None:
    odd = "Công văn số 2911/UBND-KTN, ngày 28/6/2018 của Ủy ban nhân dân tỉnh về việc triển khai;"
    paper = plan(LUAT, odd, MO_DAU)
    assert texts(paper, "can_cu") == [LUAT, odd]
    assert [part.chac for part in paper.parts["can_cu"]] == ["chac", "doan"]


def test_a_basis_and_the_opening_in_one_sentence_are_the_opening() -> None:
    merged = (
        "Thực hiện Quyết định số 02/QĐ-BCĐ ngày 26/6/2019 của Ban Chỉ đạo, Sở ban hành Kế hoạch với nội dung như sau:"
    )
    paper = plan(merged)
    assert "can_cu" not in paper.parts
    assert text(paper, "mo_dau") == merged
    paper = plan(LUAT, merged)
    assert texts(paper, "can_cu") == [LUAT]
    assert text(paper, "mo_dau") == merged


def test_party_papers_put_a_hyphen_before_each_basis() -> None:
    lines = ["- Căn cứ Điều lệ Đảng;", "- Thực hiện Nghị quyết số 12-NQ/TU, ngày 05/9/2026 của Tỉnh ủy,"]
    paper = plan(*lines, "Ban Thường vụ ban hành Kế hoạch như sau:")
    assert texts(paper, "can_cu") == lines


def test_bullets_of_the_body_are_no_bases() -> None:
    paper = word(HEAD, b("KẾ HOẠCH"), b("Năm 2026"), MO_DAU, "- Thực hiện tốt công tác;", "- Theo dõi, đôn đốc.", END)
    assert "can_cu" not in paper.parts
    assert text(paper, "noi_dung") == "- Thực hiện tốt công tác;\n- Theo dõi, đôn đốc."
    paper = word(HEAD, b("KẾ HOẠCH"), b("Năm 2026"), "- Thực hiện tốt công tác;", "- Đôn đốc.", END)
    assert "can_cu" not in paper.parts


def test_several_bases_in_one_paragraph_are_parted_at_the_line_breaks() -> None:
    paper = plan(f"{LUAT}\n{NGHI_DINH}", MO_DAU)
    assert texts(paper, "can_cu") == [LUAT, NGHI_DINH]


def test_everything_above_quyet_dinh_is_a_basis() -> None:
    lines = [LUAT, "Xét Tờ trình số 12/TTr-STC ngày 25/5/2026;", "Theo đề nghị của Giám đốc Sở Tài chính."]
    paper = word(
        HEAD, b("QUYẾT ĐỊNH"), b("Về việc A"), b("GIÁM ĐỐC SỞ CÔNG THƯƠNG"), *lines, b("QUYẾT ĐỊNH:"), "Điều 1. A.", END
    )
    assert texts(paper, "can_cu") == lines
    assert sure(paper, "can_cu")
    assert text(paper, "noi_dung") == "Điều 1. A."
    assert "mo_dau" not in paper.parts


def test_an_opening_of_two_paragraphs_is_two_parts() -> None:
    paper = word(
        HEAD,
        b("THÔNG BÁO"),
        b("A"),
        "Ngày 16/4/2026, Sở họp.",
        "Sau khi nghe báo cáo, Giám đốc kết luận như sau:",
        "1. A.",
        END,
    )
    assert texts(paper, "mo_dau") == ["Ngày 16/4/2026, Sở họp.", "Sau khi nghe báo cáo, Giám đốc kết luận như sau:"]


def test_a_letter_without_opening_is_all_body() -> None:
    paper = word(HEAD, "Sở Công Thương nhận được Công văn số 12/UBND-KT.", "Sở không có ý kiến./.", END)
    assert "mo_dau" not in paper.parts
    assert text(paper, "noi_dung") == "Sở Công Thương nhận được Công văn số 12/UBND-KT.\nSở không có ý kiến./."


def test_styles_named_for_them_decide_where_words_do_not() -> None:
    paper = word(
        HEAD,
        b("KẾ HOẠCH", kieu="Tên loại văn bản"),
        b("Năm 2026", kieu="Trích yếu"),
        p("Công văn số 12/UBND.", kieu="Căn cứ"),
        p("Ý kiến chỉ đạo như sau:", kieu="Căn cứ"),
        p("Sở làm", kieu="Mở đầu"),
        p("Việc một như sau:", kieu="Đoạn văn"),
        END,
    )
    assert texts(paper, "can_cu") == ["Công văn số 12/UBND.", "Ý kiến chỉ đạo như sau:"]
    assert text(paper, "mo_dau") == "Sở làm"
    assert text(paper, "noi_dung") == "Việc một như sau:"


def test_text_without_looks_has_bases_too() -> None:
    paper = read_text(f"KẾ HOẠCH\n\nNăm 2026\n\n{LUAT}\n\n\n{NGHI_DINH}\n\n{MO_DAU}\n\nI. MỤC ĐÍCH\n")
    assert texts(paper, "can_cu") == [LUAT, NGHI_DINH]
    assert text(paper, "mo_dau") == MO_DAU


def test_a_colon_far_down_a_letter_is_no_opening() -> None:
    lines = [f"Nội dung thứ {k} của công văn." for k in range(8)]
    paper = word(HEAD, *lines, "Về việc này, Sở có ý kiến:", "Đồng ý với đề xuất./.", END)
    assert "mo_dau" not in paper.parts
    assert text(paper, "noi_dung").count("\n") == 9
