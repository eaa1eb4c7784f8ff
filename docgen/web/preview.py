"""The real pages of what is typed: made, drawn, and the place of a text on them."""

from __future__ import annotations

import hashlib
import hmac
import os
import threading
from typing import Any, Final

from flask import Blueprint, Flask, Response, abort, current_app, jsonify, make_response, request

from docgen.errors import Unusable
from docgen.intake.kind_files import load_kinds
from docgen.preview import Busy, NotKept, Pages, Preview, Stale
from docgen.web.asked import json_body, json_pairs, no, the_draft
from docgen.web.making import Outcome, make_paper, make_unfinished
from docgen.web.showing import data_dir, known_form
from docgen.web.typed import read_typed
from docgen.web.who import who

bp = Blueprint("preview", __name__)

WORKERS: Final = "DOCGEN_PREVIEW_WORKERS"
"""Setting: how many LibreOffice make previews at a time, each with some 190 MB of memory."""

MOST_WORKERS: Final = 8
AGAIN_SECONDS: Final = 3
MAKING_AT_ONCE: Final = 2

_PREVIEW = "docgen.preview"
_KEY_CHARS = 64
_USUAL_WIDTH = 800
_WINDOW_CHARS = 40
# Making a paper is work for the processor: more at once would only make each of them slower.
_making = threading.BoundedSemaphore(MAKING_AT_ONCE)


def keep_preview(app: Flask, preview: Preview | None = None) -> None:
    """Give the app its previews: those that are given, or own ones, which start nothing before they are asked."""
    app.config.setdefault(WORKERS, os.environ.get(WORKERS, ""))
    app.extensions[_PREVIEW] = preview or Preview(workers=_workers(str(app.config[WORKERS])))


def previews(app: Flask | None = None) -> Preview:
    """Find the previews of an app, the running one when left out. Whoever serves the app closes them at its end."""
    found: Preview = (app or current_app).extensions[_PREVIEW]
    return found


@bp.post("/nhap/<draft_id>/xem")
def made(draft_id: str) -> Response:
    """Make the pages of the pairs that are sent, or of what is stored when none are.

    The body is ``{"pairs": [[name, value], …], "n": serial, "window": text}``, all optional; the serial comes back,
    window tells two windows on one draft apart. Answers ``{"ban", "pages", "sizes", "missing", "n"}``, missing counting
    the required answers that are not there yet and stand as labels on the pages; 409 when a newer request of the same
    window came meanwhile; 422 with the number of ``faults``; 429 when there was no turn in time; 503 when
    there is no LibreOffice, or it cannot make pages of this paper.
    """
    draft = the_draft(draft_id)
    body = json_body()
    pairs = json_pairs(body) if "pairs" in body else list(draft.pairs)
    kinds = load_kinds(data_dir())
    form = known_form(kinds, draft.loai)
    service = previews()
    window = f"{draft_id} {who()} {str(body.get('window', ''))[:_WINDOW_CHARS]}"
    ticket = service.ticket(window)
    with _making:
        # Who typed on while this waited asks again: a flood costs one paper at a time.
        if service.is_stale(window, ticket):
            return _stale()
        whole = [("loai", form.loai), *pairs]
        outcome = make_paper(whole, read_typed(pairs, form), kinds, data_dir())
        begun = make_unfinished(whole, kinds, data_dir()) if outcome.paper is None else None
    if outcome.trouble:
        return no(500, outcome.trouble)
    if outcome.paper is not None:
        begun = (outcome.paper.docx, 0)
    if begun is None:
        return make_response(jsonify(faults=_faults(outcome)), 422)
    docx, missing = begun
    try:
        pages = service.pages(docx, window, ticket, who() or draft_id)
    except Stale:
        return _stale()
    except Busy as error:
        answer = no(429, _said(error))
        answer.headers["Retry-After"] = str(AGAIN_SECONDS)
        return answer
    except Unusable as error:
        return no(503, _said(error))
    return jsonify(_told(pages, draft_id, body.get("n")) | {"missing": missing})


@bp.get("/nhap/<draft_id>/trang/<ban>/<int:number>.png")
def page(draft_id: str, ban: str, number: int) -> Response:
    """Give the picture of a page, about as wide as asked (``rong``, in pixels).

    Answers 404 when the pages are somebody else's or not kept any more; asking for them anew makes them again.
    """
    the_draft(draft_id)
    width = request.args.get("rong", _USUAL_WIDTH, type=int)
    try:
        picture = previews().picture(_key(ban, draft_id), number, width)
    except NotKept:
        abort(404)
    response = Response(picture, mimetype="image/png")
    # The address names the bytes of the paper: what is there never changes.
    response.cache_control.private = True
    response.cache_control.max_age = 24 * 3600
    response.cache_control.immutable = True
    return response


@bp.post("/nhap/<draft_id>/cho")
def place(draft_id: str) -> Response:
    """Tell where a text stands: ``{"ban", "text", "after"}`` → ``{"page", "boxes"}``, page 0 when it is not sure."""
    the_draft(draft_id)
    body = json_body()
    ban, text, after = (value if isinstance(value := body.get(name, ""), str) else "" for name in _PLACE)
    try:
        found = previews().locate(_key(ban, draft_id), text, after)
    except NotKept:
        abort(404)
    return jsonify(page=found.page, boxes=found.boxes)


_PLACE = ("ban", "text", "after")


def _stale() -> Response:
    return make_response(jsonify(stale=True), 409)


def _told(pages: Pages, draft_id: str, serial: Any) -> dict[str, Any]:
    told = {"ban": pages.key + _seal(pages.key, draft_id), "pages": len(pages.sizes), "sizes": pages.sizes}
    return told | ({"n": serial} if isinstance(serial, int) else {})


def _seal(key: str, draft_id: str) -> str:
    """Bind pages to a draft and a user: who knows what a paper says cannot guess its address."""
    secret = str(current_app.secret_key).encode()
    return hmac.new(secret, f"preview {key} {draft_id} {who()}".encode(), hashlib.sha256).hexdigest()[:32]


def _key(ban: str, draft_id: str) -> str:
    key, seal = ban[:_KEY_CHARS], ban[_KEY_CHARS:]
    if not hmac.compare_digest(seal.encode("utf-8", "replace"), _seal(key, draft_id).encode()):
        abort(404)
    return key


def _faults(outcome: Outcome) -> int:
    return sum(fault.nang == "loi" for faults in outcome.said.by_id.values() for fault in faults)


def _said(error: Unusable) -> str:
    fault = error.faults[0]
    return f"{fault.loi} {fault.sua}".strip()


def _workers(asked: str) -> int:
    return min(max(int(asked), 1), MOST_WORKERS) if asked.strip().isdecimal() else 1
