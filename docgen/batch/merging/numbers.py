"""Numbers that must be given once in a whole file, whoever asks for them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from docgen.reading.wordml import NS_WP, VAL, Element, w

_RANGES: Final = (
    "bookmark",
    "perm",
    "moveFromRange",
    "moveToRange",
    "customXmlInsRange",
    "customXmlDelRange",
    "customXmlMoveFromRange",
    "customXmlMoveToRange",
)
_SINGLE: Final = (
    "ins del moveFrom moveTo cellIns cellDel cellMerge rPrChange pPrChange sectPrChange tblPrChange trPrChange "
    "tcPrChange tblGridChange tblPrExChange numberingChange"
)
# Both ends of a range carry one number; what else is annotated has one of its own (17.13).
_GROUPS: Final = {w(f"{name}{end}"): name for name in _RANGES for end in ("Start", "End")} | {
    w(name): "" for name in _SINGLE.split()
}
_DRAWING: Final = f"{{{NS_WP}}}docPr"
_CONTROL: Final = w("sdtPr")


class Numbers:
    """Counts through all copies."""

    def __init__(self) -> None:
        self._annotations: Iterator[int] = itertools.count(1)
        self._drawings: Iterator[int] = itertools.count(1)
        self._controls: Iterator[int] = itertools.count(1)

    def give(self, root: Element) -> None:
        """Number annotations, drawings and content controls of one part of one copy anew."""
        ranges: dict[tuple[str, str], str] = {}
        for element in root.iter(*_GROUPS):
            group, old = _GROUPS[str(element.tag)], element.get(w("id"), "")
            # Of two ranges that a careless program gave one number, each has a beginning.
            if not group or str(element.tag).endswith("Start") or (group, old) not in ranges:
                ranges[group, old] = str(next(self._annotations))
            element.set(w("id"), ranges[group, old])
        for element in root.iter(_DRAWING):
            element.set("id", str(next(self._drawings)))
        for element in root.iter(_CONTROL):
            for identity in element.iterchildren(w("id")):
                identity.set(VAL, str(next(self._controls)))
