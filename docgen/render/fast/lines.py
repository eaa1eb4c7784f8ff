"""Writing Python source line by line, and what of it prints letters."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes

from docgen.render.fast import markup
from docgen.render.fast.expressions import Scope, first_path, source
from docgen.render.fast.shapes import Letters, RunShape
from docgen.render.fast.steps import Paragraph, Run, Static, Step


class Lines:
    """Source in the making.

    is_clean: it is for words that hold no sign to be escaped or marked. shapes: what it calls by name. still: markup
    that is written in any case, not yet a line. scope: names in force.
    """

    def __init__(self, *, is_clean: bool) -> None:
        self.is_clean = is_clean
        self.lines: list[str] = []
        self.shapes: dict[str, object] = {}
        self.still: list[str] = []
        self.scope = Scope()
        self.depth = 1
        self._count = 0

    def line(self, text: str) -> None:
        """One line."""
        self.lines.append("    " * self.depth + text)

    def name(self, letter: str) -> str:
        """A new name."""
        self._count += 1
        return f"{letter}{self._count}"

    def shape(self, shape: object) -> str:
        """The name by which the source calls a shape."""
        name = self.name("S")
        self.shapes[name] = shape
        return name

    def flush(self) -> None:
        """Write what is still to be written, before something that depends on words."""
        if self.still:
            self.line(f"add({''.join(self.still)!r})")
            self.still = []

    def begin(self, line: str) -> None:
        """A line that opens a block; the next ones are inside."""
        self.line(line)
        self.depth += 1

    def hold(self, node: nodes.Node | None) -> None:
        """Keep in a variable what the expression looks up in any case."""
        path = first_path(node, self.scope)
        if path is not None and path not in self.scope.held and "[" in path:
            name = self.name("v")
            self.line(f"{name} = {path}")
            self.scope.held[path] = name

    def source(self, node: nodes.Node) -> str:
        """The Python expression of a node."""
        return source(node, self.scope)

    def values(self, prints: Iterable[nodes.Node]) -> tuple[list[str], list[str], list[str]]:
        """Variables of values as they are, and of them as text; what must hold for all of them to be text."""
        values, texts, tests = [], [], []
        for node in prints:
            self.hold(node)
            value, text = self.source(node), self.name("t")
            if not value.isidentifier():
                self.line(f"{(name := self.name('v'))} = {value}")
                value = name
            if self.is_clean:
                self.line(f"{text} = {value} if {value}.__class__ is str else plainly({value})")
            else:
                self.line(f"{text} = escaped({value})")
            values.append(value)
            texts.append(text)
            tests.append(f"{text} is not None")
        return values, texts, tests

    def flat(self, step: Paragraph, since: str, *, is_all: bool) -> None:
        """A paragraph of runs without commands between them: one piece of text when all values are letters."""
        shape = self.shape(step.shape)
        self.flush()
        runs = [inside for inside in step.inside if isinstance(inside, Run)]
        values, texts, tests = self.values(node for run in runs for node in run.prints)
        literal, used, items = [repr(step.shape.head)], 0, []
        for inside in step.inside:
            if isinstance(inside, Static):
                literal.append(repr(inside.text))
                items.append(repr(inside.text))
            elif isinstance(inside, Run):
                mine = texts[used : used + len(inside.prints)]
                used += len(inside.prints)
                literal += _literal(inside.shape, mine)
                tests += _never_empty(inside.shape, mine)
                items.append(self.shape(inside.shape))
        literal.append(repr("</w:p>"))
        self.begin(f"if {' and '.join(tests)}:")
        self.line(f"add({' '.join(literal)})")
        self.depth -= 1
        self.begin("else:")
        given = f"({''.join(item + ', ' for item in items)}), ({''.join(value + ', ' for value in values)})"
        self.line(f"page.paragraph({shape}, {given}, {since}, {is_all})")
        self.depth -= 1

    def run(self, step: Run) -> None:
        """A run among commands."""
        self.flush()
        values, texts, tests = self.values(step.prints)
        tests += _never_empty(step.shape, texts)
        self.begin(f"if {' and '.join(tests)}:")
        self.line(f"add({' '.join(_literal(step.shape, texts))})")
        self.depth -= 1
        self.begin("else:")
        self.line(f"page.run({self.shape(step.shape)}, ({''.join(value + ', ' for value in values)}))")
        self.depth -= 1


def may_be_rule(step: Step) -> bool:
    """Whether a paragraph may be nothing but a drawn line."""
    if not isinstance(step, Paragraph) or not step.shape.is_rule:
        return False
    runs = [inside for inside in step.inside if isinstance(inside, Run)]
    return not any(isinstance(i, Letters) and i.is_never_empty for run in runs for i in run.shape.items)


def _literal(shape: RunShape, texts: list[str]) -> list[str]:
    """Source of a run's markup, its values already text."""
    out = [repr(shape.opening + shape.look(frozenset()))]
    for item in shape.items:
        if isinstance(item, str):
            out.append(repr(item))
            continue
        out.append(repr(item.opening))
        out += [repr(markup.text(p)) if isinstance(p, str) else f"f'{{{texts[p]}}}'" for p in item.pieces]
        out.append(repr("</w:t>"))
    return [*out, repr("</w:r>")]


def _never_empty(shape: RunShape, texts: list[str]) -> list[str]:
    """Tests that no ``w:t`` of a run is empty."""
    lacking = [item.pieces for item in shape.items if isinstance(item, Letters) and not item.is_never_empty]
    return [f"({' or '.join(texts[piece] for piece in pieces if isinstance(piece, int))})" for pieces in lacking]
