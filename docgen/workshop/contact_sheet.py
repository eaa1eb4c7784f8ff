"""The matrix on one sheet: a page for any browser, beside it the pictures, PDFs and Word files it shows.

It needs no server and no script, and says nothing of the time: equal templates give equal sheets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Final

from docgen.errors import Fault
from docgen.preview.pages import Box
from docgen.standards.choose import STANDARDS
from docgen.workshop.judged import Judged
from docgen.workshop.kind import Target
from docgen.workshop.moved import Pair

PAGE: Final = "xem.html"
MARK: Final = '<meta name="generator" content="docgen template preview">'
"""By this a page is known as one that may be written over."""

_PICTURES, _PAPERS = "anh", "van-ban"
_STYLES: Final = Path(__file__).with_name("contact_sheet.css")
# Of a long paper the first pages are shown at once; the others when asked.
_SHOWN_PAGES, _SHOWN_PAIRS = 5, 6


@dataclass(frozen=True)
class Sheet:
    """What the sheet tells.

    ten: name of the template. luu_y: how its kind was found. judged: the cases.
    """

    ten: str
    target: Target
    luu_y: Sequence[str]
    judged: Sequence[Judged]


def sheet_files(sheet: Sheet) -> dict[str, bytes]:
    """Make the files of the sheet: path within its folder (:data:`PAGE` is the page) → bytes."""
    made = {PAGE: page(sheet).encode()}
    for one in sheet.judged:
        ma = one.shown.case.ma
        if one.shown.docx:
            made[f"{_PAPERS}/{ma}.docx"] = one.shown.docx
        if one.shown.pdf:
            made[f"{_PAPERS}/{ma}.pdf"] = one.shown.pdf
        made |= {_now(ma, at): picture for at, picture in enumerate(one.shown.pages)}
        made |= {_before(ma, at.old): one.before[at.old] for at in one.pairs if at and at.old is not None}
    return made


def page(sheet: Sheet) -> str:
    """Write the page; its pictures stand beside it as :func:`sheet_files` says."""
    return "\n".join(_page(sheet)) + "\n"


def _now(ma: str, at: int) -> str:
    return f"{_PICTURES}/{ma}.{at + 1:03}.png"


def _before(ma: str, at: int) -> str:
    return f"{_PICTURES}/{ma}.{at + 1:03}.da-duyet.png"


def _page(sheet: Sheet) -> Iterator[str]:
    title = f"Xem trước mẫu {escape(sheet.ten)}"
    yield "<!DOCTYPE html>"
    yield f'<html lang="vi"><head><meta charset="utf-8">{MARK}'
    yield f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title>'
    yield f"<style>\n{_STYLES.read_text(encoding='utf-8')}</style></head><body>"
    yield f"<header><h1>{title}</h1>"
    standard = STANDARDS[sheet.target.the_thuc].ten_ngan
    yield f"<p>Loại văn bản: {escape(sheet.target.form.ten_goi)}. Thể thức: {escape(standard)}.</p>"
    yield from (f"<p>{escape(note)}</p>" for note in sheet.luu_y)
    yield f'<p class="ket-qua">{escape(summary(sheet.judged))}</p>'
    if any(one.moved or (one.shown.pages and not one.known) for one in sheet.judged):
        yield "<p>Đã xem và vừa ý thì chạy lại lệnh, thêm <code>--accept</code>: những ảnh này thành ảnh đã duyệt.</p>"
    yield "</header><main>"
    common = common_faults(sheet.judged)
    if common:
        yield "<section><h2>Chưa làm được trường hợp nào</h2><p>Mẫu có những chỗ phải sửa trước đã:</p>"
        yield from _faults(common)
        yield "</section>"
    else:
        yield from _table(sheet.judged)
        for one in sheet.judged:
            yield from _case(one)
    yield "</main></body></html>"


def summary(judged: Sequence[Judged]) -> str:
    """Say in one or two sentences what became of all cases."""
    failed = sum(1 for one in judged if one.shown.faults)
    moved = sum(1 for one in judged if one.moved)
    fresh = sum(1 for one in judged if not one.known and not one.shown.faults)
    if fresh == len(judged):
        return "Chưa có ảnh đã duyệt nào để so."
    counted = (
        (failed, "không làm được"),
        (moved, "có trang khác ảnh đã duyệt"),
        (fresh, "chưa có ảnh đã duyệt để so"),
    )
    said = [f"{number} trong {len(judged)} trường hợp {what}" for number, what in counted if number]
    return f"{'; '.join(said)}." if said else f"Cả {len(judged)} trường hợp đều giống ảnh đã duyệt."


def common_faults(judged: Sequence[Judged]) -> tuple[Fault, ...]:
    """Find the faults for which no case could be made, when they are the same in all."""
    found = {one.shown.faults for one in judged}
    return found.pop() if len(found) == 1 else ()


def _faults(faults: Iterable[Fault]) -> Iterator[str]:
    yield '<ul class="loi">'
    for fault in faults:
        mend = f"<br>{escape(fault.sua)}" if fault.sua else ""
        place = f"<strong>{escape(fault.noi)}</strong>: " if fault.noi else ""
        yield f"<li>{place}{escape(fault.loi)}{mend}</li>"
    yield "</ul>"


def _state(one: Judged) -> str:
    if one.shown.faults:
        return "hong"
    return "doi" if one.moved else "giong" if one.known else "moi"


def _table(judged: Iterable[Judged]) -> Iterator[str]:
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Trường hợp", "Số trang", "So với ảnh đã duyệt", "Mở tệp")
    )
    yield f"<table><thead><tr>{heads}</tr></thead><tbody>"
    for one in judged:
        ma, ten = one.shown.case.ma, escape(one.shown.case.ten)
        yield f'<tr><td><a href="#{ma}">{ten}</a></td><td>{len(one.shown.pages) or "–"}</td>'
        yield f'<td><span class="{_state(one)}">{escape(one.said)}</span></td><td>{_links(one)}</td></tr>'
    yield "</tbody></table>"


def _links(one: Judged) -> str:
    ma = one.shown.case.ma
    found = [f'<a href="{_PAPERS}/{ma}.docx">Word</a>'] if one.shown.docx else []
    found += [f'<a href="{_PAPERS}/{ma}.pdf">PDF</a>'] if one.shown.pdf else []
    return " · ".join(found) or "–"


def _case(one: Judged) -> Iterator[str]:
    case = one.shown.case
    yield f'<section id="{case.ma}"><h2>{escape(case.ten)} <span class="{_state(one)}">{escape(one.said)}</span></h2>'
    yield f"<p>{escape(case.mo_ta)}</p>"
    if one.shown.faults:
        yield from _faults(one.shown.faults)
    changed = [pair for pair in one.pairs if pair] if one.known and one.shown.pages else []
    same = [pair.new for pair in one.pairs if pair not in changed and pair.new is not None]
    yield from _some([_pair(case.ma, pair) for pair in changed], _SHOWN_PAIRS, "cap", "trang có thay đổi còn lại")
    what = "trang không đổi" if changed else "trang còn lại"
    shown = 0 if changed else _SHOWN_PAGES
    yield from _some([_figure(_now(case.ma, at), f"Trang {at + 1}") for at in same], shown, "trang", what)
    yield "</section>"


def _some(figures: Sequence[str], most: int, css: str, what: str) -> Iterator[str]:
    """Show the first figures, the others folded away; two more are not worth folding."""
    most = len(figures) if most and len(figures) <= most + 2 else most
    if figures[:most]:
        yield f'<div class="{css}">{"".join(figures[:most])}</div>'
    if figures[most:]:
        yield f"<details><summary>Xem {len(figures) - most} {what}</summary>"
        yield f'<div class="{css}">{"".join(figures[most:])}</div></details>'


def _pair(ma: str, pair: Pair) -> str:
    boxes = pair.moved.boxes
    before = '<figure class="khong"><p>Trước đây không có trang này</p></figure>'
    if pair.old is not None:
        before = _figure(_before(ma, pair.old), f"Trang {pair.old + 1}, đã duyệt", boxes)
    now = '<figure class="khong"><p>Bây giờ không còn trang này</p></figure>'
    if pair.new is not None:
        said = f": {_share(pair.moved.share)}" if boxes else ""
        now = _figure(_now(ma, pair.new), f"Trang {pair.new + 1}, bây giờ{said}", boxes)
    return f'<div class="hai">{before}{now}</div>'


def _share(share: float) -> str:
    percent = 100 * share
    if percent < 0.1:
        return "khác rất ít"
    return f"khác {percent:.1f} % mặt giấy".replace(".", ",")


def _figure(source: str, caption: str, boxes: Sequence[Box] = ()) -> str:
    drawn = "".join(
        f'<rect x="{left}" y="{top}" width="{width}" height="{height}" vector-effect="non-scaling-stroke"/>'
        for left, top, width, height in boxes
    )
    frames = f'<svg viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>' if drawn else ""
    picture = f'<img src="{source}" alt="{escape(caption)}" loading="lazy">'
    return f'<figure><a href="{source}">{picture}{frames}</a><figcaption>{escape(caption)}</figcaption></figure>'
