"""Names of places for the box that completes them."""

from __future__ import annotations

from datetime import date

from flask import Blueprint, Response, jsonify, request

from docgen import places
from docgen.vietnamese.dates import parse_date

bp = Blueprint("placenames", __name__)


@bp.get("/dia-danh")
def found() -> Response:
    """Answer ``?q=`` with at most twenty places, the best first.

    Each has ``ten``, ``cap`` and ``tinh`` (the province, ``""`` for one itself), and ``ghi``: how it is written
    before the date, the likelier way first. ``?ngay=``: the date of the paper as typed; today while it is unknown.
    """
    day = _day(request.args.get("ngay", ""))
    listed = places.at(day)
    answer = []
    for place in listed.search(request.args.get("q", "")):
        inside = listed.province(place)
        answer.append(
            {
                "ten": place.ten,
                "cap": place.cap,
                "tinh": inside.ten_day_du if inside else "",
                "ghi": list(places.dia_danh(place)),
            }
        )
    return jsonify(answer)


def _day(typed: str) -> date | None:
    """Read the date of the paper; a month or a year stands for its last day, and older than the list for no day."""
    try:
        year, month, day = parse_date(typed)
        read = date(year, month or 12, day or (28 if month else 31))
    except ValueError:
        return None
    return read if places.at(read).places else None
