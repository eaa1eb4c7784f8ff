"""Căn cứ, one part each, the sentence that leads over to the body, and "QUYẾT ĐỊNH:".

NĐ 30, Phụ lục I, mục II, khoản 6 a; Đoàn and Party papers put a hyphen before each basis. Where basis and opening
are one sentence it is the opening.
"""

from __future__ import annotations

import re
from typing import Final

from docgen.reading.parts.addressees import is_address, is_telegram, read_addressees
from docgen.reading.parts.folding import is_row
from docgen.reading.parts.lexicon import announces, basis_verb, issues, sure_basis_verb
from docgen.reading.parts.named import PREAMBLE
from docgen.reading.parts.openings import automatic, label
from docgen.reading.parts.phrases import mark
from docgen.reading.parts.view import Chac, Found, Piece, View

_DECIDES: Final = re.compile(
    r"(?:nay )?(?:quyet dinh|quyet nghi|nghi quyet|chi thi|lenh|ra lenh|ket luan|cong bo) ?: ?"
)
# ", Sở X ban hành Kế hoạch": a body does something, so the sentence is more than a basis.
_CLAUSE: Final = re.compile(
    r", [^,;]{3,90}? (?:ban hanh|de nghi|yeu cau|bao cao|thong bao|xay dung|co y kien|da|xin|kinh|trinh|tong hop"
    r"|nhan duoc|tien hanh|to chuc|trien khai|phoi hop|giao)\b"
)
_QUOTES: Final = '”"’ '
_MOST_BEFORE: Final = 60
_LONGEST_OPENING: Final = 4


def read_preamble(view: View, start: int, hi: int, found: Found) -> int:
    """Add what stands between title and body, from ``start``; return the index where the body begins."""
    decides = _decides(view, start, hi)
    held: list[int] = []
    at = start
    i = start
    while i < hi:
        if view.skipped(i):
            i += 1
            continue
        if i == decides:
            _add(view, held, found, decided=True)
            found.add("loi_quyet_dinh", [view.line(i)])
            return i + 1
        if is_address(view, i) or (is_telegram(view, i) and not held):
            i = at = read_addressees(view, i, hi, found)
            continue
        if not held and _passes(view, i, found):
            i = at = i + 1
            continue
        if decides is None and (view.tables(i) or _begins_body(view, i)):
            break
        held.append(i)
        i += 1
    taken = _add(view, held, found, decided=False)
    return held[taken - 1] + 1 if taken else max(at, start)


def _decides(view: View, start: int, hi: int) -> int | None:
    """Where "QUYẾT ĐỊNH:" stands alone on its line."""
    count = 0
    for i in range(start, hi):
        if view.skipped(i):
            continue
        count += 1
        if count > _MOST_BEFORE:
            return None
        line = view.line(i)
        if _DECIDES.fullmatch(line.fold) and (view.caps(line) or view.centred(i)):
            return i
    return None


def _passes(view: View, i: int, found: Found) -> bool:
    """Take a mark or a row of signs that stands before the text."""
    line = view.line(i)
    if is_row(view.paras[i].text):
        if not found.has("gach_ten_loai"):
            found.add("gach_ten_loai", [line])
        return True
    known = mark(line)
    if known:
        found.add(known[0], [line], known[1])
    return known is not None


def _begins_body(view: View, i: int) -> bool:
    """Whether paragraph ``i`` begins a level of the body, and is no basis with a hyphen."""
    para, named = view.paras[i], view.named(i)
    if named:
        return named not in PREAMBLE
    if basis_verb(view.fold(i)) and not view.fold(i)[:1].isdigit():
        return False
    found = automatic(para) or label(para.text.split("\n", 1)[0])
    if found is not None and not found.weak:
        return not (found.cap.is_bullet and sure_basis_verb(" ".join(view.fold(i).split()[1:])))
    return view.looks and view.bold_from(i, 0) is True and not announces(view.fold(i))


def _add(view: View, held: list[int], found: Found, *, decided: bool) -> int:
    """Add bases and opening among the paragraphs ``held``; return how many of them they are."""
    if decided:
        for i in held:
            _add_bases(view, i, found, "chac" if basis_verb(view.fold(i)) else "doan")
        return len(held)
    opening = _opening(view, held)
    sentences = opening is not None and found.has("ten_loai")
    bases = _bases(view, held if opening is None else held[:opening], sentences=sentences)
    for i, chac in bases:
        _add_bases(view, i, found, chac)
    if opening is None:
        count = len(bases)
        if any(view.named(i) for i in held):
            return count
        if bases and len(held) == count + 1 and issues(view.fold(held[count])):
            found.add("mo_dau", [view.line(held[count])], "doan")
            return count + 1
        if not bases and held and len(held) == 1 and found.has("ten_loai") and sure_basis_verb(view.fold(held[0])):
            found.add("mo_dau", [view.line(held[0])], "doan")
            return 1
        return count
    for i in held[len(bases) : opening + 1]:
        found.add("mo_dau", [view.line(i)], "chac" if i == held[opening] else "doan")
    return opening + 1


def _opening(view: View, held: list[int]) -> int | None:
    """The last paragraph that leads over to what follows: not far below the bases, or the body itself does so."""
    last = range(len(held) - 1, -1, -1)
    named = next((k for k in last if view.named(held[k]) == "mo_dau"), None)
    if named is not None:
        return named
    reach = len(_bases(view, held, sentences=False)) + _LONGEST_OPENING
    leads = (k for k in last if k < reach and view.named(held[k]) != "can_cu" and announces(view.fold(held[k])))
    return next(leads, None)


def _bases(view: View, held: list[int], *, sentences: bool) -> list[tuple[int, Chac]]:
    """The paragraphs at the beginning of ``held`` that are bases. sentences: one may end with a full stop."""
    bases: list[tuple[int, Chac]] = []
    for k, i in enumerate(held):
        found = _basis(view, i, follows=bool(bases), sentences=sentences)
        if found is None and view.fold(i).endswith(";") and k + 1 < len(held):
            found = "doan" if sure_basis_verb(view.fold(held[k + 1])) else None
        if found is None:
            break
        bases.append((i, found))
    return bases


def _basis(view: View, i: int, *, follows: bool, sentences: bool) -> Chac | None:
    """How sure a paragraph is a basis, None when it is none. follows: one stands above it."""
    folded, named = view.fold(i), view.named(i)
    if named:
        return "chac" if named == "can_cu" else None
    ends, verb = folded.rstrip(_QUOTES)[-1:], sure_basis_verb(folded)
    if ends in {";", ","} and (verb or follows):
        return "chac" if verb else "doan"
    if verb and (follows or sentences) and _CLAUSE.search(folded) is None:
        return "chac" if follows else "doan"
    return None


def _add_bases(view: View, i: int, found: Found, chac: Chac) -> None:
    """Add a paragraph, or each of its lines when several bases are typed in one paragraph."""
    lines = list(view.lines(i))
    if len(lines) > 1 and all(sure_basis_verb(one.fold) for one in lines):
        for one in lines:
            found.add("can_cu", [one], chac)
        return
    found.add("can_cu", [_whole(view, i)], chac)


def _whole(view: View, i: int) -> Piece:
    nhan, line = view.paras[i].nhan, view.line(i)
    return Piece(i, f"{nhan} {line.text}", line.tu, line.fold) if nhan else line
