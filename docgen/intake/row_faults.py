"""What a Document and its kind say against each row, told at the cell that gives the value."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from docgen.errors import Fault, InputFaults
from docgen.intake.assemble import assemble
from docgen.intake.columns import Head, text_at
from docgen.intake.filling import BODY
from docgen.intake.recipe import Recipe
from docgen.intake.sharing import is_shared, light, steering
from docgen.kinds import Kinds, answer, is_blank
from docgen.kinds.vocabulary import vocabulary
from docgen.sheets.table import Row, Sheet

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
        asked = kinds.get(loai).questions() if isinstance(loai, str) else ()
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
        told = [one for row in self._sheet for one in self._row(row)]
        often = Counter(one.fault for one in told if one.head is None)
        everywhere = {fault for fault, count in often.items() if count == len(self._sheet.rows)}
        of_plan = dict.fromkeys(one.fault for one in told if one.row is None or one.fault in everywhere)
        places = [(known_at, fault) for fault in known if (known_at := _place_key(self._sheet, fault.noi))]
        for one in told:
            if one.row is None or one.fault in of_plan:
                continue
            fault = self._placed(one, one.row)
            if fault.noi.partition(", ")[0] not in wrong:
                places.append(((one.row.dong, one.head.at + 1 if one.head else 0), fault))
        return list(of_plan), [fault for _, fault in sorted(places, key=lambda place: place[0])]

    def _row(self, row: Row) -> Iterator[_Told]:
        """Judge one row: in full when it is the first that reads the shared texts as it does."""
        raw = self._recipe.raw(tuple(cell.text for cell in row.cells))
        steers = steering(raw)
        in_full, is_first = steers not in self._steered, not self._steered
        self._steered.add(steers)
        own = {ten.partition(".")[0] for ten, head in self._fields.items() if text_at(row, head)}
        try:
            said = assemble(raw if in_full else light(raw, own, self._sources), self._kinds).notes
        except InputFaults as error:
            said = error.faults
        for fault in said:
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
        if one.head is None:
            return replace(one.fault, noi=f"{self._sheet.row_place(row)}, {one.fault.noi}")
        place = self._sheet.place(row.cells[one.head.at])
        if one.fault.noi == one.head.ten:
            return replace(one.fault, noi=place)
        return replace(one.fault, noi=f"{place}, {one.fault.noi}")


def _place_key(sheet: Sheet, noi: str) -> tuple[int, int]:
    """Order of a cell's address within its sheet."""
    found = re.match(r"([A-Z]+)([0-9]+)", noi.removeprefix(f"{sheet.name}!"))
    assert found is not None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(found[2]), column
