"""What went wrong, told to the person who can mend it.

A :class:`Fault` is one thing about the input: where it stands, what is wrong (or was changed, or is doubted),
and what would be right. Messages are Vietnamese and meant to be read by a secretary. The exceptions gather
faults and carry the exit code of the command line: 1 when the input was understood and has faults, 2 when it
could not be used at all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar, Literal

Nang = Literal["loi", "nhac"]


@dataclass(frozen=True)
class Fault:
    """One thing to tell the user.

    noi: place in the user's own terms (``can_cu[2]``, ``noi_dung``, ``word/document.xml, đoạn 14``).
    loi: what is wrong, a full Vietnamese sentence.
    sua: what would be right; empty when the first sentence says it all.
    dong: 1-based line in the file or in the text of the field, when known.
    nang: ``loi`` must be mended before a paper is made; ``nhac`` was changed or is doubted.
    """

    noi: str
    loi: str
    sua: str = ""
    dong: int | None = None
    nang: Nang = "loi"

    def within(self, noi: str) -> Fault:
        """The same fault, its place read as being inside ``noi``."""
        if not self.noi:
            return replace(self, noi=noi)
        joint = "" if self.noi.startswith("[") else "."
        return replace(self, noi=f"{noi}{joint}{self.noi}")

    def __str__(self) -> str:
        where = self.noi if self.dong is None else f"{self.noi}, dòng {self.dong}".lstrip(", ")
        text = f"{where}: {self.loi}" if where else self.loi
        return f"{text} {self.sua}" if self.sua else text


class DocgenError(Exception):
    """Something docgen can explain; ``faults`` is never empty."""

    exit_code: ClassVar[int] = 2

    def __init__(self, faults: Iterable[Fault] | Fault) -> None:
        self.faults: tuple[Fault, ...] = (faults,) if isinstance(faults, Fault) else tuple(faults)
        super().__init__("\n".join(str(f) for f in self.faults))


class InputFaults(DocgenError):
    """The input was understood and has faults: every one of them is listed."""

    exit_code = 1


class TemplateFaults(DocgenError):
    """A Word template has faults its maintainer can mend."""

    exit_code = 1


class Unusable(DocgenError):
    """The input, a file or a tool could not be used at all."""

    exit_code = 2
