"""Levels of the body in the papers of the Đoàn: Phần, I., 1., 1.1., 1.1.1., 1.1.1.1."""

from __future__ import annotations

from dataclasses import replace

from docgen.standards.borrow import borrowed
from docgen.standards.figures import Figure, Part, Range, Sure, part, size
from docgen.standards.nd30 import ND30
from docgen.standards.parts import LevelForm

V, K = Sure.V, Sure.K
_HD = "HD 29 (bố cục)"


def _chu(*, hoa: bool | None = False, dam: bool = False, nghieng: bool = False, giua: Range | None = None) -> Part:
    """Make the letters of a level; giua: size of a centred line. Headings are not said to be justified."""
    plain = not (hoa or dam or nghieng)
    return part(
        giua or size(14, 14, 14, _HD, V),
        hoa=hoa,
        dam=dam,
        nghieng=nghieng,
        canh="giua" if giua else "deu",
        canh_sure=None if giua or plain else K,
    )


def _cap(cap: str, nhan: str, chu: Part) -> LevelForm:
    return LevelForm(cap, Figure(nhan, _HD, V), False, chu, chu, _chu(), Figure(True, _HD, V))


def _ngoai(cap: str) -> LevelForm:
    """Label a level the guidance does not foresee as the State labels it."""
    level = ND30.level(cap)
    assert level is not None
    return replace(borrowed(level, K), trong_he=Figure(False, "ngoài " + _HD, V))


def _dau_dong(cap: str, nhan: str) -> LevelForm:
    """Set a bullet: they are not regulated; the guidance itself uses - then +, set as ordinary paragraphs."""
    clause = "HD 29 dùng trong chính văn bản"
    return LevelForm(cap, Figure(nhan, clause, V), False, _chu(), _chu(), _chu(), Figure(True, clause, V))


CAP = (
    LevelForm(
        "phan",
        Figure("Phần I", _HD, V),
        True,
        _chu(dam=True, giua=size(15, 16, 15, _HD, V)),
        _chu(hoa=None, dam=True, giua=size(14, 14, 14, _HD, V)),
        None,
        Figure(True, _HD, V),
    ),
    _ngoai("chuong"),
    _ngoai("muc"),
    _ngoai("tieu_muc"),
    _ngoai("dieu"),
    _cap("la_ma", "I.", _chu(hoa=True, dam=True)),
    _cap("so", "1.", _chu(dam=True)),
    _cap("so2", "1.1.", _chu(dam=True, nghieng=True)),
    _cap("so3", "1.1.1.", _chu(nghieng=True)),
    _cap("so4", "1.1.1.1.", _chu()),
    _ngoai("chu"),
    _dau_dong("gach", "-"),
    _dau_dong("cong", "+"),
)
"""In the order of rank of the outline."""
