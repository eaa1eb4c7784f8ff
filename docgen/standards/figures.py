"""What a rule says about one number, word or property: the value, where it is written, how sure we are.

The certainty marks are those of the notes the figures were taken from. A departure from a figure marked V or T
may be called an error; from any other it is at most a warning, because the text of the rule does not carry it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, Literal, TypeVar

X = TypeVar("X")
X_co = TypeVar("X_co", covariant=True)

Canh = Literal["trai", "giua", "phai", "deu"]


class Sure(StrEnum):
    """How a figure is known."""

    V = "V"  # the rule's own text, confirmed by an independent source
    T = "T"  # the rule's own text
    T1 = "T1"  # one copy of the rule's text
    V2 = "V2"  # two or more independent secondary sources agree; the text itself was not seen
    S = "S"  # one secondary source
    F = "F"  # read from the formatting of the official Word files; the text does not say it
    P = "P"  # practice seen in real papers
    K = "K"  # general knowledge
    UNSURE = "?"  # uncertain, or sources disagree: a setting, never an error


VERIFIED = frozenset({Sure.V, Sure.T})
"""The certainties on which an error may rest."""


@dataclass(frozen=True, slots=True)
class Figure(Generic[X_co]):
    """One value of a rule; ``clause`` is its address, such as ``PL I, P.I, M.II, k.1, đ.a``."""

    value: X_co
    clause: str
    sure: Sure

    @property
    def verified(self) -> bool:
        """Whether a departure may be called an error."""
        return self.sure in VERIFIED


@dataclass(frozen=True, slots=True)
class Range:
    """A number that may lie between ``least`` and ``most``, both included; ``None`` leaves that side open.

    The unit stands in the name of the field that holds the range (``le_trai_mm``, ``co_chu_pt``). ``chosen`` is
    the value our templates are built with.
    """

    least: float | None
    most: float | None
    chosen: float
    clause: str
    sure: Sure

    def __post_init__(self) -> None:
        if not self.allows(self.chosen):
            raise ValueError(f"{self.chosen} lies outside {self.least}..{self.most} ({self.clause})")

    @property
    def verified(self) -> bool:
        """Whether a departure may be called an error."""
        return self.sure in VERIFIED

    def allows(self, measured: float, tolerance: float = 0.0) -> bool:
        """Whether a measured number keeps the rule, give or take ``tolerance`` in the same unit."""
        above = self.least is None or measured >= self.least - tolerance
        return above and (self.most is None or measured <= self.most + tolerance)


@dataclass(frozen=True, slots=True)
class OneOf:
    """A number that must be one of a few (``10`` or ``12.7`` mm, and nothing between)."""

    values: tuple[float, ...]
    chosen: float
    clause: str
    sure: Sure

    def __post_init__(self) -> None:
        if self.chosen not in self.values:
            raise ValueError(f"{self.chosen} is none of {self.values} ({self.clause})")

    @property
    def verified(self) -> bool:
        """Whether a departure may be called an error."""
        return self.sure in VERIFIED

    def allows(self, measured: float, tolerance: float = 0.0) -> bool:
        """Whether a measured number is one of the values, give or take ``tolerance`` in the same unit."""
        return any(abs(measured - value) <= tolerance for value in self.values)


@dataclass(frozen=True, slots=True)
class Part:
    """How the letters of one part of a paper are set; ``None`` where the rule is silent.

    hoa: all capitals (True) or as in a sentence (False). canh: place of the lines between the margins or cell
    edges.
    """

    co_chu_pt: Range
    hoa: Figure[bool] | None = None
    dam: Figure[bool] | None = None
    nghieng: Figure[bool] | None = None
    gach_chan: Figure[bool] | None = None
    canh: Figure[Canh] | None = None


def size(least: float, most: float, chosen: float, clause: str, sure: Sure) -> Range:
    """Make a size of letters in points."""
    return Range(least, most, chosen, clause, sure)


def part(
    co_chu_pt: Range,
    *,
    hoa: bool | None = False,
    dam: bool | None = False,
    nghieng: bool | None = False,
    gach_chan: bool | None = None,
    canh: Canh | None = None,
    canh_sure: Sure | None = None,
) -> Part:
    """Make a Part whose facets all rest on the clause and the certainty of its size.

    canh_sure: certainty of the alignment, where the rule gives the letters and not the place.
    """
    clause, sure = co_chu_pt.clause, co_chu_pt.sure

    def facet(value: X | None) -> Figure[X] | None:
        return None if value is None else Figure(value, clause, sure)

    place = None if canh is None else Figure(canh, clause, canh_sure or sure)
    return Part(co_chu_pt, facet(hoa), facet(dam), facet(nghieng), facet(gach_chan), place)
