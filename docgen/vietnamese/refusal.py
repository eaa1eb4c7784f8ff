"""The one way this room says no."""

from __future__ import annotations


class RefusedError(ValueError):
    """A text or a value that cannot be read or written; told in Vietnamese.

    loi: what is wrong, a full sentence. sua: what would be right, a full sentence or "". The two have the
    shape of the same fields of :class:`docgen.errors.Fault`; the place is the caller's to add.
    """

    def __init__(self, loi: str, sua: str = "") -> None:
        self.loi = loi
        self.sua = sua
        super().__init__(f"{loi} {sua}".rstrip())


def quoted(text: str, limit: int = 40) -> str:
    """``text`` between Vietnamese quotation marks, short enough to stand in a message and with no control signs."""
    shown = "".join(c if c.isprintable() else " " for c in text[: limit + 1])
    return f"“{shown}”" if len(text) <= limit else f"“{shown[:limit]}…”"
