"""How a row becomes plain values: the plan, with the row's cells in its fields and its words in the texts."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docgen.intake.cells import is_emptied, items, value_of
from docgen.intake.columns import Columns, Head
from docgen.intake.filling import Blank, Steps, read, takes_notation
from docgen.kinds import answer

Cells = Sequence[str]
"""What a row says, column by column of the sheet."""


@dataclass(frozen=True)
class Recipe:
    """The plan and what the columns do to it; plain data, so that it can travel to another machine."""

    plan: Mapping[str, Any]
    columns: Columns
    blanks: tuple[Blank, ...]

    def raw(self, cells: Cells) -> dict[str, Any]:
        """Give the plain values of a row. What the plan shares with all rows is shared, not copied."""
        raw = dict(self.plan)
        fresh: set[int] = set()
        for blank in self.blanks:
            _put(raw, blank.steps, blank.text.filled(lambda said: self.words(said, cells)), fresh)
        for head in self.columns.heads:
            text = cells[head.at]
            if head.kieu is not None and text:
                _put(raw, tuple(head.ten.split(".")), value_of(head, self._filled(head, text, cells)), fresh)
        return raw

    def words(self, said: str, cells: Cells) -> str:
        """Give the words of a row for ``{{said}}``; an unknown name stands for itself."""
        head = self.columns.find(said)
        return f"{{{{{said}}}}}" if head is None else self.text(head, cells)

    def text(self, head: Head, cells: Cells) -> str:
        """Give what a row says in a column, on one line; an empty cell of a field says what the plan says."""
        text = cells[head.at]
        if is_emptied(text):
            return ""
        if not text and head.kieu is not None:
            return shown(answer(self.plan, head.ten))
        return " ".join(items(text)) if head.kieu == "lines" else text

    def _filled(self, head: Head, text: str, cells: Cells) -> str:
        """Put the words of the row into a cell of a field, which may have places like the plan's own texts."""
        if "{{" not in text:
            return text
        return read(text, takes_notation(head.ten.split("."), head.kieu)).filled(lambda said: self.words(said, cells))


def shown(value: Any) -> str:
    """Give a plain value as words on one line: a list's items one after the other."""
    if isinstance(value, list | tuple):
        return " ".join(str(part) for part in value)
    return "" if value is None or isinstance(value, Mapping) else str(value)


def _put(raw: dict[str, Any], steps: Steps, value: Any, fresh: set[int]) -> None:
    """Set a value in a copy of the groups on the way to it; fresh: which groups are this row's own already.

    Where the plan has no group on the way its fault stands as it is, to be told by the model.
    """
    group: Any = raw
    for step in steps[:-1]:
        inner = group.setdefault(step, {}) if isinstance(group, dict) else group[step]
        if inner is None:
            inner = {}
        if not isinstance(inner, dict | list):
            return
        if id(inner) not in fresh:
            inner = copy.copy(inner)
            fresh.add(id(inner))
        group[step] = inner
        group = inner
    group[steps[-1]] = value
