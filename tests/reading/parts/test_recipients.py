from __future__ import annotations

import pytest

from docgen.reading.facts import Paper, Para
from docgen.reading.read import read_text
from tests.reading.parts.paper import HEAD, Table, b, p, sure, text, texts, word

BODY = (HEAD, b("KẾ HOẠCH"), b("Năm 2026"), p("I. VIỆC", dam=True), "- Một./.")
SIGN = [b("GIÁM ĐỐC"), p(), p(), b("Nguyễn Văn An")]


def ended(*left: Para) -> Paper:
    return word(*BODY, Table([list(left), SIGN]))


def test_each_recipient_is_a_part_and_the_archive_line_another() -> None:
    paper = ended(p("Nơi nhận:", dam=True), p("- UBND tỉnh;"), p("- Các phòng;"), p("- Lưu: VT, KT (5)."))
    assert text(paper, "noi_nhan_nhan") == "Nơi nhận:"
    assert texts(paper, "noi_nhan") == ["- UBND tỉnh;", "- Các phòng;"]
    assert text(paper, "luu") == "- Lưu: VT, KT (5)."
    assert sure(paper, "luu")


def test_lines_of_one_paragraph_are_parted() -> None:
    paper = ended(p("Nơi nhận:\n- Như trên;"), p("- UBND tỉnh;\n- Lưu: VT, NC.Châu"))
    assert text(paper, "noi_nhan_nhan") == "Nơi nhận:"
    assert texts(paper, "noi_nhan") == ["- Như trên;", "- UBND tỉnh;"]
    assert text(paper, "luu") == "- Lưu: VT, NC.Châu"


@pytest.mark.parametrize(
    "line",
    [
        "- Lưu VT, Ban ĐK.",
        "- Lưu VP.",
        "- Lưu Văn phòng Tỉnh uỷ.",
        "- Lưu: VP (N).",
        "- Lưu: VT. 44",
        "- Lưu TNNT, VT-LT.",
        "- Lưu: VT, Hồ sơ.",
        "Lưu: VT.",
        "- Lưu : VT.",
        "- LƯU: VT.",
    ],
)
def test_archive_lines_of_all_regimes_are_known(line: str) -> None:
    paper = ended(p("Nơi nhận:"), p("- UBND tỉnh;"), p(line))
    assert text(paper, "luu") == line
    assert texts(paper, "noi_nhan") == ["- UBND tỉnh;"]


def test_a_body_with_a_name_like_the_archive_is_a_recipient() -> None:
    paper = ended(p("Nơi nhận:"), p("- Lưu trữ lịch sử tỉnh;"), p("- Lưu: VT."))
    assert texts(paper, "noi_nhan") == ["- Lưu trữ lịch sử tỉnh;"]


def test_a_recipient_may_run_over_two_lines() -> None:
    paper = ended(p("Nơi nhận:"), p("- Ủy ban nhân dân các xã,"), p("phường, đặc khu;"), p("- Lưu: VT."))
    assert texts(paper, "noi_nhan") == ["- Ủy ban nhân dân các xã,\nphường, đặc khu;"]


def test_bullets_made_by_word_are_kept() -> None:
    paper = ended(p("Nơi nhận:"), p("UBND tỉnh;", nhan="-"), p("Lưu: VT.", nhan="-"))
    assert texts(paper, "noi_nhan") == ["- UBND tỉnh;"]
    assert text(paper, "luu") == "- Lưu: VT."


def test_the_drafter_is_named_below_the_list() -> None:
    paper = ended(p("Nơi nhận:"), p("- UBND tỉnh;"), p("- Lưu: VT."), p("PL.(300)"))
    assert text(paper, "ky_hieu_soan") == "PL.(300)"


def test_a_recipient_may_stand_on_the_line_of_the_label() -> None:
    paper = ended(p("Nơi nhận: Như trên;"), p("- Lưu: VT."))
    assert text(paper, "noi_nhan_nhan") == "Nơi nhận:"
    assert [(part.text, part.chac) for part in paper.parts["noi_nhan"]] == [("Như trên;", "doan")]


def test_a_line_of_the_body_about_where_papers_go_is_no_label() -> None:
    paper = word(
        *BODY[:-1],
        "- Nơi nhận: Bộ phận một cửa.",
        "- Hai.",
        Table([[p("Nơi nhận:"), p("- UBND;"), p("- Lưu: VT.")], SIGN]),
    )
    assert texts(paper, "noi_nhan") == ["- UBND;"]
    assert "Bộ phận một cửa" in text(paper, "noi_dung")


def test_columns_set_apart_by_tabs_are_told_apart() -> None:
    paper = word(
        *BODY,
        p("Nơi nhận:     \t    TL. CHỦ TỊCH                  ", dam=True),
        p("- Như trên; \t          CHÁNH VĂN PHÒNG", dam=True),
        p("- Công an tỉnh;"),
        p("- Lưu: VT, NC.Phát"),
        p(),
        p("                                            Nguyễn Văn An", dam=True),
    )
    assert texts(paper, "noi_nhan") == ["- Như trên;", "- Công an tỉnh;"]
    assert text(paper, "luu") == "- Lưu: VT, NC.Phát"
    assert text(paper, "quyen_han") == "TL. CHỦ TỊCH"
    assert text(paper, "chuc_vu") == "CHÁNH VĂN PHÒNG"
    assert text(paper, "ho_ten") == "Nguyễn Văn An"


def test_columns_copied_onto_one_line_are_told_apart() -> None:
    paper = read_text(
        "KẾ HOẠCH\nNăm 2026\nI. VIỆC\n- Một./.\nNơi nhận: TM. ỦY BAN NHÂN DÂN\n"
        "- Như trên; KT. CHỦ TỊCH\n- UBND xã; PHÓ CHỦ TỊCH\n- Công an; Nguyễn Văn An\n- Lưu: VT.\n"
    )
    assert texts(paper, "noi_nhan") == ["- Như trên;", "- UBND xã;", "- Công an;"]
    assert texts(paper, "quyen_han") == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]
    assert text(paper, "chuc_vu") == "PHÓ CHỦ TỊCH"
    assert text(paper, "ho_ten") == "Nguyễn Văn An"


def test_bold_typed_with_asterisks_is_no_part_of_the_words() -> None:
    paper = read_text(
        "KẾ HOẠCH\nNăm 2026\nI. VIỆC\n- Một./.\n**Nơi nhận:**\n- UBND;\n- Lưu: VT. 44\n\n"
        "**TM. ỦY BAN NHÂN DÂN\nKT.CHỦ TỊCH\nPHÓ CHỦ TỊCH**\n\n\n\nĐặng Minh Hưng\n"
    )
    assert text(paper, "noi_nhan_nhan") == "Nơi nhận:"
    assert texts(paper, "quyen_han") == ["TM. ỦY BAN NHÂN DÂN", "KT.CHỦ TỊCH"]
    assert text(paper, "chuc_vu") == "PHÓ CHỦ TỊCH"
    assert text(paper, "luu") == "- Lưu: VT. 44"
