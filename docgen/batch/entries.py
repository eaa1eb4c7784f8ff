"""Many files and their states in little room: a manifest of a hundred thousand copies must not fill the memory."""

from __future__ import annotations

import struct
from array import array
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass
from typing import Final, Literal

from docgen.sheets.aside import Aside

State = Literal["cho", "xong", "hong", "bo"]
"""Pending, made, failed, no longer wanted."""
STATES: Final[tuple[State, ...]] = ("cho", "xong", "hong", "bo")

NEAR: Final = 4096
"""How many entries are held as they are."""
# khoa and bam as bytes, tt by its place among the states, whether there is a bam, hang, trang.
_SAID: Final = struct.Struct("<32s32sB?II")
_DIGEST_CHARS: Final = 64
_MOST: Final = 2**32
_FREE: Final = -1


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


class Entries(MutableMapping[str, Entry]):
    """File name → its entry. The first ones and unusual ones are held as they are, all others packed."""

    def __init__(self) -> None:
        self._whole: dict[str, Entry] = {}
        self._packed = _Packed()
        # Packed entries that a whole one has taken the place of.
        self._stale: set[str] = set()

    def __getitem__(self, name: str) -> Entry:
        entry = self._whole.get(name)
        if entry is None:
            entry = self._packed.get(name)
        if entry is None:
            raise KeyError(name)
        return entry

    def __setitem__(self, name: str, entry: Entry) -> None:
        if name in self._whole or (len(self._whole) < NEAR and not len(self._packed)):
            self._whole[name] = entry
            return
        said = _plain(entry)
        if said is not None:
            self._packed.put(name, said)
            return
        self._whole[name] = entry
        if self._packed.get(name) is not None:
            self._stale.add(name)

    def __delitem__(self, name: str) -> None:
        raise TypeError("what happened to a file is not forgotten")

    def __iter__(self) -> Iterator[str]:
        yield from self._whole
        yield from (name for name in self._packed.names() if name not in self._stale)

    def __len__(self) -> int:
        return len(self._whole) + len(self._packed) - len(self._stale)


class _Packed:
    """What is said of each name, then the name, one behind the other aside; found by a table of open addressing."""

    def __init__(self) -> None:
        self._aside: Aside | None = None
        self._ends = array("q", [0])
        self._table = array("i", [_FREE]) * 1024

    def __len__(self) -> int:
        return len(self._ends) - 1

    def names(self) -> Iterator[str]:
        return (self._record(at)[_SAID.size :].decode("utf-8", "surrogatepass") for at in range(len(self)))

    def get(self, name: str) -> Entry | None:
        _, record = self._place(name.encode("utf-8", "surrogatepass"))
        if not record:
            return None
        khoa, bam, tt, has_bam, hang, trang = _SAID.unpack_from(record)
        return Entry(name, khoa.hex(), STATES[tt], bam.hex() if has_bam else "", hang, trang)

    def put(self, name: str, said: bytes) -> None:
        key = name.encode("utf-8", "surrogatepass")
        place, record = self._place(key)
        self._aside = self._aside or Aside()
        if record:
            self._aside.put(said, self._ends[self._table[place]])
            return
        self._table[place] = len(self)
        self._aside.add(said + key)
        self._ends.append(self._aside.size)
        if 2 * len(self) > len(self._table):
            self._widen()

    def _record(self, at: int) -> bytes:
        start, end = self._ends[at : at + 2]
        return self._aside.take(start, end - start) if self._aside is not None else b""

    def _place(self, key: bytes) -> tuple[int, bytes]:
        """Find the place of a name in the table, and its record; a free place and b"" when it is not there."""
        last = len(self._table) - 1
        place = hash(key) & last
        while (at := self._table[place]) != _FREE:
            record = self._record(at)
            if record[_SAID.size :] == key:
                return place, record
            place = (place + 1) & last
        return place, b""

    def _widen(self) -> None:
        self._table = array("i", [_FREE]) * (4 * len(self._table))
        for at in range(len(self)):
            place, _ = self._place(self._record(at)[_SAID.size :])
            self._table[place] = at


def _plain(entry: Entry) -> bytes | None:
    """Give what is packed of an entry; None for one that says something unusual."""
    khoa, bam = _digest(entry.khoa), _digest(entry.bam) if entry.bam else bytes(_DIGEST_CHARS // 2)
    usual = khoa is not None and bam is not None and not entry.vi_sao
    numbers = (entry.hang, entry.trang)
    if not usual or not all(type(number) is int and 0 <= number < _MOST for number in numbers):
        return None
    return _SAID.pack(khoa, bam, STATES.index(entry.tt), bool(entry.bam), *numbers)


def _digest(said: object) -> bytes | None:
    """Read a SHA-256 as docgen writes it; None for any other text."""
    if not isinstance(said, str) or len(said) != _DIGEST_CHARS:
        return None
    try:
        found = bytes.fromhex(said)
    except ValueError:
        return None
    return found if found.hex() == said else None
