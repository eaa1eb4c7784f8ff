"""Footnotes: every place has its text, every text its place."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.errors import Fault
from docgen.outline import doubts
from docgen.outline.tree import Inline, NoteRef


def note_places(texts: Iterable[tuple[int, Inline]]) -> list[tuple[int, str]]:
    """The line and key of each footnote place in ``texts`` (line, text)."""
    return [(dong, part.key) for dong, text in texts for part in text if isinstance(part, NoteRef)]


def check_notes(
    places: Iterable[tuple[int, str]], nested: Iterable[tuple[int, str]], definitions: Iterable[tuple[int, str]]
) -> list[Fault]:
    """What is wrong with the footnotes; each argument is line and key.

    places: where the body has a footnote. nested: footnotes inside footnote texts. definitions: their texts.
    """
    faults = [doubts.note_nested(dong, key) for dong, key in nested]
    defined: dict[str, int] = {}
    for dong, key in definitions:
        if key in defined:
            faults.append(doubts.note_twice(dong, key))
        defined.setdefault(key, dong)
    used: set[str] = set()
    for dong, key in places:
        if key not in defined:
            faults.append(doubts.note_undefined(dong, key))
        elif key in used:
            faults.append(doubts.note_repeated(dong, key))
        used.add(key)
    return faults + [doubts.note_unused(dong, key) for key, dong in defined.items() if key not in used]
