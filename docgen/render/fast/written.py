"""Marked letters as runs: docgen.render.marks done to text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from docgen.render.fast import markup
from docgen.render.marks import FLAGS, TOKEN
from docgen.render.rich import NEWLINE, OPEN, TABULATOR

TEXT: Final = '<w:t xml:space="preserve">'
# A line break and a tab inside the letters of a run that holds nothing else.
BREAKS: Final = (f"</w:t><w:br/>{TEXT}", f"</w:t><w:tab/>{TEXT}")
_PLAIN: Final[frozenset[str]] = frozenset()

Look = Callable[[frozenset[str]], str]


def pieces(opening: str, look: Look, items: Sequence[str | tuple[str, str]], thing: Callable[[int], str | None]) -> str:
    """The runs that one run becomes.

    opening: its tag. look: its formatting under flags. items: markup, or the tag of a ``w:t`` and its marked letters.
    thing: carries out the mark of that number; the run that stands for it, if any.
    """
    out: list[str] = []
    content: list[str] = []
    for item in items:
        if isinstance(item, str):
            content.append(item)
        elif TOKEN.search(item[1]) is None:
            if item[1]:
                content.append(f"{item[0]}{markup.text(item[1])}</w:t>")
        else:
            # What is cut gets a new run without the old one's attributes.
            opening = "<w:r>"
            _flush(out, opening, look(_PLAIN), content)
            content = []
            _cut(out, look, item[1], thing)
    _flush(out, opening, look(_PLAIN), content)
    return "".join(out)


def _cut(out: list[str], look: Look, letters: str, thing: Callable[[int], str | None]) -> None:
    flags = _PLAIN
    content: list[str] = []
    for token in TOKEN.split(letters):
        if token in FLAGS or token.startswith(OPEN):
            made = None if token in FLAGS else thing(int(token[1:-1]))
            if token in FLAGS or made is not None:
                _flush(out, "<w:r>", look(flags), content)
                content = []
            if made is not None:
                out.append(made)
            flags ^= {token} & FLAGS.keys()
        elif token == NEWLINE:
            content.append("<w:br/>")
        elif token == TABULATOR:
            content.append("<w:tab/>")
        elif token:
            content.append(f"{TEXT}{markup.text(token)}</w:t>")
    _flush(out, "<w:r>", look(flags), content)


def _flush(out: list[str], opening: str, look: str, content: list[str]) -> None:
    if content:
        out.append(f"{opening}{look}{''.join(content)}</w:r>")
