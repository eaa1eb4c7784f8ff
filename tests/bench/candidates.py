"""The WSGI servers under comparison, each started as its own documentation shows: one process, as many threads.

``python -m tests.bench.candidates NAME PORT`` serves until it is told to end.
"""

from __future__ import annotations

import importlib.util
import os
import socket
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

THREADS = 8
HOST = "127.0.0.1"
NULL = "/khong-lam-gi"
"""The address of the handler that does nothing: what remains is the server."""


@cache
def _docgen() -> Any:
    from docgen.web import create_app

    return create_app(WTF_CSRF_ENABLED=False)


def app(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Do nothing at the one address, and be docgen at all others."""
    if environ["PATH_INFO"] == NULL:
        start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", "2")])
        return [b"ok"]
    answer: Iterable[bytes] = _docgen()(environ, start_response)
    return answer


def _waitress(port: int) -> None:
    import waitress

    waitress.serve(app, host=HOST, port=port, threads=THREADS)


def _cheroot(port: int) -> None:
    from cheroot.wsgi import Server

    Server((HOST, port), app, numthreads=THREADS).start()


def _granian(port: int) -> None:
    from granian import Granian
    from granian.constants import Interfaces

    Granian(f"{__name__}:app", address=HOST, port=port, interface=Interfaces.WSGI, blocking_threads=THREADS).serve()


def _hypercorn(port: int) -> None:
    import asyncio

    from hypercorn.asyncio import serve
    from hypercorn.config import Config

    config = Config()
    config.bind = [f"{HOST}:{port}"]
    asyncio.run(serve(app, config, mode="wsgi"))


def _gunicorn(port: int) -> None:
    options = f"-w 1 -k gthread --threads {THREADS} -b {HOST}:{port} --log-level warning".split()
    os.execv(sys.executable, [sys.executable, "-m", "gunicorn", *options, f"{__spec__.name}:app"])


def _uvicorn(http: str) -> Callable[[int], None]:
    def serve(port: int) -> None:
        import uvicorn
        from a2wsgi import WSGIMiddleware

        served: Any = WSGIMiddleware(app, workers=THREADS)
        uvicorn.run(served, host=HOST, port=port, http=http, log_level="warning", access_log=False, lifespan="off")

    return serve


def _werkzeug(port: int) -> None:
    from werkzeug.serving import WSGIRequestHandler, run_simple

    WSGIRequestHandler.protocol_version = "HTTP/1.1"
    run_simple(HOST, port, app, threaded=True)


@dataclass(frozen=True)
class Candidate:
    """needs: the modules that must be there; start: serves at a port until ended; note: what to know of it."""

    needs: tuple[str, ...]
    start: Callable[[int], None]
    note: str = ""

    @property
    def missing(self) -> list[str]:
        """Tell which of the modules are not installed."""
        return [name for name in self.needs if importlib.util.find_spec(name) is None]


def _own(port: int) -> None:
    from docgen.web import server

    bridge = server.Bridge(app, threads=THREADS, body_bytes=server.MOST_BODY_BYTES, body_seconds=server.BODY_SECONDS)
    server.Prepared(socket.create_server((HOST, port), backlog=server.BACKLOG), bridge).run()


CANDIDATES = {
    "docgen (uvicorn h11 + bridge)": Candidate((), _own),
    "waitress": Candidate(("waitress",), _waitress),
    "cheroot": Candidate(("cheroot",), _cheroot),
    "granian": Candidate(("granian",), _granian),
    "hypercorn": Candidate(("hypercorn",), _hypercorn),
    "gunicorn gthread": Candidate(("gunicorn",), _gunicorn, "not on Windows"),
    "uvicorn h11 + a2wsgi": Candidate(("uvicorn", "a2wsgi"), _uvicorn("h11")),
    "uvicorn httptools + a2wsgi": Candidate(("uvicorn", "a2wsgi", "httptools"), _uvicorn("httptools")),
}


if __name__ == "__main__":
    CANDIDATES[sys.argv[1]].start(int(sys.argv[2]))
