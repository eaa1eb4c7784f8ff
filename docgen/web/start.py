"""How a draft begins: empty, from a sample, from another draft, from a file, or from pasted text."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from flask import Blueprint, Response, current_app, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound, RequestEntityTooLarge
from werkzeug.wrappers import Response as AnyResponse

from docgen import package
from docgen.errors import DocgenError, Fault
from docgen.intake.form import to_pairs
from docgen.intake.kind_files import load_kinds
from docgen.intake.read import read_file
from docgen.kinds import Form, Kinds
from docgen.store import Draft, NotThere, Office
from docgen.web import arrival_report, who
from docgen.web.arriving import FILE_ENDINGS, Arrival, Profile, Reception, answered, as_written, keyed
from docgen.web.making import told_outside
from docgen.web.naming import title_of
from docgen.web.office_form import pairs_for_draft
from docgen.web.security import from_this_site
from docgen.web.shop import store
from docgen.web.showing import ACTION, data_dir
from docgen.web.starting import ISSUER, beginnings, sample_standard
from docgen.web.times import ago
from docgen.web.typed import read_typed
from docgen.web.unasked import asked_only

bp = Blueprint("start", __name__)

MAX_FILE_BYTES: Final = package.MAX_FILE_BYTES
# Beside the file there is what was pasted, and what a browser writes around both.
MAX_BODY_BYTES: Final = MAX_FILE_BYTES + 7_000_000
SHOWN_DRAFTS: Final = 8

_OFFICE, _KHOI = "ho-so", "khoi"
_YEAR: Final = 365 * 24 * 3600
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Issuer:
    """Who issues the papers: an office of the store, or only its kind. value: as the page posts it."""

    value: str
    office: Office | None
    khoi: str


@dataclass(frozen=True)
class Refusal:
    """Why nothing was begun. way: the button whose way failed; "" for all of them."""

    way: str
    faults: tuple[str, ...]


@bp.url_value_preprocessor
def _make_room(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    """Let a Word file in: elsewhere far less is. This runs before anything reads the body."""
    if endpoint == "start.begin":
        request.max_content_length = MAX_BODY_BYTES


@bp.get("/moi")
def choose() -> str:
    """Show the ways to begin."""
    return _shown(load_kinds(data_dir()))


@bp.post("/moi")
def begin() -> AnyResponse:
    """Begin a draft the way that was chosen, or say beside it why that cannot be."""
    kinds = load_kinds(data_dir())
    way, _, which = request.form.get(ACTION, "tim").partition(":")
    if way == "tim":
        return make_response(_shown(kinds))
    form = _form(kinds)
    issuer = _issuer(kinds)
    try:
        if way == "chep":
            draft = store().drafts.copy(which, owner_of_copy=who.who(), owner=who.owner())
            return _opened(draft, issuer)
        if way in {"tep", "dan"}:
            reception = Reception(form, kinds, _profile(issuer, form), fresh=bool(request.form.get("moi")))
            return _arrived(_read(way, reception), issuer)
        return _opened(_blank(form, issuer, with_sample=way == "mau"), issuer)
    except NotThere:
        return _refused(kinds, Refusal(way, (_GONE,)), 404)
    except DocgenError as error:
        faults = told_outside(error, data_dir())
        return _refused(kinds, Refusal(way, tuple(_sentence(fault) for fault in faults)), 422)


@bp.errorhandler(RequestEntityTooLarge)
def _too_large(_error: RequestEntityTooLarge) -> Response:
    """Nothing of the body was read, so that there is nothing to keep."""
    loi = f"Tệp lớn quá {MAX_FILE_BYTES // 2**20} MB, docgen không nhận. Xin xem lại có chọn đúng tệp không."
    return make_response(_shown(load_kinds(data_dir()), Refusal("tep", (loi,)), {}), 413)


@bp.errorhandler(CSRFError)
def _expired(error: CSRFError) -> Response:
    """Show the page again with a new token and everything that was pasted."""
    if not from_this_site(request):
        raise NotFound from error
    return make_response(_shown(load_kinds(data_dir()), Refusal("", (_EXPIRED,))), 400)


def _read(way: str, reception: Reception) -> Arrival:
    if way == "dan":
        # Browsers post every line break as CR LF: nobody typed that.
        return reception.text(request.form.get("chu", "").replace("\r\n", "\n"))
    file = request.files.get("tep")
    if file is None or not file.filename:
        raise _nothing_chosen()
    return reception.file(file.read(), file.filename)


def _nothing_chosen() -> DocgenError:
    return DocgenError(Fault("", "Chưa chọn tệp.", "Xin bấm vào ô chọn tệp, chọn tệp Word, rồi bấm lại nút này."))


def _arrived(arrival: Arrival, issuer: Issuer) -> AnyResponse:
    told = arrival_report.told_of(arrival, load_kinds(data_dir()))
    report = arrival_report.write(told)
    draft = _created(arrival.form, arrival.pairs, issuer, source=arrival.source, report=report)
    # A paper that came back exactly as it was leaves nothing to look through.
    return _opened(draft, issuer, "drafts.show" if arrival.exact and not told.lines else "arrived.show")


def _blank(form: Form, issuer: Issuer, *, with_sample: bool) -> Draft:
    profile = _profile(issuer, form)
    values = dict(profile.values)
    if profile.khoi:
        values.setdefault(ISSUER, profile.khoi)
    if not with_sample:
        given = tuple(pairs_for_draft(issuer.office)) if issuer.office else answered((), values)
        return _created(form, given, issuer)
    sample = read_file(data_dir().sample(form.loai, sample_standard(form, values.get(ISSUER, ""))))
    pairs = keyed(as_written(answered(to_pairs(sample.raw, form)[1:], values), form))
    return _created(form, pairs, issuer, source="mở từ bản mẫu; tên, số liệu trong mẫu là giả định")


def _created(
    form: Form, pairs: tuple[tuple[str, str], ...], issuer: Issuer, *, source: str = "", report: str = ""
) -> Draft:
    pairs = asked_only(pairs, form)
    return store().drafts.create(
        form.loai,
        pairs,
        title=title_of(pairs),
        owner=who.who(),
        office=issuer.office.id if issuer.office else "",
        source=source,
        report=report,
    )


def _opened(draft: Draft, issuer: Issuer, endpoint: str = "drafts.show") -> AnyResponse:
    """Lead to the new draft, and remember for whom it was begun."""
    answer = redirect(url_for(endpoint, draft_id=draft.id), 303)
    if issuer.value:
        answer.set_cookie(
            _cookie(), issuer.value, max_age=_YEAR, httponly=True, samesite="Lax", secure=request.is_secure
        )
    return answer


def _cookie() -> str:
    return f"{current_app.config['SESSION_COOKIE_NAME']}_co_quan"


def _form(kinds: Kinds) -> Form:
    """Find the kind that was chosen; the first one when none was, or none that is there."""
    loai = request.values.get("loai", "")
    return next(iter(kinds)) if kinds.unknown(loai) else kinds.get(loai)


def _issuer(kinds: Kinds, chosen: str | None = None) -> Issuer:
    """Find who issues the papers: as chosen, else as last time, else the first there is."""
    offices = {office.id: office for office in store().offices.all()}
    khoi = [each.ma for each in beginnings(kinds)]
    asked = request.values.get("co_quan", "") if chosen is None else chosen
    known = [f"{_OFFICE}:{at}" for at in offices] + [f"{_KHOI}:{ma}" for ma in khoi]
    wanted = (asked, f"{_OFFICE}:{asked}", request.cookies.get(_cookie(), ""), *known[:1])
    value = next((each for each in wanted if each in known), "")
    way, _, which = value.partition(":")
    return Issuer(value, offices.get(which) if way == _OFFICE else None, which if way == _KHOI else "")


def _profile(issuer: Issuer, form: Form) -> Profile:
    office = issuer.office
    if office is None:
        return Profile({}, issuer.khoi)
    return Profile({**read_typed(office.pairs, form).single, "luu": office.luu})


def _refused(kinds: Kinds, refusal: Refusal, code: int) -> Response:
    return make_response(_shown(kinds, refusal), code)


def _shown(kinds: Kinds, refusal: Refusal | None = None, typed: Mapping[str, str] | None = None) -> str:
    """Write the page with everything that was chosen and pasted.

    typed: what the request says, unless it could not be read.
    """
    readable = typed is None
    typed = request.values if typed is None else typed
    sought = typed.get("tim", "")
    listing = store().drafts.listing(tim=sought, owner=who.owner(), count=SHOWN_DRAFTS)
    return render_template(
        "start.html",
        kinds=list(kinds),
        chosen=_form(kinds) if readable else next(iter(kinds)),
        beginnings=beginnings(kinds),
        offices=store().offices.all(),
        issuer=_issuer(kinds, None if readable else ""),
        listing=listing,
        sought=sought,
        pasted=typed.get("chu", ""),
        fresh=bool(typed.get("moi")),
        refusal=refusal,
        action=ACTION,
        ago=ago,
        endings=",".join(FILE_ENDINGS),
        max_bytes=MAX_FILE_BYTES,
        max_mb=MAX_FILE_BYTES // 2**20,
    )


def _sentence(fault: Fault) -> str:
    where = fault.noi if fault.dong is None else f"{fault.noi}, dòng {fault.dong}".lstrip(", ")
    return f"{f'{where}: ' if where else ''}{fault.loi} {fault.sua}".strip()


_GONE: Final = "Bản nháp này không còn nữa."
_EXPIRED: Final = (
    "Trang này mở đã lâu hoặc docgen vừa được khởi động lại, nên lần bấm vừa rồi chưa được thực hiện. "
    "Xin bấm lại nút vừa bấm; tệp đã chọn thì xin chọn lại."
)
