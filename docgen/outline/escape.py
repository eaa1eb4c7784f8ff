r"""Spans → notation: the inverse of ``inline.read``, and plain text made safe for the notation.

Whatever the spans are, ``read(spell(inline)).whole == inline`` for an inline in normal form.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from docgen.outline.marks import CLOSING, MARKS, OPENING, Look
from docgen.outline.tree import Inline, NoteRef, Span

_LINE_ENDS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LOUD = re.compile(r"\\|\*|\^|\||\[(?=\^)|<(?=br ?/?>)|\s+", re.IGNORECASE)
# At the end of a part: "{" would lend its force to a mark that follows, "[" would make "^" a footnote.
_BEFORE_MARK = frozenset("{[")
_LOOKS: tuple[Look, ...] = ("italic", "bold", "superscript")


@dataclass(frozen=True)
class _Turn:
    """A look that begins before part ``start`` and ends before part ``end``."""

    look: Look
    start: int
    end: int
    forced: bool


@dataclass(frozen=True)
class _Edges:
    """What stands at the two ends of a part: the ends of the line, marks that turn on before it or off after it."""

    first: bool
    last: bool
    opened: bool
    closed: bool


def spell(inline: Inline, *, cell: bool = False, bold: bool = False, is_item_text: bool = False) -> str:
    r"""Write ``inline`` in the notation.

    cell: in a table: ``|`` is escaped and ``\n`` becomes ``<br>`` (elsewhere a blank).
    bold: as a bold stretch, for a title that has to be marked as one.
    is_item_text: a bold stretch at the beginning is written so that it is not taken for a title.
    """
    parts = [Span(p.text, True, p.italic, p.superscript) if bold and isinstance(p, Span) else p for p in inline]
    texts = [_one_line(p.text, cell) if isinstance(p, Span) else "" for p in parts]
    turns = _turns(parts, texts, bold, is_item_text)
    begins: dict[int, list[_Turn]] = {}
    ends: dict[int, list[_Turn]] = {}
    for turn in turns:
        begins.setdefault(turn.start, []).append(turn)
        ends.setdefault(turn.end, []).append(turn)
    out: list[str] = []
    last = len(parts) - 1
    for i, part in enumerate(parts):
        out.append(_boundary(ends.get(i, []), begins.get(i, [])))
        if isinstance(part, NoteRef):
            out.append(f"[^{part.key}]")
            continue
        edges = _Edges(first=i == 0, last=i == last, opened=i in begins, closed=i + 1 in ends)
        out.append(_words(texts[i], cell, edges))
    out.append(_boundary(ends.get(len(parts), []), []))
    return "".join(out)


def _one_line(text: str, cell: bool) -> str:
    text = _LINE_ENDS.sub(" ", text.replace("\r\n", "\n"))
    return text if cell else text.replace("\n", " ")


def _turns(parts: list[Span | NoteRef], texts: list[str], bold: bool, is_item_text: bool) -> list[_Turn]:
    turns = []
    for look in _LOOKS:
        start: int | None = None
        on = bold and look == "bold"
        for i, part in enumerate([*parts, None]):
            if part is None:
                on = False
            elif isinstance(part, Span):
                on = getattr(part, look)
            if on and start is None:
                start = i
            elif not on and start is not None:
                forced = _needs_braces(look, texts, start, i) or (is_item_text and look == "bold" and start == 0)
                turns.append(_Turn(look, start, i, forced))
                start = None
    return turns


def _needs_braces(look: Look, texts: list[str], start: int, end: int) -> bool:
    if texts[start].startswith("\n") or texts[end - 1].endswith("\n"):
        return True
    if look == "superscript":
        return any(c.isspace() for text in texts[start:end] for c in text)
    if look == "italic":
        return _meet_inside_word(texts, start) or _meet_inside_word(texts, end)
    return False


def _meet_inside_word(texts: list[str], at: int) -> bool:
    return 0 < at < len(texts) and texts[at - 1][-1:].isalnum() and texts[at][:1].isalnum()


def _boundary(ends: list[_Turn], begins: list[_Turn]) -> str:
    """The marks between two parts: one run of stars never has a brace in it, and is one to three stars long."""
    natural = [turn.look for turn in (*ends, *begins) if not turn.forced]
    stars = "".join(MARKS[look] for look in natural if look != "superscript")
    carets = "".join(MARKS[look] for look in natural if look == "superscript")
    before = "".join(MARKS[turn.look] + "}" for turn in ends if turn.forced)
    after = "".join("{" + MARKS[turn.look] for turn in begins if turn.forced)
    return before + stars + carets + after


def _words(text: str, cell: bool, edges: _Edges) -> str:
    def quiet(m: re.Match[str]) -> str:
        found = m[0]
        if found == "|":
            return "\\|" if cell else "|"
        if not found.isspace():
            return "\\" + found
        at_head = m.start() == 0 and (edges.first or edges.opened)
        at_tail = m.end() == len(text) and (edges.last or edges.closed)
        return _blanks(found, at_head or at_tail, text[m.end() : m.end() + 1])

    out = _LOUD.sub(quiet, text)
    head, tail = text[:1], text[-1:]
    if head == "}" or (edges.opened and head in CLOSING):
        out = "\\" + out
    if (tail in _BEFORE_MARK or (edges.closed and tail in OPENING)) and not _is_escaped(out):
        out = out[:-1] + "\\" + out[-1]
    return out


def _blanks(run: str, at_edge: bool, after: str) -> str:
    if run == " " and not at_edge:
        return run
    if "\n" in run:
        out = "".join("<br>" if c == "\n" else "\\" + c for c in run)
        # ">" and U+0338 would compose to one character.
        return out + "\\" if run.endswith("\n") and after and unicodedata.combining(after) else out
    first = " " if run[0] == " " and not at_edge else "\\" + run[0]
    return first + "".join("\\" + c for c in run[1:])


def _is_escaped(out: str) -> bool:
    """Whether the last character of ``out`` has a backslash of its own."""
    before = out[:-1]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1
