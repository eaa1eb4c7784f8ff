"""Tables: cells in reading order, merged ones as one, with the width their words are set in.

Numbers such as 17.9.10 are sections of ECMA-376 Part 1.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, Literal

from docgen.reading.draft import Draft
from docgen.reading.effective import TableLook
from docgen.reading.facts import Cell, CellId, Phan, TableFact
from docgen.reading.props import Border
from docgen.reading.styles import borders, cell_margins
from docgen.reading.wordml import (
    ALTERNATE,
    MM_PER_TWIP,
    NS_M,
    TC,
    TR,
    VAL,
    Element,
    T,
    chosen,
    has,
    switched_on,
    twips,
    val,
    w,
    whole,
)

if TYPE_CHECKING:
    from docgen.reading.flow import Story

# Word's cell margin left and right where neither table nor style names one: 0.08 inch (17.4.43).
_MARGIN_TWIPS: Final = 115.0
_MOST_COLUMNS: Final = 1000
_TELLING: Final = (T, w("sym"), w("drawing"), w("pict"), w("object"), w("footnoteReference"), f"{{{NS_M}}}t")
# 17.4.56: the parts of the table style a table asks for; the numbers are the bits of the older spelling.
_LOOK: Final = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_BANDS: Final = {"HBand": 0x200, "VBand": 0x400}


@dataclass
class Table:
    """A table while it is read; ``cells`` in reading order, each merged one once."""

    number: int
    phan: Phan
    inside: CellId | None
    grid: list[float]
    bordered: bool = False
    rows: int = 0
    columns: int = 0
    header_rows: int = 0
    cells: dict[CellId, Cell] = field(default_factory=dict)

    def fact(self, of_cell: Mapping[CellId, Sequence[int]]) -> TableFact:
        """Finish: ``of_cell`` maps each cell to the indexes of its paragraphs."""
        cells = tuple(replace(cell, doan=tuple(of_cell.get(cell.id, ()))) for cell in self.cells.values())
        return TableFact(
            so=self.number,
            so_hang=self.rows,
            so_cot=self.columns,
            o=cells,
            doan=tuple(sorted({index for cell in cells for index in cell.doan})),
            phan=self.phan,
            trong=self.inside,
            cot_mm=tuple(round(width * MM_PER_TWIP, 1) for width in self.grid),
            vien=self.bordered,
            hang_dau=self.header_rows,
        )


def read(story: Story, element: Element) -> None:
    """Read a w:tbl into the story: its paragraphs, and the table itself as a fact."""
    _Reader(story, element).read()


class _Reader:
    def __init__(self, story: Story, element: Element) -> None:
        self._story = story
        properties = element.find(w("tblPr"))
        self._style = val(properties, "tblStyle")
        chain = story.looks.styles.chain("table", self._style)
        grid = element.find(w("tblGrid"))
        columns = [] if grid is None else list(grid.iterchildren(w("gridCol")))[:_MOST_COLUMNS]
        inside = story.where.cells[-1] if story.where.cells else None
        widths = [twips(column.get(w("w"))) or 0.0 for column in columns]
        self._table = Table(len(story.tables) + 1, story.where.phan, inside, widths)
        story.tables.append(self._table)
        self._margins = {"left": _MARGIN_TWIPS, "right": _MARGIN_TWIPS}
        self._borders: dict[str, Border | None] = {}
        for style in chain:
            self._margins |= style.cell_margins
            self._borders |= style.borders
        self._borders |= borders(None if properties is None else properties.find(w("tblBorders")))
        self._margins |= cell_margins(None if properties is None else properties.find(w("tblCellMar")))
        self._conditional = any(style.conditional for style in chain)
        self._asked = _asked(None if properties is None else properties.find(w("tblLook")))
        self._rows = [row for row in _inside(element, TR) if not self._deleted(row)]
        self._merges: dict[int, CellId] = {}
        self._filled: set[CellId] = set()
        self._lines: list[tuple[Draft, Border, Literal["tren", "duoi"], float]] = []

    def read(self) -> None:
        in_header = True
        for number, row in enumerate(self._rows):
            in_header = in_header and has(row.find(w("trPr")), "tblHeader")
            self._table.header_rows += in_header
            self._row(number, row)
        self._table.rows = len(self._rows)
        for draft, line, side, length_mm in () if self._table.bordered else self._lines:
            # In a table without a grid the border of a cell is there to draw a line.
            draft.cell_rules.append((line, side, length_mm))

    def _deleted(self, row: Element) -> bool:
        properties = row.find(w("trPr"))
        if properties is not None and properties.find(w("ins")) is not None:
            self._story.remarks.inserted += 1
        deleted = properties is not None and properties.find(w("del")) is not None
        self._story.remarks.deleted += deleted
        return deleted

    def _row(self, number: int, row: Element) -> None:
        story, first = self._story, len(self._story.drafts)
        cells = list(_inside(row, TC))
        column = whole(val(row.find(w("trPr")), "gridBefore"), 0, _MOST_COLUMNS) or 0
        ordinal, start, furthest = 0, story.pages.page, story.pages.page
        before: CellId | None = None
        for index, tc in enumerate(cells):
            properties = tc.find(w("tcPr"))
            span = max(whole(val(properties, "gridSpan"), 1, _MOST_COLUMNS) or 1, 1)
            if len(story.drafts) > first:
                start = story.drafts[first].page
            story.pages.page = start if index else story.pages.page
            continues = _merge(properties, "hMerge") == "continue" and before is not None
            ordinal += not continues
            here = before if continues and before else self._cell_id(number + 1, ordinal, column, properties)
            self._note_cell(here, number + 1, column, span, self._width(properties, column, span), continues)
            first_here = len(story.drafts)
            self._content(tc, here, properties, self._look(number, index, len(cells)))
            self._cell_borders(properties, here, first_here, number, index == 0, index == len(cells) - 1)
            before, column = here, column + span
            furthest = max(furthest, story.pages.page)
        story.pages.page = furthest
        self._table.columns = max(self._table.columns, ordinal)

    def _cell_id(self, row: int, ordinal: int, column: int, properties: Element | None) -> CellId:
        merge = _merge(properties, "vMerge")
        if merge == "continue" and column in self._merges:
            return self._merges[column]
        own = (self._table.number, row, ordinal)
        self._merges.pop(column, None)
        if merge == "restart":
            self._merges[column] = own
        return own

    def _note_cell(self, here: CellId, row: int, column: int, span: int, width: float | None, beside: bool) -> None:
        known = self._table.cells.get(here)
        if known is None:
            width_mm = None if width is None else round(width * MM_PER_TWIP, 1)
            self._table.cells[here] = Cell(here, column, span, 1, width_mm, ())
        elif beside:
            self._table.cells[here] = replace(known, so_cot=known.so_cot + span)
        else:
            self._table.cells[here] = replace(known, so_hang=row - here[1] + 1)

    def _width(self, properties: Element | None, column: int, span: int) -> float | None:
        said = None if properties is None else properties.find(w("tcW"))
        if said is not None and said.get(w("type"), "dxa") == "dxa":
            width = twips(said.get(w("w")))
            if width:
                return width
        return sum(self._table.grid[column : column + span]) or None

    def _content(self, tc: Element, here: CellId, properties: Element | None, look: TableLook) -> None:
        story = self._story
        if here in self._filled and not tells(tc):
            return
        self._filled.add(here)
        around = story.where
        margins = self._margins | cell_margins(None if properties is None else properties.find(w("tcMar")))
        width = self._table.cells[here].rong_mm
        inner = around.width_twips if width is None else width / MM_PER_TWIP
        story.where = replace(
            around,
            width_twips=max(inner - margins["left"] - margins["right"], 0.0),
            cells=(*around.cells, here),
            table=look,
        )
        story.blocks(tc)
        story.cell_ends()
        story.where = around

    def _cell_borders(
        self, properties: Element | None, here: CellId, first: int, row: int, leftmost: bool, rightmost: bool
    ) -> None:
        """Note whether a grid is drawn, and the lines above and below a cell; its own settings win over the table's."""
        own = borders(None if properties is None else properties.find(w("tcBorders")))

        def line(side: str, of_table: str) -> Border | None:
            return own[side] if side in own else self._borders.get(of_table)

        if line("left", "left" if leftmost else "insideV") or line("right", "right" if rightmost else "insideV"):
            self._table.bordered = True
        drafts, length_mm = self._story.drafts, self._table.cells[here].rong_mm
        if len(drafts) == first or length_mm is None:
            return
        # A line between two rows is told once, below the upper one.
        if (above := line("top", "top" if row == 0 else "")) is not None:
            self._lines.append((drafts[first], above, "tren", length_mm))
        if (below := line("bottom", "bottom" if row == len(self._rows) - 1 else "insideH")) is not None:
            self._lines.append((drafts[-1], below, "duoi", length_mm))

    def _look(self, row: int, column: int, columns: int) -> TableLook:
        if not self._conditional:
            return self._story.looks.table(self._style, ())
        return self._story.looks.table(self._style, self._conditions(row, len(self._rows), column, columns))

    def _conditions(self, row: int, rows: int, column: int, columns: int) -> Iterator[str]:
        """Name the parts of the table style that hold for a cell, weakest first (17.7.6)."""
        asked = self._asked
        first_row, first_column = "firstRow" in asked and row == 0, "firstColumn" in asked and column == 0
        last_row = "lastRow" in asked and row == rows - 1
        last_column = "lastColumn" in asked and column == columns - 1
        yield "wholeTable"
        if "VBand" in asked and not first_column and not last_column:
            yield f"band{1 + (column - ('firstColumn' in asked)) % 2}Vert"
        if "HBand" in asked and not first_row and not last_row:
            yield f"band{1 + (row - ('firstRow' in asked)) % 2}Horz"
        named = {"firstRow": first_row, "lastRow": last_row, "firstCol": first_column, "lastCol": last_column}
        yield from (name for name, holds in named.items() if holds)
        corners = {
            "neCell": first_row and last_column,
            "nwCell": first_row and first_column,
            "seCell": last_row and last_column,
            "swCell": last_row and first_column,
        }
        yield from (name for name, holds in corners.items() if holds)


def _asked(look: Element | None) -> frozenset[str]:
    if look is None:
        return frozenset({"HBand", "VBand"})
    try:
        bits = int(look.get(VAL, "0"), 16)
    except ValueError:
        bits = 0

    def on(name: str, bit: int) -> bool:
        said = look.get(w(name))
        return switched_on(said) if said is not None else bool(bits & bit)

    asked = {name for name, bit in _LOOK.items() if on(name, bit)}
    return frozenset(asked | {name for name, bit in _BANDS.items() if not on(f"no{name}", bit)})


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """List the rows of a table or the cells of a row, through content controls and the like."""
    for child in parent:
        if child.tag == wanted:
            yield child
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _inside(branch, wanted)
        elif isinstance(child.tag, str) and child.tag not in (TR, TC) and not child.tag.endswith("Pr"):
            yield from _inside(child, wanted)


def _merge(properties: Element | None, name: str) -> str:
    """Read a vMerge or hMerge: "restart", "continue" (the default of one that is there), or ""."""
    element = None if properties is None else properties.find(w(name))
    return "" if element is None else element.get(VAL, "continue")


def tells(holder: Element) -> bool:
    """Tell whether a cell or a box shows anything at all."""
    return next(holder.iter(*_TELLING), None) is not None
