"""Putting the files of a batch in their places: whole or not at all, many of them fast.

Unlike :mod:`docgen.files` nothing waits for the disk: the manifest tells after a power cut which files are whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Final

from docgen.errors import Fault, Unusable
from docgen.files import reason

# The names docgen.files gives what it writes beside a file, too.
_TEMPORARY: Final = re.compile(r"\.docgen-[0-9a-f]{16}\.tmp")


def place(path: Path, data: bytes) -> str:
    """Write a file beside its place and rename it, over what is there; returns the SHA-256. Raises Unusable.

    Whenever the process is killed, there is the whole file, the one before or none: the name is given by one rename.
    """
    with _put_in(path) as temporary:
        file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            left = memoryview(data)
            while left:
                left = left[os.write(file, left) :]
        finally:
            os.close(file)
    return hashlib.sha256(data).hexdigest()


@contextlib.contextmanager
def beside(path: Path) -> Iterator[IO[bytes]]:
    """Open a file beside a place, which takes it when the block ends well; else nothing is left. Raises Unusable."""
    with _put_in(path) as temporary, temporary.open("xb") as file:
        yield file


@contextlib.contextmanager
def _put_in(path: Path) -> Iterator[Path]:
    """A name for what is written beside a place; it gets the place when the block ends well, else it goes."""
    temporary = path.with_name(f".docgen-{secrets.token_hex(8)}.tmp")
    try:
        yield temporary
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise Unusable(Fault(str(path), f"Không ghi được tệp: {reason(error)}.")) from error
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def digest(path: Path) -> str:
    """Give the SHA-256 of a file, "" when there is none. Raises Unusable when it cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return ""
    except IsADirectoryError as error:
        loi = "Ở chỗ của tệp này có một thư mục cùng tên."
        raise Unusable(Fault(str(path), loi, "Hãy dời thư mục ấy đi, hoặc đặt tên tệp cách khác.")) from error
    except OSError as error:
        raise Unusable(Fault(str(path), f"Không đọc được tệp ({error.strerror}).")) from error


def is_empty(folder: Path) -> bool:
    """Whether there is nothing in a folder, or no such folder. Raises Unusable."""
    try:
        return next(folder.iterdir(), None) is None
    except FileNotFoundError:
        return True
    except OSError as error:
        raise Unusable(Fault(str(folder), f"Không đọc được thư mục ({error.strerror}).")) from error


def make_folder(folder: Path) -> None:
    """Make a folder where there is none. Raises Unusable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Unusable(Fault(str(folder), f"Không tạo được thư mục: {reason(error)}.")) from error


def remove_temporaries(folder: Path) -> int:
    """Remove what an interrupted run left half-written; returns how many files. Only for who has the manifest."""
    found = [path for path in folder.iterdir() if _TEMPORARY.fullmatch(path.name)]
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def digest_of(said: Iterable[tuple[str, str]]) -> str:
    """Give the SHA-256 of some pairs of words."""
    return hashlib.sha256("\0".join(f"{name}\0{value}" for name, value in said).encode()).hexdigest()
