"""The versions of a draft: listed, compared word by word, kept by hand, taken back."""

from __future__ import annotations

from flask import Blueprint, abort, flash, jsonify, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from docgen.intake.kind_files import load_kinds
from docgen.store import Draft, NotThere, Version
from docgen.web import who
from docgen.web.asked import for_script, the_draft
from docgen.web.difference import differences
from docgen.web.naming import NO_TITLE
from docgen.web.shop import store
from docgen.web.showing import data_dir, flashed, known_form
from docgen.web.times import in_full

bp = Blueprint("versions", __name__)

MAX_NAME_CHARS = 120


@bp.get("/nhap/<draft_id>/ban")
def all_versions(draft_id: str) -> str:
    """List the versions, newest first."""
    draft = the_draft(draft_id)
    found = store().drafts.versions(draft_id, owner=who.owner())
    return render_template(
        "versions.html",
        draft=draft,
        title=draft.title or NO_TITLE,
        versions=found,
        notice=flashed(),
        name_chars=MAX_NAME_CHARS,
    )


@bp.post("/nhap/<draft_id>/ban")
def keep(draft_id: str) -> Response:
    """Keep what is stored as a version, under the name ``ten`` if there is one."""
    the_draft(draft_id)
    name = " ".join(request.form.get("ten", "").split())[:MAX_NAME_CHARS]
    version = store().drafts.keep(draft_id, name=name, who=who.who(), why="giữ bằng tay", owner=who.owner())
    if for_script():
        return jsonify(number=version.number, name=version.name)
    flash(f"Đã giữ phiên bản {version.number}{f' “{name}”' if name else ''}.", "well")
    return redirect(url_for("versions.all_versions", draft_id=draft_id), 303)


@bp.get("/nhap/<draft_id>/ban/<int:number>")
def difference(draft_id: str, number: int) -> str:
    """Show what changed from a version to the present state, or (``?voi=truoc``) what it changed itself."""
    draft = the_draft(draft_id)
    version = _version(draft, number)
    form = known_form(load_kinds(data_dir()), draft.loai)
    earlier = _earlier(draft, number)
    backwards = request.args.get("voi") == "truoc" and earlier is not None
    if backwards and earlier is not None:
        old, new = earlier.pairs, version.pairs
        names = (_called(earlier), _called(version))
    else:
        old, new = version.pairs, draft.pairs
        names = (_called(version), f"bản hiện tại ({in_full(draft.changed)})")
    return render_template(
        "difference.html",
        draft=draft,
        title=draft.title or NO_TITLE,
        version=version,
        earlier=earlier,
        backwards=backwards,
        names=names,
        changed=differences(form, old, new),
    )


@bp.post("/nhap/<draft_id>/ban/<int:number>/lay-lai")
def restore(draft_id: str, number: int) -> Response:
    """Make a version the present state; the present one becomes a version first."""
    draft = the_draft(draft_id)
    _version(draft, number)
    restored = store().drafts.restore(draft_id, number, who=who.who(), owner=who.owner())
    if for_script():
        return jsonify(revision=restored.revision, title=restored.title)
    flash(f"Đã lấy lại phiên bản {number}. Bản trước đó vẫn được giữ trong mục Các phiên bản.", "well")
    return redirect(url_for("drafts.show", draft_id=draft_id), 303)


def _version(draft: Draft, number: int) -> Version:
    try:
        return store().drafts.version(draft.id, number, owner=who.owner())
    except NotThere:
        abort(404)


def _earlier(draft: Draft, number: int) -> Version | None:
    """Find the version before one, as far as it is still kept."""
    numbers = [each.number for each in store().drafts.versions(draft.id, owner=who.owner()) if each.number < number]
    try:
        return store().drafts.version(draft.id, max(numbers), owner=who.owner()) if numbers else None
    except NotThere:
        # Thinned out in this very moment.
        return None


def _called(version: Version) -> str:
    name = f" “{version.name}”" if version.name else ""
    return f"phiên bản {version.number}{name} ({in_full(version.when)})"
