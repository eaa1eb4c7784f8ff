"""What Word really shows: formatting followed through defaults, theme, table style, style chain, numbering, settings.

Every answer is remembered: a paper of a thousand paragraphs has some dozens of different looks.

Numbers such as 17.9.10 are sections of ECMA-376 Part 1.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from docgen.reading.facts import Format, ParaFormat
from docgen.reading.numbering import Level, Numbering
from docgen.reading.props import TOGGLES, Found, Props, overlaid, para_props, run_props
from docgen.reading.styles import Styles
from docgen.reading.theme import Theme
from docgen.reading.wordml import MM_PER_TWIP, PPR, RPR, Element

# Without a size anywhere Word writes 10 pt (17.3.2.38).
DEFAULT_SIZE_PT: Final = 10.0
# Word's reading of "automatic" space before and after (17.3.1.33), as browsers have it.
AUTOMATIC_SPACE_TWIPS: Final = 280.0

Pair = tuple[Format, Format]
"""The look of ASCII letters and that of the others: a run may name two fonts."""


@dataclass(frozen=True)
class TableLook:
    """What a table style says to the paragraphs of one cell; empty outside tables."""

    key: tuple[str, ...] = ()
    run: Props = field(default_factory=dict)
    para: Props = field(default_factory=dict)


NO_TABLE: Final = TableLook()


@dataclass
class _Base:
    """What a paragraph has from its style and its table, before anything of its own."""

    para: Found
    unnumbered: Found
    run: Found
    layers: tuple[Props, ...]
    number: int | None
    level: int
    style_name: str
    formats: dict[Any, Pair] = field(default_factory=dict)
    paragraphs: dict[Any, tuple[ParaFormat, Found]] = field(default_factory=dict)


@dataclass(slots=True)
class ParaLook:
    """The look of one paragraph. props: everything said of it, laid together (twips, points)."""

    format: ParaFormat
    props: Found
    mark: Found
    number: int | None
    level: int
    base: _Base


class Looks:
    """Effective formatting in one file."""

    def __init__(self, styles: Styles, numbering: Numbering, theme: Theme) -> None:
        self.styles, self._numbering, self._theme = styles, numbering, theme
        self._bases: dict[tuple[tuple[str, ...], str], _Base] = {}
        self._spellings: dict[Any, Found] = {}
        self._tables: dict[tuple[str, ...], TableLook] = {}

    def table(self, style_id: str | None, conditions: Iterable[str]) -> TableLook:
        """Look up what a table style says to cells for which ``conditions`` (``firstRow`` …) hold, weakest first."""
        key = (style_id or "", *conditions)
        if key not in self._tables:
            chain = self.styles.chain("table", style_id)
            para, run = [style.para for style in chain], [style.run for style in chain]
            for condition in key[1:]:
                parts = [style.conditional[condition] for style in chain if condition in style.conditional]
                para += [part for part, _ in parts]
                run += [part for _, part in parts]
            self._tables[key] = TableLook(key, overlaid(*run), overlaid(*para))
        return self._tables[key]

    def paragraph(self, p: Element, table: TableLook = NO_TABLE) -> ParaLook:
        """Resolve the look of a w:p that stands in a cell of look ``table``."""
        ppr = p.find(PPR)
        own = para_props(ppr)
        base = self._base(table, own.get("pStyle", ""))
        number, level = base.number, base.level
        if "numId" in own or "ilvl" in own:
            number, level = own.get("numId", number), own.get("ilvl", level)
        if self._numbering.level(number, level) is None:
            number = None
        key = tuple(own.items())
        if key not in base.paragraphs:
            base.paragraphs[key] = self._resolve(base, own, number, level)
        format_, props = base.paragraphs[key]
        mark = run_props(ppr.find(RPR)) if ppr is not None else {}
        return ParaLook(format_, props, mark, number, level, base)

    def run(self, look: ParaLook, rpr: Element | None) -> Pair:
        """Resolve the look of a run with this w:rPr, as :meth:`formats` does."""
        if rpr is None:
            return self.formats(look, {})
        # Spelled alike, meant alike: most runs of a paper repeat a few dozen spellings.
        spelling = tuple([(part.tag, *part.items()) for part in rpr])
        props = self._spellings.get(spelling)
        if props is None:
            props = self._spellings[spelling] = run_props(rpr)
        return self.formats(look, props)

    def formats(self, look: ParaLook, own: Found) -> Pair:
        """Resolve the look of a run whose own properties are ``own``: of its ASCII letters, of its other letters."""
        key = tuple(own.items())
        base = look.base
        if key not in base.formats:
            base.formats[key] = self._run(base, own)
        return base.formats[key]

    def label(self, look: ParaLook) -> Format:
        """Resolve the look of the automatic label: that of the paragraph mark, with what the list says on top."""
        level = self._numbering.level(look.number, look.level)
        return self.formats(look, {**look.mark, **(level.run if level else {})})[1]

    def _base(self, table: TableLook, style_id: str) -> _Base:
        key = (table.key, style_id)
        if key not in self._bases:
            self._bases[key] = self._make_base(table, style_id)
        return self._bases[key]

    def _make_base(self, table: TableLook, style_id: str) -> _Base:
        chain = self.styles.chain("paragraph", style_id)
        plain: list[Props] = [self.styles.para_defaults, table.para]
        numbered = list(plain)
        number: int | None = None
        level = 0
        for style in chain:
            if "numId" in style.para or "ilvl" in style.para:
                number, level = style.para.get("numId", number), style.para.get("ilvl", level)
                of_list = self._numbering.get(number)
                tied = of_list.level_of_style(style.id) if of_list else None
                level = level if tied is None else tied
                numbered.append(_indents(self._numbering.level(number, level)))
            plain.append(style.para)
            numbered.append(style.para)
        style_run = self.styles.run("paragraph", style_id)
        return _Base(
            para=overlaid(*numbered),
            unnumbered=overlaid(*plain),
            run=overlaid(self.styles.run_defaults, table.run, style_run),
            layers=(table.run, style_run),
            number=number,
            level=level,
            style_name=chain[-1].name if chain else "",
        )

    def _resolve(self, base: _Base, own: Found, number: int | None, level: int) -> tuple[ParaFormat, Found]:
        if number is None:
            props = overlaid(base.unnumbered, own)
        elif "numId" in own or "ilvl" in own:
            props = overlaid(base.para, _indents(self._numbering.level(number, level)), own)
        else:
            props = overlaid(base.para, own)
        return _para_format(props, base.style_name), props

    def _run(self, base: _Base, own: Found) -> Pair:
        style_id = own.get("rStyle")
        character = self.styles.run("character", style_id) if style_id else {}
        props = overlaid(base.run, character, own)
        for toggle in TOGGLES:
            if toggle not in own:
                # 17.7.3: styles of different kinds switch each other over; a direct setting is final.
                said = [layer[toggle] for layer in (*base.layers, character) if toggle in layer]
                props[toggle] = sum(said) % 2 == 1 if said else self.styles.run_defaults.get(toggle, False)
        ascii_font, other_font = self._font(props.get("ascii")), self._font(props.get("hAnsi"))
        ascii_look = self._format(props, ascii_font or other_font)
        return ascii_look, ascii_look if ascii_font == other_font else self._format(props, other_font or ascii_font)

    def _font(self, said: Any) -> str | None:
        return self._theme.font(said[1]) if isinstance(said, tuple) else said or None

    def _format(self, props: Found, font: str | None) -> Format:
        colour = props.get("color")
        if isinstance(colour, tuple):
            colour = self._theme.colour(colour[1])
        return Format(
            phong=font,
            co_chu_pt=props.get("sz", DEFAULT_SIZE_PT),
            dam=props["b"],
            nghieng=props["i"],
            gach_chan=props.get("u", False),
            in_hoa=props["caps"],
            mau=colour,
            vi_tri=props.get("vertAlign", ""),
            an=props["vanish"],
        )


def _indents(level: Level | None) -> Props:
    """Take what a list level says to its paragraphs (17.9.22); its tab stops matter to the label only."""
    return {key: value for key, value in level.para.items() if key != "tabs"} if level else {}


def _para_format(props: Found, style_name: str) -> ParaFormat:
    align = props.get("jc", "trai")
    if props.get("bidi") and align in ("trai", "phai"):
        align = "phai" if align == "trai" else "trai"
    line, rule = props.get("line", 240.0), props.get("rule", "auto")
    multiple = rule not in ("exact", "atLeast")
    return ParaFormat(
        canh=align,
        dong_dau_mm=_mm(props.get("first", 0.0)),
        trai_mm=_mm(props.get("left", 0.0)),
        phai_mm=_mm(props.get("right", 0.0)),
        truoc_pt=(AUTOMATIC_SPACE_TWIPS if props.get("before_auto") else props.get("before", 0.0)) / 20,
        sau_pt=(AUTOMATIC_SPACE_TWIPS if props.get("after_auto") else props.get("after", 0.0)) / 20,
        gian_dong=round(line / 240, 3) if multiple else None,
        gian_dong_pt=None if multiple else line / 20,
        quy_tac="boi" if multiple else "dung" if rule == "exact" else "it-nhat",
        giu_voi_sau=props.get("keepNext", False),
        ngat_trang_truoc=props.get("pageBreakBefore", False),
        bo_cach_cung_kieu=props.get("contextualSpacing", False),
        ten_kieu=style_name,
    )


def _mm(measure_twips: float) -> float:
    return round(measure_twips * MM_PER_TWIP, 2) + 0.0
