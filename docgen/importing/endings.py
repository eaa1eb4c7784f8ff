"""Signs at the end of a text that printing puts there by itself: taken off, so that the data holds words only.

A sign is taken only when the printed line stays what it is; whatever else was typed is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from docgen.outline.titles import ends_sentence
from docgen.outline.tree import Inline, NoteRef, Span, normal
from docgen.standards import Standard
from docgen.standards.endings import Closed, Pieces, ket_bai, ket_dong, mo_dong

Close = Callable[[Pieces], Closed]


def bare_line(inline: Inline, dau: str) -> Inline:
    """A line of a list without the sign that closes it; ``dau``: the sign that printing puts."""
    return _without(inline, partial(ket_dong, dau=dau))


def bare_closing(inline: Inline, standard: Standard) -> Inline:
    """The closing words without the end mark."""
    return _without(inline, partial(ket_bai, standard))


def bare_body(standard: Standard, inline: Inline) -> Inline:
    """The last text of a body with a full stop instead of the end mark: a sentence in the middle of a text."""
    close = partial(ket_bai, standard)
    words = _without(inline, close)
    if words == inline:
        return inline
    stopped = normal([*words, Span(".")]) if not _ends(words) else words
    return stopped if _printed(stopped, close) == _printed(inline, close) else inline


def _ends(words: Inline) -> bool:
    return ends_sentence("".join(part.text if isinstance(part, Span) else "x" for part in words))


def without_bullet(inline: Inline, dau_dong: str) -> Inline:
    """A line of a list without the hyphen it was typed with."""
    pieces = mo_dong(_pieces(inline), dau_dong or "- ")
    return _with(inline, pieces)


def _without(inline: Inline, close: Close) -> Inline:
    closed = close(_pieces(inline))
    if not closed.da_go:
        return inline
    bare = _with(inline, closed.pieces)
    return bare if bare and _printed(bare, close) == _printed(inline, close) else inline


def _printed(inline: Inline, close: Close) -> tuple[str, str]:
    """The words as they would be printed."""
    closed = close(_pieces(inline))
    return "".join("\0" if piece is None else piece for piece in closed.pieces).rstrip(), closed.dau


def _pieces(inline: Inline) -> Sequence[str | None]:
    return [part.text if isinstance(part, Span) and not part.superscript else None for part in inline]


def _with(inline: Inline, pieces: Sequence[str | None]) -> Inline:
    return normal(
        part if piece is None or isinstance(part, NoteRef) else replace(part, text=piece)
        for part, piece in zip(inline, pieces, strict=True)
    )
