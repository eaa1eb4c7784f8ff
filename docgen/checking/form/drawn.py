"""The lines drawn under a part of the head: where they may hang, and how long they are against the words above."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from docgen.checking.finding import Finding
from docgen.checking.form.looks import MOST, cot_mm, nhin, so
from docgen.checking.form.printed import lines
from docgen.checking.form.widths import rong_mm
from docgen.checking.judged import Judged
from docgen.reading.facts import Cell, Para, Part, Rule
from docgen.standards.parts import Rule as Wanted

# Lines are drawn by hand and words measured with average letters.
_TOLERANCE: Final = 0.12
_LEAST_PRINTED: Final = 0.5
_MOST_BELOW: Final = 6
_BORDER_SIGNS: Final = "\u00ad\u200b\ufeff \t\n\u00a0"


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line and the paragraph it hangs on."""

    doan: int
    ke: Rule


def ke_duoi(p: Judged, part: Part) -> tuple[Drawn, ...]:
    """Find the lines under ``part``: at its paragraphs, at empty ones below, above the next words in its column."""
    side = _side(p, part)
    return tuple(drawn for drawn in _near(p, part) if side is None or _is_on(p, drawn, side))


def co_net_chua_ro(p: Judged, part: Part) -> bool:
    """Whether lines are drawn near ``part`` that hang on another column, so that one may be meant for it."""
    first = part.doan[0]
    near = range(max(first - _MOST_BELOW, 0), min(part.doan[-1] + _MOST_BELOW, len(p.paper.paras)))
    own = {drawn.doan for drawn in ke_duoi(p, part)}
    return sum(len(_drawn(p.paper.paras[i])) for i in near if i not in own) > 1


def thieu_ke(p: Judged, part: Part | None, ten: str) -> Iterator[Finding]:
    """Tell that no line is seen under ``part``; never surely, for lines hide in many ways."""
    if part is None or ke_duoi(p, part) or co_net_chua_ro(p, part):
        return
    held = list(lines(p, part))
    if held:
        loi = f"Không thấy đường kẻ ngang, nét liền dưới {ten}."
        yield nhin(p, loi, held[-1], part=part, thay="không có", can="đường kẻ nét liền", muc="canh-bao", chac="co-le")


def ke_khong_phai_net_ve(p: Judged, part: Part | None, ten: str) -> Iterator[Finding]:
    """Tell that the line under ``part`` is made of signs or is an underline of the words."""
    if part is None:
        return
    found = ke_duoi(p, part)
    if not found or any(one.ke.kieu in ("vien", "hinh") for one in found):
        return
    made = "gạch chân chữ" if found[0].ke.kieu == "gach-chan" else f"một hàng dấu “{found[0].ke.net}”"
    loi = f"Đường kẻ dưới {ten} nên là nét vẽ liền, không phải {made}."
    yield nhin(p, loi, part=part, doan=found[0].doan, thay=made, can="nét vẽ liền", muc="canh-bao")


def do_dai_ke(p: Judged, part: Part | None, wanted: Wanted, ten: str) -> Iterator[Finding]:
    """Judge the length of a drawn line by the words above it (``ty_le`` of the longest printed line)."""
    if part is None or wanted.ty_le is None:
        return
    measured = [one for one in ke_duoi(p, part) if one.ke.kieu in ("vien", "hinh") and one.ke.dai_mm]
    words = tuple(_printed(p, part))
    if not measured or not words:
        return
    least, most = (wanted.ty_le.least or 0.0), (wanted.ty_le.most or 1.0)
    shortest, longest = min(low for low, _ in words), max(high for _, high in words)
    if any(_fits(one.ke.dai_mm or 0.0, least * shortest, most * longest) for one in measured):
        return
    one = measured[0]
    length = one.ke.dai_mm or 0.0
    share = "bằng độ dài" if least == most else f"từ {_phan(least)} đến {_phan(most)} độ dài"
    can = f"khoảng {so(longest)} mm" if least == most else f"khoảng {so(least * longest)}–{so(most * longest)} mm"
    loi = f"Đường kẻ dưới {ten} phải dài {share} dòng chữ."
    yield nhin(p, loi, part=part, doan=one.doan, thay=f"{so(length)} mm", can=can, muc="canh-bao", chac="co-le")


def _phan(share: float) -> str:
    return str(Fraction(share).limit_denominator(10))


def _fits(length: float, least: float, most: float) -> bool:
    return least * (1 - _TOLERANCE) <= length <= most * (1 + _TOLERANCE)


def _printed(p: Judged, part: Part) -> Iterator[tuple[float, float]]:
    """Least and greatest length in mm of each line; where Word turns a long one over is not known."""
    for line in lines(p, part):
        size = line.co_chu_pt
        if size is None:
            continue
        width = rong_mm(line.hien.strip(), size, line.share(lambda look: look.dam) > MOST)
        column = cot_mm(p, line.doan)
        if column is not None and width > column:
            yield column * _LEAST_PRINTED, column
        else:
            yield width, width


def _near(p: Judged, part: Part) -> Iterator[Drawn]:
    paras = p.paper.paras
    for i in part.doan:
        for ke in paras[i].ke:
            if ke.vi_tri != "tren":
                yield Drawn(i, ke)
    for i in _below(p, part.doan[-1]):
        words = paras[i].text.strip(_BORDER_SIGNS)
        row = any(ke.kieu == "ky-tu" for ke in paras[i].ke)
        for ke in paras[i].ke:
            if not words or row or ke.vi_tri == "tren":
                yield Drawn(i, ke)
        if words and not row:
            return
    for i in _above(p, part.doan[0]):
        for ke in paras[i].ke:
            if ke.kieu == "hinh" and ke.vi_tri == "duoi":
                yield Drawn(i, ke)


def _below(p: Judged, last: int) -> Iterator[int]:
    """Paragraphs below ``last`` in its column."""
    paras, cell = p.paper.paras, p.paper.paras[last].o
    if cell is None:
        yield from (i for i in range(last + 1, min(last + _MOST_BELOW, len(paras))) if _in_body(paras[i]))
        return
    held = [other for other in _cells(p, cell[0]) if other.id[1] >= cell[1] and _column(p, cell) == other.cot_luoi]
    yield from [i for other in held for i in other.doan if i > last][:_MOST_BELOW]


def _above(p: Judged, first: int) -> Iterator[int]:
    """Paragraphs above ``first`` in its cell: a line can hang on any of them."""
    paras = p.paper.paras
    for i in range(first - 1, max(first - _MOST_BELOW, -1), -1):
        if paras[i].o is None or paras[i].o != paras[first].o:
            return
        yield i


def _in_body(para: Para) -> bool:
    return para.place.phan == "thân" and para.o is None


def _cells(p: Judged, table: int) -> tuple[Cell, ...]:
    return next((fact.o for fact in p.paper.bang if fact.so == table), ())


def _column(p: Judged, cell: tuple[int, int, int]) -> int:
    return next((other.cot_luoi for other in _cells(p, cell[0]) if other.id == cell), 0)


def _drawn(para: Para) -> list[Rule]:
    return [ke for ke in para.ke if ke.kieu == "hinh"]


def _side(p: Judged, part: Part) -> bool | None:
    """For a head made with tabs: whether the part is on the left half; None when it has its column alone."""
    para = p.paper.paras[part.doan[0]]
    if para.o is not None:
        return None
    shared = [other for parts in p.paper.parts.values() for other in parts if set(other.doan) & set(part.doan)]
    if len(shared) < 2:
        return None
    line = next(lines(p, part), None)
    return line is not None and not para.text[: line.tu].strip()


def _is_on(p: Judged, drawn: Drawn, left: bool) -> bool:
    width = cot_mm(p, drawn.doan)
    if width is None or drawn.ke.tu_trai_mm is None or drawn.ke.dai_mm is None:
        return True
    return (drawn.ke.tu_trai_mm + drawn.ke.dai_mm / 2 < width / 2) == left
