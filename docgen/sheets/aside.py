"""Bytes put aside: what is seldom needed stands in a file without a name, and not in the memory."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
import weakref

from docgen.errors import Fault, Unusable
from docgen.files import reason


class Aside:
    """Bytes one behind the other in a temporary file, which is gone with this process however it ends.

    Processes forked from this one read the same file. All methods raise Unusable when the file cannot be used.
    """

    def __init__(self) -> None:
        try:
            with tempfile.TemporaryFile(prefix="docgen-", buffering=0) as file:
                self._file = os.dup(file.fileno())
        except OSError as error:
            raise _unusable(error) from error
        weakref.finalize(self, os.close, self._file)
        self.size = 0

    def add(self, data: bytes) -> None:
        """Put bytes behind all others."""
        self.put(data, self.size)

    def put(self, data: bytes, at: int) -> None:
        """Put bytes in a place, over what stands there."""
        try:
            if _write(self._file, data, at) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        except OSError as error:
            raise _unusable(error) from error
        self.size = max(self.size, at + len(data))

    def take(self, at: int, count: int) -> bytes:
        """Read bytes again."""
        try:
            return _read(self._file, count, at)
        except OSError as error:
            raise _unusable(error) from error


if sys.platform == "win32":
    # Nothing is forked there, so that nobody else moves the place in the file meanwhile.
    def _read(file: int, count: int, at: int) -> bytes:
        os.lseek(file, at, os.SEEK_SET)
        return os.read(file, count)

    def _write(file: int, data: bytes, at: int) -> int:
        os.lseek(file, at, os.SEEK_SET)
        return os.write(file, data)

else:

    def _read(file: int, count: int, at: int) -> bytes:
        return os.pread(file, count, at)

    def _write(file: int, data: bytes, at: int) -> int:
        return os.pwrite(file, data, at)


def _unusable(error: OSError) -> Unusable:
    sua = "Hãy xem lại chỗ trống và quyền ghi của thư mục tạm."
    return Unusable(Fault(tempfile.gettempdir(), f"Không dùng được tệp tạm: {reason(error)}.", sua))
