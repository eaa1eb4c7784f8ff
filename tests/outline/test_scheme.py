from __future__ import annotations

import pytest

from docgen.outline.scheme import DEFAULT, Scheme, scheme_of
from docgen.outline.tree import Level


@pytest.mark.parametrize(
    ("level", "numbers", "label"),
    [
        ("phan", (2,), "Phần II"),
        ("chuong", (3,), "Chương III"),
        ("muc", (1,), "Mục 1"),
        ("tieu_muc", (2,), "Tiểu mục 2"),
        ("dieu", (10,), "Điều 10."),
        ("la_ma", (4,), "IV."),
        ("so", (3,), "3."),
        ("so2", (1, 2), "1.2."),
        ("so3", (1, 2, 3), "1.2.3."),
        ("so4", (1, 2, 3, 4), "1.2.3.4."),
        ("chu", (5,), "đ)"),
        ("gach", (7,), "-"),
        ("cong", (7,), "+"),
    ],
)
def test_the_default_labels_are_those_of_the_decree(level: str, numbers: tuple[int, ...], label: str) -> None:
    assert DEFAULT.label(Level(level), numbers) == label


def test_samples_change_the_look_of_their_levels_only() -> None:
    scheme = Scheme({"la_ma": "I-", "so": "1/", "so2": "1.1", "chu": "(a)", "gach": "·", "phan": "PHẦN THỨ 1:"})

    assert scheme.label(Level.LA_MA, (2,)) == "II-"
    assert scheme.label(Level.SO, (2,)) == "2/"
    assert scheme.label(Level.SO2, (2, 3)) == "2.3"
    assert scheme.label(Level.CHU, (5,)) == "(đ)"
    assert scheme.label(Level.GACH, (1,)) == "·"
    assert scheme.label(Level.PHAN, (2,)) == "PHẦN THỨ 2:"
    assert scheme.label(Level.CONG, (1,)) == "+"


def test_a_level_may_change_its_numerals() -> None:
    assert Scheme({"la_ma": "A."}).label(Level.LA_MA, (5,)) == "Đ."
    assert Scheme({"chu": "i)"}).label(Level.CHU, (4,)) == "iv)"
    assert Scheme({"chuong": "Chương 1"}).label(Level.CHUONG, (4,)) == "Chương 4"


def test_equal_schemes_are_equal() -> None:
    assert Scheme() == Scheme({"so": "1."}) == DEFAULT
    assert hash(Scheme()) == hash(DEFAULT)
    assert Scheme({"so": "1/"}) != DEFAULT


@pytest.mark.parametrize(
    ("samples", "words"),
    [
        ({"lama": "I-"}, "Có phải là “la_ma”?"),
        ({"xyz": "I-"}, "Không có cấp đề mục “xyz”"),
        ({"so": ""}, "Mẫu nhãn của cấp “so” còn trống"),
        ({"so": "-"}, "phải là nhãn của mục thứ nhất"),
        ({"so": "2."}, "phải là nhãn của mục thứ nhất"),
        ({"chu": "khoa)"}, "phải là nhãn của mục thứ nhất"),
        ({"so2": "1."}, "phải có số thứ tự nhiều cấp như “1.1.”"),
        ({"so2": "1.1.1."}, "phải có số thứ tự nhiều cấp như “1.1.”"),
        ({"gach": "1."}, "phải là một dấu, không có chữ và số"),
        ({"so": " 1."}, "không có khoảng trắng ở hai đầu"),
        ({"so": "1.\n"}, "không có khoảng trắng ở hai đầu"),
        ({"so": "x" * 40 + " 1."}, "không quá 30 ký tự"),
    ],
)
def test_a_wrong_sample_is_refused_with_what_would_be_right(samples: dict[str, str], words: str) -> None:
    with pytest.raises(ValueError) as refused:
        Scheme(samples)

    assert words in str(refused.value)


def test_all_wrong_samples_are_told_at_once() -> None:
    with pytest.raises(ValueError, match=r"xyz.*so2"):
        Scheme({"xyz": "1", "so2": "1"})


def test_equal_samples_give_one_scheme_and_wrong_ones_are_told_each_time() -> None:
    assert scheme_of({"la_ma": "I-", "so": "1/"}) is scheme_of({"so": "1/", "la_ma": "I-"})
    assert scheme_of({"la_ma": "I-"}) == Scheme({"la_ma": "I-"})
    for _ in range(2):
        with pytest.raises(ValueError, match="không có số"):
            scheme_of({"la_ma": "không có số"})
