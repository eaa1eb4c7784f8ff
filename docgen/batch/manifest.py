"""What was made in a folder, of what and how it ended: a log beside the files that survives any interruption.

Each line is one record in JSON. The last record of a file counts; a line that was torn when the machine stopped is no
record. Files are noted as pending before the first is made, so that whatever is found half-way is known to be ours.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from docgen.batch.alone import BINARY, taken
from docgen.batch.entries import STATES, Entries, Entry, State
from docgen.errors import Fault, Unusable
from docgen.files import reason

_LINES_AT_ONCE: Final = 4096
_json: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
NAME: Final = ".docgen-batch.jsonl"

__all__ = ["NAME", "Entry", "Log", "State", "opened", "read"]


def read(folder: Path) -> Entries:
    """Read the log of a folder: file name → its last record; empty when there is none."""
    entries = Entries()
    try:
        with (folder / NAME).open("rb") as file:
            for line in file:
                entry = _entry(line)
                if entry is not None:
                    entries[entry.tep] = entry
    except FileNotFoundError:
        return entries
    except NotADirectoryError as error:
        sua = "Hãy chọn một thư mục để ghi các văn bản."
        raise Unusable(Fault(str(folder), "Đây là một tệp, không phải thư mục.", sua)) from error
    except OSError as error:
        raise Unusable(
            Fault(str(folder / NAME), f"Không đọc được sổ của lần chạy trước ({error.strerror}).")
        ) from error
    return entries


def _entry(line: bytes) -> Entry | None:
    try:
        said = json.loads(line)
        entry = Entry(**{**said, "vi_sao": tuple(said.get("vi_sao", ()))})
    except (ValueError, TypeError, AttributeError):
        return None
    named = isinstance(entry.tep, str) and entry.tep == Path(entry.tep).name and entry.tep not in {"", ".", ".."}
    return entry if named and entry.tt in STATES and isinstance(entry.bam, str) else None


@dataclass
class Log:
    """The log of a folder, open for one run at a time."""

    entries: Entries
    _file: int = field(repr=False)

    def note(self, entries: Iterable[Entry], *, lasting: bool = False) -> None:
        """Add records, some thousand in one write.

        lasting: they are on the disk when this returns, even if the power fails. Raises Unusable when they cannot be
        written.
        """
        lines: list[bytes] = []
        for entry in entries:
            self.entries[entry.tep] = entry
            lines.append(f"{_json(_said(entry))}\n".encode())
            if len(lines) >= _LINES_AT_ONCE:
                self._write(b"".join(lines))
                lines.clear()
        self._write(b"".join(lines), lasting=lasting)

    def _write(self, said: bytes, *, lasting: bool = False) -> None:
        data = memoryview(said)
        try:
            while data:
                data = data[os.write(self._file, data) :]
            if lasting:
                os.fsync(self._file)
        except OSError as error:
            loi = f"Không ghi tiếp được sổ của lần chạy này: {reason(error)}."
            sua = "Các văn bản đã xong vẫn còn. Hãy khắc phục rồi chạy lại với --resume."
            raise Unusable(Fault(NAME, loi, sua)) from error


@contextlib.contextmanager
def opened(folder: Path) -> Iterator[Log]:
    """Open the log of a folder. Raises Unusable when another run has it, or it cannot be written."""
    path = folder / NAME
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | BINARY, 0o644)
    except OSError as error:
        raise Unusable(Fault(str(folder), f"Không ghi được vào thư mục này: {reason(error)}.")) from error
    try:
        if not taken(file):
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
    """Give what is written of an entry: its fields in their order, but for those that say nothing."""
    said: dict[str, Any] = {"tep": entry.tep, "khoa": entry.khoa, "tt": entry.tt}
    said |= {"bam": entry.bam} if entry.bam else {}
    said |= {"hang": entry.hang} if entry.hang else {}
    said |= {"trang": entry.trang} if entry.trang else {}
    return said | ({"vi_sao": entry.vi_sao} if entry.vi_sao else {})


def _last_byte(file: int, size: int) -> bytes:
    os.lseek(file, size - 1, os.SEEK_SET)
    return os.read(file, 1)
