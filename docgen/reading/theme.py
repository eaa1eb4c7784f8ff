"""The theme of a Word file: what "minorHAnsi" or "accent1" stands for.

Numbers such as 17.9.10 are sections of ECMA-376 Part 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.reading.wordml import NS_A, Element


@dataclass(frozen=True)
class Theme:
    """fonts: "major"/"minor" → family of Latin text. colours: slot ("dk1", "accent1") → "RRGGBB"."""

    fonts: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)

    def font(self, name: str) -> str | None:
        """Find the family behind a theme font such as ``minorHAnsi``; None when the theme has none."""
        return self.fonts.get(name[:5])

    def colour(self, name: str) -> str | None:
        """Find the colour behind ``text1``, ``accent2`` …; None when unknown."""
        return self.colours.get(_SLOTS.get(name, name))


# 17.18.97: Word's names for the slots of the scheme that go by another name there.
_SLOTS = {
    "text1": "dk1",
    "dark1": "dk1",
    "text2": "dk2",
    "dark2": "dk2",
    "background1": "lt1",
    "light1": "lt1",
    "background2": "lt2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


def read_theme(root: Element | None) -> Theme:
    """Read theme1.xml; a missing or odd one gives an empty theme.

    Only ``a:latin`` counts: Word takes it for Vietnamese letters whatever the list of fonts by script says.
    """
    if root is None:
        return Theme()
    fonts = {}
    for size in ("major", "minor"):
        latin = root.find(f".//{{{NS_A}}}fontScheme/{{{NS_A}}}{size}Font/{{{NS_A}}}latin")
        if latin is not None and latin.get("typeface"):
            fonts[size] = latin.get("typeface", "")
    colours = {}
    scheme = root.find(f".//{{{NS_A}}}clrScheme")
    for slot in () if scheme is None else scheme:
        for colour in slot:
            value = colour.get("lastClr") or colour.get("val")
            if value and isinstance(slot.tag, str):
                colours[slot.tag.rpartition("}")[2]] = value.upper()
    return Theme(fonts, colours)
