r"""The text of one paragraph, title or cell: notation → spans.

``**bold**``, ``*italic*``, ``^superscript^``, ``[^1]``; ``\`` before anything but a letter or digit makes that sign
plain. A mark without its partner stays in the text and is reported. Linear in the length of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.outline.marks import Look, may_close, may_open
from docgen.outline.tree import Inline, NoteRef, Span, normal

NOTE_KEY = r"[\w-]{1,32}"
_TOKEN = re.compile(
    rf"\\(?P<sign>[\W_])|\[\^(?P<note>{NOTE_KEY})\]|(?P<stars>\*+)|(?P<carets>\^+)|(?P<brace>[{{}}])|(?P<text>[^\\*^\[{{}}]+|.)",
    re.DOTALL,
)
_SIGNS = re.compile(r"[\\*^\[{}]")
_BLANK = re.compile(r"\s")
_ESCAPED = "\\"


@dataclass(frozen=True)
class Read:
    """What a piece of text says.

    whole: all of it. lead, rest: when it begins with a bold stretch that is marked as such (``**``, not ``{**``),
    that stretch and what follows; else lead is empty. unpaired: marks that opened and found no end, each once.
    """

    whole: Inline
    lead: Inline = ()
    rest: Inline = ()
    unpaired: tuple[str, ...] = ()


@dataclass(slots=True)
class _Piece:
    text: str
    look: Look | None = None
    note: bool = False
    brace: bool = False
    escaped: bool = False
    before: str = ""
    after: str = ""
    at: int = 0
    toggles: bool = False
    forced: bool = False


@dataclass(slots=True)
class _Open:
    """A mark that waits for its partner: any that may close (``natural``), or only one with a brace."""

    mark: _Piece
    natural: bool
    doubtful: bool


@dataclass(slots=True)
class _Pairing:
    """Finds the partner of each mark, in one pass; of two that open, the nearer one wins."""

    pieces: list[_Piece]
    open: dict[Look, _Open] = field(default_factory=dict)
    unpaired: dict[str, None] = field(default_factory=dict)

    def meet(self, mark: _Piece, look: Look) -> None:
        waiting = self.open.get(look)
        if waiting is not None:
            forced = self._brace(waiting.mark.at - 1, "{") and self._brace(mark.at + 1, "}")
            if forced or (waiting.natural and may_close(look, mark.before, mark.after)):
                self._pair(waiting.mark, mark, forced)
                del self.open[look]
                return
        natural = may_open(look, mark.before, mark.after)
        if natural or self._brace(mark.at - 1, "{"):
            self._give_up(look)
            self.open[look] = _Open(mark, natural, natural)

    def blank(self) -> None:
        """What ``^`` lifts has no blank."""
        if "superscript" in self.open:
            self.open["superscript"].natural = False

    def end(self) -> None:
        for look in list(self.open):
            self._give_up(look)

    def _pair(self, opener: _Piece, closer: _Piece, forced: bool) -> None:
        opener.toggles = closer.toggles = True
        opener.forced = closer.forced = forced
        if forced:
            self.pieces[opener.at - 1].text = self.pieces[closer.at + 1].text = ""

    def _give_up(self, look: Look) -> None:
        waiting = self.open.pop(look, None)
        if waiting is not None and waiting.doubtful:
            self.unpaired.setdefault(waiting.mark.text)

    def _brace(self, at: int, sign: str) -> bool:
        return 0 <= at < len(self.pieces) and self.pieces[at].brace and self.pieces[at].text == sign


def read(raw: str) -> Read:
    r"""Read one paragraph's text: blanks already folded, ``\n`` only as the line break of a cell. Never raises."""
    if not _SIGNS.search(raw):
        return Read(normal([Span(raw)]))
    pieces = _pieces(raw)
    pairing = _Pairing(pieces)
    for piece in pieces:
        if piece.look is not None:
            pairing.meet(piece, piece.look)
        elif not piece.escaped and _BLANK.search(piece.text):
            pairing.blank()
    pairing.end()
    parts = _parts(pieces)
    if not parts and raw:
        parts = [(Span(raw), False)]
    whole = normal(part for part, _ in parts)
    unpaired = tuple(pairing.unpaired)
    if not _is_led(pieces):
        return Read(whole, unpaired=unpaired)
    end = next((i for i, (_, bold) in enumerate(parts) if not bold), len(parts))
    lead = normal(part for part, _ in parts[:end])
    return Read(whole, lead, normal(part for part, _ in parts[end:]), unpaired)


def _pieces(raw: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    for m in _TOKEN.finditer(raw):
        if m["sign"] is not None:
            pieces.append(_Piece(m["sign"], escaped=True))
        elif m["note"] is not None:
            pieces.append(_Piece(m["note"], note=True))
        elif m["brace"] is not None:
            pieces.append(_Piece(m["brace"], brace=True))
        elif m["stars"] is not None or m["carets"] is not None:
            before = _ESCAPED if pieces and pieces[-1].escaped else raw[max(0, m.start() - 1) : m.start()]
            _add_marks(pieces, m[0], before, raw[m.end() : m.end() + 1])
        else:
            pieces.append(_Piece(m[0]))
    return pieces


_RUNS: dict[str, tuple[Look, ...]] = {
    "*": ("italic",),
    "**": ("bold",),
    "***": ("italic", "bold"),
    "^": ("superscript",),
}


def _add_marks(pieces: list[_Piece], run: str, before: str, after: str) -> None:
    looks = _RUNS.get(run)
    if looks is None:
        pieces.append(_Piece(run))
        return
    for look in looks:
        text = "**" if look == "bold" else run[0]
        pieces.append(_Piece(text, look, before=before, after=after, at=len(pieces)))


def _parts(pieces: Iterable[_Piece]) -> list[tuple[Span | NoteRef, bool]]:
    """The text and footnote places, each with whether it stands in bold."""
    on: dict[Look, bool] = {"bold": False, "italic": False, "superscript": False}
    parts: list[tuple[Span | NoteRef, bool]] = []
    for piece in pieces:
        if piece.look is not None and piece.toggles:
            on[piece.look] = not on[piece.look]
        elif piece.note:
            parts.append((NoteRef(piece.text), on["bold"]))
        elif piece.text:
            parts.append((Span(piece.text, on["bold"], on["italic"], on["superscript"]), on["bold"]))
    return parts


def _is_led(pieces: Iterable[_Piece]) -> bool:
    for piece in pieces:
        if piece.look is None or not piece.toggles or piece.forced:
            return False
        if piece.look == "bold":
            return True
    return False
