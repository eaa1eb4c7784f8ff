import http.client
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import pytest

from docgen.errors import Unusable
from docgen.web.app import MAX_BODY_BYTES
from docgen.web.server import prepare, serve
from tests.web.conftest import serving


@contextmanager
def asked(site: str) -> Iterator[http.client.HTTPConnection]:
    with closing(http.client.HTTPConnection(urlsplit(site).netloc, timeout=20)) as connection:
        yield connection


def test_the_served_form_answers_and_hides_who_serves(site: str) -> None:
    with asked(site) as connection:
        connection.request("GET", "/soan/ke-hoach")
        answer = connection.getresponse()
        page = answer.read().decode()
    assert answer.status == 200
    assert "Căn cứ" in page
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


def test_with_a_secret_other_machines_are_served_by_any_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DOCGEN_SECRET", "k" * 32)
    with serving("0.0.0.0") as address, asked(address.replace("0.0.0.0", "127.0.0.1")) as connection:
        connection.request("GET", "/", headers={"Host": "vanthu.example"})
        assert connection.getresponse().status == 200
