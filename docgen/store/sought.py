"""Search that forgives: marks, capitals, and the order of the words do not matter."""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.vietnamese.fold import khong_dau

# A plan of sixty pages has some 150,000 characters; what lies beyond this is kept but not found.
MAX_TEXT = 300_000
MAX_QUERY = 200

# Never part of a word we look for, and without a meaning of its own in any database.
ESCAPE = "/"
_SIGNS = re.compile("[/%_]")
# 05/KH-UBND stands nowhere as such in what is typed: the form asks for its parts one by one.
_BETWEEN_PARTS = re.compile("[\\s/\x00\ud800-\udfff-]+")


def sought(title: str, pairs: Sequence[tuple[str, str]]) -> str:
    """Fold the text by which a draft is found: its title and every typed value, at most MAX_TEXT characters."""
    return _folded("\n".join([title, *(value for _, value in pairs if value.strip())])[:MAX_TEXT])


def patterns(query: str) -> list[str]:
    """Make a LIKE pattern (with ESCAPE) of each word of a query; a draft is found when all of them match."""
    words = dict.fromkeys(filter(None, _BETWEEN_PARTS.split(_folded(query[:MAX_QUERY]))))
    return [f"%{_SIGNS.sub(lambda sign: ESCAPE + sign.group(), word)}%" for word in words]


def _folded(text: str) -> str:
    return text.translate(_LETTERS)[:MAX_TEXT]


class _Letters(dict[int, str]):
    """Each character, folded. A save folds a whole draft, and the same few hundred letters come again and again.

    Letter by letter is also the way that does not slow down on a thousand marks in a row.
    """

    def __missing__(self, code: int) -> str:
        folded = khong_dau(chr(code))
        if code < _KEPT_BELOW:
            self[code] = folded
        return folded


_KEPT_BELOW = 0x10000
_LETTERS = _Letters()
