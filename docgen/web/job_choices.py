"""What was chosen for a job besides the sheet itself, and what a run found besides the copies: beside its files.

Kept with the files and not in the database: it is of no use without them, and goes with them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

MERGED: Final = ("docx", "pdf")
"""What the print set may be."""


@dataclass(frozen=True)
class Choices:
    """What was chosen.

    worksheet: of the workbook, "" for the first. merged: ending of the print set, "" for none. odd: each copy in it
    begins on an odd page. verified: how many copies are made again the plain way and compared.
    """

    worksheet: str = ""
    merged: str = ""
    odd: bool = False
    verified: int = 0


@dataclass(frozen=True)
class Findings:
    """What a run found.

    judged: how many copies were judged, wrong: how many of them have errors; verified: how many were compared,
    differing: what differed, in words.
    """

    judged: int = 0
    wrong: int = 0
    verified: int = 0
    differing: tuple[str, ...] = ()

    def told(self) -> tuple[str, ...]:
        """Say it in sentences."""
        told: list[str] = []
        if self.judged:
            how = f"{self.wrong} văn bản có lỗi, chi tiết trong báo cáo" if self.wrong else "không văn bản nào có lỗi"
            told.append(f"Đã xét thể thức {self.judged} văn bản: {how}.")
        if self.verified and not self.differing:
            told.append(f"Đã đối chiếu {self.verified} văn bản với cách làm chậm: không có gì khác.")
        return (*told, *self.differing)


def choices(path: Path) -> Choices:
    """Read what was chosen; what is usual when nothing was."""
    said = _read(path)
    merged = said.get("merged")
    return Choices(
        str(said.get("worksheet", "")),
        merged if merged in MERGED else "",
        bool(said.get("odd")),
        int(said.get("verified", 0)),
    )


def findings(path: Path) -> Findings:
    """Read what a run found; nothing when it was not looked for."""
    said = _read(path)
    judged, wrong, verified = (int(said.get(name, 0)) for name in ("judged", "wrong", "verified"))
    return Findings(judged, wrong, verified, tuple(map(str, said.get("differing", ()))))


def keep(path: Path, what: Choices | Findings) -> None:
    """Write one of them, whole or not at all."""
    beside = path.with_suffix(".tmp")
    beside.write_text(json.dumps(asdict(what), ensure_ascii=False), encoding="utf-8")
    beside.replace(path)


def _read(path: Path) -> Mapping[str, Any]:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}
