"""Answers to what a kind does not ask: told when they arrive, and not taken into its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from docgen.document.own import RIENG
from docgen.errors import Fault
from docgen.kinds import STEERING, Form, answer, is_blank
from docgen.vietnamese.refusal import quoted

_WHOLE: Final = 2000


def unasked(raw: Mapping[str, Any], form: Form) -> Iterator[Fault]:
    """Tell what the values say that the kind does not ask."""
    own = raw.get(RIENG)
    names = [left.ten for left in form.khong_hoi if left.ten not in STEERING]
    if isinstance(own, Mapping):
        names += [f"{RIENG}.{name}" for name in own if name not in form.own()]
    for name in names:
        value = answer(raw, name)
        if not is_blank(value):
            loi = f"{form.ten_goi} không hỏi mục này nên không đưa vào biểu: {quoted(str(value), _WHOLE)}."
            yield Fault(name, loi, nang="nhac")


def asked_only(pairs: Iterable[tuple[str, str]], form: Form) -> tuple[tuple[str, str], ...]:
    """Leave out answers to what a kind does not ask, such as some of an office's profile."""
    left = {part.ten for part in form.khong_hoi if part.ten not in STEERING}
    return tuple(
        (name, value) for name, value in pairs if not {(ten := name.partition("[")[0]), ten.partition(".")[0]} & left
    )
