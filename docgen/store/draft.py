"""What the store hands out about a draft: frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from docgen.store.pairs import Pairs


@dataclass(frozen=True)
class Draft:
    """A paper in the making: what was typed, as (name, value) pairs in the order of the form.

    loai: kind of paper. owner: account, ``""`` without login. office: id, or ``""``. revision: 1 at first, one more
    with each change of the pairs. changed: when the pairs last changed, by ``who``. archived: put away, but kept.
    source: how it began, in Vietnamese; ``""`` for an empty one.
    """

    id: str
    loai: str
    owner: str
    office: str
    title: str
    pairs: Pairs
    revision: int
    created: datetime
    changed: datetime
    archived: bool
    source: str
    who: str = ""


@dataclass(frozen=True)
class Version:
    """A former state of a draft. number: from 1, in the order of keeping, never given twice within a draft.

    when: the moment it was kept; until then the draft read so. name: given by a user, ``""`` for one kept by itself;
    named ones are kept for ever. why: what made the store keep it, in Vietnamese.
    """

    number: int
    when: datetime
    who: str
    name: str
    why: str
    pairs: Pairs
    title: str


@dataclass(frozen=True)
class Listing:
    """A page of a list. rows: drafts without their pairs. total: how many there are on all pages."""

    rows: tuple[Draft, ...]
    total: int
