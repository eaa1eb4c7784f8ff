"""Small words for elements and their attributes."""

from __future__ import annotations

from docgen.reading.wordml import Element, w


def tags(names: str) -> tuple[str, ...]:
    """Give the tags of some elements of WordprocessingML: ``tags("ins del")``."""
    return tuple(map(w, names.split()))


def drop(element: Element, attribute: str) -> str:
    """Remove an attribute; gives what it said, "" when it was not there."""
    said = element.get(attribute, "")
    if attribute in element.attrib:
        del element.attrib[attribute]
    return said
