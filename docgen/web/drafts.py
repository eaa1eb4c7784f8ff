"""The form of a draft: shown, saved while it is typed, and obeyed when a button posts it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from flask import Blueprint, Response, jsonify, make_response, request, url_for

from docgen.errors import InputFaults
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Form, Kinds
from docgen.store import Draft, NotThere, Overtaken
from docgen.web import who
from docgen.web.asked import json_body, json_pairs, no, the_draft
from docgen.web.making import Outcome, make_paper
from docgen.web.moves import first_input, move
from docgen.web.naming import title_of
from docgen.web.shop import store
from docgen.web.showing import (
    ACTION,
    FORCE,
    REVISION,
    DraftForm,
    Notice,
    data_dir,
    flashed,
    known_form,
    posted_pairs,
    shown,
)
from docgen.web.times import in_full, machine
from docgen.web.typed import ONLY, Typed, read_typed, rows_name

bp = Blueprint("drafts", __name__)

CHECK = "kiem-tra"
"""Argument of the form's address: say at once what is to be mended."""

_DOWNLOADS = {"tai-ve": ("word", "Word"), "tai-pdf": ("pdf", "PDF"), "tai-du-lieu": ("data", "dữ liệu")}
Pairs = Sequence[tuple[str, str]]


@bp.get("/nhap/<draft_id>")
def show(draft_id: str) -> str:
    """Show the form of a draft with what is stored; ``?kiem-tra=1`` with what is to be mended."""
    draft = the_draft(draft_id)
    kinds = load_kinds(data_dir())
    form = known_form(kinds, draft.loai)
    typed = read_typed(draft.pairs, form)
    notice = flashed()
    if CHECK not in request.args:
        return shown(form, typed, notice=notice, of=DraftForm(draft))
    outcome = _outcome(draft.loai, draft.pairs, typed, kinds)
    return shown(form, typed, outcome.said, _told(outcome) or notice, of=DraftForm(draft))


@bp.post("/nhap/<draft_id>")
def answer(draft_id: str) -> Response:
    """Store what was typed, then obey the button that posted it; without a script this is how one works."""
    draft = the_draft(draft_id)
    kinds = load_kinds(data_dir())
    form = known_form(kinds, draft.loai)
    pairs = posted_pairs()
    action = request.form.get(ACTION, CHECK)
    moved = move(read_typed(pairs, form), action, form)
    if moved is not None:
        pairs = [*_unknown(pairs, form), *pairs_of(moved.typed, form)]
    typed = moved.typed if moved else read_typed(pairs, form)
    try:
        draft = _stored(draft, pairs)
    except Overtaken as error:
        of = DraftForm(error.stored, force=True)
        return make_response(shown(form, typed, notice=_overtaken(error.stored), of=of), 409)
    except InputFaults as error:
        known = replace(draft, revision=_known_revision() or draft.revision)
        outcome = _outcome(draft.loai, pairs, typed, kinds)
        unsaved = Notice(f"Nội dung chưa được lưu. {_first(error)}", "trouble", focus=True)
        page = shown(form, typed, outcome.said, unsaved, of=DraftForm(known, FORCE in request.form))
        return make_response(page, 422)
    of = DraftForm(draft)
    if moved is not None:
        return make_response(shown(form, typed, notice=Notice(moved.said), focus=moved.focus, of=of))
    if action in {"cap-nhat", "luu"}:
        notice = Notice(_SAVED, "well", focus=True) if action == "luu" else None
        return make_response(shown(form, typed, notice=notice, of=of))
    return _judged(draft, form, typed, kinds, action)


@bp.put("/nhap/<draft_id>")
def save(draft_id: str) -> Response:
    """Keep what is typed; the script calls this all the time.

    Nothing typed is refused, whatever it is. When somebody else saved meanwhile nothing is changed and the answer is
    409, unless ``force`` says to go over it: what was stored becomes a version then.
    """
    the_draft(draft_id)
    body = json_body()
    pairs = json_pairs(body)
    revision, force = body.get("revision"), body.get("force", False)
    if not isinstance(force, bool) or (not force and (not isinstance(revision, int) or isinstance(revision, bool))):
        return no(400, _NO_REVISION)
    try:
        saved = _put(draft_id, None if force else revision, pairs)
    except Overtaken as error:
        return no(
            409,
            _overtaken(error.stored).text,
            revision=error.stored.revision,
            changed=machine(error.stored.changed),
            who=error.stored.who,
        )
    except InputFaults as error:
        return no(400, _first(error), faults=[str(fault) for fault in error.faults])
    except NotThere:
        return no(404, _GONE)
    return jsonify(revision=saved.revision, title=saved.title, saved=machine(saved.changed))


@bp.post("/nhap/<draft_id>/trang-thai")
def state(draft_id: str) -> Response:
    """Give the inside of the form page for other pairs than are shown, or for what is stored; nothing is stored."""
    draft = the_draft(draft_id)
    body = json_body()
    pairs = json_pairs(body) if "pairs" in body else draft.pairs
    form = known_form(load_kinds(data_dir()), draft.loai)
    html = shown(form, read_typed(pairs, form), of=DraftForm(draft), alone=True)
    return jsonify(html=html, revision=draft.revision, title=title_of(pairs))


def answer_expired(draft_id: str) -> str:
    """Show the form again, with everything that was typed and a new token; nothing was stored."""
    draft = the_draft(draft_id)
    form = known_form(load_kinds(data_dir()), draft.loai)
    # The revision stays the one this window knew: what another window saved is still noticed.
    known = replace(draft, revision=_known_revision() or draft.revision)
    return shown(form, read_typed(posted_pairs(), form), notice=EXPIRED, of=DraftForm(known, FORCE in request.form))


def pairs_of(typed: Typed, form: Form) -> list[tuple[str, str]]:
    """Give the pairs the page of ``typed`` would post: rows that are still blank keep their place."""
    pairs: list[tuple[str, str]] = []
    for question in form.questions():
        if question.ten in typed.single:
            pairs.append((question.ten, typed.single[question.ten]))
        name = rows_name(question)
        for row in typed.rows.get(name, ()) if name else ():
            values = row.values or {first_input(question): ""}
            pairs += [(f"{name}[{row.key}]{f'.{con}' if con != ONLY else ''}", text) for con, text in values.items()]
    return pairs


def _unknown(pairs: Pairs, form: Form) -> list[tuple[str, str]]:
    """Keep what the form does not ask for: it is told when a paper is made, not dropped when a row moves."""
    asked = {question.ten for question in form.questions()} | {rows_name(question) for question in form.questions()}
    return [(name, value) for name, value in pairs if name.partition("[")[0] not in asked]


def _stored(draft: Draft, pairs: Pairs) -> Draft:
    """Store what a button posted. Raises Overtaken when the page it stood on is no longer the newest."""
    # The user was asked, or whoever posts knows nothing of revisions: what was there becomes a version.
    return _put(draft.id, None if FORCE in request.form else _known_revision(), pairs)


def _put(draft_id: str, revision: int | None, pairs: Pairs) -> Draft:
    """Store pairs on top of a revision, or whatever is stored (``None``)."""
    drafts, title, by, owner = store().drafts, title_of(pairs), who.who(), who.owner()
    if revision is None:
        return drafts.overwrite(draft_id, pairs, title=title, who=by, owner=owner)
    return drafts.save(draft_id, revision, pairs, title=title, who=by, owner=owner)


def _known_revision() -> int | None:
    """Read which revision the page that was posted has shown."""
    text = request.form.get(REVISION, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _judged(draft: Draft, form: Form, typed: Typed, kinds: Kinds, action: str) -> Response:
    of = DraftForm(draft)
    if action == "tai-du-lieu":
        return make_response(_fetching(of, form, typed, None, action))
    outcome = _outcome(draft.loai, draft.pairs, typed, kinds)
    if outcome.paper is None:
        page = shown(form, typed, outcome.said, _told(outcome), of=of)
        return make_response(page, 500 if outcome.trouble else 422)
    if action in _DOWNLOADS:
        return make_response(_fetching(of, form, typed, outcome, action))
    return make_response(shown(form, typed, outcome.said, WELL, of=of))


def _fetching(of: DraftForm, form: Form, typed: Typed, outcome: Outcome | None, action: str) -> str:
    """Show the page that asks for the file once it is there: it knows the new revision, unlike the one before."""
    endpoint, called = _DOWNLOADS[action]
    href = url_for(f"downloads.{endpoint}", draft_id=of.draft.id)
    notice = Notice(f"Tệp {called} đang được tải về. Nếu chưa thấy, xin bấm:", "well", True, href, f"Tải tệp {called}")
    return shown(form, typed, outcome.said if outcome else None, notice, of=of, fetch=href)


def _outcome(loai: str, pairs: Pairs, typed: Typed, kinds: Kinds) -> Outcome:
    return make_paper([("loai", loai), *pairs], typed, kinds, data_dir())


def _told(outcome: Outcome) -> Notice | None:
    return Notice(outcome.trouble, "trouble", focus=True) if outcome.trouble else None


def _first(error: InputFaults) -> str:
    """Tell the first fault; the place is the name of the input."""
    return str(error.faults[0])


def _overtaken(stored: Draft) -> Notice:
    by = stored.who
    text = (
        f"Bản nháp này vừa được lưu ở một cửa sổ khác{f' ({by})' if by else ''} lúc {in_full(stored.changed)}, nên nội "
        "dung dưới đây chưa được lưu. Bấm lại nút vừa bấm thì nội dung dưới đây được lưu; bản kia vẫn được giữ trong "
        "mục Các phiên bản."
    )
    return Notice(text, "trouble", True, url_for("drafts.show", draft_id=stored.id), "Mở bản kia")


WELL = Notice("Chưa thấy chỗ nào phải sửa. Có thể tải tệp Word.", "well", focus=True)
EXPIRED = Notice(
    "Trang này mở đã lâu hoặc docgen vừa được khởi động lại, nên lần bấm vừa rồi chưa được thực hiện. "
    "Nội dung đã gõ vẫn còn đủ dưới đây: xin bấm lại nút vừa bấm.",
    "trouble",
    focus=True,
)
_SAVED = "Đã lưu."
_GONE = "Bản nháp này không còn nữa."
_NO_REVISION = "docgen không hiểu yêu cầu vừa gửi: thiếu “revision” là số của bản đang sửa."
