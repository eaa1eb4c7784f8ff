"""A template without the styles nobody uses: what Word's style list shows is what its maintainer may choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from docgen.render import wordml
from docgen.render.wordml import Element, w

_STYLES: Final = "word/styles.xml"
_USES: Final = tuple(w(name) for name in ("pStyle", "rStyle", "tblStyle"))
_LEADS: Final = tuple(w(name) for name in ("basedOn", "next", "link"))
# What rendering puts into papers by itself: footnotes and their marks.
_BROUGHT: Final = frozenset({"FootnoteText", "FootnoteReference"})


def without_unused(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Take the styles out that nothing in the file uses; those of Word itself stay."""
    out = dict(parts)
    root = wordml.parse(parts[_STYLES])
    styles = {one.get(w("styleId"), ""): one for one in root.iterchildren(w("style"))}
    kept = set(_BROUGHT) | {name for name, one in styles.items() if one.get(w("customStyle")) is None}
    for name, xml in parts.items():
        if name.startswith("word/") and name.endswith(".xml") and name != _STYLES:
            kept |= set(_used(wordml.parse(xml)))
    waiting = list(kept)
    while waiting:
        one = styles.get(waiting.pop())
        for lead in () if one is None else one.iterchildren(*_LEADS):
            name = lead.get(wordml.VAL, "")
            if name not in kept:
                kept.add(name)
                waiting.append(name)
    for name, one in styles.items():
        if name not in kept:
            root.remove(one)
    out[_STYLES] = wordml.serialise(root)
    return out


def _used(root: Element) -> Iterator[str]:
    return (one.get(wordml.VAL, "") for one in root.iter(*_USES))
