"""Nơi nhận: the label, the recipients, one part each, the archive line, and the drafter's mark.

NĐ 30, Phụ lục I, mục II, khoản 9 b–d and mục III, khoản 3; HD 29 ("- Lưu VP."), Party ("Lưu Văn phòng").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from docgen.reading.parts.closing import is_label
from docgen.reading.parts.phrases import mark
from docgen.reading.parts.signing import is_authority, is_name, is_office_line, is_sign_note
from docgen.reading.parts.view import Found, Piece, View, piece

_ARCHIVE: Final = re.compile(
    r"\W*luu(?! tru)(?: ?:| tai\b| vt\b| vp\b| van (?:thu|phong)\b| ban\b| ho so\b|,| [a-z]{2,8}[ ,.\-(]).*"
)
_ARCHIVE_LOOSE: Final = re.compile(r"\W*luu\b(?! tru).*")
_DRAFTER: Final = re.compile(r"[A-ZĐƯa-zđ]{1,5}[.\s]{0,2}\(\s?\d{1,4}\s?\)\.?")
# Columns run together in copied text: "- Như trên; CHỦ TỊCH".
_BEHIND: Final = re.compile(r"(?<=[;.:])\s+(?=[^\W\d_])")
_BULLET: Final = re.compile(r"\s*(?:[-–—+•·]|\*(?!\*))")


def read_recipients(view: View, stack: Sequence[Piece], found: Found) -> list[Piece]:
    """Add what ``stack`` (the column of the recipients) says; return the pieces that are no recipients."""
    start = next((k for k, one in enumerate(stack) if is_label(one)), None)
    if start is None:
        return list(stack)
    others = list(stack[:start])
    lines: list[list[Piece]] = []
    head, first = _label_cut(stack[start])
    found.add("noi_nhan_nhan", [head])
    if first and (is_authority(view.shown(first)) or is_office_line(view, first)):
        others.append(first)
    elif first:
        lines.append([first])
    archived = bool(lines) and _is_archive(lines[0][0])
    for k in range(start + 1, len(stack)):
        one, behind = _behind_cut(view, stack[k], signed=bool(others))
        others += [behind] if behind else []
        if _ends(view, one, lines, archived):
            others += stack[k:]
            break
        if lines and _goes_on(view, one, lines[-1][-1]):
            lines[-1].append(one)
        else:
            lines.append([one])
            archived = archived or _is_archive(one)
    return others + _add(view, lines, found)


def _label_cut(one: Piece) -> tuple[Piece, Piece | None]:
    """The words "Nơi nhận:" and what stands behind them on the line."""
    colon = one.text.find(":")
    if colon < 0 or not one.text[colon + 1 :].strip(" *_\t"):
        return one, None
    return piece(one.doan, one.text[: colon + 1], one.tu), piece(one.doan, one.text[colon + 1 :], one.tu + colon + 1)


def _behind_cut(view: View, one: Piece, *, signed: bool) -> tuple[Piece, Piece | None]:
    """A recipient and the line of the signature that was copied onto its line; a name only below an office."""
    for gap in _BEHIND.finditer(one.text) if _BULLET.match(one.text) else ():
        behind = piece(one.doan, one.text[gap.end() :], one.tu + gap.end())
        name = signed and is_name(behind.text)
        if name or is_authority(view.shown(behind)) or is_office_line(view, behind):
            return piece(one.doan, one.text[: gap.start()], one.tu), behind
    return one, None


def _ends(view: View, one: Piece, lines: list[list[Piece]], archived: bool) -> bool:
    """Whether the list of recipients is over before ``one``."""
    if _BULLET.match(one.text) or _bulleted(view, one):
        return False
    if is_authority(view.shown(one)) or is_office_line(view, one) or is_sign_note(one.fold) or mark(one):
        return True
    if archived:
        return _DRAFTER.fullmatch(one.text) is None and not one.text[:1].islower() and one.text[:1].isalpha()
    return bool(lines) and is_name(one.text) and not lines[-1][-1].text.endswith((",", "-"))


def _goes_on(view: View, one: Piece, above: Piece) -> bool:
    """Whether a line without a hyphen goes on with the recipient above it."""
    if _BULLET.match(one.text) or _bulleted(view, one) or _DRAFTER.fullmatch(one.text):
        return False
    if _is_archive(one):
        return False
    return one.text[:1].islower() or not above.text.endswith((";", ".", ":"))


def _bulleted(view: View, one: Piece) -> bool:
    return bool(view.paras[one.doan].nhan) and one.tu == _first(view, one.doan)


def _first(view: View, i: int) -> int:
    text = view.paras[i].text
    return len(text) - len(text.lstrip())


def _is_archive(one: Piece) -> bool:
    return _ARCHIVE.fullmatch(one.fold) is not None


def _add(view: View, lines: list[list[Piece]], found: Found) -> list[Piece]:
    """Add the lines; return nothing or what follows the archive line and is no recipient."""
    sure = next((k for k in range(len(lines) - 1, -1, -1) if _is_archive(lines[k][0])), None)
    loose = sure is None and bool(lines) and _ARCHIVE_LOOSE.fullmatch(lines[-1][0].fold) is not None
    for k, line in enumerate(lines):
        shown = [_with_bullet(view, one) for one in line]
        if k == sure or (loose and k == len(lines) - 1):
            found.add("luu", shown, "doan" if loose else "chac")
        elif _DRAFTER.fullmatch(line[0].text):
            found.add("ky_hieu_soan", shown)
        else:
            listed = _BULLET.match(line[0].text) or _bulleted(view, line[0])
            found.add("noi_nhan", shown, "chac" if listed else "doan")
    return []


def _with_bullet(view: View, one: Piece) -> Piece:
    if not _bulleted(view, one):
        return one
    return Piece(one.doan, f"{view.paras[one.doan].nhan} {one.text}", one.tu, one.fold, one.cot, one.so_cot)
