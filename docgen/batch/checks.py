"""Looking at copies that are made: judged as a stranger would, and compared with the plain way of making them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from docgen import package, pipeline
from docgen.batch.engines import Engine
from docgen.batch.plan import Job, Plan
from docgen.batch.work import work
from docgen.checking.check import check
from docgen.data_dir import DataDir
from docgen.errors import DocgenError, Fault
from docgen.reading.read import read

_CHUNK = 4
_MOST_TOLD = 20


@dataclass(frozen=True)
class Judgement:
    """What the checker says of one copy. loi, canh_bao: how many; noi: the first of them in words."""

    index: int
    loi: int
    canh_bao: int
    noi: tuple[str, ...]


@dataclass(frozen=True)
class _Papers:
    """Some copies to judge: index, name, bytes."""

    papers: tuple[tuple[int, str, bytes], ...]

    def singly(self) -> Sequence[_Papers]:
        return [_Papers((paper,)) for paper in self.papers]


def sample(jobs: Sequence[Job], count: int | None) -> list[Job]:
    """Choose so many jobs, spread evenly over the sheet and the same each time; None for all of them."""
    if count is None or count >= len(jobs):
        return list(jobs)
    return [jobs[at * len(jobs) // count] for at in range(count)]


def judge(engine: Engine, plan: Plan, jobs: Sequence[Job]) -> Iterator[list[Judgement]]:
    """Judge copies that are there, some at a time."""
    chunks = (_Papers(_read(plan, jobs[at : at + _CHUNK])) for at in range(0, len(jobs), _CHUNK))
    for papers, found in work(engine, _judged, chunks):
        yield found or [Judgement(index, 1, 0, ("Không xét được tệp này.",)) for index, _, _ in papers.papers]


def _read(plan: Plan, jobs: Iterable[Job]) -> tuple[tuple[int, str, bytes], ...]:
    return tuple((job.index, job.file_name, plan.path(job).read_bytes()) for job in jobs)


def _judged(papers: _Papers) -> list[Judgement]:
    return [_one(index, name, docx) for index, name, docx in papers.papers]


def _one(index: int, name: str, docx: bytes) -> Judgement:
    try:
        report = check(read(docx, name), ten=name)
    except DocgenError as error:
        return Judgement(index, len(error.faults), 0, tuple(str(fault) for fault in error.faults))
    told = tuple(f"{one.ma}: {one.loi}" for one in report.findings if one.muc != "thong-tin")
    return Judgement(index, report.count("loi"), report.count("canh-bao"), told[:_MOST_TOLD])


def says_the_same(one: bytes, other: bytes) -> bool:
    """Whether two .docx have the same parts, each the same to the byte or in canonical XML (C14N 1.0)."""
    if one == other:
        return True
    try:
        with zipfile.ZipFile(io.BytesIO(one)) as first, zipfile.ZipFile(io.BytesIO(other)) as second:
            names = set(first.namelist())
            return names == set(second.namelist()) and all(
                _same_part(first.read(name), second.read(name)) for name in names
            )
    except zipfile.BadZipFile:
        return False


def _same_part(one: bytes, other: bytes) -> bool:
    if one == other:
        return True
    try:
        return _canonical(one) == _canonical(other)
    except etree.XMLSyntaxError:
        return False


def _canonical(xml: bytes) -> bytes:
    return etree.tostring(etree.fromstring(xml, package.parser()), method="c14n")


def verify(plan: Plan, jobs: Iterable[Job], data: DataDir) -> Iterator[tuple[Job, Fault | None]]:
    """Make copies once more the plain way, and compare; a fault where the file says anything else."""
    for job in jobs:
        path: Path = plan.path(job)
        same = says_the_same(pipeline.make(plan.raw(job), data, way="trees").docx, path.read_bytes())
        loi = "Tệp này khác bản làm lại theo cách thường; đây là lỗi của docgen."
        yield job, None if same else Fault(str(path), loi)
