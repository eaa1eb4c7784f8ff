r"""Where ``*``, ``**`` and ``^`` may begin and end: one law for reading and writing.

A mark turns its look on or off. It turns on before a sign that can begin words and off after one that can end them;
``*`` stands at no place between two letters or digits (``5*3*2`` is a product), and what ``^`` lifts has no blank.
Braces lift these conditions: ``{*`` … ``*}``, ``{**`` … ``**}``, ``{^`` … ``^}``.
"""

from __future__ import annotations

from typing import Literal

Look = Literal["bold", "italic", "superscript"]

MARKS: dict[Look, str] = {"italic": "*", "bold": "**", "superscript": "^"}

CLOSING = frozenset(")]},.;:!?…”’»")
"""Signs that end words: nothing begins before them, so ``(*)`` marks nothing."""

OPENING = frozenset("([{“‘«")
"""Signs that begin words: nothing ends after them."""


def may_open(look: Look, before: str, after: str) -> bool:
    r"""Whether a mark between these two characters (``""`` at an edge, ``\`` for an escaped one) may turn on."""
    return bool(after) and not after.isspace() and after not in CLOSING and not _inside_word(look, before, after)


def may_close(look: Look, before: str, after: str) -> bool:
    """Whether a mark between these two characters may turn off."""
    return bool(before) and not before.isspace() and before not in OPENING and not _inside_word(look, before, after)


def _inside_word(look: Look, before: str, after: str) -> bool:
    return look == "italic" and before.isalnum() and after.isalnum()
