"""How a batch ended, row by row: a table for people, JSON lines for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from docgen.batch import placing
from docgen.batch.manifest import Entry
from docgen.batch.naming import SUFFIX
from docgen.batch.plan import Job, Plan
from docgen.sheets.packed import NEAR, Seen
from docgen.sheets.report_table import write_table

if TYPE_CHECKING:
    from docgen.batch.checks import Judgement

XLSX: Final = "bao-cao.xlsx"
JSONL: Final = "bao-cao.jsonl"

Outcome = Literal["xong", "hỏng", "chưa làm"]


@dataclass(frozen=True)
class Line:
    """One copy as the report has it. trang: pages of its PDF, 0 without one."""

    job: Job
    outcome: Outcome
    why: tuple[str, ...] = ()
    trang: int = 0
    judgement: Judgement | None = None


def lines(plan: Plan, entries: Mapping[str, Entry], judged: Mapping[int, Judgement], *, pdf: bool) -> Sequence[Line]:
    """Put together what the manifest and the judge say of each copy, as long as both stay as they are."""
    found = Seen(plan.jobs, lambda job: _line(job, entries, judged.get(job.index), pdf=pdf))
    # Many lines are put together anew each time, and not held.
    return tuple(found) if len(found) <= NEAR else found


def write(plan: Plan, told: Sequence[Line]) -> tuple[Path, Path]:
    """Write both reports into the folder of the batch, over those of an earlier run; returns their places."""
    xlsx, jsonl = plan.out / XLSX, plan.out / JSONL
    with placing.beside(jsonl) as file:
        file.writelines(_json(plan, line).encode() for line in told)
    with placing.beside(xlsx) as file:
        write_table(file, _COLUMNS, (_cells(plan, line) for line in told), "Báo cáo")
    return xlsx, jsonl


_COLUMNS: Final = (
    ("Hàng", 16),
    ("Tệp", 44),
    ("Kết quả", 10),
    ("Vì sao", 60),
    ("Số trang", 10),
    ("Lỗi thể thức", 14),
    ("Cảnh báo", 10),
    ("Nhận xét", 60),
)


def _line(job: Job, entries: Mapping[str, Entry], judgement: Judgement | None, *, pdf: bool) -> Line:
    entry = entries.get(job.file_name)
    if entry is None or entry.khoa != job.key or entry.tt not in ("xong", "hong"):
        return Line(job, "chưa làm")
    if entry.tt == "hong":
        return Line(job, "hỏng", entry.vi_sao)
    printed = entries.get(f"{job.file_name.removesuffix(SUFFIX)}.pdf")
    if printed is None or printed.khoa != entry.bam:
        return Line(job, "xong", judgement=judgement)
    if pdf and printed.tt != "xong":
        return Line(job, "hỏng", printed.vi_sao, judgement=judgement)
    return Line(job, "xong", (), printed.trang, judgement)


def _cells(plan: Plan, line: Line) -> list[str]:
    judged = line.judgement
    counts = [str(judged.loi), str(judged.canh_bao), "\n".join(judged.noi)] if judged else ["", "", ""]
    pages = str(line.trang) if line.trang else ""
    return [plan.address(line.job), line.job.file_name, line.outcome, "\n".join(line.why), pages, *counts]


def _json(plan: Plan, line: Line) -> str:
    said: dict[str, object] = {
        "hang": line.job.dong,
        "noi": plan.address(line.job),
        "tep": line.job.file_name,
        "ket_qua": line.outcome,
        "vi_sao": list(line.why),
    }
    if line.trang:
        said["trang"] = line.trang
    if line.judgement:
        judged = line.judgement
        said["kiem_tra"] = {"loi": judged.loi, "canh_bao": judged.canh_bao, "noi": list(judged.noi)}
    return json.dumps(said, ensure_ascii=False) + "\n"
