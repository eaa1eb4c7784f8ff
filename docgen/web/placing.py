"""Faults of the intake → the places of the page they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docgen.errors import Fault
from docgen.intake.form import Posted
from docgen.intake.post import Input
from docgen.web.page import Entry, Message
from docgen.web.typed import Typed, page_id

# Beyond this a list helps nobody: a body pasted wrongly may have thousands of faults.
MAX_LISTED = 60
MAX_BESIDE = 12


@dataclass(frozen=True)
class Said:
    """What is to be told: page id → faults there; under "" what belongs to no place of the page."""

    by_id: Mapping[str, list[Fault]] = field(default_factory=dict)

    def messages(self, at: str) -> tuple[Message, ...]:
        """Tell what stands beside the input with an id; the graver things first."""
        here = sorted(self.by_id.get(at, ()), key=lambda fault: fault.nang != "loi")
        shown = [Message(f"{_line(fault)}{_sentence(fault)}", fault.nang == "loi") for fault in here[:MAX_BESIDE]]
        if len(here) > MAX_BESIDE:
            rest = here[MAX_BESIDE:]
            shown.append(Message(f"Và {len(rest)} chỗ khác trong ô này.", any(f.nang == "loi" for f in rest)))
        return tuple(shown)

    def entries(self, nang: str, labels: Mapping[str, tuple[str, str]]) -> tuple[tuple[Entry, ...], int]:
        """Make the summary: the first entries in the order of the page, and how many more there are.

        labels: page id → where a link leads and what the place is called, in the order of the page.
        """
        order = {at: index for index, at in enumerate(labels, start=1)}
        places = sorted(self.by_id, key=lambda at: order.get(at, 0))
        found = [(at, fault) for at in places for fault in self.by_id[at] if fault.nang == nang]
        entries = tuple(_entry(at, fault, labels) for at, fault in found[:MAX_LISTED])
        return entries, len(found) - len(entries)


def placed(faults: Iterable[Fault], posted: Posted | None, typed: Typed) -> Said:
    """Find the place of each fault; ``posted`` is ``None`` when the post itself could not be read."""
    by_id: dict[str, list[Fault]] = defaultdict(list)
    for fault in faults:
        where, told = posted.located(fault) if posted else (None, fault)
        by_id[_id(where, told, posted, typed)].append(told)
    return Said(by_id)


def _id(where: Input | None, fault: Fault, posted: Posted | None, typed: Typed) -> str:
    if where is None or posted is None:
        return ""
    question = posted.form.question(where.name)
    if question and question.kieu == "sections":
        # A line can only be meant of what stands before the first section; the rest speaks of the whole body.
        return page_id(question.ten, "dau" if fault.dong is not None else "")
    # An input that was not posted, such as the body of an appendix a script left out, still has its place.
    name, _, rest = where.name.partition("[")
    key, _, con = rest.partition("].")
    return typed.ids.get(where) or page_id(name, *((key, con) if con else ()))


def _entry(at: str, fault: Fault, labels: Mapping[str, tuple[str, str]]) -> Entry:
    href, label = labels.get(at, ("", ""))
    if not label:
        return Entry("", fault.noi, _sentence(fault))
    if f"“{label}”" in fault.loi and fault.dong is None:
        # What is missing already says its name; the example stands beside the field.
        return Entry(href, fault.loi.rstrip("."), "")
    return Entry(href, label if fault.dong is None else f"{label}, dòng {fault.dong}", _sentence(fault))


def _sentence(fault: Fault) -> str:
    return f"{fault.loi} {fault.sua}".strip()


def _line(fault: Fault) -> str:
    return "" if fault.dong is None else f"Dòng {fault.dong}: "
