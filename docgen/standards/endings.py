"""Signs that open and close the lines of a list and the end of a text.

Only signs are touched, never words: a typed ``,`` ``;`` or single ``.`` at the end gives way to the sign the
standard wants; an ellipsis, ``v.v.``, a bracket or a quotation mark stays in front of it.

A line is a row of pieces in reading order: plain strings, or ``None`` for something no sign can be taken from or
written into (a raised count, a footnote). Every function gives the pieces back, cut where a typed sign was
taken, as many as it got, and the sign apart, so that the caller can keep the look of each piece.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.standards.standard import Standard

Pieces = Sequence[str | None]

_BULLET = re.compile(r"\s*[-–—•·](?:\s+|(?=[^\W\d_]))")
# "./." and what fingers make of it: "./", and "/." or "/" behind a plain word (behind an address it is part of it).
# The dots of "họp.../." belong to the ellipsis.
_SENTENCE_END = re.compile(r"(?:(?<!\.)\./\.?|(?<=\.\.)/\.?|(?<=…)/\.?|(?:(?<=\s)|^)[^\s/.]*[^\W\d_](?P<dau>/\.?))$")
_OPEN_ENDED = ("...", "…", "..", "v.v.")
# Đoàn papers raise the number of copies behind the full stop: ``- Lưu VP.⁽⁸⁰ᵇ⁾``.
_RAISED_AFTER_STOP = re.compile(r"\.\s*⁽[^⁽⁾]*⁾$")


@dataclass(frozen=True)
class Closed:
    """pieces: without the typed sign. dau: the sign to put behind them ("" for none). da_go: the sign as typed."""

    pieces: tuple[str | None, ...]
    dau: str
    da_go: str


def mo_dong(pieces: Pieces, dau_dong: str) -> tuple[str | None, ...]:
    """Take a typed bullet away, when ``dau_dong`` will open the line in its stead."""
    if not dau_dong or not pieces or pieces[0] is None:
        return tuple(pieces)
    return (_BULLET.sub("", pieces[0], count=1) if _BULLET.match(pieces[0]) else pieces[0].lstrip(), *pieces[1:])


def ket_dong(pieces: Pieces, dau: str) -> Closed:
    """Close a line of a list with ``dau`` (``;`` ``,`` or ``.``).

    No sign is added behind a colon, which opens something, and no full stop behind what ends in dots.
    """
    tail = _tail(pieces)
    kept = _bare(tail)
    if kept.endswith(":") or _RAISED_AFTER_STOP.search(kept) or (dau == "." and kept.endswith(_OPEN_ENDED)):
        dau = ""
    return Closed(_cut(pieces, len(tail) - len(kept)), dau, tail[len(kept) :].strip())


def dau_can_cu(std: Standard, la_cuoi: bool, co_mo_dau: bool = True) -> str:
    """Give the sign behind a căn cứ.

    State: ``;``, the last one ``.`` (NĐ 30: PL I, P.I, M.II, k.6, đ.a). Đoàn and Party: ``;``, the last one ``,``
    because the issuing sentence follows; without that sentence (``co_mo_dau`` False) a full stop.
    """
    if not la_cuoi:
        return std.can_cu.giua.value
    return std.can_cu.cuoi.value if co_mo_dau else "."


def ket_can_cu(std: Standard, can_cu: Sequence[str], co_mo_dau: bool = True) -> list[str]:
    """Open and close căn cứ, as plain lines, the way the standard wants."""
    lines = []
    for at, text in enumerate(can_cu, start=1):
        dau = dau_can_cu(std, at == len(can_cu), co_mo_dau)
        lines.append(std.can_cu.dau_dong.value + joined(ket_dong(mo_dong([text], std.can_cu.dau_dong.value), dau)))
    return lines


def ket_bai(std: Standard, pieces: Pieces) -> Closed:
    """Close the last words of a text with the end mark.

    State: ``./.`` (PL III). Đoàn: ``.`` or ``./.`` as typed, a full stop where nothing was. Party: ``.``.
    ``./`` and ``/.`` are read as a ``./.`` with a sign missing. Nothing is put behind a colon.
    """
    # A footnote or raised sign at the very end comes before the end mark: "tỉnh.¹" becomes "tỉnh¹./.".
    raised = _raised_at_end(pieces)
    words = pieces[: len(pieces) - len(raised)]
    tail = _tail(words)
    kept, typed = _sentence(tail)
    meant = "./." if "/" in typed else typed
    dau = meant if meant in std.dau_het.chap_nhan else std.dau_het.them.value
    if not kept and not typed and not raised and len(_own(words)) == len(words):
        dau = ""
    elif kept.endswith(":"):
        dau = typed if typed in std.dau_het.chap_nhan else ""
    elif kept.endswith(_OPEN_ENDED) and (dau == "." or kept.endswith(".")):
        dau = dau[1:]
    return Closed((*_cut(words, len(tail) - len(kept)), *raised), dau, typed)


def joined(closed: Closed) -> str:
    """Join a closed line of plain pieces."""
    return "".join(piece or "" for piece in closed.pieces) + closed.dau


def _bare(text: str) -> str:
    """Take blanks and typed signs from the end of ``text``."""
    text = text.rstrip()
    while text:
        if text.endswith((",", ";")) or (text.endswith(".") and not text.endswith(("..", "v.v."))):
            text = text[:-1].rstrip()
        elif text.endswith("./"):
            text = text[:-2].rstrip()
        else:
            break
    return text


def _sentence(tail: str) -> tuple[str, str]:
    """Split the end of a text into the words and the sign typed behind them."""
    kept, before = tail, ""
    while kept != before:
        before, kept = kept, re.sub(r"[\s,;]+$", "", kept)
        if found := _SENTENCE_END.search(kept):
            kept = kept[: found.start("dau" if found["dau"] else 0)]
        else:
            kept = _bare(kept)
    return kept, tail[len(kept) :].strip()


def _raised_at_end(pieces: Pieces) -> tuple[None, ...]:
    count = 0
    while count < len(pieces) and pieces[-1 - count] is None:
        count += 1
    return (None,) * count


def _own(pieces: Pieces) -> list[str]:
    """Return the plain pieces at the end of the line."""
    own: list[str] = []
    for piece in reversed(pieces):
        if piece is None:
            break
        own.insert(0, piece)
    return own


def _tail(pieces: Pieces) -> str:
    return "".join(_own(pieces))


def _cut(pieces: Pieces, count: int) -> tuple[str | None, ...]:
    """Cut the last ``count`` characters."""
    cut = list(pieces)
    at = len(cut) - 1
    while count and at >= 0:
        piece = cut[at]
        assert piece is not None
        taken = min(count, len(piece))
        cut[at] = piece[: len(piece) - taken]
        count -= taken
        at -= 1
    return tuple(cut)
