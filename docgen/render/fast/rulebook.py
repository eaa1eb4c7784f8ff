"""The indents of drawn lines, measured by docgen.render.rules and remembered by the text above them."""

from __future__ import annotations

from typing import Final

from lxml import etree

from docgen.render import rules, wordml
from docgen.render.fast import markup
from docgen.render.fast.above import Above, cut
from docgen.render.fast.shapes import ParagraphShape
from docgen.render.fast.unproved import Unproved
from docgen.render.styles import Styles
from docgen.render.wordml import Element

# A batch has a few texts above its rules; beyond this many all are forgotten.
_MOST: Final = 512
_MOST_LAID_OUT: Final = 64

Ends = tuple[int, int] | None


class Rulebook:
    """For one part. opening: the opening tag of its root, with all namespaces."""

    def __init__(self, opening: str, styles: Styles) -> None:
        self._head = f"{opening}<w:body>"
        name = opening[1:].split(None, 1)[0].rstrip(">")
        self._tail = f"</w:p></w:body></{name}>"
        self._styles = styles
        self._known: dict[tuple[object, ...], Ends] = {}
        self._above: dict[tuple[object, ...], Above] = {}

    def ends(self, shape: ParagraphShape, above: str, *, is_all: bool, share: tuple[float, float], column: int) -> Ends:
        """The left and right indent of a rule in twips, None to leave it as it is.

        above: markup of what stands before the rule in its cell or in the body; is_all: of all of it. column: the
        room in twips. Raises Unproved when there is nothing to measure, or not all of it is in ``above``.
        """
        key = (id(shape), above, is_all, share, column)
        found = self._known.get(key, ())
        if found != ():
            return found  # type: ignore[return-value]
        ends = self._measured(shape, above, is_all=is_all, share=share, column=column)
        if len(self._known) >= _MOST:
            self._known.clear()
        self._known[key] = ends
        return ends

    def _measured(
        self, shape: ParagraphShape, above: str, *, is_all: bool, share: tuple[float, float], column: int
    ) -> Ends:
        try:
            markup_of, texts = cut(above)
            laid_out = self._laid_out(shape, markup_of, is_all=is_all, column=column)
        except (Unproved, etree.XMLSyntaxError):
            lines = self._lines(shape, above, is_all=is_all)
            return rules.indents(lines, shape.own, column, share, self._styles)
        return rules.ends(laid_out.widths_pt(texts), shape.own, column, share)

    def _laid_out(self, shape: ParagraphShape, markup_of: str, *, is_all: bool, column: int) -> Above:
        key = (id(shape), markup_of, is_all, column)
        found = self._above.get(key)
        if found is None:
            if len(self._above) >= _MOST_LAID_OUT:
                self._above.clear()
            lines = self._lines(shape, markup_of, is_all=is_all)
            found = self._above[key] = Above(lines, column, self._styles)
        return found

    def _lines(self, shape: ParagraphShape, above: str, *, is_all: bool) -> list[Element]:
        body = wordml.parse(f"{markup.HEAD}{self._head}{above}{shape.head}{self._tail}".encode())[-1]
        lines = rules.lines_above(body[-1], self._styles)
        if not lines or (lines[0].getprevious() is None and not is_all):
            raise Unproved("a rule under nothing, or under more than is known")
        return lines
