"""Alphabetical order: the lists are what ICU 78 (``Intl.Collator("vi")``, CLDR 48) gives."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.collation import khoa

ICU_VI = {
    "names of four places": """
        Cần Thơ | Dak Lak | Đà Nẵng | Đắk Lắk
    """,
    "tones": """
        ma | mà | mả | mã | má | mạ
    """,
    "letters before tones": """
        Lai Châu | Lạng Sơn | Lào Cai | Lâm Đồng
    """,
    "provinces": """
        An Giang | Bà Rịa - Vũng Tàu | Bạc Liêu | Bắc Giang | Bắc Kạn | Bắc Ninh | Bến Tre | Bình Dương | Bình Định |
        Bình Phước | Bình Thuận | Cà Mau | Cao Bằng | Cần Thơ | Dak Lak | Đà Nẵng | Đắk Lắk | Đắk Nông | Điện Biên |
        Đồng Nai | Đồng Tháp | Gia Lai | Hà Giang | Hà Nam | Hà Nội | Hà Tĩnh | Hải Dương | Hải Phòng | Hậu Giang |
        Hoà Bình | Hòa Bình | Hưng Yên | Khánh Hòa | Kiên Giang | Kon Tum | Lai Châu | Lạng Sơn | Lào Cai | Lâm Đồng |
        Long An | Nam Định | Nghệ An | Ninh Bình | Ninh Thuận | Phú Thọ | Phú Yên | Quảng Bình | Quảng Nam |
        Quảng Ngãi | Quảng Ninh | Quảng Trị | Sóc Trăng | Sơn La | Tây Ninh | Thái Bình | Thái Nguyên | Thanh Hóa |
        Thành phố Hồ Chí Minh | Thừa Thiên Huế | Tiền Giang | Trà Vinh | Tuyên Quang | Vĩnh Long | Vĩnh Phúc |
        Yên Bái
    """,
    "words, signs, digits and capitals": """
        - a | "a" | “a” | (a) | 1 | 10 | 2 | co quan | cô quan | cơ quan | cơ-quan | da | dạ | đa | Đa | đã | e | éc |
        ê | ế | f | ma | Ma | mà | Mà | mả | mã | má | MÁ | mạ | ma a | má a | mạ a | man | mañ | măn | mâ | mấ |
        mân | nguyên | nguyễn | Nguyễn Văn A | Nguyễn Văn Á | Nguyên Văn B | Nguyễn Vân A | o | ô | ố | ơ | ờ |
        phường 1 | phường 10 | phường 2 | Quý 1 | Quý I | Quý II | Quý IV | So sánh | sô 1 | Số 1 | Sở Nội vụ |
        Sở Xây dựng | Sở Y tế | u | ú | UBND | Uông Bí | uỷ ban | ủy ban | Ủy ban | ư | ứ | Ưng Hòa | w | xã A |
        Xã A | xã Á | xã B | y | ý | z
    """,
    "the whole alphabet": """
        a | à | ả | ã | á | ạ | ă | ằ | ẳ | ẵ | ắ | ặ | â | ầ | ẩ | ẫ | ấ | ậ | b | c | d | đ | e | è | ẻ | ẽ | é |
        ẹ | ê | ề | ể | ễ | ế | ệ | g | h | i | ì | ỉ | ĩ | í | ị | k | l | m | n | o | ò | ỏ | õ | ó | ọ | ô | ồ |
        ổ | ỗ | ố | ộ | ơ | ờ | ở | ỡ | ớ | ợ | p | q | r | s | t | u | ù | ủ | ũ | ú | ụ | ư | ừ | ử | ữ | ứ | ự |
        v | x | y | ỳ | ỷ | ỹ | ý | ỵ
    """,
    "signs": """
        _ | - | – | — | , | ; | : | ! | ? | . | ' | ‘ | ’ | " | “ | ” | ( | ) | [ | ] | / | & | % | + | < | = | > |
        0 | 9 | a
    """,
}


def _words(name: str) -> list[str]:
    return [word.strip() for word in ICU_VI[name].split("|")]


@pytest.mark.parametrize("name", ICU_VI)
def test_lists_come_into_the_order_of_icu(name: str) -> None:
    ordered = _words(name)
    shuffled = ordered.copy()
    random.Random(name).shuffle(shuffled)
    assert sorted(shuffled, key=khoa) == ordered


@pytest.mark.parametrize("name", ICU_VI)
def test_no_two_of_a_list_have_the_same_key(name: str) -> None:
    ordered = _words(name)
    assert len({khoa(word) for word in ordered}) == len(ordered)


def test_blanks_come_before_letters_and_zero_width_signs_do_not_count() -> None:
    assert khoa("a b") < khoa("ab")
    assert khoa("a\u200bb") == khoa("ab")
    assert khoa("") < khoa(" ") < khoa("a")


def test_other_letters_come_after_z() -> None:
    assert khoa("z") < khoa("я") < khoa("漢")


@given(st.text())
def test_composed_and_decomposed_spellings_are_one_place(text: str) -> None:
    assert khoa(unicodedata.normalize("NFD", text)) == khoa(unicodedata.normalize("NFC", text))
