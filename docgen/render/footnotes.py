"""Footnotes that come with the words, written into the template's own footnotes part."""

from __future__ import annotations

from docgen.render import marks, rich, runs, wordml
from docgen.render.styles import Styles
from docgen.render.trace import Mark, Trace
from docgen.render.wordml import VAL, Element, twips, w

# Word's built-in names, the same in every language version of the file format.
TEXT_STYLE = "footnote text"
REFERENCE_STYLE = "footnote reference"


class Footnotes:
    """The footnotes part of one rendering.

    root: its tree, static notes included; None when the template has none. added: how many notes the words brought.
    """

    def __init__(self, root: Element | None, styles: Styles, trace: Trace) -> None:
        self.root = root
        self.added = 0
        self._trace = trace
        self._text_style = styles.id_of(TEXT_STYLE, "paragraph")
        self._reference_style = styles.id_of(REFERENCE_STYLE, "character")
        ids = [] if root is None else [twips(note, "id") or 0 for note in root.iterchildren(w("footnote"))]
        self._next = max([0, *ids]) + 1

    def add(self, mark: Mark) -> Element | None:
        """Append a note; the run that refers to it from the text. None, and a fault noted, when the part lacks."""
        if self.root is None or self._text_style is None or self._reference_style is None:
            loi = "Dữ liệu có chú thích cuối trang nhưng mẫu chưa có chỗ cho chú thích."
            sua = (
                "Hãy mở mẫu trong Word, chèn một chú thích bất kỳ (References, Insert Footnote), xóa nó đi rồi lưu lại."
            )
            self._trace.fault(loi, sua, mark.place)
            return None
        number = str(self._next)
        self._next += 1
        self.added += 1
        note = self.root.makeelement(w("footnote"))
        note.set(w("id"), number)
        note.append(self._paragraph(note, mark))
        self.root.append(note)
        marks.expand(note, self._trace, None)
        reference = self._referring(note, "footnoteReference")
        reference[-1].set(w("id"), number)
        return reference

    def _paragraph(self, note: Element, mark: Mark) -> Element:
        paragraph = note.makeelement(wordml.P)
        style = wordml.child(wordml.properties(paragraph, wordml.PPR), "pStyle")
        style.set(VAL, self._text_style or "")
        paragraph.append(self._referring(note, "footnoteRef"))
        segments = mark.value if isinstance(mark.value, tuple) else (mark.value,)
        run = note.makeelement(wordml.R)
        # The blank after the number is Word's own habit; it is no part of the note.
        run.append(runs.text_element(" "))
        run.append(runs.text_element(rich.marked(segments, self._trace, mark.place)))
        paragraph.append(run)
        return paragraph

    def _referring(self, like: Element, name: str) -> Element:
        run = like.makeelement(wordml.R)
        style = wordml.child(wordml.properties(run, wordml.RPR), "rStyle")
        style.set(VAL, self._reference_style or "")
        run.append(like.makeelement(w(name)))
        return run
