"""The well-formed template a new one is drawn from, taken apart: head, title, each part of the text, foot, appendices.

The template of the plan has every part and every named style of its standard; a new kind takes what it needs, so that
its pages conform and Word shows its maintainer the styles they know.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from docgen import package
from docgen.data_dir import DataDir
from docgen.errors import Fault, Unusable
from docgen.render import wordml
from docgen.render.wordml import Element
from docgen.standards.standard import TheThuc

BASE_KIND: Final = "ke-hoach"
DOCUMENT: Final = "word/document.xml"
_OPENS: Final = re.compile(r"\{%p\s+(?:if|for)\b")
_CLOSES: Final = re.compile(r"\{%p\s+end(?:if|for)\b")
_LOOPS: Final = re.compile(r"\{%p\s+(?:if|for\s+\w+\s+in)\s+(?P<ten>[a-z_.]+)\b")


@dataclass(frozen=True)
class Base:
    """A template taken apart.

    parts: of the file. head, foot: the two tables. title: the paragraphs of type and abstract. common: the blocks of
    ``kinh_gui``, ``can_cu``, ``mo_dau``, ``noi_dung``, ``ket_thuc``, ``phu_luc``. end: the last section.
    """

    parts: dict[str, bytes]
    root: Element
    head: Element
    title: tuple[Element, ...]
    common: dict[str, tuple[Element, ...]]
    foot: Element
    end: Element

    def block(self, ten: str) -> list[Element]:
        """Copy the block of a common part."""
        return [copy.deepcopy(one) for one in self.common[ten]]


def open_base(data: DataDir, the_thuc: TheThuc) -> Base:
    """Take the plan's template of a standard apart. Raises Unusable when it is not there or not as expected."""
    path = data.template(BASE_KIND, the_thuc)
    if not path.is_file():
        loi = f"Thiếu mẫu gốc {path.name} để dựng mẫu mới."
        raise Unusable(Fault(str(path), loi, "Hãy trả mẫu kế hoạch của docgen về thư mục templates."))
    parts = package.read(path, path.name)
    root = wordml.parse(parts[DOCUMENT])
    body = root.find(wordml.BODY)
    children = [] if body is None else list(body)
    tables = [one for one in children if one.tag == wordml.TBL]
    names = ("kinh_gui", "can_cu", "mo_dau", "noi_dung", "ket_thuc", "phu_luc")
    common = {ten: _block(children, ten) for ten in names}
    inner = {one for block in common.values() for one in block}
    outer = [one for one in tables if one not in inner]
    if len(outer) != 2 or not all(common.values()) or not children or children[-1].tag != wordml.SECTPR:
        loi = "Mẫu kế hoạch đã được sửa khác khuôn nên không dựng được mẫu mới từ đó."
        raise Unusable(Fault(str(path), loi, "Hãy dùng lại mẫu kế hoạch của docgen, hoặc chép mẫu bằng Word."))
    head, foot = outer
    first = children.index(common["kinh_gui"][0])
    title = tuple(children[children.index(head) + 1 : first])
    return Base(parts, root, head, title, common, foot, children[-1])


def _block(children: Sequence[Element], ten: str) -> tuple[Element, ...]:
    """The paragraphs from the tag that opens a part to the one that closes it; () when there is none."""
    depth = 0
    found: list[Element] = []
    for one in children:
        text = wordml.text_of(one).strip() if one.tag == wordml.P else ""
        if depth == 0:
            opened = _LOOPS.match(text)
            if found or opened is None or opened["ten"] not in (ten, f"{ten}_dau"):
                continue
        found.append(one)
        depth += len(_OPENS.findall(text)) - len(_CLOSES.findall(text))
        if depth == 0:
            return tuple(found)
    return ()
