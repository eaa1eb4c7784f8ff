"""The form as it is shown: plain frozen values, ready for the HTML, which only prints them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Control = Literal["line", "digits", "area", "body", "choice", "tick"]


@dataclass(frozen=True)
class Message:
    """Something to say beside a field; ``grave`` when it must be mended before a paper is made."""

    text: str
    grave: bool


@dataclass(frozen=True)
class Option:
    """One answer of a choice."""

    value: str
    text: str


@dataclass(frozen=True)
class Field:
    """One input. required: what the mark beside the label says, "" for none; hidden: this standard does not ask it."""

    id: str
    name: str
    label: str
    control: Control
    value: str
    help: str = ""
    example: str = ""
    required: str = ""
    hidden: bool = False
    focus: bool = False
    options: tuple[Option, ...] = ()
    messages: tuple[Message, ...] = ()

    @property
    def faulty(self) -> bool:
        """Whether something in it must be mended."""
        return any(message.grave for message in self.messages)

    @property
    def described_by(self) -> str:
        """Ids of the texts that belong to the input, as aria-describedby takes them."""
        hint = [f"{self.id}-giup"] if self.help or self.example else []
        return " ".join([*hint, f"{self.id}-loi"])


@dataclass(frozen=True)
class RowView:
    """One row of a list.

    number: from one; standing: its button (``len``, ``xuong``) that has the focus, or ""; label: how the paper
    numbers it (``II.``), "" for rows that get no number of their own.
    """

    id: str
    key: str
    number: int
    fields: tuple[Field, ...]
    standing: str = ""
    label: str = ""

    @property
    def title(self) -> str:
        """What a row of several inputs is known by: its first answer, in one line."""
        return " ".join(self.fields[0].value.split())


@dataclass(frozen=True)
class Rows:
    """A list that is asked row by row.

    item: what a row is called (``Căn cứ``). blank: the row to copy for a new one. before: for a body, what stands
    before its first section. standing: whether the button that adds has the focus. sample: the label of the first
    row (``I.``), from which a script counts on; numbered_from: from how many rows on they are numbered.
    """

    id: str
    name: str
    label: str
    item: str
    rows: tuple[RowView, ...]
    blank: RowView
    help: str = ""
    example: str = ""
    required: str = ""
    hidden: bool = False
    before: Field | None = None
    standing: bool = False
    messages: tuple[Message, ...] = ()
    sample: str = ""
    numbered_from: int = 1

    @property
    def of_parts(self) -> bool:
        """Whether a row has several inputs."""
        return len(self.blank.fields) > 1

    @property
    def first_id(self) -> str:
        """Where someone who has to write something here should stand."""
        return self.rows[0].fields[0].id if self.rows else f"{self.name}-them"


@dataclass(frozen=True)
class Group:
    """Questions under one heading; to_mend: how many of them have something that must be mended."""

    id: str
    title: str
    help: str
    items: tuple[Field | Rows, ...]
    to_mend: int


@dataclass(frozen=True)
class Entry:
    """One line of the summary: where it leads ("" for nowhere on the page), what the place is called, what is said."""

    href: str
    label: str
    text: str


@dataclass(frozen=True)
class Page:
    """Everything the form page shows. faults and notes are in the order of the page.

    kept: name and value of what this draft says and the form does not ask (``danh_so.la_ma``); it travels along.
    """

    loai: str
    title: str
    standard: str
    groups: tuple[Group, ...]
    faults: tuple[Entry, ...]
    notes: tuple[Entry, ...]
    more_faults: int
    more_notes: int
    kept: tuple[tuple[str, str], ...] = ()
