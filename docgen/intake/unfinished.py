"""A paper that is still being written, to be looked at only: what is missing stands there as its label in brackets."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, get_args

from docgen.document import Built
from docgen.errors import InputFaults
from docgen.intake.assemble import assemble
from docgen.kinds import Kinds, answer, put, required_faults
from docgen.kinds.form import Form, Question
from docgen.standards.choose import choose
from docgen.standards.standard import LoaiCoQuan, TheThuc

# A longer label would break the narrow columns at the head of the page.
_LABEL_CHARS: Final = 30
_ELSE: Final = "[…]"


@dataclass(frozen=True)
class Unfinished:
    """built: the Document with stand-ins. missing: the names of what they stand for, in the order of the form."""

    built: Built
    missing: tuple[str, ...]


def stand_in(raw: Mapping[str, Any], kinds: Kinds) -> Unfinished | None:
    """Build the Document of a paper whose only faults are required answers that are missing.

    None when the issuer's kind is not known (it decides the whole form), or something else is wrong. What comes out
    is never to be kept or handed out: it says what nobody typed.
    """
    loai = raw.get("loai")
    if not isinstance(loai, str) or kinds.unknown(loai):
        return None
    form, issuer, by_hand = kinds.get(loai), answer(raw, "co_quan.loai"), raw.get("the_thuc") or None
    if issuer not in get_args(LoaiCoQuan) or by_hand not in (None, *get_args(TheThuc)):
        return None
    filled = copy.deepcopy(dict(raw))
    missing = [fault.noi for fault in required_faults(raw, form, choose(issuer, None, by_hand).standard.ma)]
    if not all(_fill(filled, form, ten) for ten in missing):
        return None
    try:
        return Unfinished(assemble(filled, kinds), tuple(missing))
    except InputFaults:
        return None


def _fill(raw: dict[str, Any], form: Form, ten: str) -> bool:
    question = form.question(ten)
    text = _text(question) if question else None
    return text is not None and put(raw, ten, text)


def _text(question: Question) -> str | list[str] | None:
    label = f"[{question.nhan}]" if len(question.nhan) <= _LABEL_CHARS else _ELSE
    match question.kieu:
        case "line" | "paragraph":
            return label
        case "lines":
            return [label]
        case "body" | "sections":
            return f"{label}."
    return None
