"""Words that many copies share, and what varies between them: texts at the same places of the same structure."""

from __future__ import annotations

import marshal
import re
from dataclasses import dataclass
from typing import Any, Final

from docgen.render.fast import sound
from docgen.render.fast.slot import Slot
from docgen.render.fast.sound import Sound
from docgen.render.fast.unproved import Unproved

_AT_EDGE: Final = re.compile(r"^[\n\t]|[\n\t]{2}|[\n\t]$")

Path = tuple[str | int, ...]

# From version 3 on marshal writes an object that was written before as a reference.
_NO_REFERENCES: Final = 2


class Base:
    """The words of one copy, kept apart from the caller's, against which others are held.

    Raises Unproved for words that strings cannot print as they stand.
    """

    def __init__(self, words: dict[str, object]) -> None:
        self.sound: Sound = sound.check(words)
        self.words: dict[str, object] = {key: _copied(value) for key, value in words.items()}
        # Objects of the caller's that were found to be of the same kinds: equality is enough for them from then on.
        self._seen: dict[str, object] = {}

    def changes(self, words: dict[str, object]) -> dict[Path, str] | None:
        """The texts of ``words`` that are not those of the base; None when anything else differs."""
        if len(words) != len(self.words):
            return None
        found: dict[Path, str] = {}
        for key, mine in self.words.items():
            if key not in words:
                return None
            theirs = words[key]
            if theirs is mine or (theirs is self._seen.get(key) and theirs == mine):
                continue
            before = len(found)
            try:
                if not _compare(mine, theirs, (key,), found):
                    return None
            except ValueError:  # what marshal cannot write is no plain data
                return None
            if len(found) == before:
                self._seen[key] = theirs
        return None if set(map(type, words)) - {str} else found

    def at(self, path: Path) -> str:
        """The base's own text there."""
        value: object = self.words
        for step in path:
            value = value[step]  # type: ignore[index]
        assert isinstance(value, str)
        return value

    def with_slots(self, given: dict[Path, str | Slot]) -> dict[str, object]:
        """The words with these texts in place of the base's own."""
        made: dict[str, object] = {key: _open(value) for key, value in self.words.items()}
        for path, text in given.items():
            at: object = made
            for step in path[:-1]:
                at = at[step]  # type: ignore[index]
            at[path[-1]] = text  # type: ignore[index]
        return made


def _copied(value: object) -> object:
    """A private copy."""
    if isinstance(value, dict):
        return {key: _copied(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return tuple(map(_copied, value))
    return list(map(_copied, value)) if isinstance(value, list) else value


def _open(value: object) -> object:
    """A copy in which everything can be replaced: tuples are lists, which strings print alike."""
    if isinstance(value, dict):
        return {key: _open(inner) for key, inner in value.items()}
    return list(map(_open, value)) if isinstance(value, (list, tuple)) else value


def _compare(mine: object, theirs: object, path: Path, found: dict[Path, str]) -> bool:
    """Whether only texts differ; those are noted."""
    kind = mine.__class__
    if kind is not theirs.__class__:
        return False
    if isinstance(mine, str):
        if mine != theirs:
            found[path] = theirs  # type: ignore[assignment]
        return True
    # Equal bytes: equal values of the very same kinds in the same order, found out without a step of Python.
    if _written(mine) == _written(theirs):
        return True
    if isinstance(mine, dict) and isinstance(theirs, dict):
        if len(mine) != len(theirs):
            return False
        for (name, one), (other_name, other) in zip(mine.items(), theirs.items(), strict=True):
            if name != other_name or other_name.__class__ is not str:
                return False
            if one is not other and not _compare(one, other, (*path, name), found):
                return False
        return True
    if isinstance(mine, (list, tuple)) and isinstance(theirs, (list, tuple)):
        pairs = enumerate(zip(mine, theirs, strict=False))
        return len(mine) == len(theirs) and all(a is b or _compare(a, b, (*path, at), found) for at, (a, b) in pairs)
    return False


def _written(value: Any) -> bytes:
    return marshal.dumps(value, _NO_REFERENCES)


@dataclass(frozen=True)
class Values:
    """Texts that vary: whether they hold no sign to be escaped, and whether some hold line breaks or tabs."""

    texts: list[str]
    is_clean: bool
    has_breaks: bool


def checked(texts: list[str]) -> Values:
    """Raises Unproved when one is no plain letter, or a line break or a tab does not stand between letters."""
    whole = " ".join(texts)
    has_breaks = "\n" in whole or "\t" in whole
    if not sound.is_usual(whole) or (has_breaks and any(map(_AT_EDGE.search, texts))):
        raise Unproved("an unusual text")
    return Values(texts, not any(sign in whole for sign in "&<>"), has_breaks)
