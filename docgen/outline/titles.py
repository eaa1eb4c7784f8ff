"""Title or text: what the line of an item is.

Bold at its beginning decides. Without it, Phần, Chương, Mục, Tiểu mục and ``I.`` are titles; a letter or bullet is
text; a number or Điều is a title unless it ends as a sentence does, a Điều also when it opens a list (``Điều 1. Thành
lập Tổ công tác gồm các ông, bà:``, NĐ 30, Mẫu 1.2). ``2.1. Nội dung: Triển khai … như sau:`` is a
title and its text.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from docgen.outline.inline import read
from docgen.outline.tree import Inline, Level, NoteRef, Span, normal, plain

SENTENCE_ENDS = frozenset(".;,…?!")
_QUOTES = "”\"’'»"
_LONGEST_RUN_IN = 60


@dataclass(frozen=True)
class Content:
    """The words of an item.

    guessed: title and text were told apart by the colons only. weakened: bold inside a title, which is dropped.
    unpaired: as in ``inline.Read``.
    """

    title: Inline
    text: Inline
    guessed: bool = False
    weakened: bool = False
    unpaired: tuple[str, ...] = ()


def content(level: Level, raw: str, *, is_text: bool = False) -> Content:
    """Tell the title of an item from its text.

    raw: what stands after the label, in the notation. is_text: it is known to be no title.
    """
    found = read(raw)
    whole = found.whole
    if level.is_always_title:
        return Content(_unbold(whole), (), weakened=_is_mixed(whole), unpaired=found.unpaired)
    if is_text:
        return Content((), whole, unpaired=found.unpaired)
    if found.lead and (split := _after_lead(found.lead, found.rest)):
        return Content(_unbold(split[0]), split[1], unpaired=found.unpaired)
    if level.is_bullet or level is Level.CHU or not whole:
        return Content((), whole, unpaired=found.unpaired)
    words = plain(whole)
    at = _run_in(words)
    if at:
        title, text = _cut(whole, at)
        text = _without_blank(text)
        return Content(_unbold(title), text, guessed=True, weakened=_is_mixed(title), unpaired=found.unpaired)
    if ends_sentence(words) or (level is Level.DIEU and words.rstrip().endswith(":")):
        return Content((), whole, unpaired=found.unpaired)
    return Content(_unbold(whole), (), weakened=_is_mixed(whole), unpaired=found.unpaired)


def ends_sentence(words: str) -> bool:
    """Whether a line ends as a sentence or a member of a list does, closing quotation marks aside."""
    words = words.rstrip().rstrip(_QUOTES)
    return words[-1:] in SENTENCE_ENDS or words.endswith("./")


def _after_lead(lead: Inline, rest: Inline) -> tuple[Inline, Inline] | None:
    """Title and text, when ``lead`` is a title: a blank or nothing follows it, or its colon or full stop does."""
    words = plain(rest[:1])
    if not rest:
        return lead, ()
    if words[:1] in {":", "."} and (words[1:2] == " " or (len(words) == 1 and len(rest) == 1)):
        sign, rest = _cut(rest, 1)
        lead = normal((*lead, *(replace(part, bold=True) for part in sign if isinstance(part, Span))))
        words = words[1:]
    if words and not words.startswith(" "):
        return None
    return (lead, _without_blank(rest)) if words or not rest else None


def _run_in(words: str) -> int:
    """Where the title ends in ``Nội dung: Triển khai … như sau:``, or 0."""
    if not words.rstrip().endswith(":"):
        return 0
    at = words.find(": ")
    while 0 < at < _LONGEST_RUN_IN:
        if words[at + 2 : at + 3].isupper():
            return at + 1
        at = words.find(": ", at + 1)
    return 0


def _cut(inline: Inline, at: int) -> tuple[Inline, Inline]:
    """``inline`` before and after its character ``at``; a footnote place at the cut stays in front."""
    before: list[Span | NoteRef] = []
    after: list[Span | NoteRef] = []
    for part in inline:
        if isinstance(part, NoteRef):
            (after if after else before).append(part)
            continue
        before.append(replace(part, text=part.text[:at]))
        if part.text[at:]:
            after.append(replace(part, text=part.text[at:]))
        at = max(0, at - len(part.text))
    return normal(before), normal(after)


def _without_blank(inline: Inline) -> Inline:
    first = inline[0] if inline else None
    if isinstance(first, Span) and first.text.startswith(" "):
        return normal((replace(first, text=first.text[1:]), *inline[1:]))
    return inline


def _unbold(inline: Inline) -> Inline:
    return normal(replace(part, bold=False) if isinstance(part, Span) else part for part in inline)


def _is_mixed(inline: Iterable[Span | NoteRef]) -> bool:
    return len({part.bold for part in inline if isinstance(part, Span)}) > 1
