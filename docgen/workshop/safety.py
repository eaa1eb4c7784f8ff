"""What a template may not carry, and what it would hand on to every paper made of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from docgen.render import parts, wordml
from docgen.render.wordml import switched_on, w
from docgen.workshop.opened import Opened
from docgen.workshop.remarks import Remark

_COMMENTS: Final = ("comments", "commentsExtended", "commentsIds", "commentsExtensible", "people")


def safety(opened: Opened) -> Iterator[Remark]:
    """Macros, links to other files, embedded objects; tags where none is filled in; comments, locks, hidden tags."""
    for fault in opened.refused:
        yield Remark("tep", "loi", fault.loi, fault.sua)
    comments = {r.target for r in parts.relationships(opened.parts, opened.roles.document) if r.kind in _COMMENTS}
    filled = {view.name for view in opened.views} | comments
    for fault in parts.tags_elsewhere(opened.parts, filled, opened.ten):
        yield Remark("tep", "loi", fault.loi, fault.sua)
    yield from _comments(opened, comments)
    yield from _locked(opened)
    yield from _hidden(opened)


def _comments(opened: Opened, names: set[str]) -> Iterator[Remark]:
    found = [c for name in names if name in opened.parts for c in wordml.parse(opened.parts[name]).iter(w("comment"))]
    if not found:
        return
    said = "".join(str(text) for comment in found for text in comment.itertext())
    sua = "Hãy vào Review, chọn Delete, Delete All Comments in Document rồi lưu lại."
    if "{{" in said or "{%" in said or _beside_tags(opened):
        loi = f"Mẫu còn {len(found)} nhận xét (comment), có nhận xét ở thẻ hoặc nhắc tới thẻ: chưa dùng làm mẫu được."
        yield Remark("tep", "loi", loi, sua)
    else:
        loi = f"Mẫu còn {len(found)} nhận xét (comment): chúng sẽ theo ra mọi văn bản."
        yield Remark("tep", "canh-bao", loi, sua)


def _beside_tags(opened: Opened) -> bool:
    """Whether a comment hangs on a paragraph that a tag takes out."""
    root = wordml.parse(opened.parts[opened.roles.document])
    held = (wordml.ancestor(mark, wordml.P) for mark in root.iter(w("commentReference")))
    return any(paragraph is not None and "{%" in wordml.text_of(paragraph) for paragraph in held)


def _locked(opened: Opened) -> Iterator[Remark]:
    for relation in parts.relationships(opened.parts, opened.roles.document):
        if relation.kind == "settings" and relation.target in opened.parts:
            lock = wordml.parse(opened.parts[relation.target]).find(w("documentProtection"))
            if lock is not None and lock.get(w("enforcement")) in ("1", "true", "on"):
                loi = "Mẫu bị khóa sửa (Restrict Editing): mọi văn bản làm ra cũng sẽ bị khóa."
                yield Remark("tep", "canh-bao", loi, "Hãy vào Review, Restrict Editing, Stop Protection rồi lưu lại.")


def _hidden(opened: Opened) -> Iterator[Remark]:
    for view, block in opened.tagged_blocks():
        for tag in block.tags:
            run = block.unit_at(tag.start).element.getparent() if block.is_paragraph else None
            properties = None if run is None else run.find(wordml.RPR)
            if properties is not None and switched_on(properties.find(w("vanish"))) and tag.opener == "{{":
                loi = f"Thẻ “{tag}” là chữ ẩn (Hidden): giá trị điền vào sẽ không hiện và không in ra."
                sua = "Hãy chọn thẻ, mở hộp Font (Ctrl+D) và bỏ dấu chọn Hidden."
                yield Remark("the", "canh-bao", loi, sua, opened.spot(view, block.holder, (tag.start, tag.end)))
