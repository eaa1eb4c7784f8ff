"""Letters of symbol fonts are what they look like."""

from __future__ import annotations

import pytest

from docgen.reading.symbols import shown, symbol


@pytest.mark.parametrize(
    ("code", "font", "sign"),
    [
        (0xF0B7, "Symbol", "•"),
        (0xB7, "Symbol", "•"),
        (0xF061, "Symbol", "α"),
        (0xF0AE, "Symbol", "→"),
        (0xF0A3, "Symbol", "≤"),
        (0xF0E5, "Symbol", "∑"),
        (0xF0FE, "Symbol", "⎭"),
        (0xF0FC, "Wingdings", "✓"),
        (0xF0A8, "wingdings", "◻"),
        (0xF052, "Wingdings 2", "☑"),
        (0xF0B7, None, "•"),
        (0xF0B7, "Times New Roman", "•"),
        (0x2013, "Times New Roman", "–"),
        (0xF041, "Marlett", "\uf041"),
        (0xD800, None, ""),
        (0x110000, None, ""),
    ],
)
def test_a_code_and_a_font_make_a_sign(code: int, font: str | None, sign: str) -> None:
    assert symbol(code, font) == sign


def test_only_private_codes_are_replaced_in_a_text() -> None:
    assert shown("a\uf0b7b", "Symbol") == "a•b"
    assert shown("abc", "Symbol") == "abc"
