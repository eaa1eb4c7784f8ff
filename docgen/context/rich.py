"""Inline text → segments: what a template is given for a rich value.

A segment is ``{"chu": str}`` with ``dam``, ``nghieng``, ``mu`` (raised) when true, or ``{"chu_thich": [segments]}``
for a footnote. Marks for render stand in the same list: ``{"giu": True}``, ``{"rong": permille}``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from docgen.outline.inline import read
from docgen.outline.tree import Inline, NoteRef, Span
from docgen.standards.endings import Closed, Pieces

Segment = dict[str, Any]
Rich = list[Segment]

GIU: Segment = {"giu": True}
"""The paragraph stays on one page with the next."""


def segments(inline: Inline, notes: Mapping[str, Inline] | None = None) -> Rich:
    """Turn inline text into segments; a footnote without a definition in ``notes`` stays as it was typed, ``[^1]``."""
    rich: Rich = []
    for part in inline:
        if isinstance(part, Span):
            rich.append(_segment(part))
        elif notes is not None and part.key in notes:
            rich.append({"chu_thich": segments(_without_refs(notes[part.key]))})
        else:
            rich.append({"chu": f"[^{part.key}]"})
    return _merged(rich)


def field(text: str) -> Rich:
    """Read a rich field (``mo_dau``, ``can_cu[]``, …), which has no footnotes of its own."""
    return segments(read(text).whole)


def plain(rich: Rich) -> str:
    """Return the words of a rich value, those of its footnotes in their places."""
    return "".join(segment.get("chu", "") or plain(segment.get("chu_thich", [])) for segment in rich)


def closed(rich: Rich, close: Callable[[Pieces], Closed], lead: str = "") -> Rich:
    """Close a rich line by a formula of ``standards.endings``: a typed sign gives way to the one that is right.

    The sign put there is upright and plain, and so is ``lead``, which opens the line. Raised text and footnotes
    are neither cut nor written into.
    """
    result = close([None if segment.get("mu") else segment.get("chu") for segment in rich])
    cut = [
        segment if piece is None else {**segment, "chu": piece}
        for segment, piece in zip(rich, result.pieces, strict=True)
    ]
    whole = [{"chu": lead}, *cut, {"chu": result.dau}]
    return _merged([segment for segment in whole if segment.get("chu") != ""])


def _segment(span: Span) -> Segment:
    segment: Segment = {"chu": span.text}
    segment.update(
        {name: True for name, on in (("dam", span.bold), ("nghieng", span.italic), ("mu", span.superscript)) if on}
    )
    return segment


def _without_refs(inline: Inline) -> Inline:
    """Word has no footnotes inside footnotes: such a place is written out."""
    return tuple(Span(f"[^{part.key}]") if isinstance(part, NoteRef) else part for part in inline)


def _merged(rich: Rich) -> Rich:
    """Join neighbours of one look."""
    out: Rich = []
    for segment in rich:
        last = out[-1] if out else None
        if last is not None and "chu" in last and "chu" in segment and _look(last) == _look(segment):
            out[-1] = {**last, "chu": last["chu"] + segment["chu"]}
        else:
            out.append(segment)
    return out


def _look(segment: Segment) -> Segment:
    return {name: value for name, value in segment.items() if name != "chu"}
