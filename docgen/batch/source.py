"""The plan of a batch, as plain values with their places: a data file, or a paper that carries its data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.errors import Fault, InputFaults
from docgen.intake.kind_files import in_file
from docgen.intake.read import read_file
from docgen.kinds import Kinds


@dataclass(frozen=True)
class Source:
    """raw: plain values. located: gives a fault of the plan its place in the file. notes: what its notation told."""

    raw: Mapping[str, Any]
    located: Callable[[Fault], Fault]
    notes: tuple[Fault, ...] = ()


def read_source(path: Path, kinds: Kinds) -> Source:
    """Read a plan. It need not be complete: the columns of the sheet may give the rest.

    Raises Unusable for a file that cannot be read, InputFaults for one whose notation is broken.
    """
    if path.suffix.lower() == ".docx":
        # Reading papers takes rooms that making them does not.
        from docgen.importing.read import read as read_paper

        found = read_paper(path, kinds)
        return Source(found.raw, lambda fault: in_file(path.name, fault))
    loaded = read_file(path)

    def located(fault: Fault) -> Fault:
        return in_file(path.name, loaded.located(fault))

    broken = [in_file(path.name, fault) for fault in loaded.faults if fault.nang == "loi"]
    if broken:
        raise InputFaults(broken)
    return Source(loaded.raw, located, tuple(in_file(path.name, note) for note in loaded.faults))
