"""A new kind of paper from a finished one: upload, decide, try, put to use."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import Any, Final

from flask import Blueprint, Response, abort, flash, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound, RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from docgen import package
from docgen.data_dir import DataDir
from docgen.errors import DocgenError, Fault, InputFaults, Unusable
from docgen.intake.kind_files import load_kinds
from docgen.intake.read import read_text
from docgen.kinds import Form, answer
from docgen.kinds.form import form_of
from docgen.preview import NotKept, Stale
from docgen.web import guard, shelf, who
from docgen.web.attaching import DOCX, attached
from docgen.web.building import build_page
from docgen.web.choosing import heading_for
from docgen.web.loai_moi_files import Waiting, begin, find
from docgen.web.loai_moi_post import decided
from docgen.web.loai_moi_view import KINDS, Trial, commons, stretches
from docgen.web.making import told_outside
from docgen.web.placing import Said
from docgen.web.preview import previews
from docgen.web.security import from_this_site
from docgen.web.shop import store
from docgen.web.showing import ACTION, Notice, data_dir, flashed
from docgen.web.typed import read_typed
from docgen.workshop.newkind.base import BASE_KIND
from docgen.workshop.newkind.kind import NewKind, new_kind
from docgen.workshop.newkind.proposal import Proposal
from docgen.workshop.newkind.propose import propose
from docgen.workshop.newkind.seen import Seen, see
from docgen.workshop.newkind.told import said

bp = Blueprint("loai_moi", __name__)

MAX_BODY_BYTES: Final = package.MAX_FILE_BYTES + 1_000_000
MAX_DECISION_BYTES: Final = 5_000_000
_WIDTH: Final = 800
# Reading a paper and trying a kind take a processor for seconds.
_working = threading.BoundedSemaphore(1)


@bp.url_value_preprocessor
def _make_room(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    if endpoint == "loai_moi.send":
        request.max_content_length = MAX_BODY_BYTES
    elif endpoint == "loai_moi.answer_page":
        request.max_content_length = MAX_DECISION_BYTES


@bp.get("/mau/moi")
@guard.only("giu-mau")
def ask() -> str:
    """Ask for the finished paper."""
    return _begun()


@bp.post("/mau/moi")
@guard.only("giu-mau")
def send() -> AnyResponse:
    """Read the paper and propose; what is proposed stands on a page of its own."""
    sent = request.files.get("tep")
    name = " ".join(request.form.get("ten_loai", "").split())[:200]
    if sent is None or not sent.filename:
        return make_response(_begun(["Chưa chọn tệp. Xin chọn văn bản Word rồi bấm lại."], name), 422)
    data, ten = sent.read(), sent.filename
    try:
        with _working:
            proposal = propose(see(data, data_dir(), ten=ten), ten_loai=name)
        waiting = begin(data, ten, _free(proposal))
    except DocgenError as error:
        return make_response(_begun(_sentences(error), name), 422)
    return redirect(url_for("loai_moi.show", made_id=waiting.id), 303)


@bp.get("/mau/moi/<made_id>")
@guard.only("giu-mau")
def show(made_id: str) -> str:
    """Show what was seen and what it becomes."""
    waiting = find(made_id)
    return _page(waiting, waiting.proposal, notice=flashed())


@bp.post("/mau/moi/<made_id>")
@guard.only("giu-mau")
def answer_page(made_id: str) -> AnyResponse:
    """Keep what was decided, try it, or put it to use."""
    waiting = find(made_id)
    action = request.form.get(ACTION, "luu")
    with _working:
        seen = _seen(waiting, waiting.proposal)
    words = {place.so: seen.words(place) for place in seen.places}
    try:
        proposal = decided(request.form, waiting.proposal, words)
    except InputFaults as error:
        return make_response(_page(waiting, waiting.proposal, seen=seen, faults=_sentences(error)), 422)
    waiting.keep(proposal)
    if action == "luu":
        return redirect(url_for("loai_moi.show", made_id=made_id), 303)
    try:
        with _working:
            kind = new_kind(waiting.paper, proposal, _base(), ten=waiting.ten)
    except DocgenError as error:
        return make_response(_page(waiting, proposal, seen=seen, faults=_sentences(error)), 422)
    if action == "tai-mau":
        name = f"{proposal.loai}.{proposal.the_thuc}.docx"
        return attached(kind.files[f"templates/{name}"], DOCX, name)
    if action == "dua-vao-dung":
        return _put_to_use(waiting, kind, seen)
    return make_response(
        _page(waiting, proposal, seen=seen, trial=_trial(waiting, kind)), 200 if kind.is_usable else 422
    )


@bp.get("/mau/moi/<made_id>/trang/<int:number>.png")
@guard.only("giu-mau")
def picture(made_id: str, number: int) -> Response:
    """Give the picture of a page of the paper made anew."""
    key = find(made_id).pages()
    if key is None:
        abort(404)
    try:
        response = Response(previews().picture(key, number, _WIDTH), mimetype="image/png")
    except NotKept:
        abort(404)
    response.cache_control.no_store = True
    return response


@bp.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> AnyResponse:
    loi = f"Tệp lớn quá {package.MAX_FILE_BYTES // 2**20} MB, docgen không nhận."
    return make_response(_begun([loi]), 413)


@bp.errorhandler(CSRFError)
def _expired(error: CSRFError) -> AnyResponse:
    """Show the page again with everything that was decided on it, and a new token."""
    if not from_this_site(request):
        raise NotFound from error
    loi = "Trang này mở đã lâu nên lần bấm vừa rồi chưa được thực hiện. Xin xem lại rồi bấm lần nữa."
    made_id = (request.view_args or {}).get("made_id")
    if made_id is None:
        return make_response(_begun([loi]), 400)
    waiting = find(made_id)
    seen = _seen(waiting, waiting.proposal)
    words = {place.so: seen.words(place) for place in seen.places}
    try:
        proposal = decided(request.form, waiting.proposal, words)
    except InputFaults as error:
        return make_response(_page(waiting, waiting.proposal, seen=seen, faults=[loi, *_sentences(error)]), 400)
    return make_response(_page(waiting, proposal, seen=seen, faults=[loi]), 400)


def _put_to_use(waiting: Waiting, kind: NewKind, seen: Seen) -> AnyResponse:
    proposal = kind.proposal
    taken = _taken(proposal.loai)
    if taken or not kind.is_usable:
        faults = [taken] if taken else []
        return make_response(
            _page(waiting, proposal, seen=seen, faults=faults, trial=_trial(waiting, kind)), 409 if taken else 422
        )
    note = f"Dựng từ {waiting.ten}"[:200]
    try:
        kept = [store().shelf.add(ten, data, who=who.who(), note=note) for ten, data in kind.files.items()]
        shelf.put_to_use([(one.ten, one.number) for one in kept])
    except DocgenError as error:
        return make_response(_page(waiting, proposal, seen=seen, faults=_sentences(error)), 422)
    flash(f"Đã thêm loại {proposal.ten_loai_thuong}. Mẫu và biểu sửa tiếp được ở đây.", "well")
    return redirect(url_for("mau_file.show", address=proposal.loai), 303)


def _free(proposal: Proposal) -> Proposal:
    """Give the kind a code nobody has, and a name to choose it by when another has its own."""
    name = proposal.ten_loai_thuong
    try:
        same = any(form.ten_loai_thuong == name for form in load_kinds(data_dir()))
    except DocgenError:
        same = False
    code, number = proposal.loai, 1
    while _taken(proposal.loai):
        number += 1
        proposal = proposal.model_copy(update={"loai": f"{code}-{number}"})
    return proposal.model_copy(update={"ten_chon": f"{name} ({proposal.loai})"}) if same else proposal


def _taken(loai: str) -> str:
    """Say that a code is in use; "" when it is free."""
    try:
        form = load_kinds(data_dir()).forms.get(loai)
    except DocgenError:
        return "" if not data_dir().form(loai).exists() else f"Mã loại {loai} đã có biểu."
    if form is None and loai != "moi":
        return ""
    name = form.ten_loai_thuong if form else "trang này"
    return f"Mã loại “{loai}” đã dùng cho {name}. Xin đặt mã khác."


def _base() -> DataDir:
    """The data folder without what stands over it: new templates are drawn from docgen's own."""
    return replace(data_dir(), over=None)


def _seen(waiting: Waiting, proposal: Proposal) -> Seen:
    return see(waiting.paper, _base(), ten=waiting.ten, ten_loai=proposal.ten_loai, ky_hieu=proposal.ky_hieu)


def _trial(waiting: Waiting, kind: NewKind) -> Trial:
    trial = Trial(
        usable=kind.is_usable,
        same=kind.proof.same and bool(kind.docx),
        loi=tuple(str(fault) for fault in kind.loi),
        remarks=tuple((remark.muc, said(remark)) for remark in kind.remarks),
        words=tuple(f"{fault.noi}: {fault.loi}" for fault in (*kind.proof.thieu, *kind.proof.thua)),
        form=_form_page(kind),
    )
    if not kind.docx:
        return trial
    service, window = previews(), f"loai-moi {waiting.id}"
    try:
        found = service.pages(kind.docx, window, service.ticket(window), who.who() or window)
    except Stale:
        return replace(trial, no_pages="Lần thử này đã có lần mới hơn.")
    except Unusable as error:
        return replace(trial, no_pages=" ".join(_sentences(error)))
    waiting.keep_pages(found.key)
    return replace(trial, pages=len(found.sizes))


def _form_page(kind: NewKind) -> object | None:
    """Build the page of the new form, without answers; None while it has faults."""
    try:
        form: Form = form_of(read_text(kind.files[f"forms/{kind.proposal.loai}.yaml"].decode()).raw)
    except DocgenError:
        return None
    typed = read_typed((), form)
    the_thuc, sentence = heading_for(typed)
    return build_page(form, typed, the_thuc, sentence, Said())


def _begun(refusal: list[str] | None = None, name: str = "") -> str:
    return render_template(
        "loai_moi.html", refusal=refusal or [], name=name, max_mb=package.MAX_FILE_BYTES // 2**20, notice=flashed()
    )


def _page(
    waiting: Waiting,
    proposal: Proposal,
    *,
    seen: Seen | None = None,
    faults: list[str] | None = None,
    trial: Trial | None = None,
    notice: Notice | None = None,
) -> str:
    if seen is None:
        with _working:
            seen = _seen(waiting, proposal)
    common = {place.so: place.ten for place in seen.places if place.way == "chung"}
    words = {place.so: seen.words(place) for place in seen.places}
    said_by_paper = {one.ten: bool(answer(seen.raw, one.ten)) for one in proposal.chung}
    labels = {one.ten: one.nhan for one in load_kinds(_base()).get(BASE_KIND).questions()}
    return render_template(
        "loai_moi_de_xuat.html",
        waiting=waiting,
        proposal=proposal,
        stretches=stretches(proposal, common),
        words=words,
        commons=commons(proposal, labels, said_by_paper),
        kinds=KINDS,
        faults=faults or [],
        trial=trial,
        action=ACTION,
        notice=notice,
    )


def _sentences(error: DocgenError) -> list[str]:
    return [_sentence(fault) for fault in told_outside(error, data_dir())]


def _sentence(fault: Fault) -> str:
    where = f"{fault.noi}: " if fault.noi else ""
    return f"{where}{fault.loi} {fault.sua}".strip()
