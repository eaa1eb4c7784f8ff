"""Logging in, logging out, and one's own password."""

from __future__ import annotations

import math
from datetime import UTC, datetime

from flask import Blueprint, Flask, Response, abort, flash, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from docgen.store import NotThere, User
from docgen.web import guard, passwords, sessions, who
from docgen.web.shop import store

bp = Blueprint("accounts", __name__)
_CHANGED = "tai-khoan"


def open_accounts(app: Flask) -> None:
    """Give the app its login, and its pages who is logged in (``account``, ``role_name``)."""
    sessions.keep_sessions(app)
    for endpoint in ("show_login", "log_in"):
        guard.open_to_all(f"{bp.name}.{endpoint}")
    app.register_blueprint(bp)

    @app.context_processor
    def account() -> dict[str, object]:
        user = who.account()
        return {"account": user, "role_name": who.ROLE_NAMES[user.role] if user else ""}


@bp.get("/dang-nhap")
def show_login() -> AnyResponse:
    """Ask for name and password."""
    _only_with_login()
    after = guard.safe_next(request.args.get(guard.NEXT, ""))
    if who.account() is not None:
        return redirect(after, 303)
    return make_response(_login_form(after))


@bp.post("/dang-nhap")
def log_in() -> AnyResponse:
    """Begin a session; the same words whether the name, the password or the account is to blame."""
    _only_with_login()
    name, password = (request.form.get(field, "") for field in ("ten", "mat_khau"))
    after = guard.safe_next(request.form.get(guard.NEXT, ""))
    locked = _locked(name)
    if locked is not None:
        return _too_often(_login_form(after, name, locked.text), locked)
    user = _known(name)
    if not _right(user, name, password):
        locked = _locked(name)
        if locked is not None:
            return _too_often(_login_form(after, name, locked.text), locked)
        return make_response(_login_form(after, name, _WRONG), 401)
    assert user is not None
    sessions.begin(user)
    return redirect(after, 303)


@bp.post("/dang-xuat")
def log_out() -> AnyResponse:
    """End this session."""
    _only_with_login()
    sessions.end()
    return redirect(url_for("accounts.show_login"), 303)


@bp.get("/tai-khoan")
def show() -> str:
    """Show one's own account."""
    _only_with_login()
    return render_template("account.html", faults={})


@bp.post("/tai-khoan")
def change_password() -> AnyResponse:
    """Change one's own password; every other session of the account ends."""
    _only_with_login()
    user = who.account()
    assert user is not None
    present, wanted, again = (request.form.get(field, "") for field in ("mat_khau", "mat_khau_moi", "nhap_lai"))
    locked = _locked(user.name)
    if locked is not None:
        return _too_often(render_template("account.html", faults={"mat_khau": locked.text}), locked)
    faults: dict[str, str] = {}
    if not _right(user, user.name, present):
        faults["mat_khau"] = "Mật khẩu hiện nay không đúng."
    if fault := passwords.fault_of(wanted, user.name, user.full_name):
        faults["mat_khau_moi"] = fault
    elif wanted != again:
        faults["nhap_lai"] = "Hai lần gõ mật khẩu mới chưa giống nhau."
    if faults:
        return make_response(render_template("account.html", faults=faults), 422)
    sessions.end()
    sessions.begin(store().users.set_password(user.name, passwords.hashed(wanted)))
    flash(_DONE, _CHANGED)
    return redirect(url_for("accounts.show"), 303)


class _Lock:
    """A lock on logins: how long it lasts yet, and how that is told."""

    def __init__(self, until: datetime) -> None:
        self.seconds = max(1, math.ceil((until - datetime.now(UTC)).total_seconds()))
        minutes = math.ceil(self.seconds / 60)
        self.text = f"Đã thử sai nhiều lần nên docgen tạm dừng nhận. Xin đợi {minutes} phút rồi thử lại."


def _locked(name: str) -> _Lock | None:
    until = store().users.locked_until(name, request.remote_addr or "")
    return None if until is None else _Lock(until)


def _known(name: str) -> User | None:
    try:
        return store().users.get(name)
    except NotThere:
        return None


def _right(user: User | None, name: str, password: str) -> bool:
    """Tell whether this is the password of an open account, and count; takes equally long for every name."""
    right = passwords.is_right(password, user.password_hash if user else None)
    address = request.remote_addr or ""
    if user is None or user.disabled or not right:
        store().users.failed(name, address)
        return False
    store().users.succeeded(name, address)
    return True


def _too_often(page: str, lock: _Lock) -> Response:
    answer = make_response(page, 429)
    answer.headers["Retry-After"] = str(lock.seconds)
    return answer


def _login_form(after: str, name: str = "", fault: str = "") -> str:
    return render_template("login.html", after=after, name=name, fault=fault, next_name=guard.NEXT)


def _only_with_login() -> None:
    if not guard.is_on():
        abort(404)


_WRONG = "Tên hoặc mật khẩu không đúng."
_DONE = "Đã đổi mật khẩu. Các máy khác đang dùng tài khoản này phải đăng nhập lại."
