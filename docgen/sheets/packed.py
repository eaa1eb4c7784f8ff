"""Long sequences that take little room: what a table of a hundred thousand rows says must not fill the memory.

The first things are held as they are, since most tables are short; those behind them as compressed blocks of JSON
in a file aside, which are opened one at a time. Processes that are forked share them all.
"""

from __future__ import annotations

import json
import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from operator import eq
from typing import Any, Final, TypeVar, overload

from docgen.sheets.aside import Aside

T = TypeVar("T")
S = TypeVar("S")

NEAR: Final = 4096
"""How many things are held as they are."""
_BLOCK: Final = 256
_LEVEL: Final = 1


class Packed(Sequence[T]):
    """A sequence that is made once and not changed."""

    def __init__(self, things: Iterable[T], plain: Callable[[T], Any], thing: Callable[[Any], T]) -> None:
        """plain: gives what JSON can hold of a thing; thing: makes an equal one of that again."""
        each = iter(things)
        self._thing = thing
        self._near = tuple(islice(each, NEAR))
        # Where each block begins in the file, and where the last one ends.
        self._ends = array("q", [0])
        self._length = len(self._near)
        block = list(islice(each, _BLOCK))
        self._aside = Aside() if block else None
        while self._aside is not None and block:
            said = json.dumps([plain(one) for one in block], ensure_ascii=False)
            # A file may say half a pair of UTF-16; it must come back for somebody to refuse it.
            self._aside.add(zlib.compress(said.encode("utf-8", "surrogatepass"), _LEVEL))
            self._ends.append(self._aside.size)
            self._length += len(block)
            block = list(islice(each, _BLOCK))
        self._open: tuple[int, tuple[T, ...]] = (-1, ())

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return Chosen(self, range(self._length)[at])
        here = range(self._length)[at]
        if here < len(self._near):
            return self._near[here]
        number, rest = divmod(here - len(self._near), _BLOCK)
        return self._block(number)[rest]

    def __iter__(self) -> Iterator[T]:
        yield from self._near
        for number in range(len(self._ends) - 1):
            yield from self._block(number)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(other) == self._length and all(map(eq, self, other))

    def __hash__(self) -> int:
        return hash((self._length, self._near[:1]))

    def _block(self, number: int) -> tuple[T, ...]:
        opened, things = self._open
        if opened != number and self._aside is not None:
            start, end = self._ends[number : number + 2]
            said = zlib.decompress(self._aside.take(start, end - start)).decode("utf-8", "surrogatepass")
            things = tuple(map(self._thing, json.loads(said)))
            self._open = (number, things)
        return things


class Chosen(Sequence[T]):
    """Some things of a sequence, in an order of their own, without holding them."""

    def __init__(self, of: Sequence[T], places: Sequence[int]) -> None:
        self._of, self._places = of, places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        return Chosen(self._of, self._places[at]) if isinstance(at, slice) else self._of[self._places[at]]

    def __iter__(self) -> Iterator[T]:
        return map(self._of.__getitem__, self._places)


class Seen(Sequence[S]):
    """What is to be said of each thing of a sequence, said anew whenever it is asked for."""

    def __init__(self, of: Sequence[T], see: Callable[[T], S]) -> None:
        self._of: Sequence[Any] = of
        self._see: Callable[[Any], S] = see

    def __len__(self) -> int:
        return len(self._of)

    @overload
    def __getitem__(self, at: int) -> S: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[S]: ...
    def __getitem__(self, at: int | slice) -> S | Sequence[S]:
        return Seen(self._of[at], self._see) if isinstance(at, slice) else self._see(self._of[at])

    def __iter__(self) -> Iterator[S]:
        return map(self._see, self._of)
