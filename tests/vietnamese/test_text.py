"""NFC, forbidden and invisible characters."""

from __future__ import annotations

import time
import unicodedata
from xml.parsers import expat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.vietnamese.text import clean, forbidden, invisible, nfc

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize("spelling", ["a\u0323\u0302", "a\u0302\u0323", "\u00e2\u0323", "\u1ea1\u0302", "\u1ead"])
def test_every_spelling_of_one_letter_becomes_one_character(spelling: str) -> None:
    assert nfc(spelling) == "ậ"


def test_nfc_leaves_blanks_and_hyphens_alone() -> None:
    assert nfc("a\u00a0b\u200bc\u00add\u2011e") == "a\u00a0b\u200bc\u00add\u2011e"


@pytest.mark.parametrize("plane", range(17))
@pytest.mark.parametrize("last", [0xFFFE, 0xFFFF])
def test_the_last_two_codes_of_every_plane_are_forbidden(plane: int, last: int) -> None:
    char = chr(plane * 0x10000 + last)
    assert [(i, c) for i, c, _ in forbidden(f"ab{char}c")] == [(2, char)]


@pytest.mark.parametrize(
    "code",
    [
        *(code for code in range(0x20) if code not in (0x09, 0x0A)),
        *range(0x7F, 0xA0),
        *(0xD800, 0xDBFF, 0xDC00, 0xDFFF),
        *range(0xFDD0, 0xFDF0),
    ],
)
def test_controls_surrogates_and_noncharacters_are_forbidden_and_named(code: int) -> None:
    found = forbidden("Kế " + chr(code) + "hoạch")
    assert [(i, c) for i, c, _ in found] == [(3, chr(code))]
    assert f"U+{code:04X}" in found[0][2]


def test_ordinary_text_and_its_blanks_are_allowed() -> None:
    assert forbidden("KẾ HOẠCH\tsố 05/KH-UBND\n“đạt ≥ 90 %” & <b> \u00a0\u200b\u00ad\ufeff 😀 漢") == []


def test_every_forbidden_character_is_told_in_order() -> None:
    assert [i for i, _, _ in forbidden("\x00a\x07\ud800b\uffff")] == [0, 2, 3, 5]


@given(ANY_TEXT)
def test_what_is_not_forbidden_can_stand_in_xml(text: str) -> None:
    bad = {i for i, _, _ in forbidden(text)}
    allowed = "".join(c for i, c in enumerate(text) if i not in bad)
    body = allowed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    seen: list[str] = []
    parser = expat.ParserCreate("utf-8")
    parser.CharacterDataHandler = seen.append
    parser.Parse(f"<t>{body}</t>".encode(), True)
    assert "".join(seen) == allowed


@given(ANY_TEXT)
def test_noncharacters_are_exactly_those_of_unicode(text: str) -> None:
    told = {c for _, c, _ in forbidden(text)}
    for char in text:
        code = ord(char)
        nonchar = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
        control = unicodedata.category(char) in ("Cc", "Cs") and char not in "\t\n"
        assert (char in told) == (nonchar or control)


def test_clean_tells_what_it_changed() -> None:
    text, changes = clean("\ufeffmột\r\nhai\rba\r\n")
    assert text == "một\nhai\nba\n"
    assert changes == [
        "Đã bỏ dấu thứ tự byte (BOM) ở đầu văn bản.",
        "Đã ghi 2 dấu xuống dòng kiểu Windows (CR LF) thành LF.",
        "Đã ghi 1 dấu xuống dòng kiểu Mac cũ (CR) thành LF.",
    ]


def test_clean_composes_and_says_so() -> None:
    text, changes = clean(unicodedata.normalize("NFD", "Ủy ban nhân dân"))
    assert text == "Ủy ban nhân dân"
    assert len(changes) == 1
    assert "NFC" in changes[0]


@given(ANY_TEXT)
def test_clean_is_silent_only_when_nothing_changed(text: str) -> None:
    cleaned, changes = clean(text)
    assert (cleaned == text) == (not changes)
    assert "\r" not in cleaned
    assert cleaned == nfc(cleaned)


@given(ANY_TEXT)
def test_clean_loses_nothing_but_line_ends_and_a_leading_mark(text: str) -> None:
    cleaned, _ = clean(text)
    kept = unicodedata.normalize("NFD", text.removeprefix("\ufeff")).replace("\r\n", "\n").replace("\r", "\n")
    assert unicodedata.normalize("NFD", cleaned) == kept


def test_invisible_characters_are_told_with_their_name_and_kept() -> None:
    told = invisible("a\u200bb\u00adc\ufeff\u202ed")
    assert [(i, c) for i, c, _ in told] == [(1, "\u200b"), (3, "\u00ad"), (5, "\ufeff"), (6, "\u202e")]
    assert told[0][2] == "khoảng trắng rộng bằng không U+200B"
    assert told[3][2] == "ký tự không nhìn thấy U+202E"
    assert invisible("Kế hoạch\u00a0số 5\n") == []
    assert forbidden("a\u200bb\u00adc\ufeff") == []


def test_a_flood_of_marks_is_composed_in_linear_time() -> None:
    flood = "a" + "\u0301\u0316" * 200_000

    began = time.process_time()
    composed = nfc(flood)

    assert time.process_time() - began < 5
    assert composed == "\u00e1" + "\u0316" * 200_000 + "\u0301" * 199_999


@given(st.lists(st.sampled_from("a\u0301\u0316\u0323\u0302ơ"), min_size=60, max_size=120).map("".join))
def test_many_marks_compose_as_unicode_says(text: str) -> None:
    assert nfc(text) == unicodedata.normalize("NFC", text)
