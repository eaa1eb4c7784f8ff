"""Sections: paper, margins, headers and footers, and where the page number stands.

Numbers such as 17.9.10 are sections of ECMA-376 Part 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from docgen.reading.draft import Draft
from docgen.reading.facts import Canh, PageNumber, Section
from docgen.reading.wordml import MM_PER_TWIP, NS_R, PPR, SECTPR, Element, has, twips, val, w, whole

Noi = Literal["dau", "chan"]
Loai = Literal["thuong", "dau", "chan"]

# 17.6.13, 17.6.11: Word takes Letter paper and margins of an inch where the file says nothing.
_PAPER: Final = {"w": 12240.0, "h": 15840.0}
_MARGINS: Final = {"top": 1440.0, "bottom": 1440.0, "left": 1440.0, "right": 1440.0, "header": 720.0, "footer": 720.0}
_BREAKS: Final = {"continuous": "lien-tuc", "evenPage": "trang-chan", "oddPage": "trang-le", "nextColumn": "cot"}
_KINDS: Final[Mapping[str, Loai]] = {"default": "thuong", "first": "dau", "even": "chan"}
_ALIGN: Final[Mapping[str, Canh]] = {"left": "trai", "center": "giua", "right": "phai", "end": "phai", "start": "trai"}


@dataclass
class Layout:
    """A section as written. references: (header or footer, which pages) → r:id, inherited ones included."""

    paper: Mapping[str, float]
    margins: Mapping[str, float]
    columns: int
    width_twips: float
    begins: str
    title_page: bool
    start: int | None
    numerals: str
    own: dict[tuple[Noi, Loai], str]
    references: dict[tuple[Noi, Loai], str] = field(default_factory=dict)

    @property
    def new_page(self) -> bool:
        """Tell whether the section begins on a new page."""
        return self.begins not in ("lien-tuc", "cot")

    @property
    def room_mm(self) -> float:
        """Height of the text on a page, all columns together."""
        high = self.paper["h"] - abs(self.margins["top"]) - abs(self.margins["bottom"])
        return high * self.columns * MM_PER_TWIP

    def fact(self, doan: range, number: PageNumber | None) -> Section:
        """Finish: ``doan`` are its paragraphs, ``number`` its page number."""
        edges = {name: round(value * MM_PER_TWIP, 1) for name, value in self.margins.items()}
        return Section(
            rong_mm=round(self.paper["w"] * MM_PER_TWIP, 1),
            cao_mm=round(self.paper["h"] * MM_PER_TWIP, 1),
            ngang=self.paper["w"] > self.paper["h"],
            tren_mm=abs(edges["top"]),
            duoi_mm=abs(edges["bottom"]),
            trai_mm=edges["left"],
            phai_mm=edges["right"],
            dau_trang_mm=edges["header"],
            so_trang=number,
            doan=doan,
            chan_trang_mm=edges["footer"],
            so_cot=self.columns,
            ngat=self.begins,
        )


def read_layouts(body: Element) -> list[Layout]:
    """Read the sections of a document in order; a file without any has one of Word's own."""
    found: list[Layout] = []
    for element in _sections(body):
        layout = _layout(element)
        # 17.10.1: a section without a header of some kind has that of the section before.
        layout.references = {**(found[-1].references if found else {}), **layout.own}
        found.append(layout)
    return found


def _sections(body: Element) -> Iterator[Element | None]:
    last = None
    for element in body.iter(SECTPR):
        parent = element.getparent()
        if parent is body:
            last = element
        elif parent is not None and parent.tag == PPR:
            yield element
    yield last


def _layout(element: Element | None) -> Layout:
    size = _measures(element, "pgSz", _PAPER)
    margins = _measures(element, "pgMar", {**_MARGINS, "gutter": 0.0})
    margins["left"] += margins.pop("gutter")
    columns = None if element is None else element.find(w("cols"))
    count = 1 if columns is None else whole(columns.get(w("num")), 1, 45) or 1
    between = (twips(columns.get(w("space"))) or 720.0) if columns is not None else 0.0
    text = size["w"] - margins["left"] - margins["right"]
    numbering = None if element is None else element.find(w("pgNumType"))
    return Layout(
        paper=size,
        margins=margins,
        columns=count,
        width_twips=max((text - (count - 1) * between) / count, 0.0),
        begins=_BREAKS.get(val(element, "type") or "", "trang"),
        title_page=has(element, "titlePg"),
        start=None if numbering is None else whole(numbering.get(w("start"))),
        numerals="decimal" if numbering is None else numbering.get(w("fmt"), "decimal"),
        own={} if element is None else dict(_references(element)),
    )


def _measures(element: Element | None, name: str, defaults: Mapping[str, float]) -> dict[str, float]:
    child = None if element is None else element.find(w(name))
    found = dict(defaults)
    for key in defaults if child is not None else ():
        value = twips(child.get(w(key))) if child is not None else None
        if value is not None:
            found[key] = value
    return found


def _references(element: Element) -> Iterator[tuple[tuple[Noi, Loai], str]]:
    names: tuple[tuple[str, Noi], ...] = (("headerReference", "dau"), ("footerReference", "chan"))
    for name, noi in names:
        for reference in element.iterchildren(w(name)):
            kind = _KINDS.get(reference.get(w("type"), "default"))
            identity = reference.get(f"{{{NS_R}}}id")
            if kind and identity:
                yield (noi, kind), identity


def page_number(
    layout: Layout, drafts: Mapping[tuple[Noi, Loai], Sequence[Draft]], even_and_odd: bool
) -> PageNumber | None:
    """Find the page number of a section. drafts: the paragraphs of each header and footer that applies to it."""
    kinds: list[Loai] = ["thuong"]
    kinds += ["chan"] if even_and_odd else []
    kinds += ["dau"] if layout.title_page else []
    sides: tuple[Noi, Noi] = ("dau", "chan")
    places = [(noi, kind) for kind in kinds for noi in sides]
    for noi, kind in places:
        for draft in drafts.get((noi, kind), ()):
            for look, tabs in draft.page_fields:
                if not look.an:
                    first_hidden = layout.title_page and not _on_first(drafts)
                    return PageNumber(
                        noi=noi,
                        canh=_alignment(draft, tabs),
                        co_chu_pt=look.co_chu_pt,
                        trang_dau_an=first_hidden,
                        bat_dau=layout.start,
                        kieu=layout.numerals,
                        format=look,
                    )
    return None


def _on_first(drafts: Mapping[tuple[Noi, Loai], Sequence[Draft]]) -> bool:
    return any(
        not look.an
        for (_, kind), row in drafts.items()
        if kind == "dau"
        for draft in row
        for look, _ in draft.page_fields
    )


def _alignment(draft: Draft, tabs: int) -> Canh | None:
    """Find where across the page a number stands: by its text box, its frame, its tab stop, its paragraph."""
    outside = draft.box_align or draft.look.props.get("frame", "")
    if outside in _ALIGN:
        return _ALIGN[outside]
    if tabs:
        stops = sorted((p, kind) for p, kind in draft.look.props.get("tabs", ()) if kind not in ("clear", "bar", "num"))
        return _ALIGN.get(stops[tabs - 1][1], "trai") if tabs <= len(stops) else "trai"
    return draft.look.format.canh
