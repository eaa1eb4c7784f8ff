"""Which words of a line look like an answer: a label with a colon, a row of dots to be filled in.

The words that open such lines are those of invitations, notices, minutes and certificates (NĐ 30, Phụ lục III, Mẫu
1.7–1.10, and what offices add); a line with another label is taken for one only beside such a line.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from docgen.document.own import Kieu
from docgen.importing.numbers import RefusedError, read_date
from docgen.reading.parts.folding import fold
from docgen.vietnamese.fold import khong_dau
from docgen.workshop.newkind.pattern import Slot, is_fixed, lay, pieces
from docgen.workshop.newkind.proposal import Ask

_LINE: Final = re.compile(
    r"(?P<dau>(?:\d{1,2}(?:\.\d{1,2})*[.)/]|[a-zđ][.)]|[-–+•*])\s*)?(?P<nhan>[^\W\d_][^:]{1,60}?)\s*:\s*(?P<gia>.*)"
)
_GAP: Final = re.compile(r"[.…_](?:[.…_]|\s(?=[.…_]))*")
# Three dots end a sentence; a row to be written upon is longer, or stands behind a colon.
_LEAST_DOTS: Final = 5
_STOP: Final = re.compile(r"(?:\./\.|[.;,])$")
_BULLET: Final = re.compile(r"(?:[-–+•*]|[a-zđ][.)])\s+")
_MOST_WORDS: Final = 9
_LONGEST_LINE: Final = 300
_LONGEST_WEAK: Final = 200
_OPENINGS: Final = (
    "thoi gian|dia diem|chu tri|nguoi chu tri|dong chu tri|chu toa|thu ky|nguoi ghi bien ban|thanh phan|"
    "noi dung|hinh thuc|doi tuong|so luong|lien he|nguoi lien he|dau moi lien he|dien thoai|so dien thoai|"
    "thu dien tu|email|kinh phi|han nop|thoi han|thoi diem|ngay bat dau|ngay ket thuc|ho ten|ho va ten|"
    "ngay sinh|chuc vu|chuc danh|don vi|co quan|dia chi|noi o|noi cu tru|trang phuc|phuong tien|so tai khoan|"
    "ghi chu|dau cau|diem cau|duong truyen|ma cuoc hop|tai lieu|co mat|vang mat|nguoi du|dai bieu|tham du|"
    "kinh moi|tran trong kinh moi|ve viec|ly do|so can cuoc|so cccd|ngay cap|noi cap|hop tai|noi nop|"
    "noi nhan ho so|le phi|han chot|phong hop|don vi chu tri|don vi phoi hop|khai mac|be mac|gio|ngay|muc thu|"
    "chi tieu|luong|yeu cau trinh do|nganh|vi tri"
)
_KNOWN: Final = frozenset(_OPENINGS.split("|"))
_LEADS_TO_FIELD: Final = re.compile(r"(?:\S+\s+){0,3}\S+$")


@dataclass(frozen=True)
class Guess:
    """mau: the line with a name in double braces; hoi: how it is asked for."""

    mau: str
    hoi: tuple[Ask, ...]


@dataclass(frozen=True)
class Labelled:
    """A line of label and words. dau: number or hyphen in front. biet: the label is one offices use for answers."""

    dau: str
    nhan: str
    gia: str
    biet: bool


def labelled(text: str) -> Labelled | None:
    """Read ``1. Thời gian: …``; None for a sentence."""
    found = _LINE.fullmatch(text)
    if found is None or len(found["nhan"].split()) > _MOST_WORDS or re.search(r"[.;!?]\s", found["nhan"]):
        return None
    folded = fold(found["nhan"])
    known = any(folded == one or folded.startswith((f"{one} ", f"{one},")) for one in _KNOWN)
    return Labelled(found["dau"] or "", found["nhan"].strip(), found["gia"].strip(), known)


def is_bullet(text: str) -> bool:
    """Whether a line is an item of a list."""
    return _BULLET.match(text) is not None


def line_guess(one: Labelled, text: str, taken: Collection[str]) -> Guess | None:
    """Propose the words behind the label as one answer. taken: own names used before."""
    if not one.gia or len(one.gia) > _LONGEST_LINE * 3 or not is_fixed(text) or gaps(text, taken):
        return None
    gia, stop = one.gia, ""
    if found := _STOP.search(gia):
        gia, stop = gia[: found.start()].rstrip(), found[0]
    if not gia or not text.endswith(gia + stop):
        return None
    ten = name_of(one.nhan, taken)
    mau = f"{text[: len(text) - len(gia + stop)]}{{{{{ten}}}}}{stop}"
    return Guess(mau, (Ask(ten=ten, nhan=one.nhan, kieu=kind_of(gia), bat_buoc=True),))


def any_guess(text: str, taken: Collection[str]) -> Guess | None:
    """Propose something for a line that was said to hold an answer: behind its label, its dots, or all of it."""
    if not is_fixed(text):
        return None
    one = labelled(text)
    found = gaps(text, taken) or (line_guess(one, text, taken) if one is not None else None)
    if found is not None:
        return found
    begun = _BULLET.match(text)
    lead = begun[0] if begun else ""
    nhan = " ".join(text[len(lead) :].split()[:4]).strip(" ,.;:")
    ten = name_of(nhan, taken)
    return Guess(f"{lead}{{{{{ten}}}}}", (Ask(ten=ten, nhan=nhan or ten, kieu="paragraph", bat_buoc=True),))


def list_guess(label: str, items: list[str], taken: Collection[str]) -> Guess | None:
    """Propose the items under a label as one answer, a line each; None when their hyphens differ."""
    leads = {found[0] if (found := _BULLET.match(item)) else "" for item in items}
    lead = leads.pop()
    if leads or not lead or lead[0].isalpha() or not all(map(is_fixed, items)):
        return None
    ten = name_of(label, taken)
    return Guess(f"{lead}{{{{{ten}}}}}", (Ask(ten=ten, nhan=label, kieu="lines", bat_buoc=True),))


def gaps(text: str, taken: Collection[str]) -> Guess | None:
    """Propose each row of dots as an answer, called by the words before it."""
    found = [one for one in _GAP.finditer(text) if _is_gap(one[0], text[: one.start()].rstrip())]
    if not found or not is_fixed(text):
        return None
    used = set(taken)
    asks: list[Ask] = []
    mau, at = "", 0
    for one in found:
        before = re.split(r"[.…_,;()]", text[at : one.start()].rstrip(" :"))[-1].strip()
        lead = _LEADS_TO_FIELD.search(before)
        nhan = (lead[0] if lead else "").strip("-–+•* ") or f"Chỗ trống {len(asks) + 1}"
        ten = name_of(nhan, used)
        used.add(ten)
        asks.append(Ask(ten=ten, nhan=nhan, kieu="line", bat_buoc=False))
        end = one.start() + len(one[0].rstrip())
        mau += f"{text[at : one.start()]}{{{{{ten}}}}}"
        at = end
    return Guess(mau + text[at:], tuple(asks))


def _is_gap(dots: str, before: str) -> bool:
    count = sum(3 if sign == "…" else sign != " " for sign in dots)
    return bool(before) and count >= (3 if before.endswith(":") else _LEAST_DOTS)


def asks_for(mau: str, text: str, given: Mapping[str, Ask]) -> tuple[Ask, ...]:
    """How each name of a pattern is asked for: as given, else by what stands there. Raises PatternError."""
    found = pieces(mau)
    laid = lay(found, text) or ()
    words = {one.piece.ten: text[one.begin : one.end] for one in laid if isinstance(one.piece, Slot)}
    return tuple(
        given.get(one.ten)
        or Ask(ten=one.ten, nhan=label_of(one.ten), kieu=kind_of(words.get(one.ten, "")), bat_buoc=True)
        for one in found
        if isinstance(one, Slot)
    )


def label_of(ten: str) -> str:
    """A label for an answer that was given a name only: ``so_nguoi`` → ``So nguoi``, to be bettered by hand."""
    return ten.replace("_", " ").capitalize()


def kind_of(words: str) -> Kieu:
    """Find how an answer is asked for, so that it is printed as it stands."""
    if re.fullmatch(r"[1-9]\d{0,5}", words):
        return "number"
    if is_written_date(words):
        return "date"
    return "line" if len(words) <= _LONGEST_LINE else "paragraph"


def is_written_date(words: str) -> bool:
    """Whether words are a date as papers print it: ``ngày 05 tháng 11 năm 2026``."""
    return date_of(words) is not None


def date_of(words: str) -> str | None:
    """Read a date as papers print it: ``2026-11-05``; None for anything else."""
    if not re.fullmatch(r"ngày \d{2} tháng \d{1,2} năm \d{4}", words):
        return None
    try:
        found = read_date(words)
    except RefusedError:
        return None
    if found is None or found.ngay is None or found.dia_danh or None in found.ngay:
        return None
    return "-".join(f"{part:02d}" for part in found.ngay if part is not None)


def name_of(label: str, taken: Collection[str]) -> str:
    """Make an own name of a label: ``Thời gian`` → ``thoi_gian``, and ``thoi_gian_2`` when that is taken."""
    words = re.findall(r"[a-z0-9]+", khong_dau(label).lower())
    while words and not words[0][0].isalpha():
        words.pop(0)
    base = ""
    for word in words:
        longer = f"{base}_{word}" if base else word[:30]
        if len(longer) > 30:
            break
        base = longer
    base = base or "muc"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}_{number}"
    return name
