"""What a Document and its kind say against each row, told at the cell that gives the value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Final

from docgen.errors import Fault, InputFaults
from docgen.intake.assemble import assemble
from docgen.intake.columns import Head, text_at
from docgen.intake.filling import BODY
from docgen.intake.labels import labelled
from docgen.intake.recipe import Recipe
from docgen.intake.sharing import is_shared, light, steering
from docgen.intake.side_by_side import side_by_side
from docgen.kinds import Kinds, answer, is_blank
from docgen.kinds.vocabulary import vocabulary
from docgen.sheets.table import Row, Sheet

_ANY_WORD: Final = "Xã"
_LAST_STEP: Final = re.compile(r"(\.[^.\[\]]*|\[[0-9]+\])$")


@dataclass(frozen=True, slots=True)
class _Told:
    """A fault and where it belongs: to a cell (head), to a row as a whole, or to all rows alike (row is None)."""

    fault: Fault
    row: Row | None = None
    head: Head | None = None


class Judge:
    """Judges the rows of a sheet, what they share once."""

    def __init__(self, sheet: Sheet, recipe: Recipe, kinds: Kinds) -> None:
        self._sheet, self._recipe, self._kinds = sheet, recipe, kinds
        self._fields = {head.ten: head for head in recipe.columns.heads if head.kieu is not None}
        loai = recipe.plan.get("loai")
        self._form = kinds.get(loai) if isinstance(loai, str) else None
        asked = self._form.questions() if self._form else ()
        self._known = frozenset((*vocabulary(), *(question.ten for question in asked)))
        # The columns each text of the plan takes words from.
        self._sources: dict[str, set[Head]] = {}
        for blank in recipe.blanks:
            heads = (recipe.columns.find(place.said) for place in blank.text.slots())
            self._sources.setdefault(blank.field, set()).update(head for head in heads if head is not None)
        self._steered: set[str] = set()

    def faults(self, cells: Iterable[Fault]) -> tuple[list[Fault], list[Fault]]:
        """Judge all rows; cells: what is wrong with cells by themselves, which is not told twice.

        Returns what is to be told of the plan, and of the rows in the order of the sheet.
        """
        known = list(cells)
        wrong = {fault.noi for fault in known}
        told = [one for some in self._all_rows() for one in some]
        own = self._of_texts(told)
        told = [replace(one, fault=own.get(one.fault.noi, one.fault)) if self._is_filled(one) else one for one in told]
        often = Counter(one.fault for one in told if one.head is None)
        everywhere = {fault for fault, count in often.items() if count == len(self._sheet.rows)} | set(own.values())
        of_plan = dict.fromkeys(one.fault for one in told if one.row is None or one.fault in everywhere)
        places = [(self._sheet.order(fault.noi), fault) for fault in known]
        for one in told:
            if one.row is None or one.fault in of_plan:
                continue
            fault = self._placed(one, one.row)
            if fault.noi.partition(", ")[0] not in wrong:
                places.append(((one.row.dong, one.head.at + 1 if one.head else 0), fault))
        return list(of_plan), [fault for _, fault in sorted(places, key=lambda place: place[0])]

    def _all_rows(self) -> Iterator[Iterable[_Told]]:
        """Judge the rows in their order, on all processors; the first decides how the shared texts are read."""
        rows = self._sheet.rows
        yield from [list(self._row(row, self._raw(row))) for row in rows[:1]]
        judged = side_by_side(self._some, rows[1:])
        for row, some in zip(rows[1:], chain.from_iterable(judged), strict=True):
            yield self._row(row, self._raw(row)) if some is None else some

    def _some(self, rows: Sequence[Row]) -> list[tuple[_Told, ...] | None]:
        """Judge rows that read the shared texts as one before them did; None for one that does not."""
        read = ((row, self._raw(row)) for row in rows)
        return [tuple(self._row(row, raw)) if steering(raw) in self._steered else None for row, raw in read]

    def _raw(self, row: Row) -> dict[str, Any]:
        return self._recipe.raw(row.texts)

    def _is_filled(self, one: _Told) -> bool:
        """Whether a fault is one of a text of the plan that a column gives words to."""
        return one.head is not None and one.head.ten != self._field(one.fault.noi)

    def _of_texts(self, told: Iterable[_Told]) -> dict[str, Fault]:
        """Find what texts of the plan lead to whatever words are put in: place → what is told of the plan, once."""
        filled = [one.fault for one in told if self._is_filled(one)]
        if not filled:
            return {}
        cells = [""] * len(self._sheet.header)
        for head in self._recipe.columns.heads:
            cells[head.at] = _ANY_WORD if head.kieu is None else ""
        said = {fault.noi: fault for fault in self._said(self._recipe.raw(cells))}
        often = Counter(filled)
        noted = {fault.noi: fault for fault in filled if fault.nang != "loi" and often[fault] > 1}
        return {**{fault.noi: said[fault.noi] for fault in filled if fault.noi in said}, **noted}

    def _said(self, raw: Mapping[str, Any]) -> tuple[Fault, ...]:
        try:
            return tuple(assemble(raw, self._kinds).notes)
        except InputFaults as error:
            return error.faults

    def _row(self, row: Row, raw: Mapping[str, Any]) -> Iterator[_Told]:
        """Judge one row: in full when it is the first that reads the shared texts as it does."""
        steers = steering(raw)
        in_full, is_first = steers not in self._steered, not self._steered
        self._steered.add(steers)
        own = {ten.partition(".")[0] for ten, head in self._fields.items() if text_at(row, head)}
        for fault in self._said(raw if in_full else light(raw, own, self._sources)):
            field = self._field(fault.noi)
            head = self._head(row, field)
            if head is not None:
                yield _Told(fault, row, head)
            elif fault.nang != "loi" or self._is_common(field):
                # What is doubted of the plan itself is told with the first row alone.
                if is_first or (in_full and fault.nang == "loi"):
                    yield _Told(fault)
            elif field not in self._recipe.columns.doubted:
                yield _Told(fault, row)

    def _field(self, noi: str) -> str:
        """``can_cu[2]`` → ``can_cu``; the place itself when no field is around it."""
        field = noi
        while field not in self._known:
            shorter = _LAST_STEP.sub("", field)
            if shorter == field:
                return noi
            field = shorter
        return field

    def _head(self, row: Row, field: str) -> Head | None:
        """Find the column that gives a field in this row, or ought to."""
        head = self._fields.get(field)
        if head is not None and (text_at(row, head) or is_blank(answer(self._recipe.plan, field))):
            return head
        sources = self._sources.get(field, set())
        return next(iter(sources)) if len(sources) == 1 and field != BODY else None

    def _is_common(self, field: str) -> bool:
        """Whether all rows say the same in a field, as far as its faults go."""
        return is_shared(field) and (field not in self._sources or field == BODY)

    def _placed(self, one: _Told, row: Row) -> Fault:
        field = one.fault.noi if self._form is None else labelled(self._form, one.fault.noi)
        if one.head is None:
            return replace(one.fault, noi=f"{self._sheet.row_place(row)}, {field}")
        place = self._sheet.place(row.cell(one.head.at))
        return replace(one.fault, noi=place if one.fault.noi == one.head.ten else f"{place}, {field}")
