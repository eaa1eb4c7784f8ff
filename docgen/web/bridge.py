"""Between the event loop, which waits for slow visitors, and the threads, in which the app works.

A request is taken in whole before a thread sees it, and an answer is handed over to the loop piece by piece: nobody
who sends or reads slowly ever holds a thread.
"""

from __future__ import annotations

import asyncio
import contextvars
import sys
import tempfile
from collections.abc import Awaitable, Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http import HTTPStatus
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

Message = Any
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Environ = dict[str, Any]

KEPT_IN_MEMORY = 512_000
"""Bytes of a request beyond which it is laid down in a temporary file."""
PIECE_BYTES = 256_000
SEND_SECONDS = 60.0
"""How long one piece of an answer may take to be read."""

_TOO_LARGE = "Nội dung gửi lên quá lớn nên docgen không nhận. Xin bớt phần quá dài rồi thử lại.\n"
_TOO_SLOW = "Nội dung gửi lên mãi chưa đến đủ nên docgen không đợi nữa. Xin thử lại.\n"


class _Gone(Exception):
    """Who asked has left."""


class _TooLarge(Exception):
    """More was sent than is ever taken in."""


@dataclass
class _Answer:
    """What the app answers: read to its end by :meth:`piece`, which says when that is reached."""

    status: int
    headers: list[tuple[bytes, bytes]]
    body: Iterable[bytes]
    rest: Iterator[bytes]

    def piece(self) -> tuple[bytes, bool]:
        """Take the next bytes, and whether there may be more."""
        taken = bytearray()
        for chunk in self.rest:
            taken += chunk
            if len(taken) >= PIECE_BYTES:
                return bytes(taken), True
        return bytes(taken), False

    def close(self) -> None:
        close = getattr(self.body, "close", None)
        if close is not None:
            close()


class Bridge:
    """A WSGI app as an ASGI one.

    threads: how many requests are worked on at once; body_bytes: what is ever taken in of one request (the app may
    refuse less, in its own words); body_seconds: how long a request may take to arrive.
    """

    def __init__(self, app: WSGIApplication, *, threads: int, body_bytes: int, body_seconds: float) -> None:
        self.app = app
        self.body_bytes = body_bytes
        self.body_seconds = body_seconds
        self.threads = ThreadPoolExecutor(threads, thread_name_prefix="docgen")

    def close(self) -> None:
        """Begin nothing more; what a thread is at comes to its end."""
        self.threads.shutdown(wait=False, cancel_futures=True)

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answer one request; ``scope`` is always that of HTTP, since nothing else is switched on."""
        with tempfile.SpooledTemporaryFile(KEPT_IN_MEMORY) as body:
            try:
                async with asyncio.timeout(self.body_seconds):
                    size = await self._take_in(receive, body)
            except _Gone:
                return
            except _TooLarge:
                await _refuse(send, 413, _TOO_LARGE)
            except TimeoutError:
                await _refuse(send, 408, _TOO_SLOW)
            else:
                body.seek(0)
                await self._answer(_environ(scope, body, size), send)

    async def _take_in(self, receive: Receive, body: IO[bytes]) -> int:
        size = 0
        while True:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise _Gone
            chunk = message.get("body", b"")
            size += len(chunk)
            if size > self.body_bytes:
                raise _TooLarge
            body.write(chunk)
            if not message.get("more_body", False):
                return size

    async def _answer(self, environ: Environ, send: Send) -> None:
        # The pieces of one answer may be made by several threads, one after the other, in one context.
        context = contextvars.copy_context()
        answer, first, more = await self._in_thread(context, self._begin, environ)
        open_yet = more
        try:
            await send({"type": "http.response.start", "status": answer.status, "headers": answer.headers})
            await _hand_over(send, first, more)
            while more:
                piece, more = await self._in_thread(context, answer.piece)
                await _hand_over(send, piece, more)
        finally:
            if open_yet:
                # Not waited for: it may be the loop that is being stopped.
                self.threads.submit(context.run, answer.close)

    async def _in_thread(self, context: contextvars.Context, work: Callable[..., Any], *about: Any) -> Any:
        return await asyncio.get_running_loop().run_in_executor(self.threads, lambda: context.run(work, *about))

    def _begin(self, environ: Environ) -> tuple[_Answer, bytes, bool]:
        """Run the app; most answers are whole after this."""
        started: list[tuple[int, list[tuple[bytes, bytes]]]] = []

        def start_response(status: str, headers: list[tuple[str, str]], _error: Any = None, /) -> Any:
            plain = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers]
            started[:] = [(int(status.split(" ", 1)[0]), plain)]
            return _no_writing

        body = self.app(environ, start_response)
        answer = _Answer(0, [], body, iter(body))
        more = False
        try:
            first, more = answer.piece()
            answer.status, answer.headers = started[0]
        finally:
            if not more:
                answer.close()
        return answer, first, more


def _no_writing(_data: bytes, /) -> object:
    raise NotImplementedError("the app gives its answer as an iterable")


async def _hand_over(send: Send, piece: bytes, more: bool) -> None:
    async with asyncio.timeout(SEND_SECONDS):
        await send({"type": "http.response.body", "body": piece, "more_body": more})


async def _refuse(send: Send, status: int, text: str) -> None:
    body = text.encode()
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"content-length", str(len(body)).encode()),
        (b"connection", b"close"),
        (b"x-content-type-options", b"nosniff"),
    ]
    await send({"type": "http.response.start", "status": HTTPStatus(status), "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _environ(scope: dict[str, Any], body: IO[bytes], size: int) -> Environ:
    """Put a request as WSGI has it (PEP 3333): bytes as the characters of Latin-1."""
    host, port = scope.get("server") or ("localhost", 80)
    environ: Environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": host,
        "SERVER_PORT": str(port or 0),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "REMOTE_ADDR": (scope.get("client") or ("", 0))[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }
    for raw_name, raw_value in scope["headers"]:
        name, value = raw_name.decode("latin-1"), raw_value.decode("latin-1")
        # A name with "_" would pass for the one with "-" of a proxy; how the body came is over once it is here.
        if "_" in name or name in {"content-length", "transfer-encoding"}:
            continue
        key = "CONTENT_TYPE" if name == "content-type" else f"HTTP_{name.upper().replace('-', '_')}"
        joint = "; " if name == "cookie" else ","
        environ[key] = f"{environ[key]}{joint}{value}" if key in environ else value
    if size or any(name in {b"content-length", b"transfer-encoding"} for name, _ in scope["headers"]):
        environ["CONTENT_LENGTH"] = str(size)
    return environ
