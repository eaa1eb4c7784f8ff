"""Making a part ready for docxtpl: each tag whole and plain in one piece of text, nothing else touched.

docxtpl's regular expressions cut through XML; they are right only when a tag does not straddle elements. They are
never shown a tag that does.
"""

from __future__ import annotations

import re
from typing import Final

from docgen.render import runs, wordml
from docgen.render.rich import NEWLINE, hide_braces
from docgen.render.tagged import Block, Unit
from docgen.render.tags import Tag
from docgen.render.wordml import Element, w

# On a table with {%tc %} tags: its columns are to be counted again. On a cell: it stands in a {%tc for %}.
GRID_FLAG: Final = "docgen-grid"
LOOP_FLAG: Final = "docgen-loop"
_W15: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_EDITING: Final = re.compile(r"\}(rsid\w*|paraId|textId)$")
_NOISE: Final = (w("proofErr"), w("lastRenderedPageBreak"))
_BOOKMARK: Final = (w("bookmarkStart"), w("bookmarkEnd"))
_SCOPED_COMMENT_PARTS: Final = {"p": wordml.P, "tr": wordml.TR, "tc": wordml.TC}
_OPENING: Final = re.compile(r"(\{\{ |\{%(?:p|tr|tc|r)? )")
_TAG: Final = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
_STATEMENT: Final = re.compile(r"(\{%.*?%\})", re.DOTALL)


def prepare(root: Element, blocks: list[Block]) -> None:
    """Rewrite ``root`` in place so that every tag is canonical, whole, and alone in its run when it is a command."""
    _flag_grids(blocks)
    for block in blocks:
        if block.tags:
            _gather(block)
    for block in blocks:
        for tag in block.tags:
            if tag.opener == "{#" and tag.scope in _SCOPED_COMMENT_PARTS:
                _drop(block.holder, _SCOPED_COMMENT_PARTS[tag.scope])
    _tidy(root)
    _hide_braces(root)
    for text in list(root.iter(wordml.T)):
        _isolate(text)
    _one_line_each(root)


def _flag_grids(blocks: list[Block]) -> None:
    """Remember which tables change their columns, and which cells a loop repeats."""
    inside = 0
    cells: dict[Element, str] = {}
    for block in blocks:
        cell = wordml.ancestor(block.holder, wordml.TC)
        for tag in block.tags:
            if tag.scope == "tc" and cell is not None:
                cells[cell] = tag.word
    for table in {table for cell in cells if (table := wordml.ancestor(cell, wordml.TBL)) is not None}:
        table.set(GRID_FLAG, "1")
        for cell in table.iterfind(f"{wordml.TR}/{wordml.TC}"):
            inside += (cells.get(cell) == "for") - (cells.get(cell) == "endfor")
            if inside:
                cell.set(LOOP_FLAG, "1")


def _gather(block: Block) -> None:
    """Write each tag into the piece of text where it begins; take it out of the pieces it ran on into."""
    written: list[list[str]] = [[] for _ in block.units]
    starts = {tag.start: tag for tag in block.tags}
    inside: Tag | None = None
    swallowed: list[Unit] = []
    position = 0
    for index, unit in enumerate(block.units):
        for char in unit.text:
            if inside is not None and position >= inside.end:
                inside = None
            if position in starts:
                inside = starts[position]
                written[index].append("" if inside.opener == "{#" else str(inside))
            elif inside is None:
                written[index].append(char)
            position += 1
        if inside is not None and unit.element.tag in (wordml.TAB, wordml.BR, w("cr")):
            swallowed.append(unit)
    for unit, pieces in zip(block.units, written, strict=True):
        if unit.element.tag == wordml.T:
            unit.element.text = "".join(pieces)
            unit.element.set(wordml.SPACE, "preserve")
        elif not block.is_paragraph:
            unit.element.text = "".join(pieces)
    for unit in swallowed:
        parent = unit.element.getparent()
        if parent is not None:
            parent.remove(unit.element)


def _drop(paragraph: Element, tag: str) -> None:
    held = paragraph if tag == wordml.P else wordml.ancestor(paragraph, tag)
    parent = None if held is None else held.getparent()
    if held is not None and parent is not None:
        parent.remove(held)


def _tidy(root: Element) -> None:
    """Take out what only editing needs: it would be doubled by loops, and it says who edited when."""
    bookmarks = {e.get(w("id")) for e in root.iter(w("bookmarkStart")) if e.get(w("name")) != "_GoBack"}
    for element in list(root.iter()):
        for name in [str(n) for n in element.attrib]:
            if _EDITING.search(name) and name.startswith((f"{{{wordml.NS_W}}}rsid", _W15)):
                del element.attrib[name]
        is_go_back = element.tag in _BOOKMARK and element.get(w("id")) not in bookmarks
        if element.tag in _NOISE or is_go_back:
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)


def _hide_braces(root: Element) -> None:
    """Hide the braces of plain text in a part: docxtpl would take two of them for a tag, even across paragraphs."""
    for element in root.iter():
        if element.text and ("{" in element.text or "}" in element.text):
            pieces = _TAG.split(element.text)
            pieces[::2] = map(hide_braces, pieces[::2])
            element.text = "".join(pieces)


def _isolate(text: Element) -> None:
    """A command inside a line gets its run alone, so that what it cuts out are whole runs."""
    run = text.getparent()
    content = text.text or ""
    if run is None or run.tag != wordml.R or "{%" not in content:
        return
    pieces = [piece for piece in _STATEMENT.split(content) if piece]
    others = [child for child in run if child.tag != wordml.RPR and child is not text]
    if len(pieces) == 1 and not others:
        return
    made = []
    for piece in pieces:
        part = runs.empty_like(run)
        part.append(runs.text_element(piece))
        made.append(part)
    runs.split(run, text, made)


def _one_line_each(root: Element) -> None:
    """Put one line break after each opening bracket and none elsewhere: a line number then tells the tag.

    In Word's text a line break is a blank; in a property of the file it is one and is kept as a mark.
    """
    blank = " " if root.tag.startswith(f"{{{wordml.NS_W}}}") else NEWLINE
    for element in root.iter():
        if len(element) and element.text and not element.text.strip():
            element.text = None
        if element.tail and not element.tail.strip():
            element.tail = None
        element.tail = element.tail and element.tail.replace("\n", " ")
        if element.text:
            text = element.text.replace("\n", blank)
            element.text = _OPENING.sub(r"\1" + "\n", text)
