"""One thing a rule has to say about a paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from docgen.reading.facts import Place

Muc = Literal["loi", "canh-bao", "thong-tin"]
"""How grave, if it is so: error, warning, information."""

Chac = Literal["chac", "co-le"]
"""Whether the checker saw it surely, or took something for what it may not be."""

NANG_DAN: Final[tuple[Muc, ...]] = ("thong-tin", "canh-bao", "loi")
"""From light to grave."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, what stands there and what should.

    ma: code of the rule. loi: one Vietnamese sentence. noi: None when it concerns the whole paper, or something
    that is not there. doan: index in ``Paper.paras``, None when the place is not one of them (a footnote, a header).
    trich: words around with the spot between « and ». thay: what was found; can: what was wanted; either may be "".
    dieu_khoan: the clause. phan: name of the part it is about, as in ``Paper.parts``, "" if none.
    khoang: the characters of the paragraph it is about, None for all of it.
    """

    ma: str
    muc: Muc
    chac: Chac
    loi: str
    noi: Place | None = None
    doan: int | None = None
    trich: str = ""
    thay: str = ""
    can: str = ""
    dieu_khoan: str = ""
    phan: str = ""
    khoang: tuple[int, int] | None = None
