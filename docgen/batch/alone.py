"""Being alone with a folder: a file that one process holds, until it lets go or ends, however it ends."""

from __future__ import annotations

import errno
import os
import sys
from typing import Final

BINARY: Final = getattr(os, "O_BINARY", 0)
"""For ``os.open``: Windows would otherwise write line ends of its own."""

# Windows keeps everybody from reading the bytes that one has locked, so one is taken that no file has.
_BEYOND: Final = 2**31 - 2
_TAKEN: Final = frozenset({errno.EAGAIN, errno.EACCES, errno.EDEADLK, errno.EWOULDBLOCK})


def taken(file: int) -> bool:
    """Take an open file for whoever opened it; False when somebody else has it. It is free again when it is closed.

    On a file system that knows no locks (some network shares) everybody gets it.
    """
    try:
        _lock(file)
    except OSError as error:
        return error.errno not in _TAKEN
    return True


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        at = os.lseek(file, 0, os.SEEK_CUR)
        os.lseek(file, _BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(file, at, os.SEEK_SET)
    else:
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
