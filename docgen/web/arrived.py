"""What an import recognised, doubted and left over, shown when a draft has just begun, and later on demand."""

from __future__ import annotations

from flask import Blueprint, redirect, render_template, url_for
from werkzeug.wrappers import Response

from docgen.store import NotThere
from docgen.web import arrival_report, who
from docgen.web.asked import the_draft
from docgen.web.shop import store

bp = Blueprint("arrived", __name__)


@bp.get("/nhap/<draft_id>/nhap-vao")
def show(draft_id: str) -> str | Response:
    """Show the report of an import; a draft that began otherwise has none, and its form is shown instead."""
    draft = the_draft(draft_id)
    form_page = url_for("drafts.show", draft_id=draft.id)
    try:
        report = store().drafts.report(draft.id, owner=who.owner())
    except NotThere:
        report = ""
    if not report:
        return redirect(form_page)
    told = arrival_report.parse(report)
    topics = [
        (topic, *arrival_report.TOPICS[topic], told.lines[topic])
        for topic in arrival_report.TOPICS
        if told.lines.get(topic)
    ]
    return render_template("arrived.html", draft=draft, told=told, topics=topics, form_page=form_page)
