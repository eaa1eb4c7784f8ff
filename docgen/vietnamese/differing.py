"""Two texts → one text in which what went and what came is marked, word by word, in bounded time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Kind = Literal["same", "removed", "added", "skipped"]

# Comparing n words with m costs up to n × m steps and more: beyond these the text is compared line by line, and
# beyond that the two texts are shown whole.
MAX_WORDS_STEPS = 1_000_000
MAX_LINES_STEPS = 16_000_000
MAX_STEPS = 30_000_000
"""For all the fields of a page together."""

# Of a long stretch without a difference, this much is shown at its ends.
KEPT_CHARS = 160

# A word, blanks, or one sign as often as it is repeated.
_WORDS = re.compile(r"\w+|\s+|([^\w\s])\1*")


@dataclass(frozen=True)
class Piece:
    """A stretch of text: the same in both, only in the old one, only in the new one, or ``skipped``.

    ``skipped`` stands for text that is the same in both and not shown; its text says how much.
    """

    kind: Kind
    text: str


@dataclass
class Budget:
    """How many steps may still be taken for a page."""

    left: int = MAX_STEPS

    def take(self, steps: int, at_most: int) -> bool:
        """Take the steps, if there are as many left and not more than one comparison may use."""
        if steps > min(at_most, self.left):
            return False
        self.left -= steps
        return True


def compared(old: str, new: str, budget: Budget | None = None) -> tuple[Piece, ...]:
    """Mark what differs, as :func:`marked` does, and leave out the middle of what is long and the same."""
    return shortened(marked(old, new, budget))


def marked(old: str, new: str, budget: Budget | None = None) -> tuple[Piece, ...]:
    """Mark what differs. The old text is what is the same and removed, the new one what is the same and added."""
    return tuple(_joined(_by_words(old, new, budget or Budget())))


def words(text: str) -> list[str]:
    """Take a text apart: words, blanks, signs; joined they are the text again."""
    return [found.group() for found in _WORDS.finditer(text)]


def _by_words(old: str, new: str, budget: Budget) -> Iterator[Piece]:
    one, other = words(old), words(new)
    head, tail = _common(one, other)
    inner, outer = one[head : len(one) - tail], other[head : len(other) - tail]
    yield Piece("same", "".join(one[:head]))
    if budget.take(len(inner) * len(outer), MAX_WORDS_STEPS):
        yield from _words(inner, outer)
    else:
        yield from _by_lines("".join(inner), "".join(outer), budget)
    yield Piece("same", "".join(one[len(one) - tail :]))


def _words(one: Sequence[str], other: Sequence[str]) -> Iterator[Piece]:
    # Blanks are never what two texts have in common; they only lengthen what is.
    for tag, a, b, c, d in SequenceMatcher(str.isspace, one, other).get_opcodes():
        yield from _op(tag, "".join(one[a:b]), "".join(other[c:d]))


def _by_lines(old: str, new: str, budget: Budget) -> Iterator[Piece]:
    one, other = _lines(old), _lines(new)
    if not budget.take(len(one) * len(other), MAX_LINES_STEPS):
        yield from _op("replace", old, new)
        return
    for tag, a, b, c, d in SequenceMatcher(None, one, other).get_opcodes():
        gone, came = "".join(one[a:b]), "".join(other[c:d])
        if tag == "replace":
            yield from _few_words(gone, came, budget)
        else:
            yield from _op(tag, gone, came)


def _few_words(old: str, new: str, budget: Budget) -> Iterator[Piece]:
    """Compare some lines by words, if they are few enough; else they are shown whole."""
    one, other = words(old), words(new)
    if budget.take(len(one) * len(other), MAX_WORDS_STEPS):
        yield from _words(one, other)
    else:
        yield from _op("replace", old, new)


def _lines(text: str) -> list[str]:
    return re.findall(r"[^\n]*\n|[^\n]+", text)


def _common(one: Sequence[str], other: Sequence[str]) -> tuple[int, int]:
    """Count what two sequences have in common at their beginnings and, behind that, at their ends."""
    least = min(len(one), len(other))
    head = next((at for at in range(least) if one[at] != other[at]), least)
    rest = least - head
    tail = next((at for at in range(rest) if one[-1 - at] != other[-1 - at]), rest)
    return head, tail


def _op(tag: str, gone: str, came: str) -> Iterator[Piece]:
    if tag == "equal":
        yield Piece("same", gone)
        return
    yield Piece("removed", gone)
    yield Piece("added", came)


def _joined(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Put neighbours together; blanks between two differences belong to them, or every word would be one."""
    gone, came, blank = "", "", ""
    same = ""
    for piece in pieces:
        if not piece.text:
            continue
        if piece.kind == "removed":
            gone += blank + piece.text
            came += blank
            blank = ""
        elif piece.kind == "added":
            gone += blank
            came += blank + piece.text
            blank = ""
        elif (gone or came) and piece.text.isspace() and "\n" not in piece.text:
            blank += piece.text
        else:
            yield from _told(same, gone, came) if gone or came else ()
            same = (same if not (gone or came) else "") + blank + piece.text
            gone, came, blank = "", "", ""
    yield from _told(same, gone, came)
    if blank:
        yield Piece("same", blank)


def _told(same: str, gone: str, came: str) -> Iterator[Piece]:
    if same:
        yield Piece("same", same)
    if gone:
        yield Piece("removed", gone)
    if came:
        yield Piece("added", came)


def shortened(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Leave out the middle of long stretches without a difference, at words; the text at both ends goes first."""
    every = list(pieces)
    found: list[Piece] = []
    for at, piece in enumerate(every):
        if piece.kind != "same":
            found.append(piece)
            continue
        alone = len(every) == 1
        before = KEPT_CHARS if alone or at > 0 else 0
        after = KEPT_CHARS if not alone and at < len(every) - 1 else 0
        found += _ends(piece.text, before, after)
    return tuple(found)


def _ends(text: str, before: int, after: int) -> Iterator[Piece]:
    start = _word_end(text, before)
    end = len(text) - _word_end(text[::-1], after)
    if end - start < KEPT_CHARS:
        yield Piece("same", text)
        return
    if start:
        yield Piece("same", text[:start])
    yield Piece("skipped", f" … {len(text[start:end].split())} chữ giống nhau … ")
    if end < len(text):
        yield Piece("same", text[end:])


def _word_end(text: str, at: int) -> int:
    found = re.compile(r"\s").search(text, at) if at else None
    return found.start() if found else min(at, len(text))
