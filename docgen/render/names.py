"""Names the words do not have, told before rendering: also those in branches that this paper does not take."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.render.missing import missing
from docgen.render.plain import Group
from docgen.render.source import Source
from docgen.render.trace import Trace


def check(sources: Iterable[Source], words: Group, trace: Trace) -> None:
    """Note every dotted name that leads nowhere, at each tag that asks for it.

    A name tested by ``is defined`` or given a ``default`` anywhere in the template is optional. Names of list items
    are left to the rendering: items differ.
    """
    known: dict[str, bool] = {}
    for source in sources:
        for use in source.reading.uses:
            if use.name not in known:
                known[use.name] = use.name in source.reading.guarded or _leads_somewhere(use.name, words)
            if not known[use.name]:
                loi, sua = missing(use.name)
                trace.fault(loi, sua, use.placed.own_place)


def _leads_somewhere(name: str, words: Group) -> bool:
    """Whether the name is there, or cannot be judged here: an item of a list, or below what is no group."""
    at: object = words
    for step in name.split("."):
        if not isinstance(at, Group):
            return True
        key = step.removesuffix("[]")
        if key != step:
            # An item: of a list that is not there the list is told, by its own use in the same tag.
            return True
        if key not in at:
            return False
        at = at[key]
    return True
