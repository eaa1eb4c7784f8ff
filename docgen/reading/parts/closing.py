"""Where the end of a paper stands: recipients and signatures, in a table or not, with or without "Nơi nhận"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from docgen.reading.parts.appendix_label import is_appendix_label
from docgen.reading.parts.cutting import cut
from docgen.reading.parts.folding import is_row
from docgen.reading.parts.lexicon import is_body
from docgen.reading.parts.named import SIGNATURE
from docgen.reading.parts.number_date import date_span
from docgen.reading.parts.openings import is_level
from docgen.reading.parts.phrases import phrase
from docgen.reading.parts.signing import is_authority, is_name, is_office_line, is_sign_note
from docgen.reading.parts.view import Piece, View

_LABEL: Final = re.compile(r"[*_ ]*noi (?:nhan|gui) ?(?::.*)?[*_. ]*")
_RECIPIENT: Final = re.compile(r"[*_ ]*(?:[-–+•·]|nhu |luu)")
_LONGEST_LINE: Final = 110
_MOST_ABOVE: Final = 14
_MOST_LINES: Final = 80


@dataclass(frozen=True, slots=True)
class Closing:
    """start, end: its paragraphs. label: the words "Nơi nhận:". stacks: pieces of each column, from the left.

    cells: whether the columns are those of a table.
    """

    start: int
    end: int
    label: Piece | None
    stacks: tuple[tuple[Piece, ...], ...]
    cells: bool


def is_label(one: Piece) -> bool:
    """Whether a piece is "Nơi nhận:", alone or with the first recipient behind it."""
    return _LABEL.fullmatch(one.fold) is not None


def find_closing(view: View, start: int, hi: int) -> Closing | None:
    """Find the end of the paper between ``start`` and ``hi`` (where appendices begin)."""
    label = _label(view, start, hi)
    if label is not None:
        table = _table_of(view, label.doan)
        found = _in_table(view, table, label, start, hi) if table else _in_lines(view, label, start, hi)
        return found if _is_signed(view, found) else _with_table(view, found, start, hi)
    return _signed_table(view, start, hi) or _signed_lines(view, start, hi)


def _label(view: View, start: int, hi: int) -> Piece | None:
    """The first "Nơi nhận:" that has recipients behind it, or else the first."""
    held: list[Piece] = []
    for i in range(start, hi):
        if ("noi nhan" in view.fold(i) or "noi gui" in view.fold(i)) and not view.boxed(i):
            found = next((one for one in cut(view, i) if is_label(one)), None)
            if found is not None and _has_recipients(view, found, hi):
                return found
            held += [found] if found else []
    return held[0] if held else None


def _has_recipients(view: View, label: Piece, hi: int) -> bool:
    behind = label.fold.partition(":")[2].strip(" *_")
    own = [one.fold for one in cut(view, label.doan) if one.tu > label.tu and one.cot == 0]
    below = next((view.fold(k) for k in range(label.doan + 1, hi) if not view.skipped(k)), "")
    first = behind or next(iter(own), below)
    return _RECIPIENT.match(first) is not None or view.paras[label.doan].nhan != ""


def _table_of(view: View, i: int) -> int | None:
    """The innermost table around paragraph ``i`` that sets something beside its cell."""
    tables = view.tables(i)
    for table in tables:
        own = view.cell_in(i, table)
        if any(not view.skipped(k) and view.cell_in(k, table) != own for k in view.span(table, i)):
            return table
    return tables[-1] if tables else None


def _in_table(view: View, table: int, label: Piece, start: int, hi: int) -> Closing:
    span = [i for i in view.span(table, label.doan) if start <= i < hi]
    cell = view.cell_in(label.doan, table)
    row = _first_row(view, table, span, cell[1] if cell else 1)
    held = [i for i in span if (view.cell_in(i, table) or (0, 0, 0))[1] >= row]
    stacks = _by_column(view, table, held)
    first, end = held[0], held[-1] + 1
    if len(stacks) == 1:
        # The signature may stand under a table that holds the recipients only.
        below = _lines_below(view, end, hi)
        stacks += [tuple(one for i in below for one in cut(view, i))] if below else []
        end = below[-1] + 1 if below else end
    return Closing(first, end, label, tuple(stacks), True)


def _first_row(view: View, table: int, span: Sequence[int], row: int) -> int:
    """The row where the block begins: a signature can begin above the row of the recipients."""
    rows: dict[int, list[int]] = {}
    for i in span:
        rows.setdefault((view.cell_in(i, table) or (0, 0, 0))[1], []).append(i)
    while row - 1 in rows:
        words = [one for i in rows[row - 1] if not view.skipped(i) for one in cut(view, i)]
        if any(len(one.text) > _LONGEST_LINE or not _signs(view, one) for one in words):
            break
        row -= 1
    return row


def _by_column(view: View, table: int, held: Iterable[int]) -> list[tuple[Piece, ...]]:
    columns: dict[int, list[Piece]] = {}
    for i in held:
        cell = view.cell_in(i, table)
        if cell and not view.boxed(i) and not view.blank(i):
            columns.setdefault(view.column(cell), []).extend(cut(view, i))
    return [tuple(columns[key]) for key in sorted(columns)]


def _in_lines(view: View, label: Piece, start: int, hi: int) -> Closing:
    """Recipients and signature as plain lines: one after the other, or side by side with tabs."""
    first = _above(view, label.doan, start)
    below = _lines_below(view, label.doan + 1, hi, listed=True)
    held = [i for i in (*range(first, label.doan + 1), *below) if not view.skipped(i)]
    pieces = [one for i in held for one in cut(view, i)]
    # Left of the signature stand the recipients; a line alone is told apart by its words.
    left = tuple(one for one in pieces if one.cot == 0)
    right = tuple(one for one in pieces if one.cot > 0)
    end = (below[-1] if below else label.doan) + 1
    return Closing(first, end, label, (left, right) if right else (left,), False)


def _above(view: View, label: int, start: int) -> int:
    """The first of the signature lines that stand right above "Nơi nhận:"."""
    first, names = label, False
    for i in range(label - 1, max(start, label - 3 * _MOST_ABOVE) - 1, -1):
        if view.skipped(i):
            continue
        words = list(cut(view, i))
        if view.tables(i) or not words or any(not _signs(view, one) for one in words):
            break
        names = names or any(is_authority(view.shown(one)) or is_office_line(view, one) for one in words)
        first = i
    return first if names else label


def _lines_below(view: View, at: int, hi: int, *, listed: bool = False) -> list[int]:
    """The lines from ``at`` on that still belong to the end of the paper."""
    held: list[int] = []
    for i in range(at, hi):
        if view.skipped(i):
            continue
        if len(held) >= _MOST_LINES or not _belongs(view, i, listed=listed):
            break
        if _is_head(view, i):
            return _without_head(view, held)
        held.append(i)
    return held


def _is_head(view: View, i: int) -> bool:
    """Whether the head of another paper stands on paragraph ``i``."""
    return any((phrase(one) or ("",))[0] in {"quoc_hieu", "tieu_ngu", "tieu_de"} for one in cut(view, i))


def _without_head(view: View, held: list[int]) -> list[int]:
    """Give back the body's name that stands above Quốc hiệu: all that follows the signer's name."""
    while held and view.caps(view.line(held[-1])) and not is_office_line(view, view.line(held[-1])):
        held.pop()
    return held


def _belongs(view: View, i: int, *, listed: bool) -> bool:
    if view.new_page(i) or view.tables(i):
        return False
    folded, text = view.fold(i), view.paras[i].text
    if is_row(text) or folded[:1] in "¹²³⁽[" or is_appendix_label(view, i):
        return False
    if listed and (folded.startswith(("-", "+", "*", "luu")) or view.paras[i].nhan):
        return len(folded) <= 3 * _LONGEST_LINE
    words = list(cut(view, i))
    return all(len(one.text) <= _LONGEST_LINE for one in words) and (
        not is_level(view.paras[i]) or any(is_authority(view.shown(one)) for one in words)
    )


def _signs(view: View, one: Piece) -> bool:
    """Whether a piece can stand in a signature."""
    shown = view.shown(one)
    return view.named(one.doan) in SIGNATURE or (
        is_authority(shown)
        or is_office_line(view, one)
        or is_sign_note(one.fold)
        or is_name(one.text)
        or date_span(one.text) is not None
        or (view.caps(one) and is_body(one.fold))
    )


def _is_signed(view: View, closing: Closing) -> bool:
    """Whether a line says who signs."""
    return any(
        is_authority(view.shown(one)) or is_office_line(view, one) or view.named(one.doan) in SIGNATURE
        for stack in closing.stacks
        for one in stack
    )


def _with_table(view: View, closing: Closing, start: int, hi: int) -> Closing:
    """Put the signatures to it when they stand in a table of their own, right above the recipients or below."""
    above = _signed_table(view, start, closing.start)
    if above is not None:
        return Closing(above.start, closing.end, closing.label, closing.stacks + above.stacks, True)
    below = next((k for k in range(closing.end, hi) if not view.skipped(k)), None)
    if below is None or not view.tables(below) or view.new_page(below):
        return closing
    stop = min(view.span(view.tables(below)[-1], below).stop, hi)
    signed = _signed_table(view, below, stop)
    return Closing(closing.start, stop, closing.label, closing.stacks + signed.stacks, True) if signed else closing


def _signed_table(view: View, start: int, hi: int) -> Closing | None:
    """The last table of the paper, when it holds signatures and nothing else."""
    last = next((i for i in range(hi - 1, start - 1, -1) if not view.skipped(i)), None)
    if last is None or not view.tables(last):
        return None
    table = _table_of(view, last)
    if table is None or view.bordered(table):
        return None
    held = [i for i in view.span(table, last) if start <= i < hi]
    words = [one for i in held if not view.skipped(i) for one in cut(view, i)]
    if len(words) > _MOST_LINES or any(len(one.text) > _LONGEST_LINE or one.text[-1:] in ";,." for one in words):
        return None
    cells = {view.cell_in(i, table) for i in held if not view.skipped(i)}
    named = [one for one in words if _signs(view, one)]
    if len(named) < len(cells) or not any(is_name(one.text) for one in words):
        return None
    return Closing(held[0], held[-1] + 1, None, tuple(_by_column(view, table, held)), True)


def _signed_lines(view: View, start: int, hi: int) -> Closing | None:
    """The last lines of the paper, when they are a signature."""
    held: list[int] = []
    for i in range(hi - 1, start - 1, -1):
        if view.skipped(i):
            continue
        words = list(cut(view, i))
        ends = view.paras[i].text.rstrip().endswith((";", ":", "./.", "."))
        if len(held) >= _MOST_ABOVE or view.tables(i) or ends or any(len(one.text) > _LONGEST_LINE for one in words):
            break
        if is_level(view.paras[i]) and not any(is_authority(view.shown(one)) for one in words):
            break
        held.append(i)
    above: int | None = None
    while held and not _opens(view, held[-1]):
        above = held.pop()
    if not held:
        return None
    if above is not None and date_span(view.paras[above].text) is not None:
        held.append(above)
    held.reverse()
    pieces = [one for i in held for one in cut(view, i)]
    wide = [one for one in pieces if one.so_cot > 1]
    stacks = [tuple(one for one in pieces if one.cot == cot) for cot in range(max(one.so_cot for one in pieces))]
    return Closing(held[0], held[-1] + 1, None, tuple(stacks) if wide else (tuple(pieces),), False)


def _opens(view: View, i: int) -> bool:
    """Whether a signature can begin with paragraph ``i``."""
    return any(is_authority(view.shown(one)) or is_office_line(view, one) for one in cut(view, i))
