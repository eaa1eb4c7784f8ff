r"""A tree → the body notation, in its one canonical spelling.

Labels are computed (see ``labels``), one item or paragraph stands on one line, a blank line stands around paragraphs
and tables and before Phần … ``I.``, footnote texts come last. ``parse(write(outline)).outline`` is ``outline`` but for
the typed labels; ``write(parse(text).outline)`` says what ``text`` says, and is its own canonical spelling.
"""

from __future__ import annotations

from docgen.outline.blocks import DEFINITION, NOTE
from docgen.outline.escape import spell
from docgen.outline.labels import number
from docgen.outline.openings import opening
from docgen.outline.tables import write_table
from docgen.outline.titles import content
from docgen.outline.tree import Inline, Item, Level, Outline, Paragraph, Span, Table, normal

__all__ = ["escape", "write"]


def write(outline: Outline) -> str:
    """The canonical text of ``outline``, without a line end at its end; ``""`` for an empty one."""
    out: list[str] = []
    needs_gap = False
    for numbered in number(outline):
        node = numbered.node
        if isinstance(node, Item):
            lines, gap = [_item(node, numbered.label)], has_gap(node.level, len(numbered.depth_path) == 1)
        else:
            lines, gap = write_table(node) if isinstance(node, Table) else [_paragraph(node)], True
        if out and (gap or needs_gap):
            out.append("")
        out += lines
        needs_gap = not isinstance(node, Item)
    for i, (key, text) in enumerate(outline.notes):
        if out and not i:
            out.append("")
        out.append(f"[^{key}]: {spell(text)}" if text else f"[^{key}]:")
    return "\n".join(out)


def has_gap(level: Level, is_outermost: bool) -> bool:
    """Whether a blank line stands before an item."""
    return level.rank <= Level.LA_MA.rank or (is_outermost and level is Level.SO)


def escape(plain: str) -> str:
    r"""``plain`` as one paragraph that comes out literally wherever it is put: paragraph, bullet, title or cell.

    Line ends become blanks. Other blanks are kept as they are, be they double or at the ends.
    """
    words = spell(normal([Span(" ".join(plain.splitlines()))]), cell=True)
    if words.strip("-:|") == "":
        return "\\" + words if words else ""
    return as_words(words)


def as_words(raw: str) -> str:
    r"""``raw``, with a ``\`` where it would otherwise open an item, a note, a table or a footnote text."""
    found = opening(raw)
    for m in (DEFINITION.match(raw), NOTE.match(raw)):
        if m is not None:
            return _with_backslash(raw, m.start("sign"))
    if raw.startswith("|"):
        return _with_backslash(raw, 0)
    return _with_backslash(raw, found.sign) if found else raw


def _with_backslash(raw: str, at: int) -> str:
    return raw[:at] + "\\" + raw[at:]


def _paragraph(node: Paragraph) -> str:
    raw = spell(node.text)
    return raw if node.note else as_words(raw)


def _item(node: Item, label: str) -> str:
    level = node.level
    if node.title and node.text:
        return f"{label} {spell(node.title, bold=True)} {spell(node.text)}"
    raw = _title(level, node.title) if node.title else _text(level, node.text) if node.text else ""
    if not raw:
        return label + "\\" if _would_take_title(node) else label
    # A form shows the title of an "I." without its label (see sections), where "1. Một" would be another's.
    return labelled(level, label, as_words(raw) if level is Level.LA_MA else raw)


def labelled(level: Level, label: str, raw: str) -> str:
    """Put a label and what follows it on one line: ``Phần I. TÌNH HÌNH``, ``1. Mục đích``."""
    if raw in {"", "\\"}:
        return label + raw
    stop = "." if level.is_always_title and level is not Level.LA_MA else ""
    return f"{label}{stop} {raw}"


def _title(level: Level, title: Inline) -> str:
    raw = spell(title)
    found = content(level, raw)
    return raw if found.title == title and not found.text else spell(title, bold=True)


def _text(level: Level, text: Inline) -> str:
    raw = spell(text, is_item_text=True)
    return raw + "\\" if content(level, raw).title else raw


def _would_take_title(node: Item) -> bool:
    """Whether the paragraph after an empty title would be read as the title."""
    first = node.children[0] if node.children else None
    return node.level.is_always_title and isinstance(first, Paragraph) and _paragraph(first).isupper()
