"""Số, ký hiệu taken apart: the word, the number, the code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from docgen.checking.judged import Judged
from docgen.standards import TheThuc
from docgen.standards.nd30_bo_sung import BAN_SAO
from docgen.standards.types import KY_HIEU_SAI, LOAI

_FORM: Final = re.compile(
    r"\s*(?P<chu>[^\W\d_]+)?(?P<dau>\s*[:;.])?(?P<truoc>[\s.…_]*)(?P<so>\d+[a-zđ]?)?(?P<sau>[\s.…_xX]*)"
    r"(?P<ky_hieu>[/–—-].*)"
)
_GROUPS: Final = re.compile(r"[/–—-]")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A line such as ``Số: 05/KH-UBND``, cut where its signs stand; nothing is trimmed.

    chu: "Số". dau: the colon and blanks before it. truoc: what stands before the number. so: its digits, "" while
    open. sau: what stands between them and the first sign. ky_hieu: from that sign on.
    """

    chu: str
    dau: str
    truoc: str
    so: str
    sau: str
    ky_hieu: str

    @property
    def nhom(self) -> tuple[str, ...]:
        """The groups of the code, without blanks: ``("KH", "UBND")``."""
        return tuple(group.strip() for group in _GROUPS.split(self.ky_hieu)[1:])

    @property
    def dau_noi(self) -> tuple[str, ...]:
        """The signs between the groups, the one behind the number first."""
        return tuple(_GROUPS.findall(self.ky_hieu))

    @property
    def nam(self) -> str:
        """A year that stands among the groups, or ""."""
        return next((group for group in self.nhom if _YEAR.fullmatch(group)), "")


def doc(text: str) -> Symbol | None:
    """Take a number apart; None when it has no code."""
    found = _FORM.fullmatch(text.strip())
    if found is None:
        return None
    return Symbol(*(found[name] or "" for name in ("chu", "dau", "truoc", "so", "sau", "ky_hieu")))


def cua(p: Judged) -> Symbol | None:
    """The number of the paper, if one can be read."""
    part = p.first("so_ky_hieu")
    return None if part is None else doc(part.text)


@cache
def ma_loai(the_thuc: TheThuc) -> frozenset[str]:
    """Codes of types in a standard, and of copies (``SY``, ``TrS``, ``SL``)."""
    codes = {kind.ky_hieu.value for kind in LOAI[the_thuc]} | {code for _, code in BAN_SAO.value}
    return frozenset(codes - {""})


def ma_hoa_thuong(the_thuc: TheThuc) -> frozenset[str]:
    """Codes that are official with small letters among the capitals, and ``TTg`` of the Prime Minister."""
    return frozenset({code for code in ma_loai(the_thuc) if code != code.upper()} | {"TTg"})


def ma_sai(group: str) -> str | None:
    """What PL III has instead of a well-known wrong code ("" for none); None for any other code."""
    return KY_HIEU_SAI.get(group)
