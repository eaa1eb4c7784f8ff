"""The files of a draft: Word, PDF, and the data, made of what is stored."""

from __future__ import annotations

import logging
import threading

from flask import Blueprint, jsonify, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from docgen import pdf as libreoffice
from docgen.checking.check import check
from docgen.checking.finding import Finding
from docgen.errors import Unusable
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Kinds
from docgen.pipeline import Paper
from docgen.reading.read import read
from docgen.store import Draft, NotThere
from docgen.web.asked import for_script, no, the_draft
from docgen.web.attaching import DOCX, PDF, YAML, attached
from docgen.web.data_file import data_file
from docgen.web.drafts import CHECK
from docgen.web.making import make_paper
from docgen.web.naming import by_pattern, values_of
from docgen.web.shop import store
from docgen.web.showing import data_dir, known_form
from docgen.web.typed import read_typed
from docgen.web.uses import note_paper

bp = Blueprint("downloads", __name__)

CONFIRMED = "xac-nhan"
"""Argument: the errors of the checker were read, the file is wanted all the same."""

# LibreOffice takes a processor for a second or more: a few who want a PDF must not take all threads from the others.
_PDF_AT_ONCE = threading.BoundedSemaphore(2)
_PDF_WAIT_S = 45.0
_MAX_LISTED = 20

_log = logging.getLogger(__name__)


@bp.get("/nhap/<draft_id>/word")
def word(draft_id: str) -> Response:
    """Give the Word file; what stands in the way instead (see :func:`_ready`)."""
    draft = the_draft(draft_id)
    kinds = load_kinds(data_dir())
    paper = _ready(draft, kinds, "word")
    if not isinstance(paper, Paper):
        return paper
    note_paper(draft, paper.docx)
    return attached(paper.docx, DOCX, _name(draft, kinds, ".docx", paper))


@bp.get("/nhap/<draft_id>/pdf")
def pdf(draft_id: str) -> Response:
    """Give the same as PDF; 503 when LibreOffice is missing, too busy, or makes none."""
    draft = the_draft(draft_id)
    kinds = load_kinds(data_dir())
    paper = _ready(draft, kinds, "pdf")
    if not isinstance(paper, Paper):
        return paper
    if not _PDF_AT_ONCE.acquire(timeout=_PDF_WAIT_S):
        return _without_pdf(draft, _BUSY)
    try:
        data = libreoffice.to_pdf(paper.docx)
    except Unusable as error:
        _log.warning("no PDF could be made: %s", error)
        return _without_pdf(draft, " ".join(f"{fault.loi} {fault.sua}".strip() for fault in error.faults))
    finally:
        _PDF_AT_ONCE.release()
    note_paper(draft, paper.docx)
    return attached(data, PDF, _name(draft, kinds, ".pdf", paper))


@bp.get("/nhap/<draft_id>/du-lieu")
def data(draft_id: str) -> Response:
    """Give the data file, also while there is something to mend: it holds what was typed."""
    draft = the_draft(draft_id)
    kinds = load_kinds(data_dir())
    known_form(kinds, draft.loai)
    text = data_file(draft.loai, draft.pairs, kinds)
    return attached(text.encode(), YAML, _name(draft, kinds, ".yaml", None))


def _ready(draft: Draft, kinds: Kinds, wanted: str) -> Paper | Response:
    """Make the paper; where it cannot be had at once, answer what stands in the way.

    Faults: the form with its summary (303), for a script 422 ``{"faults": n}``; trouble of ours: likewise, 500;
    errors the checker sees, not yet confirmed: a page that asks (409), for a script ``{"errors": n, "findings"}``.
    """
    form = known_form(kinds, draft.loai)
    typed = read_typed(draft.pairs, form)
    outcome = make_paper([("loai", draft.loai), *draft.pairs], typed, kinds, data_dir())
    if outcome.paper is None:
        if not for_script():
            return redirect(f"{url_for('drafts.show', draft_id=draft.id)}?{CHECK}=1", 303)
        if outcome.trouble:
            return no(500, outcome.trouble, faults=0)
        faults = sum(fault.nang == "loi" for each in outcome.said.by_id.values() for fault in each)
        return make_response(jsonify(faults=faults, why=f"Còn {faults} chỗ cần sửa nên chưa làm được văn bản."), 422)
    if CONFIRMED in request.args:
        return outcome.paper
    errors = _errors(outcome.paper)
    return _asking(draft, errors, wanted) if errors else outcome.paper


def _errors(paper: Paper) -> tuple[Finding, ...]:
    """Find what the checker calls an error; where it breaks down itself, nobody is held up."""
    try:
        found = check(read(paper.docx, paper.file_name)).findings
    except Exception:
        _log.exception("a paper of ours could not be judged")
        return ()
    return tuple(one for one in found if one.muc == "loi")


def _asking(draft: Draft, errors: tuple[Finding, ...], wanted: str) -> Response:
    if for_script():
        told = [{"code": one.ma, "text": one.loi, "quote": one.trich} for one in errors[:_MAX_LISTED]]
        return make_response(jsonify(errors=len(errors), findings=told, why=_ERRORS.format(count=len(errors))), 409)
    page = render_template(
        "asking_download.html",
        draft=draft,
        errors=errors[:_MAX_LISTED],
        more=len(errors) - len(errors[:_MAX_LISTED]),
        question=_ERRORS.format(count=len(errors)),
        href=f"{url_for(f'downloads.{wanted}', draft_id=draft.id)}?{CONFIRMED}=1",
        back=url_for("drafts.show", draft_id=draft.id),
    )
    return make_response(page, 409)


def _without_pdf(draft: Draft, why: str) -> Response:
    if for_script():
        return no(503, why)
    page = render_template("no_pdf.html", why=why, draft=draft, back=url_for("drafts.show", draft_id=draft.id))
    return make_response(page, 503)


def _name(draft: Draft, kinds: Kinds, suffix: str, paper: Paper | None) -> str:
    """Name the file by the pattern of the draft's office; without one as the pipeline does, by number and abstract."""
    pattern = _pattern(draft)
    if not pattern and paper is not None:
        return paper.file_name.removesuffix(".docx") + suffix
    return by_pattern(pattern or _USUAL, values_of(draft.loai, draft.pairs, kinds), suffix)


def _pattern(draft: Draft) -> str:
    if not draft.office:
        return ""
    try:
        return store().offices.get(draft.office).file_pattern.strip()
    except NotThere:
        return ""


_USUAL = "{so}-{ky_hieu} {trich_yeu}"
_ERRORS = "Văn bản còn {count} chỗ docgen cho là sai thể thức."
_BUSY = "Đang có nhiều người cùng làm tệp PDF. Xin thử lại sau giây lát, hoặc tải tệp Word."
