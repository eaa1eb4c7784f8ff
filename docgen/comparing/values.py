"""Values of formatting as people say them: numbers with a comma, alignments, fonts, colours, spacing."""

from __future__ import annotations

from typing import Final

from docgen.comparing.difference import Look
from docgen.reading.facts import Canh, ParaFormat, Rule

# A program that saves a file again turns lengths by a twip or two.
_TOLERANCE: Final = 0.1
_CANH: Final[dict[Canh | None, str]] = {
    "trai": "canh trái",
    "giua": "canh giữa",
    "phai": "canh phải",
    "deu": "canh đều",
    None: "canh không rõ",
}
# Automatic is black on white: nobody sees the difference.
_COLOURS: Final = {None: "đen", "000000": "đen", "FF0000": "đỏ", "0000FF": "xanh dương", "FFFFFF": "trắng"}
_HEIGHTS: Final = {"": "chữ thường", "tren": "chỉ số trên", "duoi": "chỉ số dưới"}
_NET: Final = {"lien": "", "doi": " đôi", "dut": " đứt", "cham": " chấm"}
_VI_TRI: Final = {"tren": "trên", "duoi": "dưới", "trong": "giữa"}


def number(value: float, digits: int = 1) -> str:
    """Say a number: 12.70 → "12,7", 14.0 → "14"."""
    text = f"{value:.{digits}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return (text if text != "-0" else "0").replace(".", ",")


def measured(ma: str, cu: float | None, moi: float | None, unit: str) -> Look | None:
    """Compare two measures; a difference nobody could see or set is none."""
    if cu is not None and moi is not None and abs(cu - moi) < _TOLERANCE:
        return None
    return said(ma, _measure(cu, unit), _measure(moi, unit))


def _measure(value: float | None, unit: str) -> str:
    return "không rõ" if value is None else f"{number(value)} {unit}"


def said(ma: str, cu: str, moi: str) -> Look | None:
    """Compare two values in words."""
    return None if cu == moi else Look(ma, cu, moi)


def switched(ma: str, cu: bool, moi: bool) -> Look | None:
    """Compare two switches."""
    return None if cu == moi else Look(ma, yes(cu), yes(moi))


def yes(value: bool) -> str:
    """Say a switch."""
    return "có" if value else "không"


def canh(value: Canh | None) -> str:
    """Say an alignment."""
    return _CANH[value]


def phong(value: str | None) -> str:
    """Say a font."""
    return value or "phông mặc định của Word"


def mau(value: str | None) -> str:
    """Say a colour."""
    return _COLOURS.get(value, f"#{value}")


def vi_tri(value: str) -> str:
    """Say how high letters stand."""
    return _HEIGHTS[value]


def thut(value: float) -> str:
    """Say how the first line stands against the others."""
    return f"{number(value)} mm" if value > -_TOLERANCE else f"treo {number(-value)} mm"


def gian_dong(look: ParaFormat) -> str:
    """Say the spacing of lines."""
    if look.gian_dong is not None:
        return f"{number(look.gian_dong, 2)} dòng"
    if look.gian_dong_pt is None:
        return "không rõ"
    return f"{'đúng' if look.quy_tac == 'dung' else 'ít nhất'} {number(look.gian_dong_pt)} pt"


def net_ke(rules: tuple[Rule, ...]) -> str:
    """Say the lines at a paragraph; rows of signs and underlined letters are told as letters."""
    told = []
    for rule in rules:
        where = "khung" if rule.khung else f"{_VI_TRI[rule.vi_tri]} chữ"
        if rule.kieu == "vien":
            told.append(f"viền{_NET.get(rule.net, ' ' + rule.net)} {where}")
        elif rule.kieu == "hinh":
            long = "" if rule.dai_mm is None else f" dài {round(rule.dai_mm)} mm"
            told.append(f"nét vẽ{_NET.get(rule.net, ' ' + rule.net)} {where}{long}")
    return "; ".join(sorted(set(told))) or "không"
