from __future__ import annotations

import pytest

from docgen.errors import Fault
from docgen.outline.labels import Scheme
from docgen.outline.parse import parse
from docgen.outline.tree import Item, Level, Outline, Paragraph, Span

from .trees import read_as, told, told_at


def test_an_empty_text_is_an_empty_outline() -> None:
    assert parse("").outline == parse(" \n\t\n").outline == Outline()
    assert parse("").faults == ()


def test_faults_carry_the_place_the_line_and_their_weight() -> None:
    (fault,) = parse("1. A\n\n3. B", "phu_luc[2].noi_dung").faults

    assert fault == Fault("phu_luc[2].noi_dung", "Nhãn “3.” được đánh số lại thành “2.” theo thứ tự.", "", 3, "nhac")


def test_items_keep_the_label_as_it_was_typed() -> None:
    item = parse("1/Cấp tỉnh:").outline.children[0]

    assert item == Item(Level.SO, "1/", title=(Span("Cấp tỉnh:"),))


class TestLines:
    def test_lines_that_touch_are_one_paragraph(self) -> None:
        assert (
            read_as("Việt Nam đảm nhận\nvai trò điều phối\n\nHai bên.")
            == "¶ Việt Nam đảm nhận vai trò điều phối\n¶ Hai bên."
        )
        assert told("Việt Nam đảm nhận\nvai trò điều phối.") == []

    def test_lines_that_touch_an_item_belong_to_it(self) -> None:
        assert read_as("- Nâng cao\nnhận thức;\n- Khác.") == "- Nâng cao nhận thức;\n- Khác."

    def test_a_line_joined_to_a_finished_one_is_told(self) -> None:
        assert "nối vào dòng trên" in told_at("- Nâng cao.\nTrên đây là Kế hoạch.", 2)
        assert "nối vào dòng trên" in told_at("Như sau:\nTrên đây.", 2)

    def test_a_line_joined_to_a_title_is_told(self) -> None:
        assert "nối vào dòng trên" in told_at("1. Mục đích\nNâng cao nhận thức.", 2)

    def test_a_title_in_capitals_may_take_two_lines(self) -> None:
        assert read_as("I. MỤC ĐÍCH,\nYÊU CẦU") == "I. [MỤC ĐÍCH, YÊU CẦU]"

    def test_double_blanks_tabs_and_hard_blanks_become_one_and_are_told(self) -> None:
        assert read_as("- tỉnh  Bình\tDương\u00a0nay") == "- tỉnh Bình Dương nay"
        assert "một khoảng trắng" in told_at("- tỉnh  Bình Dương", 1)
        assert told("  -\t tỉnh Bình Dương  ") == []

    def test_an_escaped_blank_stays(self) -> None:
        assert parse("Số:\\ \\ \\ /KH").outline.children == (Paragraph((Span("Số:   /KH"),)),)

    def test_a_line_of_dashes_is_told(self) -> None:
        assert read_as("----------") == "¶ ----------"
        assert "Dòng chỉ có gạch" in told_at("----------", 1)


class TestPageBreaks:
    def test_a_paragraph_cut_by_a_page_is_told_and_not_joined(self) -> None:
        text = "- các hoạt động tuyên truyền theo\n\nkế hoạch, cần tăng cường."

        assert read_as(text) == "- các hoạt động tuyên truyền theo\n¶ kế hoạch, cần tăng cường."
        assert [fault[:2] for fault in told(text)] == [(3, "nhac")]
        assert "ngắt trang" in told_at(text, 3)

    def test_a_long_line_without_end_before_a_capital_is_told_too(self) -> None:
        above = "- tôn vinh giá trị nhân đạo của những người làm công tác nhân đạo trong Phong trào"
        text = f"{above}\n\nChữ thập đỏ trên toàn cầu."

        assert "ngắt trang" in told_at(text, 3)

    @pytest.mark.parametrize("above", ["- Hết câu.", "- Như sau:", "1. Mục đích", "| bảng |"])
    def test_nothing_is_told_after_a_line_that_is_finished(self, above: str) -> None:
        assert told(f"{above}\n\nĐoạn mới.") == []


class TestLabels:
    @pytest.mark.parametrize(
        ("typed", "label"),
        [
            ("1/ A", "1."),
            ("1) A", "1."),
            ("I/ A", "I."),
            ("I- A", "I."),
            ("01. A", "1."),
            ("1.1 A", "1.1."),
            ("a. A", "a)"),
        ],
    )
    def test_other_signs_are_understood_and_told(self, typed: str, label: str) -> None:
        sign = typed.split(" ")[0]

        assert f"Nhãn “{sign}” được hiểu là “{label}”." in told_at(typed, 1)

    def test_a_label_in_the_look_of_the_paper_is_not_told(self) -> None:
        party = Scheme({"la_ma": "I-"})

        assert parse("I- A\nII- B", scheme=party).faults == ()
        assert parse("I. A\nII. B", scheme=party).faults == ()
        assert "thành “II-”" in parse("I- A\nIII- B", scheme=party).faults[0].loi

    @pytest.mark.parametrize("sign", ["·", "•", "–", "—", "*", "\uf0b7"])
    def test_other_bullets_are_understood_and_told(self, sign: str) -> None:
        assert read_as(f"{sign} Bám sát") == "- Bám sát"
        assert "được hiểu là “-”" in told_at(f"{sign} Bám sát", 1)

    @pytest.mark.parametrize(
        "line", ["1.Mục đích", "-Nội dung", "+Tập huấn", "a)nội dung", "I.MỤC ĐÍCH", "1.1.Thông tin"]
    )
    def test_a_missing_blank_is_told(self, line: str) -> None:
        assert "thiếu khoảng trắng" in told_at(line, 1)

    def test_missing_and_doubled_numbers_are_counted_anew_and_told(self) -> None:
        assert read_as("1. A\n3. B\n3. C") == "1. [A]\n2. [B]\n3. [C]"
        assert told_at("1. A\n3. B\n3. C", 2) == "noi_dung, dòng 2: Nhãn “3.” được đánh số lại thành “2.” theo thứ tự."
        assert told_at("1. A\n3. B\n3. C", 3) == ""

    def test_letters_without_d_with_bar_are_counted_anew(self) -> None:
        assert read_as("a) a\nb) b\nc) c\nd) d\ne) đ\nf) e") == "a) a\nb) b\nc) c\nd) d\nđ) đ\ne) e"
        assert "Nhãn “f)” được đánh số lại thành “e)”" in told_at("a) a\nb) b\nc) c\nd) d\ne) đ\nf) e", 6)

    def test_a_decimal_without_its_parent_is_told(self) -> None:
        assert "Không có mục “2.” ở trên mục “2.1.”." in told_at("II. A\n2.1. B", 2)

    @pytest.mark.parametrize(
        "line",
        ["2020 là năm", "1.500 người", "1.1 tỷ đồng", "C. Mác", "p. Bến Nghé", "7.30 Khai mạc", "2020. Trong đó"],
    )
    def test_words_that_look_like_labels_stay_words(self, line: str) -> None:
        assert read_as(line) == f"¶ {line}"

    @pytest.mark.parametrize(
        "line", ["C. Mác", "p. Bến Nghé", "7.30 Khai mạc", "2020. Trong đó", "A. CHUNG", "(1) Nội dung"]
    )
    def test_words_that_look_much_like_labels_are_told(self, line: str) -> None:
        assert "được hiểu là chữ thường" in told_at(line, 1)

    def test_a_letter_that_is_due_is_a_label(self) -> None:
        text = "\n".join(f"{label}. X" for label in ["XCVIII", "XCIX", "C"])

        assert "Dòng bắt đầu bằng “C.”" in told_at(text, 3)
        assert read_as("\n".join(["I. X"] * 99 + ["C. X"])).endswith("\nC. [X]")

    def test_a_label_without_words_is_told(self) -> None:
        assert read_as("1.\n-") == "1.\n  -"
        assert "chưa có nội dung" in told_at("1.\n-", 1)

    def test_an_escaped_label_is_words(self) -> None:
        assert read_as("1\\. A\n\n\\- B\n\nPhần\\ I") == "¶ 1. A\n¶ - B\n¶ Phần I"
        assert told("1\\. A\n\n\\- B\n\nPhần\\ I") == []


class TestPartsAndArticles:
    def test_the_title_of_a_part_may_stand_on_the_next_line(self) -> None:
        assert read_as("Phần I\nTÌNH HÌNH\nI. KẾT QUẢ") == "Phần I [TÌNH HÌNH]\n  I. [KẾT QUẢ]"
        assert told("Phần I\nTÌNH HÌNH\nI. KẾT QUẢ") == []

    def test_a_title_in_capitals_after_a_blank_line_is_taken_and_told(self) -> None:
        assert read_as("Chương I\n\nQUY ĐỊNH CHUNG\n\nĐoạn.") == "Chương I [QUY ĐỊNH CHUNG]\n  ¶ Đoạn."
        assert "tiêu đề của “Chương I”" in told_at("Chương I\n\nQUY ĐỊNH CHUNG", 3)

    def test_a_backslash_after_the_label_says_that_there_is_no_title(self) -> None:
        assert read_as("Chương I\\\n\nQUY ĐỊNH CHUNG") == "Chương I\n  ¶ QUY ĐỊNH CHUNG"

    def test_an_article_has_a_title_or_a_text(self) -> None:
        assert read_as("Điều 1. Phạm vi\n1. Quy định này …\nĐiều 2. Giao Sở A thực hiện.") == (
            "Điều 1. [Phạm vi]\n  1. Quy định này …\nĐiều 2. Giao Sở A thực hiện."
        )


class TestTitlesAndText:
    def test_a_backslash_at_the_end_says_that_a_line_is_text(self) -> None:
        assert read_as("1. Hội trại\\") == "1. Hội trại"

    def test_a_run_in_title_guessed_by_its_colons_is_told(self) -> None:
        text = "2. A\n2.1. Nội dung: Triển khai các nội dung như sau:"

        assert "“Nội dung:” được hiểu là đề mục" in told_at(text, 2)

    def test_a_short_sentence_above_a_list_is_told(self) -> None:
        assert "Nếu là đề mục" in told_at("2. Giao Sở Thông tin và Truyền thông.\n- Chủ trì.", 1)
        assert told("2. Giao Sở A.")[1:] == []

    def test_a_very_long_title_is_told(self) -> None:
        assert "Dòng dài này" in told_at("1. " + "Tuyên truyền " * 20, 1)

    def test_bold_inside_a_title_is_told(self) -> None:
        assert "Chữ đậm trong đề mục" in told_at("I. MỤC **ĐÍCH**", 1)

    def test_a_bullet_that_announces_others_of_its_own_level_is_told(self) -> None:
        assert "cùng cấp với nó" in told_at("- Cấp khối:\n- Thực hiện.", 1)
        assert told("- Cấp khối:\n+ Thực hiện.") == []

    def test_a_mark_without_partner_is_told(self) -> None:
        assert "“**”" in told_at("- **Nội dung", 1)


class TestNotes:
    @pytest.mark.parametrize("text", ["Lưu ý: Gửi sớm.", "**Lưu ý:** Gửi sớm.", "*Lưu ý*: Gửi sớm.", "LƯU Ý: Gửi sớm."])
    def test_a_note_is_a_paragraph_of_its_own(self, text: str) -> None:
        outline = parse(f"- Nâng cao.\n{text}").outline

        assert isinstance(outline.children[1], Paragraph)
        assert outline.children[1].note

    def test_an_escaped_note_is_a_paragraph(self) -> None:
        assert parse("Lưu\\ ý: x").outline.children == (Paragraph((Span("Lưu ý: x"),)),)

    def test_a_note_in_a_bullet_is_words(self) -> None:
        assert read_as("- Lưu ý: x") == "- Lưu ý: x"


def test_paragraphs_belong_to_the_numbered_item_above_and_bullets_do_not_hold_them() -> None:
    text = "I. A\n1. b\n- c\n+ d\n\nĐoạn một.\n\n- e\n2. f.\n\nĐoạn hai.\na) g\n\nĐoạn ba."

    assert read_as(text) == (
        "I. [A]\n  1. [b]\n    - c\n      + d\n    ¶ Đoạn một.\n    - e\n"
        "  2. f.\n    ¶ Đoạn hai.\n    a) g\n      ¶ Đoạn ba."
    )


def test_levels_may_be_skipped() -> None:
    assert read_as("I. A\n- b\n+ c\nII. D\na) e") == "I. [A]\n  - b\n    + c\nII. [D]\n  a) e"
