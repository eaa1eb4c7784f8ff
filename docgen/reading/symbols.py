"""Letters of symbol fonts as Unicode: what one sees, not the code behind it."""

from __future__ import annotations

import re
from typing import Final

# Adobe's Symbol encoding from 0x20; Word writes these letters as U+F020… or as plain codes with the font Symbol.
_SYMBOL_LOW: Final = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼"
_SYMBOL_HIGH: Final = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪"
_SYMBOL_END: Final = "⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭"
_SYMBOL: Final = {
    **dict(enumerate(_SYMBOL_LOW, 0x20)),
    **dict(enumerate(_SYMBOL_HIGH, 0xA0)),
    **dict(enumerate(_SYMBOL_END, 0xF1)),
}
# The Wingdings that offices use as bullets, boxes and ticks: code in hexadecimal, then what it looks like.
_WINGDINGS_LIST: Final = (
    "21✏ 28☎ 2A✉ 46☞ 4A☺ 6C● 6D❍ 6E■ 6F□ 70◻ 71❑ 72❒ 73⬧ 74⧫ 75◆ 76❖ 77⬥ 78⌧ 7B❀ 9E· 9F• A0▪ A1○ A4◉ A7▪ A8◻ "
    "AA✦ AB★ B2✧ D8➢ DC➲ DF← E0→ E1↑ E2↓ E8➔ EF⇦ F0⇨ F1⇧ F2⇩ FB✗ FC✓ FD☒ FE☑"
)
_WINGDINGS: Final = {int(entry[:2], 16): entry[2:] for entry in _WINGDINGS_LIST.split()}
_WINGDINGS_2: Final = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x97: "•", 0xA3: "□", 0xAE: "◆"}
_PRIVATE: Final = re.compile("[\uf020-\uf0ff]")
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2}


def symbol(code: int, font: str | None) -> str:
    """Give the letter that ``code`` shows in ``font``; unknown ones keep their code.

    Codes of the private area U+F000–F0FF mean the low byte.
    """
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    table = _FONTS.get((font or "").casefold())
    if table is not None and low in table:
        return table[low]
    if table is None and 0xF020 <= code <= 0xF0FF:
        # Word writes the private code even for fonts that are no symbol fonts.
        return _SYMBOL.get(low, chr(code)) if low == 0xB7 else chr(code)
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else ""


def shown(text: str, font: str | None) -> str:
    """Replace what ``font`` draws as pictures; only private codes, for plain letters may be meant as letters."""
    if _PRIVATE.search(text) is None:
        return text
    return _PRIVATE.sub(lambda char: symbol(ord(char[0]), font), text)
