"""Outline → blocks (khối): one flat list in reading order, as a template prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from docgen.context.rich import GIU, Rich, closed, segments
from docgen.context.tables import rows
from docgen.outline.labels import Numbered, Scheme, number
from docgen.outline.tree import Inline, Item, Node, NoteRef, Outline, Paragraph, Table
from docgen.standards.endings import Closed, Pieces

Block = dict[str, Any]


def blocks(outline: Outline, scheme: Scheme) -> list[Block]:
    """Turn a body into blocks.

    cap: name of the level, ``doan``, ``luu_y`` or ``bang``. dang: ``tieu_de`` (a title alone), ``doan`` (text
    alone), ``lien`` (a run-in title, then text on its line), ``bang``. nhan: the label, "" for paragraphs and
    tables. tieu_de, chu: rich text. dau, hang: header rows and rows of a table. All keys are always there.
    """
    notes: dict[str, Inline] = {}
    for key, text in outline.notes:
        notes.setdefault(key, text)
    all_numbered = list(number(outline, scheme))
    out = [_block(numbered, notes) for numbered in all_numbered]
    used = {ref for numbered in all_numbered for ref in _refs(numbered.node)}
    # Texts no place refers to, or given twice, are faults of the body; should they come this far, they are kept.
    kept = [pair for pair in outline.notes if pair[0] not in used or pair[1] is not notes[pair[0]]]
    return out + [_new("doan", "doan", chu=[{"chu": f"[^{key}]: "}, *segments(text)]) for key, text in kept]


def close(out: list[Block], ending: Callable[[Pieces], Closed], keep_with_next: bool) -> tuple[list[Block], bool]:
    """Put the end mark behind the last words of a body.

    Return the blocks, the last one new, and whether there was a place for the mark: a table and a title have
    none. keep_with_next: the last block also gets the mark that keeps it on the page of what follows.
    """
    if not out:
        return out, False
    last = dict(out[-1])
    has_text = last["dang"] in ("doan", "lien")
    if has_text:
        last["chu"] = closed(last["chu"], ending)
    if keep_with_next:
        _keep(last)
    return [*out[:-1], last], has_text


def _keep(block: Block) -> None:
    if block["cap"] != "bang":
        name = "tieu_de" if block["dang"] == "tieu_de" else "chu"
        block[name] = [*block[name], GIU]
        return
    name = "hang" if block["hang"] else "dau"
    last_row = [{**cell, "chu": [*cell["chu"], GIU]} for cell in block[name][-1]]
    block[name] = [*block[name][:-1], last_row]


def _block(numbered: Numbered, notes: Mapping[str, Inline]) -> Block:
    node = numbered.node
    if isinstance(node, Paragraph):
        return _new("luu_y" if node.note else "doan", "doan", chu=segments(node.text, notes))
    if isinstance(node, Table):
        dau, hang = rows(node, notes)
        return _new("bang", "bang", dau=dau, hang=hang)
    shape = "doan" if not node.title else "lien" if node.text else "tieu_de"
    return _new(
        str(node.level), shape, numbered.label, tieu_de=segments(node.title, notes), chu=segments(node.text, notes)
    )


def _new(
    cap: str,
    dang: str,
    nhan: str = "",
    tieu_de: Rich | None = None,
    chu: Rich | None = None,
    dau: list[Any] | None = None,
    hang: list[Any] | None = None,
) -> Block:
    return {
        "cap": cap,
        "dang": dang,
        "nhan": nhan,
        "tieu_de": tieu_de or [],
        "chu": chu or [],
        "dau": dau or [],
        "hang": hang or [],
    }


def _refs(node: Node) -> Iterator[str]:
    """Yield the keys of the footnotes whose places stand in a node itself."""
    inlines: Iterable[Inline]
    if isinstance(node, Item):
        inlines = (node.title, node.text)
    elif isinstance(node, Table):
        inlines = (cell.text for row in (*node.header, *node.rows) for cell in row)
    else:
        inlines = (node.text,)
    for inline in inlines:
        yield from (part.key for part in inline if isinstance(part, NoteRef))
