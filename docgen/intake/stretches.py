"""Which input of the page a line of a body came from, when the body was put together from several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.intake.post import Input
from docgen.outline.sections import join


@dataclass(frozen=True)
class Stretch:
    """Lines of a body, 1-based: from ``dong`` on they come from ``input``, beginning with its line ``tu``."""

    dong: int
    input: Input
    tu: int


def stretches(before: Input, preamble: str, parts: Sequence[tuple[str, str, str]]) -> Iterator[Stretch]:
    """Tell the lines of ``join(preamble, sections)`` apart.

    parts: (name, title, body) of each section; its inputs are called ``name.tieu_de`` and ``name.noi_dung``.
    """
    dong = 1
    if preamble.strip("\n"):
        yield Stretch(1, before, 1 + _leading(preamble))
        dong += _lines(preamble.strip("\n")) + 1
    for name, title, body in parts:
        lines = _lines(join("", [(title, body)]))
        yield Stretch(dong, Input(f"{name}.tieu_de"), 1)
        if body.strip():
            # The body is the end of the section, whatever stands between it and its title.
            first = dong + lines - _lines(body.strip("\n"))
            yield Stretch(first, Input(f"{name}.noi_dung"), 1 + _leading(body))
        dong += lines + 1


def _lines(text: str) -> int:
    return text.count("\n") + 1


def _leading(text: str) -> int:
    return len(text) - len(text.lstrip("\n"))
