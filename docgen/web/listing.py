"""The list of drafts: found again, copied, put away, removed."""

from __future__ import annotations

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from docgen.errors import DocgenError
from docgen.intake.kind_files import load_kinds
from docgen.kinds import Kinds
from docgen.store import Draft, Office
from docgen.web import who
from docgen.web.asked import the_draft
from docgen.web.naming import NO_TITLE
from docgen.web.shop import store
from docgen.web.showing import data_dir, flashed
from docgen.web.times import ago, in_full, machine

bp = Blueprint("listing", __name__)

PAGE = 30
_MAX_PAGE = 10_000
_FILTERS = ("tim", "loai", "co_quan", "kho", "trang")


@dataclass(frozen=True)
class Asked:
    """What of the list is asked for. kho: the archive instead of the desk; trang: page, from 1."""

    tim: str
    loai: str
    co_quan: str
    kho: bool
    trang: int

    @property
    def filtered(self) -> bool:
        """Whether anything narrows the list."""
        return bool(self.tim or self.loai or self.co_quan)

    def link(self, **changes: object) -> str:
        """Make the address of the list, asked otherwise."""
        values: dict[str, object] = {
            "tim": self.tim,
            "loai": self.loai,
            "co_quan": self.co_quan,
            "kho": 1 if self.kho else "",
            "trang": self.trang if self.trang > 1 else "",
        }
        values |= changes
        if values["trang"] == 1:
            values["trang"] = ""
        return url_for("listing.all_drafts", **{name: value for name, value in values.items() if value})  # type: ignore[arg-type]


@dataclass(frozen=True)
class Row:
    """One draft as the list shows it. number, date: as typed, "" while there are none."""

    draft: Draft
    title: str
    kind: str
    office: str
    number: str
    date: str


@bp.app_template_filter("cach_day")
def _ago(when: object) -> str:
    return ago(when)  # type: ignore[arg-type]


@bp.app_template_filter("du_gio")
def _in_full(when: object) -> str:
    return in_full(when)  # type: ignore[arg-type]


@bp.app_template_filter("gio_may")
def _machine(when: object) -> str:
    return machine(when)  # type: ignore[arg-type]


@bp.get("/")
def all_drafts() -> str:
    """Show a page of the list: ``tim`` words, ``loai``, ``co_quan`` (id), ``kho=1`` the archive, ``trang``."""
    asked = _asked()
    kinds = load_kinds(data_dir())
    offices = store().offices.all()
    found = store().drafts.listing(
        tim=asked.tim,
        loai=asked.loai,
        office=asked.co_quan,
        archived=asked.kho,
        owner=who.owner(),
        start=(asked.trang - 1) * PAGE,
        count=PAGE,
        whole=True,
    )
    named = {office.id: office for office in offices}
    return render_template(
        "list.html",
        asked=asked,
        rows=[_row(draft, kinds, named) for draft in found.rows],
        total=found.total,
        pages=max(1, -(-found.total // PAGE)),
        kinds=list(kinds),
        offices=offices,
        notice=flashed(),
    )


@bp.post("/nhap/<draft_id>/chep")
def copy(draft_id: str) -> Response:
    """Begin a new draft with what this one says, and open it."""
    the_draft(draft_id)
    made = store().drafts.copy(draft_id, owner_of_copy=who.who(), owner=who.owner())
    flash("Đây là bản chép. Số và ngày để trống; những mục khác như bản gốc.", "told")
    return redirect(url_for("drafts.show", draft_id=made.id), 303)


@bp.post("/nhap/<draft_id>/luu-kho")
def archive(draft_id: str) -> Response:
    """Put a draft away, or take it back when it is away already."""
    draft = the_draft(draft_id)
    store().drafts.archive(draft_id, not draft.archived, owner=who.owner())
    title = _title(draft)
    flash(f"Đã lấy “{title}” ra khỏi kho." if draft.archived else f"Đã cất “{title}” vào kho.", "well")
    return redirect(_back(), 303)


@bp.post("/nhap/<draft_id>/xoa")
def delete(draft_id: str) -> Response | str:
    """Remove a draft for good, asking once: the answer comes with ``xac-nhan``."""
    draft = the_draft(draft_id)
    if "xac-nhan" not in request.form:
        hidden = [(name, request.form[name]) for name in _FILTERS if request.form.get(name)]
        return render_template("asking_delete.html", draft=draft, title=_title(draft), hidden=hidden, back=_back())
    store().drafts.delete(draft_id, owner=who.owner())
    flash(f"Đã xóa hẳn “{_title(draft)}”.", "well")
    return redirect(_back(), 303)


def _asked() -> Asked:
    return _read(request.args.get("tim", ""), *(request.args.get(name, "") for name in _FILTERS[1:]))


def _back() -> str:
    """Where the list stood when a button of it was pressed."""
    return _read(*(request.form.get(name, "") for name in _FILTERS)).link()


def _read(tim: str, loai: str, co_quan: str, kho: str, trang: str) -> Asked:
    number = int(trang) if trang.isascii() and trang.isdigit() and len(trang) < 8 else 1
    return Asked(" ".join(tim.split())[:200], loai[:60], co_quan[:60], kho == "1", min(max(number, 1), _MAX_PAGE))


def _row(draft: Draft, kinds: Kinds, offices: dict[str, Office]) -> Row:
    number, date = _number_and_date(draft)
    office = offices.get(draft.office)
    return Row(draft, _title(draft), _kind(draft.loai, kinds), office.name if office else "", number, date)


def _number_and_date(draft: Draft) -> tuple[str, str]:
    pairs = dict(draft.pairs)
    return " ".join(pairs.get("so", "").split())[:20], " ".join(pairs.get("ngay", "").split())[:40]


def _kind(loai: str, kinds: Kinds) -> str:
    try:
        return kinds.get(loai).ten_goi
    except DocgenError:
        # Its form was taken out of the data folder; the draft is still kept.
        return loai


def _title(draft: Draft) -> str:
    return draft.title or NO_TITLE
