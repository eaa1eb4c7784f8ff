"""What differs between two papers, as plain values. "cu" is always the first paper, "moi" the second."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from docgen.reading.facts import Place
from docgen.vietnamese.differing import Piece

Kieu = Literal["them", "bo", "sua", "chuyen"]

NOTE_MARK = "\x02"
"""Stands in a text for the mark of a footnote; neither XML nor a text file that was read can hold it."""


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a paragraph stands in one of the papers.

    so: its index in ``Paper.paras``, or in its header, footer or note. ben: which of those it is, "" for the body
    and for text boxes.
    """

    so: int
    noi: Place
    ben: str = ""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph that came, went, was rewritten, or stands elsewhere (and may have been rewritten as well).

    cu, moi: its seats, None where it does not stand. manh: its whole text, the same and removed pieces being the old
    one, the same and added ones the new one; the mark of a footnote is ``NOTE_MARK``. cung: what came, went or moved
    as a whole with it ("bảng 2", "bảng 2, hàng 5", "bảng 2, cột 3"), "" for a paragraph of its own.
    """

    kieu: Kieu
    cu: Seat | None
    moi: Seat | None
    manh: tuple[Piece, ...]
    cung: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """One property that looks different. ma: its name (those of docgen.reading.facts), cu, moi: values in words."""

    ma: str
    cu: str
    moi: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A paragraph that looks different. chu: the words concerned, "" for all of it; trich: how it begins now."""

    cu: Seat
    moi: Seat
    chu: str = ""
    trich: str = ""


@dataclass(frozen=True, slots=True)
class LookChange:
    """Properties that changed alike at the same places, told once.

    kieu: styles all of whose paragraphs changed so: most likely the style itself was changed.
    """

    dang: tuple[Look, ...]
    cho: tuple[Spot, ...]
    kieu: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageChange:
    """What changed of pages. phan: the sections of the new paper it concerns, from 1. moi_phan: that is all of them."""

    dang: tuple[Look, ...]
    phan: tuple[int, ...]
    noi: Place | None = None
    moi_phan: bool = True


@dataclass(frozen=True, slots=True)
class TableChange:
    """What changed of a table beside its words. cu, moi: its number in each paper."""

    cu: int
    moi: int
    noi: Place | None
    dang: tuple[Look, ...]


@dataclass(frozen=True, slots=True)
class CountChange:
    """Something that is only counted. ten: "hình ảnh", "phần (section)", "hộp chữ" and so on."""

    ten: str
    cu: int
    moi: int


@dataclass(frozen=True, slots=True)
class TagChange:
    """A tag of a template that stands more often, or less often, than before."""

    the: str
    cu: int
    moi: int


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs, in the order of the new paper; luu_y: what the comparison could not see, or saw doubtfully."""

    chu: tuple[TextChange, ...] = ()
    dang: tuple[LookChange, ...] = ()
    trang: tuple[PageChange, ...] = ()
    bang: tuple[TableChange, ...] = ()
    dem: tuple[CountChange, ...] = ()
    the: tuple[TagChange, ...] = ()
    luu_y: tuple[str, ...] = ()

    @property
    def equal(self) -> bool:
        """Tell whether nothing differs that could be seen."""
        return not (self.chu or self.dang or self.trang or self.bang or self.dem or self.the)
