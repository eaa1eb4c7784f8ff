"""What is found paragraph by paragraph, gathered: changes of words in order, changes of looks told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from docgen.comparing.difference import Kieu, Look, LookChange, Seat, Spot, TextChange
from docgen.comparing.looks import Found, labels, letters, para_looks
from docgen.comparing.texts import both, text_of
from docgen.reading.facts import Para
from docgen.vietnamese.differing import Budget, Piece

# For all paragraphs of a paper together.
_STEPS = 60_000_000
_EXCERPT = 50


@dataclass
class Gathered:
    """Grows while two papers are walked through. looks: whether looks are known in both."""

    looks: bool
    chu: list[TextChange] = field(default_factory=list)
    _spots: dict[Look, list[Spot]] = field(default_factory=dict)
    _styles: Counter[tuple[str, bool]] = field(default_factory=Counter)
    _style_of: dict[tuple[Seat, Seat], tuple[str, bool]] = field(default_factory=dict)
    _budget: Budget = field(default_factory=lambda: Budget(_STEPS))

    def gone(self, para: Para, seat: Seat, cung: str = "") -> None:
        """Note a paragraph that is no longer there."""
        self.chu.append(TextChange("bo", seat, None, _whole("removed", para), cung))

    def came(self, para: Para, seat: Seat, cung: str = "") -> None:
        """Note a paragraph that was not there."""
        self.chu.append(TextChange("them", None, seat, _whole("added", para), cung))

    def pair(self, old: Para, new: Para, cu: Seat, moi: Seat, moved: str | None = None) -> None:
        """Compare a paragraph with what it was. moved: what it moved with, "" by itself; None: it did not move."""
        one, other = text_of(old), text_of(new)
        before = ("", "")
        typed = bool(old.nhan) != bool(new.nhan)
        if typed and one != other:
            # A number typed by hand against one that Word counts: compared as printed.
            before = (f"{old.nhan} " if old.nhan else "", f"{new.nhan} " if new.nhan else "")
        pieces = self._pieces(before[0] + one, before[1] + other)
        printed_alike = typed and (before[0] + one).split() == (before[1] + other).split()
        changed = one != other and not printed_alike
        if moved is not None or changed:
            kieu: Kieu = "sua" if moved is None else "chuyen"
            self.chu.append(TextChange(kieu, cu, moi, pieces, moved or ""))
        if self.looks:
            found = [*(Found(look) for look in para_looks(old, new)), *letters(old, new, pieces, before)]
            self._note(found, [] if typed and changed else list(labels(old, new)), Spot(cu, moi, trich=_begins(new)))
            style = new.format.ten_kieu if new.format and old.format else ""
            key = (style, any(piece.kind == "same" and piece.text.strip() for piece in pieces))
            self._styles[key] += 1
            self._style_of[cu, moi] = key

    def _pieces(self, old: str, new: str) -> tuple[Piece, ...]:
        if old == new:
            return (Piece("same", old),) if old else ()
        return both(old, new, self._budget)

    def _note(self, found: list[Found], of_label: list[Found], spot: Spot) -> None:
        # The number follows the letters: it is told only where it does not.
        known = {f"nhan_{one.dang.ma}" for one in found}
        for one in [*found, *(one for one in of_label if one.dang.ma not in known)]:
            self._spots.setdefault(one.dang, []).append(replace(spot, chu=one.chu))

    def dang(self) -> Iterator[LookChange]:
        """Tell each change of looks once, those of the same paragraphs together, the most widespread first."""
        together: dict[tuple[Spot, ...], list[Look]] = {}
        for look, spots in self._spots.items():
            together.setdefault(tuple(spots), []).append(look)
        for cho, dang in sorted(together.items(), key=lambda entry: -len(entry[0])):
            yield LookChange(tuple(dang), cho, tuple(self._whole_styles(cho)))

    def _whole_styles(self, spots: tuple[Spot, ...]) -> Iterator[str]:
        if len(spots) < 2 or any(spot.chu for spot in spots):
            return
        seen = Counter(self._style_of[spot.cu, spot.moi] for spot in spots)
        for style in dict.fromkeys(style for style, _ in seen if style):
            # Paragraphs without words show no looks of letters: they do not count against a style.
            if seen[style, True] == self._styles[style, True] > 1:
                yield style


def _begins(para: Para) -> str:
    text = " ".join(para.full.split())
    return text if len(text) <= _EXCERPT else text[: _EXCERPT - 1].rsplit(" ", 1)[0] + "…"


def _whole(kind: str, para: Para) -> tuple[Piece, ...]:
    label = f"{para.nhan} " if para.nhan else ""
    text = label + text_of(para)
    return (Piece("removed" if kind == "removed" else "added", text),) if text else ()
