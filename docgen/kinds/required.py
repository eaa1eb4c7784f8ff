"""Which answers a kind wants in a standard, and which are missing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from docgen.errors import Fault
from docgen.kinds.answers import answer, is_blank
from docgen.kinds.form import Form, Question

_WANTED_IN = {"nd30": "Nghị định 30/2020/NĐ-CP", "doan": "thể thức của Đoàn", "dang": "thể thức của Đảng"}


def required_faults(raw: Mapping[str, Any], form: Form, the_thuc: str | None) -> list[Fault]:
    """List what is still missing, in the order of the form.

    the_thuc: the standard of the paper; ``None`` while it is not known, then only what every standard wants counts.
    """
    return [
        _missing(question, form, the_thuc)
        for question in form.questions()
        if question.required_in(the_thuc) and all(is_blank(answer(raw, ten)) for ten in (question.ten, *question.hoac))
    ]


def unprinted_notes(raw: Mapping[str, Any], form: Form, the_thuc: str) -> list[Fault]:
    """Answers that were given but that papers of this standard do not show: told, not refused."""
    return [
        Fault(
            question.ten,
            f"“{question.nhan}” không có trong {_WANTED_IN.get(the_thuc, 'thể thức này')} nên không được in ra.",
            nang="nhac",
        )
        for question in form.questions()
        if not question.printed_in(the_thuc) and not is_blank(answer(raw, question.ten))
    ]


STEERING: Final = frozenset({"loai", "the_thuc", "danh_so"})
"""Names that decide how a paper is made and are not printed themselves: a form may leave them out."""


def unasked_faults(raw: Mapping[str, Any], form: Form) -> list[Fault]:
    """Refuse answers to what the kind does not ask: its template has no place for them."""
    return [
        Fault(
            left.ten,
            f"{form.ten_goi} không có mục này nên không in ra được.",
            f"{left.vi_sao} Hãy bỏ mục này, hoặc chuyển nội dung sang mục khác.",
        )
        for left in form.khong_hoi
        if left.ten not in STEERING and not is_blank(answer(raw, left.ten))
    ]


def _missing(question: Question, form: Form, the_thuc: str | None) -> Fault:
    standard = "" if question.bat_buoc is True else f" ({_WANTED_IN.get(the_thuc or '', 'thể thức này')} bắt buộc có)"
    others = [other.nhan for ten in question.hoac if (other := form.question(ten))]
    instead = "".join(f" hoặc “{nhan}”" for nhan in others)
    example = question.vi_du.replace("\n", " / ")
    return Fault(
        question.ten,
        f"Còn thiếu “{question.nhan}”{instead}{standard}.",
        f"Ví dụ: {example}" if example else "",
    )
