"""Widths of letters against the font itself."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont, features

from docgen.render import metrics
from docgen.render.styles import Letters
from tests.render import fonts

needs_font = pytest.mark.skipif(not fonts.INSTALLED, reason="Liberation Serif 2 (fonts-liberation2) is not installed")
VIETNAMESE = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
FACES = {"Regular": (False, False), "Bold": (True, False), "Italic": (False, True), "BoldItalic": (True, True)}


@needs_font
def test_the_file_holds_exactly_what_the_font_says() -> None:
    file = Path(metrics.__file__).with_name("times_new_roman.tsv")

    assert file.read_text(encoding="utf-8") == fonts.tsv()


def test_every_vietnamese_letter_and_every_key_is_known() -> None:
    wanted = set(VIETNAMESE + VIETNAMESE.upper() + "".join(map(chr, range(0x20, 0x7F))) + "“”‘’–—…•₫\u00a0")

    assert wanted <= metrics.table().keys()


@needs_font
@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(
    "text", ["ỦY BAN NHÂN DÂN TỈNH BÌNH DƯƠNG", "Độc lập - Tự do - Hạnh phúc", "V/v triển khai 1.234,5 “%” & <>"]
)
def test_a_line_is_as_long_as_pillow_draws_it(text: str, face: str) -> None:
    bold, italic = FACES[face]
    font = ImageFont.truetype(fonts.FOLDER / f"LiberationSerif-{face}.ttf", 2048, layout_engine=ImageFont.Layout.BASIC)
    letter_by_letter = sum(font.getlength(char) for char in text) / 2048 * 14

    assert metrics.width_pt(text, Letters(14, bold, italic)) == pytest.approx(letter_by_letter, abs=0.02)
    assert features.check("freetype2")


def test_spacing_scaling_and_capitals_count() -> None:
    plain = metrics.width_pt("ủy ban", Letters(13))

    assert metrics.width_pt("ủy ban", Letters(13, gian_pt=-0.2)) == pytest.approx(plain - 6 * 0.2)
    assert metrics.width_pt("ủy ban", Letters(13, rong_phan_tram=90)) == pytest.approx(plain * 0.9)
    assert metrics.width_pt("ủy ban", Letters(13, hoa=True)) == metrics.width_pt("ỦY BAN", Letters(13))


def test_no_break_blanks_are_a_quarter_of_an_em() -> None:
    assert metrics.width_pt("\u00a0" * 4, Letters(13)) == 13


def test_loose_diacritics_and_invisible_signs_take_no_room() -> None:
    assert metrics.width_pt("\u0301\u0309\u200b\u2060", Letters(14)) == 0


@given(st.text(), st.sampled_from([10.0, 13.0, 14.0]))
def test_any_text_has_a_width(text: str, size: float) -> None:
    width = metrics.width_pt(text, Letters(size))

    assert 0 <= width <= len(unicodedata.normalize("NFD", text)) * 2 * size
