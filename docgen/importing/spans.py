"""Runs of letters → the inline text of the notation: bold, italic and raised against what the style gives anyway.

A mark is taken only where the letters differ from their base: the words of a title are bold because titles are, and
need no ``**``. Blanks of any kind become one, marks never begin or end with a blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from docgen.outline.escape import spell
from docgen.outline.inline import read
from docgen.outline.tree import Inline, NoteRef, Span, normal
from docgen.reading.facts import Paper, Para, Run
from docgen.vietnamese.text import forbidden

_WORDS = re.compile(r"\s+|\S+")
# In pasted text a backslash, and the sign of a footnote that has no text, are what they look like.
_NOT_MARKS = re.compile(r"\\|\[(?=\^)")
_LIFTED = re.compile(r"\^(\([^()^\s]{1,8}\)|[0-9a-z]{1,3})(?![\w^])")

Parts = list[Span | NoteRef]
Refs = Callable[[str], NoteRef | None]


@dataclass(frozen=True)
class Base:
    """The look the style gives: only what differs from it is marked. hoa: capitals are the style's as well."""

    dam: bool = False
    nghieng: bool = False
    hoa: bool = False


PLAIN = Base()


def no_refs(_key: str) -> NoteRef | None:
    """Where no footnote can stand: their places are passed over (the texts are kept elsewhere)."""
    return None


def raw_spans(paper: Paper, para: Para, base: Base = PLAIN, refs: Refs = no_refs, begin: int = 0) -> Parts:
    """Give the letters of ``para`` from character ``begin`` on, blanks as they are."""
    return cut_spans(paper, para, base, refs, begin, len(para.text))


def cut_spans(paper: Paper, para: Para, base: Base, refs: Refs, begin: int, end: int) -> Parts:
    """Give the letters of ``para`` between two characters of its text; footnote places at the edges belong to it."""
    if paper.nguon == "text":
        return list(read(_as_notation(_clean(para.text[begin:end]))).whole)
    out: Parts = []
    at = 0
    for run in para.runs:
        if run.format.an:
            continue
        if run.chu_thich:
            ref = refs(run.chu_thich) if begin <= at <= end else None
            if ref is not None:
                out.append(ref)
            continue
        text = run.text[max(begin - at, 0) : max(end - at, 0)]
        at += len(run.text)
        if text:
            out.append(_span(run, text, base))
    return out


def _as_notation(text: str) -> str:
    """Pasted text as the notation has it: bold and italic by asterisks are understood, ``TH^(b)`` is raised."""
    return _LIFTED.sub(r"^\1^", _NOT_MARKS.sub(lambda m: "\\" + m[0], text))


def _span(run: Run, text: str, base: Base) -> Span:
    look = run.format
    shown = text.upper() if look.in_hoa and not base.hoa else text
    return Span(_clean(shown), look.dam and not base.dam, look.nghieng and not base.nghieng, look.vi_tri == "tren")


def _clean(text: str) -> str:
    """Leave out what no data can hold: a Word file may have control signs that nobody sees."""
    for at, _, _ in reversed(forbidden(text)):
        text = text[:at] + text[at + 1 :]
    return text


def without_label(parts: Iterable[Span | NoteRef], label: str) -> Parts:
    """Take the typed label off the front; blanks inside it do not count."""
    signs = [char for char in label if not char.isspace()]
    out: Parts = []
    for part in parts:
        if not signs or isinstance(part, NoteRef):
            out.append(part)
            continue
        at = 0
        while signs and at < len(part.text) and (part.text[at].isspace() or part.text[at] == signs[0]):
            if not part.text[at].isspace():
                signs.pop(0)
            at += 1
        if part.text[at:]:
            out.append(replace(part, text=part.text[at:]))
        if signs and part.text[at:]:
            break
    return list(parts) if signs else out


def tidy(parts: Iterable[Span | NoteRef], breaks: bool = False) -> Inline:
    r"""Fold blanks to one, none at the ends; with ``breaks`` a forced line break stays ``\n``.

    A blank is bold or italic only between words that are.
    """
    words: Parts = []
    for part in parts:
        if isinstance(part, NoteRef):
            words.append(part)
            continue
        for found in _WORDS.findall(part.text):
            blank = found[0].isspace()
            text = ("\n" if breaks and "\n" in found else " ") if blank else found
            before = words[-1] if words else None
            if blank and isinstance(before, Span) and before.text in (" ", "\n"):
                words[-1] = replace(before, text="\n") if text == "\n" else before
            else:
                words.append(replace(part, text=text))
    while words and _is_blank(words[0]):
        words.pop(0)
    while words and _is_blank(words[-1]):
        words.pop()
    return normal(_evened(words))


def _is_blank(part: Span | NoteRef) -> bool:
    return isinstance(part, Span) and part.text in (" ", "\n")


def _evened(words: Parts) -> Parts:
    """Give each blank the look its neighbours share."""
    out = list(words)
    for at, blank in enumerate(words):
        if not (isinstance(blank, Span) and _is_blank(blank)):
            continue
        before = next((w for w in reversed(words[max(at - 2, 0) : at]) if isinstance(w, Span)), None)
        after = next((w for w in words[at + 1 : at + 3] if isinstance(w, Span)), None)
        if before is None or after is None or blank.text == "\n":
            out[at] = Span(blank.text)
            continue
        out[at] = Span(
            blank.text,
            before.bold and after.bold,
            before.italic and after.italic,
            blank.superscript and before.superscript and after.superscript,
        )
    return out


def joined(inlines: Iterable[Inline], between: str = " ") -> Inline:
    """Put several stretches one after the other."""
    out: Parts = []
    for inline in inlines:
        if out and inline:
            out.append(Span(between))
        out.extend(inline)
    return normal(out)


def plainly(inline: Inline) -> str:
    """The words alone, without looks and footnote places."""
    return "".join(part.text for part in inline if isinstance(part, Span))


def whole_look(inline: Inline) -> Base:
    """The look all letters share: in papers of others it is the office's style, not emphasis."""
    spans = [part for part in inline if isinstance(part, Span) and part.text.strip() and not part.superscript]
    return Base(bool(spans) and all(s.bold for s in spans), bool(spans) and all(s.italic for s in spans))


def against(inline: Inline, base: Base) -> Inline:
    """Take the looks of ``base`` off."""
    return normal(
        replace(part, bold=part.bold and not base.dam, italic=part.italic and not base.nghieng)
        if isinstance(part, Span)
        else part
        for part in inline
    )


def field_text(inline: Inline) -> str:
    r"""Write a field (``mo_dau``, ``can_cu[]``, …) in the notation; ``\n`` stays a line break."""
    lines: list[Parts] = [[]]
    for part in inline:
        if isinstance(part, NoteRef):
            lines[-1].append(part)
            continue
        first, *others = part.text.split("\n")
        lines[-1].append(replace(part, text=first))
        lines += [[replace(part, text=text)] for text in others]
    return "\n".join(spell(tidy(line)) for line in lines)
