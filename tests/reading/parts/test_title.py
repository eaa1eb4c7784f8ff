from __future__ import annotations

import pytest

from docgen.reading.facts import Paper, Para, Rule
from docgen.reading.read import read_text
from docgen.standards.types import LOAI_ND30
from tests.reading.parts.paper import END, HEAD, QH, TN, Box, b, c, p, sure, text, texts, word

LINE = p(ke=(Rule("hinh", 30.0),), canh="giua")


def titled(*lines: Para | str) -> Paper:
    return word(HEAD, p(), *lines, p("I. MỤC ĐÍCH", dam=True), "- Việc một.", END)


@pytest.mark.parametrize("ten", [kind.ten for kind in LOAI_ND30 if kind.ten not in ("Công văn", "Thư công")])
def test_all_types_that_print_their_name_are_known(ten: str) -> None:
    paper = titled(b(ten.upper()), b("Về công tác năm 2026"), LINE)
    assert text(paper, "ten_loai") == ten.upper()
    assert sure(paper, "ten_loai")
    assert text(paper, "trich_yeu") == "Về công tác năm 2026"


def test_an_abstract_may_run_over_several_lines() -> None:
    paper = titled(
        b("KẾ HOẠCH"), b("Thực hiện Chương trình mục tiêu quốc gia "), b("phòng, chống ma túy năm 2030"), LINE
    )
    assert text(paper, "trich_yeu") == "Thực hiện Chương trình mục tiêu quốc gia\nphòng, chống ma túy năm 2030"


def test_name_and_abstract_may_share_a_paragraph() -> None:
    paper = titled(b("KẾ HOẠCH\nPhòng, chống thiên tai"))
    assert (text(paper, "ten_loai"), text(paper, "trich_yeu")) == ("KẾ HOẠCH", "Phòng, chống thiên tai")
    paper = titled(b("KẾ HOẠCH Phòng, chống thiên tai"))
    assert (text(paper, "ten_loai"), text(paper, "trich_yeu")) == ("KẾ HOẠCH", "Phòng, chống thiên tai")
    assert not sure(paper, "trich_yeu")


def test_an_abstract_may_be_in_capitals() -> None:
    paper = titled(b("THÔNG BÁO"), b("KẾT QUẢ TUYỂN DỤNG VIÊN CHỨC NĂM 2026"), LINE)
    assert text(paper, "ten_loai") == "THÔNG BÁO"
    assert text(paper, "trich_yeu") == "KẾT QUẢ TUYỂN DỤNG VIÊN CHỨC NĂM 2026"


def test_a_name_may_have_a_few_words_more() -> None:
    paper = titled(b("GIẤY MỜI HỌP"), b("Giao ban tháng 6"))
    assert (text(paper, "ten_loai"), text(paper, "trich_yeu")) == ("GIẤY MỜI HỌP", "Giao ban tháng 6")
    paper = titled(b("BIÊN BẢN CUỘC HỌP"))
    assert (text(paper, "ten_loai"), text(paper, "trich_yeu")) == ("BIÊN BẢN", "CUỘC HỌP")


def test_capitals_made_by_word_name_a_type_too() -> None:
    assert text(titled(b("Kế hoạch", in_hoa=True), b("Năm 2026")), "ten_loai") == "Kế hoạch"


def test_a_title_that_no_list_knows_is_guessed_by_its_look() -> None:
    paper = titled(b("ĐIỀU KHOẢN THAM CHIẾU"), b("Gói thầu tư vấn"), LINE)
    assert text(paper, "ten_loai") == "ĐIỀU KHOẢN THAM CHIẾU"
    assert not sure(paper, "ten_loai")


@pytest.mark.parametrize("row", ["***", "-----", "------------------------", "_______", "–––––"])
def test_a_row_of_signs_under_the_abstract_is_its_rule(row: str) -> None:
    paper = titled(b("KẾ HOẠCH"), b("Năm 2026"), c(row))
    assert text(paper, "gach_ten_loai") == row
    assert text(paper, "trich_yeu") == "Năm 2026"


def test_a_decision_names_its_authority() -> None:
    for authority in ("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI", "GIÁM ĐỐC SỞ CÔNG THƯƠNG", "ỦY BAN NHÂN DÂN XÃ A"):
        for abstract in ("Về việc thành lập Ban Chỉ đạo", "PHÊ DUYỆT DỰ ÁN"):
            paper = word(
                HEAD,
                b("QUYẾT ĐỊNH"),
                b(abstract),
                LINE,
                b(authority),
                p("Căn cứ Luật A ngày 16 tháng 6 năm 2025;", nghieng=True),
                b("QUYẾT ĐỊNH:"),
                p(runs=[("Điều 1.", True), (" Thành lập Ban Chỉ đạo.", False)]),
                END,
            )
            assert text(paper, "tham_quyen") == authority
            assert text(paper, "trich_yeu") == abstract
            assert text(paper, "loi_quyet_dinh") == "QUYẾT ĐỊNH:"
            assert text(paper, "noi_dung") == "Điều 1. Thành lập Ban Chỉ đạo."


def test_text_without_looks_is_read_to_the_same_title() -> None:
    paper = read_text(
        " KẾ HOẠCH\n\nTổ chức các hoạt động chào mừng Đại hội đại biểu\n\n"
        "Đảng bộ Khối lần thứ III, nhiệm kỳ 2020 - 2025\n----------\n"
        "Thực hiện Chương trình công tác, Đoàn Khối ban hành Kế hoạch như sau:\nI. MỤC ĐÍCH:\n"
    )
    assert text(paper, "trich_yeu").split("\n") == [
        "Tổ chức các hoạt động chào mừng Đại hội đại biểu",
        "Đảng bộ Khối lần thứ III, nhiệm kỳ 2020 - 2025",
    ]
    assert text(paper, "gach_ten_loai") == "----------"


def test_an_abstract_may_begin_like_a_basis() -> None:
    paper = read_text(
        "KẾ HOẠCH\nThực hiện Nghị quyết số 12-NQ/TU\n"
        "Thực hiện Nghị quyết số 12-NQ/TU ngày 03/02/2026, Sở ban hành Kế hoạch:\n"
        "I. MỤC ĐÍCH\n"
    )
    assert text(paper, "trich_yeu") == "Thực hiện Nghị quyết số 12-NQ/TU"
    assert text(paper, "mo_dau").endswith("ban hành Kế hoạch:")


def test_a_text_box_between_the_lines_does_not_part_them() -> None:
    paper = titled(b("KẾ HOẠCH"), Box("DỰ THẢO"), b("Năm 2026"))
    assert text(paper, "trich_yeu") == "Năm 2026"
    assert texts(paper, "du_thao") == ["DỰ THẢO"]


def test_a_sentence_that_begins_with_a_type_is_no_title() -> None:
    paper = word(HEAD, "Kế hoạch này được thực hiện trong năm 2026.", "Báo cáo gửi về Sở.", END)
    assert "ten_loai" not in paper.parts


def test_a_resolution_names_the_council_and_its_session() -> None:
    paper = word(
        HEAD,
        b("NGHỊ QUYẾT"),
        b("Về dự toán ngân sách năm 2026"),
        LINE,
        b("HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI"),
        b("KHÓA XVI, KỲ HỌP THỨ 25"),
        p("Căn cứ Luật A;", nghieng=True),
        b("QUYẾT NGHỊ:"),
        "Điều 1. A.",
        END,
    )
    assert text(paper, "tham_quyen") == "HỘI ĐỒNG NHÂN DÂN TỈNH LÀO CAI\nKHÓA XVI, KỲ HỌP THỨ 25"
    assert text(paper, "loi_quyet_dinh") == "QUYẾT NGHỊ:"


def test_a_contract_has_its_number_under_the_title() -> None:
    paper = word(
        QH, TN, b("HỢP ĐỒNG"), b("Mua sắm thiết bị"), c("Số: 12/HĐ-SCT"), "Hôm nay, chúng tôi gồm:", "1. Bên A."
    )
    assert text(paper, "so_ky_hieu") == "Số: 12/HĐ-SCT"
    assert not sure(paper, "so_ky_hieu")
    assert text(paper, "trich_yeu") == "Mua sắm thiết bị"


def test_a_conclusion_of_the_party_is_known() -> None:
    paper = titled(b("KẾT LUẬN"), b("của Ban Thường vụ Tỉnh ủy"), b("về công tác cán bộ"), c("-----"))
    assert text(paper, "ten_loai") == "KẾT LUẬN"
    assert text(paper, "trich_yeu") == "của Ban Thường vụ Tỉnh ủy\nvề công tác cán bộ"
    assert text(paper, "gach_ten_loai") == "-----"


def test_lines_of_an_abstract_in_a_text_may_end_with_a_comma() -> None:
    paper = read_text("KẾ HOẠCH\nTriển khai công tác quốc tế,\nđối ngoại nhân dân năm 2026\nI. MỤC ĐÍCH\n- Một.\n")
    assert text(paper, "trich_yeu") == "Triển khai công tác quốc tế,\nđối ngoại nhân dân năm 2026"
    paper = read_text("GIẤY MỜI HỌP\nĐể giao ban tháng 6.\nSở kính mời các đơn vị dự họp như sau:\n1. Một.\n")
    assert (text(paper, "ten_loai"), text(paper, "trich_yeu")) == ("GIẤY MỜI HỌP", "Để giao ban tháng 6.")
