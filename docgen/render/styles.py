"""What a paragraph and its letters look like after styles, as far as measuring a line needs it.

Resolved: document defaults, the chain of ``basedOn``, character styles, direct formatting (ECMA-376 Part 1, 17.7.2).
Not resolved: table styles' letters, theme fonts, numbering indents.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.render import wordml
from docgen.render.wordml import VAL, Element, switched_on, twips, w

# ECMA-376 Part 1, 17.4.42: the side margins of a cell when nothing says otherwise.
_CELL_MARGIN_TWIP: Final = 115
# 17.3.2.38: the size of letters when nothing says otherwise.
_DEFAULT_HALF_POINTS: Final = 20


@dataclass(frozen=True)
class Letters:
    """How a run is set: size and extra space in points, width in percent."""

    co_chu_pt: float = 10.0
    dam: bool = False
    nghieng: bool = False
    hoa: bool = False
    gian_pt: float = 0.0
    rong_phan_tram: float = 100.0


@dataclass(frozen=True)
class Indents:
    """The indents of a paragraph in twips; ``dong_dau`` is negative when hanging."""

    trai: int = 0
    phai: int = 0
    dong_dau: int = 0


class Styles:
    """The styles part of a template; an absent part is a part without styles."""

    def __init__(self, xml: bytes | None) -> None:
        root = None if xml is None else wordml.parse(xml)
        found = [] if root is None else list(root.iterfind(w("style")))
        self._by_id = {style.get(w("styleId"), ""): style for style in found}
        self._root = root
        self._default = {
            style.get(w("type"), ""): style for style in found if style.get(w("default")) in ("1", "true", "on")
        }

    def id_of(self, name: str, kind: str) -> str | None:
        """The id of the style called ``name``, in whatever capitals, of a kind such as ``paragraph``."""
        for style_id, style in self._by_id.items():
            if style.get(w("type")) == kind and _name(style).casefold() == name.casefold():
                return style_id
        return None

    def style_of(self, paragraph: Element) -> str:
        """The id of the paragraph's style, the default one's when it names none."""
        named = paragraph.find(f"{wordml.PPR}/{w('pStyle')}")
        style_id = "" if named is None else named.get(VAL, "")
        if style_id in self._by_id:
            return style_id
        default = self._default.get("paragraph")
        return "" if default is None else default.get(w("styleId"), "")

    def name_of(self, paragraph: Element) -> str:
        """The name of the paragraph's style as Word's style list shows it."""
        style = self._by_id.get(self.style_of(paragraph))
        return "" if style is None else _name(style)

    def outline_level(self, paragraph: Element) -> int | None:
        """0 for a heading of the first level …; None for body text."""
        for ppr in self._paragraph_layers(paragraph):
            level = ppr.find(w("outlineLvl"))
            if level is not None:
                value = twips(level, "val")
                return value if value is not None and value < 9 else None
        return None

    def indents(self, paragraph: Element) -> Indents:
        """The paragraph's effective indents; each attribute is inherited by itself (17.3.1.12)."""
        layers = [ind for ppr in self._paragraph_layers(paragraph) for ind in ppr.findall(w("ind"))]

        def first(*names: str) -> int:
            return next((v for v in (twips(ind, *names) for ind in layers) if v is not None), 0)

        return Indents(first("left", "start"), first("right", "end"), self._first_line(layers))

    @staticmethod
    def _first_line(layers: list[Element]) -> int:
        """``hanging`` wins over ``firstLine`` in one and the same element (17.3.1.12)."""
        for ind in layers:
            hanging, first = twips(ind, "hanging"), twips(ind, "firstLine")
            if hanging is not None:
                return -hanging
            if first is not None:
                return first
        return 0

    def has_rule(self, paragraph: Element) -> bool:
        """Whether the paragraph has a visible top or bottom border."""
        for side in ("top", "bottom"):
            for ppr in self._paragraph_layers(paragraph):
                border = ppr.find(f"{w('pBdr')}/{w(side)}")
                if border is not None:
                    if border.get(VAL) not in (None, "nil", "none"):
                        return True
                    break
        return False

    def letters(self, paragraph: Element, run: Element) -> Letters:
        """How the run's letters are set."""
        layers = list(self._run_layers(paragraph, run))

        def number(name: str, default: float) -> float:
            found = (twips(rpr.find(w(name)), "val") for rpr in layers)
            return next((float(v) for v in found if v is not None), default)

        def toggle(name: str) -> bool:
            return self._toggle(paragraph, run, w(name))

        return Letters(
            co_chu_pt=number("sz", _DEFAULT_HALF_POINTS) / 2,
            dam=toggle("b"),
            nghieng=toggle("i"),
            hoa=toggle("caps"),
            gian_pt=number("spacing", 0) / 20,
            rong_phan_tram=number("w", 100),
        )

    def cell_margins(self, cell: Element) -> tuple[int, int]:
        """The left and right margin inside a cell, in twips."""
        table = wordml.ancestor(cell, wordml.TBL)
        tblpr = None if table is None else table.find(w("tblPr"))
        layers = [cell.find(f"{w('tcPr')}/{w('tcMar')}")]
        if tblpr is not None:
            layers.append(tblpr.find(w("tblCellMar")))
            layers += [s.find(f"{w('tblPr')}/{w('tblCellMar')}") for s in self._chain(self._table_style(tblpr))]

        def side(*names: str) -> int:
            found = (twips(layer.find(w(n)), "w") for layer in layers if layer is not None for n in names)
            return next((v for v in found if v is not None), _CELL_MARGIN_TWIP)

        return side("left", "start"), side("right", "end")

    def _table_style(self, tblpr: Element) -> Element | None:
        named = tblpr.find(w("tblStyle"))
        return self._by_id.get("" if named is None else named.get(VAL, ""), self._default.get("table"))

    def _toggle(self, paragraph: Element, run: Element, tag: str) -> bool:
        """Direct formatting decides; else the styles' values are taken one against the other (17.7.3)."""
        direct = switched_on(run.find(f"{wordml.RPR}/{tag}"))
        if direct is not None:
            return direct
        on = False
        for chain in (self._paragraph_chain(paragraph), self._character_chain(run)):
            values = (switched_on(style.find(f"{wordml.RPR}/{tag}")) for style in chain)
            on ^= next((v for v in values if v is not None), False)
        return on or bool(switched_on(self._defaults(f"{w('rPrDefault')}/{wordml.RPR}/{tag}")))

    def _run_layers(self, paragraph: Element, run: Element) -> Iterator[Element]:
        """Every rPr element from the strongest to the weakest."""
        direct = run.find(wordml.RPR)
        if direct is not None:
            yield direct
        for style in (*self._character_chain(run), *self._paragraph_chain(paragraph)):
            yield from style.findall(wordml.RPR)
        defaults = self._defaults(f"{w('rPrDefault')}/{wordml.RPR}")
        if defaults is not None:
            yield defaults

    def _paragraph_layers(self, paragraph: Element) -> Iterator[Element]:
        """Every pPr element from the strongest to the weakest."""
        direct = paragraph.find(wordml.PPR)
        if direct is not None:
            yield direct
        for style in self._paragraph_chain(paragraph):
            yield from style.findall(wordml.PPR)
        defaults = self._defaults(f"{w('pPrDefault')}/{wordml.PPR}")
        if defaults is not None:
            yield defaults

    def _defaults(self, path: str) -> Element | None:
        return None if self._root is None else self._root.find(f"{w('docDefaults')}/{path}")

    def _paragraph_chain(self, paragraph: Element) -> list[Element]:
        return self._chain(self._by_id.get(self.style_of(paragraph)))

    def _character_chain(self, run: Element) -> list[Element]:
        named = run.find(f"{wordml.RPR}/{w('rStyle')}")
        return [] if named is None else self._chain(self._by_id.get(named.get(VAL, "")))

    def _chain(self, style: Element | None) -> list[Element]:
        """The style and those it is based on; a circle is cut."""
        found: list[Element] = []
        while style is not None and style not in found:
            found.append(style)
            based = style.find(w("basedOn"))
            style = None if based is None else self._by_id.get(based.get(VAL, ""))
        return found


def _name(style: Element) -> str:
    named = style.find(w("name"))
    return "" if named is None else named.get(VAL, "")
