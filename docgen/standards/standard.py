"""The frame every standard fills. Nothing here is a number; those stand in :mod:`nd30`, :mod:`doan`, :mod:`dang`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from docgen.standards.parts import (
    Addressees,
    Appendix,
    Basis,
    Body,
    DateLine,
    EndMark,
    Gaps,
    Header,
    LevelForm,
    Mark,
    Number,
    Page,
    PageNumber,
    Recipients,
    Signature,
    Title,
)

TheThuc = Literal["nd30", "doan", "dang"]
LoaiCoQuan = Literal["nha-nuoc", "dang", "doan", "to-chuc"]


@dataclass(frozen=True, slots=True)
class Standard:
    """One body of rules for the form of a paper.

    ma: its name in the data; ten: its full name; ten_ngan: as people call it; tu_ngay: since when; nguon: where it
    is written.
    """

    ma: TheThuc
    ten: str
    ten_ngan: str
    tu_ngay: date
    nguon: str
    trang: Page
    so_trang: PageNumber
    dau_trang: Header
    so: Number
    ngay: DateLine
    ten_loai: Title
    kinh_gui: Addressees
    can_cu: Basis
    noi_dung: Body
    cap: tuple[LevelForm, ...]
    dau_het: EndMark
    ky: Signature
    noi_nhan: Recipients
    do_khan: tuple[Mark, ...]
    do_mat: tuple[Mark, ...]
    phu_luc: Appendix
    khoang_trong: Gaps

    def level(self, cap: str) -> LevelForm | None:
        """Find the form of a level by its name in the outline."""
        return next((level for level in self.cap if level.cap == cap), None)

    def labels(self) -> dict[str, str]:
        """Return the label of the first item of every level: what the numbering of the outline starts from."""
        return {level.cap: level.nhan.value for level in self.cap}
