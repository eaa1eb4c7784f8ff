"""Text that was meant to be a tag but is none, and would be printed as it stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from docgen.workshop.kind import Target
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark

_NAME: Final = r"\s*(?P<{}>[^\W\d]\w*(?:\.\w+)*)\s*"
# One brace instead of two, the signs of Word's mail merge, braces of Chinese and Japanese keyboards, brackets.
_SHAPES: Final = (
    (re.compile(r"(?<!\{)\{" + _NAME.format("ten") + r"\}(?!\})"), "chỉ có một dấu ngoặc nhọn ở mỗi đầu"),
    (re.compile("«" + _NAME.format("ten") + "»"), "viết theo kiểu trộn thư (Mail Merge) của Word"),
    (re.compile("｛{1,2}" + _NAME.format("ten") + "｝{1,2}"), "có dấu ngoặc kiểu chữ Hán"),
    (re.compile(r"\[{1,2}" + _NAME.format("ten") + r"\]{1,2}"), "viết trong ngoặc vuông"),
    (re.compile("<{1,2}" + _NAME.format("ten") + ">{1,2}"), "viết trong dấu < >"),
)
# Signs people put around words for other reasons too: only a name of the form makes them a tag gone wrong.
_COMMON: Final = ("[", "<")


def lookalikes(opened: Opened, target: Target | None) -> Iterator[Remark]:
    """Find names between signs that are not those of a tag; an error when docgen supplies the name."""
    known = frozenset() if target is None else target.known
    for view in opened.views:
        for block in view.blocks:
            text = block.text
            taken = [range(tag.start, tag.end) for tag in block.tags]
            for shape, what in _SHAPES:
                for found in shape.finditer(text):
                    ten = unicodedata.normalize("NFC", found["ten"])
                    is_known = ten in known
                    inside = any(found.start() in span for span in taken)
                    if inside or (not is_known and found.group().startswith(_COMMON)):
                        continue
                    loi = f"“{found.group()}” {what} nên docgen không coi là thẻ, sẽ in ra y như vậy."
                    sua = f"Nếu định điền vào đây thì hãy viết “{{{{ {ten} }}}}”."
                    spot = opened.spot(view, block.holder, found.span())
                    yield Remark("the", "loi" if is_known else "canh-bao", loi, sua, spot)
