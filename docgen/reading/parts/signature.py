"""Who signs: one signer a column, or several where a paper has them (biên bản, joint papers, contracts).

NĐ 30, Phụ lục I, mục II, khoản 7; Mẫu 1.9 (THƯ KÝ, CHỦ TỌA); another office stands above the name (khoản 7 c) or,
against the rules, under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from docgen.reading.facts import Part
from docgen.reading.parts.lexicon import is_office
from docgen.reading.parts.named import SIGNATURE
from docgen.reading.parts.number_date import date_span
from docgen.reading.parts.signing import is_authority, is_name, is_name_in_capitals, is_sign_note
from docgen.reading.parts.view import Chac, Found, Piece, View, piece

_SIGNED: Final = re.compile(r"\(?\s?đã ký\s?\)?[\s:.,-]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signer:
    """One who signs; what is missing is empty or None."""

    quyen_han: tuple[Part, ...] = ()
    chuc_vu: Part | None = None
    chu_ky: Part | None = None
    ho_ten: Part | None = None
    chuc_vu_khac: tuple[Part, ...] = ()


@dataclass(slots=True)
class _Draft:
    """The lines of one signer by what they are."""

    quyen_han: list[list[Piece]] = field(default_factory=list)
    chuc_vu: list[Piece] = field(default_factory=list)
    chu_ky: list[Piece] = field(default_factory=list)
    ho_ten: Piece | None = None
    khac: list[Piece] = field(default_factory=list)

    def signer(self, view: View) -> Signer | None:
        """The parts of this signer; None when no line says who signs."""
        if not (self.quyen_han or self.chuc_vu or self.ho_ten):
            return None
        sure_office = bool(self.chuc_vu) and is_office(self.chuc_vu[0].fold) and view.caps(self.chuc_vu[0])
        known = bool(self.quyen_han) or sure_office
        sure_name = known and self.ho_ten is not None and is_name(self.ho_ten.text)
        return Signer(
            tuple(_part("quyen_han", lines) for lines in self.quyen_han),
            _part("chuc_vu", self.chuc_vu, "chac" if sure_office else "doan") if self.chuc_vu else None,
            _part("chu_ky", self.chu_ky) if self.chu_ky else None,
            _part("ho_ten", [self.ho_ten], "chac" if sure_name else "doan") if self.ho_ten else None,
            tuple(_part("chuc_vu_khac", [line], "doan") for line in self.khac),
        )


def _part(ten: str, lines: Sequence[Piece], chac: Chac = "chac") -> Part:
    doan = tuple(dict.fromkeys(line.doan for line in lines))
    return Part(ten, doan, "\n".join(line.text for line in lines), chac)


def read_signers(view: View, stacks: Iterable[Sequence[Piece]], found: Found) -> tuple[Signer, ...]:
    """Read the signers out of the columns ``stacks`` and add their parts to ``found``."""
    signers: list[Signer] = []
    for stack in stacks:
        lines = [one for line in stack for one in _apart(line)]
        lines = [line for line in lines if view.named(line.doan) in SIGNATURE or not _is_date(line, found)]
        for one in _split(view, lines):
            signer = _read(view, one).signer(view)
            if signer is not None:
                signers.append(signer)
    signers.sort(key=_first)
    for signer in signers:
        _add(signer, found)
    return tuple(signers)


def _first(signer: Signer) -> int:
    """Signers in rows of a table stand in reading order."""
    parts = (*signer.quyen_han, signer.chuc_vu, signer.ho_ten)
    return min(part.doan[0] for part in parts if part is not None)


def _apart(line: Piece) -> tuple[Piece, ...]:
    """``(đã ký) Nguyễn Văn A`` is a note and a name."""
    signed = _SIGNED.match(line.text)
    if signed is None or not is_name(line.text[signed.end() :]):
        return (line,)
    return (
        piece(line.doan, line.text[: signed.end()], line.tu),
        piece(line.doan, line.text[signed.end() :], line.tu + signed.end()),
    )


def _add(signer: Signer, found: Found) -> None:
    for part in (*signer.quyen_han, signer.chuc_vu, signer.chu_ky, signer.ho_ten, *signer.chuc_vu_khac):
        if part is not None:
            found.parts.setdefault(part.ten, []).append(part)


def _is_date(line: Piece, found: Found) -> bool:
    """Take a place and date that stand above the signature."""
    date = date_span(line.text)
    if date is None or date[0][0] != 0:
        return False
    if not found.has("dia_danh_ngay"):
        found.add("dia_danh_ngay", [line], date[1])
    return True


def _split(view: View, lines: list[Piece]) -> list[list[Piece]]:
    """Part a column that holds several signers under each other: after a name, in another cell."""
    parts: list[list[Piece]] = [[]]
    for k, line in enumerate(lines):
        above = lines[k - 1] if k else None
        if above is not None and len(parts[-1]) > 1 and _is_next(view, above, line, parts[-1]):
            parts.append([])
        parts[-1].append(line)
    return [part for part in parts if part]


def _is_next(view: View, above: Piece, line: Piece, before: list[Piece]) -> bool:
    cell, below = view.paras[above.doan].o, view.paras[line.doan].o
    heads = is_authority(view.shown(line)) or (view.caps(line) and is_office(line.fold))
    named = is_name(above.text) and len(before) > 1
    if cell != below:
        return named and (heads or (len(before) > 2 and not is_name(line.text)))
    return heads and any(is_name(one.text) for one in before)


def _read(view: View, lines: list[Piece]) -> _Draft:
    draft = _Draft()
    if all(view.named(line.doan) in SIGNATURE for line in lines):
        _by_names(view, lines, draft)
        return draft
    rest = [line for line in lines if not is_sign_note(line.fold)]
    draft.chu_ky = [line for line in lines if is_sign_note(line.fold)]
    rest = _authority(view, rest, draft)
    rest = _office(view, rest, draft)
    _name(rest, draft)
    return draft


def _by_names(view: View, lines: list[Piece], draft: _Draft) -> None:
    """Take the lines for what their styles are named for."""
    held = {ten: [line for line in lines if view.named(line.doan) == ten] for ten in SIGNATURE}
    draft.quyen_han = [[line] for line in held["quyen_han"]]
    draft.chuc_vu, draft.chu_ky, draft.khac = held["chuc_vu"], held["chu_ky"], held["chuc_vu_khac"]
    draft.ho_ten = next(iter(held["ho_ten"]), None)
    draft.khac += held["ho_ten"][1:]


def _authority(view: View, lines: list[Piece], draft: _Draft) -> list[Piece]:
    """Take the authority lines with the lines they run on to; return what is below."""
    last = max((k for k, line in enumerate(lines) if is_authority(view.shown(line))), default=-1)
    for line in lines[: last + 1]:
        if is_authority(view.shown(line)) or not draft.quyen_han:
            draft.quyen_han.append([line])
        else:
            draft.quyen_han[-1].append(line)
    rest = lines[last + 1 :]
    block = _block(view, rest, one_office=False)
    if last >= 0 and len(block) > 1 and not is_office(block[0].fold):
        office = next((k for k, line in enumerate(block) if is_office(line.fold)), len(block) - 1)
        draft.quyen_han[-1] += block[:office]
        return rest[office:]
    return rest


def _block(view: View, lines: list[Piece], *, one_office: bool = True) -> list[Piece]:
    """The lines in capitals at the top, up to a gap where the signature goes, or up to a second office."""
    block: list[Piece] = []
    for k, line in enumerate(lines):
        if not view.caps(line) or (k and _gap(view, lines[k - 1], line) > 1):
            break
        if one_office and block and is_office(line.fold):
            break
        block.append(line)
    return block


def _gap(view: View, above: Piece, below: Piece) -> int:
    """How many empty paragraphs lie between two lines."""
    return sum(view.blank(i) for i in range(above.doan + 1, below.doan)) if view.looks else 0


def _office(view: View, lines: list[Piece], draft: _Draft) -> list[Piece]:
    """Take the office; return what is below."""
    block = _block(view, lines)
    if not block and lines and not draft.quyen_han and not is_name(lines[0].text):
        block = _mixed_block(view, lines)
    while len(block) > 1 and block[-1] is lines[-1] and is_name_in_capitals(block[-1].text):
        block = block[:-1]
    if draft.quyen_han and len(block) == len(lines) == 1 and not is_office(block[0].fold):
        block = [] if is_name_in_capitals(block[0].text) else block
    draft.chuc_vu = block
    return lines[len(block) :]


def _mixed_block(view: View, lines: list[Piece]) -> list[Piece]:
    """An office not in capitals: the lines up to the gap, or all but the last."""
    gap = next((k for k in range(1, len(lines)) if _gap(view, lines[k - 1], lines[k]) > 1), None)
    name = next((k for k in range(1, len(lines)) if is_name(lines[k].text)), None)
    at = gap or name
    return lines[:at] if at else lines if len(lines) == 1 else lines[:-1]


def _name(lines: list[Piece], draft: _Draft) -> None:
    """Take the name; other lines are other offices."""
    at = next((k for k, line in enumerate(lines) if is_name(line.text)), None)
    if at is None:
        at = next((k for k in range(len(lines) - 1, -1, -1) if is_name_in_capitals(lines[k].text)), None)
    if at is None:
        draft.khac = lines
        return
    draft.ho_ten = lines[at]
    draft.khac = lines[:at] + lines[at + 1 :]
