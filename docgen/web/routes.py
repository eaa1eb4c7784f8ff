"""The door without a draft: a form is posted, a paper or the form with what is to be mended comes back.

Scripts use it, and nothing is stored. People work on drafts (``docgen.web.drafts``).
"""

from __future__ import annotations

from flask import Blueprint, Response, make_response, request

from docgen.intake.kind_files import load_kinds
from docgen.web.attaching import DOCX, attached
from docgen.web.drafts import EXPIRED, WELL
from docgen.web.making import make_paper
from docgen.web.moves import move
from docgen.web.showing import ACTION, Notice, data_dir, known_form, posted_pairs, shown
from docgen.web.typed import read_typed

bp = Blueprint("web", __name__)


@bp.post("/soan/<loai>")
def answer(loai: str) -> Response:
    """Obey a button of the form: give the paper, or the form again with everything that was typed."""
    kinds = load_kinds(data_dir())
    form = known_form(kinds, loai)
    pairs = posted_pairs()
    typed = read_typed(pairs, form)
    action = request.form.get(ACTION, "kiem-tra")
    moved = move(typed, action, form)
    if moved is not None:
        return make_response(shown(form, moved.typed, notice=Notice(moved.said), focus=moved.focus))
    if action == "cap-nhat":
        return make_response(shown(form, typed))
    outcome = make_paper([("loai", form.loai), *pairs], typed, kinds, data_dir())
    if outcome.paper is None:
        notice = Notice(outcome.trouble, "trouble", focus=True) if outcome.trouble else None
        return make_response(shown(form, typed, outcome.said, notice), 500 if outcome.trouble else 422)
    if action == "tai-ve":
        return attached(outcome.paper.docx, DOCX, outcome.paper.file_name)
    return make_response(shown(form, typed, outcome.said, WELL))


def answer_expired(loai: str) -> str:
    """Show the form again, with everything that was typed and a new token."""
    form = known_form(load_kinds(data_dir()), loai)
    return shown(form, read_typed(posted_pairs(), form), notice=EXPIRED)
