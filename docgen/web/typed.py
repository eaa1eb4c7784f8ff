"""What has been typed into a form so far, kept as it was typed: the page shows it again, whatever it is.

Nothing is judged here. A list that is asked row by row (``can_cu``, the sections, the appendices) is a tuple of
rows; every row has a key, which stands in the brackets of its inputs' names and only tells it from the others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.intake.form import PHAN
from docgen.intake.post import Input
from docgen.kinds import Form, Question

ONLY = ""
"""The name of the one value in a row that has just one."""

_BRACKETS = re.compile(r"(?P<ten>[^\[\]]+)\[(?P<key>[\w-]{0,40})\](?:\.(?P<con>[a-z_]+))?")


@dataclass(frozen=True)
class Row:
    """One row: its key, and name within the row → text."""

    key: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Typed:
    """single: name → text. rows: name → rows, in the order of the page. ids: input of the post → id on the page."""

    single: Mapping[str, str]
    rows: Mapping[str, tuple[Row, ...]]
    ids: Mapping[Input, str]


def rows_name(question: Question) -> str | None:
    """Name the rows of a question in names and ids; ``None`` for one that has no rows.

    The lines of a block of the page (the issuer's name, the authority of the signer) are typed into one area, line
    by line as they are printed; lists of the paper itself have a row for each item.
    """
    match question.kieu:
        case "sections":
            return PHAN
        case "appendices":
            return question.ten
        case "lines" if "." not in question.ten:
            return question.ten
    return None


def page_id(*steps: str) -> str:
    """Make the id of an input: ``co_quan.ten`` → ``co_quan-ten``; ``phan``, ``3``, ``tieu_de`` → ``phan-3-tieu_de``."""
    return "-".join(step for step in steps if step).replace(".", "-")


def read_typed(pairs: Iterable[tuple[str, str]], form: Form) -> Typed:
    """Keep the (name, value) pairs of a post; names the form does not ask for are left to the intake to refuse."""
    reader = _Reader(form)
    for name, value in pairs:
        reader.read(name, value.replace("\r\n", "\n").replace("\r", "\n"))
    return reader.typed()


class _Reader:
    def __init__(self, form: Form) -> None:
        self.row_names = {name: question for question in form.questions() if (name := rows_name(question))}
        self.lines = {question.ten for question in form.questions() if question.kieu == "lines"}
        self.single: dict[str, str] = {}
        self.rows: dict[str, dict[str, dict[str, str]]] = {name: {} for name in self.row_names}
        self.ids: dict[Input, str] = {}
        self.seen: dict[str, int] = {}

    def read(self, name: str, value: str) -> None:
        where = Input(name, self.seen.get(name, 0))
        self.seen[name] = where.nth + 1
        found = _BRACKETS.fullmatch(name)
        if found is None:
            self._single(where, value)
        elif found["ten"] in self.row_names:
            self._row(where, found["ten"], found["key"], found["con"] or ONLY, value)
        elif found["ten"] in self.lines and found["con"] is None:
            self._line(where, found["ten"], value)

    def typed(self) -> Typed:
        rows = {name: tuple(Row(key, values) for key, values in each.items()) for name, each in self.rows.items()}
        return Typed(self.single, rows, self.ids)

    def _single(self, where: Input, value: str) -> None:
        if where.name in self.lines and where.name in self.row_names:
            # A script may post a list as one text, an item a line.
            self.ids[where] = page_id(where.name)
            for line in filter(str.strip, value.split("\n")):
                self._row(None, where.name, "", ONLY, line)
        elif where.nth == 0:
            self.single[where.name] = value
            self.ids[where] = page_id(where.name)

    def _row(self, where: Input | None, ten: str, key: str, con: str, value: str) -> None:
        rows = self.rows[ten]
        if not key or con in rows.get(key, {}):
            key = fresh_key(rows)
        rows.setdefault(key, {})[con] = value
        if where is not None:
            self.ids[where] = page_id(ten, key, con)

    def _line(self, where: Input, ten: str, value: str) -> None:
        before = self.single.get(ten)
        self.single[ten] = value if before is None else f"{before}\n{value}"
        self.ids[where] = page_id(ten)


def fresh_key(keys: Iterable[str]) -> str:
    """Give a key no row has yet: one more than the highest number."""
    return str(max((int(key) for key in keys if key.isascii() and key.isdigit()), default=0) + 1)
