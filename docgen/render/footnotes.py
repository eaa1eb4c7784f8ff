"""Footnotes that come with the words, written into the template's footnotes part."""

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

    root: its tree, static notes included. added: how many notes the words brought. The styles of notes are among
    ``styles``: ``docgen.render.notes_room`` sees to that.
    """

    def __init__(self, root: Element, styles: Styles, trace: Trace) -> None:
        self.root = root
        self.added = 0
        self._trace = trace
        self._text_style = styles.id_of(TEXT_STYLE, "paragraph") or ""
        self._reference_style = styles.id_of(REFERENCE_STYLE, "character") or ""
        ids = [twips(note, "id") or 0 for note in root.iterchildren(w("footnote"))]
        self._next = max([0, *ids]) + 1

    def add(self, mark: Mark) -> Element:
        """Append a note; the run that refers to it from the text."""
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
        style.set(VAL, self._text_style)
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
        style.set(VAL, self._reference_style)
        run.append(like.makeelement(w(name)))
        return run
