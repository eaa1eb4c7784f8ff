"""Where sentences begin and end in a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.checking.language.letters import HOA

# A full stop behind these ends no sentence: TP. Hồ Chí Minh, ThS. Nguyễn Văn A, TT. Tỉnh ủy, KT. CHỦ TỊCH, v.v. …
_ABBREVIATION: Final = re.compile(
    r"(?:^|[\s(“\"'-])(?:[A-ZĐ]{1,4}|[TP]p|[TP]x|Th[sS]|PGS|GS|TS|BS|KS|CN|Mr|Ms|Mrs|Dr|St|No|[vV]\.v|tr|cf|vd|VD|ĐT|[A-ZĐ]\.[A-ZĐ])\.$"
)
# Looked for once in a row of signs: a row of ten thousand dots would be gone through from each of them.
_END: Final = re.compile(rf"(?<![.!?…])[.!?…]++[”\"’')\]]*+(?=\s++(?:[“\"‘'(\[]*+[{HOA}0-9]|[-–+•]\s))")
_LABEL: Final = re.compile(r"^\s*(?:\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7}|[a-zđA-ZĐ])[.)/]$")


@dataclass(frozen=True, slots=True)
class Sentence:
    """The characters ``tu`` to ``den`` of a paragraph; ``text`` is trimmed and so are they."""

    tu: int
    den: int
    text: str


def split(text: str) -> tuple[Sentence, ...]:
    """Cut a paragraph into sentences; forced line breaks end one. A label (1., a)) stays with what follows it."""
    found: list[Sentence] = []
    for start, stop in _stretches(text):
        part = text[start:stop]
        lead = len(part) - len(part.lstrip())
        if part.strip():
            found.append(Sentence(start + lead, start + len(part.rstrip()), part.strip()))
    return tuple(found)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for line in text.splitlines(keepends=True):
        start = at
        for end in _END.finditer(line):
            head = text[start : at + end.end()]
            if end.group() == "." and (_ABBREVIATION.search(head) or _LABEL.match(head)):
                continue
            yield start, at + end.end()
            start = at + end.end()
        at += len(line)
        yield start, at
