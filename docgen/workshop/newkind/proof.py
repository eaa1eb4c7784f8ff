"""Proof of a proposal: the paper made of the new kind says what the finished paper said, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

from docgen.errors import Fault
from docgen.importing.report import place
from docgen.reading.facts import Paper, Para
from docgen.vietnamese.refusal import quoted

_WORD: Final = re.compile(r"[^\W_]+")
_SHOWN: Final = 160
T = TypeVar("T")


@dataclass(frozen=True)
class Proof:
    """thieu: words of the finished paper that the made one does not say. thua: words it says besides."""

    thieu: tuple[Fault, ...]
    thua: tuple[Fault, ...]

    @property
    def same(self) -> bool:
        """Whether all words came back and none besides."""
        return not self.thieu and not self.thua


def compare_words(finished: Paper, made: Paper) -> Proof:
    """Compare two papers by their words, letter case and signs aside; each difference with its place."""
    return Proof(
        tuple(_left(finished, made, "Văn bản làm ra thiếu")), tuple(_left(made, finished, "Văn bản làm ra thêm"))
    )


def _left(one: Paper, other: Paper, loi: str) -> Iterator[Fault]:
    """The words of ``one`` that ``other`` has not: whole paragraphs are matched first, then single words."""
    whole = Counter(_words(para) for para in _paras(other))
    unmatched = [para for para in _paras(one) if not _matched(_words(para), whole)]
    pool = Counter(word for words, times in whole.items() for word in words * times)
    for para in unmatched:
        missing = [word for word in _words(para) if not _matched(word, pool)]
        if missing:
            text = " ".join(para.full.split())
            where = f" (trong {quoted(text, _SHOWN)})" if len(missing) < len(_words(para)) else ""
            yield Fault(place(para), f"{loi} {quoted(' '.join(missing), _SHOWN)}{where}.", nang="nhac")


def _matched(found: T, pool: Counter[T]) -> bool:
    """Take one from the pool, if it is there."""
    if not pool[found]:
        return False
    pool[found] -= 1
    return True


def _paras(paper: Paper) -> Iterator[Para]:
    yield from paper.paras
    for notes in paper.chu_thich.values():
        yield from notes


def _words(para: Para) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(para.full))
