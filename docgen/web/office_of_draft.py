"""What a draft takes from the profile of its office, for the script that puts it in."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, Response, jsonify

from docgen.intake.kind_files import load_kinds
from docgen.standards.choose import STANDARDS
from docgen.store import NotThere, Office
from docgen.web import who
from docgen.web.asked import json_body, no, the_draft
from docgen.web.choosing import heading_for
from docgen.web.office_form import KEEP, called, office_form, signature
from docgen.web.office_notes import signer_notes
from docgen.web.shop import store
from docgen.web.showing import data_dir
from docgen.web.typed import read_typed

bp = Blueprint("office_of_draft", __name__)


@bp.get("/nhap/<draft_id>/ho-so")
def show(draft_id: str) -> Response:
    """Give what the draft's office has to put in."""
    return jsonify(_to_put_in(the_draft(draft_id).office))


@bp.post("/nhap/<draft_id>/ho-so")
def choose(draft_id: str) -> Response:
    """Say for which office a draft is: ``{"co_quan": id}``, ``""`` for none; the answer is that office's."""
    draft = the_draft(draft_id)
    office = json_body().get("co_quan")
    if not isinstance(office, str):
        return no(400, "docgen không hiểu yêu cầu vừa gửi: “co_quan” phải là mã của một hồ sơ.")
    try:
        store().drafts.choose_office(draft.id, office, owner=who.owner())
    except NotThere:
        return no(404, "Hồ sơ cơ quan này không còn nữa.")
    return jsonify(_to_put_in(office))


def _to_put_in(office_id: str) -> dict[str, Any]:
    """Answers are (name of the input, text); the offices to choose from come with it."""
    offices = store().offices.all()
    office = next((each for each in offices if each.id == office_id), Office())
    return {
        "co_quan": office.id,
        "ten": office.name,
        "danh_sach": [{"id": each.id, "ten": each.name} for each in offices],
        "tra_loi": [*office.pairs, *([(KEEP, office.luu)] if office.luu else [])],
        "nguoi_ky": _signers(office),
        "nhom_nhan": [{"ten": group.name, "noi": list(group.lines)} for group in office.recipients],
        "can_cu": list(office.bases),
    }


def _signers(office: Office) -> list[dict[str, Any]]:
    the_thuc, _ = heading_for(read_typed(office.pairs, office_form(load_kinds(data_dir()))))
    lines = dict(office.pairs).get("co_quan.ten", "").split("\n")
    found = []
    for signer in office.signers:
        answers = signature(signer)
        fields = {name.removeprefix("ky."): text for name, text in answers}
        notes = signer_notes(STANDARDS[the_thuc], lines, fields) if the_thuc else ()
        told = [f"{note.loi} {note.sua}".strip() for note in notes]
        found.append({"ten": called(signer), "tra_loi": answers, "nhac": told})
    return found
