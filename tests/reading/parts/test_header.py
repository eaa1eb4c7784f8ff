from __future__ import annotations

import pytest

from docgen.reading.facts import Paper, Rule
from docgen.reading.read import read_text
from tests.reading.parts.paper import END, QH, TN, Box, Table, b, c, p, sure, text, texts, word

LEFT = [c("UBND TỈNH LÀO CAI"), b("SỞ CÔNG THƯƠNG")]
SO, NGAY = c("Số:        /KH-SCT"), c("Lào Cai, ngày     tháng 3 năm 2026", nghieng=True)
REST = (b("KẾ HOẠCH"), b("Phòng, chống thiên tai"), p("I. MỤC ĐÍCH", dam=True), "- Việc một.", END)
LINE = p(ke=(Rule("hinh", 40.0),), canh="giua")


def check(paper: Paper) -> None:
    assert text(paper, "quoc_hieu") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert text(paper, "tieu_ngu") == "Độc lập - Tự do - Hạnh phúc"
    assert text(paper, "chu_quan") == "UBND TỈNH LÀO CAI"
    assert text(paper, "co_quan") == "SỞ CÔNG THƯƠNG"
    assert text(paper, "so_ky_hieu").replace(" ", "") == "Số:/KH-SCT"
    assert text(paper, "dia_danh_ngay").startswith("Lào Cai, ngày")
    assert text(paper, "ten_loai") == "KẾ HOẠCH"
    assert text(paper, "trich_yeu") == "Phòng, chống thiên tai"


def test_a_header_of_one_row_is_read() -> None:
    check(word(Table([[*LEFT, LINE, SO], [QH, TN, LINE, NGAY]]), *REST))


def test_a_header_of_two_rows_is_read() -> None:
    check(word(Table([LEFT, [QH, TN]], [SO, NGAY]), *REST))


def test_a_header_with_a_column_for_space_is_read() -> None:
    check(word(Table([LEFT, p(), [QH, TN]], [SO, p(), NGAY]), *REST))


def test_a_header_of_three_rows_is_read() -> None:
    check(word(Table([c("UBND TỈNH LÀO CAI"), QH], [b("SỞ CÔNG THƯƠNG"), TN], [SO, NGAY]), *REST))


def test_a_header_of_three_rows_and_columns_is_read() -> None:
    check(word(Table([c("UBND TỈNH LÀO CAI"), p(), QH], [b("SỞ CÔNG THƯƠNG"), p(), TN], [SO, p(), NGAY]), *REST))


def test_a_title_in_the_table_of_the_header_is_found() -> None:
    check(word(Table([LEFT, [QH, TN]], [SO, NGAY], [[b("KẾ HOẠCH"), b("Phòng, chống thiên tai")]]), *REST[2:]))


def test_a_header_made_with_tabs_is_cut_into_its_columns() -> None:
    paper = word(
        p("    UBND TỈNH LÀO CAI           CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        p("    SỞ CÔNG THƯƠNG\t              Độc lập - Tự do - Hạnh phúc", dam=True),
        p("  Số:        /KH-SCT\t\tLào Cai, ngày     tháng 3 năm 2026"),
        *REST,
    )
    check(paper)


def test_a_header_copied_out_of_a_pdf_is_cut_where_the_fixed_phrases_begin() -> None:
    paper = read_text(
        "UBND TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "SỞ CÔNG THƯƠNG Độc lập - Tự do - Hạnh phúc\n"
        "Số: /KH-SCT Lào Cai, ngày 05 tháng 3 năm 2026\n"
        "KẾ HOẠCH\nPhòng, chống thiên tai\nI. MỤC ĐÍCH\n- Việc một.\n"
    )
    check(paper)


@pytest.mark.parametrize("left_first", [True, False])
def test_a_flattened_header_is_read_whichever_column_comes_first(left_first: bool) -> None:
    left = ["UBND TỈNH LÀO CAI", "SỞ CÔNG THƯƠNG", "", "Số: /KH-SCT"]
    right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", "Độc lập - Tự do - Hạnh phúc"]
    date = ["Lào Cai, ngày 05 tháng 3 năm 2026"]
    lines = [*left, *right, *date] if left_first else [*right, *left, *date]
    check(read_text("\n".join([*lines, "", "KẾ HOẠCH", "Phòng, chống thiên tai", "", "I. MỤC ĐÍCH", "- Việc một."])))


def test_blanks_that_force_a_new_line_part_the_name() -> None:
    paper = word(Table([[b("ỦY BAN NHÂN DÂN              TỈNH LÀO CAI"), SO], [QH, TN, NGAY]]), *REST)
    assert text(paper, "co_quan") == "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI"


def test_forced_line_breaks_part_the_lines_of_one_paragraph() -> None:
    both = b("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n")
    paper = word(Table([b(" ỦY BAN NHÂN DÂN TỈNH LÀO CAI\n"), both], [SO, NGAY]), *REST)
    assert text(paper, "quoc_hieu") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert text(paper, "tieu_ngu") == "Độc lập - Tự do - Hạnh phúc"
    assert text(paper, "co_quan") == "ỦY BAN NHÂN DÂN TỈNH LÀO CAI"


@pytest.mark.parametrize(
    ("typed", "certain"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("CỘNG  HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True),
        ("CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM", False),
        ("CONG HOA XA HOI CHU NGHIA VIET NAM", False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGĨA VIỆT NAM", False),
    ],
)
def test_quoc_hieu_is_known_however_it_is_spelled(typed: str, certain: bool) -> None:
    paper = word(Table([[*LEFT, SO], [b(typed), TN, NGAY]]), *REST)
    assert text(paper, "quoc_hieu") == typed
    assert sure(paper, "quoc_hieu") is certain


@pytest.mark.parametrize(
    "typed", ["Độc lập – Tự do – Hạnh phúc", "Độc lập-Tự do-Hạnh phúc", "Độc lập - Tự do – Hạnh phúc"]
)
def test_tieu_ngu_is_known_with_any_dash(typed: str) -> None:
    paper = word(Table([[*LEFT, SO], [QH, b(typed), NGAY]]), *REST)
    assert text(paper, "tieu_ngu") == typed
    assert sure(paper, "tieu_ngu")


def test_a_paper_of_the_party_has_a_title_and_asterisk() -> None:
    paper = word(
        Table(
            [
                [c("ĐẢNG BỘ TỈNH LÀO CAI"), b("HUYỆN ỦY BẢO YÊN"), c("*"), c("Số 12-KH/HU")],
                [b("ĐẢNG CỘNG SẢN VIỆT NAM"), c("Bảo Yên, ngày 03 tháng 02 năm 2026")],
            ]
        ),
        *REST,
    )
    assert text(paper, "tieu_de") == "ĐẢNG CỘNG SẢN VIỆT NAM"
    assert text(paper, "chu_quan") == "ĐẢNG BỘ TỈNH LÀO CAI"
    assert text(paper, "co_quan") == "HUYỆN ỦY BẢO YÊN"
    assert text(paper, "gach_co_quan") == "*"
    assert text(paper, "so_ky_hieu") == "Số 12-KH/HU"
    assert "quoc_hieu" not in paper.parts


def test_a_paper_of_the_doan_has_a_title_and_asterisks() -> None:
    paper = read_text(
        "\tBCH ĐOÀN TỈNH BÌNH DƯƠNG\n***\n\nSố:  107  -KH/TĐTN-TNTH\n\tĐOÀN TNCS HỒ CHÍ MINH\n\n\n"
        " Bình Dương, ngày  22  tháng 8 năm 2018\n\nKẾ HOẠCH\n\nHiến máu\n------------\nI. MỤC ĐÍCH\n"
    )
    assert text(paper, "tieu_de") == "ĐOÀN TNCS HỒ CHÍ MINH"
    assert text(paper, "co_quan") == "BCH ĐOÀN TỈNH BÌNH DƯƠNG"
    assert text(paper, "so_ky_hieu") == "Số:  107  -KH/TĐTN-TNTH"
    assert text(paper, "dia_danh_ngay") == "Bình Dương, ngày  22  tháng 8 năm 2018"
    assert text(paper, "gach_co_quan") == "***"
    assert text(paper, "gach_ten_loai") == "------------"


def test_marks_are_found_in_the_header_and_in_text_boxes() -> None:
    paper = word(
        Table([[*LEFT, SO, b("MẬT"), b("HỎA TỐC")], [QH, TN, NGAY]]),
        *REST[:2],
        p(),
        Box(b("DỰ THẢO LẦN 2"), b("LƯU HÀNH NỘI BỘ")),
        *REST[2:],
    )
    assert text(paper, "do_mat") == "MẬT"
    assert text(paper, "do_khan") == "HỎA TỐC"
    assert text(paper, "du_thao") == "DỰ THẢO LẦN 2"
    assert text(paper, "luu_hanh") == "LƯU HÀNH NỘI BỘ"
    assert text(paper, "co_quan") == "SỞ CÔNG THƯƠNG"


def test_an_abstract_under_the_number_makes_a_cong_van() -> None:
    paper = word(
        Table([[*LEFT, SO, c("V/v báo cáo kết quả"), c("công tác năm 2025")], [QH, TN, NGAY]]),
        c("Kính gửi: Ủy ban nhân dân tỉnh"),
        "Sở Công Thương báo cáo như sau:",
        "1. Kết quả tốt.",
        END,
    )
    assert text(paper, "trich_yeu") == "V/v báo cáo kết quả\ncông tác năm 2025"
    assert "ten_loai" not in paper.parts
    assert texts(paper, "kinh_gui") == ["Kính gửi: Ủy ban nhân dân tỉnh"]


def test_an_abstract_under_the_number_is_found_without_a_table() -> None:
    paper = word(
        p("ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", dam=True),
        p("TỈNH LÀO CAI\tĐộc lập - Tự do - Hạnh phúc", dam=True),
        p("Số:             /UBND-NC                 Lào Cai, ngày         tháng 10 năm 2025     "),
        c(" V/v triển khai thực hiện"),
        c("Công văn số 4552/BCA-A04 "),
        c("của Bộ Công an"),
        p(),
        p("                     Kính gửi: Công an tỉnh"),
        "Giao Công an tỉnh chủ trì.",
    )
    assert text(paper, "trich_yeu") == "V/v triển khai thực hiện\nCông văn số 4552/BCA-A04\ncủa Bộ Công an"
    assert text(paper, "co_quan") == "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI"


def test_what_is_missing_stays_missing() -> None:
    paper = read_text(" KẾ HOẠCH\n\nHiến máu tình nguyện năm 2013\n-------------\n\nI. MỤC ĐÍCH\n- Việc một.\n")
    assert set(paper.parts) == {"ten_loai", "trich_yeu", "gach_ten_loai", "noi_dung"}


def test_a_bien_ban_has_no_number_and_no_date() -> None:
    paper = word(
        QH, TN, p(), b("BIÊN BẢN"), b("Họp giao ban"), "Hôm nay, các thành phần gồm:", p("I. Nội dung", dam=True)
    )
    assert text(paper, "quoc_hieu") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert text(paper, "ten_loai") == "BIÊN BẢN"
    assert {"so_ky_hieu", "dia_danh_ngay", "co_quan"}.isdisjoint(paper.parts)


def test_an_empty_line_after_every_line_of_a_text_parts_nothing() -> None:
    lines = [
        "SỞ CÔNG THƯƠNG",
        "Số: 05/SCT-KH",
        "V/v triển khai thực hiện",
        "Nghị quyết số 12",
        "",
        "Kính gửi: Các đơn vị",
        "1. Một.",
    ]
    paper = read_text("\n\n".join(lines))
    assert text(paper, "trich_yeu") == "V/v triển khai thực hiện\nNghị quyết số 12"


def test_a_mark_may_stand_in_a_frame_of_its_own_below_the_header() -> None:
    paper = word(Table([[*LEFT, SO], [QH, TN, NGAY]]), Table([b("HỎA TỐC")], vien=True), *REST)
    assert text(paper, "do_khan") == "HỎA TỐC"
    assert text(paper, "ten_loai") == "KẾ HOẠCH"
