"""Levels of the body in the papers of the State: M.V #6a (chương, mục, điều) and #6b (phần, I., 1., a))."""

from __future__ import annotations

from docgen.standards.figures import Canh, Figure, Part, Sure, part, size
from docgen.standards.parts import LevelForm

V, F, P = Sure.V, Sure.F, Sure.P
_D = "PL I, P.I, M.II, k.6, đ.đ; M.V #6"


def _chu(
    clause: str, sure: Sure, *, hoa: bool = False, dam: bool = False, giua: bool = False, canh_sure: Sure | None = None
) -> Part:
    canh: Canh = "giua" if giua else "deu"
    return part(size(13, 14, 14, clause, sure), hoa=hoa, dam=dam, canh=canh, canh_sure=canh_sure)


def _o_giua(cap: str, nhan: str) -> LevelForm:
    """Make a level with its label on a centred line, its title in capitals on the next."""
    row = "a" if cap != "phan" else "a, #6b"
    return LevelForm(
        cap=cap,
        nhan=Figure(nhan, _D + row, V),
        rieng_dong=True,
        nhan_chu=_chu(_D + row, V, dam=True, giua=True),
        tieu_de=_chu(_D + row, V, hoa=True, dam=True, giua=True),
        khong_tieu_de=None,
        trong_he=Figure(True, _D + row, V),
    )


def _lien(cap: str, nhan: str, tieu_de: Part | None, khong_tieu_de: Part | None, row: str) -> LevelForm:
    """Make a level with label and title, or label and text, on one line."""
    first = tieu_de or khong_tieu_de
    assert first is not None
    return LevelForm(cap, Figure(nhan, _D + row, V), False, first, tieu_de, khong_tieu_de, Figure(True, _D + row, V))


def _thoi_quen(cap: str, nhan: str, dam: bool = False) -> LevelForm:
    """Make a level that offices use and the decree does not foresee."""
    clause = "thói quen của cơ quan; ngoài " + _D
    plain = _chu(clause, P)
    return LevelForm(
        cap, Figure(nhan, clause, P), False, plain, _chu(clause, P, dam=dam), plain, Figure(False, clause, P)
    )


CAP = (
    _o_giua("phan", "Phần I"),
    _o_giua("chuong", "Chương I"),
    _o_giua("muc", "Mục 1"),
    _o_giua("tieu_muc", "Tiểu mục 1"),
    _lien("dieu", "Điều 1.", _chu(_D + "a", V, dam=True), None, "a"),
    # The place of this line is not ruled; the decree's own file justifies it.
    _lien("la_ma", "I.", _chu(_D + "b", V, hoa=True, dam=True, canh_sure=F), None, "b"),
    _lien("so", "1.", _chu(_D + "b", V, dam=True), _chu(_D + "b", V), "b"),
    _thoi_quen("so2", "1.1.", dam=True),
    _thoi_quen("so3", "1.1.1."),
    _thoi_quen("so4", "1.1.1.1."),
    _lien("chu", "a)", None, _chu(_D + "b", V), "b"),
    _thoi_quen("gach", "-"),
    _thoi_quen("cong", "+"),
)
"""In the order of rank of the outline."""
