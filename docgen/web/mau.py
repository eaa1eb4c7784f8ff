"""The maintainers' first page: every kind with its templates; and which template a paper was made with."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import Any, Final

from flask import Blueprint, Response, make_response, render_template, request
from werkzeug.exceptions import RequestEntityTooLarge

from docgen import package
from docgen.errors import DocgenError
from docgen.intake.kind_files import load_kinds
from docgen.web import guard
from docgen.web.making import told_outside
from docgen.web.mau_files import (
    Edition,
    KeptFile,
    by_digest,
    content,
    edition,
    editions,
    form_file,
    in_use,
    template_file,
)
from docgen.web.mau_verdicts import Verdict, verdict
from docgen.web.showing import data_dir, flashed
from docgen.web.uses import made_with

bp = Blueprint("mau", __name__)

MAX_BODY_BYTES: Final = package.MAX_FILE_BYTES + 1_000_000
# The first look at many templates takes some seconds: the page does not wait for all of them.
LIST_WAIT_S: Final = 1.5


@dataclass(frozen=True)
class Row:
    """One file on the list. verdict: None while it is still being looked through."""

    file: KeptFile
    edition: Edition | None
    count: int
    verdict: Verdict | None


@dataclass(frozen=True)
class Kind:
    """One kind on the list."""

    name: str
    loai: str
    form: Row
    templates: tuple[Row, ...]


@dataclass(frozen=True)
class Found:
    """A version a paper was made with."""

    file: KeptFile
    edition: Edition


@bp.app_context_processor
def _who_may() -> dict[str, object]:
    """Tell every page whether whoever asks may keep templates."""
    return {"giu_mau": guard.may("giu-mau")}


@bp.url_value_preprocessor
def _make_room(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    if endpoint == "mau.look_up":
        request.max_content_length = MAX_BODY_BYTES


@bp.get("/mau")
@guard.only("giu-mau")
def all_kinds() -> str:
    """List the kinds and their templates: standard, version in use, faults, since when and by whom."""
    try:
        forms = list(load_kinds(data_dir()))
        trouble: list[str] = []
    except DocgenError as error:
        # A form that cannot be read is mended on its own page.
        forms, trouble = [], [str(fault) for fault in told_outside(error, data_dir())]
    until = time.monotonic() + LIST_WAIT_S
    kinds = [
        Kind(
            form.ten_goi,
            form.loai,
            _row(form_file(form.loai), None),
            tuple(_row(template_file(form.loai, the_thuc), until) for the_thuc in form.the_thuc),
        )
        for form in forms
    ]
    waiting = any(row.verdict is None and row.edition for kind in kinds for row in kind.templates)
    broken = [] if forms else [form_file(path.stem) for path in data_dir().form_files()]
    page = {"kinds": kinds, "waiting": waiting, "trouble": trouble, "broken": broken}
    return render_template("mau.html", **page, notice=flashed())


@bp.get("/mau/tra")
@guard.only("giu-mau")
def ask() -> str:
    """Ask for a paper."""
    return render_template("mau_tra.html")


@bp.post("/mau/tra")
@guard.only("giu-mau")
def look_up() -> Response:
    """Say which version of which template a paper was made with."""
    file = request.files.get("tep")
    if file is None or not file.filename:
        return _answer(422, fault="Chưa chọn tệp. Xin chọn tệp Word rồi bấm lại.")
    name = file.filename
    try:
        sha256 = made_with(file.read(), name)
    except DocgenError as error:
        return _answer(422, fault=" ".join(f"{one.loi} {one.sua}".strip() for one in error.faults), name=name)
    found = [Found(kept, edition(kept, number)) for kept, number in by_digest(sha256)] if sha256 else []
    return _answer(200, name=name, sha256=sha256, found=found, asked=True)


@bp.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> Response:
    return _answer(413, fault=f"Tệp lớn quá {package.MAX_FILE_BYTES // 2**20} MB, docgen không nhận.")


def _answer(code: int, **said: Any) -> Response:
    return make_response(render_template("mau_tra.html", **said), code)


def _row(file: KeptFile, until: float | None) -> Row:
    """One file; until: when to wait for its faults no longer, by the monotonic clock; None not to look for them."""
    found = editions(file)
    used = in_use(found)
    seen = None
    if used is not None and until is not None:
        seen = verdict(file, content(file, used.number), used.sha256, wait_s=max(until - time.monotonic(), 0))
    return Row(file, used, len(found), seen)
