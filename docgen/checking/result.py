"""The outcome of judging one paper."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from docgen.checking.finding import Finding, Muc
from docgen.checking.regime import Regime


@dataclass(frozen=True, slots=True)
class Silenced:
    """Findings of a rule that the agency wants not to be told, and why."""

    ma: str
    ly_do: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All there is to say about one paper.

    ten: what the file is called. findings: in order of place. im_lang: rules silenced by an agency file. khong_xet:
    what was not judged, and why, one sentence each. luu_y: what else the author should know (how the file was read,
    that it is a draft). hong: codes of rules that broke down on this paper, a fault of docgen.
    """

    ten: str
    regime: Regime
    findings: tuple[Finding, ...] = ()
    im_lang: tuple[Silenced, ...] = ()
    khong_xet: tuple[str, ...] = ()
    luu_y: tuple[str, ...] = ()
    hong: tuple[str, ...] = ()

    def count(self, muc: Muc) -> int:
        """Count the findings of one gravity."""
        return Counter(finding.muc for finding in self.findings)[muc]

    @property
    def judged(self) -> bool:
        """Whether the paper was judged at all."""
        return self.regime.the_thuc is not None

    def exit_code(self, strict: bool = False) -> int:
        """Give 1 when there are errors (``strict``: or warnings), else 0."""
        return int(bool(self.count("loi") or (strict and self.count("canh-bao"))))
