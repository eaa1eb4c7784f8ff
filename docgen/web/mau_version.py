"""The page of one version: what there is to say of it, its pages beside those in use, what changed; put to use here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from flask import Blueprint, Response, abort, flash, make_response, redirect, render_template, request, url_for
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import NotFound
from werkzeug.wrappers import Response as AnyResponse

from docgen.errors import DocgenError
from docgen.intake.kind_files import load_kinds
from docgen.preview import NotKept
from docgen.store import NotThere
from docgen.web import guard, mau_pictures, shelf
from docgen.web.mau_change import changed
from docgen.web.mau_files import (
    OWN,
    Edition,
    KeptFile,
    before,
    content,
    edition,
    editions,
    in_use,
    the_file,
)
from docgen.web.mau_kinds import companions, of_standards
from docgen.web.mau_pictures import Drawn
from docgen.web.mau_verdicts import SHOW_S, verdict
from docgen.web.security import from_this_site
from docgen.web.showing import Notice, data_dir, flashed
from docgen.workshop.matrix import Case

bp = Blueprint("mau_version", __name__)

CONFIRMED: Final = "xac-nhan"
"""Posted: the warnings were read, the version is wanted all the same."""
CASE: Final = "ca"
AGAINST: Final = "voi"


@dataclass(frozen=True)
class Pages:
    """The pictures of a version beside those of another. old: None without another."""

    new: Drawn
    old: Drawn | None
    rows: tuple[mau_pictures.Beside, ...]


@bp.get("/mau/<address>/ban/<int:number>")
@guard.only("giu-mau")
def show(address: str, number: int) -> str:
    """Show a version. Arguments: ``ca``, with which paper it is looked at; ``voi``, beside which version."""
    return _page(the_file(address), number)


@bp.get("/mau/<address>/ban/<int:number>/trang/<case>/<int:page>.png")
@guard.only("giu-mau")
def picture(address: str, number: int, case: str, page: int) -> Response:
    """Give the picture of a page of the paper a version gives; about as wide as asked (``rong``, in pixels)."""
    file = the_file(address)
    if file.sort != "mau" or page > mau_pictures.MOST_PAGES:
        abort(404)
    width = request.args.get("rong", mau_pictures.WIDTH, type=int)
    found = edition(file, number)
    try:
        drawn = mau_pictures.picture(file, content(file, number), found.sha256, case, page, width)
    except (NotKept, DocgenError):
        abort(404)
    return Response(drawn, mimetype="image/png")


@bp.post("/mau/<address>/ban/<int:number>/dung")
@guard.only("giu-mau")
def put_to_use(address: str, number: int) -> AnyResponse:
    """Put a version to use: refused with its errors; its warnings have to be confirmed."""
    file = the_file(address)
    found = edition(file, number)
    seen = verdict(file, content(file, number), found.sha256)
    if seen is None:
        return make_response(_page(file, number, Notice(_STILL, "trouble", focus=True)), 503)
    if seen.errors:
        said = f"Chưa dùng được {found.called}: còn {seen.errors} lỗi dưới đây phải sửa."
        return make_response(_page(file, number, Notice(said, "trouble", focus=True)), 422)
    if seen.warnings and CONFIRMED not in request.form:
        said = f"{found.called.capitalize()} còn {seen.warnings} cảnh báo. Nếu vẫn muốn dùng, xin đánh dấu xác nhận."
        return make_response(_page(file, number, Notice(said, "trouble", focus=True)), 409)
    try:
        if number == OWN:
            shelf.take_back([file.ten])
        else:
            shelf.put_to_use([(file.ten, number), *companions(file, content(file, number))])
    except NotThere:
        abort(404)
    flash(f"Từ bây giờ {_lower(file.called)} dùng {found.called}.", "well")
    return redirect(url_for("mau_file.show", address=address), 303)


@bp.post("/mau/<address>/bo")
@guard.only("giu-mau")
def drop_kind(address: str) -> AnyResponse:
    """Take a kind docgen itself does not bring out of use, with all its templates; every version stays kept."""
    file = the_file(address)
    if file.sort != "bieu" or any(each.number == OWN for each in editions(file)):
        abort(404)
    if CONFIRMED not in request.form:
        flash("Xin đánh dấu xác nhận rồi bấm lại.", "trouble")
        return redirect(url_for("mau_file.show", address=address), 303)
    form = load_kinds(data_dir()).forms.get(file.loai)
    shelf.take_back([file.ten, *(each.ten for each in (of_standards(form) if form else ()))])
    flash(f"Đã bỏ loại {file.loai}. Mọi phiên bản vẫn được giữ, lấy lại được bất cứ lúc nào.", "well")
    return redirect(url_for("mau.all_kinds"), 303)


@bp.errorhandler(CSRFError)
def _expired(error: CSRFError) -> AnyResponse:
    if not from_this_site(request):
        raise NotFound from error
    flash("Trang này mở đã lâu nên lần bấm vừa rồi chưa được thực hiện. Xin bấm lại.", "trouble")
    found = request.view_args or {}
    if "number" not in found:
        return redirect(url_for("mau_file.show", address=found["address"]), 303)
    return redirect(url_for("mau_version.show", address=found["address"], number=found["number"]), 303)


def _page(file: KeptFile, number: int, notice: Notice | None = None) -> str:
    found = editions(file)
    this = edition(file, number)
    data = content(file, number)
    other = _against(found, this)
    pages: Pages | None = None
    cases: tuple[Case, ...] = ()
    case: Case | None = None
    if file.sort == "mau":
        try:
            cases, case = mau_pictures.chosen(file, data, request.values.get(CASE, ""))
        except DocgenError:
            cases = ()
        pages = _pages(file, this, other, case) if case else None
    return render_template(
        "mau_version.html",
        file=file,
        this=this,
        other=other,
        used=in_use(found),
        all=found,
        verdict=verdict(file, data, this.sha256, wait_s=SHOW_S),
        change=changed(file, content(file, other.number), data) if other else None,
        pages=pages,
        cases=cases,
        case=case,
        text=_text(data) if file.sort != "mau" else "",
        notice=notice or flashed(),
        confirmed=CONFIRMED,
        most=mau_pictures.MOST_PAGES,
    )


def _against(found: tuple[Edition, ...], this: Edition) -> Edition | None:
    """Find what a version is held against: as asked, else the one in use, else, for that one, the one before."""
    asked = request.values.get(AGAINST, type=int)
    chosen = next((each for each in found if each.number == asked and each != this), None)
    used = in_use(found)
    return chosen or (used if used is not None and used != this else before(found, this.number))


def _pages(file: KeptFile, this: Edition, other: Edition | None, case: Case) -> Pages:
    new = mau_pictures.drawn(file, content(file, this.number), this.sha256, case)
    if other is None:
        return Pages(new, None, mau_pictures.beside(Drawn(), new))
    old = mau_pictures.drawn(file, content(file, other.number), other.sha256, case)
    return Pages(new, old, mau_pictures.beside(old, new))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


_STILL: Final = "Chưa xét xong phiên bản này nên chưa đưa vào dùng. Xin chờ giây lát rồi bấm lại."
