"""Words that no part took: told apart paragraph by paragraph, so that none is lost when pieces of a line are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from docgen.reading.facts import Paper, Part
from docgen.reading.parts.view import View

_WORD = re.compile(r"[^\W_]")


def words_left(paper: Paper, view: View, doan: Iterable[int], said: Iterable[Part]) -> Iterator[tuple[int, str]]:
    """Yield paragraph and words for what stands in the paragraphs ``doan`` and in none of the parts ``said``.

    Signs without a letter or figure (rows of hyphens, asterisks) are no words.
    """
    pools: dict[int, list[Counter[str]]] = {}
    for part in said:
        pool = Counter(filter(None, map(_bare, part.text.split())))
        for index in part.doan:
            pools.setdefault(index, []).append(pool)
    for index in doan:
        if view.blank(index):
            continue
        held = pools.get(index, [])
        left = [token for token in paper.paras[index].full.split() if _bare(token) and not _taken(_bare(token), held)]
        if left:
            yield index, " ".join(left)


def _taken(bare: str, pools: list[Counter[str]]) -> bool:
    pool = next((pool for pool in pools if pool[bare] > 0), None)
    if pool is not None:
        pool[bare] -= 1
    return pool is not None


def _bare(token: str) -> str:
    return "".join(_WORD.findall(token)).lower()
