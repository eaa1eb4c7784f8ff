"""How what a cell, a header or a note holds may end."""

from __future__ import annotations

import re
from typing import Final

from docgen.render.fast.steps import For, Holder, If, Paragraph, Static, Step
from docgen.render.fast.unproved import Unproved

_BLOCK: Final = re.compile(r"<w:(p|tbl|sdt)[ />]")


def may_lack(inside: tuple[Step, ...]) -> bool:
    """Whether what must end with a paragraph may come to end otherwise. Raises Unproved when that cannot be seen."""
    ends_well = _ends_well(inside)
    if not ends_well and _has_others(inside):
        raise Unproved("a cell, header or note of unusual content")
    return not ends_well


def _ends_well(inside: tuple[Step, ...]) -> bool:
    """Whether a paragraph or a content control is the last in any case."""
    last = inside[-1] if inside else None
    if isinstance(last, If):
        return last.branches[-1][0] is None and all(_ends_well(steps) for _, steps in last.branches)
    return isinstance(last, Paragraph) or (isinstance(last, (Static, Holder)) and _kind(last) in ("p", "sdt"))


def _has_others(inside: tuple[Step, ...]) -> bool:
    """Whether something else than paragraphs, tables and content controls may stand there."""
    for step in inside:
        if isinstance(step, If) and any(_has_others(steps) for _, steps in step.branches):
            return True
        if isinstance(step, For) and (_has_others(step.inside) or _has_others(step.other)):
            return True
        if isinstance(step, (Static, Holder)) and not _kind(step):
            return True
    return False


def _kind(step: Static | Holder) -> str:
    """``p``, ``tbl`` or ``sdt`` for such an element; "" for any other."""
    found = _BLOCK.match(step.text if isinstance(step, Static) else step.opening)
    return found[1] if found else ""
