"""The lean paper written in the languages of the generators under comparison, as WordprocessingML."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Sequence
from html import escape

from tests.bench.shape import Block, Loop, Para, Row, Table, When

Scope = tuple[str, ...]
"""The loops around, the outermost first."""

_FIELD = re.compile("«([a-z_]+)»")
# What a paragraph that holds only a tag looks like: the style of plain text.
_OWN = "DoanVan"


class Dialect(ABC):
    """A generator's language."""

    def body(self, blocks: Sequence[Block], scope: Scope = ()) -> str:
        """The blocks as XML."""
        return "".join(self._block(block, scope) for block in blocks)

    @abstractmethod
    def field(self, name: str, scope: Scope) -> str:
        """What prints a value."""

    @abstractmethod
    def loop(self, loop: Loop, scope: Scope) -> str:
        """Paragraphs once for each item."""

    @abstractmethod
    def when(self, when: When, scope: Scope) -> str:
        """Paragraphs that are there when the flag is."""

    @abstractmethod
    def row_loop(self, row: Row, widths: Sequence[int], scope: Scope) -> str:
        """A row once for each item."""

    def _block(self, block: Block, scope: Scope) -> str:
        if isinstance(block, Para):
            return paragraph(block.style, self.text(block.text, scope))
        if isinstance(block, Loop):
            return self.loop(block, scope)
        if isinstance(block, When):
            return self.when(block, scope)
        return self._table(block, scope)

    def text(self, text: str, scope: Scope) -> str:
        """A text with its fields as this language has them."""
        return _FIELD.sub(lambda found: self.field(found[1], scope), text)

    def row(self, row: Row, widths: Sequence[int], scope: Scope) -> str:
        """A row once."""
        return table_row([self.body(cell, scope) for cell in row.cells], widths)

    def _table(self, table: Table, scope: Scope) -> str:
        widths = table.widths
        rows = (self.row_loop(r, widths, scope) if r.loop else self.row(r, widths, scope) for r in table.rows)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
        )


def paragraph(style: str, text: str) -> str:
    """A paragraph of one run."""
    said = f'<w:r><w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{said}</w:p>'


def table_row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """A row of finished cells."""
    each = zip(cells, widths, strict=True)
    inside = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>' for cell, width in each)
    return f"<w:tr>{inside}</w:tr>"


class Jinja(Dialect):
    """docxtpl's, and docgen's: tags of paragraphs and rows stand alone in theirs."""

    def field(self, name: str, scope: Scope) -> str:
        return f"{{{{ {self._path(name, scope)} }}}}"

    def loop(self, loop: Loop, scope: Scope) -> str:
        inside = self.body(loop.body, (*scope, loop.name))
        return self._around("p", f"for {self._item(loop.name)} in {self._path(loop.name, scope)}", "endfor", inside)

    def when(self, when: When, scope: Scope) -> str:
        return self._around("p", f"if {self._path(when.flag, scope)}", "endif", self.body(when.body, scope))

    def row_loop(self, row: Row, widths: Sequence[int], scope: Scope) -> str:
        def alone(tag: str) -> str:
            cells = [paragraph(_OWN, tag), *[paragraph(_OWN, "")] * (len(widths) - 1)]
            return table_row(cells, widths)

        begin = f"{{%tr for {self._item(row.loop)} in {self._path(row.loop, scope)} %}}"
        return alone(begin) + self.row(row, widths, (*scope, row.loop)) + alone("{%tr endfor %}")

    def _around(self, kind: str, begin: str, end: str, inside: str) -> str:
        return paragraph(_OWN, f"{{%{kind} {begin} %}}") + inside + paragraph(_OWN, f"{{%{kind} {end} %}}")

    def _item(self, loop: str) -> str:
        return f"mot_{loop}"

    def _path(self, name: str, scope: Scope) -> str:
        return f"{self._item(scope[-1])}.{name}" if scope else name


class Mustache(Dialect):
    """docxtemplater's and easy-template-x's."""

    def field(self, name: str, scope: Scope) -> str:
        return f"{{{name}}}"

    def loop(self, loop: Loop, scope: Scope) -> str:
        return self._around(loop.name, self.body(loop.body, (*scope, loop.name)))

    def when(self, when: When, scope: Scope) -> str:
        return self._around(when.flag, self.body(when.body, scope))

    def row_loop(self, row: Row, widths: Sequence[int], scope: Scope) -> str:
        first, *between, last = row.cells
        begun, ended = _edged(first, f"{{#{row.loop}}}", ""), _edged(last, "", f"{{/{row.loop}}}")
        return self.row(Row((begun, *between, ended)), widths, (*scope, row.loop))

    def _around(self, name: str, inside: str) -> str:
        return paragraph(_OWN, f"{{#{name}}}") + inside + paragraph(_OWN, f"{{/{name}}}")


def _edged(cell: tuple[Block, ...], before: str, after: str) -> tuple[Block, ...]:
    only = cell[0]
    assert isinstance(only, Para)
    return (Para(only.style, f"{before}{only.text}{after}"),)


class Carbone(Dialect):
    """carbone's: a list is told by its first item and by where the second would begin."""

    def field(self, name: str, scope: Scope) -> str:
        return f"{{d{self._path(scope)}.{name}}}"

    def loop(self, loop: Loop, scope: Scope) -> str:
        first = loop.body[0]
        assert isinstance(first, Para)
        inside = (*scope, loop.name)
        return self.body(loop.body, inside) + paragraph(first.style, self._second(first.text, inside))

    def when(self, when: When, scope: Scope) -> str:
        flag = f"d{self._path(scope)}.{when.flag}"
        begin = paragraph(_OWN, f"{{{flag}:ifEQ(true):showBegin}}")
        return begin + self.body(when.body, scope) + paragraph(_OWN, f"{{{flag}:showEnd}}")

    def row_loop(self, row: Row, widths: Sequence[int], scope: Scope) -> str:
        inside = (*scope, row.loop)
        first = row.cells[0][0]
        assert isinstance(first, Para)
        second = paragraph(first.style, self._second(first.text, inside))
        cells = [second, *[paragraph(_OWN, "")] * (len(widths) - 1)]
        return self.row(row, widths, inside) + table_row(cells, widths)

    def _second(self, text: str, scope: Scope) -> str:
        return self.text(text, scope).replace(f"{scope[-1]}[i].", f"{scope[-1]}[i+1].")

    def _path(self, scope: Scope) -> str:
        return "".join(f".{loop}[i]" for loop in scope)
