"""Levels of the body in the papers of the Party: I-, 1., 1.1., a), -, +, as used inside 66-QĐ/TW, HD 36, 399-QĐ/TW.

No written rule on levels could be read, so every figure is uncertain.
"""

from __future__ import annotations

from dataclasses import replace

from docgen.standards.borrow import borrowed
from docgen.standards.figures import Figure, Part, Sure, part, size
from docgen.standards.nd30 import ND30
from docgen.standards.parts import LevelForm

UNSURE = Sure.UNSURE
_HD = "cách dùng trong 66-QĐ/TW, HD 36-HD/VPTW, 399-QĐ/TW"


def _chu(*, hoa: bool = False, dam: bool = False, nghieng: bool = False) -> Part:
    return part(size(14, 15, 14, _HD, UNSURE), hoa=hoa, dam=dam, nghieng=nghieng, canh="deu")


def _cap(cap: str, nhan: str, chu: Part) -> LevelForm:
    return LevelForm(cap, Figure(nhan, _HD, UNSURE), False, chu, chu, _chu(), Figure(True, _HD, UNSURE))


def _ngoai(cap: str) -> LevelForm:
    """Label a level not seen in the Party's own papers as the State labels it."""
    level = ND30.level(cap)
    assert level is not None
    return replace(borrowed(level, UNSURE), trong_he=Figure(False, "ngoài " + _HD, UNSURE))


CAP = (
    _ngoai("phan"),
    _ngoai("chuong"),
    _ngoai("muc"),
    _ngoai("tieu_muc"),
    _ngoai("dieu"),
    _cap("la_ma", "I-", _chu(hoa=True, dam=True)),
    _cap("so", "1.", _chu(dam=True)),
    _cap("so2", "1.1.", _chu(dam=True, nghieng=True)),
    _cap("so3", "1.1.1.", _chu()),
    _cap("so4", "1.1.1.1.", _chu()),
    _cap("chu", "a)", _chu()),
    _cap("gach", "-", _chu()),
    _cap("cong", "+", _chu()),
)
"""In the order of rank of the outline."""
