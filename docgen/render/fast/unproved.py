"""The one way out of the string path."""

from __future__ import annotations


class Unproved(Exception):
    """Strings cannot do this, or not provably as trees would: do it by trees.

    slot: the number of the varying text (docgen.render.fast.slot) that was asked for more than its letters.
    """

    def __init__(self, why: str, slot: int | None = None) -> None:
        super().__init__(why)
        self.slot = slot
