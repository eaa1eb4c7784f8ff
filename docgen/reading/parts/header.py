"""The head of a paper: Quốc hiệu or Tiêu đề, the bodies, number, place and date, marks, and a công văn's abstract.

Found by what they say, in tables of any shape, on lines made with tabs, or flattened to plain lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.reading.facts import Paper
from docgen.reading.parts.cutting import cut
from docgen.reading.parts.folding import fold, is_row
from docgen.reading.parts.issuers import add_issuers
from docgen.reading.parts.lexicon import addresses, is_body, sure_basis_verb, type_words
from docgen.reading.parts.named import HEAD, ISSUERS, PREAMBLE
from docgen.reading.parts.number_date import bare_number, date_span, number_span
from docgen.reading.parts.openings import is_level
from docgen.reading.parts.phrases import phrase
from docgen.reading.parts.view import Chac, Found, Piece, View

_RIGHT: Final = frozenset({"quoc_hieu", "tieu_ngu", "tieu_de", "dia_danh_ngay"})
_HEAD: Final = _RIGHT | {"so_ky_hieu"}
_MARKS: Final = frozenset({"do_mat", "do_khan", "du_thao", "luu_hanh"})
_REFERENCE: Final = re.compile(r"\(?(?:[\w ]{0,30})?kem theo\b.*")
_PROMULGATED: Final = re.compile(r"\((?:\w+ ){0,4}kem theo (?:quyet dinh|nghi quyet)\b")
_TITLE_PARAS: Final = 40
_MOST_PARAGRAPHS: Final = 60
_LONGEST_LINE: Final = 160
_LEAST_BASIS: Final = 40
_LONGEST_ABSTRACT: Final = 120

Column = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Seen:
    """A piece and what it is; kind "" when its words do not tell."""

    piece: Piece
    kind: str
    chac: Chac


@dataclass(slots=True)
class Header:
    """het: index of the first paragraph behind the header. cong_van: a "V/v" abstract was found in it."""

    het: int
    cong_van: bool = False
    seen: list[Seen] = field(default_factory=list)


def read_header(view: View, lo: int, hi: int, found: Found) -> Header:
    """Find the parts of the head among paragraphs ``lo`` to ``hi`` and add them to ``found``."""
    zone = _zone(view, lo, hi)
    seen = [_see(view, one) for i in zone if not view.blank(i) for one in cut(view, i)]
    header = Header(zone[-1] + 1 if zone else lo, seen=seen)
    _no_number_twice(seen)
    for ten in ("quoc_hieu", "tieu_ngu", "tieu_de", "so_ky_hieu", "dia_danh_ngay"):
        first = next((one for one in seen if one.kind == ten), None)
        if first:
            found.add(ten, [first.piece], first.chac)
    for one in seen:
        if one.kind in _MARKS and not found.has(one.kind):
            found.add(one.kind, [one.piece], one.chac)
    used = _abstract(view, seen, header, found)
    _issuers(view, [one for one in seen if one.piece not in used], found)
    header.het = _end(view, header, found, lo)
    return header


def _zone(view: View, lo: int, hi: int) -> list[int]:
    """The paragraphs that may belong to the head."""
    zone: list[int] = []
    heads: dict[int, bool] = {}
    count = 0
    for i in range(lo, hi):
        if view.blank(i) or view.boxed(i):
            zone.append(i)
            continue
        table = view.tables(i)[-1:]
        if table and table[0] not in heads:
            heads[table[0]] = _is_head_table(view, table[0], i, hi)
        count += 1
        if (table and not heads[table[0]]) or count > _MOST_PARAGRAPHS or _stops(view, i, bool(table)):
            break
        zone.append(i)
    return zone


def _is_head_table(view: View, table: int, i: int, hi: int) -> bool:
    held = [k for k in view.span(table, i) if i <= k < min(hi, i + _MOST_PARAGRAPHS) and not view.blank(k)]
    kinds = {_see(view, one).kind for k in held for one in cut(view, k)}
    return bool(kinds & (_HEAD | _MARKS))


def _stops(view: View, i: int, in_table: bool) -> bool:
    """Whether paragraph ``i`` is something that follows a head."""
    folded, named = view.fold(i), view.named(i)
    if named in ISSUERS or named in HEAD or is_row(view.paras[i].text):
        return False
    if named == "ten_loai" or named in PREAMBLE or addresses(folded) or is_reference(folded):
        return True
    if is_title(view, next(view.lines(i))) or (sure_basis_verb(folded) and len(folded) > _LEAST_BASIS):
        return True
    if in_table:
        return False
    return is_level(view.paras[i]) or (len(folded) > _LONGEST_LINE and not folded.startswith("v/v"))


def is_title(view: View, one: Piece) -> bool:
    """Whether a line names a type of paper, in capitals, with at most a few words behind."""
    count = type_words(one.fold)
    return bool(count) and view.caps(one) and not one.fold.endswith(":")


def is_reference(folded: str) -> bool:
    """Whether a line is "(Kèm theo …)", as under the title of an appendix or of a regulation."""
    return _REFERENCE.match(folded) is not None


def is_promulgated(paper: Paper, is_numbered: bool) -> bool:
    """Whether another paper promulgates this one: no number of its own, "(Kèm theo …)" under the title (Mẫu 1.3)."""
    return not is_numbered and any(_PROMULGATED.match(fold(para.text.strip())) for para in paper.paras[:_TITLE_PARAS])


def _see(view: View, one: Piece) -> Seen:
    named = view.named(one.doan)
    if named in ISSUERS:
        return Seen(one, "", "chac")
    known = phrase(one)
    if known:
        return Seen(one, *known)
    if is_row(one.text):
        return Seen(one, "gach", "chac")
    number = number_span(one.text)
    if number and number[0][1] >= len(one.text.rstrip(" .;,")):
        return Seen(one, "so_ky_hieu", number[1])
    date = date_span(one.text)
    if date and date[0][0] == 0:
        return Seen(one, "dia_danh_ngay", date[1])
    if one.fold.startswith(("v/v", "v/v:")) or (one.fold.startswith("ve viec") and not view.caps(one)):
        return Seen(one, "v/v", "chac" if one.fold.startswith("v/v") else "doan")
    if bare_number(one.text):
        return Seen(one, "so_ky_hieu", "doan")
    return Seen(one, named if named in HEAD else "", "doan")


def _no_number_twice(seen: list[Seen]) -> None:
    """A number without "Số" counts only where there is no other."""
    sure = any(one.kind == "so_ky_hieu" and not bare_number(one.piece.text) for one in seen)
    if sure:
        for k, one in enumerate(seen):
            if one.kind == "so_ky_hieu" and bare_number(one.piece.text):
                seen[k] = Seen(one.piece, "", "doan")


def _column(view: View, one: Piece) -> Column:
    """Where a piece stands across the page: its box, its column of a table, its place in the line."""
    if view.boxed(one.doan):
        return "hop", view.paras[one.doan].hop_chu or 0, 0
    cells = list(view.cells(one.doan))
    return ("bang", cells[-1][0], view.column(cells[-1])) if cells else ("", 0, one.cot)


def _abstract(view: View, seen: Sequence[Seen], header: Header, found: Found) -> list[Piece]:
    """Add the abstract under the number ("V/v …") with the lines it runs on to."""
    at = next((k for k, one in enumerate(seen) if one.kind == "v/v" and _stands_under(seen, k)), None)
    if at is None:
        return []
    first = seen[at].piece
    lines = [first]
    for k in range(at + 1, len(seen)):
        one = seen[k]
        if one.kind or not _runs_on(view, lines[-1], one.piece):
            break
        lines.append(one.piece)
    header.cong_van = True
    found.add("trich_yeu", lines, seen[at].chac)
    return lines


def _stands_under(seen: Sequence[Seen], k: int) -> bool:
    """Whether an abstract stands where a công văn has it; "Về việc" alone must follow the number or the date."""
    return seen[k].chac == "chac" or (k > 0 and seen[k - 1].kind in {"so_ky_hieu", "dia_danh_ngay"})


def _runs_on(view: View, above: Piece, one: Piece) -> bool:
    if one.doan == above.doan:
        return True
    if view.parted(above.doan, one.doan) or one.so_cot > 1:
        return False
    if view.tables(one.doan):
        return view.paras[one.doan].o == view.paras[above.doan].o and not view.caps(one)
    return not view.tables(above.doan) and len(one.text) <= _LONGEST_ABSTRACT and not above.text.endswith(".")


def _issuers(view: View, seen: Sequence[Seen], found: Found) -> None:
    right = {_column(view, one.piece) for one in seen if one.kind in _RIGHT}
    number = next((k for k, one in enumerate(seen) if one.kind == "so_ky_hieu"), None)
    last_right = max((k for k, one in enumerate(seen) if one.kind in _RIGHT), default=None)
    stop = number if number is not None else None if last_right is None else last_right + 1
    held = [k for k, one in enumerate(seen[:stop]) if not one.kind and not view.boxed(one.piece.doan)]
    in_table = [k for k in held if view.tables(seen[k].piece.doan)]
    if in_table:
        held = [k for k in in_table if _column(view, seen[k].piece) not in right]
    caps = [k for k in held if view.caps(seen[k].piece) or view.named(seen[k].piece.doan) in ISSUERS]
    if not caps and not in_table:
        return
    if stop is None:
        caps = [k for k in caps[:1] if is_body(seen[k].piece.fold)]
    chosen = caps or held
    add_issuers(view, [seen[k].piece for k in chosen], found, sure=bool(caps) and stop is not None)
    if chosen:
        _rows(view, seen[chosen[-1] + 1 : (number or len(seen))], right, found)


def _rows(view: View, seen: Iterable[Seen], right: set[Column], found: Found) -> None:
    """Add the row of asterisks under the body's name."""
    for one in seen:
        if one.kind == "gach" and (_column(view, one.piece) not in right or not view.tables(one.piece.doan)):
            found.add("gach_co_quan", [one.piece])
            return


def _end(view: View, header: Header, found: Found, lo: int) -> int:
    """The first paragraph that belongs to no part of the head."""
    used = [i for parts in found.parts.values() for part in parts for i in part.doan if i >= lo]
    seen = {one.piece.doan for one in header.seen if one.kind and one.kind != "v/v"}
    last = max([i for i in (*used, *seen) if not view.boxed(i)], default=lo - 1)
    table = view.tables(last)[-1:] if last >= lo else ()
    if table:
        in_head = {one.piece.doan for one in header.seen}
        last = max(
            i for i in view.span(table[0], last) if i in in_head or i <= last or (view.blank(i) and i < header.het)
        )
    return last + 1
