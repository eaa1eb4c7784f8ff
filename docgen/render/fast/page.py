"""One part in the making: the pieces of its text, and what waits until more of it is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from docgen.render import widths
from docgen.render.fast.notes import Notes
from docgen.render.fast.rulebook import Rulebook
from docgen.render.fast.shapes import CellShape, ParagraphShape, RunShape, SectionShape, TableShape
from docgen.render.fast.slot import CLOSE
from docgen.render.fast.slot import OPEN as SLOT
from docgen.render.fast.unproved import Unproved
from docgen.render.fast.values import marked
from docgen.render.fast.written import pieces
from docgen.render.tables import is_to_widen

NO_ROOM: Final = -1
# A paper of 5,000 sections takes some 50,000 turns; trees may have more, and tell when it is too many.
_MAX_TURNS: Final = 100_000
_MAX_CHARS: Final = 8_000_000


@dataclass(frozen=True)
class Rule:
    """A drawn line to be measured: where its paragraph's head stands among the pieces, and what stands above."""

    at: int
    shape: ParagraphShape
    above: str
    is_all: bool
    share: tuple[float, float]
    is_kept: bool


@dataclass(frozen=True)
class Fitted:
    """A table whose columns were counted: where its head stands, its cells' places, and the columns in twips."""

    at: int
    shape: TableShape
    cells: tuple[tuple[int, CellShape, int], ...]
    columns: tuple[int, ...]


class Page:
    """What a part's function writes to.

    out: pieces of text. notes: None in parts that can have no footnotes. pace: after so many turns of loops the text is
    measured, for no template may print without end.
    """

    def __init__(self, rulebook: Rulebook, notes: Notes | None, pace: int) -> None:
        self.out: list[str] = []
        self.pace = pace
        self._turns = 0
        self._due = pace
        self._seen = 0
        self._chars = 0
        self.rong: int | None = None
        self.touched = False
        # Rules under text that varies: a sign with their number is written in place of the paragraph's head.
        self.open_rules: list[tuple[Rule, int]] = []
        self._rulebook = rulebook
        self._notes = notes
        self._keep = False
        self._share: tuple[float, float] | None = None
        self._is_sideways = False
        self._rules: list[Rule] = []
        self._tables: list[Fitted | TableShape] = []
        self._has_cell_rules = False

    # -- bounds --

    def turn(self, items: Sequence[object]) -> Iterable[object]:
        """What a loop goes through; raises Unproved when it is no list, or there are too many turns in all."""
        if items.__class__ is not list and items.__class__ is not tuple:
            raise Unproved("a loop over what is no list")
        self._turns += len(items)
        if self._turns > self._due:
            self._measure()
        return self._watched(items) if len(items) > self.pace else items

    def _watched(self, items: Sequence[object]) -> Iterator[object]:
        for number, item in enumerate(items):
            if not number % self.pace:
                self._measure()
            yield item

    def _measure(self) -> None:
        self._due = self._turns + self.pace
        self._chars += sum(map(len, self.out[self._seen :]))
        self._seen = len(self.out)
        if self._turns > _MAX_TURNS or self._chars > _MAX_CHARS:
            raise Unproved("a very long text")

    # -- letters --

    def run(self, shape: RunShape, values: tuple[object, ...]) -> None:
        """A run with whatever values."""
        objects: list[tuple[str, object]] = []
        found: list[str | tuple[str, str]] = []
        for item in shape.items:
            if isinstance(item, str):
                found.append(item)
            else:
                text = "".join([p if isinstance(p, str) else marked(values[p], objects) for p in item.pieces])
                found.append((item.opening, text))
        made = pieces(shape.opening, shape.look, found, lambda number: self._object(*objects[number]))
        if made:
            self.out.append(made)

    def paragraph(
        self,
        shape: ParagraphShape,
        items: tuple[str | RunShape, ...],
        values: tuple[object, ...],
        since: int,
        is_all: bool,
    ) -> None:
        """A paragraph of runs with whatever values, which are given one after the other."""
        at, used = len(self.out), 0
        self.out.append(shape.head)
        for item in items:
            if isinstance(item, str):
                self.out.append(item)
            else:
                self.run(item, values[used : used + item.prints])
                used += item.prints
        self.out.append("</w:p>")
        if self.touched:
            self.finish(shape, at, since, is_all)

    def finish(self, shape: ParagraphShape, at: int, since: int, is_all: bool) -> None:
        """Carry out the marks that a paragraph's letters held; its head stands ``at``."""
        keep, share = self._keep, self._share
        self.touched = self._keep = False
        self._share = None
        if keep:
            self.out[at] = shape.kept
        if share is None:
            return
        if since < 0 or not shape.is_rule or any("<w:t" in piece for piece in self.out[at + 1 :]):
            raise Unproved("a rule that is no rule")
        rule = Rule(at, shape, "".join(self.out[since:at]), is_all, share, keep)
        if shape.column is None:
            self._rules.append(rule)
        else:
            self._has_cell_rules = True
            self._draw(rule, shape.column)

    def _object(self, kind: str, value: Any) -> str | None:
        if kind == "giu":
            self._keep = self.touched = True
        elif kind == "rong":
            self.rong = value if isinstance(value, int) else 0
        elif self._notes is None:
            raise Unproved("a mark that has no meaning here")
        elif kind == "chu_thich":
            return self._notes.add(value)
        elif kind == "chan_sau":
            raise Unproved("a section with a foot of its own")
        elif kind == "ngang":
            self._is_sideways = True
        else:
            if self._share is not None or value.__class__ not in (list, tuple):
                raise Unproved("an unusual rule")
            low, high = value
            self._share = (float(low), float(high))
            self.touched = True
        return None

    # -- rules --

    def _draw(self, rule: Rule, column: int) -> None:
        if column == NO_ROOM:
            raise Unproved("a rule in a column of unknown width")
        if SLOT in rule.above:
            self.out[rule.at] = f"{SLOT}{-1 - len(self.open_rules)}{CLOSE}"
            self.open_rules.append((rule, column))
            return
        self.out[rule.at] = self.ruled(rule, rule.above, column)

    def ruled(self, rule: Rule, above: str, column: int) -> str:
        """The head of a rule's paragraph under this text."""
        ends = self._rulebook.ends(rule.shape, above, is_all=rule.is_all, share=rule.share, column=column)
        if ends is None:
            return rule.shape.kept if rule.is_kept else rule.shape.head
        head, between, tail = rule.shape.ruled[rule.is_kept]
        return f"{head}{ends[0]}{between}{ends[1]}{tail}"

    # -- tables and sections --

    def table(self, shape: TableShape) -> None:
        """Note a table that keeps its columns, unless its section is laid on its side."""
        self._tables.append(shape)

    def fit(
        self, shape: TableShape, at: int, rows: list[tuple[int, list[tuple[int, CellShape, int]]]], is_top: bool
    ) -> None:
        """Count the columns of a table. at: where its head stands; rows: columns left out, places of cells, shares."""
        shapes: list[list[widths.CellWidth]] = []
        cells: list[tuple[int, CellShape, int]] = []
        for before, row in rows:
            start, known = before, list[widths.CellWidth]()
            for place, cell, permille in row:
                width = cell.width
                known.append(widths.CellWidth(start, width.span, width.width_twip, width.is_loop, permille))
                cells.append((place, cell, start))
                start += width.span
            shapes.append(known)
        made = Fitted(at, shape, tuple(cells), tuple(widths.fitted(shape.total_twip, shapes)))
        self._write(made, shape.before, made.columns)
        if is_top:
            self._tables.append(made)

    def _write(self, made: Fitted, before: str, columns: tuple[int, ...]) -> None:
        grid = "".join([f'<w:gridCol w:w="{width}"/>' for width in columns])
        self.out[made.at] = f"{before}<w:tblGrid>{grid}</w:tblGrid>"
        for place, cell, start in made.cells:
            head, tail = cell.around
            self.out[place] = f"{head}{sum(columns[start : start + cell.width.span])}{tail}"

    def section(self, shape: SectionShape) -> None:
        """End a section: lay it on its side if asked for, then measure the rules that were waiting for its width."""
        self.out.append(shape.sideways if self._is_sideways else shape.upright)
        if self._is_sideways:
            self._widen(shape)
        column = shape.sideways_twip if self._is_sideways else shape.width_twip
        for rule in self._rules:
            self._draw(rule, column)
        self._is_sideways = self._has_cell_rules = False
        self._rules, self._tables = [], []

    def _widen(self, shape: SectionShape) -> None:
        before, after = shape.width_twip, shape.sideways_twip
        if self._has_cell_rules:
            raise Unproved("rules in cells of a section on its side")
        for table in self._tables:
            total = sum(table.columns) if isinstance(table, Fitted) else table.grid_twip
            if not is_to_widen(total, before, after):
                continue
            if not isinstance(table, Fitted):
                raise Unproved("a table of still columns on a side")
            new = after - before + total
            known = table.shape
            head = known.before if known.wider is None else f"{known.wider[0]}{new}{known.wider[1]}"
            self._write(table, head, tuple(widths.scaled(table.columns, new)))

    def done(self) -> str:
        """The text of the part; two tables that came to stand side by side are kept apart."""
        if self._rules or self._is_sideways:
            raise Unproved("a mark after the last section")
        text = "".join(self.out)
        if len(text) > _MAX_CHARS:
            raise Unproved("a very long text")
        return text.replace("</w:tbl><w:tbl", "</w:tbl><w:p/><w:tbl")
