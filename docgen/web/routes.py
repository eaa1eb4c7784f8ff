"""The pages: start, and the form of each kind of paper."""

from __future__ import annotations

import logging
import unicodedata
from dataclasses import dataclass
from urllib.parse import quote

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from werkzeug.http import dump_options_header
from werkzeug.wrappers import Response

from docgen.data_dir import DataDir
from docgen.errors import DocgenError
from docgen.intake.form import to_pairs
from docgen.intake.kind_files import load_kinds
from docgen.intake.read import read_file
from docgen.kinds import Form, Kinds
from docgen.pipeline import Paper
from docgen.web.building import BLANK_KEY, build_page
from docgen.web.choosing import heading_for
from docgen.web.making import make_paper
from docgen.web.moves import move
from docgen.web.placing import Said
from docgen.web.starting import beginnings, sample_standard
from docgen.web.typed import Typed, read_typed

bp = Blueprint("web", __name__)

DATA = "docgen"
"""Where the app keeps its data folder, among Flask's extensions."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ACTION = "lam"
"""The name of the buttons; their value says what to do: ``kiem-tra``, ``tai-ve``, ``cap-nhat``, ``them:can_cu`` …"""

_NOT_TYPED = {ACTION, "csrf_token", "loai"}
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Notice:
    """A sentence above the form. tone: ``well``, ``told`` or ``trouble``; focus: whether to stand on it."""

    text: str
    tone: str = "told"
    focus: bool = False


@bp.get("/")
def start() -> str:
    """Choose the kind, the issuer, and what to begin with."""
    kinds = load_kinds(data_dir())
    return render_template("start.html", kinds=list(kinds), beginnings=beginnings(kinds))


@bp.get("/soan")
def begin() -> Response:
    """From the start page to the form of the chosen kind."""
    kinds = load_kinds(data_dir())
    loai = request.args.get("loai", "")
    if kinds.unknown(loai):
        abort(404)
    khoi, tu = (request.args.get(name) or None for name in ("khoi", "tu"))
    return redirect(url_for("web.show", loai=loai.strip(), khoi=khoi, tu=tu))


@bp.get("/soan/<loai>")
def show(loai: str) -> str:
    """Show the form, empty but for the issuer's kind, or filled with the sample of its standard."""
    form = _form(load_kinds(data_dir()), loai)
    issuer = request.args.get("khoi", "").strip()
    pairs: list[tuple[str, str]] = []
    notice = None
    if request.args.get("tu") == "mau":
        pairs, notice = _sample(form, issuer)
    if issuer:
        pairs = [("co_quan.loai", issuer), *(pair for pair in pairs if pair[0] != "co_quan.loai")]
    return _shown(form, read_typed(pairs, form), notice=notice)


@bp.post("/soan/<loai>")
def answer(loai: str) -> Response | str | tuple[str, int]:
    """Obey a button of the form: give the paper, or the form again with everything that was typed."""
    kinds = load_kinds(data_dir())
    form = _form(kinds, loai)
    pairs = _pairs()
    typed = read_typed(pairs, form)
    action = request.form.get(ACTION, "kiem-tra")
    moved = move(typed, action, form)
    if moved is not None:
        return _shown(form, moved.typed, notice=Notice(moved.said), focus=moved.focus)
    if action == "cap-nhat":
        return _shown(form, typed)
    outcome = make_paper([("loai", form.loai), *pairs], typed, kinds, data_dir())
    if outcome.paper is None:
        notice = Notice(outcome.trouble, "trouble", focus=True) if outcome.trouble else None
        return _shown(form, typed, outcome.said, notice), 500 if outcome.trouble else 422
    if action == "tai-ve":
        return _download(outcome.paper)
    return _shown(form, typed, outcome.said, Notice(_WELL, "well", focus=True))


def answer_expired(loai: str) -> str:
    """Show the form again, with everything that was typed and a new token."""
    form = _form(load_kinds(data_dir()), loai)
    return _shown(form, read_typed(_pairs(), form), notice=Notice(_EXPIRED, "trouble", focus=True))


def data_dir() -> DataDir:
    """Find the data folder of the running app."""
    found: DataDir = current_app.extensions[DATA]
    return found


def _form(kinds: Kinds, loai: str) -> Form:
    if kinds.unknown(loai):
        abort(404)
    return kinds.get(loai)


def _pairs() -> list[tuple[str, str]]:
    """Take what was typed. Werkzeug keeps the order of the names, and of the values of one name."""
    return [(name, value) for name, value in request.form.items(multi=True) if name not in _NOT_TYPED]


def _sample(form: Form, issuer: str) -> tuple[list[tuple[str, str]], Notice]:
    path = data_dir().sample(form.loai, sample_standard(form, issuer))
    try:
        return to_pairs(read_file(path).raw, form), Notice(_SAMPLE)
    except DocgenError:
        _log.exception("the sample %s cannot be shown", path.name)
        return [], Notice(_NO_SAMPLE, "trouble")


def _shown(form: Form, typed: Typed, said: Said | None = None, notice: Notice | None = None, focus: str = "") -> str:
    the_thuc, sentence = heading_for(typed)
    page = build_page(form, typed, the_thuc, sentence, said or Said(), focus)
    return render_template("form.html", page=page, notice=notice, action=ACTION, blank_key=BLANK_KEY)


def _download(paper: Paper) -> Response:
    """The file, named twice: for the few programs that read no UTF-8, and (RFC 6266) as it is."""
    plain = unicodedata.normalize("NFKD", paper.file_name.translate(_D)).encode("ascii", "ignore").decode("ascii")
    names = {"filename": plain, "filename*": f"UTF-8''{quote(paper.file_name, safe='')}"}
    response = Response(paper.docx, mimetype=DOCX)
    response.headers["Content-Disposition"] = dump_options_header("attachment", names)
    return response


_D = str.maketrans("đĐ", "dD")
_WELL = "Chưa thấy chỗ nào phải sửa. Có thể tải tệp Word."
_SAMPLE = "Đây là bản mẫu, tên cơ quan, người ký và số liệu là giả định: xin thay bằng nội dung của cơ quan mình."
_NO_SAMPLE = "Không mở được bản mẫu nên biểu để trống. Xin báo người phụ trách."
_EXPIRED = (
    "Trang này mở đã lâu hoặc docgen vừa được khởi động lại, nên lần bấm vừa rồi chưa được thực hiện. "
    "Nội dung đã gõ vẫn còn đủ dưới đây: xin bấm lại nút vừa bấm."
)
