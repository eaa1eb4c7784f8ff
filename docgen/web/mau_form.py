"""A form or a sample edited in the browser: checked with lines, looked at, kept as a new version."""

from __future__ import annotations

import hashlib
from typing import Any, Final

from flask import Blueprint, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound, RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from docgen.errors import DocgenError
from docgen.intake.kind_files import read_form
from docgen.store.shelf import MAX_BYTES
from docgen.web import guard, shelf, who
from docgen.web.building import build_page
from docgen.web.choosing import heading_for
from docgen.web.mau_file import MAX_NOTE_CHARS
from docgen.web.mau_files import KeptFile, content, edition, editions, in_use, the_file
from docgen.web.mau_verdicts import Verdict, of_faults, verdict
from docgen.web.page import Page
from docgen.web.placing import Said
from docgen.web.security import from_this_site
from docgen.web.shop import store
from docgen.web.showing import ACTION, Notice
from docgen.web.typed import read_typed

bp = Blueprint("mau_form", __name__)

MAX_TEXT_BYTES: Final = 1_000_000
"""A form has some 10 KB."""
_TOO_LONG: Final = Notice("Chữ gửi lên dài quá 1 MB.", "trouble", focus=True)


@bp.url_value_preprocessor
def _make_room(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    if endpoint == "mau_form.answer":
        # Percent signs make three characters of each byte.
        request.max_content_length = min(3 * MAX_TEXT_BYTES + 10_000, MAX_BYTES)


@bp.get("/mau/<address>/sua")
@guard.only("giu-mau")
def edit(address: str) -> str:
    """Show the text of the version in use, or of the one asked for (``ban``), to be edited."""
    file = _text_file(address)
    number = request.args.get("ban", type=int)
    used = in_use(editions(file)) if number is None else edition(file, number)
    text = content(file, used.number).decode("utf-8", "replace") if used else ""
    return _page(file, text.replace("\r\n", "\n"))


@bp.post("/mau/<address>/sua")
@guard.only("giu-mau")
def answer(address: str) -> AnyResponse:
    """Check the text, show the form it gives, or keep it as a new version."""
    file = _text_file(address)
    text = request.form.get("chu", "").replace("\r\n", "\n").replace("\r", "\n")
    action = request.form.get(ACTION, "kiem-tra")
    if not text.strip():
        return make_response(_page(file, text, notice=Notice("Chưa có chữ nào.", "trouble", focus=True)), 422)
    data = text.encode("utf-8", "replace")
    if action == "luu":
        try:
            note = request.form.get("ghi_chu", "").strip()[:MAX_NOTE_CHARS]
            kept = store().shelf.add(file.ten, data, who=who.who(), note=note)
        except DocgenError as error:
            return make_response(_page(file, text, of_faults("Chưa lưu được", error.faults)), 422)
        return redirect(url_for("mau_version.show", address=address, number=kept.number), 303)
    seen = verdict(file, data, hashlib.sha256(data).hexdigest())
    if seen is None:
        return make_response(_page(file, text, notice=Notice("Chưa xét xong, xin bấm lại.", "trouble")), 503)
    if action == "xem":
        page = _form_page(file, data)
        if page is not None:
            return make_response(_page(file, text, seen, page=page))
    clean = not (seen.errors or seen.warnings)
    notice = Notice("Không thấy chỗ nào cần sửa.", "well", focus=True) if clean else None
    return make_response(_page(file, text, seen, notice), 422 if seen.errors else 200)


@bp.errorhandler(CSRFError)
def _expired(error: CSRFError) -> AnyResponse:
    """Show everything that was typed again, with a new token."""
    if not from_this_site(request):
        raise NotFound from error
    file = _text_file((request.view_args or {})["address"])
    notice = Notice("Trang này mở đã lâu nên lần bấm vừa rồi chưa được thực hiện. Xin bấm lại.", "trouble", focus=True)
    return make_response(_page(file, request.form.get("chu", ""), notice=notice), 400)


@bp.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> AnyResponse:
    file = _text_file((request.view_args or {})["address"])
    return make_response(_page(file, "", notice=_TOO_LONG), 413)


def _text_file(address: str) -> KeptFile:
    file = the_file(address)
    if file.sort == "mau":
        raise NotFound
    return file


def _form_page(file: KeptFile, data: bytes) -> Page | None:
    """Build the page the form would give, without answers; None for a sample, and while the form has faults."""
    if file.sort != "bieu":
        return None
    try:
        with shelf.tried({file.ten: data}) as folder:
            form = read_form(folder.form(file.loai))
    except DocgenError:
        return None
    typed = read_typed((), form)
    the_thuc, sentence = heading_for(typed)
    return build_page(form, typed, the_thuc, sentence, Said())


def _page(
    file: KeptFile, text: str, seen: Verdict | None = None, notice: Notice | None = None, page: Page | None = None
) -> str:
    # What was too large to be read has no note either.
    note = "" if notice is _TOO_LONG else request.form.get("ghi_chu", "")
    return render_template(
        "mau_form.html",
        file=file,
        text=text,
        verdict=seen,
        notice=notice,
        page=page,
        action=ACTION,
        note=note,
        note_chars=MAX_NOTE_CHARS,
    )
