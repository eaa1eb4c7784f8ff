"""Everything of all rows before anything is written: what will be made, or every fault with its address."""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from docgen import data_dir as data_dirs
from docgen.batch import manifest
from docgen.batch.naming import ORDINAL, Names, Pattern, folded, pattern, usual
from docgen.batch.plan import Job, Plan, packed
from docgen.batch.snapshot import take
from docgen.batch.source import Source, read_source
from docgen.batch.standing import standing
from docgen.data_dir import DataDir
from docgen.errors import Fault, InputFaults
from docgen.intake.columns import Head, slug
from docgen.intake.kind_files import load_kinds
from docgen.intake.recipe import shown
from docgen.intake.rows import Rows, read_rows
from docgen.kinds import Kinds, answer
from docgen.sheets.read import read as read_sheet
from docgen.sheets.table import Row, Sheet
from docgen.vietnamese.dates import parse_date
from docgen.vietnamese.refusal import RefusedError, quoted


def prepare(
    data: Path,
    units: Path,
    out: Path,
    *,
    name: str | None = None,
    sheet: str = "",
    data_dir: DataDir | Path | None = None,
    replace: bool = False,
) -> Plan:
    """Read a plan and a sheet of units, and see to everything that could stop the batch. Nothing is written.

    out: the folder for the copies. name: pattern of their names. sheet: which worksheet. replace: files that stand
    in the way may be written over. Raises InputFaults with every fault of the plan, the sheet and all its rows,
    Unusable when a file cannot be read.
    """
    folder = data_dir if isinstance(data_dir, DataDir) else data_dirs.find(data_dir)
    kinds = load_kinds(folder)
    table, source = _both(units, sheet, data, kinds)
    return planned(source, table, out, kinds, name=name, replace=replace)


def planned(
    source: Source, sheet: Sheet, out: Path, kinds: Kinds, *, name: str | None = None, replace: bool = False
) -> Plan:
    """Do the same with a plan and a sheet that are read already."""
    faults = list(source.notes)
    wanted = _pattern(name or usual((cell.text for cell in sheet.header), len(sheet.rows)), faults)
    rows = read_rows(source.raw, sheet, kinds, source.located, [slug(ten) for ten in wanted.names()])
    faults += rows.faults
    snapshot = take(kinds.data, kinds.get(str(source.raw["loai"])))
    jobs: Sequence[Job] = ()
    try:
        names = Names(wanted, rows.recipe)
    except InputFaults as error:
        faults += error.faults
    else:
        jobs = packed(_jobs(rows, names, snapshot.digest))
        unread = {fault.noi for fault in sheet.faults if fault.nang == "loi"}
        faults += [fault for fault in _same_names(rows, jobs, names.heads) if fault.noi not in unread]
        faults += standing(jobs, out, manifest.read(out), replace=replace).faults
    faults += _same_numbers(rows)
    # As they stand in the sheet, whoever found them.
    faults.sort(key=lambda fault: sheet.order(fault.noi))
    if any(fault.nang == "loi" for fault in faults):
        raise InputFaults(faults)
    return Plan(out, rows, snapshot, jobs, tuple(faults))


def _both(units: Path, sheet: str, data: Path, kinds: Kinds) -> tuple[Sheet, Source]:
    """Read both files, so that the faults of both are told at once."""
    faults: list[Fault] = []
    try:
        table = read_sheet(units, sheet=sheet)
    except InputFaults as error:
        faults += error.faults
    try:
        source = read_source(data, kinds)
    except InputFaults as error:
        faults += error.faults
    if faults:
        raise InputFaults(faults)
    return table, source


def _pattern(text: str, faults: list[Fault]) -> Pattern:
    try:
        return pattern(text)
    except InputFaults as error:
        faults += error.faults
        return pattern(f"{{{ORDINAL}}}")


def _jobs(rows: Rows, names: Names, digest: str) -> Iterator[Job]:
    heads = _telling(rows)
    shared = [digest, rows.recipe.plan, [(head.ten, head.kieu) for head in heads]]
    base = hashlib.sha256(json.dumps(shared, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass"))
    for index, row in enumerate(rows.sheet):
        cells = rows.cells(row)
        own = base.copy()
        said = json.dumps([cells[head.at] for head in heads], ensure_ascii=False)
        own.update(said.encode("utf-8", "surrogatepass"))
        yield Job(index, row.dong, names.of(cells, index + 1, row.dong), own.hexdigest())


def _telling(rows: Rows) -> list[Head]:
    """List the columns that a copy is made of: a change in any other changes nothing."""
    recipe = rows.recipe
    used = {recipe.columns.find(place.said) for blank in recipe.blanks for place in blank.text.slots()}
    nested = any("{{" in text for row in rows.sheet for text in row.texts)
    return [head for head in recipe.columns.heads if head.kieu is not None or head in used or nested]


def _same_names(rows: Rows, jobs: Iterable[Job], heads: Sequence[Head]) -> Iterator[Fault]:
    """Tell of files that would be called the same, at the later of both rows."""
    again = _said_again(folded(job.file_name) for job in jobs)
    first: dict[str, Job] = {}
    for job in jobs if again else ():
        name = folded(job.file_name)
        if hash(name) not in again:
            continue
        other = first.setdefault(name, job)
        if other is not job:
            row, before = (rows.sheet.rows[one.index] for one in (job, other))
            loi = f"Tên tệp {quoted(job.file_name, 80)} trùng với tên tệp của {_place(rows, before, heads)}."
            yield Fault(_place(rows, row, heads), loi, "Hãy sửa ô này, hoặc thêm {tt:03} vào tên tệp (--name).")


def _said_again(said: Iterable[object]) -> frozenset[int]:
    """Give the hashes of what is said more than once, without holding any of it; seldom one of something else."""
    hashes = sorted(array("q", map(hash, said)))
    return frozenset(one for one, other in pairwise(hashes) if one == other)


def _place(rows: Rows, row: Row, heads: Sequence[Head]) -> str:
    """Give the cell a name comes from; the row when it comes from several."""
    return rows.sheet.place(row.cell(heads[0].at)) if len(heads) == 1 else rows.sheet.row_place(row)


def _same_numbers(rows: Rows) -> Iterator[Fault]:
    """Tell of numbers that one issuer would give twice in a year; a number of the plan itself is that of all copies."""
    head = next((head for head in rows.recipe.columns.heads if head.ten == "so"), None)
    if head is None:
        return
    first: dict[tuple[object, ...], Row] = {}
    again = _said_again(number for row in rows.sheet if (number := _number(row, head)) is not None)
    for row in rows.sheet if again else ():
        number = _number(row, head)
        # Whose number it is asks for the whole row, and is asked only where it matters.
        if number is None or hash(number) not in again:
            continue
        said, raw = row.texts[head.at], rows.raw(row)
        other = first.setdefault((_issuer(raw), _year(raw), number), row)
        if other is not row:
            place = rows.sheet.place(other.cell(head.at))
            loi = f"Số {said} trùng với số ở {place}, cùng cơ quan ban hành và cùng năm."
            yield Fault(rows.sheet.place(row.cell(head.at)), loi, "Mỗi văn bản một số; chưa có số thì để trống ô này.")


def _number(row: Row, head: Head) -> int | None:
    said = row.texts[head.at]
    return int(said) if said.isascii() and said.isdigit() else None


def _issuer(raw: Mapping[str, Any]) -> tuple[str, ...]:
    names = ("co_quan.chu_quan", "co_quan.ten", "co_quan.ky_hieu", "co_quan.don_vi_soan", "dia_danh")
    return tuple(folded(shown(answer(raw, ten))) for ten in names)


def _year(raw: Mapping[str, Any]) -> int | None:
    said = raw.get("ngay")
    try:
        return parse_date(str(said))[0] if said else None
    except RefusedError:
        return None
