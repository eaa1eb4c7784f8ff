"""The styles of a Word file, each with what it inherits already laid underneath.

Numbers such as 17.9.10 are sections of ECMA-376 Part 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from docgen.reading.props import Border, Found, Props, border, overlaid, para_props, run_props
from docgen.reading.wordml import PPR, RPR, Element, switched_on, twips, val, w

# Word allows 11 styles in a row; a longer row, or a ring, is damage.
MAX_CHAIN: Final = 50
_NOTHING: Props = {}


@dataclass(frozen=True)
class Style:
    """One style as written."""

    id: str
    kind: str
    name: str
    based_on: str
    run: Props
    para: Props
    conditional: Mapping[str, tuple[Props, Props]] = field(default_factory=dict)
    cell_margins: Mapping[str, float] = field(default_factory=dict)
    borders: Mapping[str, Border | None] = field(default_factory=dict)


@dataclass
class Styles:
    """All styles of a file, and the defaults under them.

    ``run_defaults`` and ``para_defaults`` are the docDefaults; ``default`` maps a kind ("paragraph", "table") to the
    style used where none is named.
    """

    run_defaults: Props = field(default_factory=dict)
    para_defaults: Props = field(default_factory=dict)
    by_id: dict[str, Style] = field(default_factory=dict)
    default: dict[str, str] = field(default_factory=dict)
    _chains: dict[tuple[str, str], tuple[Style, ...]] = field(default_factory=dict)
    _runs: dict[tuple[str, str], Found] = field(default_factory=dict)

    def chain(self, kind: str, style_id: str | None) -> tuple[Style, ...]:
        """List a style and those it is based on, the most general first.

        A style that is missing or of another kind stands for the default one, as in Word.
        """
        key = (kind, style_id or "")
        if key not in self._chains:
            self._chains[key] = self._walk(kind, style_id)
        return self._chains[key]

    def run(self, kind: str, style_id: str | None) -> Found:
        """Merge the run properties of a style with those it inherits; without the docDefaults."""
        key = (kind, style_id or "")
        if key not in self._runs:
            self._runs[key] = overlaid(*(style.run for style in self.chain(kind, style_id)))
        return self._runs[key]

    def _walk(self, kind: str, style_id: str | None) -> tuple[Style, ...]:
        start = self.by_id.get(style_id or "")
        if start is None or start.kind != kind:
            start = self.by_id.get(self.default.get(kind, ""))
        found: dict[str, Style] = {}
        while start is not None and start.id not in found and len(found) < MAX_CHAIN:
            found[start.id] = start
            following = self.by_id.get(start.based_on)
            start = following if following is not None and following.kind == kind else None
        return tuple(reversed(found.values()))


def read_styles(root: Element | None) -> Styles:
    """Read styles.xml; None gives Word's own defaults."""
    styles = Styles()
    if root is None:
        return styles
    defaults = root.find(w("docDefaults"))
    if defaults is not None:
        styles.run_defaults = run_props(defaults.find(f"{w('rPrDefault')}/{RPR}"))
        styles.para_defaults = para_props(defaults.find(f"{w('pPrDefault')}/{PPR}"))
    for element in root.iterchildren(w("style")):
        style = _style(element)
        styles.by_id.setdefault(style.id, style)
        if element.get(w("default")) is not None and switched_on(element.get(w("default"))):
            styles.default.setdefault(style.kind, style.id)
    return styles


def _style(element: Element) -> Style:
    table = element.find(w("tblPr"))
    return Style(
        id=element.get(w("styleId"), ""),
        kind=element.get(w("type"), "paragraph"),
        name=val(element, "name") or "",
        based_on=val(element, "basedOn") or "",
        run=run_props(element.find(RPR)),
        para=para_props(element.find(PPR)),
        conditional={
            part.get(w("type"), ""): (para_props(part.find(PPR)), run_props(part.find(RPR)))
            for part in element.iterchildren(w("tblStylePr"))
        },
        cell_margins=cell_margins(None if table is None else table.find(w("tblCellMar"))),
        borders=borders(None if table is None else table.find(w("tblBorders"))),
    )


def cell_margins(element: Element | None) -> dict[str, float]:
    """Read a w:tblCellMar or w:tcMar: "left" and "right" in twips, where said."""
    found: dict[str, float] = {}
    for child in element if element is not None else ():
        side = {w("left"): "left", w("start"): "left", w("right"): "right", w("end"): "right"}.get(str(child.tag))
        value = twips(child.get(w("w")))
        if side and value is not None and child.get(w("type"), "dxa") == "dxa":
            found[side] = value
    return found


def borders(element: Element | None) -> dict[str, Border | None]:
    """Read a w:tblBorders or w:tcBorders: side → line, None for a side that is said to have none."""
    found: dict[str, Border | None] = {}
    for child in element if element is not None else ():
        name = str(child.tag).rpartition("}")[2]
        found[{"start": "left", "end": "right"}.get(name, name)] = border(child)
    return found
