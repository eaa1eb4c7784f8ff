"""Jobs, each making many copies of a draft: begun, watched, stopped, taken up again, their files handed out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from flask import Blueprint, abort, flash, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from docgen import files, pdf
from docgen.batch import manifest
from docgen.errors import Unusable
from docgen.intake.kind_files import load_kinds
from docgen.store import Job, NotThere, TooManyJobs
from docgen.store.jobs import ALL_JUDGED
from docgen.web import job_words, who
from docgen.web.attaching import DOCX, attached
from docgen.web.job_beginning import ENDINGS, MAX_FILE_BYTES, XLSX
from docgen.web.job_choices import MERGED, Findings, choices, findings, keep
from docgen.web.job_files import JobFiles, kind_of, look_through, looked
from docgen.web.job_runner import runner
from docgen.web.shop import store
from docgen.web.showing import data_dir, flashed

bp = Blueprint("jobs", __name__)

MOST_AT_WORK: Final = 5
"""As many jobs may one account have waiting or being run."""

JUDGED: Final = {"": 0, "mau": 20, "tat-ca": ALL_JUDGED}
ZIP: Final = "application/zip"
VERIFIED: Final = 20
"""As many copies are made again the plain way, when that is asked for."""
PRINTED: Final = {"docx": DOCX, "pdf": "application/pdf"}

_SHOWN_FAILURES: Final = 200
_PIECE: Final = 1 << 18
_ROW: Final = "hàng {}"


@dataclass(frozen=True)
class Failure:
    """A copy that could not be made. row: where in the sheet, "" for a PDF; why: sentences."""

    row: str
    name: str
    why: str


@bp.get("/lo")
def all_jobs() -> str:
    """List the jobs, newest first."""
    rows = [(job, job_words.state(job)) for job in store().jobs.listing(owner=who.owner())]
    return render_template("jobs.html", rows=rows, notice=flashed())


@bp.get("/lo/<job_id>")
def show(job_id: str) -> str:
    """Show a job: what was found before it begins, how far it is, or how it ended."""
    job = _the_job(job_id)
    at = _files(job)
    chosen = choices(at.choices)
    merged = at.print_set(chosen.merged) if chosen.merged else None
    return render_template(
        "job.html",
        job=job,
        state=job_words.state(job),
        line=job_words.progress(job),
        outcome=job_words.outcome(job),
        amount=job_words.amount(job),
        looked=looked(at) if job.state == "checked" else None,
        marked=at.marked.exists(),
        archive=_size(at.archive) if job.state == "done" else "",
        printed=_size(merged) if merged and job.state == "done" else "",
        merged=chosen.merged,
        findings=findings(at.findings) if job.state == "done" else Findings(),
        report=job.state == "done" and at.report.exists(),
        failures=_failures(at) if job.state in {"done", "stopped"} else (),
        verified=VERIFIED,
        without_pdf=_without_pdf() if job.state == "checked" else "",
        endings=",".join(ENDINGS),
        max_bytes=MAX_FILE_BYTES,
        max_mb=MAX_FILE_BYTES // 1_000_000,
        notice=flashed(),
    )


@bp.get("/lo/<job_id>/tien-do")
def progress(job_id: str) -> Response:
    """Tell a script how far a job is: ``{"state", "line", "done", "total", "over"}``."""
    job = _the_job(job_id)
    done, total = job_words.amount(job)
    answer = jsonify(state=job.state, line=job_words.progress(job), done=done, total=total, over=not job.at_work)
    answer.cache_control.no_store = True
    return answer


@bp.post("/lo/<job_id>/trang-tinh")
def choose_worksheet(job_id: str) -> Response:
    """Look through another worksheet of the workbook."""
    job = _the_job(job_id)
    at = _files(job)
    wanted = request.form.get("trang", "")
    if job.state == "checked" and wanted in looked(at).worksheets:
        keep(at.choices, replace(choices(at.choices), worksheet=wanted))
        kinds = load_kinds(data_dir())
        found = look_through(at, job.pattern, kinds.data, kind_of(at, kinds))
        store().jobs.recount(job.id, found.total, owner=who.owner())
    return redirect(url_for("jobs.show", job_id=job.id), 303)


@bp.post("/lo/<job_id>/bat-dau")
def begin(job_id: str) -> Response:
    """Begin a job that was looked through, with what was chosen."""
    job = _the_job(job_id)
    if job.state != "checked" or not job.total:
        return redirect(url_for("jobs.show", job_id=job.id), 303)
    at, merged = _files(job), request.form.get("ghep", "")
    chosen = replace(
        choices(at.choices),
        merged=merged if merged in MERGED else "",
        odd="le" in request.form,
        verified=VERIFIED if "doi-chieu" in request.form else 0,
    )
    keep(at.choices, chosen)
    return _queued(job, with_pdf="pdf" in request.form, judged=JUDGED.get(request.form.get("xet", ""), 0))


@bp.post("/lo/<job_id>/lam-tiep")
def resume(job_id: str) -> Response:
    """Go on with a job that was stopped or failed; of one that is done, make what failed."""
    job = _the_job(job_id)
    if job.state == "checked":
        return redirect(url_for("jobs.show", job_id=job.id), 303)
    if "khong-pdf" in request.form:
        # What cannot be had here made it fail, and would again.
        at = _files(job)
        chosen = choices(at.choices)
        keep(at.choices, replace(chosen, merged="docx" if chosen.merged == "pdf" else chosen.merged))
    return _queued(job, with_pdf=False if "khong-pdf" in request.form else None)


@bp.post("/lo/<job_id>/dung")
def stop(job_id: str) -> Response:
    """Stop a job; what is made stays."""
    job = _the_job(job_id)
    store().jobs.stop(job.id, owner=who.owner())
    return redirect(url_for("jobs.show", job_id=job.id), 303)


@bp.post("/lo/<job_id>/xoa")
def delete(job_id: str) -> Response | str:
    """Remove a job with its files, asking once: the answer comes with ``xac-nhan``."""
    job = _the_job(job_id)
    if "xac-nhan" not in request.form and not job.at_work:
        return render_template("job_delete.html", job=job)
    if not store().jobs.delete(job.id, owner=who.owner()):
        flash("Lần làm này đang chạy; xin dừng lại rồi mới xóa.", "trouble")
        return redirect(url_for("jobs.show", job_id=job.id), 303)
    flash("Đã xóa lần làm ấy cùng các tệp của nó.", "well")
    return redirect(url_for("jobs.all_jobs"), 303)


@bp.get("/lo/<job_id>/goi")
def archive(job_id: str) -> Response:
    """Give all copies in one file."""
    job = _the_job(job_id)
    return _large(job, _files(job).archive, ZIP, [job.title])


@bp.get("/lo/<job_id>/ban-in")
def printed(job_id: str) -> Response:
    """Give all copies as one file to print."""
    job = _the_job(job_id)
    at = _files(job)
    ending = choices(at.choices).merged
    if not ending:
        abort(404)
    return _large(job, at.print_set(ending), PRINTED[ending], ["Bản in", job.title])


@bp.get("/lo/<job_id>/bao-cao")
def report(job_id: str) -> Response:
    """Give the report."""
    job = _the_job(job_id)
    return _file(_files(job).report, ["Báo cáo", job.title])


@bp.get("/lo/<job_id>/can-sua")
def marked(job_id: str) -> Response:
    """Give the sheet with the cells to mend coloured."""
    job = _the_job(job_id)
    return _file(_files(job).marked, [Path(job.sheet).stem, "cần sửa"])


def _the_job(job_id: str) -> Job:
    """Find a job of whoever asks; one that is not there and one of somebody else's are the same 404."""
    try:
        return store().jobs.get(job_id, owner=who.owner())
    except NotThere:
        abort(404)


def _files(job: Job) -> JobFiles:
    return JobFiles(store().jobs.folder(job.id))


def _queued(job: Job, *, with_pdf: bool | None = None, judged: int | None = None) -> Response:
    try:
        store().jobs.queue(job.id, most=MOST_AT_WORK, with_pdf=with_pdf, judged=judged, owner=who.owner())
    except TooManyJobs:
        flash(f"Đã có {MOST_AT_WORK} lần làm đang chờ hoặc đang chạy; xin đợi một lần xong rồi bấm lại.", "trouble")
    else:
        runner().wake()
    return redirect(url_for("jobs.show", job_id=job.id), 303)


def _file(path: Path, name: list[str]) -> Response:
    if not path.exists():
        abort(404)
    return make_response(attached(path.read_bytes(), XLSX, files.file_name(name, ".xlsx")))


def _large(job: Job, path: Path, kind: str, name: list[str]) -> Response:
    """Hand out what a job that is done has made, however large it is."""
    if job.state != "done" or not path.exists():
        abort(404)
    answer = attached(b"", kind, files.file_name(name, path.suffix))
    answer.content_length = path.stat().st_size
    answer.response = _pieces(path)
    return answer


def _pieces(path: Path) -> Iterator[bytes]:
    """Read a file piece by piece: the copies of a province may be some hundred megabytes."""
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            yield piece


def _failures(at: JobFiles) -> tuple[Failure, ...]:
    """List what could not be made, as the log of the copies has it."""
    entries = [entry for entry in manifest.read(at.out).values() if entry.tt == "hong"]
    rows = sorted(entries, key=lambda entry: (entry.hang or 10**9, entry.tep))
    return tuple(
        Failure(_ROW.format(entry.hang) if entry.hang else "", entry.tep, " ".join(entry.vi_sao))
        for entry in rows[:_SHOWN_FAILURES]
    )


def _size(path: Path) -> str:
    """Tell the size of a file, "" when there is none."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        return ""
    return f"{size / 1e6:.1f} MB".replace(".", ",") if size >= 1e6 else f"{max(size // 1000, 1)} KB"


def _without_pdf() -> str:
    """Tell why no PDF can be had here, "" when it can."""
    try:
        pdf.find_office()
    except Unusable as error:
        return error.faults[0].loi
    return ""
