"""Faults of a template that can be seen without rendering it, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from docgen.errors import Fault
from docgen.render import wordml
from docgen.render.places import Map
from docgen.render.tagged import Block, Placed
from docgen.render.tags import OBJECT_CHAR
from docgen.render.wordml import Element, w

_SHOWN: Final = 60
_NAMES: Final = {"p": "đoạn", "tr": "hàng", "tc": "ô", "r": "chữ"}
_BRACKETS: Final = re.compile(r"\{\{|\{%|\{#")
_NONCHARACTER: Final = re.compile("[\ufdd0-\ufdef]")
_TRACKED: Final = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


def block_faults(blocks: list[Block]) -> Iterator[Fault]:
    """Broken brackets; tags that stand for a paragraph, row or cell with something else in it."""
    for block in blocks:
        for problem in block.problems:
            yield Fault(str(block.place), problem.loi, problem.sua)
        for tag in block.tags:
            yield from _tag_faults(Placed(tag, block))


def _tag_faults(placed: Placed) -> Iterator[Fault]:
    tag, block = placed.tag, placed.block
    if tag.opener == "{{" and tag.scope:
        yield Fault(
            str(block.place),
            f"Thẻ “{tag}” viết theo kiểu {{{{{tag.scope} …}}}}: chữ thường đưa vào đó không in ra.",
            f"Hãy viết “{{{{ {tag.code} }}}}”; chữ đậm, nghiêng, chú thích trong giá trị vẫn được giữ.",
        )
    elif tag.scope and not block.is_paragraph:
        yield Fault(str(block.place), f"Thẻ “{tag}” không dùng được trong thuộc tính của tệp.", "Hãy viết {% … %}.")
    elif tag.scope in ("p", "tr", "tc"):
        yield from _alone_faults(placed)


def _alone_faults(placed: Placed) -> Iterator[Fault]:
    """What shares the paragraph, row or cell with a tag that stands for it would vanish without a word."""
    tag, held, noi = placed.tag, placed.held, str(placed.place)
    what = _NAMES[tag.scope]
    if held is None:
        yield Fault(noi, f"Thẻ “{tag}” dùng cho {what} của bảng nhưng không nằm trong bảng.", "Hãy dùng {%p … %}.")
        return
    if len(placed.block.tags) > 1:
        other = next(other for other in placed.block.tags if other is not tag)
        loi = f"Đoạn có thẻ “{tag}” còn có thẻ khác: “{other}”."
        yield Fault(noi, loi, f"Mỗi thẻ {{%{tag.scope} … %}} phải đứng một mình trong {what} của nó.")
        return
    beside = _beside(placed)
    if beside:
        loi = f"Thẻ “{tag}” đứng chung {what} với “{beside}”: phần ấy sẽ mất khi tạo văn bản."
        sua = f"Hãy để thẻ một mình trong {what}; nếu chỉ bật tắt chữ trong đoạn thì viết {{% … %}}."
        yield Fault(noi, loi, sua)
    if next(held.iter(wordml.SECTPR), None) is not None:
        loi = f"Đoạn có thẻ “{tag}” mang dấu ngắt phần (section break): dấu ấy sẽ mất."
        yield Fault(noi, loi, "Hãy chuyển dấu ngắt sang một đoạn khác.")


def _beside(placed: Placed) -> str:
    """Text that shares the held element with the tag; pictures, fields and nested tables told by name."""
    tag, held, block = placed.tag, placed.held, placed.block
    if held is None:
        return ""
    text = block.text[: tag.start] + block.text[tag.end :]
    for paragraph in held.iter(wordml.P):
        if paragraph is not block.holder:
            text += " " + wordml.text_of(paragraph)
        if len(text) > _SHOWN:
            break
    text = " ".join(text.replace(OBJECT_CHAR, " hình, trường hoặc ngắt trang ").split())
    if not text and any(True for _ in held.iter(wordml.TBL)):
        return "một bảng"
    if not text and any(True for _ in held.iter(w("bookmarkStart"), w("bookmarkEnd"))):
        return "một dấu trang (bookmark)"
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def part_faults(root: Element, places: Map) -> Iterator[Fault]:
    """Tags where none can be filled in; tracked changes; characters kept for marks; tables without columns."""
    fillable = root.tag.startswith(f"{{{wordml.NS_W}}}")
    for element in root.iter():
        for loi, sua in _element_problems(element, text_is_filled=element.tag == wordml.T or not fillable):
            yield Fault(str(places.of(element)), loi, sua)


def _element_problems(element: Element, *, text_is_filled: bool) -> Iterator[tuple[str, str]]:
    if element.tag in _TRACKED:
        loi = "Mẫu còn thay đổi đang theo dõi (Track Changes)."
        yield loi, "Hãy vào Review, chọn Accept All Changes rồi lưu lại."
    if element.tag == wordml.TBL and element.find(w("tblGrid")) is None:
        yield "Bảng không khai báo cột (thiếu w:tblGrid).", "Hãy mở mẫu trong Word và lưu lại."
    text = element.text or ""
    elsewhere = [str(value) for value in element.attrib.values()] + [element.tail or ""]
    if any(_BRACKETS.search(s) for s in elsewhere) or (not text_is_filled and _BRACKETS.search(text)):
        loi = "Có thẻ nằm ngoài chữ thường (trong mã trường, công thức, hoặc chữ thay thế của hình)."
        yield loi, "Thẻ chỉ được điền trong chữ thường; hãy chuyển thẻ ra ngoài."
    if any(_NONCHARACTER.search(s) for s in (*elsewhere, text)):
        yield "Có mã U+FDD0–U+FDEF, không phải là ký tự Unicode.", "Hãy xóa và gõ lại đoạn này."
