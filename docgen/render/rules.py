"""Drawn lines of a length that follows the text above them: 1/3 to 1/2 of it, or all of it.

The template shows an ordinary line, the top border of an empty paragraph. Its indents are set so that the line is
centred in its column and as long as the standard wants for the words at hand (NĐ 30, PL I, P.I, M.II, k.1, 2, 5).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from docgen.render import lines, sections, wordml
from docgen.render.marks import Pending
from docgen.render.styles import Indents, Styles
from docgen.render.trace import Trace
from docgen.render.wordml import Element, twips, w

_TWIP_PER_PT: Final = 20


def draw(pending: Pending, styles: Styles, trace: Trace) -> None:
    """Set the indents of the rule paragraph; what is wrong with its surroundings is noted on ``trace``."""
    rule, place = pending.paragraph, pending.mark.place
    share = pending.mark.value
    if not (isinstance(share, tuple) and len(share) == 2):
        trace.fault("Độ dài đường kẻ phải là hai phần của dòng chữ, ví dụ [1/3, 1/2].", place=place)
        return
    if wordml.text_of(rule).strip() or not styles.has_rule(rule):
        loi = "Thẻ độ dài đường kẻ phải đứng một mình trong một đoạn trống có đường viền trên."
        trace.fault(loi, "Hãy để riêng thẻ trong đoạn, và kẻ viền trên cho đoạn hoặc cho kiểu (style) của đoạn.", place)
        return
    above = lines_above(rule, styles)
    if not above:
        loi = "Phía trên đoạn có thẻ độ dài đường kẻ không có đoạn chữ nào."
        trace.fault(loi, "Hãy đặt đoạn này ngay dưới dòng chữ mà nó kẻ, cùng một ô hoặc cùng ngoài bảng.", place)
        return
    ends = indents(above, styles.indents(rule), column_twip(rule, styles), (share[0], share[1]), styles)
    if ends is not None:
        indent(rule, *ends)


def length_pt(widths_pt: Sequence[float], low: float, high: float) -> float:
    """The length of the rule for printed lines of these widths.

    Midway between ``low`` and ``high`` parts of the widest line; where some length is also between them for the last
    line, the one next to the rule, midway among the lengths that suit both.
    """
    widest, last = max(widths_pt), widths_pt[-1]
    from_pt, to_pt = max(low * widest, low * last), min(high * widest, high * last)
    if from_pt > to_pt:
        from_pt, to_pt = low * widest, high * widest
    return (from_pt + to_pt) / 2


def column_twip(paragraph: Element, styles: Styles) -> int:
    """The width a paragraph has before its indents: its cell's, less the cell's margins, or the section's text."""
    cell = wordml.ancestor(paragraph, wordml.TC)
    if cell is None:
        section = sections.of(paragraph)
        return 0 if section is None else sections.text_width(section)
    left, right = styles.cell_margins(cell)
    return _cell_width(cell) - left - right


def lines_above(rule: Element, styles: Styles) -> list[Element]:
    """The paragraphs of one style directly above, from top to bottom."""
    found: list[Element] = []
    block = rule.getprevious()
    while block is not None and block.tag in (w("bookmarkStart"), w("bookmarkEnd")):
        block = block.getprevious()
    while block is not None and block.tag == wordml.P:
        if found and styles.style_of(block) != styles.style_of(found[0]):
            break
        found.append(block)
        block = block.getprevious()
    return found[::-1]


def room_pt(paragraph: Element, column: int, styles: Styles) -> tuple[float, float]:
    """The room a paragraph's lines have in a column of so many twips, and how much less its first line has."""
    indents = styles.indents(paragraph)
    return (column - indents.trai - indents.phai) / _TWIP_PER_PT, indents.dong_dau / _TWIP_PER_PT


def indents(
    above: Sequence[Element], own: Indents, column: int, share: tuple[float, float], styles: Styles
) -> tuple[int, int] | None:
    """The left and right indent of the rule under these paragraphs, in twips; None when it is left as it is.

    own: the rule's own indents, between which it is centred and which it never crosses. column: in twips. share: the
    least and the greatest part of the line.
    """
    widths = [
        width
        for paragraph in above
        for width in lines.widths_pt(lines.stretches(paragraph, styles), *room_pt(paragraph, column, styles))
    ]
    return ends(widths, own, column, share)


def ends(widths: Sequence[float], own: Indents, column: int, share: tuple[float, float]) -> tuple[int, int] | None:
    """The same for printed lines of these widths."""
    if not column or max(widths) <= 0:
        return None
    length = length_pt(widths, *share)
    spare = max(column - own.trai - own.phai - round(length * _TWIP_PER_PT), 0)
    return own.trai + spare // 2, own.phai + spare - spare // 2


def indent(rule: Element, left: int, right: int) -> None:
    """Write the indents of a rule."""
    ind = wordml.child(wordml.properties(rule, wordml.PPR), "ind")
    ind.attrib.clear()
    ind.set(w("left"), str(left))
    ind.set(w("right"), str(right))
    ind.set(w("firstLine"), "0")


def _cell_width(cell: Element) -> int:
    """The cell's columns in the table's grid; its own w:tcW where there is no usable grid."""
    table, row = wordml.ancestor(cell, wordml.TBL), wordml.ancestor(cell, wordml.TR)
    grid = None if table is None else table.find(w("tblGrid"))
    widths = [] if grid is None else [twips(column, "w") or 0 for column in grid.iterchildren(w("gridCol"))]
    start = 0 if row is None else twips(row.find(f"{w('trPr')}/{w('gridBefore')}"), "val") or 0
    for earlier in cell.itersiblings(wordml.TC, preceding=True):
        start += _span(earlier)
    in_grid = sum(widths[start : start + _span(cell)])
    return in_grid or twips(cell.find(f"{w('tcPr')}/{w('tcW')}"), "w") or 0


def _span(cell: Element) -> int:
    return twips(cell.find(f"{w('tcPr')}/{w('gridSpan')}"), "val") or 1
