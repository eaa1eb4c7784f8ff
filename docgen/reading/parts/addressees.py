"""Kính gửi: the line and the addressees, on one line, listed below, or in a table of their own.

NĐ 30, Phụ lục I, mục II, khoản 9 a; Mẫu 1.6 (công điện: "… điện:").
"""

from __future__ import annotations

import re
from typing import Final

from docgen.reading.parts.lexicon import addresses
from docgen.reading.parts.openings import automatic
from docgen.reading.parts.view import Found, Piece, View

_TELEGRAM: Final = re.compile(r".{3,90} dien ?:$")
# "Kính gửi:    - Sở A;" is the words and the first of a list.
_FIRST_LISTED: Final = re.compile(r"[^:]{8,16}:(?=\s+[-–+•]\s)")
_LISTED: Final = re.compile(r"[-–+*•·]")
_LONGEST: Final = 300


def is_address(view: View, i: int) -> bool:
    """Whether paragraph ``i`` opens the addressees."""
    return addresses(view.fold(i))


def is_telegram(view: View, i: int) -> bool:
    """Whether paragraph ``i`` opens the addressees of a công điện."""
    return _TELEGRAM.fullmatch(view.fold(i)) is not None


def read_addressees(view: View, i: int, hi: int, found: Found) -> int:
    """Add one part a line, the first with the words "Kính gửi:"; return the index behind them."""
    table = view.tables(i)[-1:]
    if table:
        cell = view.cell_in(i, table[0])
        span = view.span(table[0], i)
        held = [k for k in span if k >= i and cell and (view.cell_in(k, table[0]) or (0, 0, 0))[1] == cell[1]]
        end = min(held[-1] + 1, hi)
        rest = range(end, min(span[-1] + 1, hi))
        _add(view, [k for k in held if k < hi and not view.skipped(k)], found)
        return end if any(not view.skipped(k) for k in rest) else max(end, rest.stop)
    lines = [i]
    end = i + 1
    for k in range(i + 1, hi):
        if view.skipped(k):
            continue
        if not _is_listed(view, k, lines[-1], i):
            break
        lines.append(k)
        end = k + 1
    _add(view, lines, found)
    return end


def _is_listed(view: View, k: int, above: int, first: int) -> bool:
    """Whether paragraph ``k`` goes on with the list whose last line is ``above``."""
    if view.named(k):
        return view.named(k) == "kinh_gui"
    text, before = view.paras[k].full.strip(), view.paras[above].full.strip()
    if before.endswith((".", "./.")) or len(text) > _LONGEST or view.tables(k):
        return False
    alone = re.sub(r"\W", "", view.fold(first)) in {"kinhgui", "dongkinhgui", "kinhgoi"} or is_telegram(view, first)
    if _LISTED.match(text) or automatic(view.paras[k]):
        return alone or before.endswith((";", ",", ":")) or above != first
    if above == first:
        return alone and not text.endswith((".", ":"))
    # A line that was turned over by hand goes on in small letters.
    return text[:1].islower() and not before.endswith(";")


def _add(view: View, held: list[int], found: Found) -> None:
    for k in held:
        for line in view.lines(k):
            first = _FIRST_LISTED.match(line.text)
            if first:
                found.add("kinh_gui", [view.piece(k, first[0], line.tu)])
                line = view.piece(k, line.text[first.end() :], line.tu + first.end())
            found.add("kinh_gui", [_with_label(view, line)])


def _with_label(view: View, line: Piece) -> Piece:
    """A line whose hyphen is Word's own bullet keeps it."""
    nhan = view.paras[line.doan].nhan
    return Piece(line.doan, f"{nhan} {line.text}", line.tu, line.fold) if nhan else line
