"""The body of the paper with its closing words, and a place for everything that is left over."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

from docgen.importing.body import BodyReader
from docgen.importing.endings import bare_body
from docgen.importing.labels import Labels
from docgen.importing.notes import Notes, Typed, place_typed, typed_note
from docgen.importing.report import Leftover
from docgen.importing.spans import field_text, joined, tidy
from docgen.importing.taken import Raw, Taken, flat
from docgen.outline.parse import parse
from docgen.outline.tree import Inline, Span
from docgen.outline.write import escape, write


@dataclass
class MainBody:
    """doan: the paragraphs of the body. kept: the field each leftover was put into."""

    taken: Taken
    labels: Labels
    doan: list[int]
    kept: dict[Leftover, str] = field(default_factory=dict)

    def read(self, opening: list[Inline], closing: list[Inline], last: Inline) -> Raw:
        """Read ``noi_dung`` and ``ket_thuc``.

        opening, closing: paragraphs that go before and behind the body. last: the closing words.
        Words left over above the body go in front of it, the others behind the closing words.
        """
        taken = self.taken
        taken.book.found("noi_dung", self.doan)
        reader = BodyReader(taken.paper, taken.view, Notes(taken.paper), self.labels, taken.book)
        typed = self._typed_notes()
        start = self.doan[0] if self.doan else len(taken.paper.paras)
        for one in self._leftovers("noi_dung", before=start):
            reader.text(one)
        for words in opening:
            reader.growth.paragraph(words)
        reader.read(self.doan)
        for words in closing:
            reader.growth.paragraph(words)
        if not last:
            reader.growth.end(partial(bare_body, taken.standard))
        return self._finish(reader, typed, last)

    def _finish(self, reader: BodyReader, typed: list[Typed], last: Inline) -> Raw:
        outline = reader.growth.outline(reader.notes.definitions())
        self.labels.body(outline)
        outline, unplaced = place_typed(outline, typed)
        for note in unplaced:
            self.taken.book.left(note.doan, flat(self.taken.paper.paras[note.doan].full))
        body = write(outline)
        where = "ket_thuc" if last and body else "noi_dung"
        after = self._leftovers(where)
        if not body and last:
            body, last = field_text(last), ()
        if last:
            last = joined([last, *(tidy([Span(line)]) for line in after)], "\n")
        elif after:
            # Written anew, so that texts of footnotes stay last.
            body = write(parse("\n\n".join(filter(None, [body, *map(escape, after)]))).outline)
        return {"noi_dung": f"{body}\n" if body else None, "ket_thuc": field_text(last) or None}

    def _typed_notes(self) -> list[Typed]:
        """The notes typed as text under the signature; what is no note after all is left over."""
        found = []
        for part in self.taken.parts.get("chu_thich", ()):
            note = typed_note(part.doan[0], self.taken.inline(part))
            if note is None:
                self.taken.book.left(part.doan[0], flat(part.text))
            else:
                found.append(note)
        return found

    def _leftovers(self, noi: str, before: int | None = None) -> list[str]:
        """The leftovers in reading order that have no place yet, noted as kept in field ``noi``.

        before: only those of the paragraphs before this one.
        """
        waiting = [one for one in self.taken.book.leftovers if one not in self.kept]
        held = sorted((one for one in waiting if before is None or one.doan < before), key=lambda one: one.doan)
        self.kept.update(dict.fromkeys(held, noi))
        return [one.text for one in held]
