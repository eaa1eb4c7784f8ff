"""What was made in a folder, of what and how it ended: a log beside the files that survives any interruption.

Each line is one record in JSON. The last record of a file counts; a line that was torn when the machine stopped is no
record. Files are noted as pending before the first is made, so that whatever is found half-way is known to be ours.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final, Literal

from docgen.errors import Fault, Unusable

NAME: Final = ".docgen-batch.jsonl"

State = Literal["cho", "xong", "hong", "bo"]
"""Pending, made, failed, no longer wanted."""
_STATES: Final = frozenset({"cho", "xong", "hong", "bo"})


@dataclass(frozen=True, slots=True)
class Entry:
    """The state of one file. khoa: of what it is made. bam: SHA-256 of what was last made under this name.

    hang: row of the sheet, 0 for none. trang: pages of a PDF. vi_sao: why it failed.
    """

    tep: str
    khoa: str
    tt: State
    bam: str = ""
    hang: int = 0
    trang: int = 0
    vi_sao: tuple[str, ...] = ()


def read(folder: Path) -> dict[str, Entry]:
    """Read the log of a folder: file name → its last record; empty when there is none."""
    try:
        data = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise Unusable(
            Fault(str(folder / NAME), f"Không đọc được sổ của lần chạy trước ({error.strerror}).")
        ) from error
    entries: dict[str, Entry] = {}
    for line in data.split(b"\n"):
        entry = _entry(line)
        if entry is not None:
            entries[entry.tep] = entry
    return entries


def _entry(line: bytes) -> Entry | None:
    try:
        said = json.loads(line)
        entry = Entry(**{**said, "vi_sao": tuple(said.get("vi_sao", ()))})
    except (ValueError, TypeError, AttributeError):
        return None
    named = isinstance(entry.tep, str) and entry.tep == Path(entry.tep).name and entry.tep not in {"", ".", ".."}
    return entry if named and entry.tt in _STATES and isinstance(entry.bam, str) else None


@dataclass
class Log:
    """The log of a folder, open for one run at a time."""

    entries: dict[str, Entry]
    _file: int = field(repr=False)

    def note(self, entries: Iterable[Entry], *, lasting: bool = False) -> None:
        """Add records in one write. lasting: they are on the disk when this returns, even if the power fails."""
        lines: list[str] = []
        for entry in entries:
            self.entries[entry.tep] = entry
            lines.append(json.dumps(_said(entry), ensure_ascii=False, separators=(",", ":")) + "\n")
        data = memoryview("".join(lines).encode())
        while data:
            data = data[os.write(self._file, data) :]
        if lasting:
            os.fsync(self._file)


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Log]:
    """Open the log of a folder. Raises Unusable when another run has it, or it cannot be written."""
    path = folder / NAME
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
    except OSError as error:
        raise Unusable(Fault(str(folder), f"Không ghi được vào thư mục này ({error.strerror}).")) from error
    try:
        if not _locked(file):
            loi = "Một lần chạy khác đang ghi vào thư mục này."
            raise Unusable(Fault(str(folder), loi, "Hãy chờ lần ấy xong, hoặc chọn thư mục khác."))
        size = os.fstat(file).st_size
        if size and _last_byte(file, size) != b"\n":
            # The line that was torn ends here.
            os.write(file, b"\n")
        yield Log(read(folder), file)
    finally:
        os.close(file)


def _said(entry: Entry) -> Mapping[str, Any]:
    return {name: value for name, value in asdict(entry).items() if value or name in ("tep", "khoa", "tt")}


def _last_byte(file: int, size: int) -> bytes:
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1)


def _locked(file: int) -> bool:
    """Take the file for this process; what holds it is gone with the process, however it ends."""
    if sys.platform == "win32":
        return True  # a file that another program has open cannot be renamed over there; two runs refuse each other
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
