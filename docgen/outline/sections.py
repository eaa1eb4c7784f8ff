"""A body as a list of sections, for a form that asks title by title.

Sections are the items of the strongest level in the text, Phần to ``1.``. The title of an ``I.`` section is given
without its label, which ``join`` counts anew; other titles keep theirs (``Điều 1. Phạm vi``).
"""

from __future__ import annotations

from collections.abc import Iterable

from docgen.outline.blocks import Block, read_blocks
from docgen.outline.lines import Line, fold, read_lines, without_lone
from docgen.outline.numerals import roman
from docgen.outline.openings import opening
from docgen.outline.scheme import DEFAULT, Scheme
from docgen.outline.tree import Level
from docgen.outline.write import as_words, has_gap, labelled


def split(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first section, and (title, body) of each; a text without sections is all before.

    ``join(*split(text)) == text`` for canonical text (``write``); any other text keeps its meaning.
    """
    lines = read_lines(text)
    blocks, _ = read_blocks(lines)
    strongest = min((block.level.rank for block in blocks if block.level), default=Level.CONG.rank)
    heads = [b for b in blocks if b.level and b.level.rank == strongest <= Level.SO.rank]
    ends = [head.first - 1 for head in heads] + [len(lines)]
    sections = [(_title(head), _source(lines[head.last : end])) for head, end in zip(heads, ends[1:], strict=True)]
    return _source(lines[: ends[0]]), sections


def join(preamble: str, sections: Iterable[tuple[str, str]]) -> str:
    """Put together what ``split`` took apart; a title with a label keeps it, others become ``I.``, ``II.``."""
    out = [preamble.strip("\n")]
    count = 0
    above: Level | None = None
    for title, body in sections:
        head = " ".join(filter(None, map(fold, title.splitlines())))
        above = _label_level(head, above)
        if above is None or above is Level.LA_MA:
            count += 1
        if above is None:
            head = labelled(Level.LA_MA, f"{roman(count)}.", head)
        body = body.strip("\n")
        out.append(head + ("\n\n" if _has_gap_before(body) else "\n") + body if body.strip() else head)
    return "\n\n".join(part for part in out if part)


def _title(head: Block) -> str:
    title = " ".join(raw for raw in head.raws if raw)
    lone = "\\" if head.lone else ""
    if head.level is Level.LA_MA:
        return (as_words(title) if _label_level(title, None) else title) + lone
    return labelled(head.level, head.label, title + lone) if head.level else title


def _label_level(head: str, above: Level | None) -> Level | None:
    """Return the level of the label that ``head`` begins with, if it is one a section may have.

    above: the level of the section before; one that could be words (``1000.``) is a label only after its like.
    """
    found = opening(without_lone(head)[0])
    if found is None or found.level.rank > Level.SO.rank or (found.weak and found.level is not above):
        return None
    return found.level


def head_labels(sections: Iterable[tuple[str, str]], scheme: Scheme = DEFAULT) -> list[str]:
    """Tell which label ``join`` gives each (title, body); "" for a title that has its own.

    A section that says nothing yet is not printed: it shows the number it would get, and takes it from nobody.
    """
    labels: list[str] = []
    count = 0
    above: Level | None = None
    for title, body in sections:
        head = " ".join(filter(None, map(fold, title.splitlines())))
        level = _label_level(head, above)
        labels.append("" if level else scheme.label(Level.LA_MA, (count + 1,)))
        if head or body.strip():
            count += level in {None, Level.LA_MA}
            above = level
    return labels


def _has_gap_before(body: str) -> bool:
    found = opening(without_lone(fold(body.split("\n", 1)[0]))[0])
    return found is None or found.weak or has_gap(found.level, is_outermost=False)


def _source(lines: list[Line]) -> str:
    return "\n".join(line.source for line in lines).strip("\n")
