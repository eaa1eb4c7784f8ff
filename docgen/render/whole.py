"""A rendered part made whole again: what Word needs wherever an optional paragraph, row or cell is gone."""

from __future__ import annotations

from collections import Counter
from typing import Final

from docgen.render import wordml
from docgen.render.places import Place
from docgen.render.trace import Trace
from docgen.render.wordml import NS_WP, Element, w

# Each must end with a paragraph (ECMA-376 Part 1, 17.4.65 for cells; the others hold at least one block).
NEED_PARAGRAPH: Final = tuple(w(n) for n in ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent"))
_DOC_PR: Final = f"{{{NS_WP}}}docPr"


def make_whole(root: Element) -> None:
    """Drop empty runs, rows without cells and tables without rows; give cells and the like their paragraph back.

    Two tables that came to stand side by side are kept apart by a paragraph: Word would make one of them.
    """
    for text in [t for t in root.iter(wordml.T) if not t.text]:
        _remove(text)
    for run in [r for r in root.iter(wordml.R) if all(child.tag == wordml.RPR for child in r)]:
        _remove(run)
    _drop_without(root, wordml.TR, wordml.TC)
    _drop_without(root, wordml.TBL, wordml.TR)
    for table in list(root.iter(wordml.TBL)):
        following = table.getnext()
        if following is not None and following.tag == wordml.TBL:
            table.addnext(root.makeelement(wordml.P))
    for holder in list(root.iter(*NEED_PARAGRAPH)):
        last = next(holder.iterchildren(wordml.P, wordml.TBL, w("sdt"), reversed=True), None)
        if last is None or last.tag == wordml.TBL:
            holder.append(root.makeelement(wordml.P))


def _drop_without(root: Element, tag: str, child: str) -> None:
    """Drop every ``tag`` that has no ``child`` left; content controls and custom XML may hold children too."""
    for element in list(root.iter(tag)):
        if next(element.iterchildren(child, w("sdt"), w("customXml")), None) is None:
            _remove(element)


def make_unique(root: Element) -> None:
    """New numbers for drawings that a loop copied; of copied bookmarks the first stays, names being unique."""
    drawings = list(root.iter(_DOC_PR))
    if len({d.get("id") for d in drawings}) != len(drawings):
        for number, drawing in enumerate(drawings, 1):
            drawing.set("id", str(number))
    for kind in ("bookmarkStart", "bookmarkEnd"):
        known: set[str] = set()
        for bookmark in list(root.iter(w(kind))):
            name = str(bookmark.get(w("id")))
            if name in known:
                _remove(bookmark)
            known.add(name)


def check_notes(root: Element, trace: Trace, place: Place) -> None:
    """Note a fault at ``place`` when one footnote of the template is referred to twice: it stands in a loop."""
    for name, what in (("footnoteReference", "cuối trang"), ("endnoteReference", "cuối văn bản")):
        counted = Counter(reference.get(w("id")) for reference in root.iter(w(name)))
        if any(count > 1 for count in counted.values()):
            loi = f"Một chú thích {what} gõ sẵn trong mẫu nằm trong vòng lặp nên bị nhắc lại."
            trace.fault(loi, "Hãy chuyển chú thích ấy ra ngoài vòng lặp, hoặc để dữ liệu mang chú thích.", place)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
