"""Fonts and colours by name of a theme → the fonts and colours themselves, for a copy whose theme is another one."""

from __future__ import annotations

from typing import Final

from docgen.batch.merging.tags import drop, tags
from docgen.reading.theme import Theme
from docgen.reading.wordml import NS_A, Element, w

_FONTS: Final = {"asciiTheme": "ascii", "hAnsiTheme": "hAnsi", "eastAsiaTheme": "eastAsia", "cstheme": "cs"}
# A colour of the theme is written with what Word last made of it: attribute → the theme's name, tint and shade.
_COLOURS: Final = {
    "val": ("themeColor", "themeTint", "themeShade"),
    "color": ("themeColor", "themeTint", "themeShade"),
    "fill": ("themeFill", "themeFillTint", "themeFillShade"),
}
_COLOURED: Final = tags("color shd u top left bottom right start end insideH insideV between bar")


def settle(root: Element, theme: Theme) -> None:
    """Write out what ``theme`` stands for in ``root``, wherever it is named."""
    for fonts in root.iter(w("rFonts")):
        for named, plain in _FONTS.items():
            name = drop(fonts, w(named))
            family = theme.font(name) if name else None
            if family:
                fonts.set(w(plain), family)
    for element in root.iter(*_COLOURED):
        _settle_colour(element, theme)
    for scheme in root.iter(f"{{{NS_A}}}schemeClr"):
        colour = theme.colour(_SCHEME.get(scheme.get("val", ""), scheme.get("val", "")))
        if colour:
            scheme.tag = f"{{{NS_A}}}srgbClr"
            scheme.set("val", colour)


# 20.1.10.54: drawings call the slots by other names than text does.
_SCHEME: Final = {"tx1": "dk1", "tx2": "dk2", "bg1": "lt1", "bg2": "lt2"}


def _settle_colour(element: Element, theme: Theme) -> None:
    for plain, (named, tint, shade) in _COLOURS.items():
        # Text has its colour in "val", borders and shades in "color": both are told by the same names of the theme.
        if (plain == "val" and element.tag != w("color")) or (plain == "color" and element.tag == w("color")):
            continue
        name = drop(element, w(named))
        for more in (tint, shade):
            drop(element, w(more))
        colour = theme.colour(name) if name else None
        if colour and element.get(w(plain)) in (None, "auto"):
            element.set(w(plain), colour)
