"""Marked texts as people can read them: no islands of a word between two changes, nothing invisible."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from docgen.comparing.difference import NOTE_MARK
from docgen.vietnamese.differing import Piece

# So many words are an island.
_ISLAND: Final = 3
_SIGNS: Final = {" ": "·", "\u00a0": "°", "\t": "→", "\n": "↵"}


def calmed(pieces: Sequence[Piece]) -> list[Piece]:
    """Give up what is the same where it is less than what changed on either side of it: one change reads easier."""
    found: list[Piece] = []
    gone, came, held = "", "", ""
    for piece in [*pieces, Piece("skipped", "")]:
        if piece.kind == "removed":
            gone, came, held = gone + held + piece.text, came + held, ""
        elif piece.kind == "added":
            # What was held went into both with the removed text before, if there was any.
            gone, came, held = gone + held, came + held + piece.text, ""
        elif piece.kind == "same" and (gone or came) and not held and _small(piece.text, gone, came):
            held = piece.text
        else:
            found += _change(gone, came)
            found += [Piece("same", held + piece.text)] if piece.kind == "same" else [Piece("same", held), piece]
            gone, came, held = "", "", ""
    return [piece for piece in found if piece.text]


def _small(same: str, gone: str, came: str) -> bool:
    return len(same.split()) <= _ISLAND and len(same) * 2 <= max(len(gone), len(came))


def _change(gone: str, came: str) -> list[Piece]:
    return [Piece("removed", gone), Piece("added", came)]


def shown(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Make visible what differs in blanks only, tabs and the like; the rest as it is."""
    for at, piece in enumerate(pieces):
        around = pieces[at + 1 : at + 2] if piece.kind == "removed" else pieces[max(at - 1, 0) : at]
        partner = next((one.text for one in around if {one.kind, piece.kind} == {"removed", "added"}), "")
        blank = piece.kind in ("removed", "added") and _solid(piece.text) == _solid(partner)
        text = "".join(_SIGNS.get(char, char) for char in piece.text) if blank else piece.text
        yield Piece(piece.kind, printable(text))


def printable(text: str) -> str:
    """Show a footnote mark in words and what nobody can see as its code."""
    return "".join(
        "[chú thích]"
        if char == NOTE_MARK
        else char
        if char.isprintable() or char in "\n\t "
        else " "
        if char == "\u00a0"
        else f"[U+{ord(char):04X}]"
        for char in text
    )


def _solid(text: str) -> str:
    return "".join(char for char in text if char.isprintable() and not char.isspace())
