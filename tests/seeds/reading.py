"""The five seeds: their data files, their lines, and the lines a paper made from them is expected to have."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from docgen.intake.read import read_file

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("[0-9]*.yaml"))


def data_file(name: str) -> Path:
    """The seed as data."""
    return HERE / f"{name}.yaml"


def folded(text: str) -> str:
    """White space (also non-breaking) as single blanks, none at the ends."""
    return re.sub(r"\s+", " ", text).strip()


def seed_lines(name: str) -> list[str]:
    """The lines of the seed, folded; blank ones dropped."""
    text = (HERE / "text" / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in map(folded, text.split("\n")) if line]


def repairs(name: str) -> list[dict[str, Any]]:
    """The named repairs of a seed, in the order they are applied."""
    found: list[dict[str, Any]] = read_file(HERE / "repairs.yaml").checked().raw[name]
    return found


def expected_lines(name: str) -> list[str]:
    """The seed's lines after its repairs; a repair that finds nothing, or too much, fails."""
    lines = seed_lines(name)
    for repair in repairs(name):
        lines = repaired(lines, repair)
    return lines


def repaired(lines: list[str], repair: dict[str, Any]) -> list[str]:
    """One repair done."""
    before, after = repair["truoc"], repair["sau"]
    if isinstance(before, list):
        found = [at for at in range(len(lines)) if lines[at : at + len(before)] == before]
        assert len(found) == 1, (repair["ten"], before, found)
        return [*lines[: found[0]], *after, *lines[found[0] + len(before) :]]
    count = sum(line.count(before) for line in lines)
    assert count == int(repair.get("lan") or 1), (repair["ten"], before, count)
    return [line.replace(before, after or "") for line in lines]
