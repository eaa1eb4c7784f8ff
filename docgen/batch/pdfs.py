"""The copies of a batch as PDF beside their Word files; what is there already stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docgen.batch.manifest import Entry, Log
from docgen.batch.placing import digest, place
from docgen.batch.plan import Job, Plan
from docgen.errors import DocgenError
from docgen.pdf.many import to_pdfs
from docgen.preview.pages import UnreadableError, page_sizes

_IN_THE_WAY = "Đã có tệp PDF này, không phải do docgen làm ra hoặc đã bị sửa. Hãy dời đi, hoặc thêm --de-len."


def pdf_path(plan: Plan, job: Job) -> Path:
    """Give the place of a copy's PDF."""
    return plan.path(job).with_suffix(".pdf")


def print_all(plan: Plan, jobs: Sequence[Job], log: Log, processes: int, *, replace: bool) -> Iterator[Entry]:
    """Make the PDFs of copies that are there, and note each; gives what was noted, one entry a copy.

    Raises Unusable when there is no LibreOffice.
    """
    wanted: list[Job] = []
    for job in jobs:
        path = pdf_path(plan, job)
        entry, there = log.entries.get(path.name), digest(path)
        made_of = log.entries[job.file_name].bam
        if entry is not None and entry.tt == "xong" and entry.khoa == made_of and there and there == entry.bam:
            yield entry
        elif there and not replace and (entry is None or (entry.tt != "cho" and there != entry.bam)):
            yield _noted(log, Entry(path.name, made_of, "hong", entry.bam if entry else "", vi_sao=(_IN_THE_WAY,)))
        else:
            wanted.append(job)
    log.note(Entry(pdf_path(plan, job).name, log.entries[job.file_name].bam, "cho") for job in wanted)
    if not wanted:
        return
    for made in to_pdfs([plan.path(job) for job in wanted], processes=processes):
        job = wanted[made.index]
        path, made_of = pdf_path(plan, job), log.entries[job.file_name].bam
        if made.fault is not None:
            yield _noted(log, Entry(path.name, made_of, "hong", vi_sao=(str(made.fault),)))
            continue
        try:
            bam, pages = place(path, made.pdf), len(page_sizes(made.pdf))
        except (DocgenError, UnreadableError) as error:
            yield _noted(log, Entry(path.name, made_of, "hong", vi_sao=(str(error),)))
            continue
        yield _noted(log, Entry(path.name, made_of, "xong", bam, trang=pages))


def _noted(log: Log, entry: Entry) -> Entry:
    log.note([entry])
    return entry
