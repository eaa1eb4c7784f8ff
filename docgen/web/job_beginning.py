"""Beginning to make many copies of a draft: the sheet to fill in, and the filled one looked through."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from typing import Any, Final

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.exceptions import RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from docgen import files
from docgen.errors import DocgenError, Fault, Unusable
from docgen.intake.kind_files import load_kinds
from docgen.intake.read import read_text
from docgen.intake.sheet_columns import sheet_columns
from docgen.kinds import Kinds
from docgen.sheets.table import Column
from docgen.sheets.writing import write
from docgen.store import Draft
from docgen.web import who
from docgen.web.asked import the_draft
from docgen.web.attaching import attached
from docgen.web.data_file import data_file
from docgen.web.job_files import JobFiles, look_through
from docgen.web.making import told_outside
from docgen.web.naming import NO_TITLE
from docgen.web.shop import store
from docgen.web.showing import data_dir, known_form

bp = Blueprint("job_beginning", __name__)

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MAX_FILE_BYTES: Final = 10_000_000
ENDINGS: Final = (".xlsx", ".csv")
MAX_PATTERN_CHARS: Final = 200
# What the sheet has of the plan's own places, told apart by having no label of the form.
_OWN_LABEL: Final = "Cột riêng"


@bp.url_value_preprocessor
def _make_room(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let a sheet in: this runs before anything reads the body."""
    if endpoint == "job_beginning.send":
        request.max_content_length = MAX_FILE_BYTES + 100_000


@bp.get("/nhap/<draft_id>/hang-loat")
def show(draft_id: str) -> str:
    """Show how it is done, in two steps."""
    return _shown(the_draft(draft_id))


@bp.get("/nhap/<draft_id>/hang-loat/bang")
def sheet(draft_id: str) -> Response:
    """Give the sheet to fill in."""
    draft = the_draft(draft_id)
    name = files.file_name(["Bảng", draft.title], ".xlsx")
    return attached(write(_columns(draft, load_kinds(data_dir()))), XLSX, name)


@bp.post("/nhap/<draft_id>/hang-loat")
def send(draft_id: str) -> AnyResponse:
    """Look through a filled sheet; what was found stands on the page of the job this makes, which has not begun."""
    draft = the_draft(draft_id)
    kinds = load_kinds(data_dir())
    form = known_form(kinds, draft.loai)
    sent = request.files.get("bang")
    pattern = " ".join(request.form.get("ten_tep", "").split())
    if sent is None or not sent.filename:
        return _refused(draft, ("Chưa chọn tệp. Xin chọn bảng đã điền, rồi bấm lại nút này.",), pattern)
    if not sent.filename.lower().endswith(ENDINGS):
        return _refused(draft, ("Bảng phải là tệp Excel (.xlsx) hoặc .csv. Xin lưu lại bảng với kiểu ấy.",), pattern)
    if len(pattern) > MAX_PATTERN_CHARS:
        return _refused(draft, (f"Cách đặt tên tệp dài quá {MAX_PATTERN_CHARS} ký tự.",), "")
    jobs = store().jobs
    job_id = jobs.fresh_id()
    job = JobFiles(jobs.folder(job_id))
    try:
        job.lay_down(data_file(draft.loai, draft.pairs, kinds), sent.read(), sent.filename)
        found = look_through(job, pattern, data_dir(), form)
        title, name = draft.title or NO_TITLE, job.sheet.name
        jobs.create(
            job_id, draft=draft.id, total=found.total, title=title, sheet=name, pattern=pattern, owner=who.who()
        )
    except Unusable as error:
        shutil.rmtree(job.folder, ignore_errors=True)
        return _refused(draft, _sentences(error), pattern)
    except BaseException:
        shutil.rmtree(job.folder, ignore_errors=True)
        raise
    return redirect(url_for("jobs.show", job_id=job_id), 303)


@bp.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> Response:
    """Nothing of the body was read."""
    draft = the_draft(str((request.view_args or {}).get("draft_id", "")))
    loi = f"Bảng lớn quá {MAX_FILE_BYTES // 1_000_000} MB, docgen không nhận. Xin xem lại có chọn đúng tệp không."
    return make_response(_shown(draft, (loi,)), 413)


def _columns(draft: Draft, kinds: Kinds) -> list[Column]:
    form = known_form(kinds, draft.loai)
    return sheet_columns(form, read_text(data_file(draft.loai, draft.pairs, kinds)).raw)


def _refused(draft: Draft, why: Sequence[str], pattern: str) -> Response:
    return make_response(_shown(draft, why, pattern), 422)


def _sentences(error: DocgenError) -> tuple[str, ...]:
    return tuple(_sentence(fault) for fault in told_outside(error, data_dir()))


def _sentence(fault: Fault) -> str:
    return f"{fault.loi} {fault.sua}".strip()


def _shown(draft: Draft, refusal: Sequence[str] = (), pattern: str = "") -> str:
    columns = _columns(draft, load_kinds(data_dir()))
    return render_template(
        "job_begin.html",
        draft=draft,
        title=draft.title or NO_TITLE,
        own=[column.ten for column in columns if column.nhan == _OWN_LABEL],
        needed=[column.nhan for column in columns if column.bat_buoc and column.nhan != _OWN_LABEL],
        count=len(columns),
        refusal=refusal,
        pattern=pattern,
        endings=",".join(ENDINGS),
        max_mb=MAX_FILE_BYTES // 1_000_000,
        max_bytes=MAX_FILE_BYTES,
    )
