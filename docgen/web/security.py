"""What every answer carries, who may ask, and which posts are let in."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from urllib.parse import urlsplit

from flask import Flask, Request, Response, abort, current_app, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import SecurityError
from werkzeug.middleware.proxy_fix import ProxyFix

from docgen.web import encodings

WRONG_ENCODING = "not UTF-8"
_CHANGING = {"POST", "PUT"}

LOOPBACK_ONLY = "DOCGEN_LOOPBACK_ONLY"
"""Setting: answer only when called by a name of this machine."""
HTTPS = "DOCGEN_HTTPS"
"""Setting: a proxy of ours stands before docgen, speaks https, and says by X-Forwarded-… who asks and for what."""

# Scripts, styles and pictures only from our own folder, nothing inline: text that slips through unescaped still
# cannot run. Nobody may put the form into a frame, and it can be sent nowhere but here.
_CONTENT_SECURITY = "; ".join(
    (
        "default-src 'self'",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)
_UNUSED_POWERS = (
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "microphone",
    "payment",
    "usb",
)
HEADERS = {
    "Content-Security-Policy": _CONTENT_SECURITY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{power}=()" for power in _UNUSED_POWERS),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def protect(app: Flask, guard: Callable[[], ResponseReturnValue | None] | None = None) -> None:
    """Guard every request and answer of the app: host, login (``guard``), encoding, origin, token, headers."""
    app.config.setdefault(LOOPBACK_ONLY, True)
    if app.config.get(HTTPS):
        app.config["SESSION_COOKIE_SECURE"] = True
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=1, x_proto=1, x_host=1)  # type: ignore[method-assign]
    app.before_request(_refuse_foreign_names)
    if guard is not None:
        # Before anything of the body is read.
        app.before_request(guard)
    app.before_request(_refuse_other_encodings)
    CSRFProtect(app)
    app.after_request(_add_headers)


def is_loopback(host: str) -> bool:
    """Whether a server bound to this host is heard on this machine only."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def from_this_site(asked: Request) -> bool:
    """Whether a browser sent this from one of our own pages; a program that says nothing counts as ours."""
    site = asked.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = asked.headers.get("Origin")
    return origin is None or origin == asked.host_url.rstrip("/")


def _refuse_foreign_names() -> None:
    """Refuse a page of the Internet that has its own name resolve to 127.0.0.1 (DNS rebinding).

    Flask's TRUSTED_HOSTS would do, but Werkzeug 3.1 cuts ``[::1]`` at its first colon and never finds it.
    """
    if current_app.config[LOOPBACK_ONLY] and not is_loopback(urlsplit(f"//{request.host}").hostname or ""):
        raise SecurityError


def _refuse_other_encodings() -> None:
    """Werkzeug puts U+FFFD for bytes that are no UTF-8: letters of the user would be lost without a word."""
    if request.method not in _CHANGING:
        return
    if not encodings.is_whole(request):
        abort(400, WRONG_ENCODING)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers[name] = value
    if request.method in _CHANGING:
        response.headers["Cache-Control"] = "no-store"
    elif request.endpoint != "static" and not response.cache_control.immutable:
        response.headers["Cache-Control"] = "private, no-cache"
    return response
