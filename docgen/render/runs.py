"""Cutting a run of letters into several that look the same."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy

from lxml import etree

from docgen.render import wordml
from docgen.render.wordml import Element


def text_element(text: str) -> Element:
    """``w:t`` holding ``text`` with every blank kept."""
    element = etree.Element(wordml.T, nsmap={"w": wordml.NS_W})
    element.text = text
    element.set(wordml.SPACE, "preserve")
    return element


def empty_like(run: Element) -> Element:
    """A run with the formatting of ``run`` and nothing in it."""
    made = run.makeelement(wordml.R)
    rpr = run.find(wordml.RPR)
    if rpr is not None:
        made.append(deepcopy(rpr))
    return made


def split(run: Element, at: Element, pieces: Sequence[Element]) -> None:
    """Put the runs ``pieces`` where the child ``at`` of ``run`` was.

    What stood before and after ``at`` in the run stays, in runs of the same formatting; runs left without content
    are not kept.
    """
    children = [child for child in run if child.tag != wordml.RPR]
    index = children.index(at)
    before, after = empty_like(run), empty_like(run)
    before.extend(children[:index])
    after.extend(children[index + 1 :])
    parent = run.getparent()
    assert parent is not None, "a run outside a paragraph"
    place = parent.index(run)
    tail = [r for r in (before, *pieces, after) if any(child.tag != wordml.RPR for child in r)]
    parent.remove(run)
    for offset, piece in enumerate(tail):
        parent.insert(place + offset, piece)
