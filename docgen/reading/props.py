"""Formatting as it is written: the properties inside one w:rPr or w:pPr, as a small mapping.

A mapping holds only what the element says, so that laying mappings over one another is inheritance. Lengths are
twips, sizes points.

Numbers such as 17.9.10 are sections of ECMA-376 Part 1.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from docgen.reading.wordml import VAL, Element, half_points, switched_on, twips, w, whole

Props = Mapping[str, Any]
Found = dict[str, Any]

TOGGLES: Final = ("b", "i", "caps", "vanish")
_ALIGN: Final = {
    **dict.fromkeys(("left", "start", "numTab"), "trai"),
    "center": "giua",
    **dict.fromkeys(("right", "end"), "phai"),
    **dict.fromkeys(("both", "distribute", "lowKashida", "mediumKashida", "highKashida", "thaiDistribute"), "deu"),
}
SIDES: Final = ("top", "bottom", "left", "right")
_NO_BORDER: Final = ("nil", "none")
_COLOUR: Final = w("color")


def _toggle(name: str) -> Callable[[Element, Found], None]:
    def read(element: Element, found: Found) -> None:
        found[name] = switched_on(element.get(VAL))

    return read


def _text(name: str) -> Callable[[Element, Found], None]:
    def read(element: Element, found: Found) -> None:
        value = element.get(VAL)
        if value is not None:
            found[name] = value

    return read


_SLOTS: Final = tuple((slot, w(slot), w(f"{slot}Theme")) for slot in ("ascii", "hAnsi"))


def _fonts(element: Element, found: Found) -> None:
    # Within one element the theme's font wins over the named one (17.3.2.26).
    for slot, named, themed in _SLOTS:
        theme = element.get(themed)
        name = element.get(named)
        if theme is not None:
            found[slot] = ("theme", theme)
        elif name is not None:
            found[slot] = name


def _size(element: Element, found: Found) -> None:
    value = half_points(element.get(VAL))
    if value is not None and 0 < value < 2000:
        found["sz"] = value


def _colour(element: Element, found: Found) -> None:
    value, theme = element.get(VAL), element.get(w("themeColor"))
    if value is not None and value != "auto":
        found["color"] = value.upper()
    elif theme is not None and value is None:
        found["color"] = ("theme", theme)
    else:
        found["color"] = None


def _underline(element: Element, found: Found) -> None:
    found["u"] = element.get(VAL, "none") != "none"


def _vertical(element: Element, found: Found) -> None:
    found["vertAlign"] = {"superscript": "tren", "subscript": "duoi"}.get(element.get(VAL, ""), "")


_RUN: Final[dict[Any, Callable[[Element, Found], None]]] = {
    **{w(name): _toggle(name) for name in TOGGLES},
    w("rFonts"): _fonts,
    w("sz"): _size,
    w("color"): _colour,
    w("u"): _underline,
    w("vertAlign"): _vertical,
    w("rStyle"): _text("rStyle"),
}


def run_props(rpr: Element | None) -> Found:
    """Read a w:rPr: what it says of font, size, weight, slope, colour, underline, case, position, hiding."""
    found: Found = {}
    if rpr is not None:
        for child in rpr:
            reader = _RUN.get(child.tag)
            if reader is not None:
                reader(child, found)
    return found


def _alignment(element: Element, found: Found) -> None:
    value = _ALIGN.get(element.get(VAL, ""))
    if value is not None:
        found["jc"] = value


def _indent(element: Element, found: Found) -> None:
    for key, names in (("left", ("left", "start")), ("right", ("right", "end"))):
        value = next((v for n in names if (v := twips(element.get(w(n)))) is not None), None)
        if value is not None:
            found[key] = value
        elif (chars := next((c for n in names if (c := whole(element.get(w(f"{n}Chars"))))), None)) is not None:
            found[key] = chars * 2.4
    hanging, first = twips(element.get(w("hanging"))), twips(element.get(w("firstLine")))
    if hanging is not None:
        found["first"] = -hanging
    elif first is not None:
        found["first"] = first


def _spacing(element: Element, found: Found) -> None:
    for key in ("before", "after", "line"):
        value = twips(element.get(w(key)))
        if value is not None:
            found[key] = value
    for key in ("before", "after"):
        lines = whole(element.get(w(f"{key}Lines")))
        if lines is not None and lines > 0:
            # Hundredths of a line of 12 pt (17.3.1.33); it wins over the plain measure.
            found[key] = lines * 2.4
        automatic = element.get(w(f"{key}Autospacing"))
        if automatic is not None:
            found[f"{key}_auto"] = switched_on(automatic)
    rule = element.get(w("lineRule"))
    if rule is not None:
        found["rule"] = rule


def _numbering(element: Element, found: Found) -> None:
    number, level = element.find(w("numId")), element.find(w("ilvl"))
    if number is not None and (value := whole(number.get(VAL))) is not None:
        found["numId"] = value
    if level is not None and (value := whole(level.get(VAL), 0, 8)) is not None:
        found["ilvl"] = value


Border = tuple[str, float]
"""Word's name of a line and its thickness in points."""


def border(element: Element | None) -> Border | None:
    """Read a border: its kind and its thickness in points; None when it is not drawn, or drawn in white."""
    if element is None or element.get(VAL, "nil") in _NO_BORDER or element.get(_COLOUR, "").upper() == "FFFFFF":
        return None
    return element.get(VAL, ""), (whole(element.get(w("sz")), 0, 1000) or 0) / 8


def _borders(element: Element, found: Found) -> None:
    for side in SIDES:
        child = element.find(w(side))
        if child is not None:
            found[f"bdr_{side}"] = border(child)


def _tabs(element: Element, found: Found) -> None:
    stops = {}
    for child in element:
        position = twips(child.get(w("pos")))
        if position is not None:
            stops[position] = child.get(VAL, "left")
    found["tabs"] = tuple(stops.items())


def _frame(element: Element, found: Found) -> None:
    if element.get(w("dropCap"), "none") == "none":
        found["frame"] = element.get(w("xAlign"), "")


def _outline(element: Element, found: Found) -> None:
    level = whole(element.get(VAL), 0, 9)
    if level is not None:
        found["outline"] = level


_PARA: Final[dict[Any, Callable[[Element, Found], None]]] = {
    w("pStyle"): _text("pStyle"),
    w("jc"): _alignment,
    w("ind"): _indent,
    w("spacing"): _spacing,
    w("numPr"): _numbering,
    w("keepNext"): _toggle("keepNext"),
    w("pageBreakBefore"): _toggle("pageBreakBefore"),
    w("contextualSpacing"): _toggle("contextualSpacing"),
    w("bidi"): _toggle("bidi"),
    w("pBdr"): _borders,
    w("tabs"): _tabs,
    w("framePr"): _frame,
    w("outlineLvl"): _outline,
}


def para_props(ppr: Element | None) -> Found:
    """Read a w:pPr: what it says of alignment, indents, spacing, breaks, numbering, borders, tab stops."""
    found: Found = {}
    if ppr is not None:
        for child in ppr:
            reader = _PARA.get(child.tag)
            if reader is not None:
                reader(child, found)
    return found


def overlaid(*layers: Props) -> Found:
    """Lay properties over one another, the later winning; tab stops add up, "clear" takes one away."""
    whole_props: Found = {}
    for layer in layers:
        if "tabs" in layer and "tabs" in whole_props:
            stops = {**dict(whole_props["tabs"]), **dict(layer["tabs"])}
            whole_props.update(layer)
            whole_props["tabs"] = tuple(stops.items())
        else:
            whole_props.update(layer)
    return whole_props
