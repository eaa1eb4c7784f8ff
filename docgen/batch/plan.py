"""What a batch will do: which copies, under which names, made of what."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.batch.snapshot import Snapshot
from docgen.errors import Fault
from docgen.intake.rows import Rows
from docgen.sheets.packed import Packed
from docgen.sheets.table import Row


@dataclass(frozen=True, slots=True)
class Job:
    """One copy. index: from zero, in the order of the sheet. dong: the row's number in it.

    key: SHA-256 of all it is made of.
    """

    index: int
    dong: int
    file_name: str
    key: str


def packed(jobs: Iterable[Job]) -> Packed[Job]:
    """Hold jobs in little room, however many they are."""
    return Packed(jobs, lambda job: [job.index, job.dong, job.file_name, job.key], lambda said: Job(*said))


@dataclass(frozen=True)
class Plan:
    """A batch that may begin. notes: what was doubted on the way, nothing that stops it."""

    out: Path
    rows: Rows
    snapshot: Snapshot
    jobs: Sequence[Job]
    notes: tuple[Fault, ...] = ()

    def row(self, job: Job) -> Row:
        """Give the row of a copy."""
        return self.rows.sheet.rows[job.index]

    def raw(self, job: Job) -> dict[str, Any]:
        """Give the plain values of a copy."""
        return self.rows.raw(self.row(job))

    def address(self, job: Job) -> str:
        """Give the place of a copy's row: ``Units!7``."""
        return f"{self.rows.sheet.name}!{job.dong}"

    def path(self, job: Job) -> Path:
        """Give the place of a copy's file."""
        return self.out / job.file_name
