"""The templates and forms in use, laid out as files for everybody who reads files: pages, batches, other processes.

The truth is the store (:mod:`docgen.store.shelf`); the folder follows it whenever the store is opened and whenever
something is put to use. What is in the folder and was not laid there by docgen is left alone.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Final

from flask import Flask, current_app

from docgen import files
from docgen.data_dir import DataDir
from docgen.errors import Fault, Unusable
from docgen.store import Kept, Store, shelf_folder
from docgen.web import shop, who
from docgen.web.showing import DATA

LIST: Final = ".docgen-kho.json"
"""The file that says what in the folder is ours."""
LOCK: Final = ".lock"

_laying = threading.Lock()
_log = logging.getLogger(__name__)


def over(data: DataDir, opened: Store | None) -> DataDir:
    """The data folder of an app with the shelf of its store over it, which need not be laid out yet.

    opened: the store, None for the one of DOCGEN_DB, which is not opened for this. Raises Unusable when the shelf is
    to be laid out into the data folder itself: docgen's own templates would be overwritten.
    """
    try:
        folder = opened.shelf.folder() if opened is not None else shelf_folder()
    except Unusable as error:
        # Whoever needs the store is told; pages that do not need it live on.
        _log.warning("there is no shelf of templates: %s", error)
        return data
    if folder.resolve() == data.root.resolve():
        loi = "Thư mục này chứa mẫu gốc của docgen nên không thể vừa là nơi đặt các mẫu đang dùng."
        raise Unusable(Fault(str(folder), loi, "Hãy chỉ một thư mục khác bằng DOCGEN_KHO_MAU."))
    return replace(data, over=folder)


def lay_out(app: Flask | None = None, opened: Store | None = None) -> None:
    """Bring the folder to what the store says is in use; files that stay as they are are not touched.

    app: the running one when left out. opened: its store, when it is not to be asked for. Raises Unusable when
    the folder cannot be written, Unreachable when the store cannot be asked.
    """
    data: DataDir = (app or current_app).extensions[DATA]
    store = opened if opened is not None else shop.store(app)
    if data.over is None:
        return
    with _laying:
        if not data.over.exists() and not store.shelf.active():
            return
        try:
            data.over.mkdir(mode=0o700, parents=True, exist_ok=True)
            with _alone(data.over):
                # Asked for while nobody else lays out: an older answer would undo a newer one.
                _bring(data.over, {kept.ten: kept.data for kept in store.shelf.active()})
        except OSError as error:
            loi = "Không đặt được các mẫu và biểu đang dùng vào thư mục này."
            raise Unusable(Fault(str(data.over), loi, "Hãy cho phép ghi ở đó, hoặc đổi DOCGEN_KHO_MAU.")) from error


def put_to_use(chosen: Iterable[tuple[str, int]]) -> tuple[Kept, ...]:
    """Put versions to use together, in the name of whoever asks, and lay them out. Raises NotThere, Unusable."""
    put = shop.store().shelf.activate_all(chosen, who.who())
    lay_out()
    return put


def take_back(names: Iterable[str]) -> None:
    """Go back to docgen's own files, in the name of whoever asks. Raises Unusable."""
    shop.store().shelf.withdraw_all(names, who.who())
    lay_out()


@contextlib.contextmanager
def tried(given: Mapping[str, bytes], without: Iterable[str] = ()) -> Iterator[DataDir]:
    """Give a data folder in which some files stand as if they were in use, for as long as the block lasts.

    given: name within a data folder → bytes. without: names that are as if they were not on the shelf.
    """
    data: DataDir = current_app.extensions[DATA]
    with tempfile.TemporaryDirectory(prefix="docgen-mau-", ignore_cleanup_errors=True) as folder:
        shelved: dict[str, bytes] = {}
        if data.over is not None:
            for path in (*data.form_files(), *data.sample_files(), *data.template_files()):
                if path.is_relative_to(data.over):
                    shelved[data.name_of(path)] = path.read_bytes()
        for ten in without:
            shelved.pop(ten, None)
        for ten, content in {**shelved, **given}.items():
            target = Path(folder) / ten
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        yield DataDir(data.root, Path(folder))


def _bring(folder: Path, wanted: Mapping[str, bytes]) -> None:
    ours = _ours(folder)
    for ten in wanted:
        (folder / ten).parent.mkdir(parents=True, exist_ok=True)
    changed = [(folder / ten, content) for ten, content in wanted.items() if _differs(folder / ten, content)]
    # Told first: whatever stops this in between, nothing of ours is taken for somebody else's.
    said = json.dumps(sorted(ours | wanted.keys()), ensure_ascii=False).encode()
    files.write_files([(folder / LIST, said)], replace=True)
    files.write_files(changed, replace=True)
    for ten in ours - wanted.keys():
        (folder / ten).unlink(missing_ok=True)
    files.write_files([(folder / LIST, json.dumps(sorted(wanted), ensure_ascii=False).encode())], replace=True)


def _ours(folder: Path) -> set[str]:
    try:
        listed = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    # A name that leads out of the folder was not written by us.
    return {ten for ten in listed if isinstance(ten, str) and (folder / ten).resolve().is_relative_to(folder.resolve())}


def _differs(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() != content
    except OSError:
        return True


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process lays out into the folder; what holds it is gone with the process."""
    file = os.open(folder / LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if sys.platform != "win32":
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
    finally:
        os.close(file)
