"""The ways in which the store says no to a caller who asked rightly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docgen.errors import InputFaults

if TYPE_CHECKING:
    from docgen.store.draft import Draft
    from docgen.store.offices import Office


class NotThere(LookupError):
    """Nothing has this id or name, or it belongs to somebody else: the two look the same on purpose."""


class Overtaken(Exception):
    """A draft was saved by somebody else meanwhile; ``stored`` is what stands in the store now."""

    def __init__(self, stored: Draft) -> None:
        self.stored = stored
        super().__init__(f"the draft is at revision {stored.revision}")


class OfficeOvertaken(Exception):
    """An office was saved by somebody else meanwhile; ``stored`` is what stands in the store now."""

    def __init__(self, stored: Office) -> None:
        self.stored = stored
        super().__init__(f"the office is at revision {stored.revision}")


class NameTaken(InputFaults):
    """An account of this name exists, capitals aside."""


class TooManyJobs(Exception):
    """Somebody has as many jobs waiting as one may have."""
