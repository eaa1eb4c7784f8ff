"""The server before the app: what reaches the app, what is refused on the way, what is never waited for."""

from __future__ import annotations

import http.client
import socket
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any

import pytest

from docgen.web import bridge, connections
from docgen.web.bridge import Bridge
from docgen.web.server import Prepared

Start = Callable[[str, list[tuple[str, str]]], Any]


@contextmanager
def served(
    app: Callable[[dict[str, Any], Start], Iterable[bytes]], *, body_bytes: int = 5_000_000, body_seconds: float = 5.0
) -> Iterator[int]:
    """The port of a server of this app, in a thread of its own."""
    between = Bridge(app, threads=2, body_bytes=body_bytes, body_seconds=body_seconds)  # type: ignore[arg-type]
    server = Prepared(socket.create_server(("127.0.0.1", 0)), between)
    running = threading.Thread(target=server.run)
    running.start()
    try:
        yield server.port
    finally:
        server.stop()
        running.join(20)
        server.close()
        assert not running.is_alive()


class Echo:
    """Remembers what it was asked, and answers with the body it was sent."""

    def __init__(self) -> None:
        self.seen: list[dict[str, Any]] = []

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        self.seen.append(environ)
        body = environ["wsgi.input"].read()
        start("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(body)))])
        return [body]


def ask(port: int, sent: bytes) -> bytes:
    """Everything that comes back until the server closes."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(sent)
        got = b""
        while piece := connection.recv(65536):
            got += piece
    return got


def test_the_app_sees_the_request_as_it_was_sent() -> None:
    echo = Echo()
    head = (
        b"POST /a%2Fb/k%E1%BA%BF%FF?q=%20x HTTP/1.1\r\nHost: vanthu.example\r\nContent-Type: text/plain\r\n"
        b"Cookie: a=1\r\nCookie: b=2\r\nAccept: x\r\nAccept: y\r\nX_Forwarded_For: 6.6.6.6\r\nConnection: close\r\n"
        b"Content-Length: 4\r\n\r\nbody"
    )
    with served(echo) as port:
        answer = ask(port, head)
    (environ,) = echo.seen
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.endswith(b"\r\n\r\nbody")
    assert b"\r\nserver:" not in answer.lower()
    assert environ["PATH_INFO"].encode("latin-1") == "/a/b/kế".encode() + b"\xff"
    assert environ["QUERY_STRING"] == "q=%20x"
    assert environ["REQUEST_METHOD"] == "POST"
    assert environ["HTTP_HOST"] == "vanthu.example"
    assert environ["HTTP_COOKIE"] == "a=1; b=2"
    assert environ["HTTP_ACCEPT"] == "x,y"
    assert environ["CONTENT_TYPE"] == "text/plain"
    assert environ["CONTENT_LENGTH"] == "4"
    assert environ["REMOTE_ADDR"] == "127.0.0.1"
    assert environ["SERVER_PORT"] == str(port)
    assert "HTTP_X_FORWARDED_FOR" not in environ


@pytest.mark.parametrize("size", [0, 1, bridge.KEPT_IN_MEMORY, bridge.KEPT_IN_MEMORY + 1, 3_000_000])
def test_a_body_comes_and_goes_whole(size: int) -> None:
    sent = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    with served(Echo()) as port, closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        for _ in range(2):
            connection.request("POST", "/", body=sent)
            assert connection.getresponse().read() == sent


def test_a_body_in_chunks_has_a_length_for_the_app() -> None:
    echo = Echo()
    with served(echo) as port, closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("POST", "/", body=iter([b"abc", b"defg"]), encode_chunked=True)
        assert connection.getresponse().read() == b"abcdefg"
    assert echo.seen[0]["CONTENT_LENGTH"] == "7"
    assert "HTTP_TRANSFER_ENCODING" not in echo.seen[0]


@pytest.mark.parametrize("told", [True, False], ids=["length told", "in chunks"])
def test_far_too_much_never_reaches_the_app(told: bool) -> None:
    echo = Echo()
    with served(echo, body_bytes=1000) as port, closing(http.client.HTTPConnection("127.0.0.1", port)) as connection:
        connection.request("POST", "/", body=b"a" * 2000 if told else iter([b"a" * 500] * 4), encode_chunked=True)
        answer = connection.getresponse()
        assert answer.status == 413
        assert "quá lớn" in answer.read().decode()
    assert echo.seen == []


def test_a_body_that_trickles_is_not_waited_for_for_ever() -> None:
    echo = Echo()
    with served(echo, body_seconds=0.3) as port:
        answer = ask(port, b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
    assert answer.startswith(b"HTTP/1.1 408 ")
    assert "không đợi nữa" in answer.decode()
    assert echo.seen == []


def test_who_leaves_in_the_middle_leaves_nothing_behind() -> None:
    echo = Echo()
    with served(echo) as port:
        with socket.create_connection(("127.0.0.1", port)) as connection:
            connection.sendall(b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc")
        assert ask(port, b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 200 ")
    assert len(echo.seen) == 1


@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: a\r\nX-A: "], ids=["nothing", "half a head"])
def test_a_request_that_does_not_come_ends_the_connection(monkeypatch: pytest.MonkeyPatch, begun: bytes) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.3)
    with served(Echo()) as port:
        assert ask(port, begun) == b""


def test_a_second_request_that_does_not_come_ends_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "HEAD_SECONDS", 0.3)
    whole = b"GET / HTTP/1.1\r\nHost: a\r\n\r\n"
    with served(Echo()) as port, socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(whole)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")
        time.sleep(0.5)
        connection.sendall(whole)
        assert connection.recv(65536).startswith(b"HTTP/1.1 200 ")
        connection.sendall(whole[:9])
        assert connection.recv(65536) == b""


def test_no_half_of_an_answer_waits_for_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    delays = []
    real = connections.Connection._wait_for_head

    def seen(connection: connections.Connection) -> None:
        made = connection.transport.get_extra_info("socket")
        delays.append(made.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))
        real(connection)

    monkeypatch.setattr(connections.Connection, "_wait_for_head", seen)
    with served(Echo()) as port:
        assert ask(port, b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 200 ")
    assert delays
    assert all(delays)


def test_too_many_connections_are_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MAX_CONNECTIONS", 2)
    with served(Echo()) as port:
        held = [socket.create_connection(("127.0.0.1", port)) for _ in range(2)]
        time.sleep(0.2)
        answer = ask(port, b"")
        for each in held:
            each.close()
        time.sleep(0.2)
        assert ask(port, b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 200 ")
    assert answer.startswith(b"HTTP/1.1 503 ")
    assert "quá nhiều kết nối" in answer.decode()


@pytest.mark.parametrize(
    "sent",
    [
        b"rubbish\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        b"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 40_000,
    ],
    ids=["rubbish", "two lengths", "no number", "no host", "endless head"],
)
def test_what_is_no_http_never_reaches_the_app(sent: bytes) -> None:
    echo = Echo()
    with served(echo) as port:
        assert ask(port, sent)[9:12] in {b"400", b"431"}
    assert echo.seen == []


class Long:
    """A long answer that is made while it is sent, and closed in the end."""

    def __init__(self) -> None:
        self.made = 0
        self.closed = threading.Event()

    def __call__(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        start("200 OK", [("Content-Type", "text/plain")])
        return self

    def __iter__(self) -> Iterator[bytes]:
        for _ in range(200):
            self.made += 1
            yield b"a" * 100_000

    def close(self) -> None:
        self.closed.set()


def test_a_long_answer_is_made_as_it_is_read() -> None:
    long = Long()
    with served(long) as port, closing(http.client.HTTPConnection("127.0.0.1", port, timeout=20)) as connection:
        connection.request("GET", "/")
        answer = connection.getresponse()
        assert long.made < 200
        assert len(answer.read()) == 20_000_000
        assert long.closed.wait(5)


def test_who_does_not_read_holds_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bridge, "SEND_SECONDS", 0.5)
    long = Long()
    echo = Echo()

    def app(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        return (long if environ["PATH_INFO"] == "/long" else echo)(environ, start)

    with served(app) as port:
        lazy = [socket.create_connection(("127.0.0.1", port)) for _ in range(4)]
        for each in lazy:
            each.sendall(b"GET /long HTTP/1.1\r\nHost: a\r\n\r\n")
        time.sleep(0.3)
        assert ask(port, b"GET / HTTP/1.0\r\n\r\n").startswith(b"HTTP/1.1 200 ")
        assert long.closed.wait(10)
        for each in lazy:
            each.close()


def test_an_app_that_fails_gives_no_insides(caplog: pytest.LogCaptureFixture) -> None:
    def app(environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        raise RuntimeError("bí mật")

    with served(app) as port:
        answer = ask(port, b"GET / HTTP/1.0\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 500 ")
    assert "bí mật" not in answer.decode()
    assert "bí mật" in caplog.text
