"""Tags too broken to be read, and what each was probably meant to be: its neighbours must not be blamed for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from docgen.render.tagged import Block, Placed

WORDS: Final = ("if", "elif", "else", "endif", "for", "endfor")
# What is looked at around a bracket that has no other end.
_NEAR: Final = 60
_WORD: Final = re.compile(r"(?<![\w.])(?:p|tr|tc|r)?(end\s*if|end\s*for|elif|else|if|for)\b")
_BRACKET: Final = re.compile(r"\{[{%#]?|[%#}]?\}")
_ANY: Final = ("", "if", "for", "endif", "endfor")


@dataclass(frozen=True)
class Spoilt:
    """A broken tag. at: where it begins in its block. words: what it may have been, likeliest first; "" for a name."""

    block: Block
    at: int
    words: tuple[str, ...]


def spoilt(placed: Iterable[Placed], blocks: Iterable[Block]) -> list[Spoilt]:
    """The broken tags of a part: commands with an unknown word, and brackets that do not match."""
    found = [
        Spoilt(one.block, one.tag.start, _meant(one.block.text[one.tag.start : one.tag.end], "{%"))
        for one in placed
        if one.tag.opener == "{%" and one.tag.word not in WORDS
    ]
    for block in blocks:
        if block.problems:
            found += _brackets(block)
    return found


def _brackets(block: Block) -> Iterator[Spoilt]:
    text = block.text
    for problem in block.problems:
        if problem.at >= 0:
            opener = text[problem.at : problem.at + 2]
            if opener.startswith("{"):
                inside = _BRACKET.split(text[problem.at + 2 : problem.at + 2 + _NEAR], maxsplit=1)[0]
            else:
                inside = _BRACKET.split(text[max(0, problem.at - _NEAR) : problem.at])[-1]
            yield Spoilt(block, problem.at, _meant(inside, "{{" if opener in ("{{", "}}") else "{%"))


def _meant(inside: str, opener: str) -> tuple[str, ...]:
    word = _WORD.search(inside)
    if word is None:
        return ("",) if opener == "{{" else _ANY
    meant = "".join(word[1].split())
    return ("",) if meant in ("elif", "else") else (meant,)
