"""A compiled part taken to pieces: docxtpl's own result, read as XML with the tags in it, becomes steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from jinja2 import Environment, nodes

from docgen.render import rich, rules, tables, wordml
from docgen.render.fast import markup
from docgen.render.fast.endings import may_lack
from docgen.render.fast.prepared import COUNTED, DOC_PR, PLACE, Prepared
from docgen.render.fast.shapes import CellShape, Letters, ParagraphShape, RunShape, SectionShape, TableShape
from docgen.render.fast.steps import Cell, For, Holder, If, Paragraph, Plain, Row, Run, Section, Static, Step, Table
from docgen.render.fast.unproved import Unproved
from docgen.render.fast.written import BREAKS
from docgen.render.rewriting import GRID_FLAG, LOOP_FLAG
from docgen.render.rich import NEWLINE
from docgen.render.styles import Styles
from docgen.render.wordml import Element, w

_HOLDERS: Final = tuple(w(name) for name in ("hdr", "ftr", "footnote", "endnote"))
_THROUGH: Final = tuple(w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "hyperlink", "fldSimple"))
_BLOCKS: Final = (*_THROUGH, *(w(name) for name in ("document", "body", "footnotes", "endnotes")))


@dataclass
class _Open:
    """A command that is not closed yet: what it is, and the steps of each of its branches."""

    node: nodes.If | nodes.For
    branches: list[tuple[nodes.Node | None, list[Step]]]


@dataclass(frozen=True)
class Lifted:
    """A part in steps.

    opening: its root's tag. has_sections: it is a body with a section for every paragraph. breaks: what a line
    break and a tab inside a printed text become where it stands; None when that depends on what stands beside it.
    """

    steps: tuple[Step, ...]
    opening: str
    has_sections: bool
    breaks: tuple[str, str] | None


def lift(patched: str, env: Environment, styles: Styles) -> Lifted:
    """Take a part to pieces. patched: what docxtpl made of it, tags plain. Raises Unproved for what is not provable."""
    return _Lift(Prepared(patched), env, styles).lifted()


class _Lift:
    def __init__(self, part: Prepared, env: Environment, styles: Styles) -> None:
        self._part, self._env, self._styles = part, env, styles
        self._known: dict[str, nodes.Node] = {}
        self._loops = 0
        self._is_simple = True
        self._tables = 0
        self._column: int | None = None

    def lifted(self) -> Lifted:
        root = self._part.root
        opening = f"{markup.opening(root)}>"
        if not self._part.is_word:
            return Lifted(tuple(self._plain(root)), opening, False, ("\n", "\t"))
        steps = tuple(self._block(root))
        return Lifted(steps, opening, self._part.is_regular, BREAKS if self._is_simple else None)

    # -- commands --

    def _sequence(self, children: Iterable[Element], steps_of: Callable[[Element], Iterable[Step]]) -> list[Step]:
        """Steps of elements that stand side by side, those between commands inside the commands' steps."""
        top: list[Step] = []
        into, opened = top, list[_Open]()
        for child in children:
            if child.tail and child.tail.strip():
                raise Unproved("letters between elements")
            if child.tag != PLACE:
                into.extend(steps_of(child))
                continue
            code = self._part.tag(child)[2:-2].strip()
            word = code.partition(" ")[0]
            if not self._part.is_command(child):
                raise Unproved("a printing tag outside letters")
            if word in ("if", "for"):
                opened.append(self._opened(code, word))
            elif not opened:
                raise Unproved("a command that ends what was not begun here")
            elif word in ("elif", "else"):
                test = self._parsed(f"{{% {code.replace('elif', 'if', 1)} %}}{{% endif %}}") if word == "elif" else None
                opened[-1].branches.append((test.test if isinstance(test, nodes.If) else None, []))
            else:
                done = opened.pop()
                self._loops -= isinstance(done.node, nodes.For)
                (opened[-1].branches[-1][1] if opened else top).append(_closed(done))
            into = opened[-1].branches[-1][1] if opened else top
        if opened:
            raise Unproved("a command that ends elsewhere")
        return top

    def _opened(self, code: str, word: str) -> _Open:
        node = self._parsed(f"{{% {code} %}}{{% end{word} %}}")
        if isinstance(node, nodes.If):
            return _Open(node, [(node.test, [])])
        if not isinstance(node, nodes.For):
            raise Unproved("an unusual command")
        self._loops += 1
        return _Open(node, [(None, [])])

    def _parsed(self, source: str) -> nodes.Node:
        """The same tags stand in many paragraphs of a template."""
        found = self._known.get(source)
        if found is None:
            found = self._known[source] = self._env.parse(source).body[0]
        return found

    def _printed(self, element: Element) -> nodes.Expr:
        output = self._parsed(self._part.tag(element))
        if not isinstance(output, nodes.Output) or len(output.nodes) != 1:
            raise Unproved("an unusual tag")
        return output.nodes[0]

    # -- the file's properties --

    def _plain(self, element: Element) -> Iterator[Step]:
        if not self._part.has_tags(element):
            yield Static(markup.whole(element).replace(NEWLINE, "\n"))
            return
        yield Static(f"{markup.opening(element)}>")
        if any(child.tag != PLACE for child in element):
            if element.text:
                raise Unproved("letters between elements")
            yield from self._sequence(element, self._plain)
        else:
            yield from self._letters_of_property(element)
        yield Static(markup.closing(element))

    def _letters_of_property(self, element: Element) -> Iterator[Step]:
        pieces: list[str | nodes.Expr] = [element.text or ""]
        for child in element:
            if self._part.is_command(child):
                raise Unproved("a command in a property")
            pieces += [self._printed(child), child.tail or ""]
        yield Plain(tuple(markup.letters(p).replace(NEWLINE, "\n") if isinstance(p, str) else p for p in pieces))

    # -- blocks --

    def _block(self, element: Element) -> Iterator[Step]:
        if element.tag == wordml.P:
            yield from self._paragraph(element)
        elif element.tag == wordml.TBL:
            yield from self._table(element)
        elif element.tag == wordml.SECTPR and self._part.is_regular:
            yield Section(SectionShape(element, "", ""))
        elif element.tag in _HOLDERS and self._part.has_tags(element):
            inside = tuple(self._sequence(element, self._block))
            opening = f"{markup.opening(element)}>{markup.letters(element.text)}"
            yield Holder(opening, inside, markup.closing(element), may_lack(inside))
        elif element.tag in _BLOCKS and (self._part.has_tags(element) or element.tag in (w("document"), wordml.BODY)):
            opening = f"{markup.opening(element)}>{markup.letters(element.text)}"
            yield Holder(opening, tuple(self._sequence(element, self._block)), markup.closing(element), may_lack=False)
        else:
            yield self._static(element)

    def _static(self, element: Element) -> Static:
        if self._part.has_tags(element):
            raise Unproved(f"tags inside {markup.name(element)}")
        if self._loops and next(element.iter(DOC_PR, *COUNTED), None) is not None:
            raise Unproved("what must be unique in a loop")
        return Static(markup.whole(element))

    def _paragraph(self, paragraph: Element) -> Iterator[Step]:
        section = paragraph.find(f"{wordml.PPR}/{wordml.SECTPR}")
        if not self._part.has_tags(paragraph):
            static = self._static(paragraph).text
            if section is None or not self._part.is_regular:
                yield Static(static)
                return
            before, _, after = static.partition(markup.whole(section))
            yield Section(SectionShape(section, before, after))
            return
        if section is not None:
            raise Unproved("tags in a paragraph that ends a section")
        if paragraph.text or (paragraph.find(wordml.PPR) is not None and paragraph[0].tag != wordml.PPR):
            raise Unproved("an unusual paragraph")
        shape = ParagraphShape(paragraph, self._styles, self._column)
        yield Paragraph(shape, tuple(self._sequence((c for c in paragraph if c.tag != wordml.PPR), self._inline)))

    def _inline(self, element: Element) -> Iterator[Step]:
        if not self._part.has_tags(element):
            yield self._static(element)
        elif element.tag == wordml.R:
            yield self._run(element)
        elif element.tag in _THROUGH and next(element.iter(wordml.P), None) is None and not element.text:
            yield Static(f"{markup.opening(element)}>")
            yield from self._sequence(element, self._inline)
            yield Static(markup.closing(element))
        else:
            raise Unproved(f"tags inside {markup.name(element)}")

    def _run(self, run: Element) -> Run:
        if self._loops and next(run.iter(DOC_PR, *COUNTED), None) is not None:
            raise Unproved("what must be unique in a loop")
        items: list[str | Letters] = []
        prints: list[nodes.Expr] = []
        for child in run:
            if child.tag == wordml.RPR:
                continue
            if not self._part.has_tags(child):
                items.append(self._static(child).text)
            elif child.tag == wordml.T:
                items.append(self._letters(child, prints))
            else:
                raise Unproved("tags deep inside a run")
        shape = RunShape(run, tuple(items))
        self._is_simple &= shape.is_simple
        return Run(shape, tuple(prints))

    def _letters(self, text: Element, prints: list[nodes.Expr]) -> Letters:
        pieces: list[str | int] = [_shown(text.text)]
        for child in text:
            if self._part.is_command(child):
                raise Unproved("a command among letters")
            pieces += [len(prints), _shown(child.tail)]
            prints.append(self._printed(child))
        return Letters(f"{markup.opening(text)}>", tuple(piece for piece in pieces if piece != ""))

    # -- tables --

    def _table(self, table: Element) -> Iterator[Step]:
        is_fitted = str(table.attrib.pop(GRID_FLAG, "")) != ""
        is_top = self._tables == 0
        children = list(table)
        if [child.tag for child in children[:2]] != [w("tblPr"), w("tblGrid")] or table.text:
            raise Unproved("an unusual table")
        if is_fitted and (self._tables or next(table.iterdescendants(wordml.TBL), None) is not None):
            raise Unproved("a table of counted columns in or around another")
        grid = children[1]
        if is_fitted and (grid.attrib or any(column.tag != w("gridCol") for column in grid)):
            raise Unproved("unusual columns")
        shape = TableShape(table, is_fitted=is_fitted)
        self._tables += 1
        inside = self._sequence(children[2:], lambda row: self._row(row, is_fitted=is_fitted))
        self._tables -= 1
        may_vanish = not any((isinstance(s, Row) and not s.may_lack) or isinstance(s, Static) for s in inside)
        if any(c.tag not in (wordml.TR, PLACE) for c in children[2:]) and (may_vanish or self._part.has_tags(table)):
            raise Unproved("a table of unusual rows")
        yield Table(shape, tuple(inside), may_vanish, is_top)

    def _row(self, row: Element, *, is_fitted: bool) -> Iterator[Step]:
        if row.tag != wordml.TR or (not self._part.has_tags(row) and not is_fitted):
            yield self._static(row)
            return
        heads = [c for c in row if c.tag in (w("tblPrEx"), w("trPr"))]
        cells = [c for c in row if c not in heads]
        if row.text or list(row)[: len(heads)] != heads or any(c.tag not in (wordml.TC, PLACE) for c in cells):
            raise Unproved("an unusual row")
        is_still = all(c.tag == wordml.TC for c in cells)
        inside = self._sequence(cells, lambda cell: self._cell(cell, is_still=is_still and not is_fitted))
        opening = f"{markup.opening(row)}>" + "".join(markup.whole(head) for head in heads)
        may_vanish = not any(isinstance(step, Cell) for step in inside)
        yield Row(opening, tuple(inside), tables.columns_before(row), may_vanish)

    def _cell(self, cell: Element, *, is_still: bool) -> Iterator[Step]:
        """is_still: its width is known."""
        outer = self._column
        # A width of 0 is a width too: no rule is drawn then.
        self._column = rules.column_twip(cell[-1], self._styles) if is_still and len(cell) else -1
        if cell.text or (cell.find(w("tcPr")) is not None and cell[0].tag != w("tcPr")):
            raise Unproved("an unusual cell")
        inside = tuple(self._sequence((c for c in cell if c.tag != w("tcPr")), self._block))
        self._column = outer
        width = tables.cell_width(cell, 0)
        cell.attrib.pop(LOOP_FLAG, "")
        yield Cell(CellShape(cell, width), inside, may_lack(inside))


def _shown(text: str | None) -> str:
    return rich.show_braces(text) if text else ""


def _closed(done: _Open) -> Step:
    if isinstance(done.node, nodes.If):
        return If(tuple((test, tuple(inside)) for test, inside in done.branches))
    if len(done.branches) > 2 or not isinstance(done.node.target, nodes.Name):
        raise Unproved("an unusual loop")
    other = tuple(done.branches[1][1]) if len(done.branches) == 2 else ()
    return For(done.node.target.name, done.node.iter, done.node.test, tuple(done.branches[0][1]), other)
