r"""The lines of a text as the notation sees them: blanks folded, ends trimmed, escapes respected.

Tabs, no-break spaces and runs of blanks become one blank; ``\`` before a blank keeps it. A line may end with a lone
``\``: "this line is what it looks like" (a numbered text is no title, a ``Phần I`` has none).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from docgen.vietnamese.text import nfc

_BLANKS = re.compile(r"(\\[\W_])|\s+")


@dataclass(frozen=True, slots=True)
class Line:
    r"""One line.

    number: 1-based. source: as typed (NFC). raw: blanks folded and trimmed, without a lone ``\`` at its end.
    lone: there was one.
    """

    number: int
    source: str
    raw: str
    lone: bool

    @property
    def literal(self) -> str:
        r"""``raw``, with the lone ``\`` as text."""
        return self.raw + "\\\\" if self.lone else self.raw


def read_lines(text: str) -> list[Line]:
    """Every line of ``text``, empty ones too."""
    return [_line(number, source) for number, source in enumerate(nfc(text).splitlines(), 1)]


def _line(number: int, source: str) -> Line:
    raw, lone = without_lone(fold(source))
    return Line(number, source, raw, lone)


def without_lone(raw: str) -> tuple[str, bool]:
    r"""``raw`` (blanks folded) without a lone ``\`` at its end, and whether there was one."""
    return (raw[:-1], True) if _backslashes(raw) % 2 else (raw, False)


def fold(source: str) -> str:
    r"""``source`` with blanks folded to one and none at the ends; an escaped blank stays."""
    stripped = source.strip()
    if _backslashes(stripped) % 2:
        end = len(source) - len(source.lstrip()) + len(stripped)
        stripped += source[end : end + 1]
    return _BLANKS.sub(lambda m: m[1] or " ", stripped)


def trim(raw: str) -> str:
    r"""``raw`` (blanks folded) without a blank at its ends; an escaped one stays."""
    raw = raw.removeprefix(" ")
    return raw[:-1] if raw.endswith(" ") and _backslashes(raw[:-1]) % 2 == 0 else raw


def _backslashes(raw: str) -> int:
    return len(raw) - len(raw.rstrip("\\"))
