"""The inside of a paragraph: letters with their look, in the order one reads them."""

from __future__ import annotations

import string
from collections.abc import Callable
from typing import Any, Final, Protocol

from docgen.reading.draft import Draft
from docgen.reading.effective import Looks, Pair
from docgen.reading.fields import Fields, is_page, kind, shows_nothing
from docgen.reading.formulas import FORMULAS, linear
from docgen.reading.pages import PageCount
from docgen.reading.remarks import Remarks
from docgen.reading.symbols import shown, symbol
from docgen.reading.wordml import ALTERNATE, BR, NS_XML, PPR, RPR, TAB, Element, R, T, child, chosen, w

_SPACE: Final = f"{{{NS_XML}}}space"


class Surroundings(Protocol):
    """What the inside of a paragraph needs to know of the text around it."""

    looks: Looks
    fields: Fields
    remarks: Remarks
    pages: PageCount
    keeps_blanks: bool

    def text_begins(self, draft: Draft) -> bool:
        """Note that visible text follows; True when a forced page break stood in the middle of the paragraph."""

    def page_break(self, draft: Draft) -> None:
        """Note a forced page break."""

    def rendered_break(self, draft: Draft) -> None:
        """Note where Word last began a page by itself."""

    def note_key(self, element: Element) -> str:
        """Give the key of the footnote or endnote a mark refers to."""


class Inline:
    """Reads the content of one w:p (or of several that are one, when a paragraph mark was deleted)."""

    def __init__(self, around: Surroundings, draft: Draft) -> None:
        self._around, self._draft = around, draft
        self._pair: Pair = around.looks.formats(draft.look, {})

    def read(self, parent: Element) -> None:
        """Read every child of ``parent``: a w:p, a hyperlink, a content control and so on."""
        for element in parent:
            self._one(element)

    def _one(self, element: Element) -> None:
        tag = element.tag
        handler = _HANDLERS.get(tag)
        if handler is not None:
            handler(self, element)
        elif tag not in _SKIPPED and isinstance(tag, str):
            # Whatever the wrapping is called, the words inside are words.
            self.read(element)

    def _run(self, element: Element) -> None:
        before = self._pair
        parts = list(element)
        look = parts[0] if parts and parts[0].tag == RPR else child(element, RPR)
        self._pair = self._around.looks.run(self._draft.look, look)
        for part in parts:
            if part.tag == T:
                self._text(part)
            elif part is not look:
                self._one(part)
        self._pair = before

    def _text(self, element: Element) -> None:
        text = element.text or ""
        if not self._around.keeps_blanks and element.get(_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        self.add(text.replace("\r", " ").replace("\n", " "))

    def add(self, text: str) -> None:
        """Append letters in the look of the current run, unless they belong to the instruction of a field."""
        around, draft = self._around, self._draft
        if not text or around.fields.in_instruction:
            return
        if text.isascii():
            look = self._pair[0]
        else:
            look = self._pair[1]
            text = shown(text, look.phong)
        if look.an:
            around.remarks.hidden += 1
        elif (around.pages.pending or not draft.has_text) and around.text_begins(draft):
            draft.add("\n", look)
        around.fields.note_text()
        draft.add(text, look)

    def _line_break(self, element: Element) -> None:
        if element.get(w("type")) in ("page", "column"):
            if not self._around.fields.in_instruction:
                self._around.page_break(self._draft)
        else:
            self.add("\n")

    def _sign(self, element: Element) -> None:
        char = element.get(w("char"), "")
        if 0 < len(char) <= 6 and set(char) <= set(string.hexdigits):
            self.add(symbol(int(char, 16), element.get(w("font"))))

    def _field_char(self, element: Element) -> None:
        name, text = self._around.fields.char(element)
        self._field(name, text)

    def _field(self, name: str, text: str) -> None:
        if is_page(name):
            self._draft.add_page_number(self._pair[0])
        elif text:
            self.add(text)
        elif name and not shows_nothing(name):
            self._around.remarks.empty_fields.add(name)

    def _simple_field(self, element: Element) -> None:
        name = kind(element.get(w("instr"), ""))
        first = next(element.iterchildren(R), None)
        if is_page(name) and first is not None:
            self._draft.add_page_number(self._around.looks.run(self._draft.look, child(first, RPR))[0])
        elif is_page(name):
            self._field(name, "")
        before = len(self._draft.pieces)
        self.read(element)
        if len(self._draft.pieces) == before and not is_page(name):
            self._field(name, "")

    def _old_page_number(self, _element: Element) -> None:
        self._draft.add_page_number(self._pair[0])

    def _instruction(self, element: Element) -> None:
        self._around.fields.instruct(element.text or "")

    def _note(self, element: Element) -> None:
        if not self._around.fields.in_instruction:
            self._draft.add_note(self._around.note_key(element), self._pair[1])

    def _shape(self, element: Element) -> None:
        if not self._around.fields.in_instruction:
            self._draft.shapes.append(element)

    def _alternate(self, element: Element) -> None:
        branch = chosen(element)
        if branch is not None:
            self.read(branch)

    def _formula(self, element: Element) -> None:
        self.add(linear(element))

    def _rendered_break(self, _element: Element) -> None:
        self._around.rendered_break(self._draft)

    def _deleted(self, _element: Element) -> None:
        self._around.remarks.deleted += 1

    def _inserted(self, element: Element) -> None:
        self._around.remarks.inserted += 1
        self.read(element)

    def _ruby(self, element: Element) -> None:
        base = element.find(w("rubyBase"))
        if base is not None:
            self.read(base)


Handler = Callable[[Inline, Element], None]


def _says(text: str) -> Handler:
    return lambda inline, _element: inline.add(text)


_HANDLERS: Final[dict[Any, Handler]] = {
    R: Inline._run,
    T: Inline._text,
    TAB: _says("\t"),
    w("ptab"): _says("\t"),
    BR: Inline._line_break,
    w("cr"): _says("\n"),
    w("noBreakHyphen"): _says("-"),
    w("softHyphen"): _says("\u00ad"),
    w("sym"): Inline._sign,
    w("fldChar"): Inline._field_char,
    w("fldSimple"): Inline._simple_field,
    w("instrText"): Inline._instruction,
    w("pgNum"): Inline._old_page_number,
    w("footnoteReference"): Inline._note,
    w("endnoteReference"): Inline._note,
    w("drawing"): Inline._shape,
    w("pict"): Inline._shape,
    w("object"): Inline._shape,
    w("lastRenderedPageBreak"): Inline._rendered_break,
    w("ruby"): Inline._ruby,
    w("del"): Inline._deleted,
    w("moveFrom"): Inline._deleted,
    w("ins"): Inline._inserted,
    w("moveTo"): Inline._inserted,
    ALTERNATE: Inline._alternate,
    **dict.fromkeys(FORMULAS, Inline._formula),
}
_SKIPPED: Final = {PPR, RPR, w("sdtPr"), w("sdtEndPr"), w("smartTagPr"), w("customXmlPr"), w("delText"), w("rt")}
