"""The page of one template, form or sample: its versions, what was made with them, and a new version sent in."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound, RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from docgen import package
from docgen.errors import DocgenError, Fault, InputFaults
from docgen.files import file_name
from docgen.store import Use
from docgen.web import guard, mau_pictures, who
from docgen.web.attaching import DOCX, YAML, attached
from docgen.web.mau_change import changed
from docgen.web.mau_files import (
    OWN,
    Edition,
    KeptFile,
    before,
    content,
    editions,
    in_use,
    sample_file,
    template_file,
    the_file,
)
from docgen.web.mau_uploads import refuse_unfit
from docgen.web.mau_verdicts import SHOW_S, verdict
from docgen.web.security import from_this_site
from docgen.web.shop import store
from docgen.web.showing import data_dir, flashed
from docgen.workshop.catalogue import catalogue
from docgen.workshop.names_report import groups, places

bp = Blueprint("mau_file", __name__)

MAX_BODY_BYTES: Final = package.MAX_FILE_BYTES + 1_000_000
MAX_NOTE_CHARS: Final = 400
SHOWN_CHANGES: Final = 12
SHOWN_PAPERS: Final = 50


@dataclass(frozen=True)
class Row:
    """A version on the page. change: what changed against the one before, "" for the oldest and far back."""

    edition: Edition
    change: str


@dataclass(frozen=True)
class Paper:
    """A paper, and the version it was made with."""

    use: Use
    edition: Edition


@bp.url_value_preprocessor
def _make_room(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    if endpoint == "mau_file.send_in":
        request.max_content_length = MAX_BODY_BYTES


@bp.get("/mau/<address>")
@guard.only("giu-mau")
def show(address: str) -> str:
    """Show a file with its versions."""
    return _page(the_file(address))


@bp.post("/mau/<address>")
@guard.only("giu-mau")
def send_in(address: str) -> AnyResponse:
    """Keep a new version that is sent in, not in use yet, and show what there is to say of it."""
    file = the_file(address)
    sent = request.files.get("tep")
    try:
        if sent is None or not sent.filename:
            raise InputFaults(Fault("", "Chưa chọn tệp.", "Xin chọn tệp rồi bấm lại nút này."))
        data = sent.read()
        refuse_unfit(file, sent.filename, data)
        note = request.form.get("ghi_chu", "").strip()[:MAX_NOTE_CHARS]
        kept = store().shelf.add(file.ten, data, who=who.who(), note=note)
    except DocgenError as error:
        return make_response(_page(file, [f"{fault.loi} {fault.sua}".strip() for fault in error.faults]), 422)
    return redirect(url_for("mau_version.show", address=address, number=kept.number), 303)


@bp.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> Response:
    loi = f"Tệp lớn quá {package.MAX_FILE_BYTES // 2**20} MB, docgen không nhận. Xin xem lại có chọn đúng tệp không."
    return make_response(_page(the_file((request.view_args or {})["address"]), [loi]), 413)


@bp.errorhandler(CSRFError)
def _expired(error: CSRFError) -> Response:
    if not from_this_site(request):
        raise NotFound from error
    loi = "Trang này mở đã lâu nên lần bấm vừa rồi chưa được thực hiện. Xin chọn lại tệp và bấm lại."
    return make_response(_page(the_file((request.view_args or {})["address"]), [loi]), 400)


@bp.get("/mau/<address>/ban/<int:number>/tep")
@guard.only("giu-mau")
def download(address: str, number: int) -> Response:
    """Give the bytes of a version."""
    file = the_file(address)
    data = content(file, number)
    stem = Path(file.ten).stem
    name = file_name([stem, f"ban-{number}" if number else "cua-docgen"], file.suffix)
    return attached(data, DOCX if file.sort == "mau" else YAML, name)


@bp.get("/mau/<address>/ten")
@guard.only("giu-mau")
def names(address: str) -> str:
    """Show every name the template may use: the tag to copy, what it holds, an example, where it is used."""
    file = the_file(address)
    if file.sort != "mau":
        raise NotFound
    used = in_use(editions(file))
    if used is None:
        raise NotFound
    data = content(file, used.number)
    listed, pages, case, trouble = [], None, None, ""
    try:
        found = catalogue(data, ten=Path(file.ten).name, loai=file.loai, the_thuc=file.standard, data=data_dir())
        listed = list(groups(found))
        case = mau_pictures.chosen(file, data, mau_pictures.USUAL)[1]
        pages = mau_pictures.drawn(file, data, used.sha256, case) if case else None
    except DocgenError as error:
        trouble = error.faults[0].loi
    told = {"groups": listed, "places": places, "pages": pages, "case": case, "most": mau_pictures.MOST_PAGES}
    return render_template("mau_ten.html", file=file, edition=used, trouble=trouble, **told)


def _page(file: KeptFile, refusal: list[str] | None = None) -> str:
    found = editions(file)
    used = in_use(found)
    seen = verdict(file, content(file, used.number), used.sha256, wait_s=SHOW_S) if used else None
    return render_template(
        "mau_file.html",
        file=file,
        used=used,
        rows=[Row(each, _change(file, found, each, at)) for at, each in enumerate(found)],
        verdict=seen,
        papers=_papers(found) if file.sort == "mau" else [],
        companions=_companions(file),
        own=any(each.number == OWN for each in found),
        refusal=refusal or [],
        notice=flashed(),
        max_mb=package.MAX_FILE_BYTES // 2**20,
        note_chars=MAX_NOTE_CHARS,
    )


def _change(file: KeptFile, found: tuple[Edition, ...], each: Edition, at: int) -> str:
    older = before(found, each.number)
    if older is None or at >= SHOWN_CHANGES:
        return ""
    return changed(file, content(file, older.number), content(file, each.number)).said


def _papers(found: tuple[Edition, ...]) -> list[Paper]:
    listed = [Paper(use, each) for each in found for use in store().shelf.papers(each.sha256, SHOWN_PAPERS)]
    return sorted(listed, key=lambda paper: paper.use.at, reverse=True)[:SHOWN_PAPERS]


def _companions(file: KeptFile) -> list[KeptFile]:
    """The other files of the kind in this standard, of a form those in all of its standards."""
    if file.sort == "mau":
        return [sample_file(file.loai, file.the_thuc)]
    return [template_file(file.loai, file.the_thuc)] if file.sort == "du-lieu" else []
