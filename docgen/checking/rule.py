"""What a rule is: a function of one clause, with what people must know about it.

::

    @rule("ND30-I.3-1", ten="Lề trang", the_thuc=("nd30",), dieu_khoan="PL I, P.I, M.I, k.3", sure=Sure.V, muc="loi")
    def le_trang(p: Judged) -> Iterator[Finding]:
        (what, why, an example of wrong and of right: Vietnamese, shown by ``docgen explain``)
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from docgen.checking.finding import Finding, Muc
from docgen.standards import VERIFIED, Sure, TheThuc

if TYPE_CHECKING:
    from docgen.checking.judged import Judged

CODE: Final = re.compile(r"(?:ND30|HD29|HD05|NN)-[A-Za-z0-9ĐđÀ-ỹ.-]*[A-Za-z0-9]")
ALL_STANDARDS: Final[tuple[TheThuc, ...]] = ("nd30", "doan", "dang")

Ham = Callable[["Judged"], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule of form or language.

    ma: its code, which never changes. ten: a name without an instruction. the_thuc: the standards it belongs to.
    dieu_khoan: addresses in :mod:`docgen.checking.clauses`, several with "; ". sure: how the clause is known.
    muc: how grave a breach is; "loi" only for verified clauses. can_dinh_dang: it judges looks, so that it says
    nothing of papers whose looks are unknown (text).
    """

    ma: str
    ten: str
    the_thuc: tuple[TheThuc, ...]
    dieu_khoan: str
    sure: Sure
    muc: Muc
    can_dinh_dang: bool
    ham: Ham

    def __post_init__(self) -> None:
        if not CODE.fullmatch(self.ma):
            raise ValueError(f"{self.ma!r} is no code of a rule")
        if self.muc == "loi" and self.sure not in VERIFIED:
            raise ValueError(f"{self.ma}: only verified clauses carry errors, this one is {self.sure.value}")
        if not self.the_thuc:
            raise ValueError(f"{self.ma} belongs to no standard")
        if len(self.giai_thich) < len(self.ten):
            raise ValueError(f"{self.ma} has no explanation: its docstring is what people read")

    @property
    def giai_thich(self) -> str:
        """The explanation for people."""
        return inspect.cleandoc(self.ham.__doc__ or "")

    def applies(self, p: Judged) -> bool:
        """Whether the rule has something to judge a paper by."""
        return p.the_thuc in self.the_thuc and (p.paper.co_dinh_dang or not self.can_dinh_dang)

    def __call__(self, p: Judged) -> tuple[Finding, ...]:
        """Judge a paper by this rule alone, if it applies."""
        if not self.applies(p):
            return ()
        with p.under(self):
            return tuple(self.ham(p))


def rule(
    ma: str,
    *,
    ten: str,
    the_thuc: Iterable[TheThuc] = ALL_STANDARDS,
    dieu_khoan: str,
    sure: Sure,
    muc: Muc,
    can_dinh_dang: bool = False,
) -> Callable[[Ham], Rule]:
    """Make a rule of a function. Raises ValueError for a bad code, an unfounded error, a missing docstring."""

    def made(ham: Ham) -> Rule:
        return Rule(ma, ten, tuple(the_thuc), dieu_khoan, sure, muc, can_dinh_dang, ham)

    return made


def collected(*lists: Iterable[Rule]) -> tuple[Rule, ...]:
    """Join lists of rules in their order. Raises ValueError when two rules have one code."""
    known: dict[str, Rule] = {}
    for one in (one for rules in lists for one in rules):
        if one.ma in known:
            raise ValueError(f"{one.ma} is the code of two rules: {_home(known[one.ma])} and {_home(one)}")
        known[one.ma] = one
    return tuple(known.values())


def _home(one: Rule) -> str:
    return f"{one.ham.__module__}.{one.ham.__qualname__}"
