"""The paragraphs of a body → the outline of the notation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from docgen.importing.growing import Growth
from docgen.importing.labels import Labels
from docgen.importing.notes import Notes
from docgen.importing.report import Notebook
from docgen.importing.spans import (
    PLAIN,
    Base,
    against,
    cut_spans,
    joined,
    plainly,
    raw_spans,
    tidy,
    whole_look,
    without_label,
)
from docgen.importing.tables import read_table
from docgen.outline.escape import spell
from docgen.outline.openings import opening
from docgen.outline.titles import content
from docgen.outline.tree import Inline, Level, Span
from docgen.reading.facts import Paper, Para
from docgen.reading.parts import BodyLine, levels
from docgen.reading.parts.named import part_named
from docgen.reading.parts.openings import label
from docgen.reading.parts.view import View

_LEVELS = frozenset(Level)
_CAPITAL_LEVELS = frozenset({Level.PHAN, Level.CHUONG, Level.MUC, Level.TIEU_MUC, Level.LA_MA})


@dataclass
class BodyReader:
    """Reads one body of a paper. labels: what all bodies of the paper say of their labels."""

    paper: Paper
    view: View
    notes: Notes
    labels: Labels
    book: Notebook
    growth: Growth = field(default_factory=Growth)
    _tables: set[int] = field(default_factory=set)

    def read(self, doan: Iterable[int]) -> None:
        """Read some paragraphs, text boxes among them at the place they hang on."""
        held = list(doan)
        lines: dict[int, list[BodyLine]] = {}
        for line in levels(self.paper, held):
            lines.setdefault(line.doan, []).append(line)
        for index in held:
            if index in lines:
                self._paragraph(index, lines[index])
            elif self.view.boxed(index) and not self.view.blank(index):
                self.book.often("noi_dung", "Chữ trong hộp chữ được đưa vào thành một đoạn", index)
                self.words(index)
            elif self.paper.paras[index].chu_thich and not self.view.tables(index):
                self.words(index)

    def words(self, index: int) -> None:
        """Add a paragraph as it stands, its label too."""
        para = self.paper.paras[index]
        text = _with_label(para, tidy(raw_spans(self.paper, para, refs=self.notes.ref)))
        self.growth.paragraph(text)

    def notes_only(self, index: int) -> None:
        """Keep the footnotes of a paragraph whose words stand in a field that can hold none."""
        refs = (self.notes.ref(key) for key in self.paper.paras[index].chu_thich)
        self.growth.paragraph(tuple(ref for ref in refs if ref is not None))

    def text(self, words: str) -> None:
        """Add words that stand nowhere else as a paragraph."""
        self.growth.paragraph(tidy([Span(words)]))

    def _paragraph(self, index: int, lines: list[BodyLine]) -> None:
        if lines[0].cap == "bang":
            self._table(index)
            return
        para = self.paper.paras[index]
        starts = _starts(para)
        if len(starts) != len(lines):
            starts, lines = [0], lines[:1]
        if any("\n" in para.text[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)):
            self.book.often("noi_dung", "Chỗ xuống dòng giữa đoạn được nối lại bằng dấu cách", index)
        for line, begin, end in zip(lines, starts, [*starts[1:], len(para.text)], strict=True):
            self._line(para, line, begin, end)

    def _line(self, para: Para, line: BodyLine, begin: int, end: int) -> None:
        if line.cap not in _LEVELS or (line.tu_dong and _says_something(line.nhan)):
            # Word's own label may say something ("Bước 1:"): its words are words of the text.
            text = tidy(cut_spans(self.paper, para, PLAIN, self.notes.ref, begin, end))
            self.growth.paragraph(_with_label(para, text), note=line.cap == "luu_y")
            return
        level = Level(line.cap)
        hoa = level in _CAPITAL_LEVELS
        if line.tiep:
            base = Base(dam=True, nghieng=not self._is_ours(line.doan), hoa=hoa)
            words = tidy(cut_spans(self.paper, para, base, self.notes.ref, begin, end))
            if not self.growth.more_title(words):
                self.growth.paragraph(words)
            return
        found = cut_spans(self.paper, para, Base(hoa=hoa), self.notes.ref, begin, end)
        text = tidy(found if line.tu_dong else without_label(found, line.nhan))
        title, text = self._title_and_text(para, line, level, text, begin)
        self.growth.item(level, line.nhan, title, text)
        self.labels.add(level, line.nhan, line.doan, ours=self._is_ours(line.doan))

    def _title_and_text(
        self, para: Para, line: BodyLine, level: Level, words: Inline, begin: int
    ) -> tuple[Inline, Inline]:
        no_look = not any(isinstance(part, Span) and part.bold for part in words)
        by_words = (level is Level.SO4 and line.dang == "doan") or (line.dang == "lien" and no_look)
        if not self.paper.co_dinh_dang or by_words:
            # Without a look to go by, the words say which they are: by the same rules as in the notation.
            found = content(level, spell(words))
            return found.title, found.text
        title, text = _lead(words)
        is_led = bool(title and text) and plainly(title).rstrip()[-1:] in (":", ".")
        is_whole = whole_look(words).dam
        if not is_led or level.is_always_title:
            is_text = line.dang == "doan" or (not is_whole and (level.is_bullet or level is Level.CHU))
            title, text = ((), words) if is_text else (words, ())
        base = Base(dam=True, nghieng=self._label_look(para, line, begin).nghieng)
        return against(title, base), text

    def _label_look(self, para: Para, line: BodyLine, begin: int) -> Base:
        """How the label looks: a title shares its look, so that only what differs from it is emphasis."""
        if line.tu_dong:
            look = para.nhan_format
            return Base(look.dam, look.nghieng) if look is not None else PLAIN
        first = cut_spans(self.paper, para, PLAIN, lambda _: None, begin, len(para.text))
        seen = next((s for s in first if isinstance(s, Span) and s.text.strip()), None)
        return Base(seen.bold, seen.italic) if seen is not None else PLAIN

    def _is_ours(self, index: int) -> bool:
        """Whether the paragraph's style is one of those docgen's templates have."""
        return part_named(self.view.style(index)) != ""

    def _table(self, index: int) -> None:
        number = self.view.tables(index)[-1]
        if number in self._tables:
            return
        self._tables.add(number)
        fact = next(table for table in self.paper.bang if table.so == number)
        table = read_table(self.paper, fact, self.notes, self.book)
        if table is not None:
            self.growth.table(table)


def _with_label(para: Para, text: Inline) -> Inline:
    return joined(((Span(para.nhan),), text)) if para.nhan else text


def _starts(para: Para) -> list[int]:
    """Where each labelled line of a paragraph begins, by the rules of the finder of levels."""
    starts = [0]
    at, seen = 0, False
    for line in para.text.split("\n"):
        found = label(line) if seen and line.strip() else None
        if found is not None and not found.weak:
            starts.append(at)
        seen = seen or bool(line.strip())
        at += len(line) + 1
    return starts


def _lead(words: Inline) -> tuple[Inline, Inline]:
    """The bold words at the beginning, with the colon or full stop behind them, and the rest."""
    at = next((k for k, part in enumerate(words) if isinstance(part, Span) and not part.bold), len(words))
    title, rest = list(words[:at]), list(words[at:])
    first = rest[0] if rest else None
    if title and isinstance(first, Span) and first.text[0] in ":.":
        title.append(replace(first, text=first.text[0]))
        rest[0] = replace(first, text=first.text[1:])
    return tidy(title), tidy(rest)


def _says_something(nhan: str) -> bool:
    """Whether an automatic label is words that no level of the notation would print."""
    known = opening(f"{nhan} Chữ") or opening(f"{nhan}. Chữ")
    return known is None and re.search(r"[^\W\d_]{2}", nhan) is not None
