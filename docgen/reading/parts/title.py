"""Name of the type, abstract, the row of signs under them, and the authority of a decision.

NĐ 30, Phụ lục I, mục II, khoản 5; Mẫu 1.1–1.3 for the authority (THẨM QUYỀN BAN HÀNH).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from docgen.reading.parts.folding import is_row
from docgen.reading.parts.header import Header, is_reference, is_title
from docgen.reading.parts.lexicon import DECIDING, addresses, announces, is_body, is_office, sure_basis_verb, type_words
from docgen.reading.parts.number_date import date_span, number_span
from docgen.reading.parts.openings import is_level
from docgen.reading.parts.phrases import mark
from docgen.reading.parts.view import Found, Piece, View

_MOST_PARAGRAPHS: Final = 30
_LONGEST_TITLE: Final = 120
_WORDS_OF_A_NAME: Final = 4
_LONGEST_LINE: Final = 400
_LONGEST_SENTENCE: Final = 120
_MOST_LINES: Final = 8


@dataclass(frozen=True, slots=True)
class _Name:
    """The line that names the type. rest: what of the abstract stands on it. sure: its words are those of a type."""

    line: Piece
    rest: tuple[Piece, ...] = ()
    sure: bool = True


def read_title(view: View, header: Header, lo: int, hi: int, found: Found) -> int:
    """Find type and abstract between ``lo`` and ``hi``; return the index where the paper goes on."""
    if header.cong_van:
        return _type_under_abstract(view, header, hi, found)
    name = _named(view, lo, hi) or _by_look(view, header, hi, found)
    if name is None:
        return header.het
    at = name.line.doan
    told = view.named(at) == "ten_loai"
    lines = [*name.rest, *(one for one in view.lines(at) if one.tu > name.line.tu and not told and not name.rest)]
    lines += _abstract(view, at + 1, hi, lines, deciding=_is_deciding(name.line.fold))
    if not lines and not told and len(name.line.fold.split()) > type_words(name.line.fold) > 0:
        name = _cut(view, name.line)
        lines = list(name.rest)
    found.add("ten_loai", [name.line], "chac" if name.sure else "doan")
    found.add("trich_yeu", lines, "chac" if name.sure and not name.rest else "doan")
    end = max([at, *(one.doan for one in lines)]) + 1
    return _after(view, end, hi, name.line.fold, found)


def _type_under_abstract(view: View, header: Header, hi: int, found: Found) -> int:
    """Take a type that stands below a "V/v" abstract all the same."""
    i = next((k for k in range(header.het, hi) if not view.skipped(k)), None)
    if i is None or not is_title(view, view.line(i)):
        return header.het
    found.add("ten_loai", [view.line(i)])
    return i + 1


def _named(view: View, lo: int, hi: int) -> _Name | None:
    """The line that names a type of paper, before the addressees and the first level of the body."""
    count = 0
    for i in range(lo, hi):
        if view.skipped(i):
            continue
        count += 1
        if view.named(i) == "ten_loai":
            return _Name(view.line(i))
        if count > _MOST_PARAGRAPHS or addresses(view.fold(i)):
            return None
        for line in view.lines(i):
            name = _name_on(view, line)
            if name is not None:
                return name
        if is_level(view.paras[i]):
            return None
    return None


def _name_on(view: View, line: Piece) -> _Name | None:
    """The name of a type on ``line``: alone, with a few words more (``GIẤY MỜI HỌP``), or with the abstract."""
    count, words = type_words(line.fold), line.text.split()
    if not count or line.fold.endswith((":", ";")):
        return None
    if is_title(view, line):
        return _Name(line) if len(words) - count <= _WORDS_OF_A_NAME else _cut(view, line)
    if len(words) > count and " ".join(view.shown(line).split()[:count]).isupper():
        return _cut(view, line)
    return _Name(line, sure=False) if len(words) == count and view.centred(line.doan) else None


def _cut(view: View, line: Piece) -> _Name:
    """Cut a line behind the name of the type."""
    at = 0
    for _ in range(type_words(line.fold)):
        at += len(line.text[at:]) - len(line.text[at:].lstrip())
        at = next((k for k in range(at, len(line.text)) if line.text[k].isspace()), len(line.text))
    rest = view.piece(line.doan, line.text[at:], line.tu + at)
    return _Name(view.piece(line.doan, line.text[:at], line.tu), (rest,))


def _by_look(view: View, header: Header, hi: int, found: Found) -> _Name | None:
    """A title no list knows: the first centred bold line in capitals behind the head."""
    if not (found.has("quoc_hieu") or found.has("tieu_de") or found.has("so_ky_hieu")):
        return None
    i = next((k for k in range(header.het, hi) if not view.skipped(k) and not is_row(view.paras[k].text)), None)
    if i is None or view.tables(i) or is_level(view.paras[i]) or len(view.fold(i)) > _LONGEST_TITLE:
        return None
    line = next(view.lines(i))
    if mark(line) or not view.caps(line) or (view.looks and not (view.centred(i) and view.bold(line))):
        return None
    return _Name(line, sure=False)


def _is_deciding(folded: str) -> bool:
    return " ".join(folded.split()[: type_words(folded)]) in DECIDING


def _abstract(view: View, start: int, hi: int, before: list[Piece], *, deciding: bool) -> list[Piece]:
    """The lines of the abstract from paragraph ``start`` on."""
    lines: list[Piece] = []
    gap = False
    for i in range(start, hi):
        if view.boxed(i):
            continue
        if view.blank(i):
            gap = gap or not is_row(view.paras[i].text)
            if view.paras[i].ke and (lines or before):
                break
            continue
        full = len(lines) >= _MOST_LINES and view.named(i) != "trich_yeu"
        above = [*before, *lines]
        if full or not _is_abstract(view, i, above, gap) or (deciding and above and _is_authority(view, i, named=True)):
            break
        lines += view.lines(i)
        gap = False
    return lines


def _is_abstract(view: View, i: int, above: list[Piece], gap: bool) -> bool:
    line, text = view.line(i), view.paras[i].text
    if view.named(i):
        return view.named(i) == "trich_yeu"
    if is_row(text) or mark(line) or addresses(line.fold) or is_reference(line.fold) or number_span(line.text):
        return False
    if (
        len(line.fold) > _LONGEST_LINE * (1 + view.caps(line))
        or announces(line.fold)
        or bool(view.tables(i)) != _in_table(view, above, i)
    ):
        return False
    if is_level(view.paras[i]):
        return False
    if view.looks:
        return _looks_abstract(view, i, line, above, gap)
    end = line.text[-1:]
    if above:
        goes_on = above[-1].text.endswith((",", "-")) or not (sure_basis_verb(line.fold) or end in ".;,")
        return goes_on and end not in ";:" and view.caps(line) == view.caps(above[-1])
    return end not in ";:" and (end != "." or len(line.text) <= _LONGEST_SENTENCE or view.caps(line))


def _in_table(view: View, above: list[Piece], i: int) -> bool:
    return bool(view.tables(above[-1].doan)) if above else bool(view.tables(i))


def _looks_abstract(view: View, i: int, line: Piece, above: list[Piece], gap: bool) -> bool:
    """By its look: centred, or bold; under a gap only when it looks like the line above."""
    bold, centred = view.bold(line), view.centred(i)
    if not above:
        return centred or bool(bold)
    if centred != view.centred(above[-1].doan) or (bold != view.bold(above[-1])):
        return False
    if gap and not (centred and not view.caps(line)):
        return False
    return (centred or bool(bold)) and (view.caps(line) == view.caps(above[-1]) or not view.caps(line))


def _after(view: View, start: int, hi: int, name: str, found: Found) -> int:
    """Take the row of signs and, for a decision, the authority; return where the rest begins."""
    at = start
    authority: list[Piece] = []
    deciding = _is_deciding(name)
    for i in range(start, hi):
        if view.skipped(i):
            continue
        line = view.line(i)
        if is_row(view.paras[i].text):
            found.add("gach_ten_loai", [line])
        elif _is_late(line, found):
            pass
        elif deciding and len(authority) < 3 and _is_authority(view, i):
            authority += view.lines(i)
        else:
            break
        at = i + 1
    found.add("tham_quyen", authority)
    return at


def _is_late(line: Piece, found: Found) -> bool:
    """Take a number or a date that stands under the title, as contracts have them."""
    number, date = number_span(line.text), date_span(line.text)
    if number and number[0][1] == len(line.text) and not found.has("so_ky_hieu"):
        found.add("so_ky_hieu", [line], "doan")
        return True
    if date and date[0] == (0, len(line.text)) and not found.has("dia_danh_ngay"):
        found.add("dia_danh_ngay", [line], "doan")
        return True
    return False


def _is_authority(view: View, i: int, *, named: bool = False) -> bool:
    """Whether paragraph ``i`` says who decides. named: it must begin with an office or a body."""
    line = view.line(i)
    if named and not (is_office(line.fold) or is_body(line.fold)):
        return False
    return (
        view.caps(line)
        and len(line.fold) <= _LONGEST_TITLE
        and not line.fold.endswith(":")
        and not is_level(view.paras[i])
        and not view.tables(i)
    )
