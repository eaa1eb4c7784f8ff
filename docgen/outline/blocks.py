"""Lines → blocks: which lines belong together, and which label each block has.

A block is one item, paragraph, table or footnote text, in reading order; which item is whose child is not asked here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from docgen.errors import Fault
from docgen.outline import doubts
from docgen.outline.inline import NOTE_KEY
from docgen.outline.labels import DEFAULT, Numbering, Scheme
from docgen.outline.lines import Line, trim
from docgen.outline.openings import Opening, opening
from docgen.outline.titles import ends_sentence
from docgen.outline.tree import DECIMAL, Level
from docgen.vietnamese.letters import SO_CHU

Kind = Literal["item", "paragraph", "note", "table", "definition"]

DEFINITION = re.compile(rf"\[\^(?P<key>{NOTE_KEY})\](?P<sign>:) ?")
NOTE = re.compile(r"[*{]{0,6}(?:Lưu|LƯU)(?P<sign> )[ýÝ][*}]{0,6} ?:")
_RULE_LINE = re.compile(r"[-–—_=~.*]{3,}")
_UNKNOWN = re.compile(
    r"\((?:[0-9]{1,3}|[a-zđ]|[ivx]{1,4})\)(?= )|[A-ZĐ][.)/](?= )|[0-9]+(?:\.[0-9]+){4,}\.?(?= )"
    r"|[IVX]+\.[0-9]+(?:\.[0-9]+)*\.?(?= )|[¹²³⁴⁵⁶⁷⁸⁹⁰]+(?= )|--+(?= )|[-=–]+>"
)
_MARKS = "*^{}”\"’')"
_LONG_ENOUGH_TO_BE_CUT = 60


@dataclass(slots=True)
class Block:
    r"""Lines that belong together.

    raws: the text of each line, after the label in the first; the last without its lone ``\``, see ``lone``.
    rows: the lines of a table. key: of a footnote text. label: of an item, computed.
    """

    kind: Kind
    first: int
    last: int
    raws: list[str]
    lone: bool = False
    opening: Opening | None = None
    label: str = ""
    key: str = ""
    rows: list[tuple[int, str]] = field(default_factory=list)

    @property
    def level(self) -> Level | None:
        """The level of an item."""
        return self.opening.level if self.opening else None

    @property
    def is_forced_text(self) -> bool:
        r"""Whether its lone ``\`` says that the item is no title."""
        return self.lone and self.level in (*DECIMAL, Level.DIEU)

    @property
    def is_bare(self) -> bool:
        """Whether it is a label that still waits for its title."""
        return self.level is not None and self.level.is_always_title and not any(self.raws)

    @property
    def raw(self) -> str:
        r"""Its text in the notation, in one line; a lone ``\`` that says nothing is text."""
        joined = " ".join(raw for raw in self.raws if raw)
        if self.is_forced_text or (self.is_bare and self.lone):
            return trim(joined)
        return joined + "\\\\" if self.lone else joined

    def take(self, line: Line) -> None:
        """Join a line to the end."""
        if self.lone:
            self.raws[-1] += "\\\\"
        self.raws.append(line.raw)
        self.lone = line.lone
        self.last = line.number


@dataclass(slots=True)
class _Reader:
    scheme: Scheme
    blocks: list[Block] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    numbering: Numbering = field(default_factory=Numbering)
    typed: dict[Level, tuple[int, ...]] = field(default_factory=dict)
    touching: bool = False

    def line(self, line: Line) -> None:
        if not line.raw and not line.lone:
            self.touching = False
            return
        found = opening(line.raw)
        rest = line.raw
        if line.raw.startswith("|"):
            self._row(line)
        elif m := DEFINITION.match(line.raw):
            rest = line.raw[m.end() :]
            self._add("definition", line, rest).key = m["key"]
        elif found and self._fits(found):
            rest = found.rest
            self._item(line, found)
        elif NOTE.match(line.raw):
            self._add("note", line, line.raw)
        else:
            self._plain(line, found)
        if rest not in line.source:
            self.faults.append(doubts.blanks_folded(line.number))
        self.touching = True

    def _add(self, kind: Kind, line: Line, raw: str) -> Block:
        block = Block(kind, line.number, line.number, [raw], line.lone)
        self.blocks.append(block)
        return block

    def _row(self, line: Line) -> None:
        if not (self.touching and self.blocks and self.blocks[-1].kind == "table"):
            self._add("table", line, "")
        self.blocks[-1].rows.append((line.number, line.literal))
        self.blocks[-1].last = line.number

    def _item(self, line: Line, found: Opening) -> None:
        level = found.level
        is_orphan = level in DECIMAL and len(self.numbering.parent(level)) < DECIMAL.index(level)
        numbers = self.numbering.next(level, found.numbers)
        self.typed[level] = found.numbers
        block = self._add("item", line, found.rest)
        block.opening, block.label = found, DEFAULT.label(level, numbers)
        self._doubt_label(line, found, numbers)
        if is_orphan:
            self.faults.append(doubts.parent_missing(line.number, level, block.label))
        if level is Level.CHU and numbers == (SO_CHU + 1,):
            self.faults.append(doubts.letters_run_out(line.number, block.label))

    def _doubt_label(self, line: Line, found: Opening, numbers: tuple[int, ...]) -> None:
        level, typed = found.level, found.typed
        label, plain = self.scheme.label(level, numbers), DEFAULT.label(level, numbers)
        if not level.is_bullet and found.numbers != numbers:
            self.faults.append(doubts.label_renumbered(line.number, typed, label))
        elif typed not in {label, plain} and not (level.is_always_title and typed == plain + "."):
            say = doubts.bullet_reshaped if level.is_bullet else doubts.label_reshaped
            self.faults.append(say(line.number, typed, label))
        elif line.raw[len(typed) :][:1].strip():
            self.faults.append(doubts.label_without_blank(line.number, typed, label))

    def _fits(self, found: Opening) -> bool:
        """Whether a label is one: a weak one must have about the number that is due."""
        if not found.weak:
            return True
        due = self.numbering.expected(found.level, found.numbers)
        if found.level in DECIMAL[1:]:
            above = DECIMAL[DECIMAL.index(found.level) - 1]
            parent = self.numbering.parent(found.level)
            if len(parent) == len(found.numbers) - 1:
                return found.numbers[:-1] in (parent, self.typed.get(above))
            return found.numbers == due
        if not found.numbers:
            # f, j, w, z are no letters of points, but offices that count a b c d e f come to f sixth.
            return due[0] >= ord("f") - ord("a") + 1
        return abs(found.numbers[0] - due[0]) <= found.slack

    def _plain(self, line: Line, refused: Opening | None) -> None:
        above = self.blocks[-1] if self.blocks else None
        if above is not None and above.is_bare and not above.lone and (self.touching or line.raw.isupper()):
            if not self.touching:
                assert above.opening is not None
                self.faults.append(doubts.title_taken(line.number, above.opening.typed))
            above.take(line)
            return
        self._doubt_words(line, refused)
        if above is None or not self.touching or above.kind == "table" or above.is_bare:
            if above is not None and not self.touching:
                self._doubt_cut(above, line)
            self._add("paragraph", line, line.raw)
            return
        if _looks_ended(above, line):
            self.faults.append(doubts.joined(line.number))
        above.take(line)

    def _doubt_words(self, line: Line, refused: Opening | None) -> None:
        if refused is not None:
            self.faults.append(doubts.label_refused(line.number, refused.typed))
        elif m := _UNKNOWN.match(line.raw):
            self.faults.append(doubts.label_unknown(line.number, m[0]))
        elif _RULE_LINE.fullmatch(line.raw):
            self.faults.append(doubts.rule_line(line.number))

    def _doubt_cut(self, above: Block, line: Line) -> None:
        end = above.raws[-1].rstrip(_MARKS)
        if above.kind == "table" or ends_sentence(end) or end.endswith(":"):
            return
        is_text = above.level is None or above.level.is_bullet or above.level is Level.CHU
        is_long = len(above.raws[-1]) >= _LONG_ENOUGH_TO_BE_CUT and not end.isupper()
        if line.raw[:1].islower() or (is_text and is_long and line.raw[:1].isalnum()):
            self.faults.append(doubts.paragraph_cut(line.number))


def _looks_ended(above: Block, line: Line) -> bool:
    end = above.raws[-1].rstrip(_MARKS)
    if ends_sentence(end) or end.endswith(":"):
        return True
    if above.level is None or above.level.is_bullet or above.level is Level.CHU or not end:
        return False
    return line.raw[:1].isupper() and not (end.isupper() and line.raw.isupper())


def read_blocks(lines: Iterable[Line], scheme: Scheme = DEFAULT) -> tuple[list[Block], list[Fault]]:
    """Every block of the text, in order, and what is to be told about lines and labels.

    scheme: how the labels will be printed; one that is typed so is not told.
    """
    reader = _Reader(scheme)
    for line in lines:
        reader.line(line)
    return reader.blocks, reader.faults
