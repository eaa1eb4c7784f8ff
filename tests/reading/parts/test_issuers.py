from __future__ import annotations

import pytest

from docgen.reading.facts import Para
from docgen.reading.read import read_text
from tests.reading.parts.paper import QH, TN, Table, b, c, p, sure, text, word

SO, NGAY = c("Số: 05/KH-SCT"), c("Lào Cai, ngày 05 tháng 3 năm 2026")


def head(*left: Para) -> tuple[str, str, bool]:
    paper = word(Table([[*left, SO], [QH, TN, NGAY]]), b("KẾ HOẠCH"), b("Năm 2026"), p("I. MỤC ĐÍCH", dam=True))
    return text(paper, "chu_quan"), text(paper, "co_quan"), sure(paper, "co_quan")


def test_bold_tells_the_issuing_body_from_its_parent() -> None:
    assert head(c("UBND TỈNH LÀO CAI"), b("BAN CHỈ ĐẠO CẢI CÁCH"), b("HÀNH CHÍNH TỈNH")) == (
        "UBND TỈNH LÀO CAI",
        "BAN CHỈ ĐẠO CẢI CÁCH\nHÀNH CHÍNH TỈNH",
        True,
    )
    assert head(c("BỘ NÔNG NGHIỆP"), c("VÀ MÔI TRƯỜNG"), b("CỤC THÚ Y"))[:2] == (
        "BỘ NÔNG NGHIỆP\nVÀ MÔI TRƯỜNG",
        "CỤC THÚ Y",
    )


def test_a_body_may_stand_on_one_two_or_three_lines_without_a_parent() -> None:
    assert head(b("ỦY BAN NHÂN DÂN TỈNH LÀO CAI")) == ("", "ỦY BAN NHÂN DÂN TỈNH LÀO CAI", True)
    assert head(b("ỦY BAN NHÂN DÂN"), b("TỈNH LÀO CAI")) == ("", "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", True)
    assert head(b("SỞ NÔNG NGHIỆP"), b("VÀ MÔI TRƯỜNG"), b("TỈNH LÀO CAI"))[0] == ""


@pytest.mark.parametrize("bold", [True, False])
def test_without_a_difference_in_weight_the_words_decide_and_it_is_a_guess(bold: bool) -> None:
    lines = [p(words, dam=bold, canh="giua") for words in ("UBND XÃ XUÂN ĐÔNG", "TRƯỜNG THCS TRẦN PHÚ")]
    assert head(*lines) == ("UBND XÃ XUÂN ĐÔNG", "TRƯỜNG THCS TRẦN PHÚ", False)


def test_capitals_made_by_word_are_capitals() -> None:
    assert head(c("Ubnd tỉnh Lào Cai", in_hoa=True), b("Sở Công Thương", in_hoa=True))[:2] == (
        "Ubnd tỉnh Lào Cai",
        "Sở Công Thương",
    )


@pytest.mark.parametrize(
    ("lines", "parent", "body"),
    [
        (["THÀNH ĐOÀN HÀ NỘI", "BCH ĐOÀN QUẬN BA ĐÌNH"], "THÀNH ĐOÀN HÀ NỘI", "BCH ĐOÀN QUẬN BA ĐÌNH"),
        (["HỘI CHỮ THẬP ĐỎ", "TỈNH KIÊN GIANG"], "", "HỘI CHỮ THẬP ĐỎ\nTỈNH KIÊN GIANG"),
        (
            ["UBND TỈNH A", "SỞ NỘI VỤ", "BAN THI ĐUA - KHEN THƯỞNG"],
            "UBND TỈNH A\nSỞ NỘI VỤ",
            "BAN THI ĐUA - KHEN THƯỞNG",
        ),
        (["CHI ĐOÀN CƠ QUAN"], "", "CHI ĐOÀN CƠ QUAN"),
    ],
)
def test_text_without_looks_is_divided_by_words(lines: list[str], parent: str, body: str) -> None:
    paper = read_text("\n".join([*lines, "Số: 05/KH-ABC", "KẾ HOẠCH", "Năm 2026", "I. MỤC ĐÍCH"]))
    assert text(paper, "chu_quan") == parent
    assert text(paper, "co_quan") == body


def test_styles_named_for_the_lines_decide_first() -> None:
    assert head(
        c("VĂN PHÒNG", kieu="Cơ quan chủ quản"),
        c("Cục Thú y", kieu="Cơ quan ban hành"),
        c("VÙNG I", kieu="Cơ quan ban hành"),
    ) == ("VĂN PHÒNG", "Cục Thú y\nVÙNG I", True)
