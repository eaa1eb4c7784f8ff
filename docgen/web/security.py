"""What every answer carries, who may ask, and which posts are let in."""

from __future__ import annotations

import ipaddress
from urllib.parse import unquote_to_bytes, urlsplit

from flask import Flask, Request, Response, abort, current_app, request
from flask_wtf.csrf import CSRFProtect
from werkzeug.exceptions import SecurityError

WRONG_ENCODING = "not UTF-8"
LOOPBACK_ONLY = "DOCGEN_LOOPBACK_ONLY"
"""Setting: answer only when called by a name of this machine."""

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


def protect(app: Flask) -> None:
    """Guard every request and answer of the app: host, encoding, origin, token, headers."""
    app.config.setdefault(LOOPBACK_ONLY, True)
    app.before_request(_refuse_foreign_names)
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
    if request.method != "POST":
        return
    # Read once and kept: the form is parsed from the same bytes afterwards.
    sent = request.get_data(cache=True)
    if request.mimetype == "application/x-www-form-urlencoded":
        sent = unquote_to_bytes(sent)
    try:
        sent.decode("utf-8")
    except UnicodeDecodeError:
        abort(400, WRONG_ENCODING)


def _add_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers[name] = value
    if request.method == "POST":
        response.headers["Cache-Control"] = "no-store"
    elif request.endpoint != "static":
        response.headers["Cache-Control"] = "private, no-cache"
    return response
