"""Answers of text are sent gzipped to browsers that take it; static files carry what lets a browser keep them.

BREACH, the attack on secrets in compressed answers, needs a secret in a page, the attacker's text in the same page,
and many requests of the victim's browser that the attacker sets off and measures. The secret in our pages is the CSRF
token: its signature, without which nothing can be posted, is another one with each second. The session cookie is
SameSite=Lax, so what another site sets off in the background carries no session at all; a link that is followed does,
but that is one page for each click. Beside that the length of every page is blurred by a random number of bytes in
the head of the gzip, which browsers skip.
"""

from __future__ import annotations

import gzip
import secrets
import threading
import zlib
from collections import OrderedDict

from flask import Flask, Response, current_app, request

LEAST_BYTES = 600
"""What is smaller fits one packet anyway."""
MOST_BYTES = 8_000_000
BLUR_BYTES = 96
"""A page is up to so many bytes longer than it need be."""

_TEXT = frozenset(
    {
        "application/json",
        "application/javascript",
        "application/xml",
        "application/yaml",
        "application/x-yaml",
        "image/svg+xml",
    }
)
_PAGE_LEVEL = 5
_KEPT = "docgen.compressed"
_MOST_KEPT = 64


class _Kept:
    """Static files, gzipped once for each of their states."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, str], bytes] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, path: str, etag: str, plain: bytes) -> bytes:
        with self._lock:
            known = self._known.get((path, etag))
        if known is not None:
            return known
        packed = gzip.compress(plain, 9, mtime=0)
        with self._lock:
            self._known[path, etag] = packed
            while len(self._known) > _MOST_KEPT:
                self._known.popitem(last=False)
        return packed


def answer_compressed(app: Flask) -> None:
    """Gzip what goes out. Static files keep Flask's ETag and "no-cache": kept, and asked for again by the tag.

    A new version is so in use at once, also of the modules that scripts import by plain names.
    """
    app.extensions[_KEPT] = _Kept()
    app.after_request(_packed)


def _packed(answer: Response) -> Response:
    if not _is_text(answer):
        return answer
    answer.vary.add("Accept-Encoding")
    if answer.status_code == 304 or not _takes_gzip() or "Content-Encoding" in answer.headers:
        return answer
    if answer.status_code in {204, 206} or request.method == "HEAD" or (answer.is_streamed and not _is_static()):
        return answer
    answer.direct_passthrough = False
    plain = answer.get_data()
    if not LEAST_BYTES <= len(plain) <= MOST_BYTES:
        return answer
    if _is_static():
        kept: _Kept = current_app.extensions[_KEPT]
        packed = kept.of(request.path, answer.headers.get("ETag", ""), plain)
    else:
        packed = _blurred(plain)
    answer.set_data(packed)
    answer.headers["Content-Encoding"] = "gzip"
    etag, _ = answer.get_etag()
    if etag:
        # Other bytes, same content: a weak tag, which "If-None-Match" compares just the same.
        answer.set_etag(etag, weak=True)
    return answer


def _is_text(answer: Response) -> bool:
    kind = answer.mimetype or ""
    return kind.startswith("text/") or kind in _TEXT


def _is_static() -> bool:
    return request.endpoint == "static"


def _takes_gzip() -> bool:
    return request.accept_encodings["gzip"] > 0


def _blurred(plain: bytes) -> bytes:
    """Gzip with a comment of random length in its head (RFC 1952, FCOMMENT)."""
    head = b"\x1f\x8b\x08\x10\x00\x00\x00\x00\x00\xff" + b"." * secrets.randbelow(BLUR_BYTES) + b"\x00"
    packer = zlib.compressobj(_PAGE_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    tail = zlib.crc32(plain).to_bytes(4, "little") + len(plain).to_bytes(4, "little")
    return head + packer.compress(plain) + packer.flush() + tail
