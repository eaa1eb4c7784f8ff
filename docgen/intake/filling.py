r"""``{{ten}}`` in a text → the words of a row: plain replacement, never a template language.

Where the text takes the notation of bodies, what is put in comes out letter by letter: its marks are escaped, and a
line that it begins opens no item. ``\{{`` in such a text is no place but two braces.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from docgen.document.own import RICH, RIENG
from docgen.intake.loaded import child, item
from docgen.kinds import Form
from docgen.kinds.form import Kieu
from docgen.outline.marks import CLOSING, OPENING
from docgen.outline.write import as_words, escape

_PLACE: Final = re.compile(r"\{\{(?P<ten>[^{}\n]*)\}\}")
_STRAY: Final = re.compile(r"\{\{")
# The fields that docgen.context reads as notation.
_NOTATION: Final = frozenset({"noi_dung", "can_cu", "noi_nhan", "mo_dau", "ket_thuc"})
BODY: Final = "noi_dung"
_BLANKS: Final = " \t\n\r\u00a0"

Steps = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for the words of a column. said: as the text spells it. dong: its line in the text, from one."""

    said: str
    dong: int


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of a text: words and places. opens: a place stands at its beginning."""

    pieces: tuple[str | Slot, ...]
    opens: bool = False


@dataclass(frozen=True)
class Text:
    """A text with places. lines: stretches that together are the text. notation: whether it takes the notation."""

    lines: tuple[Line, ...]
    notation: bool
    strays: tuple[int, ...] = ()

    def slots(self) -> Iterator[Slot]:
        """List the places in order."""
        return (piece for line in self.lines for piece in line.pieces if isinstance(piece, Slot))

    def is_whole(self) -> bool:
        """Whether the text is one place and nothing else."""
        return len(self.lines) == 1 and len(self.lines[0].pieces) == 1 and not isinstance(self.lines[0].pieces[0], str)

    def filled(self, words: Callable[[str], str]) -> str:
        """Put in the words. words: what the text calls a column → what the row says there."""
        return "".join(self._line(line, words) for line in self.lines)

    def _line(self, line: Line, words: Callable[[str], str]) -> str:
        if not self.notation:
            return "".join(piece if isinstance(piece, str) else words(piece.said) for piece in line.pieces)
        out = "".join(
            piece if isinstance(piece, str) else _literal(words(piece.said), *_beside(line.pieces, at))
            for at, piece in enumerate(line.pieces)
        )
        if not line.opens:
            return out
        bare = out.strip(_BLANKS)
        start = len(out) - len(out.lstrip(_BLANKS))
        return out[:start] + as_words(bare) + out[start + len(bare) :]


@dataclass(frozen=True)
class Blank:
    """A text of the plan with places in it. noi: where it is, for people. steps: the way to it."""

    noi: str
    steps: Steps
    text: Text

    @property
    def field(self) -> str:
        """The field of the vocabulary it belongs to: ``can_cu`` for ``can_cu[2]``, ``ky.ho_ten``."""
        named = self.steps[: next((at for at, step in enumerate(self.steps) if isinstance(step, int)), len(self.steps))]
        return ".".join(map(str, named))


def blanks(plan: Mapping[str, Any], form: Form) -> list[Blank]:
    """Find every text of a plan that has places to fill in; form: of its kind."""
    ways = {question.ten: question.kieu for question in form.questions()}
    return [
        Blank(noi, steps, text)
        for noi, steps, said in _texts(plan, "", ())
        if "{{" in said and (any((text := read(said, takes_notation(steps, _way(ways, steps)))).slots()) or text.strays)
    ]


def _way(ways: Mapping[str, Kieu], steps: Steps) -> Kieu | None:
    return ways.get(".".join(step for step in steps if isinstance(step, str)))


def takes_notation(steps: Iterable[str | int], kieu: Kieu | None) -> bool:
    """Whether a field, given by the way to it, is read as notation; kieu: how it is asked, which decides own ones."""
    named = [step for step in steps if isinstance(step, str)]
    if named[:1] == [RIENG]:
        return kieu in RICH
    return bool(named) and (named[0] in _NOTATION or named[-1] == BODY)


def read(said: str, notation: bool) -> Text:
    """Find the places in a text."""
    lines: list[Line] = []
    strays: list[int] = []
    plain: list[str] = []
    for dong, line in enumerate(said.splitlines(keepends=True) if notation else [said], start=1):
        pieces = list(_pieces(line, dong, notation))
        strays += [dong for piece in pieces if isinstance(piece, str) for _ in _loose(piece, notation)]
        if not any(isinstance(piece, Slot) for piece in pieces):
            plain.append(line)
            continue
        if plain:
            lines.append(Line(("".join(plain),)))
            plain = []
        first = next((piece for piece in pieces if not isinstance(piece, str) or piece.strip()), "")
        lines.append(Line(tuple(pieces), isinstance(first, Slot)))
    if plain:
        lines.append(Line(("".join(plain),)))
    return Text(tuple(lines), notation, tuple(strays))


def _pieces(line: str, dong: int, notation: bool) -> Iterator[str | Slot]:
    end = 0
    for found in _PLACE.finditer(line):
        if notation and _is_escaped(line, found.start()):
            continue
        if found.start() > end:
            yield line[end : found.start()]
        yield Slot(found["ten"].strip(), dong + line.count("\n", 0, found.start()))
        end = found.end()
    if end < len(line):
        yield line[end:]


def _loose(words: str, notation: bool) -> list[int]:
    """Find two braces that open no place."""
    return [at.start() for at in _STRAY.finditer(words) if not (notation and _is_escaped(words, at.start()))]


def _is_escaped(line: str, at: int) -> bool:
    before = line[:at]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _beside(pieces: tuple[str | Slot, ...], at: int) -> tuple[str, str]:
    """Give the signs right before and after a piece; "" beside another place."""
    before = pieces[at - 1] if at else ""
    after = pieces[at + 1] if at + 1 < len(pieces) else ""
    return before[-1:] if isinstance(before, str) else "", after[:1] if isinstance(after, str) else ""


def _literal(words: str, before: str, after: str) -> str:
    r"""Escape words for the notation; a bracket must not take the force of a mark beside the place (``**{{x}}**``)."""
    out = escape(words)
    if before in {"*", "^"} and words[:1] in CLOSING and words and not out.startswith("\\"):
        out = "\\" + out
    if after in {"*", "^"} and words[-1:] in OPENING and words and not out.endswith("\\" + words[-1]):
        out = out[:-1] + "\\" + out[-1]
    return out


def _texts(value: Any, noi: str, steps: Steps) -> Iterator[tuple[str, Steps, str]]:
    if isinstance(value, str):
        yield noi, steps, value
    elif isinstance(value, Mapping):
        for name, part in value.items():
            yield from _texts(part, child(noi, name), (*steps, name))
    elif isinstance(value, list | tuple):
        for index, part in enumerate(value):
            yield from _texts(part, item(noi, index), (*steps, index))
