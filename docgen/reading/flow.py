"""The text of a file as one row of paragraphs in reading order: body, tables, text boxes, each with its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from docgen.reading import tables
from docgen.reading.draft import Draft
from docgen.reading.effective import NO_TABLE, Looks, ParaLook, TableLook
from docgen.reading.facts import CellId, Phan
from docgen.reading.fields import Fields, whole_fields
from docgen.reading.inline import Inline
from docgen.reading.lines import drawn_rule
from docgen.reading.numbering import Counters, Numbering
from docgen.reading.opening import refused
from docgen.reading.pages import PageCount
from docgen.reading.remarks import Remarks
from docgen.reading.shapes import Box, Line, parts_of
from docgen.reading.wordml import ALTERNATE, MM_PER_TWIP, NS_XML, PPR, RPR, SECTPR, TBL, Element, P, child, chosen, w

_DROPPED: Final = {w("del"), w("moveFrom")}
_NO_TEXT: Final = {SECTPR, w("tcPr"), w("sdtPr"), w("sdtEndPr"), w("customXmlPr")}
_INSERTED: Final = w("ins")
# The inside margins of a text box left and right, without any setting: 0.1 inch each.
_BOX_MARGINS_TWIPS: Final = 288.0
# A paper of a thousand pages has some tens of thousands of paragraphs.
MAX_PARAGRAPHS: Final = 100_000


@dataclass
class Notes:
    """The footnotes and endnotes referred to so far: kind and id in the file → key, in order."""

    keys: dict[tuple[str, str], str] = field(default_factory=dict)
    _counts: dict[str, int] = field(default_factory=dict)

    def key(self, kind: str, identity: str) -> str:
        """Give "1", "2" … to footnotes and "c1", "c2" … to endnotes, in the order of their marks."""
        if (kind, identity) not in self.keys:
            self._counts[kind] = number = self._counts.get(kind, 0) + 1
            self.keys[kind, identity] = f"{'c' if kind == 'endnote' else ''}{number}"
        return self.keys[kind, identity]


@dataclass
class Shared:
    """What all texts of one file have in common; ``ten`` is what the file is called."""

    ten: str
    looks: Looks
    numbering: Numbering
    remarks: Remarks = field(default_factory=Remarks)
    notes: Notes = field(default_factory=Notes)


@dataclass(frozen=True)
class Where:
    """What surrounds the next paragraph."""

    phan: Phan
    width_twips: float
    cells: tuple[CellId, ...] = ()
    table: TableLook = NO_TABLE
    anchor: Draft | None = None
    box_align: str = ""


class Story:
    """Reads one text of the file (the body, a header, a footnote) into :attr:`drafts`.

    widths_twips: width of a column in each section, in order. new_page: whether each section begins a page.
    """

    def __init__(
        self, shared: Shared, root: Element, phan: Phan, widths_twips: Sequence[float], new_page: Sequence[bool] = ()
    ) -> None:
        self.looks, self.remarks = shared.looks, shared.remarks
        self.keeps_blanks = root.getroottree().getroot().get(f"{{{NS_XML}}}space") == "preserve"
        self.drafts: list[Draft] = []
        self.tables: list[tables.Table] = []
        self.pages = PageCount()
        self.where = Where(phan, widths_twips[0])
        self._complete = whole_fields(root)
        self.fields = Fields(self._complete)
        self._shared, self._root, self._widths, self._new_page = shared, root, widths_twips, new_page
        self._section = 0
        self._counters: dict[bool, Counters] = {}
        self._numbers: dict[Phan, int] = {}
        self._carried: Draft | None = None

    def read(self) -> None:
        """Read everything under the root."""
        self.blocks(self._root)
        self.cell_ends()

    def blocks(self, parent: Element) -> None:
        """Read paragraphs and tables under ``parent``, through whatever wraps them."""
        for element in parent:
            tag = element.tag
            if tag == P:
                self._paragraph(element)
            elif tag == TBL:
                self.cell_ends()
                tables.read(self, element)
            elif tag == ALTERNATE:
                branch = chosen(element)
                if branch is not None:
                    self.blocks(branch)
            elif tag in _DROPPED:
                self.remarks.deleted += 1
            elif tag not in _NO_TEXT and isinstance(tag, str):
                self.blocks(element)

    def cell_ends(self) -> None:
        """Let go of a paragraph whose mark was deleted: nothing follows that it could join."""
        if self._carried is not None:
            draft, self._carried = self._carried, None
            if draft.has_text or draft.notes:
                self._finish(draft)

    def _paragraph(self, p: Element) -> None:
        look = self.looks.paragraph(p, self.where.table)
        if look.format.ngat_trang_truoc and self.drafts and self.where.anchor is None:
            self.pages.force()
        draft = self._draft(look)
        Inline(self, draft).read(p)
        ppr = child(p, PPR)
        mark = child(ppr, RPR)
        if child(mark, _INSERTED) is not None:
            self.remarks.inserted += 1
        if mark is not None and next(mark.iterchildren(*_DROPPED), None) is not None:
            # Accepted, the end of this paragraph is gone: it flows into the next one.
            self.remarks.deleted += 1
            self._carried = draft
        else:
            self._finish(draft)
        if child(ppr, SECTPR) is not None:
            self._next_section()

    def _draft(self, look: ParaLook) -> Draft:
        where = self.where
        draft = Draft(
            look=look,
            phan=where.phan,
            number=0,
            cells=where.cells,
            width_twips=where.width_twips,
            section=self._section,
            page=self.pages.page,
            anchor=where.anchor,
            box_align=where.box_align,
        )
        if self._carried is not None:
            carried, self._carried = self._carried, None
            draft.pieces, draft.notes, draft.shapes = carried.pieces, carried.notes, carried.shapes
            draft.forced, draft.page, draft.page_fields = carried.forced, carried.page, carried.page_fields
            draft.has_text = carried.has_text
        return draft

    def _finish(self, draft: Draft) -> None:
        """Give a paragraph its number and its label, then read what hangs on it."""
        if len(self.drafts) >= MAX_PARAGRAPHS:
            raise refused(self._shared.ten, f"Văn bản có quá {MAX_PARAGRAPHS} đoạn.")
        self._numbers[draft.phan] = draft.number = self._numbers.get(draft.phan, 0) + 1
        if not draft.has_text:
            draft.page = self.pages.page
        if draft.look.number is not None:
            counters = self._counters.setdefault(draft.anchor is None, Counters(self._shared.numbering))
            draft.label = counters.label(draft.look.number, draft.look.level)
        self.drafts.append(draft)
        for shape in draft.shapes:
            for part in parts_of(shape):
                self._shape(part, draft)

    def _shape(self, part: Line | Box | str, draft: Draft) -> None:
        if isinstance(part, Line):
            draft.rules.append(drawn_rule(part, draft))
        elif isinstance(part, Box):
            self._box(part, draft)
        elif part.startswith("="):
            words = self._draft(draft.look)
            words.phan, words.cells, words.anchor = "hộp chữ", (), draft
            words.add(part[1:], self.looks.formats(draft.look, {})[1])
            self._finish(words)
        elif part == "hình":
            self.remarks.pictures += 1
        else:
            self.remarks.objects += 1

    def _box(self, box: Box, draft: Draft) -> None:
        if not tables.tells(box.content):
            return
        self.remarks.boxes += 1
        around, fields, page = self.where, self.fields, self.pages.page
        width_twips = max(box.width_mm / MM_PER_TWIP - _BOX_MARGINS_TWIPS, 0.0)
        phan: Phan = "hộp chữ" if around.phan in ("thân", "hộp chữ") else around.phan
        self.where = Where(phan, width_twips, anchor=draft, box_align=box.align)
        self.fields = Fields(self._complete)
        self.blocks(box.content)
        self.cell_ends()
        self.where, self.fields, self.pages.page = around, fields, page

    def _next_section(self) -> None:
        if self._section + 1 < len(self._widths):
            self._section += 1
            self.where = replace(self.where, width_twips=self._widths[self._section])
            if self._new_page[self._section]:
                self.pages.force()

    def text_begins(self, draft: Draft) -> bool:
        """Note that visible text follows; True when a forced page break stood in the middle of the paragraph."""
        if self.where.anchor is not None:
            return False
        if not draft.has_text:
            draft.page = self.pages.page
            draft.forced = self.pages.text() or draft.forced
            return False
        return self.pages.text()

    def page_break(self, draft: Draft) -> None:
        """Note a forced page break."""
        if self.where.anchor is None and draft.phan == "thân":
            self.pages.force()

    def rendered_break(self, draft: Draft) -> None:
        """Note where Word last began a page by itself."""
        if self.where.anchor is None and draft.phan == "thân":
            self.pages.rendered()

    def note_key(self, element: Element) -> str:
        """Give the key of the footnote or endnote a mark refers to."""
        kind = "endnote" if element.tag == w("endnoteReference") else "footnote"
        return self._shared.notes.key(kind, element.get(w("id"), ""))
