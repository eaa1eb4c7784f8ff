"""The body of a paper or of an appendix: its notation read, numbered, turned into blocks and closed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from docgen.context.blocks import Block, blocks, close
from docgen.context.remembered import remembered
from docgen.context.rich import GIU, Rich, closed, field, plain
from docgen.document import Document
from docgen.outline.parse import parse
from docgen.outline.scheme import scheme_of
from docgen.standards import Standard
from docgen.standards.endings import ket_bai


@dataclass(frozen=True)
class BodyWords:
    """noi: the field the text ends in; cuoi: its last words as they were, ``None`` when no end mark can follow."""

    noi_dung: list[Block]
    ket_thuc: Rich
    noi: str
    cuoi: str | None


@remembered
def main_body(document: Document, standard: Standard) -> BodyWords:
    """Read ``noi_dung`` and ``ket_thuc``; the last of them gets the end mark and stays with the signature."""
    out = _read(document, standard, document.noi_dung or "")
    ending = partial(ket_bai, standard)
    if document.ket_thuc is not None:
        last = field(document.ket_thuc)
        return BodyWords(out, [*closed(last, ending), GIU], "ket_thuc", plain(last))
    before = plain(out[-1]["chu"]) if out else ""
    out, has_place = close(out, ending, keep_with_next=True)
    return BodyWords(out, [], "noi_dung", before if has_place else None)


def attached_body(document: Document, standard: Standard, text: str) -> list[Block]:
    """Read the body of a paper promulgated with this one; it ends as a paper does (PL III, Mẫu 1.3)."""
    return close(_read(document, standard, text), partial(ket_bai, standard), keep_with_next=False)[0]


def own_body(document: Document, standard: Standard, text: str) -> list[Block]:
    """Read a body that stands inside a paper of its kind; what follows it closes the paper."""
    return _read(document, standard, text)


def appendix_body(document: Document, standard: Standard, text: str) -> list[Block]:
    """Read the body of an appendix; in the State's form it carries an end mark of its own (PL III, Mẫu 2.1)."""
    out = _read(document, standard, text)
    if standard.phu_luc.dau_het.value:
        out, _ = close(out, partial(ket_bai, standard), keep_with_next=False)
    return out


def _read(document: Document, standard: Standard, text: str) -> list[Block]:
    scheme = scheme_of({**standard.labels(), **document.danh_so})
    return blocks(parse(text, scheme=scheme).outline, scheme)
