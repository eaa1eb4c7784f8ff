"""The level of each line of a body, by typed labels and by Word's own numbering.

Levels are those of ``docgen.outline.tree.Level``; what has none is "doan", "luu_y" (a "Lưu ý:" paragraph) or "bang"
(it stands in a table). NĐ 30, Phụ lục I, mục II, khoản 6 d–đ and mục V, 6a–6b; HD 29 for ``1.1.`` and deeper.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal

from docgen.outline.titles import content
from docgen.outline.tree import Level, plain
from docgen.reading.facts import Paper
from docgen.reading.parts.folding import is_caps, tidy
from docgen.reading.parts.named import LEVELS
from docgen.reading.parts.openings import Label, automatic, label, round_label
from docgen.reading.parts.view import Chac, Piece, View

Dang = Literal["tieu_de", "doan", "lien"]
_NAMED: Final = frozenset({Level.PHAN, Level.CHUONG, Level.MUC, Level.TIEU_MUC})
_LONGEST_HEADING: Final = 200
_LONGEST_PLAIN_TITLE: Final = 120
_WHOLLY: Final = 0.9
_MOSTLY: Final = 0.5
_LONGEST_QUOTATION: Final = 30


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One line of a body.

    doan: index of its paragraph; dong: number of the line within it, from 0, when one paragraph holds several
    labelled lines. cap: a value of ``Level``, or "doan", "luu_y", "bang". nhan: its label as it stands; tu_dong: Word
    makes it. dang: "tieu_de" a title, "doan" text, "lien" a run-in title with text. chu: the words behind the label.
    tiep: it is the title of the heading above it (``CHƯƠNG I`` / ``QUY ĐỊNH CHUNG``). chac: the level was seen surely.
    """

    doan: int
    cap: str
    nhan: str = ""
    tu_dong: bool = False
    dang: Dang = "doan"
    chu: str = ""
    dong: int = 0
    tiep: bool = False
    chac: Chac = "chac"

    @property
    def tieu_de(self) -> bool:
        """Whether the line is a title."""
        return self.dang == "tieu_de"


@dataclass(slots=True)
class _Reader:
    view: View
    lines: list[BodyLine] = field(default_factory=list)
    last: dict[Level, tuple[int, ...]] = field(default_factory=dict)
    bullets: set[tuple[int, int]] = field(default_factory=set)

    def read(self, i: int) -> None:
        view, para = self.view, self.view.paras[i]
        if view.tables(i):
            self.lines.append(BodyLine(i, "bang", para.nhan, bool(para.nhan), chu=tidy(para.text)))
            return
        if view.style(i) in LEVELS:
            self._named(i, *LEVELS[view.style(i)])
            return
        made = automatic(para)
        if made is not None:
            self._add(view.line(i), self._nested(i, made), True, 0)
            return
        pieces = list(view.lines(i))
        for dong, group in enumerate(_groups(pieces)):
            self._typed(group, dong)

    def _named(self, i: int, cap: str, dang: str) -> None:
        """A paragraph whose style is named for its level: the words only say its label."""
        one = self.view.line(i)
        text = tidy(self.view.paras[i].text)
        above = self.lines[-1].cap if self.lines else ""
        if cap in ("doan", "luu_y"):
            self.lines.append(BodyLine(i, cap, chu=text))
            return
        if cap == "ten":
            self.lines.append(BodyLine(i, above or "doan", dang="tieu_de", chu=text, tiep=True))
            return
        found = automatic(self.view.paras[i]) or label(text)
        if found is None or (cap != "nhan" and found.cap != cap):
            found = Label(Level.PHAN if cap == "nhan" else Level(cap), "", (), text)
        self.last[found.cap] = found.numbers
        manner = self._manner(one, found, bool(self.view.paras[i].nhan))[0]
        said: Dang = "tieu_de" if dang else "doan" if manner == "tieu_de" and not found.cap.is_bullet else manner
        nhan = found.nhan
        self.lines.append(BodyLine(i, str(found.cap), nhan, bool(self.view.paras[i].nhan), said, found.rest))

    def _typed(self, group: list[Piece], dong: int) -> None:
        one = group[0]
        text = " ".join(tidy(part.text) for part in group)
        found = label(text)
        if found is not None and found.weak and not self._due(found):
            found = None
        if found is None:
            self._plain(one, text, dong)
        else:
            self._add(one, found, False, dong)

    def _due(self, found: Label) -> bool:
        """Whether a label that could be words is the number expected next."""
        if not found.numbers:
            return False
        before = self.last.get(found.cap)
        if before is None or len(before) != len(found.numbers):
            return found.numbers[-1] == 1
        return found.numbers[-1] in (before[-1] + 1, before[-1] + 2, 1)

    def _nested(self, i: int, made: Label) -> Label:
        """A bullet of Word's under another bullet is a ``+``."""
        listed = self.view.paras[i].danh_sach
        if made.cap is not Level.GACH or listed is None:
            return made
        self.bullets.add(listed)
        under = any((listed[0], level) in self.bullets for level in range(listed[1]))
        return Label(Level.CONG, made.nhan, (), made.rest, chac="doan") if under else made

    def _plain(self, one: Piece, text: str, dong: int) -> None:
        above = self.lines[-1] if self.lines else None
        shown = self.view.shown(one)
        if above and above.cap in _NAMED and (not above.chu or above.tiep) and self._names(one, above):
            self.lines.append(BodyLine(one.doan, above.cap, dang="tieu_de", chu=text, dong=dong, tiep=True))
            return
        if one.fold.startswith(("luu y:", "luu y :")):
            self.lines.append(BodyLine(one.doan, "luu_y", chu=text, dong=dong))
            return
        ring = round_label(text)
        if ring:
            self.lines.append(BodyLine(one.doan, "doan", ring, chu=text[len(ring) :].strip(), dong=dong, chac="doan"))
        elif len(text) <= _LONGEST_HEADING and text[-1:] not in ".;," and (self.view.bold(one) or is_caps(shown)):
            self.lines.append(BodyLine(one.doan, "doan", dang="tieu_de", chu=text, dong=dong, chac="doan"))
        else:
            self.lines.append(BodyLine(one.doan, "doan", chu=text, dong=dong))

    def _names(self, one: Piece, above: BodyLine) -> bool:
        """Whether a line is the title of the heading above it: centred, or in capitals, or right below."""
        if above.tiep:
            return self.view.caps(one) and is_caps(above.chu) and (self.view.centred(one.doan) or not self.view.looks)
        return self.view.caps(one) or self.view.centred(one.doan) or bool(self.view.bold(one))

    def _add(self, one: Piece, found: Label, made: bool, dong: int) -> None:
        self.last[found.cap] = found.numbers
        for level in [level for level in self.last if level.rank > found.cap.rank]:
            if not (found.cap is not Level.PHAN and level is Level.DIEU) and level is not Level.CHUONG:
                del self.last[level]
        dang, chac = self._manner(one, found, made)
        sure: Chac = "doan" if "doan" in (found.chac, chac) or found.weak else "chac"
        self.lines.append(BodyLine(one.doan, str(found.cap), found.nhan, made, dang, found.rest, dong, False, sure))

    def _manner(self, one: Piece, found: Label, made: bool) -> tuple[Dang, Chac]:
        """Title, text, or both: bold decides; without it the words do."""
        if found.cap.is_always_title:
            return "tieu_de", "chac"
        start = one.tu if made else _behind(one, found)
        share = self.view.bold_share(one.doan, start) if found.rest and self.view.looks else 0.0
        if share >= _WHOLLY:
            return "tieu_de", "chac"
        if self._lead(one.doan, start):
            return "lien", "chac"
        if share > _MOSTLY:
            return "tieu_de", "doan"
        if found.cap.is_bullet or found.cap is Level.CHU or (self.view.looks and _is_text(found)):
            return "doan", "chac"
        said = content(found.cap, _escaped(found.rest))
        if said.title and plain(said.text):
            return "lien", "doan"
        return ("tieu_de", "doan" if self.view.looks else "chac") if said.title else ("doan", "chac")

    def _lead(self, i: int, start: int) -> bool:
        """Whether the words from ``start`` on begin bold, up to a colon or full stop, and go on plain."""
        if not self.view.looks:
            return False
        at, lead = 0, ""
        for run in self.view.paras[i].runs:
            if run.format.an:
                continue
            part = run.text[max(start - at, 0) :]
            at += len(run.text)
            if part.strip() and not run.format.dam:
                ends = lead.rstrip().endswith((":", ".")) or ": " in lead or part.lstrip().startswith((":", "."))
                return len(lead.strip()) > 1 and ends
            lead += part
        return False


def _is_text(found: Label) -> bool:
    """Whether words that are not bold are no title: those of a Điều, or long ones."""
    return found.cap is Level.DIEU or len(found.rest) > _LONGEST_PLAIN_TITLE


def _behind(one: Piece, found: Label) -> int:
    """Where in the paragraph the words behind a typed label begin."""
    at = 0
    for char in found.nhan:
        if not char.isspace():
            at = one.text.find(char, at) + 1
    return one.tu + at


def _escaped(text: str) -> str:
    """Words as the notation reads them: without marks of its own."""
    return text.replace("\\", "/").replace("*", "·").replace("^", "'")


def _groups(pieces: list[Piece]) -> list[list[Piece]]:
    """The lines of a paragraph, each labelled line with the ones it runs on to."""
    groups: list[list[Piece]] = []
    for one in pieces:
        found = label(one.text) if groups else None
        if groups and (found is None or found.weak):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def read_levels(paper: Paper, doan: Iterable[int]) -> list[BodyLine]:
    """Tell the level of each line of the paragraphs ``doan``; empty ones and text boxes are left out."""
    view = View(paper)
    reader = _Reader(view)
    held = [i for i in doan if not view.boxed(i) and (not view.blank(i) or view.paras[i].nhan)]
    quoted = _quoted(view, held)
    for i in held:
        if i in quoted and not view.tables(i):
            reader.lines.append(BodyLine(i, "doan", chu=tidy(view.paras[i].full), chac="doan"))
        else:
            reader.read(i)
    return reader.lines


def _quoted(view: View, held: list[int]) -> set[int]:
    """Paragraphs of a quotation that begins one paragraph and ends another: their labels are not this paper's."""
    quoted: set[int] = set()
    opened: int | None = None
    for k, i in enumerate(held):
        text = view.paras[i].text
        balance = text.count("“") - text.count("”")
        if opened is None and balance > 0 and text.lstrip().startswith("“"):
            opened = k
        elif opened is not None and k - opened > _LONGEST_QUOTATION:
            opened = None
        elif opened is not None and balance < 0:
            quoted.update(held[opened : k + 1])
            opened = None
    return quoted
