"""Which lines above the number are the parent body, and which the issuing one.

NĐ 30, Phụ lục I, mục II, khoản 2: the parent stands above and is not bold, the issuing body is. Without that
difference the words decide: a line that begins like a body of its own has a parent above it.
"""

from __future__ import annotations

from collections.abc import Sequence

from docgen.reading.parts.lexicon import continues_name, is_bare_body, is_body
from docgen.reading.parts.named import ISSUERS
from docgen.reading.parts.view import Chac, Found, Piece, View


def add_issuers(view: View, lines: Sequence[Piece], found: Found, *, sure: bool) -> None:
    """Add chu_quan and co_quan, made of the lines above the number. sure: the lines were seen surely."""
    if not lines:
        return
    at, chac = _parted(view, lines)
    held: Chac = chac if sure else "doan"
    found.add("chu_quan", lines[:at], held)
    found.add("co_quan", lines[at:], held)


def _parted(view: View, lines: Sequence[Piece]) -> tuple[int, Chac]:
    """How many of the first lines are the parent's."""
    names = [view.named(line.doan) for line in lines]
    if all(name in ISSUERS for name in names):
        return names.count("chu_quan"), "chac"
    if len(lines) == 1:
        return 0, "chac"
    bold = [view.bold(line) for line in lines]
    at = bold.index(True) if True in bold else 0
    if at and all(bold[at:]):
        return at, "chac"
    by_words = _by_words(lines)
    if by_words:
        return by_words, "doan"
    whole = all(bold) or is_bare_body(lines[0].fold)
    return 0, "chac" if whole and len(lines) == 2 and continues_name(lines[1].fold) else "doan"


def _by_words(lines: Sequence[Piece]) -> int:
    """The last line that begins like a body of its own, under a line that names one wholly."""
    for k in range(len(lines) - 1, 0, -1):
        above, folded = lines[k - 1], lines[k].fold
        if is_bare_body(above.fold) or above.text.endswith((",", "-")) or continues_name(folded):
            continue
        if is_body(folded):
            return k
    return 0
