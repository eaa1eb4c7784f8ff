"""Trees as text a person can compare: one line a node, two blanks a level."""

from __future__ import annotations

from docgen.outline.labels import number
from docgen.outline.parse import parse
from docgen.outline.tree import Item, Outline, Paragraph, plain


def drawn(outline: Outline) -> str:
    """``I. [TITLE]``, ``a) text``, ``1. [Title] text``, ``¶ paragraph``, ``! note``, ``▦ 2x3``."""
    lines = []
    for numbered in number(outline):
        node, indent = numbered.node, "  " * len(numbered.depth_path)
        if isinstance(node, Item):
            title = f"[{plain(node.title)}]" if node.title else ""
            lines.append(indent[2:] + " ".join(filter(None, [numbered.label, title, plain(node.text)])))
        elif isinstance(node, Paragraph):
            lines.append(f"{indent}{'!' if node.note else '¶'} {plain(node.text)}")
        else:
            rows = node.header + node.rows
            lines.append(f"{indent}▦ {len(rows)}x{len(rows[0])}")
    return "\n".join(lines)


def read_as(text: str) -> str:
    return drawn(parse(text).outline)


def told(text: str) -> list[tuple[int | None, str, str]]:
    """Line, severity and message of every fault."""
    return [(fault.dong, fault.nang, fault.loi) for fault in parse(text).faults]


def told_at(text: str, dong: int) -> str:
    """What is said of one line."""
    return " ".join(str(fault) for fault in parse(text).faults if fault.dong == dong)
