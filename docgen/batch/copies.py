"""Making copies: the work that travels to a worker and comes back as bytes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from docgen import pipeline
from docgen.batch.snapshot import Snapshot, unpacked
from docgen.data_dir import DataDir
from docgen.errors import DocgenError, Fault
from docgen.intake.recipe import Cells, Recipe


@dataclass(frozen=True)
class Copy:
    """One copy that was made, or why it was not. index: of the job. docx: b"" when it failed."""

    index: int
    docx: bytes = b""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Chunk:
    """Some copies to make. rows: index of the job, and what its row says.

    data: the data folder, or what it holds where the worker may not see this machine's disk.
    """

    data: DataDir | Snapshot
    recipe: Recipe
    rows: tuple[tuple[int, Cells], ...]

    def singly(self) -> Sequence[Chunk]:
        """Cut it into chunks of one copy."""
        return [Chunk(self.data, self.recipe, (row,)) for row in self.rows]


def make_copies(chunk: Chunk) -> list[Copy]:
    """Make the copies of a chunk; one that fails does not stop the others, and nothing is raised for it."""
    data = chunk.data if isinstance(chunk.data, DataDir) else unpacked(chunk.data)
    return [_made(chunk.recipe, index, cells, data) for index, cells in chunk.rows]


def _made(recipe: Recipe, index: int, cells: Cells, data: DataDir) -> Copy:
    try:
        return Copy(index, make_copy(recipe, cells, data))
    except DocgenError as error:
        return Copy(index, faults=error.faults)
    except Exception as error:
        # What nobody foresaw in one row must not cost people the others.
        loi = f"docgen gặp một tình huống chưa lường trước ({type(error).__name__}: {error})."
        return Copy(index, faults=(Fault("", loi),))


def make_copy(recipe: Recipe, cells: Cells, data: DataDir) -> bytes:
    """Make one copy: the one place where it is done. Raises what :func:`docgen.pipeline.make` raises."""
    return pipeline.make(recipe.raw(cells), data, way="copy").docx
