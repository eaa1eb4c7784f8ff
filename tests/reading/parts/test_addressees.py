from __future__ import annotations

import pytest

from docgen.reading.read import read_text
from tests.reading.parts.paper import END, HEAD, Table, b, c, p, sure, text, texts, word

BODY = ("Sở Công Thương báo cáo như sau:", "- Việc một;", "- Việc hai.", END)


def test_one_addressee_stands_on_the_line() -> None:
    paper = word(HEAD, c("Kính gửi: Bộ Công Thương"), *BODY)
    assert texts(paper, "kinh_gui") == ["Kính gửi: Bộ Công Thương"]
    assert sure(paper, "kinh_gui")


def test_several_addressees_are_listed_below() -> None:
    paper = word(HEAD, p("Kính gửi:"), p("- Bộ Công Thương;"), p("- Bộ Nội vụ;"), p("- Các sở, ban, ngành."), *BODY)
    assert texts(paper, "kinh_gui") == ["Kính gửi:", "- Bộ Công Thương;", "- Bộ Nội vụ;", "- Các sở, ban, ngành."]
    assert text(paper, "mo_dau") == "Sở Công Thương báo cáo như sau:"
    assert text(paper, "noi_dung") == "- Việc một;\n- Việc hai."


def test_the_list_of_the_body_is_no_list_of_addressees() -> None:
    paper = word(HEAD, c("Kính gửi: Bộ Công Thương"), "- Việc một;", "- Việc hai.", END)
    assert texts(paper, "kinh_gui") == ["Kính gửi: Bộ Công Thương"]
    assert text(paper, "noi_dung") == "- Việc một;\n- Việc hai."


def test_a_table_may_hold_the_addressees() -> None:
    table = Table([[p(), p("Kính gửi:")], [p(), p("- Sở Nội vụ;"), p("- Ủy ban nhân dân xã A.")]])
    paper = word(HEAD, table, *BODY)
    assert texts(paper, "kinh_gui") == ["Kính gửi:", "- Sở Nội vụ;", "- Ủy ban nhân dân xã A."]
    assert text(paper, "noi_dung") == "- Việc một;\n- Việc hai."


def test_the_first_of_a_list_may_stand_on_the_line_of_the_label() -> None:
    paper = read_text(
        "TỜ TRÌNH\nVề A\nKính gửi:       - Sở Nội vụ;\n                - Các xã.\nSở báo cáo như sau:\n1. A.\n"
    )
    assert texts(paper, "kinh_gui") == ["Kính gửi:", "- Sở Nội vụ;", "- Các xã."]


def test_the_table_of_the_header_may_hold_the_addressees() -> None:
    left = [b("SỞ CÔNG THƯƠNG"), c("Số: 05/SCT-KH"), c("V/v báo cáo")]
    right = [b("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), b("Độc lập - Tự do - Hạnh phúc")]
    paper = word(Table([left, right], [p("Kính gửi:"), [p("- Sở Nội vụ;"), p("- Các xã.")]]), *BODY)
    assert texts(paper, "kinh_gui") == ["Kính gửi:", "- Sở Nội vụ;", "- Các xã."]


def test_bullets_made_by_word_are_listed() -> None:
    paper = word(HEAD, p("Kính gửi:"), p("Sở Nội vụ;", nhan="-"), p("Các xã.", nhan="-"), *BODY)
    assert texts(paper, "kinh_gui") == ["Kính gửi:", "- Sở Nội vụ;", "- Các xã."]


def test_a_telegram_names_its_addressees_behind_dien() -> None:
    paper = word(
        HEAD,
        b("CÔNG ĐIỆN"),
        b("Về ứng phó bão số 3"),
        c("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LÀO CAI điện:"),
        p("- Giám đốc các sở;"),
        p("- Chủ tịch Ủy ban nhân dân các xã."),
        "Yêu cầu triển khai ngay.",
        END,
    )
    assert texts(paper, "kinh_gui")[1:] == ["- Giám đốc các sở;", "- Chủ tịch Ủy ban nhân dân các xã."]
    assert text(paper, "noi_dung") == "Yêu cầu triển khai ngay."


@pytest.mark.parametrize("blank", ["", "\n"])
def test_text_without_looks_has_addressees_too(blank: str) -> None:
    paper = read_text(
        f"TỜ TRÌNH\nVề kinh phí\nKính gửi:\n{blank}- Sở Tài chính;\n{blank}- Kho bạc.\nSở báo cáo như sau:\n1. A."
    )
    assert texts(paper, "kinh_gui") == ["Kính gửi:", "- Sở Tài chính;", "- Kho bạc."]


def test_addressees_may_stand_below_the_bases() -> None:
    paper = word(
        HEAD, b("TỜ TRÌNH"), b("Về A"), "Căn cứ Luật A;", c("Kính gửi: Sở B"), "Sở báo cáo như sau:", "1. A.", END
    )
    assert texts(paper, "kinh_gui") == ["Kính gửi: Sở B"]
    assert texts(paper, "can_cu") == ["Căn cứ Luật A;"]
    assert text(paper, "mo_dau") == "Sở báo cáo như sau:"
