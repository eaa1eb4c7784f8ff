"""A copy of a template with a Word comment at each remark, made the way comments are put on papers."""

from __future__ import annotations

from docgen.checking.annotate import annotate
from docgen.checking.finding import Finding
from docgen.checking.regime import Regime
from docgen.checking.result import Report
from docgen.errors import Fault, Unusable
from docgen.reading.facts import Place
from docgen.render import wordml
from docgen.workshop.checking import Checked
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import NHOM, Remark, Spot


def marked(checked: Checked) -> bytes:
    """Copy the template with a comment at each remark; what has no place in the body stands at its beginning.

    Raises Unusable when the file is not safe enough to be read as a paper.
    """
    opened = checked.opened
    if opened.paper is None:
        loi = "Chưa ghi nhận xét được vào bản sao vì tệp mang thứ không an toàn hoặc không đọc được như văn bản."
        raise Unusable(Fault(opened.ten, loi, "Hãy sửa các lỗi về tệp trước."))
    index_of = _indexes(opened)
    findings = tuple(_finding(opened, remark, index_of) for remark in checked.remarks)
    report = Report(opened.ten, Regime(None, "khac", ""), findings)
    return annotate(opened.data, opened.paper, report)


def _indexes(opened: Opened) -> dict[int, int]:
    """Number of a paragraph of the body → its index in the paper; one that was not found takes the one before."""
    found: dict[int, int] = {}
    last = 0
    for number, paragraph in enumerate(opened.document.root.iter(wordml.P), 1):
        last = found[number] = opened.indexes.get(paragraph, last)
    return found


def _finding(opened: Opened, remark: Remark, index_of: dict[int, int]) -> Finding:
    spot = remark.cho
    in_body = spot.part == opened.document.name and spot.doan > 0
    index = index_of.get(spot.doan) if in_body else None
    khoang = None if index is None or opened.paper is None else _khoang(spot, opened.paper.paras[index].text)
    elsewhere = "" if in_body or not spot.phan else f" Ở {spot.where()}: {spot.excerpt()}".rstrip(": ")
    return Finding(
        ma=remark.ma or f"mẫu/{remark.nhom}",
        muc=remark.muc,
        chac="chac",
        loi=f"{remark.loi} {remark.sua}".strip() + elsewhere,
        noi=None if index is None else Place("thân", spot.doan),
        doan=index,
        dieu_khoan=remark.dieu_khoan or NHOM[remark.nhom],
        khoang=khoang,
    )


def _khoang(spot: Spot, text: str) -> tuple[int, int] | None:
    """The same characters in the paragraph as it was read, where they are spelled alike."""
    if spot.khoang is None:
        return None
    start, end = spot.khoang
    if text[start:end] == spot.chu[start:end]:
        return spot.khoang
    at = text.find(spot.chu[start:end])
    return None if at < 0 or end <= start else (at, at + end - start)
