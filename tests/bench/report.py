"""What the bench tells: Markdown tables, printed and kept in README.md between two marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

BEGIN, END = "<!-- bench -->", "<!-- /bench -->"


@dataclass
class Table:
    """One part's result. remarks: sentences below it: what was left out and why, what was checked."""

    title: str
    head: Sequence[str]
    rows: list[Sequence[str]] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def markdown(self) -> str:
        """The table with its title and remarks."""
        lines = [f"**{self.title}**", "", _line(self.head), _line(["---"] * len(self.head))]
        lines += [_line(row) for row in self.rows]
        if self.remarks:
            lines += ["", *(f"{remark}  " for remark in self.remarks[:-1]), self.remarks[-1]]
        return "\n".join(lines)


def put_between(text: str, told: str) -> str:
    """Replace what stands between the marks. Raises ValueError when they are not there exactly once, in order."""
    if text.count(BEGIN) != 1 or text.count(END) != 1 or text.index(BEGIN) > text.index(END):
        raise ValueError(f"{BEGIN} … {END} must stand there once")
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{told}\n{END}{rest.split(END)[1]}"


def write(path: Path, told: str) -> None:
    """Put the results into a file between its marks."""
    path.write_text(put_between(path.read_text(encoding="utf-8"), told), encoding="utf-8")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
