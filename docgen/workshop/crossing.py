"""Tags that are cut by, or caught in, what Word itself rewrites: content controls, fields, links, tracked changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.render import wordml
from docgen.render.wordml import Element, w
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark

_SDT, _FIELD, _LINK = w("sdt"), w("fldSimple"), w("hyperlink")
_FRAMES: Final = {
    _SDT: "khung nội dung (content control)",
    _FIELD: "trường (field)",
    _LINK: "liên kết (hyperlink)",
    w("ins"): "chỗ thêm đang theo dõi (Track Changes)",
    w("moveTo"): "chỗ chuyển đến đang theo dõi (Track Changes)",
}
_TRACKED: Final = (w("ins"), w("moveTo"))
_CHAR: Final = w("fldChar")
_CODE: Final = w("instrText")


def crossing(opened: Opened) -> Iterator[Remark]:
    """Find the tags that lie across a frame's edge, in a control fed from data, or in the result of a field."""
    for view in opened.views:
        for block in view.blocks:
            if not block.tags or not block.is_paragraph:
                continue
            results = _field_results(block.holder)
            for tag in block.tags:
                units = list(dict.fromkeys(block.unit_at(at).element for at in range(tag.start, tag.end)))
                first = units[0]
                spot = opened.spot(view, block.holder, (tag.start, tag.end))
                held = [_frames(unit) for unit in units]
                cut = sorted(frozenset().union(*held) - frozenset.intersection(*held), key=_rank)
                if cut:
                    what = _FRAMES[cut[0].tag]
                    loi = f"Thẻ “{tag}” nằm vắt qua mép của một {what}: nửa trong, nửa ngoài."
                    sua = "Hãy xóa rồi gõ lại cả thẻ ở một bên của khung."
                    if cut[0].tag in _TRACKED:
                        sua = "Hãy nhận hoặc bỏ thay đổi ấy (Review, Accept hoặc Reject), rồi gõ lại cả thẻ."
                    yield Remark("the", "loi", loi, sua, spot)
                    continue
                yield from (Remark("the", "loi", loi, sua, spot) for loi, sua in _bound(str(tag), first))
                if not results.isdisjoint(units):
                    loi = f"Thẻ “{tag}” nằm trong kết quả của một trường: Word cập nhật trường thì giá trị bị ghi đè."
                    yield Remark("the", "canh-bao", loi, "Hãy chuyển thẻ ra ngoài trường.", spot)


def _rank(frame: Element) -> int:
    """What is told first of several edges."""
    return list(_FRAMES).index(frame.tag)


def _frames(element: Element) -> frozenset[Element]:
    """The frames around an element, up to its paragraph."""
    found: set[Element] = set()
    for ancestor in element.iterancestors():
        if ancestor.tag == wordml.P:
            break
        if ancestor.tag in _FRAMES:
            found.add(ancestor)
    return frozenset(found)


def _bound(tag: str, element: Element) -> Iterator[tuple[str, str]]:
    for control in element.iterancestors(_SDT):
        properties = control.find(w("sdtPr"))
        if properties is None:
            continue
        if properties.find(w("dataBinding")) is not None:
            loi = f"Thẻ “{tag}” nằm trong khung nội dung lấy chữ từ thuộc tính của tệp: mở ra là Word ghi đè giá trị."
            yield loi, "Hãy bấm chuột phải vào khung, chọn Remove Content Control, rồi lưu lại."
            return
        if properties.find(w("showingPlcHdr")) is not None:
            loi = f"Thẻ “{tag}” là chữ gợi ý của một khung nội dung: bấm vào là chữ điền biến mất."
            yield loi, "Hãy bấm chuột phải vào khung, chọn Remove Content Control, rồi gõ lại thẻ."
            return


def _field_results(paragraph: Element) -> set[Element]:
    """The pieces of text that Word computes, links apart."""
    found: set[Element] = set()
    for field in paragraph.iter(_FIELD):
        if "HYPERLINK" not in field.get(w("instr"), "").upper():
            found |= set(field.iter(wordml.T))
    open_fields: list[str] = []
    showing = 0
    for element in wordml.own(paragraph):
        if element.tag == _CHAR:
            kind = element.get(w("fldCharType"))
            if kind == "begin":
                open_fields.append("")
            elif kind == "separate":
                showing += 1
            elif kind == "end" and open_fields:
                open_fields.pop()
                showing = min(showing, len(open_fields))
        elif element.tag == _CODE and open_fields:
            open_fields[-1] += element.text or ""
        elif element.tag == wordml.T and showing and not any("HYPERLINK" in code.upper() for code in open_fields):
            found.add(element)
    return found
