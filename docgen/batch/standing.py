"""What of a batch is there already: by the manifest and by the files themselves."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.batch import placing
from docgen.batch.manifest import Entry
from docgen.batch.plan import Job
from docgen.errors import Fault
from docgen.sheets.packed import Chosen

_RIGHT = "Hãy dời tệp ấy đi, hoặc thêm --de-len để ghi đè."


@dataclass(frozen=True)
class Standing:
    """to_make: copies that are not there as they should be. kept: those that are. faults: files in the way.

    left: files that an earlier run made and that no row asks for any more.
    """

    to_make: Sequence[Job]
    kept: Sequence[Job]
    faults: tuple[Fault, ...]
    left: tuple[str, ...]
    interrupted: bool


def standing(jobs: Sequence[Job], out: Path, entries: Mapping[str, Entry], *, replace: bool = False) -> Standing:
    """Compare what is wanted with what is there. replace: files that are not ours, or not any more, may give way."""
    # A new folder is asked once, and not for every file.
    if not entries and placing.is_empty(out):
        return Standing(jobs, (), (), (), interrupted=False)
    to_make, kept = array("l"), array("l")
    faults: list[Fault] = []
    wanted = set()
    for at, job in enumerate(jobs):
        wanted.add(job.file_name)
        path, entry = out / job.file_name, entries.get(job.file_name)
        there = placing.digest(path)
        if entry is not None and entry.tt == "xong" and there and there == entry.bam and job.key == entry.khoa:
            kept.append(at)
            continue
        to_make.append(at)
        if there and not replace and not _is_ours(entry, there):
            loi = "Đã có tệp này, không phải do lần chạy này làm ra." if entry is None else _EDITED
            faults.append(Fault(str(path), loi, _RIGHT))
    # Only papers: what is made of them has rows of its own in the manifest.
    left = [
        name
        for name, entry in entries.items()
        if name not in wanted and entry.hang and entry.tt != "bo" and (out / name).exists()
    ]
    interrupted = any(entry.tt == "cho" and entry.hang for entry in entries.values())
    return Standing(Chosen(jobs, to_make), Chosen(jobs, kept), tuple(faults), tuple(left), interrupted)


_EDITED = "Tệp này đã bị sửa từ khi docgen làm ra."


def _is_ours(entry: Entry | None, there: str) -> bool:
    """Whether a file is as we left it; one that was pending when a run ended may be old or new."""
    return entry is not None and (entry.tt in ("cho", "bo") or there == entry.bam)
