"""A whole paper taken apart: head, title, preamble, body, end, appendices, each where the one before ends."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from docgen.reading.facts import Paper, Part
from docgen.reading.parts.appendix import Appendix, first_appendix, read_appendices
from docgen.reading.parts.basis import read_preamble
from docgen.reading.parts.body import read_body
from docgen.reading.parts.closing import Closing, find_closing, is_label
from docgen.reading.parts.cutting import cut
from docgen.reading.parts.header import read_header
from docgen.reading.parts.phrases import mark
from docgen.reading.parts.recipients import read_recipients
from docgen.reading.parts.signature import Signer, read_signers
from docgen.reading.parts.title import read_title
from docgen.reading.parts.view import Found, Piece, View


@dataclass(frozen=True, slots=True)
class Anatomy:
    """parts: by name. signers, appendices: the same parts put together. sot: paragraphs that belong to no part."""

    parts: Mapping[str, tuple[Part, ...]]
    signers: tuple[Signer, ...]
    appendices: tuple[Appendix, ...]
    sot: tuple[int, ...]


def dissect(paper: Paper) -> Anatomy:
    """Find every part of ``paper``; what is missing stays missing. Time grows with the length of the paper only."""
    view, found = View(paper), Found()
    count = len(view.paras)
    header = read_header(view, 0, count, found)
    limit = first_appendix(view, header.het, count)
    closing = find_closing(view, header.het, limit)
    end = closing.start if closing else limit
    at = read_title(view, header, 0, end, found)
    at = read_preamble(view, max(at, header.het), end, found)
    read_body(view, at, end, found)
    signed = _read_closing(view, closing, found) if closing else ()
    appendices = read_appendices(view, closing.end if closing else limit, count, found)
    _boxes(view, closing.end if closing else limit, found)
    parts = found.done()
    return Anatomy(parts, signed, appendices, _left(view, parts))


def _read_closing(view: View, closing: Closing, found: Found) -> tuple[Signer, ...]:
    stacks: list[Sequence[Piece]] = []
    for stack in closing.stacks:
        if any(is_label(one) for one in stack):
            stacks.append(read_recipients(view, stack, found))
        else:
            stacks.append(stack)
    if closing.label is not None and not closing.cells:
        # Lines that are no recipients are the signature's, on whichever side of the tabs they stand.
        stacks = [sorted((one for stack in stacks for one in stack), key=lambda one: (one.doan, one.tu))]
    return read_signers(view, [stack for stack in stacks if stack], found)


def _boxes(view: View, end: int, found: Found) -> None:
    """Take marks that stand in text boxes anywhere in the paper itself."""
    for i in range(end):
        if view.boxed(i) and not view.blank(i):
            for one in cut(view, i):
                known = mark(one)
                if known and not found.has(known[0]):
                    found.add(known[0], [one], known[1])


def _left(view: View, parts: Mapping[str, tuple[Part, ...]]) -> tuple[int, ...]:
    """The paragraphs with words that no part took."""
    taken = {i for held in parts.values() for part in held for i in part.doan}
    return tuple(i for i in range(len(view.paras)) if i not in taken and not view.blank(i))
