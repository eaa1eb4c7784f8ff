"""A compiled part as a tree with its tags as elements, and what of making it whole does not depend on words."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from docgen.render import wordml
from docgen.render.fast.unproved import Unproved
from docgen.render.whole import NEED_PARAGRAPH
from docgen.render.wordml import Element, w

PLACE: Final = "docgen-tag"
DOC_PR: Final = f"{{{wordml.NS_WP}}}docPr"
# What must not be there twice.
COUNTED: Final = tuple(w(n) for n in ("bookmarkStart", "bookmarkEnd", "footnoteReference", "endnoteReference"))
_TAG: Final = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)


class Prepared:
    """The tree of a part. patched: what docxtpl made of it, tags plain.

    root: its root. is_word: it is one of Word's, not the file's properties. is_regular: sections end only where the
    body's own paragraphs, or the body, end, and every table stands in the body or in another table. Raises Unproved.
    """

    def __init__(self, patched: str) -> None:
        self._tags: list[str] = []
        try:
            self.root = wordml.parse(_TAG.sub(self._place, patched).encode())
        except etree.XMLSyntaxError as error:
            raise Unproved("tags that cut through elements") from error
        self._tagged = _with_tags(self.root)
        self.is_word = self.root.tag.startswith(f"{{{wordml.NS_W}}}")
        self.is_regular = False
        if self.is_word:
            self._check()
            self._lift_commands()
            self._make_whole()
            body = self.root.find(wordml.BODY)
            self.is_regular = body is not None and _is_regular(body)

    def has_tags(self, element: Element) -> bool:
        """Whether an element is a tag or has one in it."""
        return element in self._tagged

    def tag(self, element: Element) -> str:
        """The tag an element stands for."""
        return self._tags[int(element.get("n", ""))]

    def is_command(self, element: Element) -> bool:
        """Whether an element stands for a tag that prints nothing."""
        return element.tag == PLACE and self.tag(element).startswith("{%")

    def _place(self, found: re.Match[str]) -> str:
        self._tags.append(found.group())
        return f'<{PLACE} n="{len(self._tags) - 1}"/>'

    def _check(self) -> None:
        """Names are written as usual; what must be unique is."""
        if any(e.tag.startswith(f"{{{wordml.NS_W}}}") and e.prefix != "w" for e in self.root.iter()):
            raise Unproved("an unusual prefix")
        drawings = [e.get("id") for e in self.root.iter(DOC_PR)]
        counted = [(e.tag, e.get(w("id"))) for e in self.root.iter(*COUNTED)]
        if len(set(drawings)) != len(drawings) or len(set(counted)) != len(counted):
            raise Unproved("numbers that are not unique")

    def _lift_commands(self) -> None:
        """A command alone in its run stands for the run, which would be left without letters."""
        for text in list(self.root.iter(wordml.T)):
            run = text.getparent()
            around = None if run is None else run.getparent()
            if run is None or around is None or run.tag != wordml.R:
                raise Unproved("text outside a run")
            if len(text) == 1 and not text.text and not text[0].tail and self.is_command(text[0]):
                if any(child.tag != wordml.RPR and child is not text for child in run):
                    raise Unproved("a command among other things in a run")
                around.replace(run, text[0])

    def _make_whole(self) -> None:
        """What docgen.render.whole does whatever the words are."""
        for text in [t for t in self.root.iter(wordml.T) if not len(t) and not t.text]:
            _remove(text)
        for run in [r for r in self.root.iter(wordml.R) if all(child.tag == wordml.RPR for child in r)]:
            _remove(run)
        for tag, child in ((wordml.TR, wordml.TC), (wordml.TBL, wordml.TR)):
            for element in self.root.iter(tag):
                if next(element.iterchildren(child, w("sdt"), w("customXml")), None) is None:
                    raise Unproved("a row without cells or a table without rows")
        for holder in list(self.root.iter(*NEED_PARAGRAPH)):
            last = next(holder.iterchildren(wordml.P, wordml.TBL, w("sdt"), reversed=True), None)
            if (last is None or last.tag == wordml.TBL) and not self.has_tags(holder):
                holder.append(holder.makeelement(wordml.P))


def _is_regular(body: Element) -> bool:
    for section in body.iter(wordml.SECTPR):
        paragraph = wordml.ancestor(section, wordml.P)
        if section.getparent() is not body and (paragraph is None or paragraph.getparent() is not body):
            return False
    for table in body.iter(wordml.TBL):
        if table.getparent() is not body and wordml.ancestor(table, wordml.TBL) is None:
            return False
    return len(body) > 0 and body[-1].tag == wordml.SECTPR


def _with_tags(root: Element) -> set[Element]:
    """Every tag and all elements around it."""
    found: set[Element] = set()
    for tag in root.iter(PLACE):
        element: Element | None = tag
        while element is not None and element not in found:
            found.add(element)
            element = element.getparent()
    return found


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
