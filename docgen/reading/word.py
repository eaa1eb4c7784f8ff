"""The parts of a .docx → a Paper."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from docgen.reading.container import Container
from docgen.reading.draft import Draft
from docgen.reading.effective import Looks
from docgen.reading.facts import HeadFoot, Paper, Para, Phan, Section
from docgen.reading.flow import Shared, Story
from docgen.reading.legacy import legacy_font
from docgen.reading.numbering import read_numbering
from docgen.reading.opening import refused
from docgen.reading.pages import guess_pages
from docgen.reading.paragraphs import cells_of, finished
from docgen.reading.remarks import Remarks
from docgen.reading.sections import Layout, Loai, Noi, page_number, read_layouts
from docgen.reading.stamp import custom_properties
from docgen.reading.styles import read_styles
from docgen.reading.theme import read_theme
from docgen.reading.wordml import Element, has, w

MAX_SECTIONS: Final = 2000

_BODY: Final = w("body")
_PHAN: Final[Mapping[Noi, Phan]] = {"dau": "đầu trang", "chan": "chân trang"}
_SEPARATORS: Final = ("separator", "continuationSeparator", "continuationNotice")


def read_docx(parts: Mapping[str, bytes], ten: str, nguon: Literal["docx", "doc"] = "docx") -> Paper:
    """Read a .docx whose zip has been opened; ``parts`` of the Paper are not yet found.

    Raises Unusable when the parts do not make a Word document, or one that would need more than a plain reader.
    """
    file = Container(parts, ten)
    external = file.external()
    body = file.root(file.main).find(_BODY)
    if body is None:
        raise refused(ten, "Tệp không có phần nội dung của một văn bản Word.")
    shared = _shared(file, ten)
    shared.remarks.external = external
    layouts = read_layouts(body)
    if len(layouts) > MAX_SECTIONS:
        raise refused(ten, f"Văn bản có quá {MAX_SECTIONS} phần (section).")
    story = Story(shared, body, "thân", [one.width_twips for one in layouts], [one.new_page for one in layouts])
    story.read()
    if not story.pages.told:
        guess_pages(story.drafts, [layout.room_mm for layout in layouts])
    even_and_odd = has(file.find(file.related("settings")), "evenAndOddHeaders")
    sections, dau_chan = _sections(file, shared, layouts, story.drafts, even_and_odd)
    paras = finished(story.drafts, shared.looks, pages=True)
    chu_thich = _notes(file, shared, layouts[0].width_twips)
    of_cell = cells_of(story.drafts)
    _note_fonts(paras, shared.remarks)
    shared.remarks.comments = _comments(file)
    return Paper(
        nguon=nguon,
        co_dinh_dang=True,
        paras=paras,
        sections=sections,
        chu_thich=chu_thich,
        bang=tuple(table.fact(of_cell) for table in story.tables),
        notes=tuple(shared.remarks.faults(ten)),
        thuoc_tinh=_properties(file),
        thuoc_tinh_rieng=custom_properties(file),
        du_lieu=_embedded(file),
        dau_chan=dau_chan,
    )


def _shared(file: Container, ten: str) -> Shared:
    styles = read_styles(file.find(file.related("styles")))
    lists = {style.id: style.para["numId"] for style in styles.by_id.values() if "numId" in style.para}
    numbering = read_numbering(file.find(file.related("numbering")), lists)
    theme = read_theme(file.find(file.related("theme")))
    return Shared(ten, Looks(styles, numbering, theme), numbering)


@dataclass
class _Part:
    """A header or footer that has been read; ``numbered`` are its paragraphs that hold the page number."""

    paras: tuple[Para, ...]
    numbered: list[Draft]


def _sections(
    file: Container, shared: Shared, layouts: Sequence[Layout], drafts: Sequence[Draft], even_and_odd: bool
) -> tuple[tuple[Section, ...], tuple[HeadFoot, ...]]:
    """Finish the sections, with the headers and footers that are printed, each read once."""
    known: dict[tuple[str, Noi], _Part] = {}
    names = file.ids()
    sections, dau_chan = [], []
    starts = _starts(len(layouts), drafts)
    for number, layout in enumerate(layouts):
        parts: dict[tuple[Noi, Loai], _Part] = {}
        for (noi, loai), identity in layout.references.items():
            name = names.get(identity)
            printed = loai == "thuong" or (even_and_odd if loai == "chan" else layout.title_page)
            if name is None or not printed:
                continue
            if (name, noi) not in known:
                known[name, noi] = _read_part(file, shared, name, _PHAN[noi], layout.width_twips)
            parts[noi, loai] = known[name, noi]
            if (noi, loai) in layout.own:
                dau_chan.append(HeadFoot(number + 1, noi, loai, known[name, noi].paras))
        shown = page_number(layout, {place: part.numbered for place, part in parts.items()}, even_and_odd)
        sections.append(layout.fact(range(starts[number], starts[number + 1]), shown))
    return tuple(sections), tuple(dau_chan)


def _starts(sections: int, drafts: Sequence[Draft]) -> list[int]:
    """Find the index of the first paragraph of each section, and the end of the last one."""
    ends = [0] * sections
    for index, draft in enumerate(drafts):
        ends[draft.section] = index + 1
    return [0, *itertools.accumulate(ends, max)]


def _read_part(file: Container, shared: Shared, name: str, phan: Phan, width_twips: float) -> _Part:
    story = Story(shared, file.root(name), phan, [width_twips])
    story.read()
    numbered = [draft for draft in story.drafts if draft.page_fields]
    return _Part(finished(story.drafts, shared.looks, pages=False), numbered)


def _notes(file: Container, shared: Shared, width_twips: float) -> dict[str, tuple[Para, ...]]:
    """Read the footnotes and endnotes that have a mark in the text; notes of notes do not exist."""
    found: dict[str, tuple[Para, ...]] = {}
    elements: dict[tuple[str, str], Element] = {}
    for kind in ("footnote", "endnote"):
        part = file.find(file.related(f"{kind}s"))
        for element in part.iterchildren(w(kind)) if part is not None else ():
            if element.get(w("type")) not in _SEPARATORS:
                elements.setdefault((kind, element.get(w("id"), "")), element)
    for mark, key in list(shared.notes.keys.items()):
        found[key] = ()
        if mark in elements:
            story = Story(shared, elements[mark], "chú thích", [width_twips])
            story.read()
            found[key] = finished(story.drafts, shared.looks, pages=False)
    return found


def _note_fonts(paras: Sequence[Para], remarks: Remarks) -> None:
    for number, para in enumerate(paras, 1):
        for run in para.runs:
            if legacy_font(run.format.phong) and run.text.strip():
                remarks.legacy_font, remarks.legacy_at = run.format.phong or "", number
                return


def _comments(file: Container) -> int:
    root = file.find(file.related("comments"))
    return 0 if root is None else sum(1 for _ in root.iterchildren(w("comment")))


def _properties(file: Container) -> dict[str, str]:
    """Read the core properties: "title", "creator", "modified" … → text."""
    root = file.find(file.related("core-properties", ""))
    if root is None:
        return {}
    return {
        child.tag.rpartition("}")[2]: text
        for child in root
        if isinstance(child.tag, str) and (text := (child.text or "").strip())
    }


def _embedded(file: Container) -> bytes | None:
    """Find docgen's own data: the custom XML part whose root element is called ``docgen``."""
    for name in sorted(file.names()):
        likely = name.lower().startswith("customxml/item") and b"docgen" in file.data(name)[:2000]
        if likely and file.root(name).tag.rpartition("}")[2] == "docgen":
            return file.data(name)
    return None
