"""What a request asks for: which draft, by whom, as a page or for a script; what a JSON body holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from flask import Response, abort, current_app, jsonify, make_response, request

from docgen.store import Draft, NotThere
from docgen.web import who
from docgen.web.shop import store
from docgen.web.showing import typed_pairs

WHY = "why"
"""The key of the Vietnamese sentence in every JSON answer that says no."""


def the_draft(draft_id: str) -> Draft:
    """Find a draft of whoever asks; one that is not there and one of somebody else's are the same 404."""
    try:
        return store().drafts.get(draft_id, owner=who.owner())
    except NotThere:
        abort(404)


def for_script() -> bool:
    """Tell whether a script asks and wants JSON, and not somebody opening a page.

    A script that posts the form as a browser would gets what a browser would get.
    """
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        return True
    if request.mimetype in {"multipart/form-data", "application/x-www-form-urlencoded"}:
        return False
    return request.is_json or request.headers.get("Sec-Fetch-Dest") == "empty"


def no(code: int, why: str, **more: Any) -> Response:
    """Answer a script that something cannot be done, and why."""
    return make_response(jsonify({WHY: why, **more}), code)


def json_body() -> Mapping[str, Any]:
    """Read the JSON object of the body; an empty body is an empty object. Answers 400 for anything else."""
    if not request.get_data(cache=True):
        return {}
    try:
        body = request.get_json(force=True)
    except RecursionError:
        _refuse(400, _NOT_JSON)
    if not isinstance(body, dict):
        _refuse(400, _NOT_JSON)
    return body


def json_pairs(body: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Take the typed pairs out of a body: ``[[name, value], …]``.

    Answers 400 when they are none or hold half a letter (a lone surrogate, which no file and no store can keep), with
    its place; 413 when they are too many.
    """
    given = body.get("pairs")
    if not isinstance(given, list) or not all(_is_pair(each) for each in given):
        _refuse(400, _NO_PAIRS)
    if len(given) > (current_app.config["MAX_FORM_PARTS"] or 0):
        _refuse(413, f"Biểu có quá nhiều ô (hơn {current_app.config['MAX_FORM_PARTS']}) nên chưa lưu được.")
    pairs = [(str(name), str(value)) for name, value in given]
    for name, value in pairs:
        for text in (name, value):
            at = _half_letter(text)
            if at is not None:
                told = name.encode("utf-8", "replace").decode()[:80]
                _refuse(400, f"Ô “{told}”, ký tự thứ {at + 1} là nửa chữ bị hỏng, không lưu được. Xin xóa ký tự ấy.")
    return typed_pairs(pairs)


def _is_pair(each: Any) -> bool:
    return isinstance(each, list) and len(each) == 2 and all(isinstance(part, str) for part in each)


def _half_letter(text: str) -> int | None:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError as error:
        return error.start
    return None


def _refuse(code: int, why: str) -> NoReturn:
    abort(no(code, why))


_NOT_JSON = "docgen không hiểu yêu cầu vừa gửi: nội dung không phải là một đối tượng JSON."
_NO_PAIRS = "docgen không hiểu yêu cầu vừa gửi: “pairs” phải là danh sách các cặp [tên ô, nội dung]."
