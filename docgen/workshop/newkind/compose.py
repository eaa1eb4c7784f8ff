"""The decisions → a Word template, drawn from the standard's base: nothing in it but named styles, words and tags."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from docgen import package
from docgen.data_dir import DataDir
from docgen.render import wordml
from docgen.render.wordml import Element, w
from docgen.workshop.newkind.base import DOCUMENT, Base, open_base
from docgen.workshop.newkind.layout import Block, Body, Common, Layout, Line, Stand, Words
from docgen.workshop.newkind.lean import without_unused
from docgen.workshop.newkind.letters import Look
from docgen.workshop.newkind.proposal import Proposal

_TEXT: Final = "DoanVan"
# Style → whether it is bold, italic by itself: letters that look otherwise say so themselves.
_STYLES: Final[dict[Stand, tuple[str, Look]]] = {
    "doan": (_TEXT, (False, False)),
    "giua-dam": ("PhanNhan", (True, False)),
    "giua-nghieng": ("PhuLucDan", (False, True)),
}
_NUMBER: Final = "SoKyHieu"
_PAGE_END: Final = "CuoiTrang"
_ABOUT: Final = "V/v {{ trich_yeu }}"
_LINES: Final = (
    ("{{ so_ky_hieu }}", ("so", "co_quan.ky_hieu")),
    ("{{ dia_danh_ngay }}", ("dia_danh", "ngay")),
)
_MARKS: Final = ("do_mat", "do_khan")


def compose(layout: Layout, proposal: Proposal, data: DataDir) -> bytes:
    """Draw the template; equal decisions give equal bytes. Raises Unusable when there is no base to draw from."""
    base = open_base(data, proposal.the_thuc)
    body = base.root.find(wordml.BODY)
    assert body is not None
    children = list(_children(base, layout, proposal))
    for one in list(body):
        body.remove(one)
    body.extend(children)
    return package.write(without_unused({**base.parts, DOCUMENT: wordml.serialise(base.root)}))


def _children(base: Base, layout: Layout, proposal: Proposal) -> Iterator[Element]:
    _head(base, proposal)
    yield base.head
    if proposal.in_ten_loai:
        yield from base.title
    for block in layout.blocks:
        yield from _drawn(base, block)
    _foot(base, proposal)
    yield base.foot
    if proposal.asked("phu_luc"):
        yield from base.common["phu_luc"]
    else:
        yield _paragraph(base.root, _PAGE_END, ())
    yield base.end


def _drawn(base: Base, block: Block) -> Iterator[Element]:
    match block:
        case Common(ten):
            yield from base.block(ten)
        case Body(ten):
            for one in base.block("noi_dung"):
                _rename(one, "in noi_dung %}", f"in {ten} %}}")
                yield one
        case Line():
            yield from _own(base, block)


def _own(base: Base, line: Line) -> Iterator[Element]:
    style, look = _STYLES[line.stand]
    paragraph = _paragraph(base.root, style, line.words, look)
    if line.loop:
        yield _tag(base.root, f"{{%p for dong in {line.loop} %}}")
        yield paragraph
        yield _tag(base.root, "{%p endfor %}")
    elif line.optional:
        yield _tag(base.root, f"{{%p if {' or '.join(line.optional)} %}}")
        yield paragraph
        yield _tag(base.root, "{%p endif %}")
    else:
        yield paragraph


def _head(base: Base, proposal: Proposal) -> None:
    """A paper without a title says under its number what it is about (NĐ 30, PL III, Mẫu 1.5)."""
    for paragraph in list(base.head.iter(wordml.P)):
        if "{{ so_ky_hieu }}" in wordml.text_of(paragraph) and not proposal.in_ten_loai:
            paragraph.addnext(_paragraph(base.root, _NUMBER, (Words(_ABOUT, (False, False)),)))
    for tag, names in _LINES:
        if not any(map(proposal.asked, names)):
            _take_line(base.head, tag)
    for ten in _MARKS:
        if not proposal.asked(ten):
            _take_out(base.head, ten)


def _take_line(table: Element, tag: str) -> None:
    for cell in table.iter(wordml.TC):
        for one in [one for one in cell.iterchildren(wordml.P) if wordml.text_of(one).strip() == tag]:
            cell.remove(one)
        if cell.find(wordml.P) is None:
            cell.append(_paragraph(table, _NUMBER, ()))


def _foot(base: Base, proposal: Proposal) -> None:
    for ten in ("ky.chuc_vu_khac", "noi_nhan"):
        if not proposal.asked(ten) and not (ten == "noi_nhan" and proposal.asked("luu")):
            _take_out(base.foot, ten)


def _take_out(table: Element, ten: str) -> None:
    """Take the paragraphs out that print a name, with the tags around them."""
    for cell in table.iter(wordml.TC):
        depth = 0
        for one in list(cell.iterchildren(wordml.P)):
            text = wordml.text_of(one).strip()
            opens = text.startswith(("{%p if ", "{%p for "))
            if depth == 0 and not (opens and ten in text.replace("==", " ").split()):
                continue
            depth += opens - text.startswith(("{%p endif", "{%p endfor"))
            cell.remove(one)
        if cell.find(wordml.P) is None:
            cell.append(_paragraph(table, _NUMBER, ()))


def _rename(block: Element, old: str, new: str) -> None:
    for text in block.iter(wordml.T):
        text.text = (text.text or "").replace(old, new)


def _tag(like: Element, tag: str) -> Element:
    return _paragraph(like, _TEXT, (Words(tag, (False, False)),))


def _paragraph(like: Element, style: str, words: Iterable[Words], base: Look = (False, False)) -> Element:
    made = like.makeelement(wordml.P)
    wordml.child(wordml.properties(made, wordml.PPR), "pStyle").set(wordml.VAL, style)
    for one in words:
        run = made.makeelement(wordml.R)
        _look(run, one.look, base)
        text = run.makeelement(wordml.T)
        text.set(wordml.SPACE, "preserve")
        text.text = f"{{{{ {one.text} }}}}" if one.is_name else one.text
        run.append(text)
        made.append(run)
    return made


def _look(run: Element, look: Look, base: Look) -> None:
    for names, on, style in zip((("b", "bCs"), ("i", "iCs")), look, base, strict=True):
        if on == style:
            continue
        properties = wordml.properties(run, wordml.RPR)
        for name in names:
            element = wordml.child(properties, name)
            if not on:
                element.set(w("val"), "0")
