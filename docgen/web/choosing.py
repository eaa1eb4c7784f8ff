"""Which standard a half-filled form is heading for, and the one sentence that tells the secretary so."""

from __future__ import annotations

from typing import get_args

from docgen.standards.choose import KnownDate, choose
from docgen.standards.standard import LoaiCoQuan, TheThuc
from docgen.vietnamese.dates import parse_date
from docgen.web.typed import Typed

_UNKNOWN = "Chọn khối của cơ quan ban hành để biết văn bản trình bày theo quy định nào."


def heading_for(typed: Typed) -> tuple[TheThuc | None, str]:
    """Tell the standard as far as the answers do, and why; ``None`` while the issuer's kind is open or no known one."""
    issuer = typed.single.get("co_quan.loai", "").strip()
    by_hand = typed.single.get("the_thuc", "").strip()
    for loai in get_args(LoaiCoQuan):
        if loai == issuer:
            chosen = next((the_thuc for the_thuc in get_args(TheThuc) if the_thuc == by_hand), None)
            choice = choose(loai, _date(typed.single.get("ngay", "")), chosen)
            return choice.standard.ma, choice.giai_thich
    return None, _UNKNOWN


def _date(text: str) -> KnownDate | None:
    try:
        return parse_date(text)
    except ValueError:
        return None
