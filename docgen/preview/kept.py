"""What was made is kept for the next time it is asked, within a bound on its size."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Kept(Generic[K, V]):
    """Things by their key; what was not asked for longest goes first. May be used by several threads."""

    def __init__(self, most_bytes: int) -> None:
        self.most_bytes = most_bytes
        self.bytes = 0
        self._lock = threading.Lock()
        self._things: OrderedDict[K, tuple[V, int]] = OrderedDict()

    def get(self, key: K) -> V | None:
        """Find a thing, ``None`` when it was never kept or had to go."""
        with self._lock:
            found = self._things.get(key)
            if found is None:
                return None
            self._things.move_to_end(key)
            return found[0]

    def keep(self, key: K, thing: V, size: int) -> None:
        """Keep a thing of ``size`` bytes. The last one is kept whatever its size, since it is about to be asked for."""
        with self._lock:
            if key in self._things:
                self.bytes -= self._things.pop(key)[1]
            self._things[key] = (thing, size)
            self.bytes += size
            while self.bytes > self.most_bytes and len(self._things) > 1:
                self.bytes -= self._things.popitem(last=False)[1][1]

    def __len__(self) -> int:
        return len(self._things)
