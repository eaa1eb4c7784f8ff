"""What is drawn beside the words: text boxes, lines and pictures, in DrawingML and in the older VML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from docgen.reading.wordml import (
    ALTERNATE,
    MM_PER_EMU,
    MM_PER_PT,
    NS_A,
    NS_O,
    NS_V,
    NS_WP,
    NS_WPG,
    NS_WPS,
    Element,
    chosen,
    w,
    whole,
)

BOX: Final = w("txbxContent")
_WSP, _WGP, _GRPSP = f"{{{NS_WPS}}}wsp", f"{{{NS_WPG}}}wgp", f"{{{NS_WPG}}}grpSp"
_EXTENT, _XFRM = f"{{{NS_WP}}}extent", f"{{{NS_A}}}xfrm"
_V_SHAPES: Final = {f"{{{NS_V}}}{name}" for name in ("line", "shape", "rect", "roundrect")}
_V_LINE, _V_GROUP, _V_PATH = (f"{{{NS_V}}}{name}" for name in ("line", "group", "textpath"))
_PICTURE: Final = {"{http://schemas.openxmlformats.org/drawingml/2006/picture}pic", f"{{{NS_V}}}imagedata"}
_FOREIGN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DIAGRAM: Final = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_OLE: Final = f"{{{NS_O}}}OLEObject"
# A line is allowed to be a little slanted by a careless hand, and a flat rectangle is a line too.
_FLAT_MM: Final = 1.2
_SHORTEST_MM: Final = 3.0
_LINE_SHAPES: Final = ("line", "straightConnector1", "flowChartProcess", "rect")
_WHITE: Final = ("white", "#fff", "#ffffff", "white [3212]")
_DEFAULT_LINE_PT: Final = 0.75
_DEFAULT_BOX_MM: Final = 50.0


@dataclass(frozen=True)
class Line:
    """A level line. x_mm, y_pt: from the left of its column, below the top of its paragraph; None when not said so.

    align: "left", "center", "right" when it is placed by alignment across its column.
    """

    length_mm: float
    dash: str
    thickness_pt: float
    x_mm: float | None
    y_pt: float | None
    align: str


@dataclass(frozen=True)
class Box:
    """A text box: its content, its width, and how it is aligned across the page ("" unknown)."""

    content: Element
    width_mm: float
    align: str


@dataclass(frozen=True)
class _Frame:
    """Where drawing takes place: size of one unit in mm, place of the whole against its paragraph."""

    x_mm: float
    y_mm: float
    left_mm: float | None
    top_pt: float | None
    align: str


def parts_of(shape: Element) -> Iterator[Line | Box | str]:
    """List what a w:drawing, w:pict or w:object shows, each once.

    Strings: the words of a WordArt as "=words"; "hình" for a picture, "đối tượng" for an embedded object or a chart.
    """
    yield from _walk(shape, _position(shape))


def _walk(element: Element, frame: _Frame) -> Iterator[Line | Box | str]:
    tag = element.tag
    if tag == ALTERNATE:
        branch = chosen(element)
        if branch is not None:
            yield from _walk(branch, frame)
        return
    if tag == BOX:
        yield Box(element, _width_mm(element) or _DEFAULT_BOX_MM, frame.align)
        return
    if tag in (_WGP, _GRPSP, _V_GROUP):
        frame = _scaled(element, frame)
    elif tag == _WSP:
        yield from _drawn(element, frame)
    elif tag in _V_SHAPES:
        yield from _vml(element, frame)
    elif tag in _PICTURE:
        yield "hình"
    elif tag in (_OLE, _FOREIGN, _DIAGRAM):
        yield "đối tượng"
    elif tag == _V_PATH and element.get("string"):
        yield "=" + element.get("string", "")
    for child in element:
        if isinstance(child.tag, str):
            yield from _walk(child, frame)


def _drawn(shape: Element, frame: _Frame) -> Iterator[Line]:
    properties = shape.find(f"{{{NS_WPS}}}spPr")
    extent = None if properties is None else properties.find(f"{_XFRM}/{{{NS_A}}}ext")
    if properties is None or extent is None or next(shape.iter(BOX), None) is not None:
        return
    geometry = properties.find(f"{{{NS_A}}}prstGeom")
    kind = "" if geometry is None else geometry.get("prst", "")
    wide, high = (whole(extent.get(side)) or 0 for side in ("cx", "cy"))
    turned = (whole(properties.find(_XFRM).get("rot")) or 0) % 10_800_000  # type: ignore[union-attr]
    if 2_700_000 < turned < 8_100_000:
        wide, high = high, wide
    line = properties.find(f"{{{NS_A}}}ln")
    if kind not in _LINE_SHAPES or (line is not None and _invisible(line)):
        return
    dash = None if line is None else line.find(f"{{{NS_A}}}prstDash")
    thickness = None if line is None else whole(line.get("w"), 0, 10**7)
    style = "solid" if dash is None else dash.get("val", "solid")
    thickness_pt = _DEFAULT_LINE_PT if thickness is None else thickness / 12700
    yield from _level(wide * frame.x_mm, high * frame.y_mm, style, thickness_pt, frame)


def _invisible(line: Element) -> bool:
    colour = line.find(f"{{{NS_A}}}solidFill/{{{NS_A}}}srgbClr")
    white = colour is not None and colour.get("val", "").upper() == "FFFFFF"
    return white or line.find(f"{{{NS_A}}}noFill") is not None


def _vml(shape: Element, frame: _Frame) -> Iterator[Line]:
    if shape.get("stroked") in ("f", "false") or shape.get("strokecolor", "").lower() in _WHITE:
        return
    if shape.find(f"{{{NS_V}}}textbox") is not None:
        return
    style = _style(shape)
    if shape.tag == _V_LINE:
        (x1, y1), (x2, y2) = (_point(shape.get(name), frame) for name in ("from", "to"))
        wide, high = abs(x2 - x1), abs(y2 - y1)
        frame = replace(frame, left_mm=min(x1, x2), top_pt=min(y1, y2) / MM_PER_PT)
    else:
        wide, high = _css_mm(style.get("width", "0"), frame.x_mm), _css_mm(style.get("height", "0"), frame.y_mm)
        is_line = shape.get("type", "").endswith(("_t32", "_t20")) or shape.get(f"{{{NS_O}}}hr") is not None
        if not is_line and high > _FLAT_MM:
            return
        frame = _css_placed(style, frame)
    frame = _css_relative(style, frame)
    stroke = shape.find(f"{{{NS_V}}}stroke")
    dash = "solid" if stroke is None else stroke.get("dashstyle", "solid")
    thickness_pt = _css_mm(shape.get("strokeweight", ".75pt"), MM_PER_EMU) / MM_PER_PT
    yield from _level(wide, high, dash, thickness_pt, frame)


def _css_placed(style: Mapping[str, str], frame: _Frame) -> _Frame:
    if "margin-left" in style:
        frame = replace(frame, left_mm=_css_mm(style["margin-left"], frame.x_mm))
    if "margin-top" in style:
        frame = replace(frame, top_pt=_css_mm(style["margin-top"], frame.y_mm) / MM_PER_PT)
    return frame


def _css_relative(style: Mapping[str, str], frame: _Frame) -> _Frame:
    """Forget a place that is measured from the page, not from the paragraph."""
    if style.get("mso-position-horizontal-relative", "text") not in ("text", "char"):
        frame = replace(frame, left_mm=None)
    if style.get("mso-position-vertical-relative", "text") not in ("text", "line"):
        frame = replace(frame, top_pt=None)
    return frame


def _level(wide_mm: float, high_mm: float, dash: str, thickness_pt: float, frame: _Frame) -> Iterator[Line]:
    if wide_mm >= _SHORTEST_MM and high_mm <= max(_FLAT_MM, wide_mm / 20):
        left_mm = None if frame.left_mm is None else round(frame.left_mm, 1)
        yield Line(round(wide_mm, 1), dash, round(thickness_pt, 2), left_mm, frame.top_pt, frame.align)


def _scaled(group: Element, frame: _Frame) -> _Frame:
    """Inside a group another unit is used: its inner size stands for its outer one."""
    if group.tag == _V_GROUP:
        style = _style(group)
        inner = [abs(_number(part)) for part in group.get("coordsize", "1000,1000").split(",")] + [1000.0, 1000.0]
        outer = [_css_mm(style.get(side, "0"), unit) for side, unit in (("width", frame.x_mm), ("height", frame.y_mm))]
        placed = _css_relative(style, _css_placed(style, frame))
        return replace(placed, x_mm=outer[0] / (inner[0] or 1), y_mm=outer[1] / (inner[1] or 1))
    xfrm = group.find(f"{{{NS_WPG}}}grpSpPr/{_XFRM}")
    sizes = [None if xfrm is None else xfrm.find(f"{{{NS_A}}}{name}") for name in ("ext", "chExt")]
    if sizes[0] is None or sizes[1] is None:
        return frame
    across, down = (
        (whole(sizes[0].get(side)) or 1) / (whole(sizes[1].get(side)) or whole(sizes[0].get(side)) or 1)
        for side in ("cx", "cy")
    )
    return replace(frame, x_mm=frame.x_mm * across, y_mm=frame.y_mm * down)


def _position(shape: Element) -> _Frame:
    """Find where a drawing stands against the paragraph it is anchored in."""
    frame = _Frame(MM_PER_EMU, MM_PER_EMU, None, None, "")
    anchor = shape.find(f"{{{NS_WP}}}anchor")
    if anchor is None:
        inner = next((e for e in shape if e.get("style")), None)
        align = "" if inner is None else _style(inner).get("mso-position-horizontal", "")
        return replace(frame, left_mm=0.0, top_pt=0.0, align=align)
    across, down = (anchor.find(f"{{{NS_WP}}}position{axis}") for axis in "HV")
    left, top = _offset_mm(across, ("column", "character")), _offset_mm(down, ("paragraph", "line"))
    align = "" if across is None else across.findtext(f"{{{NS_WP}}}align") or ""
    return replace(frame, left_mm=left, top_pt=None if top is None else top / MM_PER_PT, align=align)


def _offset_mm(position: Element | None, near: tuple[str, ...]) -> float | None:
    if position is None or position.get("relativeFrom") not in near:
        return None
    offset = whole(position.findtext(f"{{{NS_WP}}}posOffset"))
    return None if offset is None else offset * MM_PER_EMU


def _width_mm(box: Element) -> float | None:
    """Find the width of the shape a text box is in."""
    for holder in box.iterancestors():
        if holder.tag == _WSP:
            extent = holder.find(f"{{{NS_WPS}}}spPr/{_XFRM}/{{{NS_A}}}ext")
            return None if extent is None else (whole(extent.get("cx"), 0) or 0) * MM_PER_EMU
        if holder.tag in _V_SHAPES:
            return _css_mm(_style(holder).get("width", "0"), MM_PER_EMU)
    return None


def _style(element: Element) -> dict[str, str]:
    pairs = (part.partition(":") for part in element.get("style", "")[:2000].split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _point(text: str | None, frame: _Frame) -> tuple[float, float]:
    parts = [*(text or "").split(","), "0", "0"]
    return _css_mm(parts[0], frame.x_mm), _css_mm(parts[1], frame.y_mm)


_CSS: Final = re.compile(r"\s*([+-]?(?:\d{1,9}(?:\.\d*)?|\.\d+))(pt|mm|cm|in|pc|px|)\s*")
_CSS_MM: Final = {"pt": MM_PER_PT, "mm": 1.0, "cm": 10.0, "in": 25.4, "pc": 12 * MM_PER_PT, "px": 25.4 / 96}


def _css_mm(text: str, unit_mm: float) -> float:
    found = _CSS.fullmatch(text)
    return float(found[1]) * _CSS_MM.get(found[2], unit_mm) if found else 0.0


def _number(text: str) -> float:
    found = _CSS.fullmatch(text)
    return float(found[1]) if found else 0.0
