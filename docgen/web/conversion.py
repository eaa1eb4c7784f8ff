"""Small conversions the form's scripts ask for: an amount in words."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from docgen.vietnamese.numbers import doc_tien
from docgen.vietnamese.refusal import RefusedError

bp = Blueprint("conversion", __name__)

_LONGEST = 100
_NO_NUMBER = "Chưa ghi số."
_TOO_LONG = "Số quá dài để đọc thành chữ."


@bp.post("/doi/bang-chu")
def in_words() -> tuple[Response, int]:
    """Say an amount in đồng in words: ``{"so": "390.000.000"}`` → ``{"chu": "Ba trăm chín mươi triệu đồng"}``.

    The number is a text in Vietnamese digits; one that cannot be read is answered 422 with ``why``, a Vietnamese
    sentence for the user.
    """
    asked = request.get_json(silent=True)
    text = asked.get("so") if isinstance(asked, dict) else None
    if not isinstance(text, str):
        return jsonify(why=_NO_NUMBER), 422
    if len(text) > _LONGEST:
        return jsonify(why=_TOO_LONG), 422
    try:
        return jsonify(chu=doc_tien(text)), 200
    except RefusedError as refused:
        return jsonify(why=str(refused)), 422
