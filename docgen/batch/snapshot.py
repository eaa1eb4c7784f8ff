"""The forms and Word templates of one kind as they are when a batch begins: what travels to the workers.

A maintainer's edit while a batch runs changes none of its copies, and a worker on another machine needs no folder.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from docgen import __version__
from docgen.data_dir import DataDir
from docgen.kinds import Form


@dataclass(frozen=True)
class Snapshot:
    """files: (path within the data folder, bytes). digest: of all of them and of docgen itself."""

    files: tuple[tuple[str, bytes], ...]
    digest: str


def take(data: DataDir, form: Form) -> Snapshot:
    """Read what a kind is made from; a template that is missing is told when it is wanted."""
    paths = [data.form(form.loai), *(data.template(form.loai, the_thuc) for the_thuc in form.the_thuc)]
    found = tuple((data.name_of(path), path.read_bytes()) for path in paths if path.is_file())
    digest = hashlib.sha256(__version__.encode())
    for name, content in found:
        digest.update(f"\0{name}\0{len(content)}\0".encode())
        digest.update(content)
    return Snapshot(found, digest.hexdigest())


@contextlib.contextmanager
def laid_down(snapshot: Snapshot) -> Iterator[DataDir]:
    """Lay a snapshot down as a data folder for as long as the block lasts."""
    with tempfile.TemporaryDirectory(prefix="docgen-batch-", ignore_cleanup_errors=True) as folder:
        yield _written(snapshot, Path(folder))


@lru_cache(maxsize=4)
def unpacked(snapshot: Snapshot) -> DataDir:
    """Lay a snapshot down as a data folder until this process ends: for workers that have no other."""
    folder = Path(tempfile.mkdtemp(prefix="docgen-batch-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return _written(snapshot, folder)


def _written(snapshot: Snapshot, folder: Path) -> DataDir:
    for name, content in snapshot.files:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return DataDir(folder)
