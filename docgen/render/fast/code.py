"""Steps as one Python function, written out as source: what the words decide is plain Python, the rest is text.

Nothing of a template enters the source but by ``repr``; names are made here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from docgen.render.fast.expressions import CALLED, Scope
from docgen.render.fast.lines import Lines, may_be_rule
from docgen.render.fast.page import Page
from docgen.render.fast.steps import Cell, For, Holder, If, Paragraph, Plain, Row, Run, Section, Static, Step, Table
from docgen.render.fast.values import escaped, flat, plainly

Function = Callable[[dict[str, object], Page], None]


def function(steps: Iterable[Step], *, is_clean: bool) -> Function:
    """A function that writes a part on a page. is_clean: only for words that hold no sign to be escaped or marked."""
    writer = _Writer(is_clean=is_clean)
    writer.body(steps)
    lines = ["def write(w, page):", "    out = page.out", "    add = out.append", *writer.lines]
    scope: dict[str, object] = {**CALLED, **writer.shapes, "plainly": plainly, "escaped": escaped, "flat": flat}
    exec(compile("\n".join(lines), "<docgen: a part>", "exec"), scope)  # noqa: S102
    made: Function = scope["write"]  # type: ignore[assignment]
    return made


class _Writer(Lines):
    def __init__(self, *, is_clean: bool) -> None:
        super().__init__(is_clean=is_clean)
        # The name of the list that rows or cells of a table of counted columns go into.
        self._cells = ""

    def body(self, steps: Iterable[Step]) -> None:
        """The whole function."""
        self._steps(tuple(steps), is_all=True)
        self.flush()
        self.line("return")

    def _block(self, steps: tuple[Step, ...]) -> None:
        """Steps that are not taken in every case, indented."""
        outer, self.scope = self.scope, Scope(self.scope)
        before = len(self.lines)
        self._steps(steps, is_all=False)
        self.flush()
        if len(self.lines) == before:
            self.line("pass")
        self.scope = outer
        self.depth -= 1

    # -- steps --

    def _steps(self, steps: tuple[Step, ...], *, is_all: bool) -> None:
        """Steps side by side; is_all: nothing stands before them in their cell or body."""
        since = ""
        if any(may_be_rule(step) for step in steps):
            self.flush()
            since = self.name("m")
            self.line(f"{since} = len(out)")
        for step in steps:
            self._step(step, since, is_all=is_all)

    def _step(self, step: Step, since: str, *, is_all: bool) -> None:
        if isinstance(step, Static):
            self.still.append(step.text)
        elif isinstance(step, Plain):
            self._plain(step)
        elif isinstance(step, Paragraph):
            self._paragraph(step, since, is_all=is_all)
        elif isinstance(step, Run):
            self.run(step)
        elif isinstance(step, If):
            self._if(step)
        elif isinstance(step, For):
            self._for(step)
        elif isinstance(step, Table):
            self._table(step)
        elif isinstance(step, Row):
            self._row(step)
        elif isinstance(step, Cell):
            self._cell(step)
        elif isinstance(step, Holder):
            self.still.append(step.opening)
            self._held_whole(step.inside, may_lack=step.may_lack)
            self.still.append(step.closing)
        elif isinstance(step, Section):
            self.flush()
            self.line(f"page.section({self.shape(step.shape)})")

    def _if(self, step: If) -> None:
        self.flush()
        self.hold(step.branches[0][0])
        for at, (test, inside) in enumerate(step.branches):
            self.begin("else:" if test is None else f"{'elif' if at else 'if'} {self.source(test)}:")
            self._block(inside)

    def _for(self, step: For) -> None:
        self.flush()
        self.hold(step.source)
        listed, turns, one = self.name("l"), self.name("l"), self.name("x")
        self.line(f"{listed} = {self.source(step.source)}")
        self.line(f"{turns} = page.turn({listed})")
        outer = self.scope
        self.scope = Scope(outer)
        self.scope.names[step.name] = one
        self.scope.counters = None
        if step.test is not None:
            self.line(f"{listed} = {turns} = [{one} for {one} in {turns} if {self.source(step.test)}]")
        at = self.name("i")
        # Two names that the body asks for only when it counts.
        self.scope.counters = (at, f"len({listed})")
        line = len(self.lines)
        self.begin("")
        self._block(step.inside)
        counts = any(at in used for used in self.lines[line:])
        head = f"for {at}, {one} in enumerate({turns}):" if counts else f"for {one} in {turns}:"
        self.lines[line] = "    " * self.depth + head
        self.scope = outer
        if step.other:
            self.begin(f"if not {listed}:")
            self._block(step.other)

    def _plain(self, step: Plain) -> None:
        self.flush()
        pieces = [repr(p) if isinstance(p, str) else f"flat({self.source(p)})" for p in step.pieces if p != ""]
        self.line(f"add({' + '.join(pieces)})")

    # -- paragraphs --

    def _paragraph(self, step: Paragraph, since: str, *, is_all: bool) -> None:
        since = since if may_be_rule(step) else "-1"
        if not all(isinstance(inside, (Static, Run)) for inside in step.inside):
            self.flush()
            shape, at = self.shape(step.shape), self.name("k")
            self.line(f"{at} = len(out)")
            self.line(f"add({shape}.head)")
            for inside in step.inside:
                self._step(inside, "", is_all=False)
            self.still.append("</w:p>")
            self.flush()
            self.line(f"if page.touched: page.finish({shape}, {at}, {since}, {is_all})")
            return
        self.flat(step, since, is_all=is_all)

    # -- tables --

    def _held_whole(self, inside: tuple[Step, ...], *, may_lack: bool) -> None:
        """What a cell or a header holds, with a paragraph at the end."""
        if not may_lack:
            self._steps(inside, is_all=True)
            return
        self.flush()
        mark = self.name("m")
        self.line(f"{mark} = len(out)")
        self._steps(inside, is_all=True)
        self.flush()
        self.line(f"if len(out) == {mark} or out[-1].endswith('</w:tbl>'): add('<w:p/>')")

    def _table(self, step: Table) -> None:
        self.flush()
        shape = self.shape(step.shape)
        outer, self._cells = self._cells, ""
        start, rows = self.name("m"), self.name("r")
        self.line(f"{start} = len(out)")
        if step.shape.is_fitted:
            self._cells = rows
            self.line(f"{rows} = []")
            self.line("add('')")
        else:
            self.line(f"add({step.shape.head!r})")
        self._steps(step.inside, is_all=False)
        self.flush()
        self._cells = outer
        self._unless_empty(start, may_lack=step.may_lack)
        if step.shape.is_fitted:
            self.line(f"page.fit({shape}, {start}, {rows}, {step.is_top})")
        elif step.is_top:
            self.line(f"page.table({shape})")
        self.line("add('</w:tbl>')")
        self.depth -= 1

    def _unless_empty(self, start: str, *, may_lack: bool) -> None:
        """Drop what holds nothing but its head, and begin what is done otherwise."""
        if not may_lack:
            self.begin("if True:")
            return
        self.begin(f"if len(out) == {start} + 1:")
        self.line(f"del out[{start}:]")
        self.depth -= 1
        self.begin("else:")

    def _row(self, step: Row) -> None:
        self.flush()
        start, cells, rows = self.name("m"), self.name("c"), self._cells
        self.line(f"{start} = len(out)")
        self.line(f"add({step.opening!r})")
        if rows:
            self.line(f"{cells} = []")
            self._cells = cells
        self._steps(step.inside, is_all=False)
        self.flush()
        self._cells = rows
        self._unless_empty(start, may_lack=step.may_lack)
        self.line("add('</w:tr>')")
        if rows:
            self.line(f"{rows}.append(({step.before}, {cells}))")
        self.depth -= 1

    def _cell(self, step: Cell) -> None:
        cells = self._cells
        if cells:
            self.flush()
            place = self.name("p")
            self.line(f"{place} = len(out)")
            self.line("add('')")
        else:
            self.still.append(step.shape.head)
            self.flush()
        self.line("page.rong = None")
        self._held_whole(step.inside, may_lack=step.may_lack)
        self.still.append("</w:tc>")
        self.flush()
        if cells:
            self.line(f"{cells}.append(({place}, {self.shape(step.shape)}, page.rong or 0))")
        else:
            self.line("if page.rong is not None: raise Unproved('a width in a table of still columns')")
