"""What a standard says about the letters of a part, held against the letters one sees.

The functions make findings of the rule that runs; each says one thing about a part, at its first line that departs.
Where the standard knows a figure less surely than the clause of the rule, the finding is a warning.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from docgen.checking.finding import Chac, Finding, Muc
from docgen.checking.form.printed import Line, lines
from docgen.checking.form.widths import rong_mm
from docgen.checking.judged import Judged
from docgen.reading.facts import Format, Part
from docgen.standards import Figure, Range
from docgen.standards.figures import Part as Letters

MOST: Final = 0.5
"""A look is that of a line when most of its signs have it."""
NEARLY: Final = 0.75
"""A look that is not wanted is told when nearly all signs have it: a quoted slogan may be slanted, a name bold."""
SIZE_PT: Final = 0.3
"""Word keeps sizes in half points: what is nearer than that is the same size."""
_EDGE_MM: Final = 2.0
_FILLS: Final = 0.85
_PLACES: Final = {"trai": "canh trái", "giua": "canh giữa", "phai": "canh phải", "deu": "canh đều hai bên"}

Facet = tuple[str, Figure[bool] | None, Callable[[Format], bool], str, str]
"""Name, what is ruled, how a look shows it, and the words for having it and for not having it."""


def kieu(p: Judged, part: Part | None, chu: Letters, ten: str, *, bo: Iterable[str] = ()) -> Iterator[Finding]:
    """Judge case, weight, slant and underline of a part called ``ten``; ``bo`` names facets of ``chu`` to leave out."""
    if part is None:
        return
    held = list(lines(p, part))
    if "hoa" not in bo:
        yield from _case(p, part, held, chu, ten)
    facets: tuple[Facet, ...] = (
        ("dam", chu.dam, lambda look: look.dam, "in đậm", "không in đậm"),
        ("nghieng", chu.nghieng, lambda look: look.nghieng, "in nghiêng", "chữ đứng"),
        ("gach_chan", chu.gach_chan, lambda look: look.gach_chan, "gạch chân", "không gạch chân"),
    )
    for name, figure, test, yes, no in facets:
        if figure is None or name in bo:
            continue
        wrong = next((line for line in held if departs(line, test, figure.value)), None)
        if wrong is not None:
            wanted, found = (yes, no) if figure.value else (no, yes)
            loi = f"{ten} phải {'là ' if wanted.startswith('chữ') else ''}{wanted}."
            yield _finding(p, part, wrong, loi, found, wanted, figure.verified)


def departs(line: Line, test: Callable[[Format], bool], wanted: bool) -> bool:
    """Whether a line lacks a look it should have, or has one it should not."""
    share = line.share(test)
    return share <= MOST if wanted else share > NEARLY


def _case(p: Judged, part: Part, held: list[Line], chu: Letters, ten: str) -> Iterator[Finding]:
    if chu.hoa is None:
        return
    if chu.hoa.value:
        wrong = next((line for line in held if any(char.islower() for char in line.hien)), None)
        loi, wanted = f"{ten} phải viết in hoa.", "chữ in hoa"
    else:
        wrong = next((line for line in held if _all_capitals(line.hien)), None)
        loi, wanted = f"{ten} viết bằng chữ in thường, không in hoa toàn bộ.", "chữ in thường"
    if wrong is not None:
        found = "chữ in thường" if chu.hoa.value else "chữ in hoa"
        yield _finding(p, part, wrong, loi, found, wanted, chu.hoa.verified)


def _all_capitals(text: str) -> bool:
    words = [word for word in text.split() if len(word) > 1 and any(char.isalpha() for char in word)]
    return len(words) > 1 and text == text.upper()


def co_chu(p: Judged, part: Part | None, co_chu_pt: Range, ten: str) -> Iterator[Finding]:
    """Judge the size of the letters of a part."""
    if part is None:
        return
    for line in lines(p, part):
        size = line.co_chu_pt
        if size is not None and not co_chu_pt.allows(size, SIZE_PT):
            can = khoang(co_chu_pt, "pt")
            loi = f"{ten} phải dùng cỡ chữ {can}."
            yield _finding(p, part, line, loi, f"cỡ chữ {so(size)} pt", f"cỡ chữ {can}", co_chu_pt.verified)
            return


def canh_giua(p: Judged, part: Part | None, ten: str, *, muc: Muc | None = None) -> Iterator[Finding]:
    """Judge whether the lines of a part stand in the middle of their column or page.

    Silent where one cannot tell: lines set by blanks, tabs or indents, lines that fill their column, lines that
    share their paragraph with another part.
    """
    if part is None:
        return
    for line in lines(p, part):
        para = p.paper.paras[line.doan]
        look = para.format
        if look is None or look.canh in (None, "giua") or _set_by_hand(p, line):
            continue
        found = _PLACES[str(look.canh)]
        yield nhin(p, f"{ten} phải canh giữa.", line, part=part, thay=found, can=_PLACES["giua"], muc=muc)
        return


def _set_by_hand(p: Judged, line: Line) -> bool:
    para = p.paper.paras[line.doan]
    look = para.format
    before = para.text[: line.tu].rsplit("\n", 1)[-1]
    indent = look.trai_mm + look.dong_dau_mm if look else 0.0
    if before or "\t" in line.text or abs(indent) > _EDGE_MM or (look and abs(look.phai_mm) > _EDGE_MM):
        return True
    column = cot_mm(p, line.doan)
    size = line.co_chu_pt
    if column is None or size is None:
        return True
    return rong_mm(line.hien, size, line.share(lambda look: look.dam) > MOST) > _FILLS * column


def cot_mm(p: Judged, doan: int) -> float | None:
    """Width of the column that paragraph ``doan`` is set in; None when unknown."""
    para = p.paper.paras[doan]
    if para.o is None:
        section = next((one for one in p.paper.sections if doan in one.doan), None)
        return None if section is None else section.rong_mm - section.trai_mm - section.phai_mm
    cells = (cell for table in p.paper.bang for cell in table.o)
    return next((cell.rong_mm for cell in cells if cell.id == para.o), None)


def nhin(
    p: Judged,
    loi: str,
    line: Line | None = None,
    *,
    part: Part | None = None,
    doan: int | None = None,
    thay: str = "",
    can: str = "",
    muc: Muc | None = None,
    chac: Chac | None = None,
    phan: str = "",
) -> Finding:
    """Make a finding about a look: the looks of an old .doc came through a conversion and are never sure."""
    sure: Chac | None = "co-le" if p.paper.nguon == "doc" else chac
    where = line.doan if line is not None else doan
    return p.finding(
        loi,
        doan=where,
        part=part,
        thay=thay,
        can=can,
        muc=muc,
        chac=sure,
        khoang=line.khoang if line is not None else None,
        phan=phan,
    )


def _finding(p: Judged, part: Part, line: Line, loi: str, thay: str, can: str, verified: bool) -> Finding:
    return nhin(p, loi, line, part=part, thay=thay, can=can, muc=None if verified else "canh-bao")


def so(number: float, le: int = 1) -> str:
    """Write a measured number as Vietnamese papers do, with ``le`` decimals at most: ``13,5``, ``20``."""
    written = f"{number:.{le}f}"
    return written.rstrip("0").rstrip(".").replace(".", ",") if "." in written else written


def khoang(wanted: Range, don_vi: str) -> str:
    """Write a range: ``13–14 pt``, ``11 pt``, ``từ 6 pt trở lên``."""
    if wanted.least is None and wanted.most is None:
        return ""
    if wanted.least is None:
        return f"không quá {so(wanted.most or 0)} {don_vi}"
    if wanted.most is None:
        return f"từ {so(wanted.least)} {don_vi} trở lên"
    if wanted.least == wanted.most:
        return f"{so(wanted.least)} {don_vi}"
    return f"{so(wanted.least)}–{so(wanted.most)} {don_vi}"
