"""Marks of a comment around some words of a paragraph; a run that holds more than those words is cut in two."""

from __future__ import annotations

import copy
from typing import Final

from lxml import etree

from docgen.checking.anchors import Element, local, words

_NS_XML: Final = "http://www.w3.org/XML/1998/namespace"
_SPACE: Final = f"{{{_NS_XML}}}space"
_HEADS: Final = {"pPr"}


def mark(p: Element, number: int, khoang: tuple[int, int] | None, text: str) -> None:
    """Put comment ``number`` on a w:p: on the characters ``khoang`` of its ``text``, or on all of it.

    Where the words of the paragraph are not spelled in the file as they were read (decomposed letters, symbols,
    joined paragraphs), the whole paragraph is marked.
    """
    ns = p.tag.rpartition("}")[0] + "}"
    start = etree.Element(f"{ns}commentRangeStart", {f"{ns}id": str(number)})
    end = etree.Element(f"{ns}commentRangeEnd", {f"{ns}id": str(number)})
    first = sum(1 for child in p if local(child) in _HEADS)
    last = len(p)
    if khoang is not None and khoang[0] < khoang[1] and words(p) == text:
        # The end first: cutting there leaves the place of the start where it is.
        last = _cut(p, khoang[1], 1)
        length = len(p)
        first = _cut(p, khoang[0], 0)
        last += len(p) - length
    p.insert(last, end)
    p.insert(last + 1, _reference(ns, number))
    p.insert(first, start)


def _cut(p: Element, at: int, past: int) -> int:
    """Find the index of the child that begins at character ``at``, cutting a run if need be.

    past: how far to move on over a child that cannot be cut (1 for an end, 0 for a start).
    """
    passed = 0
    for index, child in enumerate(p):
        length = len(words(child))
        if length and passed >= at:
            return index
        if passed < at < passed + length:
            return index + 1 if _cut_run(child, at - passed) else index + past
        passed += length
    return len(p)


def _cut_run(run: Element, at: int) -> bool:
    """Cut a run of plain words before character ``at``; tell whether it could be done."""
    content = [child for child in run if local(child) != "rPr"]
    if local(run) != "r" or len(content) != 1 or local(content[0]) != "t":
        return False
    text = content[0].text or ""
    rest = copy.deepcopy(run)
    for one, part in ((run, text[:at]), (rest, text[at:])):
        t = next(child for child in one if local(child) == "t")
        t.text = part
        t.set(_SPACE, "preserve")
    run.addnext(rest)
    return True


def _reference(ns: str, number: int) -> Element:
    run = etree.Element(f"{ns}r")
    etree.SubElement(run, f"{ns}commentReference", {f"{ns}id": str(number)})
    return run
