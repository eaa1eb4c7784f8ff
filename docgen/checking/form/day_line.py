"""Địa danh và thời gian taken apart: place, comma, figures and the blanks around them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from docgen.checking.judged import Judged

_FORM: Final = re.compile(
    r"(?P<noi>.*?)(?P<phay>\s*[,.;]?\s*)(?P<tu_ngay>ngày)(?P<c1>[\s.…_]*)(?P<ngay>\d{1,2})?(?P<c2>[\s.…_]*)"
    r"(?P<tu_thang>tháng)(?P<c3>[\s.…_]*)(?P<thang>\d{1,2})?(?P<c4>[\s.…_]*)"
    r"(?P<tu_nam>năm)(?P<c5>[\s.…_]*)(?P<nam>\d{4})?.*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Written:
    """A line ``Hà Nội, ngày 05 tháng 01 năm 2020`` taken apart; "" for what is left open.

    cach: the stretches of blanks around the figures that are filled in.
    """

    noi: str
    phay: str
    ngay: str
    thang: str
    nam: str
    tu: tuple[str, str, str]
    cach: tuple[str, ...]


def doc(p: Judged) -> Written | None:
    """Take the place and date of the paper apart; None where there is none, or not in words."""
    part = p.first("dia_danh_ngay")
    found = _FORM.fullmatch(" ".join(part.text.split("\n"))) if part else None
    if found is None:
        return None
    blanks = {"ngay": ("c1", "c2"), "thang": ("c3", "c4"), "nam": ("c5",)}
    filled = tuple(found[name] for figure, around in blanks.items() if found[figure] for name in around)
    return Written(
        found["noi"].strip(),
        found["phay"],
        found["ngay"] or "",
        found["thang"] or "",
        found["nam"] or "",
        (found["tu_ngay"], found["tu_thang"], found["tu_nam"]),
        filled,
    )
