"""One part of a template, ready to be written as text."""

from __future__ import annotations

from typing import Final

from jinja2 import Environment

from docgen.render.fast import markup
from docgen.render.fast.code import Function, function
from docgen.render.fast.lift import lift
from docgen.render.fast.notes import Notes
from docgen.render.fast.page import Page
from docgen.render.fast.rulebook import Rulebook
from docgen.render.fast.unproved import Unproved
from docgen.render.styles import Styles

# Between two looks at how long the text has become it may grow by so much.
_GROWTH_CHARS: Final = 50_000_000


class Part:
    """A part as a function of words. patched: what docxtpl made of it, tags plain; is_body: footnotes go into it.

    Raises Unproved when strings cannot do it.
    """

    def __init__(self, patched: str, env: Environment, styles: Styles, *, is_body: bool) -> None:
        lifted = lift(patched, env, styles)
        self.is_body = is_body
        self._takes_notes = is_body and lifted.has_sections
        # What docgen.render.fast.lift says of a line break and a tab in a printed text.
        self.breaks = lifted.breaks
        self._rulebook = Rulebook(lifted.opening, styles)
        self._prints = patched.count("{{") + 1
        self._steps = lifted.steps
        self._functions: dict[bool, Function] = {}
        # Found out now whether it can be done; the other function is made when words first need it.
        self._function(is_clean=True)

    def page(self, notes: Notes, longest: int) -> Page:
        """A new page for one rendering. longest: no text is longer. Raises Unproved when printing may not end."""
        pace = _GROWTH_CHARS // (self._prints * (longest + 1))
        if not pace:
            raise Unproved("a very long text")
        return Page(self._rulebook, notes if self._takes_notes else None, pace)

    def _function(self, *, is_clean: bool) -> Function:
        found = self._functions.get(is_clean)
        if found is None:
            found = self._functions[is_clean] = function(self._steps, is_clean=is_clean)
        return found

    def write(self, words: dict[str, object], page: Page, *, is_clean: bool) -> str:
        """The part that says ``words``. Raises Unproved, or anything else when the words do not fit the template."""
        self._function(is_clean=is_clean)(words, page)
        return f"{markup.HEAD}{page.done()}"
