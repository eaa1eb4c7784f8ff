"""The Flask app, built from its configuration; nothing is kept outside of it."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from typing import Any

from flask import Flask

from docgen.data_dir import DataDir, find
from docgen.intake.source import MAX_BYTES
from docgen.store import Store
from docgen.web import (
    accounts,
    arrived,
    compress,
    conversion,
    downloads,
    drafts,
    failing,
    guard,
    job_beginning,
    job_runner,
    jobs,
    judging,
    listing,
    loai_moi,
    mau,
    mau_file,
    mau_form,
    mau_verdicts,
    mau_version,
    office_of_draft,
    offices,
    placenames,
    preview,
    routes,
    security,
    shelf,
    shop,
    showing,
    start,
    versions,
)

# As much as a data file may hold; around each of 5,000 inputs a browser writes some 150 bytes of its own.
MAX_BODY_BYTES = MAX_BYTES + 1_000_000
# Flask's usual 1,000 inputs are too few for a plan with hundreds of rows. What is beyond the intake's own 5,000 but
# within this is refused by the intake, beside everything that was typed.
MAX_INPUTS = 20_000
# A form may stay open for a working day.
TOKEN_SECONDS = 12 * 3600


def create_app(data_dir: Path | DataDir | None = None, *, store: Store | None = None, **config: Any) -> Flask:
    """Build the form as a WSGI app.

    data_dir: where forms and templates are; found as :func:`docgen.data_dir.find` says when left out.
    store: drafts, offices and accounts; left out, the one of DOCGEN_DB is opened when it is first needed. The templates
    and forms of its shelf stand in place of those of the data folder.
    config: Flask settings that differ from ours. Whoever serves the app to other machines sets
    ``DOCGEN_LOOPBACK_ONLY=False``, and perhaps TRUSTED_HOSTS, the names by which it is called.
    Raises Unusable when the data folder is none.
    """
    data = shelf.over(data_dir if isinstance(data_dir, DataDir) else find(data_dir), store)
    app = Flask("docgen.web", template_folder="pages", static_folder="static")
    app.config.from_mapping(
        # Without a secret of the office's own, tokens are good until the server stops; the form survives that.
        SECRET_KEY=os.environ.get("DOCGEN_SECRET") or secrets.token_hex(32),
        SESSION_COOKIE_NAME="docgen",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        MAX_CONTENT_LENGTH=MAX_BODY_BYTES,
        MAX_FORM_MEMORY_SIZE=MAX_BODY_BYTES,
        MAX_FORM_PARTS=MAX_INPUTS,
        WTF_CSRF_TIME_LIMIT=TOKEN_SECONDS,
    )
    for switch in (guard.LOGIN, security.HTTPS):
        app.config[switch] = os.environ.get(switch) == "1"
    app.config.from_mapping(config)
    app.jinja_options = {"trim_blocks": True, "lstrip_blocks": True}
    app.extensions[showing.DATA] = data
    shop.keep_shop(app, store, lambda opened: shelf.lay_out(app, opened))
    preview.keep_preview(app)
    mau_verdicts.keep_verdicts(app)
    job_runner.keep_runner(app, data)
    security.protect(app, guard.require_login)
    compress.answer_compressed(app)
    failing.tell_failures(app)
    accounts.open_accounts(app)
    app.register_blueprint(routes.bp)
    app.register_blueprint(listing.bp)
    app.register_blueprint(start.bp)
    app.register_blueprint(arrived.bp)
    app.register_blueprint(drafts.bp)
    app.register_blueprint(judging.bp)
    app.register_blueprint(downloads.bp)
    app.register_blueprint(versions.bp)
    app.register_blueprint(conversion.bp)
    app.register_blueprint(offices.bp)
    app.register_blueprint(office_of_draft.bp)
    app.register_blueprint(placenames.bp)
    app.register_blueprint(preview.bp)
    app.register_blueprint(job_beginning.bp)
    app.register_blueprint(jobs.bp)
    app.register_blueprint(mau.bp)
    app.register_blueprint(mau_file.bp)
    app.register_blueprint(mau_version.bp)
    app.register_blueprint(mau_form.bp)
    app.register_blueprint(loai_moi.bp)
    return app
