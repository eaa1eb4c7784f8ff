"""Words around a spot, short enough for one line of a report."""

from __future__ import annotations

from typing import Final

MO: Final = "«"
DONG: Final = "»"
_AROUND: Final = 32
_WHOLE: Final = 90
_SPOT: Final = 120


def trich(text: str, khoang: tuple[int, int] | None = None) -> str:
    """Quote ``text`` around the characters ``khoang`` and mark them with « »; without them, its beginning.

    Tabs and line breaks come out as one blank each; other blanks stay, for they may be what is meant.
    """
    text = "".join(" " if char in "\t\n\r\v\f" else char for char in text)
    if khoang is None:
        whole = text.strip()
        return whole if len(whole) <= _WHOLE else whole[: _WHOLE - 1].rsplit(" ", 1)[0] + "…"
    tu, den = khoang
    before, spot, after = text[:tu].lstrip(), text[tu:den], text[den:].rstrip()
    if len(spot) > _SPOT:
        spot = spot[: _SPOT // 2] + "…" + spot[-_SPOT // 2 :]
    return f"{_end(before)}{MO}{spot}{DONG}{_start(after)}"


def tim(text: str, chu: str, tu: int = 0) -> tuple[int, int] | None:
    """Find the characters ``chu`` in ``text``, from ``tu`` on; None when they are not there or empty."""
    at = text.find(chu, tu) if chu else -1
    return None if at < 0 else (at, at + len(chu))


def _end(before: str) -> str:
    if len(before) <= _AROUND:
        return before
    cut = before[-_AROUND:]
    inside_a_word = " " in cut.strip() and not cut.startswith(" ")
    return "…" + (cut.split(" ", 1)[1] if inside_a_word else cut.lstrip())


def _start(after: str) -> str:
    if len(after) <= _AROUND:
        return after
    cut = after[:_AROUND]
    inside_a_word = " " in cut.strip() and not cut.endswith(" ")
    return (cut.rsplit(" ", 1)[0] if inside_a_word else cut.rstrip()) + "…"
