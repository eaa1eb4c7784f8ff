"""The run of a batch: what is missing is made, noted and told; it may be stopped at any point and taken up again."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from dataclasses import replace as changed
from pathlib import Path
from typing import TYPE_CHECKING, Final

from docgen.batch import manifest, placing, report
from docgen.batch.archive import archive
from docgen.batch.copies import Chunk, Copy, make_copies, packed
from docgen.batch.engines import Engine, engine_of
from docgen.batch.manifest import Entry, Log
from docgen.batch.plan import Job, Plan
from docgen.batch.progress import Counter, OnProgress, nobody
from docgen.batch.snapshot import laid_down
from docgen.batch.standing import Standing, standing
from docgen.batch.work import work
from docgen.data_dir import DataDir
from docgen.errors import Fault, InputFaults, Unusable
from docgen.sheets.packed import Chosen

if TYPE_CHECKING:
    from docgen.batch.checks import Judgement

# Small enough that Ctrl-C is answered soon, large enough that sending the plan along costs nothing.
_CHUNK: Final = 64
_LOST: Final = "Tiến trình làm văn bản này bị dừng đột ngột hai lần."

Merging = Callable[[Sequence[Path]], None]
"""Makes one file of the copies, given in order: ``partial(merge, out=FILE)``."""


@dataclass(frozen=True)
class Result:
    """How a run ended. made, kept, failed: how many copies; lines: each of them, as the report has it.

    faults: what ``verify`` found to differ. left: files of earlier runs that no row asks for any more. files: what
    was written for all copies together (reports, archive).
    """

    made: int
    kept: int
    failed: int
    lines: Sequence[report.Line]
    faults: tuple[Fault, ...]
    left: tuple[str, ...]
    files: tuple[Path, ...]

    @property
    def findings(self) -> int:
        """How many copies the checker finds errors in."""
        return sum(1 for line in self.lines if line.judgement is not None and line.judgement.loi)

    @property
    def exit_code(self) -> int:
        """Give 1 when a copy failed, is not made yet, differs or has findings; else 0."""
        unmade = any(line.outcome != "xong" for line in self.lines)
        return int(unmade or bool(self.faults) or bool(self.findings))


def run(
    plan: Plan,
    *,
    workers: int | None = None,
    engine: str | Executor = "local",
    resume: bool = False,
    only_failed: bool = False,
    zip: bool = False,  # noqa: A002 - the name of the option
    pdf: bool = False,
    merge: Merging | None = None,
    check: int | None = 0,
    verify: int = 0,
    replace: bool = False,
    on_progress: OnProgress = nobody,
) -> Result:
    """Make the copies of a plan that are not there yet; one that fails does not stop the others.

    workers: processes. engine: ``local``, ``dask:ADDRESS`` or an executor of the caller's. resume: go on with a run
    that was interrupted. only_failed: make only what failed before. zip, pdf, merge: what is made of the copies
    besides. check: how many copies are judged, None for all. verify: how many are made again the plain way and
    compared. replace: files that are in the way are written over.
    Raises InputFaults when files are in the way or an interrupted run is there and ``resume`` is not asked for,
    Unusable when the folder or a tool cannot be used. Whatever ends it, no file is half-written.
    """
    if pdf:
        # What is lacking is told before anything is made.
        from docgen.pdf import find_office

        find_office()
    placing.make_folder(plan.out)
    with manifest.opened(plan.out) as log, laid_down(plan.snapshot) as data:
        there = _standing(plan, log, resume=resume, replace=replace)
        placing.remove_temporaries(plan.out)
        wanted = _failed_before(there.to_make, log) if only_failed else there.to_make
        judging = len(plan.jobs) if check is None else check
        with engine_of(engine, workers, len(wanted) + judging) as by:
            made = _make(plan, wanted, log, by, data, on_progress)
            done = Chosen(plan.jobs, array("l", (at for at, job in enumerate(plan.jobs) if _is_done(job, log))))
            if pdf:
                _print(plan, done, log, workers, on_progress, replace=replace)
            judged = _judge(plan, done, check, by, on_progress) if check != 0 else {}
        differing = _verify(plan, done, verify, data, on_progress) if verify else ()
        told = report.lines(plan, log.entries, judged, pdf=pdf)
        files = list(report.write(plan, told))
        papers = [plan.path(job) for job in done] if zip or merge is not None else []
        if zip:
            files.append(_archive(plan, papers, done, log, pdf=pdf, replace=replace))
        if merge is not None and papers:
            merge(papers)
        failed = sum(1 for line in told if line.outcome == "hỏng")
        return Result(made, len(there.kept), failed, told, differing, there.left, tuple(files))


def _standing(plan: Plan, log: Log, *, resume: bool, replace: bool) -> Standing:
    there = standing(plan.jobs, plan.out, log.entries, replace=replace)
    if there.faults:
        raise InputFaults(there.faults)
    if there.interrupted and not resume:
        loi = "Lần chạy trước vào thư mục này dừng giữa chừng."
        raise InputFaults(Fault(str(plan.out), loi, "Thêm --resume để làm tiếp; các tệp đã xong được giữ nguyên."))
    if there.interrupted:
        wanted = {job.file_name for job in plan.jobs}
        waiting = (entry for entry in log.entries.values() if entry.tt == "cho" and entry.hang)
        log.note([changed(entry, tt="bo") for entry in waiting if entry.tep not in wanted])
    return there


def _failed_before(jobs: Iterable[Job], log: Log) -> list[Job]:
    """Choose what failed before: by its name, or by its row where mending it changed the name."""
    rows = {entry.hang for entry in log.entries.values() if entry.tt == "hong" and entry.hang}
    return [job for job in jobs if _state(job, log) == "hong" or (_state(job, log) == "" and job.dong in rows)]


def _state(job: Job, log: Log) -> str:
    entry = log.entries.get(job.file_name)
    return entry.tt if entry is not None else ""


def _is_done(job: Job, log: Log) -> bool:
    return _state(job, log) == "xong" and log.entries[job.file_name].khoa == job.key


def _make(plan: Plan, jobs: Sequence[Job], log: Log, engine: Engine, data: DataDir, on_progress: OnProgress) -> int:
    log.note((_entry(job, log, "cho") for job in jobs), lasting=bool(jobs))
    counter = Counter("làm văn bản", len(jobs), on_progress)
    if engine.inherits:
        # The template is opened once, here, and the workers have it from the beginning, in memory they share.
        for chunk in _chunks(plan, jobs[:2], engine, data):
            make_copies(changed(chunk, out=None))
    made = 0
    for chunk, copies in work(engine, make_copies, _chunks(plan, jobs, engine, data)):
        ended = copies or [Copy(index, faults=(Fault("", _LOST),)) for index, _, _ in chunk.rows]
        entries = [_placed(plan, plan.jobs[copy.index], copy, log) for copy in ended]
        # A file that is in its place and not noted yet is made again after an interruption.
        log.note(entries)
        for entry in entries:
            made += entry.tt == "xong"
            counter.one(failed=entry.tt != "xong")
    return made


def _chunks(plan: Plan, jobs: Sequence[Job], engine: Engine, data: DataDir) -> Iterator[Chunk]:
    size = max(1, min(_CHUNK, len(jobs) // (2 * engine.wide)))
    recipe = packed(plan.rows.recipe)
    for at in range(0, len(jobs), size):
        rows = tuple((job.index, job.file_name, plan.row(job).texts) for job in jobs[at : at + size])
        if engine.travels:
            yield Chunk(plan.snapshot, recipe, rows)
        else:
            yield Chunk(data, recipe, rows, plan.out)


def _placed(plan: Plan, job: Job, copy: Copy, log: Log) -> Entry:
    """Put a copy in its place; the entry that says how that ended."""
    faults = copy.faults
    if not faults:
        try:
            return _entry(job, log, "xong", copy.bam or placing.place(plan.path(job), copy.docx))
        except Unusable as error:
            faults = error.faults
    why = tuple(str(fault) for fault in faults if fault.nang == "loi")
    return changed(_entry(job, log, "hong"), vi_sao=why)


def _entry(job: Job, log: Log, tt: manifest.State, bam: str = "") -> Entry:
    before = log.entries.get(job.file_name)
    return Entry(job.file_name, job.key, tt, bam or (before.bam if before else ""), job.dong)


def _print(
    plan: Plan, jobs: Sequence[Job], log: Log, workers: int | None, on_progress: OnProgress, *, replace: bool
) -> None:
    from docgen.batch.pdfs import print_all

    counter = Counter("đổi sang PDF", len(jobs), on_progress)
    for entry in print_all(plan, jobs, log, workers or 2, replace=replace):
        counter.one(failed=entry.tt != "xong")


def _judge(
    plan: Plan, done: Sequence[Job], count: int | None, engine: Engine, on_progress: OnProgress
) -> dict[int, Judgement]:
    # The rooms that judge papers take longer to load than a hundred copies to make.
    from docgen.batch import checks

    jobs = checks.sample(done, count)
    counter = Counter("xét thể thức", len(jobs), on_progress)
    found: dict[int, Judgement] = {}
    for some in checks.judge(engine, plan, jobs):
        for judgement in some:
            found[judgement.index] = judgement
            counter.one(failed=judgement.loi > 0)
    return found


def _verify(plan: Plan, done: Sequence[Job], count: int, data: DataDir, on_progress: OnProgress) -> tuple[Fault, ...]:
    from docgen.batch import checks

    jobs = checks.sample(done, count)
    counter = Counter("đối chiếu", len(jobs), on_progress)
    differing: list[Fault] = []
    for _, fault in checks.verify(plan, jobs, data):
        counter.one(failed=fault is not None)
        if fault is not None:
            differing.append(fault)
    return tuple(differing)


def _archive(plan: Plan, papers: Sequence[Path], jobs: Sequence[Job], log: Log, *, pdf: bool, replace: bool) -> Path:
    """Put the copies, and their PDFs, into one archive named as the folder; one that is up to date stays."""
    printed = [path for job in jobs if (path := plan.path(job).with_suffix(".pdf")).exists()] if pdf else []
    out = plan.out / f"{plan.out.resolve().name}.zip"
    files = sorted([*papers, *printed]) if printed else list(papers)
    made_of = placing.digest_of((path.name, log.entries[path.name].bam) for path in files)
    before, there = log.entries.get(out.name), placing.digest(out)
    if before is not None and before.khoa == made_of and there and there == before.bam:
        return out
    if there and not replace and (before is None or (before.tt != "cho" and there != before.bam)):
        raise Unusable(
            Fault(str(out), "Đã có tệp này, không phải do docgen làm ra.", "Hãy dời đi, hoặc thêm --de-len.")
        )
    log.note([Entry(out.name, made_of, "cho", before.bam if before else "")])
    archive(files, out)
    log.note([Entry(out.name, made_of, "xong", placing.digest(out))])
    return out
