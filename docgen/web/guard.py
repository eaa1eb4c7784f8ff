"""Where a login is asked for nothing is open without one, but for the few pages that say so themselves."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar
from urllib.parse import quote, urlencode, urlsplit

from flask import Response, abort, current_app, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from docgen.store import Role
from docgen.web import sessions, who
from docgen.web.asked import for_script, no

LOGIN = "DOCGEN_LOGIN"
"""Setting: whether one has to log in."""
NEXT = "tiep"
"""Argument of the login page: where to go afterwards, a path of ours."""

P = ParamSpec("P")
R = TypeVar("R")
_open: set[str] = {"static"}


def is_on() -> bool:
    """Tell whether one has to log in."""
    return bool(current_app.config[LOGIN])


def open_to_all(endpoint: str) -> None:
    """Let an endpoint be asked for without a login."""
    _open.add(endpoint)


def only(*roles: Role) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep a view for these roles; administrators may do everything, and so may the one person without a login."""

    def guarded(view: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(view)
        def checked(*about: P.args, **more: P.kwargs) -> R:
            if not may(*roles):
                if for_script():
                    abort(no(403, _NOT_YOURS))
                abort(403)
            return view(*about, **more)

        return checked

    return guarded


def may(*roles: Role) -> bool:
    """Tell whether whoever asks has one of these roles, or may do everything."""
    return who.role() in {*roles, who.ADMINISTRATOR}


def require_login() -> AnyResponse | None:
    """Find out who asks; whoever must log in first is told so in a way that loses nothing of what was typed."""
    if not is_on() or request.endpoint == "static":
        who.remember(None)
        return None
    user = sessions.current()
    who.remember(user)
    if user is not None or request.endpoint in _open:
        return None
    place = _login_page()
    if for_script() or "X-CSRFToken" in request.headers:
        return no(401, _ENDED, dang_nhap=place)
    if request.method in {"GET", "HEAD"}:
        if request.headers.get("Sec-Fetch-Dest", "document") != "document":
            return Response(_ENDED, 401, mimetype="text/plain")
        return redirect(place, 303)
    # A form was posted without a script: the page stays, so that it can be sent once more after the login.
    return make_response(render_template("login.html", held=url_for("accounts.show_login")), 401)


def safe_next(asked_for: str) -> str:
    """Give the path to go to after the login: only ever one of ours, "/" for anything else."""
    home = f"{request.script_root}/"
    if not asked_for.startswith("/") or asked_for[1:2] in {"/", "\\"} or "\\" in asked_for:
        return home
    if not asked_for.isprintable() or " " in asked_for:
        return home
    try:
        parts = urlsplit(asked_for)
    except ValueError:
        return home
    if parts.scheme or parts.netloc or parts.path.startswith(f"{home}dang-"):
        return home
    return asked_for


def _login_page() -> str:
    # Only a page can be gone back to; what a script or a button asked for cannot.
    page = request.method == "GET" and not for_script()
    query = request.query_string.decode("latin-1")
    here = f"{quote(request.script_root + request.path)}{'?' if query else ''}{query}" if page else ""
    login = url_for("accounts.show_login")
    return f"{login}?{urlencode({NEXT: here})}" if here and safe_next(here) == here else login


_ENDED = "Phiên làm việc đã hết. Xin đăng nhập lại; nội dung đang gõ vẫn còn trên trang này."
_NOT_YOURS = "Tài khoản này không được làm việc đó. Xin nhờ người quản trị."
