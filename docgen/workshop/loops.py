"""What loops leave behind: blank paragraphs, and Word lists that count on where they should begin anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from docgen.render import wordml
from docgen.render.tagged import Block, Placed
from docgen.render.wordml import Element, w
from docgen.workshop.opened import Opened, View
from docgen.workshop.remarks import Remark
from docgen.workshop.style_sheet import StyleSheet

_OPENERS: Final = ("if", "for")
_PICTURES: Final = (w("drawing"), w("pict"), w("object"), w("br"), w("sectPr"), w("fldChar"), w("fldSimple"))


def loops(opened: Opened, sheet: StyleSheet) -> Iterator[Remark]:
    """Find blank paragraphs made by tags, and numbered paragraphs whose numbers would run on."""
    for view in opened.views:
        if view.whole:
            yield from _inline(opened, view)
            yield from _blank_in_loop(opened, view, sheet)
            yield from _lists(opened, view, sheet)


def _inline(opened: Opened, view: View) -> Iterator[Remark]:
    """A paragraph that holds nothing but what a tag inside the line switches on and off: off, it stays, blank."""
    for block in view.blocks:
        scoped = [tag for tag in block.tags if tag.opener == "{%"]
        if not scoped or not block.is_paragraph or any(tag.scope for tag in scoped) or _is_needed(block.holder):
            continue
        first, last = scoped[0], scoped[-1]
        outside = block.text[: first.start] + block.text[last.end :]
        words = {tag.word for tag in scoped}
        if first.word in _OPENERS and last.word == f"end{first.word}" and not outside.strip() and "else" not in words:
            what = "danh sách trống" if first.word == "for" else "điều kiện không đúng"
            loi = f"Cả đoạn nằm trong “{first}”: khi {what} thì còn lại một đoạn trống."
            pair = f"“{{%p {first.code} %}}” và “{{%p end{first.word} %}}”"
            sua = f"Hãy đặt {pair} ở hai đoạn riêng, trên và dưới đoạn này."
            yield Remark("lap", "canh-bao", loi, sua, opened.spot(view, block.holder, (first.start, last.end)))


def _blank_in_loop(opened: Opened, view: View, sheet: StyleSheet) -> Iterator[Remark]:
    loop: list[Placed] = []
    # A style that only blank paragraphs have was made for them: they are there on purpose.
    worded = {sheet.style_of(b.holder) for b in view.blocks if b.is_paragraph and b.text.strip()} | {sheet.default}
    owners = {placed.block.holder: placed for placed in view.placed if placed.tag.scope == "p"}
    for block in view.blocks:
        placed = owners.get(block.holder)
        if placed is not None and placed.tag.word == "for":
            loop.append(placed)
        elif placed is not None and placed.tag.word == "endfor" and loop:
            loop.pop()
        elif not loop or not _is_blank(block) or sheet.style_of(block.holder) not in worded:
            continue
        elif block.holder.getparent() is loop[-1].block.holder.getparent():
            loi = f"Đoạn trống nằm trong vòng lặp “{loop[-1].tag}”: mỗi lượt lặp để lại một đoạn trống."
            sua = "Hãy xóa đoạn này; muốn cách quãng thì chỉnh khoảng cách trước, sau đoạn trong kiểu."
            yield Remark("lap", "canh-bao", loi, sua, opened.spot(view, block.holder))


def _is_blank(block: Block) -> bool:
    paragraph = block.holder
    if block.text.strip() or not block.is_paragraph or _is_needed(paragraph):
        return False
    return next(paragraph.iter(*_PICTURES), None) is None


def _is_needed(paragraph: Element) -> bool:
    """Word wants a paragraph behind a table, and at least one in each cell."""
    before = paragraph.getprevious()
    alone = before is None or before.tag == w("tcPr")
    last = paragraph.getnext() is None
    return (before is not None and before.tag == wordml.TBL) or (
        alone and last and wordml.ancestor(paragraph, wordml.TC) is not None
    )


@dataclass
class _Loop:
    placed: Placed
    levels: set[tuple[str, int]]


def _lists(opened: Opened, view: View, sheet: StyleSheet) -> Iterator[Remark]:
    """A list level counts on from one turn of an outer loop to the next unless a higher level stands between."""
    loop: list[_Loop] = []
    owners = {placed.block.holder: placed for placed in view.placed if placed.tag.scope in ("p", "tr")}
    finished: dict[tuple[str, int], Placed] = {}
    for block in view.blocks:
        placed = owners.get(block.holder)
        if placed is not None and placed.tag.word == "for":
            loop.append(_Loop(placed, set()))
        elif placed is not None and placed.tag.word == "endfor" and loop:
            done = loop.pop()
            finished |= dict.fromkeys(done.levels, done.placed)
        numbered = sheet.list_of(block.holder) if block.is_paragraph and placed is None else None
        if numbered is None:
            continue
        number, level = numbered
        finished = {key: ended for key, ended in finished.items() if key[0] != number or key[1] <= level}
        runs_on = len(loop) > 1 and not any((number, above) in loop[-2].levels for above in range(level))
        again = finished.get(numbered) if loop else None
        if runs_on and numbered not in loop[-1].levels:
            yield Remark("lap", "canh-bao", _RUNS_ON.format(loop[-2].placed.tag), _RESTART,
                         opened.spot(view, block.holder))  # fmt: skip
        elif again is not None and all(numbered not in one.levels for one in loop):
            loi = (
                f"Đoạn này dùng chung danh sách đánh số với vòng lặp “{again.tag}” ở trên: số sẽ đếm tiếp, không về 1."
            )
            yield Remark("lap", "canh-bao", loi, _RESTART, opened.spot(view, block.holder))
        for one in loop:
            one.levels.add(numbered)


_RUNS_ON: Final = "Số tự động của Word ở đoạn này sẽ đếm tiếp từ lượt trước sang lượt sau của “{}”, không về 1."
_RESTART: Final = (
    "Hãy bỏ đánh số tự động và in số bằng thẻ có sẵn (ví dụ {{ d.nhan }}), hoặc dùng danh sách nhiều cấp "
    "với cấp trên đứng trong vòng lặp ngoài."
)
