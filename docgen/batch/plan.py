"""What a batch will do: which copies, under which names, made of what."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.batch.snapshot import Snapshot
from docgen.errors import Fault
from docgen.intake.rows import Rows
from docgen.sheets.table import Row


@dataclass(frozen=True, slots=True)
class Job:
    """One copy. index: from zero, in the order of the sheet. key: SHA-256 of all it is made of."""

    index: int
    row: Row
    file_name: str
    key: str

    @property
    def dong(self) -> int:
        """The row's number in the sheet."""
        return self.row.dong


@dataclass(frozen=True)
class Plan:
    """A batch that may begin. notes: what was doubted on the way, nothing that stops it."""

    out: Path
    rows: Rows
    snapshot: Snapshot
    jobs: tuple[Job, ...]
    notes: tuple[Fault, ...] = ()

    def raw(self, job: Job) -> dict[str, Any]:
        """Give the plain values of a copy."""
        return self.rows.raw(job.row)

    def address(self, job: Job) -> str:
        """Give the place of a copy's row: ``Units!7``."""
        return self.rows.sheet.row_place(job.row)

    def path(self, job: Job) -> Path:
        """Give the place of a copy's file."""
        return self.out / job.file_name
