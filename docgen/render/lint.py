"""Faults of a template that can be seen without rendering it, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from docgen.errors import Fault
from docgen.render import wordml
from docgen.render.places import Map
from docgen.render.tagged import Block, Placed
from docgen.render.tags import OBJECT_CHAR
from docgen.render.wordml import Element, w

_SHOWN: Final = 60
# Of a paragraph's text no more is looked at: blanks at its beginning are few.
_SEEN: Final = 1000
_NAMES: Final = {"p": "đoạn", "tr": "hàng", "tc": "ô", "r": "chữ"}
_BRACKETS: Final = re.compile(r"\{\{|\{%|\{#")
_NONCHARACTER: Final = re.compile("[\ufdd0-\ufdef]")
_TRACKED: Final = tuple(w(name) for name in ("ins", "del", "moveFrom", "moveTo"))


@dataclass(frozen=True)
class Held:
    """What stands in a paragraph, row or cell. words: its first paragraphs with text, enough to quote from."""

    words: tuple[tuple[Element, str], ...]
    has_table: bool
    has_bookmark: bool
    has_section: bool


class Holders:
    """The paragraphs, rows and cells that tags stand for, each looked through once: a row may hold many tags."""

    def __init__(self) -> None:
        self._known: dict[Element, Held] = {}

    def of(self, element: Element) -> Held:
        """What stands in one of them."""
        if element not in self._known:
            names = {e.tag for e in element.iter(wordml.TBL, w("bookmarkStart"), w("bookmarkEnd"), wordml.SECTPR)}
            has_mark = w("bookmarkStart") in names or w("bookmarkEnd") in names
            held = Held(tuple(_words(element)), wordml.TBL in names, has_mark, wordml.SECTPR in names)
            self._known[element] = held
        return self._known[element]


def _words(element: Element) -> Iterator[tuple[Element, str]]:
    """Paragraphs with text, until there is more than is shown, whichever of them is left out."""
    lengths: list[int] = []
    for paragraph in element.iter(wordml.P):
        text = wordml.text_of(paragraph)
        if text.strip():
            yield paragraph, text[:_SEEN]
            lengths.append(len(" ".join(text[:_SEEN].split())))
            if sum(lengths) - max(lengths) > _SHOWN:
                return


def block_faults(blocks: Iterable[Block], holders: Holders | None = None) -> Iterator[Fault]:
    """Broken brackets; tags that stand for a paragraph, row or cell with something else in it.

    holders: to be given again when the blocks of one part are asked for piece by piece.
    """
    holders = holders or Holders()
    for block in blocks:
        for problem in block.problems:
            yield Fault(str(block.place), problem.loi, problem.sua)
        for tag in block.tags:
            yield from _tag_faults(Placed(tag, block), holders)


def _tag_faults(placed: Placed, holders: Holders) -> Iterator[Fault]:
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
        yield from _alone_faults(placed, holders)


def _alone_faults(placed: Placed, holders: Holders) -> Iterator[Fault]:
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
    content = holders.of(held)
    beside = _beside(placed, content)
    if beside:
        loi = f"Thẻ “{tag}” đứng chung {what} với “{beside}”: phần ấy sẽ mất khi tạo văn bản."
        sua = f"Hãy để thẻ một mình trong {what}; nếu chỉ bật tắt chữ trong đoạn thì viết {{% … %}}."
        yield Fault(noi, loi, sua)
    if content.has_section:
        loi = f"Đoạn có thẻ “{tag}” mang dấu ngắt phần (section break): dấu ấy sẽ mất."
        yield Fault(noi, loi, "Hãy chuyển dấu ngắt sang một đoạn khác.")


def _beside(placed: Placed, held: Held) -> str:
    """Text that shares the held element with the tag; pictures, fields and nested tables told by name."""
    tag, block = placed.tag, placed.block
    text = block.text[max(0, tag.start - _SEEN) : tag.start] + block.text[tag.end : tag.end + _SEEN]
    text += "".join(f" {other}" for paragraph, other in held.words if paragraph is not block.holder)
    text = " ".join(text.replace(OBJECT_CHAR, " hình, trường hoặc ngắt trang ").split())
    if not text and held.has_table:
        return "một bảng"
    if not text and held.has_bookmark:
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
