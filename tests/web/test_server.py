import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from docgen.errors import Unusable
from docgen.store import Store, open_store
from docgen.web.app import MAX_BODY_BYTES
from docgen.web.server import THREADS, prepare, serve
from tests.web.conftest import serving

ROOT = Path(__file__).resolve().parents[2]


@contextmanager
def asked(site: str) -> Iterator[http.client.HTTPConnection]:
    with closing(http.client.HTTPConnection(urlsplit(site).netloc, timeout=20)) as connection:
        yield connection


def test_the_served_form_answers_and_hides_who_serves(site: str) -> None:
    with asked(site) as connection:
        connection.request("GET", "/")
        answer = connection.getresponse()
        page = answer.read().decode()
    assert answer.status == 200
    assert "Soạn" in page
    assert answer.getheader("Server") is None


def test_a_foreign_name_is_refused_by_the_running_server(site: str) -> None:
    with asked(site) as connection:
        connection.request("GET", "/", headers={"Host": "evil.example"})
        assert connection.getresponse().status == 400


def test_too_much_is_answered_in_vietnamese_by_the_running_server(site: str) -> None:
    with asked(site) as connection:
        connection.request("POST", "/soan/ke-hoach", body=b"a" * (MAX_BODY_BYTES + 1))
        answer = connection.getresponse()
        page = answer.read().decode()
    assert answer.status == 413
    assert "Nội dung quá lớn" in page


def test_the_address_is_told_once_the_port_is_ours() -> None:
    said: list[str] = []

    def tell(text: str) -> None:
        said.append(text)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        serve("127.0.0.1", 0, say=tell)
    assert said[0].startswith("docgen đang chạy tại http://127.0.0.1:")


def test_an_ipv6_loopback_is_served() -> None:
    try:
        socket.create_server(("::1", 0), family=socket.AF_INET6).close()
    except OSError:
        pytest.skip("no IPv6 on this machine")
    with serving("::1") as address, asked(address) as connection:
        connection.request("GET", "/")
        assert connection.getresponse().status == 200


def test_a_taken_port_is_told_with_another() -> None:
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(Unusable, match=f"Cổng {port} đang có chương trình khác dùng"):
            prepare("127.0.0.1", port)


@pytest.mark.parametrize(("host", "port"), [("127.0.0.1", 70000), ("127.0.0.1", -1), ("không-có.invalid", 8000)])
def test_an_address_that_cannot_be_had_is_told(host: str, port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_SECRET", "k" * 32)
    with pytest.raises(Unusable):
        prepare(host, port)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "vanthu.example"])
def test_other_machines_are_not_served_without_a_secret(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DOCGEN_SECRET", raising=False)
    with pytest.raises(Unusable, match="DOCGEN_SECRET"):
        prepare(host, 0)


def test_a_short_secret_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_SECRET", "ngan")
    with pytest.raises(Unusable, match="ngắn quá"):
        prepare("0.0.0.0", 0)


@pytest.fixture
def accounts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Store]:
    """A store of its own for the servers of the test, and a secret."""
    url = f"sqlite:///{tmp_path / 'own.sqlite3'}"
    monkeypatch.setenv("DOCGEN_DB", url)
    monkeypatch.setenv("DOCGEN_SECRET", "k" * 32)
    with open_store(url) as store:
        yield store


@pytest.mark.parametrize("closed", [False, True])
def test_other_machines_are_not_served_without_an_account(accounts: Store, closed: bool) -> None:
    if closed:
        accounts.users.create("lan", "x", "quan-tri")
        accounts.users.disable("lan")
    with pytest.raises(Unusable, match="docgen user add TÊN --role quan-tri"):
        prepare("0.0.0.0", 0)


def test_a_proxy_is_other_machines_too(accounts: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_HTTPS", "1")
    with pytest.raises(Unusable, match="docgen user add"):
        prepare("127.0.0.1", 0)
    monkeypatch.delenv("DOCGEN_SECRET")
    with pytest.raises(Unusable, match=r"DOCGEN_HTTPS.*DOCGEN_SECRET"):
        prepare("127.0.0.1", 0)


@pytest.mark.parametrize("way", ["argument", "environment"])
def test_a_login_can_be_asked_for_on_this_machine(accounts: Store, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    if way == "environment":
        monkeypatch.setenv("DOCGEN_LOGIN", "1")
    with pytest.raises(Unusable, match="docgen user add"):
        prepare("127.0.0.1", 0, login=True if way == "argument" else None)


def test_with_secret_and_account_other_machines_are_served_by_any_name(accounts: Store) -> None:
    accounts.users.create("lan", "x", "quan-tri")
    with serving("0.0.0.0") as address, asked(address.replace("0.0.0.0", "127.0.0.1")) as connection:
        connection.request("GET", "/", headers={"Host": "vanthu.example"})
        answer = connection.getresponse()
        assert (answer.status, answer.getheader("Location")) == (303, "/dang-nhap?tiep=%2F")
        answer.read()
        connection.request("GET", "/dang-nhap", headers={"Host": "vanthu.example"})
        assert connection.getresponse().status == 200


def test_a_port_that_was_not_used_is_given_back(accounts: Store) -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    for _ in range(2):
        with pytest.raises(Unusable, match="user add"):
            prepare("127.0.0.1", port, login=True)
    prepare("127.0.0.1", port).close()


def test_many_kept_connections_are_served_side_by_side(site: str) -> None:
    def visit(_number: int) -> tuple[list[int], int]:
        with asked(site) as connection:
            codes, sockets = [], set()
            for _ in range(25):
                connection.request("GET", "/static/docgen.svg")
                answer = connection.getresponse()
                codes.append(answer.status)
                answer.read()
                sockets.add(id(connection.sock))
        return codes, len(sockets)

    with ThreadPoolExecutor(8) as visitors:
        for codes, sockets in visitors.map(visit, range(8)):
            assert codes == [200] * 25
            assert sockets == 1


HEAD = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: "
BODY = b"POST /soan/ke-hoach HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 500\r\n\r\na="


@pytest.mark.parametrize("begun", [HEAD, BODY], ids=["head", "body"])
def test_who_never_ends_his_request_keeps_nobody_waiting(site: str, begun: bytes) -> None:
    place = urlsplit(site)
    with ExitStack() as stack:
        for _ in range(5 * THREADS):
            slow = stack.enter_context(socket.create_connection((str(place.hostname), place.port or 0), timeout=5))
            slow.sendall(begun)
        started = time.monotonic()
        with asked(site) as connection:
            connection.request("GET", "/static/docgen.svg")
            assert connection.getresponse().status == 200
        assert time.monotonic() - started < 3


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.skipif(sys.platform == "win32", reason="signals of Unix")
def test_what_is_being_answered_is_answered_before_the_end(number: signal.Signals, tmp_path: Path) -> None:
    command = [sys.executable, "-X", "utf8", "-W", "error", "-c", _SLOW_ANSWER, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout
        port = int(process.stdout.readline())
        with asked(f"http://127.0.0.1:{port}") as connection:
            connection.request("GET", "/")
            assert process.stdout.readline() == "working\n"
            process.send_signal(number)
            assert connection.getresponse().read() == b"done"
        assert process.wait(20) == (0 if number == signal.SIGINT else -signal.SIGTERM)


def test_what_goes_wrong_stands_in_the_log_with_the_code_the_page_gives(tmp_path: Path) -> None:
    """A form that cannot be read: people see that it is not theirs to mend, the log says what it is."""
    for name in ("forms", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    command = [sys.executable, "-X", "utf8", "-c", _SERVE, str(tmp_path)]
    environment = {**os.environ, "DOCGEN_DB": f"sqlite:///{tmp_path / 'x.sqlite3'}"}
    pipes: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True, "encoding": "utf-8"}
    with subprocess.Popen(command, env=environment, **pipes) as process:
        assert process.stdout
        site = re.findall(r"http://\S+", process.stdout.readline())[0]
        (tmp_path / "forms" / "ke-hoach.yaml").write_text("loai: [", encoding="utf-8")
        with asked(site) as connection:
            connection.request("GET", "/moi")
            assert connection.getresponse().status == 500
        process.terminate()
        told = process.communicate(timeout=20)[1]
    assert re.search(r"^[0-9]{4}-.* ERROR docgen\.web\.failing: .*ke-hoach\.yaml", told, re.MULTILINE)


_SERVE = """
import sys
from pathlib import Path
from docgen.web.server import serve
serve(port=0, data_dir=Path(sys.argv[1]), say=lambda text: print(text, flush=True))
"""
_SLOW_ANSWER = """
import socket, time
from docgen.web.bridge import Bridge
from docgen.web.server import Prepared

def app(environ, start_response):
    print("working", flush=True)
    time.sleep(1)
    start_response("200 OK", [("Content-Length", "4")])
    return [b"done"]

server = Prepared(socket.create_server(("127.0.0.1", 0)), Bridge(app, threads=2, body_bytes=9, body_seconds=9))
print(server.port, flush=True)
server.run()
server.close()
"""
