"""Where in a sentence a word stands, and whether somebody else wrote it."""

from __future__ import annotations

import re
from typing import Final

from docgen.checking.language.letters import HOA

_OPENERS: Final = ".!?…:;“\"'‘([–-+•·*/"
_LABEL: Final = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[a-zđ])\s?[.)/]\s*$")
_CAPITALISED: Final = re.compile(rf"^[{HOA}]")
_TITLE_CASE: Final = 0.6


def inside(text: str, at: int) -> bool:
    """Whether the word at ``at`` stands within a sentence: no stop, bracket, bullet or label right before it."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    before = line.rstrip()
    return bool(before) and before[-1] not in _OPENERS and _LABEL.match(line) is None


def quoted(text: str, at: int) -> bool:
    """Whether the word at ``at`` stands between quotation marks."""
    return text.count("“", 0, at) > text.count("”", 0, at)


def title_case(text: str) -> bool:
    """Whether most words begin with a capital, As In A Headline."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 1]
    return bool(words) and sum(bool(_CAPITALISED.match(word)) for word in words) >= _TITLE_CASE * len(words)


def last_word(text: str) -> tuple[int, int]:
    """Where the last word of ``text`` stands, for what is missing behind it."""
    end = len(text.rstrip())
    start = end
    while start > 0 and not text[start - 1].isspace():
        start -= 1
    return start, end
