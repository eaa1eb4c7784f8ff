import time

import pytest

from docgen.kinds import Form, Kinds
from docgen.web.difference import differences
from tests.vietnamese.test_differing import told
from tests.web.shown import LEAST, Pair, replaced, sample_pairs


@pytest.fixture
def form(kinds: Kinds) -> Form:
    return kinds.get("ke-hoach")


def said(form: Form, old: list[Pair] | tuple[Pair, ...], new: list[Pair] | tuple[Pair, ...]) -> list[str]:
    """Every change as one line: question, what it is about, remark, text."""
    return [
        " | ".join(filter(None, (question.label, change.label, change.note, told(change.pieces))))
        for question in differences(form, old, new)
        for change in question.changes
    ]


def listed(*texts: str) -> list[Pair]:
    return [(f"can_cu[{key}]", text) for key, text in enumerate(texts, start=1)]


def test_equal_states_have_no_difference(form: Form) -> None:
    assert said(form, LEAST, LEAST) == []
    assert said(form, [], [("so", ""), ("can_cu[1]", " ")]) == []


def test_fields_are_told_by_their_labels_in_the_order_of_the_form(form: Form) -> None:
    new = replaced(LEAST, trich_yeu="Trồng rừng năm 2027", so="5", dia_danh="An Bình")
    assert said(form, LEAST, list(reversed(new))) == [
        "Số | {+5+}",
        "Địa danh | An {-Thịnh-}{+Bình+}",
        "Trích yếu | Trồng {-cây-}{+rừng+} năm 2027",
    ]


def test_choices_are_told_in_the_words_of_the_form(form: Form) -> None:
    (line,) = said(form, [("do_khan", "khan")], [("do_khan", "hoa-toc")])
    assert line == "Độ khẩn | {-Khẩn-}{+Hỏa tốc+}"
    (line,) = said(form, [("phu_luc[1].ten", "BẢNG")], [("phu_luc[1].ten", "BẢNG"), ("phu_luc[1].ngang", "on")])
    assert line == "Phụ lục | Phụ lục 1, trang ngang | {+có+}"


def test_lists_are_compared_as_lists(form: Form) -> None:
    old = listed("Luật Lưu trữ", "Nghị định về công tác văn thư", "Quyết định cũ")
    new = [("can_cu[9]", "Luật Lưu trữ"), ("can_cu[8]", "Chỉ thị mới tinh"), ("can_cu[7]", "Nghị định về văn thư")]
    assert said(form, old, new) == [
        "Căn cứ | Căn cứ 2 | {+Chỉ thị mới tinh+}",
        "Căn cứ | Căn cứ 3 (cũ) | {-Quyết định cũ-}",
        "Căn cứ | Căn cứ 3 | Nghị định về {-công tác -}văn thư",
    ]


def test_a_moved_row_is_told_as_moved(form: Form) -> None:
    old = listed("một", "hai", "ba", "bốn")
    assert said(form, old, listed("bốn", "một", "hai", "ba")) == ["Căn cứ | Căn cứ 1 | chuyển từ vị trí 4 | bốn"]
    assert said(form, old, listed("một", "ba", "hai", "bốn")) == ["Căn cứ | Căn cứ 2 | chuyển từ vị trí 3 | ba"]


def test_what_stands_behind_a_new_row_is_no_difference(form: Form) -> None:
    assert said(form, listed("một", "hai"), listed("không", "một", "hai")) == ["Căn cứ | Căn cứ 1 | {+không+}"]
    assert said(form, listed("không", "một", "hai"), listed("một", "hai")) == ["Căn cứ | Căn cứ 1 (cũ) | {-không-}"]


def test_rows_that_are_the_same_twice(form: Form) -> None:
    assert said(form, listed("a", "a", "b"), listed("a", "b")) == ["Căn cứ | Căn cứ 1 (cũ) | {-a-}"]
    assert said(form, listed("a"), listed("a", "a")) == ["Căn cứ | Căn cứ 2 | {+a+}"]


def test_sections_are_told_by_part(form: Form) -> None:
    old = [("phan[1].tieu_de", "MỤC ĐÍCH"), ("phan[1].noi_dung", "- Một việc."), ("noi_dung", "Mở đầu")]
    new = [("phan[1].tieu_de", "MỤC ĐÍCH, YÊU CẦU"), ("phan[1].noi_dung", "- Hai việc."), ("noi_dung", "Mở")]
    assert said(form, old, new) == [
        "Các phần của kế hoạch | Lời đứng trước phần đầu tiên | Mở{- đầu-}",
        "Các phần của kế hoạch | Phần 1, tiêu đề phần | MỤC ĐÍCH{+, YÊU CẦU+}",
        "Các phần của kế hoạch | Phần 1, nội dung phần | - {-Một-}{+Hai+} việc.",
    ]


def test_a_section_with_its_title_and_another_text_is_the_same_section(form: Form) -> None:
    old = [("phan[1].tieu_de", "KINH PHÍ"), ("phan[1].noi_dung", "a b c")]
    new = [("phan[1].tieu_de", "KINH PHÍ"), ("phan[1].noi_dung", "x y z")]
    assert said(form, old, new) == ["Các phần của kế hoạch | Phần 1, nội dung phần | {-a b c-}{+x y z+}"]


def test_names_the_form_does_not_ask_for_are_not_passed_over(form: Form) -> None:
    assert said(form, [("la", "một")], [("la", "hai")]) == ["Ô không có trong biểu | la | {-một-}{+hai+}"]


def test_a_whole_plan_against_nothing(form: Form) -> None:
    lines = said(form, [], sample_pairs())
    assert len(lines) > 20
    assert all("{-" not in line for line in lines)


def test_hundreds_of_rows_and_long_texts_are_compared_in_a_moment(form: Form) -> None:
    def state(word: str) -> list[Pair]:
        body = "\n".join(f"- Việc thứ {n} của {word}." for n in range(400))
        return [
            *((f"phan[{n}].{name}", f"{word} {n}\n{body}") for n in range(100) for name in ("tieu_de", "noi_dung")),
            *((f"can_cu[{n}]", f"Căn cứ {word} {n}") for n in range(500)),
        ]

    start = time.process_time()
    found = differences(form, state("một"), list(reversed(state("hai"))))
    assert time.process_time() - start < 12
    assert len(found) == 2
