"""What rendering itself finds wrong with tags, told with the characters it is about."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import Final

from docgen.errors import Fault
from docgen.render import lint, pairs
from docgen.render.spoilt import spoilt
from docgen.render.tagged import Block
from docgen.workshop.opened import Opened, View
from docgen.workshop.remarks import Remark, Spot

MAX_FAULTS: Final = 200
# A lean template takes a tenth of a second; what takes longer than this is hostile or hopeless.
MAX_SECONDS: Final = 20.0
_QUOTED: Final = re.compile("“([^”]+)”")


def tag_faults(opened: Opened) -> Iterator[Remark]:
    """Broken, crossed, unknown and misplaced tags, at most 200; stopped early when it takes too long."""
    ends = time.monotonic() + MAX_SECONDS
    told = 0
    for view in opened.views:
        for fault in _faults(view, ends):
            if told == MAX_FAULTS:
                yield Remark("the", "loi", f"Mẫu có hơn {MAX_FAULTS} lỗi thẻ; mới kể {MAX_FAULTS} lỗi đầu.",
                             "Hãy sửa các lỗi này rồi xét lại.")  # fmt: skip
                return
            told += 1
            yield Remark("the", "loi", fault.loi, fault.sua, spot_of(opened, view, fault))
        if time.monotonic() > ends:
            loi = f"Mẫu quá lớn hoặc quá rối: xét {MAX_SECONDS:.0f} giây chưa xong nên dừng."
            yield Remark("the", "loi", loi, "Hãy làm mẫu gọn lại: bớt thẻ, bớt hàng bảng, bớt đoạn trống.")
            return


def _faults(view: View, ends: float) -> Iterator[Fault]:
    if not view.whole:
        return
    yield from dict.fromkeys(lint.part_faults(view.root, view.places))
    holders = lint.Holders()
    for block in view.blocks:
        if time.monotonic() > ends:
            return
        if block.tags or block.problems:
            yield from lint.block_faults([block], holders)
    yield from pairs.faults(view.placed, spoilt(view.placed, view.blocks))
    yield from view.reading.faults


def spot_of(opened: Opened, view: View, fault: Fault) -> Spot:
    """The place of a fault of one part, with the characters it speaks of."""
    if fault.noi not in view.by_place:
        return Spot(view.phan, so=(view.order, 0), part=view.name)
    block, tag = view.by_place[fault.noi]
    return opened.spot(view, block.holder, khoang(block, fault.loi) or tag)


def khoang(block: Block, loi: str) -> tuple[int, int] | None:
    """The characters of a paragraph that a message quotes: the tag named first, else the longest quotation found."""
    named = [(loi.find(f"“{tag}”"), tag.start, tag.end) for tag in block.tags if f"“{tag}”" in loi]
    if named:
        return min(named)[1:]
    for quoted in sorted(_QUOTED.findall(loi), key=len, reverse=True):
        piece = quoted.strip("…")
        at = block.text.find(piece) if len(piece) > 1 else -1
        if at >= 0:
            return at, at + len(piece)
    return None
