"""A folder with a plan and a sheet of units: what the tests of batches share."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from docgen.batch.manifest import NAME
from docgen.batch.plan import Plan
from docgen.batch.preflight import prepare
from docgen.errors import Fault, InputFaults
from docgen.intake.dump import write as yaml
from tests.intake.papers import SMALL

PLAN: dict[str, Any] = {**SMALL, "kinh_gui": ["UBND {{ten_don_vi}}"], "luu": "VT, {{ten_don_vi}}"}


class Office:
    """A folder to work in: ``kh.yaml``, ``don-vi.csv``, and ``ra`` for what is made."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.out = folder, folder / "ra"
        self.data, self.units = folder / "kh.yaml", folder / "don-vi.csv"
        self.data.write_text(yaml(PLAN), encoding="utf-8")

    def sheet(self, *rows: str, header: str = "ten_don_vi;so") -> None:
        self.units.write_text("\n".join([header, *rows, ""]), encoding="utf-8")

    def many(self, count: int) -> None:
        self.sheet(*(f"Xã {at};{at}" for at in range(1, count + 1)))

    def prepare(self, **options: Any) -> Plan:
        return prepare(self.data, self.units, self.out, **options)

    def faults(self, **options: Any) -> list[Fault]:
        with pytest.raises(InputFaults) as caught:
            self.prepare(**options)
        return [fault for fault in caught.value.faults if fault.nang == "loi"]

    def names(self) -> list[str]:
        return sorted(path.name for path in self.out.iterdir()) if self.out.exists() else []

    def papers(self) -> list[str]:
        return [name for name in self.names() if name.endswith(".docx")]

    def made(self) -> dict[str, str]:
        """Everything in the folder but the log of how it came there."""
        return digests(self.out)


def digests(folder: Path) -> dict[str, str]:
    found = (path for path in sorted(folder.iterdir()) if path.name != NAME)
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in found}
