"""What follows the signature: appendices and papers issued with the paper, and notes typed under it.

NĐ 30, Phụ lục I, mục III, khoản 1 (``Phụ lục I``, title, "(Kèm theo …)"); Mẫu 1.3 for a regulation with a head of
its own; Mẫu 2.1.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from docgen.reading.facts import Part
from docgen.reading.parts.appendix_label import cut_label, is_appendix_label, is_form_label
from docgen.reading.parts.cutting import cut
from docgen.reading.parts.folding import is_row
from docgen.reading.parts.header import is_reference, read_header
from docgen.reading.parts.openings import is_level
from docgen.reading.parts.phrases import phrase
from docgen.reading.parts.view import Found, Piece, View

ATTACHED: Final = "kem_theo"
"""The kind of appendix that is a paper of its own, with Quốc hiệu or Tiêu đề (Mẫu 1.3)."""

_NOTE: Final = re.compile(r"(?:[¹²³⁴-⁹]|\[\d+\]|\(\d+\)|\*+)\s?\S")
# What docgen's templates call the lines of a title; a paper that is promulgated bears its own type.
_TITLES: Final = frozenset({"phu_luc_ten", "ten_loai", "trich_yeu"})
_LONGEST: Final = 250
_LEAST_APART: Final = 4
_MOST_HEAD: Final = 12


@dataclass(frozen=True, slots=True)
class Appendix:
    """One appendix. doan: all its paragraphs. kieu: "kem_theo" when it has a head of its own.

    nhan: ``Phụ lục I``. ten: title, one line a line. dan_chieu: "(Kèm theo …)". dau: parts of its own head, by name.
    noi_dung: its body, as indexes.
    """

    doan: tuple[int, ...]
    kieu: str = "phu_luc"
    nhan: Part | None = None
    ten: Part | None = None
    dan_chieu: Part | None = None
    dau: Mapping[str, tuple[Part, ...]] = field(default_factory=dict)
    noi_dung: tuple[int, ...] = ()


def first_appendix(view: View, start: int, hi: int) -> int:
    """Where appendices surely begin before any signature was looked for; ``hi`` when nowhere."""
    for i in range(start, hi):
        if not view.skipped(i) and view.new_page(i) and is_appendix_label(view, i):
            return i
    return hi


def read_appendices(view: View, start: int, hi: int, found: Found) -> tuple[Appendix, ...]:
    """Add phu_luc, one part each, and chu_thich for notes typed under the signature, between ``start`` and ``hi``."""
    starts = _starts(view, _past_notes(view, start, hi, found), hi)
    appendices: list[Appendix] = []
    for k, (at, sure) in enumerate(starts):
        end = starts[k + 1][0] if k + 1 < len(starts) else hi
        while end > at and view.blank(end - 1):
            end -= 1
        one = _read(view, at, end)
        appendices.append(one)
        head = "\n".join(part.text for part in (one.nhan, one.ten, one.dan_chieu) if part)
        found.parts.setdefault("phu_luc", []).append(Part("phu_luc", one.doan, head, "chac" if sure else "doan"))
    return tuple(appendices)


def _past_notes(view: View, start: int, hi: int, found: Found) -> int:
    """Take footnotes that were typed as text under the signature."""
    for i in range(start, hi):
        if view.skipped(i):
            continue
        if not _NOTE.match(view.paras[i].text.strip()) or is_row(view.paras[i].text) or view.new_page(i):
            return i
        found.add("chu_thich", [view.line(i)])
    return hi


def _starts(view: View, start: int, hi: int) -> list[tuple[int, bool]]:
    """Where each appendix begins, and whether that is sure."""
    starts: list[tuple[int, bool]] = []
    lines = 0
    i = start
    while i < hi:
        if view.skipped(i):
            i += 1
            continue
        table = view.tables(i)[-1:]
        span = view.span(table[0], i) if table else range(i, i + 1)
        last = min(span.stop, hi)
        sure = _begins(view, i, last, hi)
        fresh = view.new_page(i) or (lines >= _LEAST_APART and not is_form_label(view, i))
        if not starts or (sure and fresh):
            starts.append((i, sure))
            lines = 0
        lines += sum(not view.skipped(k) for k in range(i, last))
        i = last
    if starts and not starts[0][1] and _has_head(view, starts[0][0], hi):
        starts[0] = (starts[0][0], True)
    if starts and not starts[0][1] and not _is_long(view, starts[0][0], starts[1][0] if len(starts) > 1 else hi):
        del starts[0]
    return starts


def _has_head(view: View, start: int, hi: int) -> bool:
    """Whether Quốc hiệu stands among the first lines, under the body's name."""
    held = [k for k in range(start, min(hi, start + 2 * _MOST_HEAD)) if not view.skipped(k)]
    return any(_has_phrase(view, k) for k in held[:_LEAST_APART])


def _is_long(view: View, start: int, end: int) -> bool:
    """Whether what stands there is more than a line or two left under the signature."""
    return view.new_page(start) or sum(not view.skipped(k) for k in range(start, end)) >= _LEAST_APART


def _begins(view: View, i: int, last: int, hi: int) -> bool:
    """Whether an appendix surely begins with paragraph ``i``, or with the table from ``i`` to ``last``."""
    if view.tables(i):
        held = [k for k in range(i, min(last, i + _MOST_HEAD)) if not view.skipped(k)]
        plain = not view.bordered(view.tables(i)[-1])
        return any(_has_phrase(view, k) or (plain and is_appendix_label(view, k)) for k in held)
    if is_appendix_label(view, i) or _has_phrase(view, i):
        return True
    return view.new_page(i) and _refers(view, i, hi)


def _has_phrase(view: View, i: int) -> bool:
    """Whether Quốc hiệu or Tiêu đề stands in paragraph ``i``."""
    folded = view.fold(i)
    known = len(folded) <= _LONGEST and any(words in folded for words in ("viet nam", "chi minh", "hoa xa hoi"))
    return known and any((phrase(one) or ("",))[0] in {"quoc_hieu", "tieu_de"} for one in cut(view, i))


def _refers(view: View, i: int, hi: int) -> bool:
    """Whether "(Kèm theo …)" stands among the first lines from ``i`` on."""
    held = 0
    for k in range(i, hi):
        if view.skipped(k):
            continue
        held += 1
        if held > _MOST_HEAD // 2 or view.tables(k) or is_level(view.paras[k]):
            return False
        if is_reference(view.fold(k)):
            return True
    return False


def _read(view: View, at: int, end: int) -> Appendix:
    """Read label, title and reference of the appendix from ``at`` to ``end``."""
    own = Found()
    begins = at
    kieu = "phu_luc"
    head = [k for k in range(at, min(end, at + 3 * _MOST_HEAD)) if not view.skipped(k)][:_MOST_HEAD]
    if any(_has_phrase(view, k) for k in head):
        kieu, begins = ATTACHED, read_header(view, at, end, own).het
    labelled = next((k for k in head if view.tables(k) and is_appendix_label(view, k)), None)
    if kieu == "phu_luc" and labelled is not None and head[0] in view.span(view.tables(labelled)[-1], labelled):
        begins = min(view.span(view.tables(labelled)[-1], labelled).stop, end)
    else:
        labelled = None
    nhan, title, begins = _label_and_title(view, begins, end)
    reference, begins = _reference(view, begins, end)
    if nhan is None and labelled is not None:
        nhan = view.line(labelled)
    while begins < end and (view.blank(begins) or is_row(view.paras[begins].text)):
        begins += 1
    return Appendix(
        tuple(range(at, end)),
        kieu,
        _one("phu_luc_nhan", [nhan] if nhan else []),
        _one("phu_luc_ten", title),
        _one("phu_luc_dan_chieu", reference),
        own.done(),
        tuple(range(begins, end)),
    )


def _one(ten: str, lines: list[Piece]) -> Part | None:
    if not lines:
        return None
    return Part(ten, tuple(dict.fromkeys(line.doan for line in lines)), "\n".join(line.text for line in lines))


def _label_and_title(view: View, at: int, end: int) -> tuple[Piece | None, list[Piece], int]:
    nhan: Piece | None = None
    title: list[Piece] = []
    begins = at
    for k in range(at, end):
        if view.skipped(k):
            continue
        if is_row(view.paras[k].text):
            break
        if nhan is None and not title and not view.tables(k) and is_appendix_label(view, k):
            nhan, rest = cut_label(view, k)
            title += rest
        elif len(title) >= _MOST_HEAD // 2 or not _is_title(view, k, title):
            break
        else:
            title += view.lines(k)
        begins = k + 1
    return nhan, title, begins


def _is_title(view: View, k: int, title: list[Piece]) -> bool:
    """Whether paragraph ``k`` still belongs to the title of an appendix."""
    line = view.line(k)
    if view.named(k):
        return view.named(k) in _TITLES
    if view.tables(k) or is_reference(line.fold) or len(line.text) > _LONGEST * 2:
        return False
    if view.looks:
        return view.centred(k) and not line.fold.startswith(("chuong ", "phan ", "muc ")) and not _is_unit(line)
    if is_level(view.paras[k]) or line.text.endswith((".", ";", ":")):
        return False
    if not title or (view.caps(line) and view.caps(title[-1])):
        return True
    below = [i for i in range(k + 1, min(k + _MOST_HEAD, len(view.paras))) if not view.skipped(i)]
    return any(is_reference(view.fold(i)) for i in below[: _LEAST_APART - 1])


def _is_unit(line: Piece) -> bool:
    return line.fold.startswith(("don vi tinh", "dvt", "(don vi", "don vi:"))


def _reference(view: View, at: int, end: int) -> tuple[list[Piece], int]:
    """The lines of "(Kèm theo …)", up to its closing bracket."""
    held: list[Piece] = []
    begins = at
    for k in range(at, end):
        if view.skipped(k):
            continue
        line = view.line(k)
        if held and (held[-1].text.rstrip(".").endswith(")") or view.tables(k) or len(held) >= 4):
            break
        if not held and not is_reference(line.fold):
            break
        if held and not held[0].text.startswith("("):
            break
        held.append(line)
        begins = k + 1
    return held, begins
