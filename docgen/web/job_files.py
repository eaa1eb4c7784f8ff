"""The files of a job in its folder, and what looking through them before the start has found."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from docgen import files
from docgen.batch import report
from docgen.batch.marked import marked_copy
from docgen.batch.plan import Plan
from docgen.batch.preflight import planned
from docgen.batch.source import Source
from docgen.data_dir import DataDir
from docgen.errors import DocgenError, Fault, InputFaults, Unusable
from docgen.intake.kind_files import load_kinds
from docgen.intake.read import read_file
from docgen.kinds import Form, Kinds
from docgen.sheets.read import names
from docgen.sheets.read import read as read_sheet
from docgen.sheets.table import Sheet
from docgen.web import job_choices

MAX_ROWS: Final = 20_000
SHOWN_NAMES: Final = 20
MAX_TOLD: Final = 300

_NAME_OPTION: Final = "--name"
_INDEX: Final = re.compile(r"\[\d+\]")
# Looking through thousands of rows takes a processor for seconds.
_looking = threading.BoundedSemaphore(1)


@dataclass(frozen=True)
class JobFiles:
    """Where the files of a job are. out: the folder of its copies."""

    folder: Path

    @property
    def data(self) -> Path:
        """The draft as it was when the job began."""
        return self.folder / "van-ban.yaml"

    @property
    def sheets(self) -> Path:
        """The folder of the sheet that was sent, which keeps its name there."""
        return self.folder / "bang"

    @property
    def sheet(self) -> Path:
        """The sheet that was sent."""
        return next(self.sheets.iterdir())

    @property
    def marked(self) -> Path:
        """The sheet with the cells to mend coloured; there only when there are such."""
        return self.folder / "can-sua.xlsx"

    @property
    def looked(self) -> Path:
        """What was found when the sheet was looked through."""
        return self.folder / "kiem-tra.json"

    @property
    def choices(self) -> Path:
        """What was chosen besides."""
        return self.folder / "lua-chon.json"

    @property
    def findings(self) -> Path:
        """What the run found besides the copies; there when the job is done."""
        return self.folder / "nhan-xet.json"

    def print_set(self, ending: str) -> Path:
        """All copies as one file to print; there when it was asked for and the job is done."""
        return self.folder / f"ban-in.{ending}"

    @property
    def out(self) -> Path:
        """The folder of the copies."""
        return self.folder / "ra"

    @property
    def archive(self) -> Path:
        """All copies in one file; there when the job is done."""
        return self.out / f"{self.out.name}.zip"

    @property
    def report(self) -> Path:
        """The report as a table; there when the job is done."""
        return self.out / report.XLSX

    def lay_down(self, data: str, sheet: bytes, sheet_name: str) -> None:
        """Write what a job begins with. sheet_name: as it was called where it came from, which may be anything."""
        self.data.write_text(data, encoding="utf-8")
        self.sheets.mkdir()
        name = Path(sheet_name.replace("\\", "/")).name
        suffix = Path(name).suffix.lower()
        (self.sheets / files.file_name([name[: len(name) - len(suffix)]], suffix)).write_bytes(sheet)


@dataclass(frozen=True)
class Told:
    """One thing that was found. where: cell or field, as people read it; of_draft: it stands in the draft itself."""

    where: str
    text: str
    of_draft: bool = False


@dataclass(frozen=True)
class Looked:
    """What was found before the start. faults: what is to be mended, the first of so many; names: the first files.

    worksheet: which one was looked through; worksheets: those to choose from.
    """

    faults: tuple[Told, ...] = ()
    fault_count: int = 0
    notes: tuple[Told, ...] = ()
    names: tuple[str, ...] = ()
    total: int = 0
    worksheet: str = ""
    worksheets: tuple[str, ...] = ()

    @property
    def clean(self) -> bool:
        """Whether the job may begin."""
        return not self.fault_count


def kind_of(job: JobFiles, kinds: Kinds) -> Form:
    """Find the form of what a job makes copies of. Raises InputFaults when its kind is gone."""
    return kinds.get(str(read_file(job.data).raw.get("loai", "")))


def plan_of(job: JobFiles, pattern: str, data: DataDir) -> Plan:
    """Plan the copies of a job. Raises InputFaults with every fault, Unusable when a file cannot be read."""
    return _planned(job, read_sheet(job.sheet, sheet=job_choices.choices(job.choices).worksheet), pattern, data)


def _planned(job: JobFiles, sheet: Sheet, pattern: str, data: DataDir) -> Plan:
    if len(sheet.rows) > MAX_ROWS:
        loi = f"Bảng có {len(sheet.rows)} hàng; mỗi lần làm được nhiều nhất {MAX_ROWS} hàng."
        raise InputFaults(Fault(sheet.name, loi, "Hãy chia thành nhiều bảng."))
    loaded = read_file(job.data).checked()
    source = Source(loaded.raw, lambda fault: fault, loaded.faults)
    return planned(source, sheet, job.out, load_kinds(data), name=pattern or None)


def look_through(job: JobFiles, pattern: str, data: DataDir, form: Form) -> Looked:
    """Look for everything that could stop a job, keep what was found and the marked sheet beside it.

    Raises Unusable when the sheet cannot be read at all.
    """
    job.marked.unlink(missing_ok=True)
    with _looking:
        found = _found(job, pattern, data, form)
    job.looked.write_text(json.dumps(asdict(found), ensure_ascii=False), encoding="utf-8")
    return found


def _found(job: JobFiles, pattern: str, data: DataDir, form: Form) -> Looked:
    worksheets = names(job.sheet)
    chosen = job_choices.choices(job.choices).worksheet
    try:
        found = _in_worksheet(job, read_sheet(job.sheet, sheet=chosen), pattern, data, form)
    except Unusable as error:
        if len(worksheets) < 2:
            raise
        # Another worksheet may do.
        found = Looked(_told(error.faults, form), len(error.faults))
    return replace(found, worksheet=chosen or next(iter(worksheets), ""), worksheets=worksheets)


def _in_worksheet(job: JobFiles, sheet: Sheet, pattern: str, data: DataDir, form: Form) -> Looked:
    try:
        plan = _planned(job, sheet, pattern, data)
    except InputFaults as error:
        wrong = [fault for fault in error.faults if fault.nang == "loi"]
        notes = [fault for fault in error.faults if fault.nang != "loi"]
        copy = marked_copy(job.sheet, error.faults)
        if copy is not None:
            job.marked.write_bytes(copy)
        return Looked(_told(wrong, form), len(wrong), _told(notes, form))
    first = tuple(each.file_name for each in plan.jobs[:SHOWN_NAMES])
    return Looked(notes=_told(plan.notes, form), names=first, total=len(plan.jobs))


def looked(job: JobFiles) -> Looked:
    """Read what was found; nothing when it is gone."""
    try:
        said = json.loads(job.looked.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Looked()
    faults, notes = (tuple(Told(**each) for each in said[name]) for name in ("faults", "notes"))
    chosen = said.get("worksheet", ""), tuple(said.get("worksheets", ()))
    return Looked(faults, said["fault_count"], notes, tuple(said["names"]), said["total"], *chosen)


def sentences(error: DocgenError, job: JobFiles, most: int = 10) -> str:
    """Tell an error as a page may show it: without where on the machine the files are."""
    told = [str(fault) for fault in error.faults[:most]]
    if len(error.faults) > most:
        told.append(f"Và {len(error.faults) - most} chỗ nữa.")
    return "\n".join(told).replace(f"{job.out}/", "").replace(str(job.folder), "thư mục của lần làm này")


def _told(faults: Iterable[Fault], form: Form) -> tuple[Told, ...]:
    return tuple(_one(fault, form) for fault in list(faults)[:MAX_TOLD])


def _one(fault: Fault, form: Form) -> Told:
    # The option is one of the command line; here it is a field of the page.
    text = f"{fault.loi} {fault.sua}".strip().replace(f" ({_NAME_OPTION})", "")
    if fault.noi == _NAME_OPTION:
        return Told("Tên tệp", text)
    question = None if "!" in fault.noi else form.question(_INDEX.sub("", fault.noi))
    if question is None and "!" not in fault.noi:
        question = form.question(re.split(r"[.\[]", fault.noi)[0])
    where = question.nhan if question else fault.noi
    return Told(where if fault.dong is None else f"{where}, dòng {fault.dong}", text, question is not None)
