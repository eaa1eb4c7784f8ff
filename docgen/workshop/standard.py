"""The template against its standard: a filled sample is judged, and each finding is led back to the template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from docgen import package
from docgen.checking import anchors, clauses, rules
from docgen.checking.check import check
from docgen.checking.finding import Finding
from docgen.checking.report.wording import seen_and_wanted
from docgen.checking.rules import page, presence
from docgen.errors import DocgenError
from docgen.reading.facts import Paper
from docgen.reading.read import read
from docgen.render import wordml
from docgen.render.wordml import Element, w
from docgen.standards.standard import TheThuc
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark, Spot
from docgen.workshop.running import NUMBER, Filled
from docgen.workshop.style_sheet import StyleSheet

_FORM: Final = tuple(one for one in rules.ALL if one.dieu_khoan != clauses.NGON_NGU)
_SHOWN: Final = tuple(one for one in _FORM if one not in presence.RULES)
# What a finding speaks of → what of a style says it.
_SAYS: Final = (("phông", w("rFonts")), ("cỡ chữ", w("sz")))
_BY_HAND: Final = tuple(w(name) for name in ("rFonts", "sz", "b", "i", "caps", "color", "u"))
_BY_HAND_PARA: Final = tuple(w(name) for name in ("jc", "ind", "spacing"))


def by_sample(
    opened: Opened, sheet: StyleSheet, filled: Filled, the_thuc: TheThuc, blanked: bool = False
) -> Iterator[Remark]:
    """Judge a filled sample by the form its standard asks, not by its language, which is the sample's own.

    blanked: some tags were filled with nothing, so that parts may be missing for no other reason.
    """
    try:
        paper = read(filled.docx, opened.ten)
    except DocgenError:
        return
    numbers = _numbers(filled.docx, paper)
    paragraphs = list(opened.document.root.iter(wordml.P))
    for finding in check(paper, the_thuc, luat=_SHOWN if blanked else _FORM).findings:
        number = None if finding.doan is None else numbers.get(finding.doan)
        paragraph = None if number is None else paragraphs[number - 1]
        yield _remark(opened, sheet, finding, paragraph)


def by_page(opened: Opened, the_thuc: TheThuc) -> Iterator[Remark]:
    """Judge what can be judged of a template that cannot be filled: its pages."""
    if opened.paper is None:
        return
    for finding in check(opened.paper, the_thuc, luat=page.RULES).findings:
        yield _said(finding, Spot(), "")


def _remark(opened: Opened, sheet: StyleSheet, finding: Finding, paragraph: Element | None) -> Remark:
    if paragraph is None:
        spot = Spot()
        if finding.noi is not None and finding.noi.phan in ("đầu trang", "chân trang"):
            spot = Spot(finding.noi.phan, finding.noi.doan, so=(1, finding.noi.doan))
        return _said(finding, spot, "")
    name = sheet.name(sheet.style_of(paragraph))
    if finding.phan == "trang":
        mend = ""
    elif _changed_by_hand(paragraph):
        mend = f"Đoạn này bị chỉnh tay: hãy chọn đoạn, bấm Ctrl+Q và Ctrl+Dấu cách để về đúng kiểu “{name}”."
    else:
        mend = _style_to_mend(sheet, sheet.style_of(paragraph), finding)
    return _said(finding, opened.spot(opened.document, paragraph), mend)


def _style_to_mend(sheet: StyleSheet, style_id: str, finding: Finding) -> str:
    """Name the style that says what the finding is about: it may be one further up, or the template's default."""
    what = next((tag for word, tag in _SAYS if word in f"{finding.loi} {finding.thay}"), None)
    name = sheet.name(style_id)
    if what is not None:
        saying = [s for s in sheet.chain(style_id) if s.find(f"{wordml.RPR}/{what}") is not None]
        if not saying:
            return "Đây là mặc định của mẫu: hãy sửa ở Styles, Manage Styles, Set Defaults."
        name = sheet.name(saying[0].get(w("styleId"), ""))
    return f"Hãy xem kiểu “{name}” (Styles, Modify)."


def _said(finding: Finding, spot: Spot, mend: str) -> Remark:
    seen = seen_and_wanted(finding)
    what = f"{seen[:1].upper()}{seen[1:]}." if seen else ""
    return Remark("the-thuc", finding.muc, finding.loi, f"{what} {mend}".strip(), spot, finding.ma, finding.dieu_khoan)


def _changed_by_hand(paragraph: Element) -> bool:
    properties = paragraph.find(wordml.PPR)
    if properties is not None and any(properties.find(tag) is not None for tag in _BY_HAND_PARA):
        return True
    found = (run.find(wordml.RPR) for run in wordml.own(paragraph) if run.tag == wordml.R)
    return any(rpr is not None and any(rpr.find(tag) is not None for tag in _BY_HAND) for rpr in found)


def _numbers(docx: bytes, paper: Paper) -> dict[int, int]:
    """Index of a paragraph of the paper → number of the template's paragraph it was made of."""
    parts = package.read(docx, "", parsed=False)
    body = wordml.parse(parts["word/document.xml"]).find(wordml.BODY) if "word/document.xml" in parts else None
    if body is None:
        return {}
    found = anchors.find(paper, body)
    return {index: int(element.get(NUMBER, "0")) for index, element in found.items() if element.get(NUMBER)}


def merged(remarks: Iterator[Remark]) -> list[Remark]:
    """Say once what a loop has made many times of one paragraph of the template."""
    return [replace(remark) for remark in dict.fromkeys(remarks)]
