"""A plan and a sheet → the plain values of each row, or every fault of every row with the address of its cell."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from docgen.errors import Fault, InputFaults
from docgen.intake import filling
from docgen.intake.cells import refusal
from docgen.intake.columns import Columns, Head, read_columns, slug, text_at
from docgen.intake.filling import Blank, Text, blanks, takes_notation
from docgen.intake.labels import labelled
from docgen.intake.recipe import Recipe
from docgen.intake.row_faults import Judge
from docgen.kinds import Form, Kinds
from docgen.sheets.table import Cell, Row, Sheet
from docgen.vietnamese.refusal import quoted

Located = Callable[[Fault], Fault]
"""Gives a fault of the plan its place in the plan's file."""

# ECMA-376 part 1, 18.17.4.1: day 1 is 1 January 1900, with a 29 February that year did not have. Here: 1950 to 2100.
_FIRST_DAY: Final = date(1899, 12, 30)
_DAYS: Final = range(18_264, 73_051)
_STRAY = ("Dấu {{ không có }} đi cặp trên cùng dòng.", "Tên cột viết giữa hai dấu ấy, ví dụ {{ten_don_vi}}.")


@dataclass(frozen=True)
class Rows:
    """The rows of a sheet, understood.

    faults: everything to be mended or told, of the plan and of all rows; a row's place is that of its cell
    (``Units!D7``), or the row with the field (``Units!7, Địa danh (dia_danh)``).
    """

    sheet: Sheet
    recipe: Recipe
    faults: tuple[Fault, ...]

    def cells(self, row: Row) -> tuple[str, ...]:
        """Give what a row says, column by column."""
        return row.texts

    def raw(self, row: Row) -> dict[str, Any]:
        """Give the plain values of a row."""
        return self.recipe.raw(self.cells(row))


def read_rows(
    plan: Mapping[str, Any], sheet: Sheet, kinds: Kinds, located: Located, used: Collection[str] = ()
) -> Rows:
    """Understand all rows; nothing is raised but for a plan of no known kind (InputFaults).

    plan: plain values as they stand in the file. located: gives a fault of the plan its place there. used: names of
    columns that are used elsewhere, as in the names of files.
    """
    loai = plan.get("loai")
    try:
        form = kinds.get(loai if isinstance(loai, str) else "")
    except InputFaults as error:
        raise InputFaults(located(fault) for fault in error.faults) from None
    places = tuple(blanks(plan, form))
    columns, faults = read_columns(sheet, form, {*used, *_used(places, sheet)})
    recipe = Recipe(plan, columns, places)
    if not sheet.rows:
        faults.append(Fault(sheet.name, "Bảng chưa có hàng nào.", "Mỗi đơn vị một hàng, dưới hàng tên cột."))
    # A cell that could not be read says nothing: what that leads to is no news.
    unread = {fault.noi for fault in sheet.faults if fault.nang == "loi"}
    faults = [fault for fault in faults if fault.noi not in unread]
    reader = _CellReader(sheet, columns, places, form)
    cells = [*sheet.faults, *(fault for fault in reader.faults() if fault.noi not in unread)]
    of_plan, of_rows = Judge(sheet, recipe, kinds).faults(cells)
    told = [*_unknown_places(places, columns), *of_plan]
    return Rows(sheet, recipe, (*(located(fault) for fault in told), *faults, *of_rows))


def _used(places: Collection[Blank], sheet: Sheet) -> Iterator[str]:
    """Name what the texts of the plan and the cells make use of."""
    for blank in places:
        yield from (slug(place.said) for place in blank.text.slots())
    for row in sheet:
        for text in row.texts:
            if "{{" in text:
                yield from (slug(place.said) for place in filling.read(text, False).slots())


def _unknown_places(places: Collection[Blank], columns: Columns) -> Iterator[Fault]:
    """Tell of places in the plan for which the sheet has no column."""
    for blank in places:
        for fault in _text_faults(blank.text, columns):
            # A text of one line needs no line named.
            yield replace(fault, noi=blank.noi, dong=fault.dong if blank.steps[-1] == filling.BODY else None)


def _text_faults(text: Text, columns: Columns) -> Iterator[Fault]:
    for place in text.slots():
        if columns.find(place.said) is None:
            meant = columns.closest(place.said)
            listed = ", ".join(head.ten for head in columns.heads)
            sua = f"Có phải là {{{{{meant.ten}}}}}?" if meant else f"Các cột đang có: {listed}." if listed else ""
            yield Fault("", f"Bảng không có cột {quoted(place.said)} để điền vào đây.", sua, place.dong)
    for dong in text.strays:
        yield Fault("", *_STRAY, dong)


def _date_faults(cell: Cell) -> Iterator[Fault]:
    """Tell of a date that a spreadsheet holds as the number of its day, since the cell was not told to be a date."""
    if cell.held == "number" and cell.text.isdigit() and int(cell.text) in _DAYS:
        day = _FIRST_DAY + timedelta(days=int(cell.text))
        sua = "Trong Excel, hãy đặt kiểu ô là Date, hoặc gõ lại ngày vào ô kiểu Text."
        yield Fault("", f"Ô này là số {cell.text}, có lẽ là ngày {day:%d/%m/%Y} mà Excel giữ dưới dạng số.", sua)


class _CellReader:
    """Finds what is wrong with a cell by itself, whatever its field says of it."""

    def __init__(self, sheet: Sheet, columns: Columns, places: Collection[Blank], form: Form) -> None:
        self._sheet, self._columns = sheet, columns
        # Columns whose words are put into texts, with the first such text; whether they stand among other words.
        self._put_into: dict[Head, str] = {}
        self._within: set[Head] = set()
        for blank in places:
            self._note(blank.text, labelled(form, blank.noi))
        for row in sheet:
            for head in columns.heads:
                if head.kieu is not None and "{{" in text_at(row, head):
                    self._note(self._text(head, text_at(row, head)), labelled(form, head.ten))

    def _note(self, text: Text, noi: str) -> None:
        for place in text.slots():
            head = self._columns.find(place.said)
            if head is not None:
                self._put_into.setdefault(head, noi)
                if text.notation or not text.is_whole():
                    self._within.add(head)

    def faults(self) -> Iterator[Fault]:
        for row in self._sheet:
            for head in self._columns.heads:
                dated = _date_faults(row.cell(head.at)) if head.kieu == "date" else ()
                for fault in (*dated, *self._faults(head, text_at(row, head))):
                    yield replace(fault, noi=self._sheet.place(row.cell(head.at)))

    def _faults(self, head: Head, text: str) -> Iterator[Fault]:
        refused = refusal(head, text)
        if refused:
            yield Fault("", *refused)
        noi = self._put_into.get(head)
        if head.kieu is not None and "{{" in text:
            if noi is not None:
                loi = f"Ô này được điền vào {noi} nên trong nó không dùng {{{{…}}}} được nữa."
                yield Fault("", loi)
            yield from _text_faults(self._text(head, text), self._columns)
        if noi is None:
            return
        if not text and head.kieu is None:
            sua = "Hãy điền ô này, hoặc ghi (trống) nếu muốn bỏ trống."
            yield Fault("", f"Ô này trống nhưng được điền vào {noi}.", sua)
        if "\n" in text and head in self._within and head.kieu != "lines":
            yield Fault("", f"Ô này có nhiều dòng nhưng được điền vào giữa câu ở {noi}.", "Hãy viết trên một dòng.")

    def _text(self, head: Head, text: str) -> Text:
        return filling.read(text, takes_notation(head.ten.split("."), head.kieu))
