"""Whether words may be printed as they stand: what :func:`docgen.render.plain.freeze` would let pass unchanged."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docgen.render.fast.unproved import Unproved
from docgen.vietnamese import text

# Far below plain.MAX_DEPTH: what is deeper is left to freeze, which tells it.
_MAX_LEVELS: Final = 24
_MAX_INT_BITS: Final = 1000
# Letters Vietnamese is written with and common signs: none is forbidden, each is composed and stays so beside others.
_USUAL: Final = re.compile("[\t\n -~\u00a0-\u02ff\u1ea0-\u1ef9\u2010-\u2027\u2030-\u205e]*")
# So few that all of them may be taken for the longest text.
_FEW_CHARS: Final = 30_000
_SPECIAL: Final = ("&", "<", ">", "\n", "\t")


@dataclass(frozen=True)
class Sound:
    """is_clean: no text and no name holds a sign that XML or Word writes otherwise (``& < >``, line break, tab).

    longest: no text and no name has more characters.
    """

    is_clean: bool
    longest: int


def check(words: Mapping[str, object]) -> Sound:
    """What matters of words that freeze would let pass unchanged.

    Raises :class:`Unproved` for everything freeze would refuse or change.
    """
    strings: list[str] = []
    keys: list[object] = []
    if words.__class__ is not dict:
        raise Unproved("words that are no dict")
    level: list[object] = [words]
    for _ in range(_MAX_LEVELS):
        level = _level(level, strings, keys)
        if not level:
            return _texts(strings, keys)
    raise Unproved("words nested deeply")


def is_usual(found: str) -> bool:
    """Whether a text holds nothing but the letters and signs Vietnamese is written with."""
    return _USUAL.fullmatch(found) is not None


def _level(level: list[object], strings: list[str], keys: list[object]) -> list[object]:
    """Note the texts one level holds; what is nested in it is the next one."""
    below: list[object] = []
    add, nest = strings.append, below.append
    container: Any
    held: Iterable[Any]
    for container in level:
        if container.__class__ is dict:
            keys += container
            held = _without_rule(container) if "ke" in container else container.values()
        else:
            held = container
        for value in held:
            kind = value.__class__
            if kind is str:
                add(value)
            elif kind is dict or kind is list or kind is tuple:
                nest(value)
            elif not (value is None or kind is bool or (kind is int and value.bit_length() <= _MAX_INT_BITS)):
                raise Unproved(f"a value of {kind}")
    return below


def _without_rule(group: dict[str, Any]) -> list[Any]:
    """The values of a dict but for a right ``ke`` pair, the only place where fractions may stand."""
    ends = group["ke"]
    if ends.__class__ is not list and ends.__class__ is not tuple:
        return list(group.values())
    numbers = list(ends)
    if len(numbers) != 2 or any(type(end) not in (int, float) for end in numbers):
        raise Unproved("a rule that is no pair")
    if not 0 < numbers[0] <= numbers[1] <= 1:
        raise Unproved("a rule out of bounds")
    return [value for key, value in group.items() if key != "ke"]


def _texts(strings: list[str], keys: list[object]) -> Sound:
    if set(map(type, keys)) - {str}:
        raise Unproved("a key that is no text")
    # A blank composes with nothing, so each text is as good as all of them together.
    whole = " ".join(strings)
    names = " ".join(dict.fromkeys(keys))  # type: ignore[arg-type]
    for found in (whole, names):
        if not is_usual(found) and (text.forbidden(found) or not unicodedata.is_normalized("NFC", found)):
            raise Unproved("text that freeze refuses or changes")
    longest = max(_longest(whole, strings), _longest(names, keys))
    # A loop over a dict gives its names: they may be printed like any text.
    is_clean = not any(sign in whole or sign in names for sign in _SPECIAL)
    return Sound(is_clean, longest)


def _longest(whole: str, texts: list[Any]) -> int:
    return len(whole) if len(whole) < _FEW_CHARS else max(map(len, texts))
