from __future__ import annotations

import pytest

from docgen.outline.labels import number
from docgen.outline.parse import parse
from docgen.outline.tree import Item, Level, Outline, Paragraph, Span


def labels(text: str, scheme: dict[str, str] | None = None) -> list[str]:
    return [n.label for n in number(parse(text).outline, scheme or {}) if n.label]


def test_numbers_restart_under_each_parent() -> None:
    text = "I. A\n1. b\na) c.\nb) d.\n2. e\na) f.\nII. G\n1. h\na) i."

    assert labels(text) == ["I.", "1.", "a)", "b)", "2.", "a)", "II.", "1.", "a)"]


def test_dieu_and_chuong_run_through_the_whole_text_and_muc_restarts() -> None:
    text = (
        "Phần I. A\nChương I. B\nMục 1. C\nĐiều 1. D\nMục 2. E\nĐiều 2. F\n"
        "Chương II. G\nMục 1. H\nTiểu mục 1. K\nĐiều 3. L\nPhần II. M\nChương III. N\nĐiều 4. O"
    )

    assert labels(text) == [
        *("Phần I", "Chương I", "Mục 1", "Điều 1.", "Mục 2", "Điều 2."),
        *("Chương II", "Mục 1", "Tiểu mục 1", "Điều 3.", "Phần II", "Chương III", "Điều 4."),
    ]


def test_a_decimal_takes_the_number_of_its_parent() -> None:
    text = "1. A\n1.1. b\n1.1.1. c\n1.1.1.1. d\n2. E\n2.1. f\n2.1.1. g\n2.2. h\n2.2.1. i"

    assert labels(text) == ["1.", "1.1.", "1.1.1.", "1.1.1.1.", "2.", "2.1.", "2.1.1.", "2.2.", "2.2.1."]


def test_a_decimal_without_parent_keeps_the_typed_number_in_front() -> None:
    assert labels("II. A\n2.1. b\n2.2. c\n3.1. d\n3.2. e") == ["I.", "2.1.", "2.2.", "3.1.", "3.2."]


def test_a_decimal_made_by_hand_without_parent_begins_with_one() -> None:
    outline = Outline((Item(Level.SO2), Item(Level.SO2, children=(Item(Level.SO3), Item(Level.SO3)))))

    assert [n.label for n in number(outline)] == ["1.1.", "1.2.", "1.2.1.", "1.2.2."]


def test_a_skipped_level_is_filled_from_the_typed_label_or_with_one() -> None:
    assert labels("3. A\n3.7.1. b\n3.7.2. c") == ["1.", "1.7.1.", "1.7.2."]
    assert [n.label for n in number(Outline((Item(Level.SO, children=(Item(Level.SO3),)),)))] == ["1.", "1.1.1."]


@pytest.mark.parametrize("typed", ["0.5.", "x", "999999999.1.", "9" * 5000])
def test_a_typed_label_that_is_no_number_is_not_used(typed: str) -> None:
    assert [n.label for n in number(Outline((Item(Level.SO2, typed),)))] == ["1.1."]


def test_letters_go_on_with_two_after_y() -> None:
    outline = Outline(tuple(Item(Level.CHU) for _ in range(26)))

    assert [n.label for n in number(outline)] == [
        *("a)", "b)", "c)", "d)", "đ)", "e)", "g)", "h)", "i)", "k)", "l)", "m)", "n)", "o)", "p)", "q)", "r)"),
        *("s)", "t)", "u)", "v)", "x)", "y)", "aa)", "ab)", "ac)"),
    ]


def test_the_twenty_fourth_point_is_told() -> None:
    text = "\n".join(f"{label} x." for label in labels("\n".join(["a) x"] * 25)))
    told = [(fault.dong, fault.loi) for fault in parse(text).faults]

    assert told == [(24, "Hết chữ cái để đánh thứ tự điểm: sau “y)” là “aa)”, “ab)”; điểm này mang nhãn “aa)”.")]


def test_a_scheme_changes_the_printed_labels() -> None:
    assert labels("I. A\n1. b\n1.1. c\na) d.\n- e", {"la_ma": "I-", "so": "1/", "chu": "a.", "gach": "·"}) == [
        *("I-", "1/", "1.1.", "a.", "·"),
    ]


def test_a_wrong_scheme_is_refused_before_the_first_label() -> None:
    with pytest.raises(ValueError, match="la_ma"):
        number(Outline(), {"lama": "I"})


def test_nodes_come_in_reading_order_with_the_labels_around_them() -> None:
    outline = parse("Mở đầu.\n\nI. A\n1. b\n\nĐoạn.\n\n- c").outline
    found = [(n.label, n.depth_path) for n in number(outline)]

    assert found == [
        ("", ()),
        ("I.", ("I.",)),
        ("1.", ("I.", "1.")),
        ("", ("I.", "1.")),
        ("-", ("I.", "1.", "-")),
    ]
    assert isinstance(next(number(outline)).node, Paragraph)
    assert next(number(outline)).node == Paragraph((Span("Mở đầu."),))
