"""The zip around the parts of a paper, most of them the same in every paper: those are squeezed once and copied."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from typing import Final

from docgen import package
from docgen.render import codec
from docgen.render.codec import Codec

_DEFLATED: Final = 8
_VERSION: Final = 20
# Names are in UTF-8 (APPNOTE.TXT, general purpose bit 11); needed only beyond ASCII, as zipfile does.
_UTF_8: Final = 0x800
# 1 January 1980, the earliest a zip can hold: the hour of making must not show in the bytes.
_DATE: Final = 33
# A template makes one or two sets of parts: with footnotes and without.
_MOST_FRAMES: Final = 16
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s4B4HL2L5H2L")
_END: Final = struct.Struct("<4s4H2LH")


class Archive:
    """The parts every paper of a template has. still: name → bytes; by: what squeezes the others."""

    def __init__(self, still: Mapping[str, bytes], by: Codec = codec.BEST) -> None:
        self.still = package.in_order(still)
        self.codec = by
        self._frames: dict[tuple[str, ...], _Frame] = {}

    def pack(self, made: Mapping[str, bytes]) -> bytes:
        """The file of a paper. made: the parts it does not share, some perhaps in place of those that stay.

        First come the parts that readers look for first, last those of ``made``.
        """
        by = self.codec
        return self.joined(
            tuple(made), [Entry(name, content, by.deflate(content), by) for name, content in made.items()]
        )

    def joined(self, names: tuple[str, ...], entries: Iterable[Entry]) -> bytes:
        """The file around entries that are ready; names: theirs, in their order."""
        frame = self._frames.get(names)
        if frame is None:
            if len(self._frames) >= _MOST_FRAMES:
                self._frames.clear()
            frame = self._frames[names] = _Frame(self.still, names, self.codec)
        out, central, at, count = [frame.bodies], [frame.central], len(frame.bodies), frame.count
        for entry in entries:
            out += (entry.header, entry.body)
            central.append(entry.central(at))
            at += len(entry.header) + len(entry.body)
            count += 1
        directory = b"".join(central)
        out += (directory, _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), at, 0))
        return b"".join(out)


class _Frame:
    """Parts that stay, squeezed and with their lines in the table of contents."""

    def __init__(self, still: Mapping[str, bytes], without: Iterable[str], by: Codec) -> None:
        gone = set(without)
        bodies, central, at = [], [], 0
        for name, content in still.items():
            if name not in gone:
                entry = Entry(name, content, codec.tightly(content), by)
                bodies += [entry.header, entry.body]
                central.append(entry.central(at))
                at += len(entry.header) + len(entry.body)
        self.bodies, self.central, self.count = b"".join(bodies), b"".join(central), len(central)


class Entry:
    """One part. content: what ``body``, a raw stream, unpacks to."""

    __slots__ = ("_crc", "_flags", "_name", "_size", "body", "header")

    def __init__(self, name: str, content: bytes, body: bytes, by: Codec) -> None:
        self._name = name.encode()
        self._crc = by.crc32(content)
        self._size = len(content)
        self._flags = 0 if name.isascii() else _UTF_8
        self.body = body
        sizes = (self._crc, len(body), self._size, len(self._name), 0)
        self.header = _LOCAL.pack(b"PK\3\4", _VERSION, self._flags, _DEFLATED, 0, _DATE, *sizes) + self._name

    def central(self, at: int) -> bytes:
        """The entry's line in the table of contents; at: where it stands in the file."""
        sizes = (self._crc, len(self.body), self._size, len(self._name), 0, 0, 0, 0, 0, at)
        return _CENTRAL.pack(b"PK\1\2", _VERSION, 0, _VERSION, 0, self._flags, _DEFLATED, 0, _DATE, *sizes) + self._name
