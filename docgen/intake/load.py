"""A data file → a Document, or every fault with its place in the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from docgen.data_dir import find
from docgen.document import Built
from docgen.errors import Fault, InputFaults
from docgen.intake.assemble import assemble
from docgen.intake.kind_files import load_kinds
from docgen.intake.loaded import Loaded
from docgen.intake.read import read_file
from docgen.kinds import Kinds

_BODY = ("noi_dung",)


def load(path: Path, kinds: Kinds | None = None) -> Built:
    """Read a ``.yaml``, ``.yml`` or ``.json`` file and build the Document it holds.

    kinds: the kinds to choose from; those of the data folder in use when left out.
    Raises Unusable when the file cannot be read, InputFaults with every fault, in the order of the file, when it can.
    """
    return built(read_file(path), kinds if kinds is not None else load_kinds(find()))


def built(loaded: Loaded, kinds: Kinds) -> Built:
    """Build the Document a file holds; faults and notes of the notation stand among those of the document."""
    early = [*loaded.faults, *_joined_bodies(loaded)]
    broken = {fault.noi for fault in early if fault.nang == "loi"}
    try:
        result = assemble(loaded.raw, kinds)
    except InputFaults as error:
        late = [_hinted(loaded, fault) for fault in error.faults if fault.noi not in broken]
        raise InputFaults(_in_order([*early, *(loaded.located(fault) for fault in late)])) from None
    if broken:
        raise InputFaults(_in_order([*early, *(loaded.located(note) for note in result.notes)]))
    return replace(result, notes=_in_order([*early, *(loaded.located(note) for note in result.notes)]))


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    """By line; what has none (a part that is missing altogether) comes first."""
    return tuple(sorted(faults, key=lambda fault: fault.dong or 0))


def _joined_bodies(loaded: Loaded) -> list[Fault]:
    """Bodies whose lines YAML has joined into one: the ``|`` was forgotten, and all structure is gone."""
    return [
        Fault(
            noi,
            "Thiếu dấu | nên các dòng của nội dung bị nối thành một.",
            "Hãy viết “noi_dung: |” rồi xuống dòng, các dòng nội dung thụt vào.",
            spot.dong,
        )
        for noi, spot in loaded.spots.items()
        if spot.noi_dong and noi.rpartition(".")[2] in _BODY
    ]


def _hinted(loaded: Loaded, fault: Fault) -> Fault:
    """``- Tỉnh ủy: Ban DV`` in a list of lines is a group to YAML: say how to make it text."""
    value = _at(loaded.raw, fault.noi)
    if fault.sua or not fault.noi.endswith("]") or not isinstance(value, dict) or len(value) != 1:
        return fault
    key, rest = next(iter(value.items()))
    if not isinstance(rest, str):
        return fault
    line = f"{key}: {rest}"
    return replace(
        fault,
        loi="Dòng này có “: ” nên YAML hiểu là một nhóm mục, không phải chữ.",
        sua=f'Hãy đặt cả dòng trong dấu nháy: “- "{line if len(line) <= 80 else line[:80] + "…"}"”.',
    )


def _at(raw: Any, noi: str) -> Any:
    """Get the plain value at a place of the user (``can_cu[2]``); ``None`` when there is none."""
    value = raw
    for step in noi.replace("[", ".[").split("."):
        if step.startswith("["):
            index = int(step[1:-1]) - 1 if step[1:-1].isdigit() else -1
            value = value[index] if isinstance(value, list) and 0 <= index < len(value) else None
        else:
            value = value.get(step) if isinstance(value, dict) else None
    return value
