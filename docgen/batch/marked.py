"""The sheet of a batch with the cells to mend coloured."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from docgen.errors import Fault
from docgen.sheets.marking import marked

# "Units!D7", "Units!D7, can_cu[2]", "Units!7, dia_danh" for a row as a whole.
_PLACE: Final = re.compile(r"(?P<sheet>[^!]+)!(?P<column>[A-Z]{0,3})(?P<row>[1-9][0-9]*)(?:, .*)?", re.DOTALL)


def marked_copy(units: Path, faults: Iterable[Fault]) -> bytes | None:
    """Mark a copy of a sheet, as an .xlsx; None when no fault stands in it. The file itself is not touched."""
    by_address: dict[str, list[Fault]] = {}
    sheet = ""
    for fault in faults:
        found = _PLACE.fullmatch(fault.noi)
        if found is not None:
            sheet = found["sheet"]
            by_address.setdefault(f"{found['column'] or 'A'}{found['row']}", []).append(fault)
    return marked(units, sheet, by_address) if by_address else None
