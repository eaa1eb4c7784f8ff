"""Profiles of offices: the list, the form of one, as a file and back."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

from flask import Blueprint, Response, abort, flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from docgen.errors import InputFaults
from docgen.files import file_name
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Form
from docgen.store import NotThere, Office, OfficeOvertaken
from docgen.web.attaching import attached
from docgen.web.building import BLANK_KEY, build_page
from docgen.web.choosing import heading_for
from docgen.web.moves import move
from docgen.web.office_file import MAX_BYTES, read_office, write_office
from docgen.web.office_form import FILES, office_form, office_of, pairs_of_office
from docgen.web.office_notes import file_example, said_of
from docgen.web.placing import Said
from docgen.web.shop import store
from docgen.web.showing import ACTION, REVISION, Notice, data_dir, flashed, posted_pairs
from docgen.web.times import in_full
from docgen.web.typed import Typed, read_typed

bp = Blueprint("offices", __name__)

JSON = "application/json"


@bp.get("/co-quan")
def listed() -> str:
    """List the profiles."""
    return _list(flashed())


@bp.get("/co-quan/moi")
def fresh() -> str:
    """Show the form of a new profile."""
    form = _form()
    return _shown(form, read_typed((), form), Office())


@bp.post("/co-quan/moi")
def create() -> AnyResponse:
    """Obey a button of the form of a new profile."""
    return _obey(Office())


@bp.get("/co-quan/<office_id>")
def show(office_id: str) -> str:
    """Show the form of a profile, with what is doubted about it."""
    office, form = _office(office_id), _form()
    typed = read_typed(pairs_of_office(office), form)
    return _shown(form, typed, office, _notes(typed), flashed())


@bp.post("/co-quan/<office_id>")
def change(office_id: str) -> AnyResponse:
    """Obey a button of the form of a profile."""
    return _obey(_office(office_id))


@bp.get("/co-quan/<office_id>/xoa")
def ask_deleting(office_id: str) -> str:
    """Ask once before a profile is removed, and say what hangs on it."""
    office = _office(office_id)
    drafts = store().drafts
    used = sum(drafts.listing(office=office.id, archived=archived, count=1).total for archived in (False, True))
    return render_template("office_delete.html", office=office, used=used)


@bp.post("/co-quan/<office_id>/xoa")
def delete(office_id: str) -> AnyResponse:
    """Remove a profile; its drafts stay."""
    office = _office(office_id)
    store().offices.delete(office.id)
    flash(f"Đã xóa hồ sơ “{office.name}”.", "well")
    return redirect(url_for("offices.listed"), 303)


@bp.get("/co-quan/<office_id>/tep")
def export(office_id: str) -> Response:
    """Give a profile as a file."""
    office = _office(office_id)
    return attached(write_office(office), JSON, file_name(["Hồ sơ", office.name], ".json"))


@bp.post("/co-quan/nhap")
def bring_in() -> AnyResponse:
    """Take a profile from a file; it becomes a new one, also when one of that name is there."""
    upload = request.files.get("tep")
    if upload is None or not upload.filename:
        return make_response(_list(Notice("Xin chọn tệp hồ sơ trước.", "trouble", focus=True)), 422)
    with closing(upload):
        data = upload.stream.read(MAX_BYTES + 1)
    try:
        office = store().offices.save(read_office(data, _form()))
    except InputFaults as error:
        text = " ".join(f"{fault}" for fault in error.faults)
        return make_response(_list(Notice(f"Chưa lấy được hồ sơ. {text}", "trouble", focus=True)), 422)
    flash(f"Đã lấy vào hồ sơ “{office.name}”. Xin xem lại rồi dùng.", "well")
    return redirect(url_for("offices.show", office_id=office.id), 303)


def _obey(office: Office) -> AnyResponse:
    form = _form()
    typed = read_typed(posted_pairs(), form)
    action = request.form.get(ACTION, "")
    known = request.form.get(REVISION, "")
    stored = office.revision
    revision = int(known[:18]) if known.isascii() and known.isdigit() else stored
    moved = move(typed, action, form)
    if moved is not None:
        page = _shown(form, moved.typed, office, notice=Notice(moved.said), focus=moved.focus, revision=revision)
        return make_response(page)
    if action != "luu":
        return make_response(_shown(form, typed, office, _notes(typed), _CHECKED, revision=revision))
    wanted = office_of(typed, office, form)
    try:
        saved = store().offices.save(replace(wanted, revision=revision))
    except OfficeOvertaken as error:
        notice = Notice(_OVERTAKEN.format(when=in_full(error.stored.changed)), "trouble", focus=True)
        return make_response(_shown(form, typed, office, notice=notice, revision=error.stored.revision), 409)
    except InputFaults as error:
        text = " ".join(f"{fault.loi} {fault.sua}" for fault in error.faults)
        return make_response(_shown(form, typed, office, notice=Notice(text, "trouble", focus=True)), 422)
    except NotThere:
        abort(404)
    flash(f"Đã lưu hồ sơ “{saved.name}”.", "well")
    return redirect(url_for("offices.show", office_id=saved.id), 303)


def _office(office_id: str) -> Office:
    try:
        return store().offices.get(office_id)
    except NotThere:
        abort(404)


def _form() -> Form:
    return office_form(load_kinds(data_dir()))


def _notes(typed: Typed) -> Said:
    return said_of(typed, heading_for(typed)[0])


def _list(notice: Notice | None) -> str:
    offices = [
        {
            "office": office,
            "issuer": " ".join(dict(office.pairs).get("co_quan.ten", "").split()),
            "holds": _holds(office),
        }
        for office in store().offices.all()
    ]
    return render_template("offices.html", offices=offices, notice=notice)


def _holds(office: Office) -> str:
    counts = (
        (len(office.signers), "người ký"),
        (len(office.recipients), "nhóm nơi nhận"),
        (len(office.bases), "căn cứ"),
    )
    return ", ".join(f"{count} {what}" for count, what in counts if count) or "chưa có người ký, nơi nhận, căn cứ"


def _shown(
    form: Form,
    typed: Typed,
    office: Office,
    said: Said | None = None,
    notice: Notice | None = None,
    *,
    focus: str = "",
    revision: int | None = None,
) -> str:
    the_thuc, sentence = heading_for(typed)
    return render_template(
        "office.html",
        page=build_page(form, typed, the_thuc, sentence, said or Said(), focus),
        notice=notice,
        action=ACTION,
        blank_key=BLANK_KEY,
        office=office,
        revision=office.revision if revision is None else revision,
        example=file_example(typed.single.get(FILES, ""), typed.single),
        files=FILES,
    )


_CHECKED = Notice("Chưa lưu. Những chỗ nên xem lại, nếu có, được ghi cạnh từng ô.", focus=True)
_OVERTAKEN = (
    "Hồ sơ này vừa được lưu ở một cửa sổ khác lúc {when}, nên nội dung dưới đây chưa được lưu. "
    "Bấm Lưu lần nữa thì nội dung dưới đây thay cho bản kia."
)
