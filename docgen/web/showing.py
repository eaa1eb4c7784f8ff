"""The page of a form for whatever is typed: the same for a draft and for a form that is only posted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, cast

from flask import abort, current_app, get_flashed_messages, render_template, request, url_for

from docgen.data_dir import DataDir
from docgen.kinds import Form, Kinds
from docgen.store import Draft
from docgen.web.building import BLANK_KEY, build_page
from docgen.web.choosing import heading_for
from docgen.web.placing import Said
from docgen.web.shop import store
from docgen.web.typed import Typed

DATA = "docgen"
"""Where the app keeps its data folder, among Flask's extensions."""

ACTION = "lam"
"""The name of the buttons; their value says what to do: ``kiem-tra``, ``tai-ve``, ``cap-nhat``, ``them:can_cu`` …"""

REVISION = "revision"
FORCE = "force"
"""Hidden inputs of the form of a draft: which revision it shows, and that it may go over a newer one."""

NOT_TYPED = frozenset({ACTION, REVISION, FORCE, "csrf_token", "loai"})

Tone = Literal["well", "told", "trouble"]


@dataclass(frozen=True)
class Notice:
    """A sentence above the form. focus: whether to stand on it; href and link: a link behind the sentence."""

    text: str
    tone: Tone = "told"
    focus: bool = False
    href: str = ""
    link: str = ""


@dataclass(frozen=True)
class DraftForm:
    """What the form page needs to know of its draft. force: its buttons may go over a newer revision."""

    draft: Draft
    force: bool = False


def data_dir() -> DataDir:
    """Find the data folder of the running app."""
    found: DataDir = current_app.extensions[DATA]
    return found


def known_form(kinds: Kinds, loai: str) -> Form:
    """Give the form of a kind; answers 404 for a kind there is none of."""
    if kinds.unknown(loai):
        abort(404)
    return kinds.get(loai)


def posted_pairs() -> list[tuple[str, str]]:
    """Take what was typed. Werkzeug keeps the order of the names, and of the values of one name."""
    return typed_pairs(request.form.items(multi=True))


def typed_pairs(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Leave out what is not typed: token, button, kind, revision; line breaks become plain ones."""
    return [(name, value.replace("\r\n", "\n").replace("\r", "\n")) for name, value in pairs if name not in NOT_TYPED]


def flashed() -> Notice | None:
    """Take what a request before this one left to be told: flask.flash(text, tone)."""
    messages = cast("list[tuple[str, str]]", get_flashed_messages(with_categories=True))
    if not messages:
        return None
    tones: dict[str, Tone] = {"well": "well", "trouble": "trouble"}
    return Notice(" ".join(text for _, text in messages), tones.get(messages[-1][0], "told"))


def shown(
    form: Form,
    typed: Typed,
    said: Said | None = None,
    notice: Notice | None = None,
    *,
    focus: str = "",
    of: DraftForm | None = None,
    alone: bool = False,
    fetch: str = "",
) -> str:
    """Write the page of a form.

    focus: id of what to stand on; of: the draft it is of, None for a form that is only posted; alone: only what
    stands within ``<main>``; fetch: address of a file the browser asks for once the page is there.
    """
    the_thuc, sentence = heading_for(typed)
    page = build_page(form, typed, the_thuc, sentence, said or Said(), focus)
    target = url_for("drafts.answer", draft_id=of.draft.id) if of else url_for("web.answer", loai=form.loai)
    return render_template(
        "form.html",
        page=page,
        notice=notice,
        action=ACTION,
        blank_key=BLANK_KEY,
        draft=of.draft if of else None,
        force=of.force if of else False,
        target=target,
        arrived=bool(of and store().drafts.report(of.draft.id)),
        alone=alone,
        fetch=fetch,
    )
