"""Which words of a line look like an answer."""

from __future__ import annotations

import pytest

from docgen.workshop.newkind.guess import any_guess, date_of, gaps, kind_of, labelled, line_guess, name_of


@pytest.mark.parametrize(
    ("text", "mau", "kieu"),
    [
        ("Thời gian: 8 giờ 00, ngày 05 tháng 11 năm 2026.", "Thời gian: {{thoi_gian}}.", "line"),
        ("2. Địa điểm: Phòng họp số 2./.", "2. Địa điểm: {{dia_diem}}./.", "line"),
        ("Hạn nộp: ngày 05 tháng 11 năm 2026;", "Hạn nộp: {{han_nop}};", "date"),
        ("- Số lượng: 120", "- Số lượng: {{so_luong}}", "number"),
        ("Chủ trì: Đồng chí A: Chủ tịch", "Chủ trì: {{chu_tri}}", "line"),
    ],
)
def test_label_and_words(text: str, mau: str, kieu: str) -> None:
    one = labelled(text)
    assert one is not None and one.biet
    found = line_guess(one, text, ())
    assert found is not None and (found.mau, found.hoi[0].kieu) == (mau, kieu)


@pytest.mark.parametrize("text", ["Phòng Văn hóa: Chủ trì việc này.", "Tổ trưởng: ông A"])
def test_a_label_nobody_knows_is_doubted(text: str) -> None:
    one = labelled(text)
    assert one is not None and not one.biet


@pytest.mark.parametrize(
    "text",
    [
        "Các đơn vị nộp báo cáo trước ngày 05.",
        "Ủy ban nhân dân xã thông báo. Đề nghị các thôn, các đơn vị thực hiện: như trên",
        "a" * 80 + ": b",
    ],
)
def test_a_sentence_is_no_label(text: str) -> None:
    assert labelled(text) is None


def test_rows_of_dots_are_called_by_the_words_before_them() -> None:
    found = gaps("Họ và tên: ………… Chức vụ: ........... (ký tên)", ())
    assert found is not None
    assert found.mau == "Họ và tên: {{ho_va_ten}} Chức vụ: {{chuc_vu}} (ký tên)"
    assert [ask.nhan for ask in found.hoi] == ["Họ và tên", "Chức vụ"]


@pytest.mark.parametrize("text", ["Và các việc khác...", "Sách, vở, v.v… được mang theo.", "…………", "Hết", "Chữ {{ ………"])
def test_what_is_no_gap(text: str) -> None:
    assert gaps(text, ()) is None


def test_three_dots_behind_a_colon_are_a_gap() -> None:
    found = gaps("Chức vụ: ...", ())
    assert found is not None and found.mau == "Chức vụ: {{chuc_vu}}"


def test_names_are_told_apart() -> None:
    assert name_of("Thời gian", {"thoi_gian"}) == "thoi_gian_2"
    assert name_of("12 Đồng chí", ()) == "dong_chi"
    assert name_of("!!!", ()) == "muc"
    assert len(name_of("một " * 40, ())) <= 30


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("ngày 05 tháng 11 năm 2026", "2026-11-05"),
        ("ngày 31 tháng 02 năm 2026", None),
        ("05/11/2026", None),
        ("8 giờ, ngày 05 tháng 11 năm 2026", None),
    ],
)
def test_only_a_date_as_printed_is_asked_as_a_date(words: str, day: str | None) -> None:
    assert date_of(words) == day
    assert (kind_of(words) == "date") == (day is not None)


def test_a_line_that_was_said_to_be_an_answer_gives_one() -> None:
    found = any_guess("- Ủy ban nhân dân xã kính mời quý vị", ())
    assert found is not None and found.mau == "- {{uy_ban_nhan_dan}}"
    assert any_guess("{{ thẻ }}", ()) is None
