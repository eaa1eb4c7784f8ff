"""Making copies: the work that travels to a worker, which puts them in their places or sends them back as bytes."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from docgen import pipeline
from docgen.batch import placing
from docgen.batch.snapshot import Snapshot, unpacked
from docgen.data_dir import DataDir
from docgen.errors import DocgenError, Fault
from docgen.intake.recipe import Cells, Recipe


@dataclass(frozen=True)
class Copy:
    """One copy that was made, or why it was not.

    index: of the job. docx: the paper; b"" when it failed, and when it is in its place. bam: SHA-256 of what was put
    in its place, "" as long as nothing was.
    """

    index: int
    docx: bytes = b""
    bam: str = ""
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True)
class Chunk:
    """Some copies to make. rows: index of the job, name of its file, and what its row says.

    data: the data folder, or what it holds where the worker may not see this machine's disk. recipe: as :func:`packed`
    gives it, since all chunks have the same. out: the folder the
    worker puts the files in; None when they come back as bytes.
    """

    data: DataDir | Snapshot
    recipe: bytes
    rows: tuple[tuple[int, str, Cells], ...]
    out: Path | None = None

    def singly(self) -> Sequence[Chunk]:
        """Cut it into chunks of one copy."""
        return [replace(self, rows=(row,)) for row in self.rows]


def make_copies(chunk: Chunk) -> list[Copy]:
    """Make the copies of a chunk; one that fails does not stop the others, and nothing is raised for it."""
    data = chunk.data if isinstance(chunk.data, DataDir) else unpacked(chunk.data)
    recipe = _unpacked(chunk.recipe)
    return [_made(recipe, index, cells, data, chunk.out and chunk.out / name) for index, name, cells in chunk.rows]


def packed(recipe: Recipe) -> bytes:
    """Make a recipe ready to travel."""
    return pickle.dumps(recipe, pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=4)
def _unpacked(recipe: bytes) -> Recipe:
    found: Recipe = pickle.loads(recipe)  # noqa: S301 - packed by whoever gave the work
    return found


def _made(recipe: Recipe, index: int, cells: Cells, data: DataDir, path: Path | None) -> Copy:
    try:
        docx = make_copy(recipe, cells, data)
        return Copy(index, docx) if path is None else Copy(index, bam=placing.place(path, docx))
    except DocgenError as error:
        return Copy(index, faults=error.faults)
    except Exception as error:
        # What nobody foresaw in one row must not cost people the others.
        loi = f"docgen gặp một tình huống chưa lường trước ({type(error).__name__}: {error})."
        return Copy(index, faults=(Fault("", loi),))


def make_copy(recipe: Recipe, cells: Cells, data: DataDir) -> bytes:
    """Make one copy: the one place where it is done. Raises what :func:`docgen.pipeline.make` raises."""
    return _copies(data).made(recipe.raw(cells))


@lru_cache(maxsize=4)
def _copies(data: DataDir) -> pipeline.Copies:
    """Open a snapshot once: it is a folder of its own for each batch, in which nobody changes anything."""
    return pipeline.Copies(data)
