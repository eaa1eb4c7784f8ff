"""The text of a paragraph as it is compared, and two texts word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docgen.comparing.difference import NOTE_MARK
from docgen.reading.facts import Format, Para
from docgen.vietnamese.differing import Budget, Kind, Piece, marked

_TURNED: dict[Kind, Kind] = {"added": "removed", "removed": "added", "same": "same", "skipped": "skipped"}


def text_of(para: Para) -> str:
    """Give the text with hidden letters and a sign for each footnote mark, without the automatic label."""
    if not para.runs:
        return para.text
    return "".join(NOTE_MARK if run.chu_thich else run.text for run in para.runs)


def looks_of(para: Para) -> list[tuple[str, Format]]:
    """Give the same text in stretches of one look."""
    return [(NOTE_MARK if run.chu_thich else run.text, run.format) for run in para.runs]


def both(old: str, new: str, budget: Budget) -> tuple[Piece, ...]:
    """Mark what differs; exchanged, the two texts give the same with the roles exchanged."""
    if old <= new:
        return marked(old, new, budget)
    return tuple(_turned(marked(new, old, budget)))


def _turned(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Exchange what went and what came; what went stands first."""
    came: Piece | None = None
    for piece in pieces:
        one = Piece(_TURNED[piece.kind], piece.text)
        if one.kind == "added":
            came = one
            continue
        if one.kind == "removed":
            yield one
        if came is not None:
            yield came
            came = None
        if one.kind != "removed":
            yield one
    if came is not None:
        yield came


def old_text(pieces: Iterable[Piece]) -> str:
    """Put the old text together."""
    return "".join(piece.text for piece in pieces if piece.kind in ("same", "removed"))


def new_text(pieces: Iterable[Piece]) -> str:
    """Put the new text together."""
    return "".join(piece.text for piece in pieces if piece.kind in ("same", "added"))
